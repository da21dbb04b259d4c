import Scoring
import Statistics
import Storage
import Surveys
import TestSupport

@testable import Disclosure

/// An office that collects answers in a store and prints one report after another.
struct Office {
    /// Somebody's answers, and which report counted them first.
    struct Person {
        var row: [String: String]
        var batch: Int?

        var unit: String { row["CS"] ?? "" }
    }

    let k: Int
    var ledger = Ledger()
    private(set) var people: [Int: [Person]] = [:]
    private var store = MemoryStore()
    private var surveys: [Int: Survey] = [:]
    private var rosters: [Int: Roster] = [:]

    init(k: Int = Disclosure.defaultSmallestGroup) { self.k = k }

    mutating func open(_ survey: Survey, roster: Roster? = nil) throws {
        let year = survey.year ?? 2026
        try store.open(year, survey: survey.reading, roster: roster)
        surveys[year] = survey
        rosters[year] = roster
        people[year] = []
    }

    /// The unit is read from the column CS.
    mutating func take(_ rows: [[String: String]], year: Int = 2026) throws {
        guard let survey = surveys[year] else { return }
        try store.append(survey.responses(rows), units: rows.map { $0["CS"] }, to: year)
        people[year, default: []] += rows.map { Person(row: $0) }
    }

    func rounds(_ years: [Int]) throws -> (rounds: [Round], history: SurveyHistory) {
        let history = SurveyHistory(
            years.compactMap { year in surveys[year].map { .init(year: year, survey: $0) } })
        let rounds = try years.compactMap { year -> Round? in
            guard let survey = surveys[year] else { return nil }
            let plan = SurveyPlan(survey, history: years.count > 1 ? history : nil)
            return Round(
                year: year, plan: plan, roster: rosters[year],
                cohorts: try store.cohorts(plan.tally, year: year).map {
                    Round.Cohort(batch: $0.batch, counted: $0.counted)
                }, intake: Intake(fingerprint: "", rows: 0))
        }
        return (rounds, history)
    }

    /// What a report on these years would show.
    func release(_ years: [Int] = [2026]) throws -> Release {
        let (rounds, history) = try rounds(years)
        return try Disclosure(smallestGroup: k, ledger: ledger).release(rounds, history: history)
    }

    /// Prints a report on these years.
    mutating func report(_ years: [Int] = [2026]) throws -> Release {
        let release = try release(years)
        guard let day = Day("2026-11-02") else { preconditionFailure("the day is one") }
        let report = PublishedReport(
            fingerprint: "", smallestGroup: k,
            rounds: release.rounds.map {
                .init(year: $0.year, groups: [.init(units: [""], responses: $0.whole.responses)])
            })
        try store.publish(
            report,
            tables: release.tables.mapValues {
                PublishedTable(smallestGroup: $0.smallestGroup, cells: $0.cells, batches: $0.batches)
            }, joining: release.joining, on: day)
        for (year, table) in release.tables {
            ledger.tables[year] = table
            for place in people[year, default: []].indices
            where people[year]?[place].batch == nil
                && release.joining[year]?.contains(people[year]?[place].unit ?? "") == true
            {
                people[year]?[place].batch = table.batches
            }
        }
        return release
    }
}

extension AssessedRound {
    /// The units that are shown, each with its responses.
    var sizes: [[String]: Int] { Dictionary(uniqueKeysWithValues: units.map { ($0.units, $0.responses) }) }

    /// n and mean of a dimension, of some units or of the whole; nil where it may not be told.
    func told(_ dimension: String, _ units: [String]? = nil) -> (n: Int, mean: Double)? {
        let place = units.flatMap { wanted in self.units.firstIndex { $0.units == wanted } }
        let group = units == nil ? whole : place.map { self.units[$0] }
        guard let score = group?.score(dimension), !score.isWithheld, let mean = score.estimate.value,
            standings[ScoreName(dimension: dimension, isComparable: false, cell: place)] == nil
        else { return nil }
        return (score.estimate.n, mean)
    }
}

/// A survey of some items on five levels, each a dimension of its own.
///
/// - Parameters:
///   - questions: more questions.
///   - more: more dimensions.
func itemSurvey(
    _ codes: [String] = ["A"], year: Int = 2026, questions: String = "", more: String = ""
) throws -> Survey {
    let items = codes.map { "\($0). \($0) | \($0) [量表题 五级]\n" }.joined(separator: "\n")
    let dimensions = codes.map { "维度：\($0)维 | \($0)\n取题：\($0)\n" }.joined(separator: "\n")
    return try Survey.sample(
        "## 题目\n\nCS. 处室 | Unit [下拉 处室]\n\n\(items)\n\(questions)\n\(dimensions)\n\(more)", year: year)
}

/// People of a unit: one list of answers an item, "." for one that was left out.
func rows(_ unit: String, _ answers: [String: String]) -> [[String: String]] {
    let count = answers.values.map(\.count).max() ?? 0
    return (0..<count).map { person in
        var row = answers.mapValues { list -> String in
            let answer = Array(list)[person]
            return answer == "." ? "" : String(answer)
        }
        row["CS"] = unit
        return row
    }
}
