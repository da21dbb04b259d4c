import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// Units keep the names of their own year; what was renamed or joined is found again by its posts.
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

    private func assessment(
        _ years: [(year: Int, units: [(name: String, level: Int, succeeds: [String])])], joining sets: [[String]] = []
    ) throws -> Assessment {
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
        return try Assessment(of: rounds, history: history, joining: sets)
    }

    @Test func aRenamedUnitIsFollowedThroughTwoChangesOfName() throws {
        let followed = try assessment([
            (2024, [("甲", 2, []), ("乙", 4, [])]), (2025, [("甲一", 3, ["甲"]), ("乙", 4, [])]),
            (2026, [("甲二", 5, ["甲一"]), ("乙", 4, [])]),
        ])
        #expect(followed.rounds.map { $0.units.map(\.units) } == [[["甲"], ["乙"]], [["甲一"], ["乙"]], [["甲二"], ["乙"]]])
        #expect(followed.rounds.map(\.predecessors) == [[[], []], [[0], [1]], [[0], [1]]])
        #expect(followed.succession.names(of: "甲二", in: 2024) == ["甲"])
        #expect(followed.succession.latestName(of: "甲一", in: 2025) == "甲二")
    }

    @Test func joinedUnitsAreComparedTogether() throws {
        let followed = try assessment([
            (2025, [("甲", 2, []), ("乙", 4, []), ("丙", 3, [])]), (2026, [("丙", 3, []), ("新", 3, ["甲", "乙"])]),
        ])
        #expect(followed.rounds[0].units.map(\.units) == [["甲"], ["乙"], ["丙"]])
        #expect(followed.rounds[1].predecessors == [[2], [0, 1]])
        let apart = followed.rounds[0].units[...1].compactMap(\.scores[0].estimate.value)
        #expect(
            apart.count == 2 && isClose(followed.rounds[0].score("甲维", ofUnits: [0, 1]), (apart[0] + apart[1]) / 2))
        #expect(followed.succession.names(of: "新", in: 2025) == ["乙", "甲"])
        #expect(followed.changes[0].decomposition != nil)
    }

    /// 乙 of 2025 became 甲 of 2026, and 甲 of 2025 became 乙.
    @Test func unitsMayExchangeTheirNames() throws {
        let followed = try assessment([
            (2025, [("甲", 2, []), ("乙", 4, [])]), (2026, [("甲", 4, ["乙"]), ("乙", 2, ["甲"])]),
        ])
        #expect(followed.rounds[1].predecessors == [[1], [0]])
        let parts = try #require(followed.changes[0].decomposition)
        #expect(parts.within == 0 && parts.composition == 0)
    }

    /// 甲 and 乙 stood together in 2025, so that neither of 2026 has a number of its own to be compared with.
    @Test func aUnitHasNoPredecessorWhereItsPeopleStoodWithOthers() throws {
        let history = SurveyHistory(try [2025, 2026].map { .init(year: $0, survey: try survey($0)) })
        let rounds = try [2025, 2026].map { year in
            let rows = ["甲", "乙", "丙"].flatMap { unit in
                (0..<12).map { ["CS": unit, "XF1": "\(1 + $0 % 5)", "XF2": "\(1 + $0 % 4)"] }
            }
            return try round(survey(year), rows, year: year, history: history)
        }
        let series = try RoundSeries(rounds)
        let apart = try Assessment(
            of: [ToldRound(all: rounds[0], joining: [["甲", "乙"]]), ToldRound(all: rounds[1], joining: [])],
            succession: series.succession, history: history)
        #expect(apart.rounds[0].units.map(\.units) == [["丙"], ["乙", "甲"]])
        #expect(apart.rounds[1].units.map(\.units) == [["丙"], ["乙"], ["甲"]])
        #expect(apart.rounds[1].predecessors == [[0], [], []])
        #expect(apart.changes.allSatisfy { $0.decomposition == nil } && !apart.changes.isEmpty)
        // The other way round the two of 2025 are the one of 2026.
        let together = try Assessment(
            of: [ToldRound(all: rounds[0], joining: []), ToldRound(all: rounds[1], joining: [["甲", "乙"]])],
            succession: series.succession, history: history)
        #expect(together.rounds[1].predecessors == [[0], [1, 2]])
        #expect(together.changes.allSatisfy { $0.decomposition != nil })
    }
}
