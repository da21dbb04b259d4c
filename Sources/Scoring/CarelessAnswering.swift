package import Statistics
import Surveys

/// Who seems to have answered without reading, and what the scores are without them.
package struct CarelessAnswering: Sendable, Equatable {
    /// Of the whole.
    package var counts: CarelessTally
    /// From where on a sign fires, and how many make a flag.
    package var limits: CarelessLimits
    /// How many items were looked at.
    package var items: Int
    /// Why a sign could not be looked at in anybody.
    package var distanceUndefined: Undefined?
    package var consistencyUndefined: Undefined?
    /// The scores of everybody who is not flagged, in the order of the survey's dimensions; nil where nobody is, and where
    /// the flagged or the others are too few to be told from one another.
    package var attentive: Attentive?

    package struct Attentive: Sendable, Equatable {
        package var responses: Int
        /// By dimension; none of a dimension that may not be told.
        package var scores: [String: Score]
    }

    package struct Score: Sendable, Equatable {
        package var n: Int
        package var mean: Double
    }

    package var flagged: Int { counts.flagged }

    init?(_ told: ToldRound) {
        guard let screening = told.screening, let screened = told.plan.tally.screening else { return nil }
        counts = screening.counts
        limits = screened.limits
        items = screened.items.count
        distanceUndefined = screening.distanceUndefined
        consistencyUndefined = screened.scales.count < 3 ? .tooFewItems : nil
        guard let rest = screening.attentive else { return }
        let pooled = PooledScores(plan: told.plan)
        var scores: [String: Score] = [:]
        for planned in told.plan.dimensions {
            let name = planned.dimension.name.main
            guard let own = planned.own, told.plan.scales(of: own).allSatisfy(screening.attentiveScales.contains),
                told.standings[ScoreName(dimension: name, isComparable: false, cell: nil)] == nil,
                let (n, mean) = pooled.mean(own, rest)
            else { continue }
            scores[name] = Score(n: n, mean: mean)
        }
        attentive = Attentive(responses: rest.responses, scores: scores)
    }
}
