import Scoring
import Statistics
import Storage
import Surveys
import TestSupport

/// A counted round; the unit is read from the column CS.
func round(
    _ survey: Survey, _ rows: [[String: String]], year: Int = 2026, roster: Roster? = nil, history: SurveyHistory? = nil
) throws -> Round {
    var store = MemoryStore()
    try store.open(year, survey: survey.reading, roster: roster)
    try store.append(survey.responses(rows), units: rows.map { $0["CS"] }, to: year)
    let plan = SurveyPlan(survey, history: history)
    return Round(
        year: year, plan: plan, roster: roster, counted: try store.cohorts(plan.tally, year: year)[0].counted,
        intake: Intake(fingerprint: "", rows: rows.count))
}

func assessed(_ survey: Survey, _ rows: [[String: String]], roster: Roster? = nil) throws -> AssessedRound {
    let edition = SurveyHistory.Edition(year: 2026, survey: survey)
    return try Assessment(of: [round(survey, rows, roster: roster)], history: SurveyHistory([edition])).rounds[0]
}

/// One person's score on the only or the named dimension of a survey; nil where there is none.
func score(_ survey: Survey, _ row: [String: String], on dimension: String? = nil) throws -> Double? {
    let round = try round(survey, [row])
    // The person's unit is the only group.
    let scores = PersonalAssessment(of: round.cohorts[0].counted.tallies[0], by: round.plan).scores
    return (dimension.flatMap { name in scores.first { $0.name == name } } ?? scores[0]).value
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
    /// Of rounds as they were counted: everything is told of every unit, or of sets of them, however small.
    init(of rounds: [Round], history: SurveyHistory, joining sets: [[String]] = []) throws(ScoringError) {
        let series = try RoundSeries(rounds)
        try self.init(
            of: series.rounds.map { ToldRound(all: $0, joining: sets) }, succession: series.succession,
            history: history)
    }
}

extension ToldRound {
    init(all round: Round, joining sets: [[String]]) {
        let nobody = Tally(zeroFor: round.plan.tally)
        let tallies = round.units.indices.map { unit in
            round.cohorts.reduce(nobody) { $0 + $1.counted.tallies[unit] }
        }
        var cells: [[Int]] = []
        for (place, unit) in round.units.enumerated() where round.namesUnits {
            let set = sets.first { $0.contains(unit) } ?? [unit]
            if let cell = cells.firstIndex(where: { set.contains(round.units[$0[0]]) }) {
                cells[cell].append(place)
            } else {
                cells.append([place])
            }
        }
        self.init(
            round, whole: tallies.reduce(nobody, +), pairSums: round.cohorts.flatMap(\.counted.pairSums),
            smallestBase: 1,
            cells: cells.map { cell in
                Cell(
                    units: cell.map { round.units[$0] }, tally: cell.reduce(nobody) { $0 + tallies[$1] },
                    received: cell.reduce(0) { $0 + round.responses[$1] })
            }, wholeScales: Set(round.plan.tally.scales.indices), cellScales: Set(round.plan.tally.scales.indices),
            wholeItems: Set(round.plan.tally.items.indices),
            cellItems: Set(round.plan.tally.items.indices), cellPairs: Set(round.plan.tally.pairs.indices),
            screening: nil)
    }
}
