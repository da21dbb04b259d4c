import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

@testable import Disclosure

private func isClose(_ left: (n: Int, mean: Double)?, _ n: Int, _ mean: Double) -> Bool {
    left.map { $0.n == n && abs($0.mean - mean) < 5e-5 } ?? false
}

/// Everybody's answers in turn.
private func middling(_ unit: String, _ count: Int) -> [[String: String]] {
    rows(unit, ["A": String((0..<count).map { Character(String(2 + $0 % 3)) })])
}

/// The smallest cases in which published numbers told of fewer than ten people once.
@Suite struct SmallestCasesOfLeaks {
    @Test func `min1: a composite is half the sum of what is printed`() throws {
        var office = Office()
        try office.open(itemSurvey(["A", "B"], more: "维度：总评 | Total\n合成：A维 50%、B维 50%"))
        try office.take(rows("甲", ["A": "423143225333", "B": "452.55334525"]))
        try office.take(rows("乙", ["A": "32334335253244", "B": "32334334434422"]))
        let round = try #require(office.report().rounds.first)
        #expect(isClose(round.told("A维", ["甲"]), 12, 2.9167) && isClose(round.told("B维", ["甲"]), 11, 3.9091))
        let (one, other) = (try #require(round.told("A维", ["甲"])), try #require(round.told("B维", ["甲"])))
        #expect(round.told("总评", ["甲"])?.mean == 0.5 * one.mean + 0.5 * other.mean)
        #expect(round.told("总评", ["甲"])?.n == 11)
    }

    @Test func `min2: units that stood together stay together, and have no trend of their own`() throws {
        var office = Office()
        let small = [("甲", "戊"), ("乙", "己"), ("丙", "庚")]
        let large = ["戊", "己", "庚"].map { Roster.Unit(name: $0, headcount: 10) } + [.init(name: "辛", headcount: 20)]
        try office.open(
            itemSurvey(year: 2025),
            roster: Roster(units: small.map { .init(name: $0.0, headcount: 5, mergeInto: $0.1) } + large))
        let answers = [
            ("甲", "25131"), ("乙", "44442"), ("丙", "14144"), ("戊", "5143251311"), ("己", "1514241524"),
            ("庚", "4523224314"), ("辛", "51231354523354545142"),
        ]
        for (unit, levels) in answers { try office.take(rows(unit, ["A": levels]), year: 2025) }
        let cells = [["甲", "戊"], ["乙", "己"], ["丙", "庚"], ["辛"]]
        #expect(try office.report([2025]).rounds[0].units.map(\.units) == cells)

        try office.open(
            itemSurvey(year: 2026),
            roster: Roster(units: [.init(name: "综合处", headcount: 15, succeeds: ["甲", "乙", "丙"])] + large))
        let later = [
            ("综合处", "442353145125434"), ("戊", "1413555422"), ("己", "5212552453"), ("庚", "5343551452"),
            ("辛", "55241435525443431555"),
        ]
        for (unit, levels) in later { try office.take(rows(unit, ["A": levels]), year: 2026) }
        let release = try office.report([2025, 2026])
        #expect(release.rounds[0].units.map(\.units) == cells)
        #expect(release.rounds[1].units.map(\.responses) == [15, 10, 10, 10, 20])
        #expect(release.rounds[1].predecessors == [[], [], [], [], [3]])
        #expect(release.assessment.changes.map(\.name) == ["A维"])
        #expect(release.assessment.changes[0].decomposition == nil)
    }

    @Test func `min3: a late answer of one person to a dimension is not counted`() throws {
        var office = Office()
        try office.open(itemSurvey(["A", "B"]))
        try office.take(rows("甲", ["A": "342535535222555", "B": "352435332344553"]))
        try office.take(rows("乙", ["A": "425445544434254", "B": "233554323242522"]))
        let first = try #require(office.report().rounds.first)
        #expect(isClose(first.told("B维", ["甲"]), 15, 3.6))
        try office.take(rows("甲", ["A": "5324552223", "B": ".........1"]))
        let second = try #require(office.report().rounds.first)
        #expect(second.sizes == [["甲"]: 25, ["乙"]: 15])
        #expect(second.told("A维", ["甲"])?.n == 25 && second.told("A维", ["乙"])?.n == 15)
        for unit in [["甲"], ["乙"], nil] { #expect(second.told("B维", unit)?.mean == first.told("B维", unit)?.mean) }
        #expect(isClose(second.told("B维", ["甲"]), 15, 3.6))
        let withheld = try #require(office.ledger.tables[2026]).withheld
        #expect(withheld.allSatisfy { $0.batch == 2 && $0.variables == ["B"] } && !withheld.isEmpty)
    }

    @Test func `min5: beside two bounds the third unit is hidden`() throws {
        var office = Office()
        try office.open(
            Survey.sample("## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nA. A | A [量表题 五级]\n\n维度：A维 | A\n取题：A\n换算：百分制"))
        try office.take(rows("甲", ["A": "555555555555"]))
        try office.take(rows("乙", ["A": "55555555555"]))
        try office.take(rows("丙", ["A": "251314444214144514325131115142"]))
        let round = try #require(office.report().rounds.first)
        let standings = round.units.indices.map { place in
            round.standings[ScoreName(dimension: "A维", isComparable: false, cell: place)]
        }
        #expect(round.units.map(\.units) == [["丙"], ["乙"], ["甲"]])
        #expect(standings == [.hidden, .bounded, .bounded])
        #expect(round.standings[ScoreName(dimension: "A维", isComparable: false, cell: nil)] == nil)
        // Nothing else tells it.
        #expect(round.contrasts.isEmpty && round.variation.isEmpty && round.weighted.isEmpty)
    }

    @Test(arguments: [("≥ 100 = 全体满分\n- ≥ 80 = 良好", nil), ("≥ 90 = 优秀", "优秀")] as [(String, String?)])
    func `min8: a bound has a band only where all that it allows lies in one`(bands: String, band: String?) throws {
        var office = Office()
        try office.open(
            Survey.sample(
                "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nA. A | A [量表题 五级]\n\n维度：A维 | A\n取题：A\n换算：百分制\n- \(bands)\n- 其余 = 待改进"
            ))
        try office.take(rows("甲", ["A": String(repeating: "5", count: 24)]))
        let round = try #require(office.report().rounds.first)
        #expect(round.standings[ScoreName(dimension: "A维", isComparable: false, cell: nil)] == .bounded)
        #expect(round.whole.scores[0].band?.main == band)
    }

    @Test(arguments: [
        ("丙", [[], []], [["甲"]: 12, ["乙", "丙"]: 23]), ("甲", [[0], [1]], [["甲", "乙"]: 17, ["丙"]: 18]),
    ])
    func `min7: both years are shown, a trend where the posts are the same`(
        target: String, predecessors: [[Int]], cells: [[String]: Int]
    ) throws {
        var office = Office()
        try office.open(
            itemSurvey(year: 2025),
            roster: Roster(units: [
                .init(name: "甲", headcount: 15), .init(name: "乙", headcount: 6, mergeInto: target),
                .init(name: "丙", headcount: 20),
            ]))
        for (unit, levels) in [("甲", "251314444214"), ("乙", "14451"), ("丙", "432513111514241524")] {
            try office.take(rows(unit, ["A": levels]), year: 2025)
        }
        try office.open(
            itemSurvey(year: 2026),
            roster: Roster(units: [
                .init(name: "丁", headcount: 21, succeeds: ["甲", "乙"]), .init(name: "丙", headcount: 20),
            ]))
        for (unit, levels) in [("丁", "45232243145123135"), ("丙", "452335454514244235")] {
            try office.take(rows(unit, ["A": levels]), year: 2026)
        }
        let both = try office.release([2025, 2026])
        _ = try office.report([2025])
        for release in [both, try office.report([2025, 2026])] {
            #expect(release.rounds[0].sizes == cells && release.rounds[1].sizes == [["丁"]: 17, ["丙"]: 18])
            #expect(release.rounds[1].predecessors == predecessors)
            #expect(release.assessment.changes.count == 1)
        }
    }

    @Test func `min9: a unit of which one person was counted early stays with the others`() throws {
        var office = Office()
        try office.open(itemSurvey())
        let early = rows("甲", ["A": "23144211145312553321"]) + rows("乙", ["A": "1"])
        let late = rows("乙", ["A": "4324433444"])
        try office.take(early)
        let first = try #require(office.report().rounds.first)
        #expect(first.units.isEmpty && first.told("A维")?.n == 21)
        try office.take(late)
        let second = try #require(office.report().rounds.first)
        #expect(second.units.isEmpty && second.told("A维")?.n == 31)
        // Without a report between them the two are told apart.
        var fresh = Office()
        try fresh.open(itemSurvey())
        try fresh.take(early + late)
        #expect(try fresh.report().rounds[0].sizes == [["乙"]: 11, ["甲"]: 20])
    }
}

/// A round that is told more than once.
@Suite struct LaterReports {
    private func office(_ units: [(String, Int)], listing others: [String] = []) throws -> Office {
        var office = Office()
        let names = units.map(\.0) + others
        try office.open(itemSurvey(), roster: Roster(units: names.map { .init(name: $0, headcount: 100) }))
        for (unit, count) in units { try office.take(middling(unit, count)) }
        return office
    }

    @Test func theFirstFixesTheCells() throws {
        var office = try office([("甲", 14), ("乙", 6), ("丙", 5), ("丁", 20)])
        let first = try office.report()
        #expect(first.rounds[0].sizes == [["甲"]: 14, ["乙", "丙"]: 11, ["丁"]: 20])
        #expect(first.joining == [2026: ["甲", "乙", "丙", "丁"]] && first.tables[2026]?.batches == 1)
        // Each would be large enough now, but six and five of them were counted together.
        try office.take(middling("乙", 10) + middling("丙", 10))
        let second = try office.report()
        #expect(second.rounds[0].sizes == [["甲"]: 14, ["乙", "丙"]: 31, ["丁"]: 20])
        #expect(second.joining == [2026: ["乙", "丙"]] && second.tables[2026]?.batches == 2)
    }

    @Test func lateAnswersOfACellWaitUntilThereAreEnough() throws {
        var office = try office([("甲", 14), ("乙", 20)])
        let first = try #require(office.report().rounds.first)
        try office.take(rows("甲", ["A": "555555555"]) + rows("乙", ["A": "55555"]))
        let waiting = try office.report()
        #expect(waiting.joining == [2026: []] && waiting.tables[2026]?.batches == 1)
        #expect(waiting.rounds[0].units.map(\.scores) == first.units.map(\.scores))
        #expect(waiting.rounds[0].whole.scores == first.whole.scores)
        #expect(waiting.rounds[0].whole.responses == 34 && waiting.rounds[0].whole.received == 48)
        #expect(waiting.rounds[0].units.map(\.received) == [23, 25])
        try office.take(rows("甲", ["A": "5"]))
        let joined = try office.report()
        #expect(joined.joining == [2026: ["甲"]])
        let sum = (0..<14).reduce(50) { $0 + 2 + $1 % 3 }
        #expect(isClose(joined.rounds[0].told("A维", ["甲"]), 24, Double(sum) / 24))
        #expect(joined.rounds[0].told("A维", ["乙"])?.n == 20 && joined.rounds[0].told("A维")?.n == 44)
        // 乙's five wait still.
        #expect(joined.rounds[0].whole.received == 49)
    }

    @Test func aCellIsSplitOnlyWhereEveryBatchAllowsIt() throws {
        var office = try office([("甲", 20)], listing: ["乙"])
        #expect(try office.report().hidesUnits)
        try office.take(middling("乙", 11))
        #expect(try office.report().rounds[0].sizes == [["甲"]: 20, ["乙"]: 11])
        var mixed = try self.office([("甲", 20), ("乙", 1)])
        #expect(try mixed.report().hidesUnits)
        try mixed.take(middling("乙", 11) + middling("甲", 10))
        #expect(try mixed.report().hidesUnits)
    }

    /// 甲 is told as a bound, and 乙 not at all beside it.
    @Test func hideWhatEarlierOnesHid() throws {
        var office = Office()
        try office.open(itemSurvey())
        try office.take(rows("甲", ["A": "555555555555"]) + middling("乙", 10) + middling("丙", 20))
        func standings(_ release: Release) -> [String: ScoreStanding] {
            let round = release.rounds[0]
            return Dictionary(
                uniqueKeysWithValues: round.standings.compactMap { name, standing in
                    name.isComparable ? nil : (name.cell.map { round.units[$0].units[0] } ?? "", standing)
                })
        }
        #expect(try standings(office.report()) == ["甲": .bounded, "乙": .hidden])
        #expect(
            office.ledger.tables[2026]?.hidden.filter { $0.number == "score A维" }.map(\.cell).count == 2)
        // Another number of 甲 needs no bound, but 乙's is the same and would tell the earlier one.
        try office.take(rows("甲", ["A": "1111111111"]))
        let later = try standings(office.report())
        #expect(later["乙"] == .hidden && later["甲"] != .bounded)
        // Answers of its own bring neither back: what was told of a part of them would narrow the rest.
        try office.take(middling("乙", 10))
        let last = try standings(office.report())
        #expect(last["乙"] == .hidden && last["甲"] == .hidden)
    }

    @Test func countNobodyMoreOnceTheRoundIsSealed() throws {
        var office = try office([("甲", 14), ("乙", 20)])
        let first = try office.report()
        try office.take(middling("甲", 12))
        var (rounds, history) = try office.rounds([2026])
        #expect(try office.release().rounds[0].whole.responses == 46)
        rounds[0].takesMore = false
        let sealed = try Disclosure(k: nil, ledger: office.ledger).release(rounds, history: history)
        #expect(sealed.joining == [2026: []] && sealed.tables[2026]?.batches == 1)
        #expect(sealed.rounds[0].whole.scores == first.rounds[0].whole.scores)
        #expect(sealed.rounds[0].whole.responses == 34 && sealed.rounds[0].whole.received == 46)
    }

    @Test func tellTheWholeOnlyWhereEarlierProgramsLeftNoCells() throws {
        var office = try office([("甲", 14), ("乙", 20)])
        _ = try office.report()
        office.ledger.tables[2026]?.cells = [["甲", "乙"]]
        office.ledger.tables[2026]?.restriction = .wholeOnly
        let whole = try office.release()
        #expect(whole.hidesUnits && whole.rounds[0].told("A维")?.n == 34)
        #expect(whole.tables[2026]?.restriction == .wholeOnly)
        office.ledger.tables[2026]?.restriction = .nothing
        let nothing = try office.release()
        #expect(nothing.rounds.isEmpty && nothing.hiddenYears == [2026] && nothing.tables.isEmpty)
    }
}

@Suite struct PartnersOfASmallUnit {
    private func cells(_ stoodTogether: [String]?, declaring target: String?) throws -> [[String]: Int] {
        var office = Office()
        let names = ["甲", "乙", "丙", "丁"]
        if let stoodTogether {
            try office.open(itemSurvey(year: 2025), roster: Roster(units: names.map { .init(name: $0, headcount: 90) }))
            for name in names {
                try office.take(middling(name, stoodTogether.contains(name) ? 6 : 30), year: 2025)
            }
            #expect(try office.report([2025]).merged == [stoodTogether])
        }
        try office.open(
            itemSurvey(year: 2026),
            roster: Roster(
                units: names.map { .init(name: $0, headcount: 90, mergeInto: $0 == "丁" ? target : nil) }))
        for (name, count) in zip(names, [40, 30, 12, 5]) { try office.take(middling(name, count), year: 2026) }
        return try office.report(stoodTogether == nil ? [2026] : [2025, 2026]).rounds.last?.sizes ?? [:]
    }

    @Test func areThoseOfAnEarlierTable() throws {
        #expect(try cells(["甲", "丁"], declaring: "乙") == [["甲", "丁"]: 45, ["乙"]: 30, ["丙"]: 12])
    }

    @Test func areElseTheDeclaredOnes() throws {
        #expect(try cells(nil, declaring: "乙") == [["甲"]: 40, ["乙", "丁"]: 35, ["丙"]: 12])
        #expect(try cells(["甲", "丙"], declaring: "乙") == [["甲"]: 40, ["乙", "丁"]: 35, ["丙"]: 12])
    }

    @Test func areElseTheSmallest() throws {
        #expect(try cells(nil, declaring: nil) == [["甲"]: 40, ["乙"]: 30, ["丙", "丁"]: 17])
    }
}
