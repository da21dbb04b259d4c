import GRDB
import Statistics
import Surveys
import Testing

@testable import Storage

private let year = 2026
private let day = Day("2026-11-02")!

/// A report that the store knows by one letter.
private func report(_ letter: Character = "a") -> PublishedReport {
    PublishedReport(
        fingerprint: String(repeating: letter, count: 64), smallestGroup: 10,
        rounds: [.init(year: year, groups: [.init(units: ["甲处"], responses: 12)])])
}

private let first = PublishedTable(smallestGroup: 10, cells: [["甲处", "丁处"], ["乙处", ""]], batches: 1)

private let second = PublishedTable(
    smallestGroup: 10, cells: [["甲处"], ["丁处"], ["乙处", ""]], batches: 2,
    withheldAnswers: [
        WithheldAnswers(batch: 2, cell: 1, variable: "XF1"), WithheldAnswers(batch: 1, cell: 0, variable: "XF2"),
    ], hidden: [HiddenNumber(name: "自评", cell: nil), HiddenNumber(name: "自评", cell: 2)],
    toldGroupings: [
        ToldGrouping(grouping: "GW", classes: [["gl"], ["js"]], batch: 1),
        ToldGrouping(grouping: "GW", classes: [["js", "gl"]], batch: 2),
        ToldGrouping(grouping: "GL × DY", classes: [["1 × 0", "1 × 1"], ["2 × 0"]], batch: 1),
    ])

extension Store {
    /// As many responses of each unit.
    fileprivate mutating func take(_ counts: [(unit: String?, count: Int)], seed: UInt64 = 1) throws {
        let units = counts.flatMap { Array(repeating: $0.unit, count: $0.count) }
        try append(samplePeople(units.count, seed: seed).responses, units: units, to: year)
    }

    /// `[1: [12, 3], 2: …]`: how many of each group each cohort has; 0 is that which waits.
    fileprivate func sizes() throws -> [Int: [Int]] {
        try cohorts(samplePlan, year: year).reduce(into: [:]) {
            $0[$1.batch ?? 0] = $1.counted.tallies.map(\.responses)
        }
    }
}

private func opened(_ engine: Engine, _ folder: ScratchFolder, roster: Roster? = nil) throws -> any Store {
    var store = try engine.store(in: folder)
    try store.open(year, survey: sampleReading(), roster: roster, on: day)
    return store
}

@Suite struct ThePublishedTable {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func comesBackAsItWasLastGiven(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10), (nil, 3)])
        #expect(try store.table(of: year) == nil)
        #expect(throws: StoreError.noRound(2025)) { try store.table(of: 2025) }
        try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处", ""]], on: day)
        #expect(try store.table(of: year) == first)
        try store.take([("甲处", 10)], seed: 2)
        try store.publish(report("b"), tables: [year: second], joining: [year: ["甲处"]], on: day)
        #expect(try store.table(of: year) == second)
        var third = second
        (third.hidden, third.restriction) = ([], .wholeOnly)
        try store.publish(report("c"), tables: [year: third], joining: [:], on: day)
        #expect(try store.table(of: year) == third)
        #expect(try store.published().map(\.fingerprint.first) == ["a", "b", "c"])
        if let file = store as? SQLiteStore { try file.verify() }
    }

    @Test(arguments: Engine.allCases)
    func isKeptWithItsReportOrNotAtAll(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10), (nil, 3)])
        let joining: [Int: Set<String>] = [year: ["甲处", "乙处", "丁处", ""]]
        #expect(throws: StoreError.noRound(2030)) {
            try store.publish(report(), tables: [year: first, 2030: first], joining: joining, on: day)
        }
        #expect(throws: StoreError.clockBehind(last: day)) {
            try store.publish(report(), tables: [year: first], joining: joining, on: Day("2026-11-01")!)
        }
        #expect(try store.table(of: year) == nil && store.published().isEmpty)
        #expect(try store.sizes() == [0: [10, 11, 12, 3]])
        #expect(try store.log().map(\.act) == [.opened])
    }

    /// What a report may make of the table before.
    @Test(arguments: [0, 1, 2, 3, 4, 5, 6])
    func neverLosesABatchNorTakesOneInTwice(change: Int) async throws {
        await #expect(processExitsWith: change < 5 ? .failure : .success) { [change = change as Int] in
            var store: any Store = MemoryStore()
            try store.open(year, survey: sampleReading(), roster: nil)
            try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
            try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
            try store.publish(report(), tables: [year: second], joining: [year: ["甲处"]], on: day)
            if change == 4 || change == 6 {
                try store.close(year, on: day)
                _ = try store.seal(year, on: day)
            }
            var next = PublishedTable(smallestGroup: 10, cells: second.cells, batches: 2)
            var joining: Set<String> = []
            switch change {
            case 0: next.batches = 1
            case 1: next.batches = 3
            case 2: joining = ["甲处"]
            case 3: (next.batches, joining) = (3, ["空处"])
            // Into a sealed round; the last two may be, into one that is open and of nobody.
            case 4, 5: (next.batches, joining) = (3, ["甲处"])
            default: break
            }
            try store.publish(report(), tables: [year: next], joining: [year: joining], on: day)
        }
    }
}

