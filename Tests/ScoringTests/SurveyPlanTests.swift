import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

private let items = """
    ## 题目

    XF. 自评 | Self [量表题 五级]
    - XF1 = 甲 | One
    - XF2 = 乙 | Two [反向]
    - XF3 = 丙 | Three

    """

private func dimension(_ lines: String) throws -> Survey { try Survey.sample(items + "\n维度：自评 | Self\n" + lines) }

@Suite struct ScoresOfOnePerson {
    /// XF1 = 5, XF2 = 2 turned to 4, XF3 = 3.
    private let row = ["XF1": "5", "XF2": "2", "XF3": "3"]

    @Test(
        arguments: [
            ("取题：XF", 4), ("取题：XF1", 5), ("取题：XF2", 4), ("取题：XF1、XF2", 4.5), ("取题：XF1×3、XF2×2", 4.6),
            ("取题：XF\n换算：原始", 4), ("取题：XF\n换算：百分制", 75), ("取题：XF\n换算：折百", 80), ("取题：XF\n换算：0~10", 7.5),
            ("取题：XF1×3、XF2×2\n换算：百分制", 90), ("取题：XF\n计法：合计", 12), ("取题：XF1×3、XF2×2\n计法：合计", 23),
            ("取题：XF\n计法：合计\n换算：百分制", 75), ("取题：XF\n计法：合计\n换算：折百", 80),
        ] as [(String, Double)])
    func followTheRuleOfTheDimension(lines: String, expected: Double) throws {
        #expect(isClose(try score(dimension(lines), row), expected))
    }

    /// 缺答: at most so many of three may be missing; without it, at least half must be there.
    @Test(arguments: [
        ("", 3, true), ("", 2, true), ("", 1, false), ("", 0, false), ("缺答：至多 0 题", 3, true), ("缺答：至多 0 题", 2, false),
        ("缺答：至多 1 题", 2, true), ("缺答：至多 1 题", 1, false), ("缺答：至多 2 题", 1, true), ("缺答：至多 2 题", 0, false),
    ])
    func needEnoughAnswers(line: String, answered: Int, isScored: Bool) throws {
        let row = Dictionary(
            uniqueKeysWithValues: ["XF1", "XF2", "XF3"].enumerated().map { ($1, $0 < answered ? "3" : "") })
        #expect((try score(dimension("取题：XF\n" + line), row) != nil) == isScored)
    }

    @Test func theHalfRuleRoundsUp() throws {
        let plans = try ["取题：XF1", "取题：XF1、XF2", "取题：XF"].map {
            SurveyPlan(try dimension($0)).tally.scales[0].minimumAnswered
        }
        #expect(plans == [1, 1, 2])
    }

    @Test func aMeanIsOfTheAnswersThatAreThereByTheirWeights() throws {
        #expect(isClose(try score(dimension("取题：XF1×3、XF2×2、XF3"), ["XF1": "5", "XF2": "", "XF3": "3"]), 4.5))
    }

    @Test func aSumIsCompletedByTheMean() throws {
        #expect(isClose(try score(dimension("取题：XF\n计法：合计"), ["XF1": "5", "XF2": "", "XF3": "4"]), 13.5))
    }

    @Test func pointsStandInForCodesAndTurnWithinTheirOwnBounds() throws {
        let survey = try Survey.sample(
            """
            ## 题目

            CP1. 一 | One [单选]
            - 1 = 优 | Good [100分]
            - 2 = 良 | Fair [80分]
            - 3 = 差 | Poor [30分]
            - 9 = 不了解 | No basis [不计分]

            CP2. 二 | Two [单选 反向]
            - 1 = 优 | Good [100分]
            - 2 = 良 | Fair [80分]
            - 3 = 差 | Poor [30分]
            - 9 = 不了解 | No basis [不计分]

            维度：测评 | Ballot
            取题：CP1、CP2
            """)
        // 80 turned within 30 to 100 is 50.
        #expect(isClose(try score(survey, ["CP1": "1", "CP2": "2"]), 75))
        #expect(isClose(try score(survey, ["CP1": "9", "CP2": "2"]), 50))
        #expect(try score(survey, ["CP1": "9", "CP2": "9"]) == nil)
        let items = try assessed(survey, [["CP1": "2", "CP2": "2"], ["CP1": "9", "CP2": ""]]).whole.items
        // 80 lies above the middle of 30 and 100, and turned to 50 below it.
        #expect(items.map(\.favourable.value) == [1, 0])
        #expect(items.map(\.favourable.n) == [1, 1])
        #expect(items.map(\.missingShare) == [0, 0.5])
    }

