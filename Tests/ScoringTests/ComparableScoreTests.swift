import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

private let earlier = """
    ## 题目

    XF. 自评 | Self [量表题 五级]
    - XF1 = 甲 | One
    - XF2 = 乙 | Two
    - XF3 = 丙 | Three

    维度：自评 | Self
    取题：XF
    """

private func edition(_ body: String, _ year: Int, absent: Set<String> = []) throws -> SurveyHistory.Edition {
    SurveyHistory.Edition(year: year, survey: try Survey.sample(body, year: year), absent: absent)
}

private func codes(_ measure: SurveyPlan.Measure?) -> [String]? {
    guard case .scale(let scale)? = measure else { return nil }
    return scale.codes
}

@Suite struct ComparableScores {
    /// What of XF1, XF2 and XF3 the two years share after a change to the later one.
    @Test(
        arguments: [
            ("- XF2 = 乙 | Two", "- XF2 = 乙 | Two", ["XF1", "XF2", "XF3"]),
            ("- XF2 = 乙 | Two", "- XF2 = 乙改 | Two [改述可比]", ["XF1", "XF2", "XF3"]),
            ("- XF2 = 乙 | Two", "- XF2 = 乙改 | Two [改述不可比]", ["XF1", "XF3"]),
            ("- XF2 = 乙 | Two", "- XF2 = 乙 | Two [反向]", ["XF1", "XF3"]),
            ("- XF2 = 乙 | Two\n", "", ["XF1", "XF3"]),
            ("- XF3 = 丙 | Three", "- XF3 = 丙 | Three\n- XF4 = 丁 | Four [新增]", ["XF1", "XF2", "XF3"]),
            ("取题：XF", "取题：XF1×2、XF2、XF3", ["XF2", "XF3"]),
            ("[量表题 五级]", "[量表题 五级含不适用]", ["XF1", "XF2", "XF3"]),
            ("[量表题 五级]", "[评分 1~7]", nil),
            ("维度：自评 | Self", "维度：自我评价 | Self-rating", nil),
        ] as [(String, String, [String]?)])
    func restOnTheItemsThatTheYearsShare(old: String, new: String, shared: [String]?) throws {
        let history = SurveyHistory([
            try edition(earlier, 2024), try edition(earlier.replacing(old, with: new), 2025),
        ])
        for edition in history.editions {
            let planned = try #require(SurveyPlan(edition.survey, history: history).dimensions.first)
            #expect(codes(planned.comparable) == shared)
        }
    }

    @Test func anItemThatOneYearDidNotAskIsNotShared() throws {
        let history = SurveyHistory([try edition(earlier, 2024, absent: ["XF3"]), try edition(earlier, 2025)])
        let planned = SurveyPlan(history.editions[1].survey, history: history).dimensions[0]
        #expect(codes(planned.own) == ["XF1", "XF2", "XF3"])
        #expect(codes(planned.comparable) == ["XF1", "XF2"])
    }

    @Test func aScoreIsPartialOnlyWhereItIsNotTheYearsOwn() throws {
        let unscored = earlier.replacing("- XF2 = 乙 | Two", with: "- XF2 = 乙 | Two [不计分]")
        for (first, second, isPartial) in [
            (earlier, earlier, [false, false]), (unscored, unscored, [false, false]),
            (earlier, earlier.replacing("- XF3 = 丙 | Three\n", with: ""), [true, false]),
        ] {
            let history = SurveyHistory([try edition(first, 2024), try edition(second, 2025)])
            let rounds = try history.editions.map {
                try round($0.survey, [["XF1": "2"], ["XF1": "4"]], year: $0.year, history: history)
            }
            let assessment = try Assessment(of: rounds, history: history)
            #expect(assessment.rounds.map { $0.whole.scores[0].comparable?.isPartial } == isPartial)
        }
    }

    /// A year that shows its scores on another scale must not look like a leap of the people.
    @Test func theLatestRuleHoldsForAllYears() throws {
        let body = earlier + "\n换算：折百\n\n维度：总分 | Total\n合成：自评 100%\n"
        let raw = earlier + "\n换算：原始\n缺答：至多 0 题\n\n维度：总分 | Total\n合成：自评 100%\n"
        let history = SurveyHistory([try edition(raw, 2024), try edition(body, 2025)])
        let rows = [["XF1": "4", "XF2": "4", "XF3": "4"], ["XF1": "5", "XF2": "4", "XF3": ""]]
        let rounds = try history.editions.map { try round($0.survey, rows, year: $0.year, history: history) }
        let assessment = try Assessment(of: rounds, history: history)
        // On the scale of its own year; 21 points of five answers, whatever either year says of missing ones.
        #expect(assessment.rounds[0].whole.scores.map(\.estimate.value) == [4.2, 4.2])
        #expect(assessment.rounds[0].whole.scores.map(\.estimate.n) == [2, 2])
        for change in assessment.changes { #expect(isClose(change.test.difference.value, 0)) }
        #expect(assessment.changes.map(\.dimension.name.main) == ["自评", "总分"])
        for round in assessment.rounds { #expect(isClose(round.whole.scores[0].comparable?.estimate.value, 84)) }
        #expect(assessment.rounds.map { $0.whole.scores[0].comparable?.isPartial } == [true, false])
    }

    @Test func aCompositeIsComparedByTheLatestShares() throws {
        func body(_ shares: String) -> String {
            earlier + "\n\n维度：甲维 | A\n取题：XF1\n\n维度：乙维 | B\n取题：XF2\n\n维度：总分 | Total\n合成：\(shares)\n"
        }
        let history = SurveyHistory([
            try edition(body("甲维 90%、乙维 10%"), 2024), try edition(body("甲维 50%、乙维 50%"), 2025),
        ])
        let rounds = try history.editions.map {
            try round(
                $0.survey, [["XF1": "5", "XF2": "1"], ["XF1": "4", "XF2": "1"]], year: $0.year, history: history)
        }
        let assessment = try Assessment(of: rounds, history: history)
        #expect(isClose(assessment.rounds[0].whole.score("总分")?.estimate.value, 4.15))
        let change = try #require(assessment.changes.first { $0.dimension.name.main == "总分" })
        #expect(isClose(change.test.difference.value, 0))
    }
}
