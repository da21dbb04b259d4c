import Disclosure
import Scoring
import Statistics
import Surveys
import TestSupport

/// A survey with two items, each a dimension of its own, a pair, and the unit.
func survey(year: Int = 2026) throws -> Survey {
    try Survey.sample(
        """
        ## 题目

        CS. 处室 | Unit [下拉 处室]

        XF. 自评 | Self [量表题 五级]
        - XF1 = 甲 | One
        - XF2 = 乙 | Two

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 丙 | Three

        维度：甲维 | A
        取题：XF1
        层级：部门

        维度：乙维 | B
        取题：XF2
        层级：部门
        """, year: year)
}

/// How many people of a unit responded, and how many of them answered the second item.
struct Group {
    var unit: String
    var responses: Int
    var second: Int

    init(_ unit: String, _ responses: Int, second: Int? = nil) {
        self.unit = unit
        self.responses = responses
        self.second = second ?? responses
    }
}

/// Rounds with the given numbers of people, whose answers do not matter here.
func rounds(
    _ years: [Int: [Group]], merging targets: [String: String] = [:]
) throws -> (rounds: [Round], history: SurveyHistory) {
    let history = SurveyHistory(try years.keys.map { .init(year: $0, survey: try survey(year: $0)) })
    let rounds = history.editions.map { edition in
        let groups = years[edition.year] ?? []
        let plan = SurveyPlan(edition.survey, history: history)
        var columns: [[Int32]] = [[], [], [], [], []]
        var members: [Int32] = []
        for (index, group) in groups.enumerated() {
            for person in 0..<group.responses {
                members.append(Int32(index))
                columns[0].append(ResponseTable.notApplicable)
                columns[1].append(Int32(1 + (person + index) % 5))
                columns[2].append(person < group.second ? Int32(1 + person % 5) : ResponseTable.missing)
                columns[3].append(Int32(1 + person % 3))
                columns[4].append(Int32(2 + person % 4))
            }
        }
        let table = ResponseTable(columns: columns, groups: members, groupCount: groups.count)
        let units = groups.filter { !$0.unit.isEmpty }.map {
            Roster.Unit(name: $0.unit, headcount: 1000, mergeInto: targets[$0.unit])
        }
        return Round(
            year: edition.year, plan: plan, roster: units.isEmpty ? nil : Roster(units: units),
            counted: GroupedTally(groups: groups.map(\.unit), counting: table, by: plan.tally),
            intake: Intake(fingerprint: "", rows: members.count))
    }
    return (rounds, history)
}

extension Disclosure {
    /// The straight line from counts to what may be told.
    func release(_ rounds: [Round], history: SurveyHistory) throws -> Release {
        let series = try RoundSeries(rounds)
        let groups = groups(of: series)
        return groups.release(try Assessment(of: series, in: groups, history: history))
    }
}

func release(
    _ years: [Int: [Group]], k: Int? = nil, merging targets: [String: String] = [:], ledger: Ledger = Ledger()
) throws -> Release {
    let (rounds, history) = try rounds(years, merging: targets)
    return try Disclosure(k: k, ledger: ledger).release(rounds, history: history)
}

/// The names of the units that a release shows in a year.
func shown(_ release: Release, _ year: Int) -> [[String]] {
    release.rounds.first { $0.year == year }.map { release.units(of: $0).map(\.units) } ?? []
}