    @Test func aSumOfLinesWithDifferentMaximaIsRescaledOverAll() throws {
        let survey = try Survey.sample(
            """
            ## 题目

            P1. 一 | One [数字 0~8]

            P2. 二 | Two [数字 0~2]

            维度：自查 | Check
            取题：P1、P2
            计法：合计
            缺答：至多 0 题
            换算：百分制
            """)
        #expect(isClose(try score(survey, ["P1": "6", "P2": "1"]), 70))
        #expect(try score(survey, ["P1": "6", "P2": ""]) == nil)
    }

    @Test func aGapIsRequiredLessCurrentAndEntersACompositeAsAttainment() throws {
        let survey = try Survey.sample(
            """
            ## 题目

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One

            NL. 能力 | Competence [能力对 五级]
            - NL1 = 乙 | Two
            - NL2 = 丙 | Three

            维度：自评 | Self
            取题：XF
            换算：折百

            维度：差距 | Gap
            取题：NL
            计法：要求-现有
            方向：低为好

            维度：内层 | Inner
            合成：自评 50%、差距 50%

            维度：总分 | Total
            合成：自评 20%、内层 80%
            """)
        let row = ["XF1": "4", "NL1_cur": "2", "NL1_req": "4", "NL2_cur": "5", "NL2_req": "2"]
        #expect(isClose(try score(survey, row, on: "差距"), -0.5))
        // Short by 2 and by none of the 4 levels that are possible: 75; being above on one does not make up for the other.
        #expect(isClose(try score(survey, row, on: "内层"), 0.5 * 80 + 0.5 * 75))
        #expect(isClose(try score(survey, row, on: "总分"), 0.6 * 80 + 0.4 * 75))
        let incomplete = ["XF1": "", "NL1_cur": "2", "NL1_req": "4", "NL2_cur": "5", "NL2_req": "2"]
        #expect(try score(survey, incomplete, on: "总分") == nil)
    }
}

@Suite struct PlansOfSurveys {
    @Test func dimensionsStandInTheSurveysOrderCompositesAmongThem() throws {
        let survey = try Repository.survey("learning-organ-2025.zicha")
        #expect(SurveyPlan(survey).dimensions.map(\.dimension) == survey.dimensions)
    }

    @Test func anItemBelongsToTheFirstDimensionThatTakesIt() throws {
        let plan = SurveyPlan(try Repository.survey("learning-organ-2025.zicha"))
        #expect(plan.items.first { $0.variable.name == "JC1" }?.dimension == "学习基础")
        #expect(plan.items.first { $0.variable.name == "M1U" }?.dimension == "论坛收获")
        #expect(plan.items.filter { $0.dimension == "个人学习力" }.isEmpty)
        #expect(plan.pairs.map(\.code) == (1...9).map { "NL\($0)" })
    }

    @Test func eachScaleAndEachSetOfScalesIsCountedOnce() throws {
        for name in Repository.surveyNames {
            let tally = SurveyPlan(try Repository.survey(name)).tally
            #expect(tally.scales.indices.allSatisfy { tally.scales.firstIndex(of: tally.scales[$0]) == $0 })
            #expect(Set(tally.composites).count == tally.composites.count)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aLongSurveyIsPlannedAtOnce() throws {
        let rows = (1...40).map { block in
            "B\(block)_. 块 | Block [量表题 五级]\n" + (1...10).map { "- B\(block)i\($0) = 题 | Item" }.joined(separator: "\n")
                + "\n\n"
        }
        let dimensions = (1...40).map { "维度：维\($0) | D\($0)\n取题：B\($0)_\n\n" }
        let survey = try Survey.sample("## 题目\n\n" + rows.joined() + dimensions.joined())
        // Quadratic lookups took minutes, which the limit catches; how fast it is, is no matter of a test.
        #expect(SurveyPlan(survey).items.count == 400)
    }
}
