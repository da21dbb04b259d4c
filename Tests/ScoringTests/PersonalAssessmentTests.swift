import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// A person's own scores, by everybody's rules.
@Suite struct PersonalAssessmentTests {
    private static func survey() throws -> Survey {
        try Survey.sample(
            """
            ## 题目

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One
            - XF2 = 乙 | Two [反向]
            - XF3 = 丙 | Three

            NL. 能力 | Competence [能力对 五级]
            - NL1 = 丁 | Four
            - NL2 = 戊 | Five

            维度：学风 | Style
            取题：XF
            缺答：至多 1 题
            换算：百分制
            """)
    }

    private func own(_ row: [String: String]) throws -> PersonalAssessment {
        let survey = try Self.survey()
        let round = try round(survey, [row])
        return PersonalAssessment(of: try #require(round.cohorts.first?.counted.tallies.first), by: round.plan)
    }

    @Test(arguments: [
        // ((5 + (6 − 1) + 4) / 3 − 1) / 4 × 100
        (["XF1": "5", "XF2": "1", "XF3": "4"], 91.6666666667 as Double?),
        (["XF1": "5", "XF2": "1", "XF3": ""], 100),
        (["XF1": "5", "XF2": "", "XF3": ""], nil),
    ])
    func `score is made with the survey's own rule for missing answers`(row: [String: String], score: Double?) throws {
        #expect(isClose(try own(row).scores[0].value, score, within: 1e-9))
    }

    @Test func `a competence has a gap where both levels were given`() throws {
        let levels = try own(["NL1_cur": "2", "NL1_req": "5", "NL2_cur": "3", "NL2_req": "", "XF1": "3"]).levels
        #expect(levels.map(\.code) == ["NL1"])
        #expect(levels[0].gap == 3 && levels[0].relativeGap == 0.75)
    }

    @Test func `the whole's scores stand on the same scale, person by person`() throws {
        let rows = (1...5).map { ["XF1": "\($0)", "XF2": "3", "XF3": "3"] }
        let table = try #require(try assessed(Self.survey(), rows).distribution(of: "学风"))
        // Means of 7/3, 8/3 … 11/3 on 1 to 5.
        let expected = (7...11).map { (Double($0) / 3 - 1) / 4 * 100 }
        #expect(zip(table.values, expected).allSatisfy { isClose($0, $1) } && table.counts == [1, 1, 1, 1, 1])
        #expect(isClose(table.median, 50))
    }
}
