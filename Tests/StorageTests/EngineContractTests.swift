import Statistics
import Storage
import Surveys
import TestSupport
import Testing

/// Every engine; a new one adds its case here and passes what stands below.
enum Engine: CaseIterable {
    case memory, sqlite

    /// A new store; engines with a file keep it in the folder.
    ///
    /// - Parameter clock: the machine's day.
    func store(in folder: ScratchFolder, clock: Day? = nil) throws -> any Store {
        switch self {
        case .memory: MemoryStore(clock: clock)
        case .sqlite: try SQLiteStore(path: folder.newPath(), clock: clock)
        }
    }
}

func sampleReading() throws -> SurveyReading {
    try Survey.sample(
        """
        ## 题目

        CS. 处室 | Unit [下拉 处室]

        GW. 岗位 | Post [单选]
        - gl = 综合 | General [2分]
        - js = 技术 | Technical [1分]

        XF. 自评 | Self [量表题 五级含不适用]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two [反向]

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丙 | Three

        ZW. 追问 | More [数字 0~9]
        显示：GW = gl

        YJ. 意见 | Comment [文本 选填]
        """
    ).reading
}

/// Columns 1 to 5 counted, a scale of the two items, the pair, and the products of an item, the gap and the number.
let samplePlan = TallyPlan(
    items: [.init(column: 1, low: 0, high: 1), .init(column: 2, low: 1, high: 5), .init(column: 6, low: 0, high: 9)],
    scales: [
        .init(
            terms: [
                .points(column: 2, low: 1, points: [1, 2, 3, 4, 5], weight: 1),
                .points(column: 3, low: 1, points: [5, 4, 3, 2, 1], weight: 2),
            ], minimumAnswered: 1)
    ],
    pairs: [.init(current: 4, required: 5, low: 1, high: 5)],
    variables: [
        .points(column: 3, low: 1, points: [5, 4, 3, 2, 1], weight: 1), .gap(current: 4, required: 5, weight: 1),
        .points(column: 6, low: 0, points: Array(0...9), weight: 1),
    ])

let sampleRoster = Roster(units: [
    .init(name: "乙处", headcount: 9), .init(name: "空处", headcount: 3), .init(name: "甲处", headcount: 40),
])

/// Random checked responses with their units; some name none, some a unit that no roster lists.
func samplePeople(_ count: Int, seed: UInt64) -> (responses: [Response], units: [String?]) {
    var chance = SplitMix64(seed: seed)
    let units: [String?] = ["甲处", "乙处", "丁处", "丙处", nil]
    let named = (0..<count).map { _ in units.randomElement(using: &chance) ?? nil }
    let responses = named.map { unit in
        let post = ["gl", "js"].randomElement(using: &chance) ?? "gl"
        func level() -> Answer {
            [.level(1), .level(2), .level(4), .level(5), .notApplicable, .missing].randomElement(using: &chance)
                ?? .missing
        }
        return Response(answers: [
            unit.map { .text($0) } ?? .missing, .option(post), level(), level(), level(), level(),
            post == "gl" ? .number(Int.random(in: 0...9, using: &chance), decimals: 0) : .notAsked, .text("好"),
        ])
    }
    return (responses, named)
}

extension Store {
    /// What was counted of a round that no report has shown.
    func counted(_ plan: TallyPlan, year: Int) throws -> GroupedTally {
        let cohorts = try cohorts(plan, year: year)
        try #require(cohorts.map(\.batch) == [nil])
        return cohorts[0].counted
    }
}

@Suite struct EngineContract {
    private let folder = ScratchFolder()

