package import Statistics
package import Surveys

/// A dimension of the whole when every unit counts with its headcount, whoever answered.
package struct WeightedScore: Sendable, Equatable {
    package var dimension: Dimension
    /// Undefined where nobody of a unit answered: its people cannot be spoken for.
    package var mean: Estimate
    /// What the unequal weights cost; nil where there are none.
    package var effect: WeightingEffect?

    package var name: String { dimension.name.main }

    /// None without a roster, or where it has fewer than two units with people; and none of a dimension of which some
    /// unit's score is not told, since its weight differs from that in the plain mean.
    static func all(
        _ units: [AssessedGroup], plan: SurveyPlan, standings: [ScoreName: ScoreStanding]
    ) -> [WeightedScore] {
        let named = units.filter { $0.units != [""] && $0.headcount != 0 }
        guard named.count >= 2, named.allSatisfy({ $0.headcount != nil }) else { return [] }
        let responses = units.reduce(0) { $0 + $1.responses }
        return plan.dimensions.enumerated().compactMap { place, planned in
            let isTold = standings.areExact(planned.dimension.name.main)
            guard isTold, let own = planned.own, !units.contains(where: \.scores[place].isWithheld) else { return nil }
            let strata = named.map { unit in
                PostStratification.Stratum(
                    name: unit.units.joined(separator: "+"), answers: unit.scores[place].moments,
                    population: unit.headcount ?? 0)
            }
            let answers = strata.reduce(0) { $0 + $1.answers.n }
            do throws(WeightingError) {
                let weighted = try PostStratification(
                    strata, missing: responses - answers,
                    lasting: planned.isAskedOfAll ? LastingShare.ofScores : 0, scale: own.ends)
                return WeightedScore(dimension: planned.dimension, mean: weighted.mean, effect: weighted.effect)
            } catch {
                // That a unit has more answers than people was refused with the unit itself.
                let undefined = Estimate(
                    value: nil, n: answers, missing: responses - answers, method: "mean.poststratified.t",
                    undefined: .emptyGroup)
                return WeightedScore(dimension: planned.dimension, mean: undefined, effect: nil)
            }
        }
    }
}
