import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// Units that were renamed or joined are the same units in every year.
@Suite struct SuccessionOfUnits {
    private func survey(_ year: Int) throws -> Survey {
        try Survey.sample(
            """
            ## 题目

            CS. 处室 | Unit [下拉 处室]

            XF. 自评 | Self [量表题 五级]
            - XF1 = 甲 | One
            - XF2 = 乙 | Two

            维度：甲维 | A
            取题：XF
            """, year: year)
    }

    private func assessment(_ years: [(year: Int, units: [(name: String, level: Int, succeeds: [String])])]) throws
        -> Assessment
    {
        let history = SurveyHistory(try years.map { .init(year: $0.year, survey: try survey($0.year)) })
        let rounds = try years.map { year in
            let rows = year.units.flatMap { unit in
                (0..<12).map { person in
                    ["CS": unit.name, "XF1": "\(unit.level)", "XF2": "\(1 + (unit.level + person) % 5)"]
                }
            }
            let roster = Roster(
                units: year.units.map { .init(name: $0.name, headcount: 15, succeeds: $0.succeeds) })
            return try round(survey(year.year), rows, year: year.year, roster: roster, history: history)
        }
        return try Assessment(of: rounds, history: history)
    }

    @Test func aRenamedUnitIsFollowedThroughTwoChangesOfName() throws {
        let followed = try assessment([
            (2024, [("甲", 2, []), ("乙", 4, [])]), (2025, [("甲一", 3, ["甲"]), ("乙", 4, [])]),
            (2026, [("甲二", 5, ["甲一"]), ("乙", 4, [])]),
        ])
        #expect(followed.rounds.map { $0.units.map(\.units) } == Array(repeating: [["甲二"], ["乙"]], count: 3))
        let plain = try assessment([
            (2024, [("甲", 2, []), ("乙", 4, [])]), (2025, [("甲", 3, []), ("乙", 4, [])]),
            (2026, [("甲", 5, []), ("乙", 4, [])]),
        ])
        for (one, other) in zip(followed.rounds, plain.rounds) {
            #expect(one.units.map(\.scores) == other.units.map(\.scores))
            #expect(one.units.map(\.headcount) == other.units.map(\.headcount))
        }
        #expect(followed.succession.names(of: "甲二", in: 2024) == ["甲"])
        #expect(followed.succession.latestName(of: "甲一", in: 2025) == "甲二")
    }

    @Test func joinedUnitsAreAddedUp() throws {
        let followed = try assessment([
            (2025, [("甲", 2, []), ("乙", 4, []), ("丙", 3, [])]), (2026, [("丙", 3, []), ("新", 3, ["甲", "乙"])]),
        ])
        let earlier = followed.rounds[0]
        #expect(earlier.units.map(\.units) == [["新"], ["丙"]])
        #expect(earlier.units.map(\.responses) == [24, 12])
        #expect(earlier.units.map(\.headcount) == [30, 15])
        // The whole is what it was.
        #expect(earlier.whole.responses == 36)
        #expect(followed.succession.names(of: "新", in: 2025) == ["乙", "甲"])
    }

    /// 乙 of 2025 became 甲 of 2026, and 甲 of 2025 became 乙.
    @Test func unitsMayExchangeTheirNames() throws {
        let followed = try assessment([
            (2025, [("甲", 2, []), ("乙", 4, [])]), (2026, [("甲", 4, ["乙"]), ("乙", 2, ["甲"])]),
        ])
        let means = followed.rounds.map { round in
            round.units.sorted { $0.units[0] < $1.units[0] }.map { $0.scores[0].estimate.value }
        }
        #expect(means[0] == means[1])
    }
}