    @Test(arguments: Engine.allCases)
    func unitsStandInTheOrderOfTheRosterThenByNameAndThoseWithoutLast(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2026, survey: sampleReading(), roster: sampleRoster)
        let (responses, units) = samplePeople(60, seed: 1)
        try store.append(responses, units: units, to: 2026)
        #expect(try store.counted(samplePlan, year: 2026).groups == ["乙处", "空处", "甲处", "丁处", "丙处", ""])
    }

    @Test(arguments: Engine.allCases)
    func withoutARosterUnitsStandByNameAndOnlyThoseThatSomebodyNamed(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2026, survey: sampleReading(), roster: nil)
        let (responses, _) = samplePeople(3, seed: 2)
        try store.append(responses, units: ["乙处", "丙处", "丁处"], to: 2026)
        #expect(try store.counted(samplePlan, year: 2026).groups == ["丁处", "丙处", "乙处"])
    }

    @Test(arguments: Engine.allCases)
    func anEmptyNameIsNoName(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2026, survey: sampleReading(), roster: nil)
        let (responses, _) = samplePeople(3, seed: 2)
        try store.append(responses, units: ["", nil, "甲处"], to: 2026)
        let counted = try store.counted(samplePlan, year: 2026)
        #expect(counted.groups == ["甲处", ""])
        #expect(counted.tallies.map(\.responses) == [1, 2])
    }

    @Test(arguments: Engine.allCases)
    func anEmptyRoundHasItsUnitsAndNobody(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2025, survey: sampleReading(), roster: sampleRoster)
        try store.open(2026, survey: sampleReading(), roster: nil)
        #expect(try store.counted(samplePlan, year: 2025).groups == ["乙处", "空处", "甲处"])
        #expect(
            try store.counted(samplePlan, year: 2025).tallies == Array(repeating: Tally(zeroFor: samplePlan), count: 3))
        #expect(
            try store.counted(samplePlan, year: 2026)
                == GroupedTally(groups: [], tallies: [], pairSums: [PairSums(zeroFor: 3)]))
    }

    @Test(arguments: Engine.allCases)
    func aRoundIsOpenedOnceAndBeforeItIsUsed(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2026, survey: sampleReading(), roster: nil)
        let (responses, units) = samplePeople(5, seed: 3)
        try store.append(responses, units: units, to: 2026)
        let again = #expect(throws: StoreError.self) {
            try store.open(2026, survey: sampleReading(), roster: sampleRoster)
        }
        #expect(again == .roundExists(2026))
        #expect(again?.wording.english == "there already is a round 2026")
        #expect(throws: StoreError.noRound(2025)) { try store.append(responses, units: units, to: 2025) }
        #expect(throws: StoreError.noRound(2025)) { try store.counted(samplePlan, year: 2025) }
        #expect(try store.counted(samplePlan, year: 2026).tallies.reduce(0) { $0 + $1.responses } == 5)
    }

    @Test(arguments: Engine.allCases)
    func roundsDoNotMix(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let (first, second) = (samplePeople(20, seed: 4), samplePeople(30, seed: 5))
        for (year, people) in [(2025, first), (2026, second)] {
            try store.open(year, survey: sampleReading(), roster: nil)
            try store.append(people.responses, units: people.units, to: year)
        }
        #expect(try store.counted(samplePlan, year: 2025).tallies.reduce(0) { $0 + $1.responses } == 20)
        #expect(try store.counted(samplePlan, year: 2026).tallies.reduce(0) { $0 + $1.responses } == 30)
    }

    @Test(arguments: Engine.allCases)
    func countsEqualANaiveCount(engine: Engine) throws {
        var store = try engine.store(in: folder)
        try store.open(2026, survey: sampleReading(), roster: sampleRoster)
        let (responses, units) = samplePeople(500, seed: 6)
        try store.append(responses, units: units, to: 2026)
        let counted = try store.counted(samplePlan, year: 2026)
        for (group, tally) in zip(counted.groups, counted.tallies) {
            let members = zip(responses, units).filter { ($1 ?? "") == group }.map(\.0.answers)
            func count(_ column: Int, _ answer: Answer) -> Int { members.count { $0[column] == answer } }
            #expect(tally.responses == members.count)
            #expect(tally.items[0].counts == [count(1, .option("gl")), count(1, .option("js"))])
            #expect(tally.items[1].counts == (1...5).map { count(2, .level($0)) })
            #expect(tally.items[1].missing == count(2, .missing))
            #expect(tally.items[1].notApplicable == count(2, .notApplicable))
            #expect(tally.items[2].counts == (0...9).map { count(6, .number($0, decimals: 0)) })
            #expect(tally.items[2].notAsked == count(6, .notAsked))
            for current in 1...5 {
                for required in 1...5 {
                    let both = members.count { $0[4] == .level(current) && $0[5] == .level(required) }
                    #expect(tally.pairs[0].count(current: current, required: required) == both)
                }
            }
            var cells: [ScaleCell: Int] = [:]
            for member in members {
                var cell = ScaleCell(answered: 0, weight: 0, sum: 0)
                if case .level(let code) = member[2] {
                    cell = ScaleCell(answered: 1, weight: 1, sum: code)
                }
                if case .level(let code) = member[3] {
                    cell = ScaleCell(
                        answered: cell.answered + 1, weight: cell.weight + 2, sum: cell.sum + 2 * (6 - code))
                }
                cells[cell, default: 0] += 1
            }
            #expect(tally.scales[0].cells == cells)
        }
    }

    @Test(arguments: Engine.allCases)
    func appendingInPartsEqualsAppendingAtOnce(engine: Engine) throws {
        let (responses, units) = samplePeople(200, seed: 7)
        var atOnce = try engine.store(in: folder)
        try atOnce.open(2026, survey: sampleReading(), roster: sampleRoster)
        try atOnce.append(responses, units: units, to: 2026)
        var inParts = try engine.store(in: folder)
        try inParts.open(2026, survey: sampleReading(), roster: sampleRoster)
        for part in [150..<200, 0..<1, 1..<1, 1..<150] {
            try inParts.append(Array(responses[part]), units: Array(units[part]), to: 2026)
        }
        #expect(try inParts.counted(samplePlan, year: 2026) == atOnce.counted(samplePlan, year: 2026))
    }

    @Test(arguments: Engine.allCases)
    func aRoundIsKeptWithItsSurveyWordForWordAndItsRoster(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let reading = Survey.read("\r\n# 标题 | Title\r\n语言：zh、en\r\n\r\n## 一\r\n\r\nA. 甲  | One [是否] \r\n")
        let roster = Roster(units: [
            .init(name: "乙处", headcount: 9, mergeInto: "甲处"), .init(name: "空处", headcount: 0),
            .init(name: "甲处", headcount: 40),
        ])
        try store.open(2026, survey: reading, roster: roster)
        try store.open(2024, survey: reading, roster: nil)
        #expect(try store.years() == [2024, 2026])
        #expect(
            try store.round(2026) == StoredRound(year: 2026, surveyText: reading.source.text, roster: roster))
        #expect(Array(try store.round(2026).surveyText.utf8) == Array(reading.source.text.utf8))
        #expect(try store.round(2024).roster == nil)
        #expect(throws: StoreError.noRound(2025)) { try store.round(2025) }
    }

    @Test(arguments: Engine.allCases)
    func aSurveyWithErrorsOpensNoRound(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let reading = Survey.read("# 标题\n\n## 一\n\nA. 甲 [是否]\nA. 乙 [是否]\n")
        #expect(throws: StoreError.surveyHasErrors(2026)) { try store.open(2026, survey: reading, roster: nil) }
        #expect(try store.years().isEmpty)
    }

    @Test(arguments: Engine.allCases, [UInt64(1), 2, 3])
    func whatWasAppendedIsShownAgain(engine: Engine, seed: UInt64) throws {
        var store = try engine.store(in: folder)
        let survey = try everyKind()
        var chance = SplitMix64(seed: seed)
        let responses = (0..<300).map { randomResponse(to: survey.survey.variables, number: $0, &chance) }
        let units: [String?] = responses.indices.map { _ in
            ["甲处", "乙处", "别处", nil].randomElement(using: &chance) ?? nil
        }
        try store.open(2026, survey: survey, roster: sampleRoster)
        try store.append(Array(responses[..<100]), units: Array(units[..<100]), to: 2026)
        try store.append(Array(responses[100...]), units: Array(units[100...]), to: 2026)
        var seen = 0
        try store.forEachResponse(to: 2026) { response, unit, _ in
            guard case .number(let number, _) = response.answers[0] else {
                Issue.record("the first answer is the response's number")
                return
            }
            seen += 1
            #expect(response == responses[number])
            #expect(unit == units[number])
        }
        #expect(seen == 300)
    }

    @Test(arguments: Engine.allCases)
    func textsComeBackByteByByte(engine: Engine) throws {
        var store = try engine.store(in: folder)
        let reading = try Survey.sample("## 一\n\nYJ. 意见 | Comment [文本 选填]").reading
        try store.open(2026, survey: reading, roster: nil)
        try store.append(
            hostileTexts.map { Response(answers: [.text($0)]) }, units: hostileTexts.map { _ in nil }, to: 2026)
        var found: [[UInt8]] = []
        try store.forEachResponse(to: 2026) { response, _, _ in
            if case .text(let text) = response.answers[0] { found.append(Array(text.utf8)) }
        }
        #expect(Set(found) == Set(hostileTexts.map { Array($0.utf8) }))
    }
}

@Suite struct ColumnsOfResponses {
    /// The numbers at the low end stand for missing answers in a column, and those beyond it have no place.
    @Test(arguments: [-2_147_483_648, -2_147_483_647, -2_147_483_646, -2_147_483_649, 2_147_483_648, 999_999_999_999])
    func aNumberThatAColumnCannotHoldIsCountedNowhere(number: Int) throws {
        let variables = try Survey.sample("## 题目\n\nN. 数 | Number [数字]\n").variables.map { variable in
            var wide = variable
            wide.domain = .number(NumberRange(bounds: -1_000_000_000_000...1_000_000_000_000))
            return wide
        }
        let response = Response(answers: [.number(number, decimals: 0)])
        let table = ResponseTable([response], variables: variables, groups: [0], groupCount: 1)
        #expect(table.columns == [[ResponseTable.notApplicable]])
    }
}
