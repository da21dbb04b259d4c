import Scoring
import Surveys
import TestSupport
import Testing

private func survey() throws -> Survey {
    try Survey.sample(
        """
        ## 题目

        CS. 处室 | Unit [下拉 处室]

        MS. 方式 | Ways [多选 1~2项]
        - a = 自学 | Alone
        - b = 集中 | Together
        - c = 网络 | Online
        - z = 都没有 | None [独占]

        PX. 排序 | Rank [排序 2项]
        - p = 甲 | First
        - q = 乙 | Second
        - r = 丙 | Third

        XF. 自评 | Self [量表题 五级]
        - XF1 = 甲项 | One
        - XF2 = 乙项 | Two [反向]
        - XF3 = 丙项 | Three
        - XF4 = 丁项 | Four

        XC. 处室 | Section [量表题 五级含不适用]
        - XC1 = 丙项 | Five

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丁项 | Six

        JY1. 建议数 | Made [数字 0~9]

        JY2. 采纳数 | Adopted [数字 0~9]
        校验：JY2 ≤ JY1
        提示：采纳数不能大于建议数
        en: Adopted cannot exceed made

        ZW. 追问 | Follow-up [数字 0.0~1.0]
        显示：JY1 > 0

        YJ. 意见 | Comment [文本 选填]
        """)
}

private func roster(_ size: Int) -> Roster {
    Roster(units: [.init(name: "甲处", headcount: size), .init(name: "乙处", headcount: 2 * size)])
}

private func simulation(_ size: Int, change: (inout Simulation.Settings) -> Void = { _ in }) throws -> Simulation {
    var settings = Simulation.Settings()
    change(&settings)
    return Simulation(survey: try survey(), roster: roster(size), year: 2026, settings: settings)
}

/// FNV-1a over every cell.
private func fingerprint(_ responses: [Response]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for response in responses {
        for byte in response.cells.joined(separator: "\u{1F}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0x0A) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
}

@Suite struct SimulatedResponses {
    /// The same on every machine and in every version: seeds/ and reports/ are made of them.
    @Test func oneSeedGivesTheSameResponsesForEver() throws {
        let responses = try simulation(40).responses()
        #expect(responses == (try simulation(40).responses()))
        #expect(fingerprint(responses) == "f285755ff9258376")
    }

    @Test func anotherSeedOrYearGivesOthers() throws {
        let first = try simulation(40).responses()
        #expect(try simulation(40) { $0.seed = 2 }.responses() != first)
        #expect(Simulation(survey: try survey(), roster: roster(40), year: 2025).responses() != first)
    }

    /// What one person answers never depends on how many others there are.
    @Test func peopleDoNotDependOnOneAnother() throws {
        let few = try simulation(20).responses()
        let many = try simulation(40).responses()
        #expect(few.allSatisfy(many.contains))
    }

    @Test(arguments: [0.2, 0.6, 0.85])
    func theResponseRateIsNearItsSetting(rate: Double) throws {
        let units = (0..<40).map { Roster.Unit(name: "处\($0)", headcount: 50) }
        var settings = Simulation.Settings()
        settings.responseRate = rate
        let count = Simulation(survey: try survey(), roster: Roster(units: units), year: 2026, settings: settings)
            .responses().count
        #expect(abs(Double(count) / 2000 - rate) < 0.03)
    }

    @Test(arguments: [0, 0.02, 0.1])
    func theShareOfMissingAnswersIsNearItsSetting(missing: Double) throws {
        let responses = try simulation(500) { $0.missing = missing }.responses()
        let names = try survey().variables.map(\.name)
        let items = names.indices.filter { names[$0].hasPrefix("XF") }
        let skipped = responses.reduce(0) { sum, response in sum + items.count { response.answers[$0] == .missing } }
        #expect(abs(Double(skipped) / Double(items.count * responses.count) - missing) < 0.01)
    }

    @Test(arguments: [0, 0.3])
    func someTickTheSameBoxThroughout(careless: Double) throws {
        let responses = try simulation(500) {
            $0.careless = careless
            $0.missing = 0
        }.responses()
        let names = try survey().variables.map(\.name)
        let levels = names.indices.filter { names[$0].hasPrefix("XF") || names[$0].hasPrefix("NL") }
        let straight = responses.count { response in
            levels.allSatisfy { response.answers[$0] == response.answers[levels[0]] }
        }
        // One in sixty ticks six equal boxes in earnest.
        #expect(abs(Double(straight) / Double(responses.count) - careless) < 0.05)
    }

    @Test func peopleAreNamedByTheirUnitInTheOrderOfTheRoster() throws {
        let units = try simulation(30).responses().map(\.answers[0])
        let first = units.prefix { $0 == .text("甲处") }
        #expect(!first.isEmpty && units.dropFirst(first.count).allSatisfy { $0 == .text("乙处") })
    }

    @Test(arguments: [(0.0, 0), (1.5, 90)])
    func nobodyOrEverybodyMayRespond(rate: Double, count: Int) throws {
        #expect(try simulation(30) { $0.responseRate = rate }.responses().count == count)
    }

    /// Read as cells of a file, nothing is refused: bounds, conditions, checks and numbers of choices are kept.
    @Test(arguments: Repository.surveyNames)
    func everyShippedSurveyAcceptsItsSimulatedAnswers(name: String) throws {
        let survey = try Repository.survey(name)
        try expectAcceptance(
            Simulation(survey: survey, roster: roster(40), year: survey.year ?? 2026).responses(), by: survey)
    }

    @Test func everyTypeOfQuestionAcceptsItsSimulatedAnswers() throws {
        try expectAcceptance(simulation(200) { $0.missing = 0.1 }.responses(), by: survey())
    }

    private func expectAcceptance(_ responses: [Response], by survey: Survey) throws {
        var reader = ResponseReader(survey: survey, roster: roster(1))
        #expect(!responses.isEmpty)
        for response in responses {
            let (read, refused) = reader.read(response.cells.map { $0[...] })
            try #require(read == response)
            try #require(refused.isEmpty)
        }
    }
}
