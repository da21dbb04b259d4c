package import Statistics
package import Surveys

/// The straight line through all years of a dimension, on the items that they share.
package struct DimensionTrend: Sendable, Equatable {
    package var dimension: Dimension
    package var trend: Trend
    /// How many people each year's mean rests on.
    package var bases: [Int]

    /// Of dimensions with three years or more: two years are a change, not a trend.
    static func all(_ rounds: [AssessedRound]) -> [DimensionTrend] {
        guard let latest = rounds.last, rounds.count >= 3 else { return [] }
        return latest.whole.scores.compactMap { score in
            let years = rounds.compactMap { round -> (year: Int, moments: Moments, responses: Int)? in
                guard let moments = round.whole.score(score.name)?.comparable?.moments, moments.n > 0 else {
                    return nil
                }
                return (round.year, moments, round.whole.responses)
            }
            guard years.count >= 3 else { return nil }
            return DimensionTrend(
                dimension: score.dimension,
                trend: Trend(
                    of: years.map { ($0.year, $0.moments) },
                    missing: years.reduce(0) { $0 + $1.responses - $1.moments.n },
                    scale: latest.plan.dimension(named: score.name)?.comparable?.ends),
                bases: years.map(\.moments.n))
        }
    }
}
