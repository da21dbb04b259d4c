import Surveys
import Testing

/// What each answer adds to a score: by the bounds that the survey declares, never by those that were seen.
@Suite struct ScoringTests {
    private func variable(_ block: String, named name: String = "A1") throws -> Variable {
        try #require(readClean("# 自查\n语言：zh\n\(block)").variables.first { $0.name == name })
    }

    private static let scale = "量表：五级\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙\n- 4 = 丁\n- 5 = 戊\n- NA = 不适用 [不计分]\n"

    @Test func aLevelScoresItsCodeAndAReversedOneItsMirror() throws {
        let block = Self.scale + "XF. 问 [量表题 五级]\n- XF1 = 一\n- XF2 = 二 [反向]"
        #expect(
            try variable(block, named: "XF1").scoring == ItemScoring(low: 1, points: [1, 2, 3, 4, 5], bounds: 1...5))
        let reversed = try variable(block, named: "XF2")
        #expect(reversed.scoring == ItemScoring(low: 1, points: [5, 4, 3, 2, 1], bounds: 1...5))
        #expect(
            reversed.code(of: .level(2)) == 2 && reversed.code(of: .notApplicable) == nil
                && reversed.code(of: .missing) == nil)
    }

    @Test func pointsGoBeforeCodes() throws {
        let block = "量表：折\n- 1 = 甲 [20分]\n- 2 = 乙 [60分]\n- 3 = 丙 [100分]\n- 4 = 不了解 [不计分]\nA1. 问 [量表题 折 反向]"
        #expect(try variable(block).scoring == ItemScoring(low: 1, points: [100, 60, 20, nil], bounds: 20...100))
    }

    @Test func optionsScoreTheirPointsByPosition() throws {
        let block = "A1. 问 [单选]\n- a = 甲 [100分]\n- b = 乙 [60分]\n- z = 不了解 [不计分]"
        let one = try variable(block)
        #expect(one.scoring == ItemScoring(low: 0, points: [100, 60, nil], bounds: 60...100))
        #expect(one.code(of: .option("b")) == 1 && one.code(of: .option("x")) == nil)
    }

    @Test(arguments: [
        ("A1. 问 [评分 0~3 反向]", ItemScoring(low: 0, points: [3, 2, 1, 0], bounds: 0...3)),
        ("A1. 问 [评分 -1~1]", ItemScoring(low: -1, points: [-1, 0, 1], bounds: -1...1)),
        ("A1. 问 [数字 0~2 分]", ItemScoring(low: 0, points: [0, 1, 2], bounds: 0...2)),
        ("A1. 问 [评分 0~3 不计分]", nil), ("A1. 问 [数字]", nil), ("A1. 问 [数字 0.5~2]", nil), ("A1. 问 [数字 0~999999]", nil),
        ("A1. 问 [文本]", nil), ("A1. 问 [日期]", nil), ("A1. 问 [是否]", nil), ("A1. 问 [单选]\n- a = 甲\n- b = 乙", nil),
        ("A1. 问 [多选]\n- a = 甲 [1分]\n- b = 乙 [2分]", nil),
    ])
    func otherTypes(_ block: String, _ scoring: ItemScoring?) throws {
        #expect(try variable(block).scoring == scoring)
    }

    @Test func anUnscoredBlockScoresNoRow() throws {
        let block = Self.scale + "XF. 问 [量表题 五级 不计分]\n- XF1 = 一"
        #expect(try variable(block, named: "XF1").scoring == nil)
    }

    @Test func variablesAreTheColumnsInTheOrderOfTheText() throws {
        let survey = readClean(
            "# 自查\n语言：zh\n" + Self.scale
                + "A0. 问 [数字]\n## 一\n显示：A0 已答\n说明：甲\nXF. 问 [量表题 五级 选填]\n- XF1 = 一\n- XF2 = 二\n显示：A0 ≥ 2\n## 二\nN. 说 [说明]\nNL. 问 [能力对 五级]\n- NL1 = 写 [选填]\nA1. 问 [文本]"
        )
        #expect(survey.variables.map(\.name) == ["A0", "XF1", "XF2", "NL1_cur", "NL1_req", "A1"])
        #expect(survey.variables.map(\.ordinal) == [0, 1, 1, 3, 3, 4])
        #expect(survey.variables.map(\.isRequired) == [true, false, false, false, false, true])
        #expect(survey.variables.map(\.show.count) == [0, 1, 2, 0, 0, 0])
        #expect(survey.variables.map { survey.question(of: $0)?.code } == ["A0", "XF", "XF", "NL", "NL", "A1"])
        #expect(survey.variables(of: Dimension.Term(code: "XF")).map(\.name) == ["XF1", "XF2"])
        #expect(survey.variables(of: Dimension.Term(code: "NL1")).map(\.part) == [.current, .required])
        #expect(survey.variables(of: Dimension.Term(code: "ZZ")).isEmpty)
    }

    @Test func aCompositeIsUnfoldedIntoItsLeaves() throws {
        let survey = readClean(
            "# 自查\n语言：zh\nA1. 问 [评分 1~5]\nA2. 问 [评分 1~5]\n维度：甲\n取题：A1\n维度：乙\n取题：A2\n维度：丙\n合成：甲 1、乙 3\n维度：丁\n合成：丙 50%、甲 50%"
        )
        let dimension = try #require(survey.dimension(named: "丁"))
        let leaves = try #require(survey.leaves(of: dimension))
        #expect(leaves.map(\.dimension.name.main) == ["甲", "乙", "甲"] && leaves.map(\.share) == [0.125, 0.375, 0.5])
    }
}

@Suite("Numbers as points")
struct NumberPointsTests {
    @Test(
        "score while they can be counted one by one and added exactly",
        arguments: [
            ("0~100", true), ("-5~5", true), ("0~1000000", false), ("999999000~1000000100", false), ("0~1.5", false),
        ])
    func bounds(range: String, scores: Bool) throws {
        let survey = Survey.read("# 自查\n语言：zh\nA. 问 [数字 \(range) 次]").survey
        let variable = try #require(survey.variables.first)
        #expect((variable.scoring != nil) == scores)
    }
}
