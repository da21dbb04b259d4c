package import Statistics
package import Surveys

/// A dimension of the whole when every unit counts with its headcount, whoever answered.
package struct WeightedScore: Sendable, Equatable {
    package var dimension: Dimension
    package var weighted: PostStratification

    package var name: String { dimension.name.main }

    /// By the units that have answers to the dimension.
    ///
    /// None without a roster, where it has fewer than two units with people, or where nobody of a unit answered: its
    /// people cannot be spoken for.
    static func all(_ units: [AssessedGroup], plan: SurveyPlan) -> [WeightedScore] {
        let named = units.filter { $0.units != [""] && $0.headcount != 0 }
        guard named.count >= 2, named.allSatisfy({ $0.headcount != nil }) else { return [] }
        let responses = units.reduce(0) { $0 + $1.responses }
        return plan.dimensions.compactMap { planned in
            guard let own = planned.own else { return nil }
            let strata = named.map { unit in
                PostStratification.Stratum(
                    name: unit.units.joined(separator: "+"), answers: DimensionScore.moments(own, unit.tally),
                    population: unit.headcount ?? 0)
            }
            let missing = responses - strata.reduce(0) { $0 + $1.answers.n }
            guard let weighted = try? PostStratification(strata, missing: missing) else { return nil }
            return WeightedScore(dimension: planned.dimension, weighted: weighted)
        }
    }
}