@Suite struct Batches {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func takeInTheUnitsThatJoinAndLeaveTheOthersWaiting(engine: Engine) throws {
        var store = try opened(engine, folder, roster: Roster(units: [.init(name: "乙处", headcount: 40)]))
        try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10), (nil, 3)])
        #expect(try store.cohorts(samplePlan, year: year).map(\.counted.groups) == [["乙处", "丁处", "甲处", ""]])
        #expect(try store.sizes() == [0: [11, 10, 12, 3]])
        let everybody = try store.counted(samplePlan, year: year)
        try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处", ""]], on: day)
        #expect(try store.cohorts(samplePlan, year: year) == [Cohort(batch: 1, counted: everybody)])
        try store.take([("甲处", 10), ("乙处", 4), ("戊处", 2), (nil, 1)], seed: 2)
        #expect(try store.sizes() == [1: [11, 10, 0, 12, 3], 0: [4, 0, 2, 10, 1]])
        try store.publish(report("b"), tables: [year: second], joining: [year: ["甲处", "丁处"]], on: day)
        #expect(try store.sizes() == [1: [11, 10, 0, 12, 3], 2: [0, 0, 0, 10, 0], 0: [4, 0, 2, 0, 1]])
        var shown: [Int: Set<String>] = [:]
        try store.forEachResponse(to: year) { _, unit, batch in shown[batch ?? 0, default: []].insert(unit ?? "") }
        #expect(shown == [1: ["甲处", "乙处", "丁处", ""], 2: ["甲处"], 0: ["乙处", "戊处", ""]])
        try store.take([("甲处", 1)], seed: 3)
        var third = second
        third.batches = 3
        try store.publish(report("c"), tables: [year: third], joining: [year: ["", "乙处"]], on: day)
        let cohorts = try store.cohorts(samplePlan, year: year)
        #expect(cohorts.map(\.batch) == [1, 2, 3, nil])
        #expect(cohorts.map(\.counted.pairSums.count) == [1, 5, 5, 5])
        #expect(cohorts.allSatisfy { $0.counted.groups == ["乙处", "丁处", "戊处", "甲处", ""] })
        #expect(try store.sizes()[3] == [4, 0, 0, 0, 1] && store.sizes()[0] == [0, 0, 2, 1, 0])
        // Whoever was told is told the same.
        #expect(cohorts[0].counted.tallies[0] == everybody.tallies[0])
        #expect(try store.progress(of: year).map(\.responses) == [15, 10, 2, 23, 4])
        if let file = store as? SQLiteStore { try file.verify() }
    }

    @Test(arguments: Engine.allCases)
    func stayAtTheSealAndWhoeverWaitsWaitsForEver(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
        try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
        try store.take([("甲处", 5), (nil, 1)], seed: 2)
        try store.close(year, on: day)
        let before = try store.cohorts(samplePlan, year: year)
        let receipts = try store.receipts(of: year)
        _ = try store.seal(year, on: day)
        // The first count is kept, the second is what was kept.
        for _ in 0..<2 { #expect(try store.cohorts(samplePlan, year: year) == before) }
        #expect(before.map(\.batch) == [1, nil] && before[1].counted.tallies.map(\.responses) == [0, 0, 5, 1])
        var later = first
        later.hidden = [HiddenNumber(name: "自评", cell: 0)]
        try store.publish(report("b"), tables: [year: later], joining: [:], on: day)
        #expect(try store.cohorts(samplePlan, year: year) == before && store.table(of: year) == later)
        #expect(try store.receipts(of: year) == receipts)
        if let file = store as? SQLiteStore { try file.verify() }
    }

    @Test(arguments: Engine.allCases)
    func ofASealedRoundBeginWithItsFirstReport(engine: Engine) throws {
        var store = try opened(engine, folder)
        try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
        try store.close(year, on: day)
        _ = try store.seal(year, on: day)
        let counted = try store.counted(samplePlan, year: year)
        try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
        for _ in 0..<2 {
            #expect(try store.cohorts(samplePlan, year: year) == [Cohort(batch: 1, counted: counted)])
        }
        if let file = store as? SQLiteStore { try file.verify() }
    }

    /// Whose answers are unusual is told by those of batch 1 alone.
    @Test(arguments: Engine.allCases)
    func thatComeLaterChangeNothingOfThoseBefore(engine: Engine) throws {
        let items = [2, 3].map { ScreeningPlan.Item(column: $0, low: 1, high: 5) }
        let plan = TallyPlan(
            items: [.init(column: 2, low: 1, high: 5)],
            screening: ScreeningPlan(items: items, limits: CarelessLimits(distanceP: 0.3, signsForFlag: 1)))
        var store = try opened(engine, folder)
        try store.take([("甲处", 60)])
        try store.publish(report(), tables: [year: first], joining: [year: ["甲处"]], on: day)
        let told = try store.cohorts(plan, year: year)
        let screening = try #require(told[0].counted.screening)
        #expect(screening.distanceUndefined == nil && screening.careless[0].flagged > 0)
        var alike = samplePeople(1, seed: 2).responses[0]
        (alike.answers[2], alike.answers[3]) = (.level(1), .level(5))
        try store.append(
            Array(repeating: alike, count: 100), units: Array(repeating: "甲处", count: 100), to: year)
        let after = try store.cohorts(plan, year: year)
        #expect(after.map(\.batch) == [1, nil] && after[0] == told[0])
        // Nobody named none, so the one unit is all that has sums of its own.
        #expect(try store.cohorts(samplePlan, year: year).map(\.counted.pairSums.count) == [1, 1])
    }

    /// One of pairs for everybody whom the first report told, then one a unit and batch.
    @Test func haveTheirSumsOfProductsByUnitFromTheSecondOn() {
        #expect(CohortLayout(units: ["甲处", "乙处"], told: 0).pairing == [0, 0, 0])
        #expect(CohortLayout(units: ["甲处", "乙处"], told: 1).pairing == [0, 0, 0, 1, 2, 3])
        #expect(CohortLayout(units: ["甲处"], told: 2).pairing == [0, 0, 1, 2, 3, 4])
    }

    @Test func areNoPartOfAnythingThatIsShown() throws {
        let store = try SQLiteStore(path: folder.newPath())
        try store.open(year, survey: sampleReading(), roster: nil, on: day)
        var shared: any Store = store
        try shared.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
        func batches() throws -> [Int?] {
            try store.withDatabase { database in
                try Row.fetchAll(database, sql: "SELECT DISTINCT _batch FROM response_2026").map { $0[0] as Int? }
            }
        }
        #expect(try batches() == [nil])
        let receipts = try store.receipts(of: year)
        var before: Set<String> = []
        try store.forEachResponse(to: year) { response, _, _ in before.insert(response.words) }
        try shared.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
        #expect(try batches() == [1] && store.receipts(of: year) == receipts)
        var after: Set<String> = []
        try store.forEachResponse(to: year) { response, _, _ in after.insert(response.words) }
        #expect(after == before)
    }
}

