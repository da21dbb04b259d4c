import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// Cases in which a number was wrong once.
@Suite struct ReviewedCases {
    @Test func `a unit that joins a merged set does not make it another group`() throws {
        let body = "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nXF. 自评 | Self [量表题 五级]\n- XF1 = 甲 | One\n\n维度：自评 | Self\n取题：XF"
        let surveys = try [2025, 2026].map { try Survey.sample(body, year: $0) }
        let history = SurveyHistory(zip([2025, 2026], surveys).map { .init(year: $0, survey: $1) })
        func rows(_ unit: String, _ count: Int, _ level: Int) -> [[String: String]] {
            (0..<count).map { ["CS": unit, "XF1": String(min(5, level + $0 % 2))] }
        }
        let before = rows("甲处", 20, 1) + rows("丙处", 20, 3)
        let after = rows("甲处", 12, 4) + rows("乙处", 12, 4) + rows("丙处", 20, 3)
        let rounds = [
            try round(surveys[0], before, year: 2025, history: history),
            try round(surveys[1], after, year: 2026, history: history),
        ]
        let assessment = try Assessment(of: rounds, history: history, joining: [["甲处", "乙处"]])
        let parts = try #require(assessment.changes[0].decomposition)
        // 甲 rose from 1.5 to 4.5; its share only from 20 of 40 to 24 of 44.
        #expect(try #require(parts.within) > 1.5)
        #expect(abs(try #require(parts.composition)) < 0.1)
    }

    @Test(arguments: [("高为好", 100.0), ("低为好", 0)])
    func `a gap enters a composite on the composite's better side`(direction: String, best: Double) throws {
        let survey = try Survey.sample(
            """
            ## 题目

            NL. 能力 | Competence [能力对 五级]
            - NL1 = 丁 | Four

            维度：差距 | Gap
            取题：NL
            计法：要求-现有

            维度：指数 | Index
            合成：差距 100%
            方向：\(direction)
            """)
        #expect(try score(survey, ["NL1_cur": "4", "NL1_req": "4"], on: "指数") == best)
        #expect(try score(survey, ["NL1_cur": "1", "NL1_req": "5"], on: "指数") == 100 - best)
        #expect(try score(survey, ["NL1_cur": "3", "NL1_req": "5"], on: "指数") == 50)
    }

    @Test func `a sum of items of unlike ranges needs all of them`() throws {
        let survey = try Survey.sample(
            """
            ## 题目

            TS. 天数 | Days [数字 0~366]

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One

            维度：总分 | Sum
            取题：TS、XF1
            计法：合计
            换算：百分制
            """)
        #expect(try score(survey, ["TS": "366", "XF1": ""]) == nil)
        #expect(isClose(try score(survey, ["TS": "366", "XF1": "5"]), 100))
        #expect(isClose(try score(survey, ["TS": "0", "XF1": "1"]), 0))
    }

    @Test func `reliability is judged for the whole alone`() throws {
        let survey = try Survey.sample(
            "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nXF. 自评 | Self [量表题 五级]\n- XF1 = 甲 | One\n- XF2 = 乙 | Two\n- XF3 = 丙 | Three\n\n维度：自评 | Self\n取题：XF"
        )
        let rows = (0..<30).map { person in
            ["CS": "甲处", "XF1": String(1 + person % 5), "XF2": String(1 + person % 4), "XF3": String(1 + person % 3)]
        }
        let round = try assessed(survey, rows)
        #expect(round.whole.scores[0].reliability?.omega.total.value != nil)
        #expect(round.units.allSatisfy { $0.scores.allSatisfy { $0.reliability == nil } })
        #expect(round.whole.items[0].alphaIfDropped != nil && round.units[0].items[0].alphaIfDropped == nil)
    }

    @Test func `agreement is judged by those who answered every item`() throws {
        let survey = try Survey.sample(
            "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nXF. 处室 | Unit [量表题 五级]\n- XF1 = 甲 | One\n- XF2 = 乙 | Two\n\n维度：处室学风 | Style\n取题：XF\n层级：部门"
        )
        func rows(_ unit: String, _ level: Int, complete: Int) -> [[String: String]] {
            (0..<20).map { ["CS": unit, "XF1": String(level), "XF2": $0 < complete ? String(level) : ""] }
        }
        let roster = Roster(units: [.init(name: "甲处", headcount: 20), .init(name: "乙处", headcount: 20)])
        let round = try assessed(survey, rows("甲处", 4, complete: 9) + rows("乙处", 2, complete: 10), roster: roster)
        #expect(round.agreement[0].verdicts[0].reasons == [.tooFewResponses])
        #expect(!round.agreement[0].verdicts[1].reasons.contains(.tooFewResponses))
    }

    @Test func `a unit without answers leaves the weighted score undefined, and says why`() throws {
        let survey = try Survey.sample(
            "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\nXF. 自评 | Self [量表题 五级]\n- XF1 = 甲 | One\n- XF2 = 乙 | Two\n\n维度：一 | One\n取题：XF1\n\n维度：二 | Two\n取题：XF2"
        )
        let rows = (0..<20).map { person in
            ["CS": person < 10 ? "甲处" : "乙处", "XF1": String(1 + person % 5), "XF2": person < 10 ? "3" : ""]
        }
        let roster = Roster(units: [.init(name: "甲处", headcount: 30), .init(name: "乙处", headcount: 10)])
        let weighted = try assessed(survey, rows, roster: roster).weighted
        #expect(weighted.map(\.name) == ["一", "二"])
        #expect(weighted[0].mean.value != nil && weighted[0].effect?.effectiveN != nil)
        #expect(weighted[1].mean.value == nil && weighted[1].mean.undefined == .emptyGroup)
        #expect(weighted[1].mean.n == 10 && weighted[1].mean.missing == 10)
    }
}
