import Scoring
import Statistics
import Storage
import Surveys
import TestSupport

/// Checked responses out of cells by variable; a variable that no row names has no column.
func responses(_ rows: [[String: String]], to survey: Survey) -> [Response] {
    var reader = ResponseReader(survey: survey)
    let columns = Set(rows.flatMap(\.keys))
    return rows.map { row in
        reader.read(reader.variables.map { columns.contains($0.name) ? (row[$0.name] ?? "")[...] : nil }).response
    }
}

/// A counted round; the unit is read from the column CS.
func round(
    _ survey: Survey, _ rows: [[String: String]], year: Int = 2026, roster: Roster? = nil, history: SurveyHistory? = nil
) throws -> Round {
    try round(
        survey, responses(rows, to: survey), units: rows.map { $0["CS"] }, year: year, roster: roster, history: history)
}

func round(
    _ survey: Survey, _ responses: [Response], units: [String?], year: Int = 2026, roster: Roster? = nil,
    history: SurveyHistory? = nil
) throws -> Round {
    var store = MemoryStore()
    try store.open(year, survey: survey.reading, roster: roster)
    try store.append(responses, units: units, to: year)
    let plan = SurveyPlan(survey, history: history)
    return Round(
        year: year, plan: plan, roster: roster, counted: try store.tally(plan.tally, year: year),
        intake: Intake(fingerprint: "", rows: responses.count))
}

func assessed(_ survey: Survey, _ rows: [[String: String]], roster: Roster? = nil) throws -> AssessedRound {
    let edition = SurveyHistory.Edition(year: 2026, survey: survey)
    return try Assessment(of: [round(survey, rows, roster: roster)], history: SurveyHistory([edition])).rounds[0]
}

/// One person's score on the only or the named dimension of a survey; nil where there is none.
func score(_ survey: Survey, _ row: [String: String], on dimension: String? = nil) throws -> Double? {
    let whole = try assessed(survey, [row]).whole
    return (dimension.flatMap { whole.score($0) } ?? whole.scores[0]).estimate.value
}

/// n, mean and standard deviation, the plain way.
struct Naive {
    var n: Int
    var mean: Double
    var deviation: Double

    init(_ values: [Double]) {
        n = values.count
        let mean = values.reduce(0, +) / Double(n)
        self.mean = mean
        deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n - 1)).squareRoot()
    }
}

func isClose(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= tolerance * max(1, abs(right))
}

extension Assessment {
    /// Of rounds as they were counted.
    init(of rounds: [Round], history: SurveyHistory, joining sets: [[String]] = []) throws(ScoringError) {
        try self.init(of: RoundSeries(rounds), history: history, joining: sets)
    }
}