@Suite struct ATableThatDoesNotFit {
    private let folder = ScratchFolder()

    @Test(arguments: [
        "UPDATE response_2026 SET _batch = 3 WHERE _id = (SELECT min(_id) FROM response_2026)",
        "DELETE FROM cell WHERE unit = '乙处'",
        "DELETE FROM cell; DELETE FROM round_table",
        "INSERT INTO cell (round, cell, place, unit) VALUES (2026, 1, 9, '无此处')",
        "INSERT INTO withheld (round, batch, cell, variable) VALUES (2026, 1, 7, 'XF1')",
        "INSERT INTO withheld (round, batch, cell, variable) VALUES (2026, 3, 0, 'XF1')",
        "INSERT INTO hidden (round, number, cell) VALUES (2026, '自评', 7)",
        "UPDATE round_table SET restriction = 'otherwise'",
    ])
    func isDamage(change: String) throws {
        let path = folder.newPath()
        do {
            var store: any Store = try SQLiteStore(path: path)
            try store.open(year, survey: sampleReading(), roster: nil, on: day)
            try store.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
            try store.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
            try (store as? SQLiteStore)?.verify()
        }
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: change) }
        try queue.close()
        #expect(throws: StoreError.damaged(path: path)) { try SQLiteStore(path: path).verify() }
    }

    @Test(arguments: [
        "UPDATE response_2026 SET _batch = 0", "UPDATE round_table SET batches = 0",
        "INSERT INTO cell (round, cell, place, unit) VALUES (2026, 0, 9, '乙处')",
        "INSERT INTO round_table (round, smallest_group, batches) VALUES (2030, 10, 1)",
        // A name goes with a number that is no year, and stands once in an edition.
        "INSERT INTO round (id, edition, name, survey, survey_sha256) SELECT 2027, 2026, '党建', survey, survey_sha256 FROM round",
        "INSERT INTO round (id, edition, survey, survey_sha256) SELECT 10000, 2026, survey, survey_sha256 FROM round",
    ])
    func isRefusedByTheDatabase(change: String) throws {
        let store = try SQLiteStore(path: folder.newPath())
        try store.open(year, survey: sampleReading(), roster: nil, on: day)
        var shared: any Store = store
        try shared.take([("甲处", 12), ("乙处", 11), ("丁处", 10)])
        try shared.publish(report(), tables: [year: first], joining: [year: ["甲处", "乙处", "丁处"]], on: day)
        #expect(throws: DatabaseError.self) { try store.withDatabase { try $0.execute(sql: change) } }
    }
}
