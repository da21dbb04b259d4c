package import Statistics
package import Surveys

/// How the units of a round spread on one dimension: do they differ at all, and where do they lie?
package struct UnitVariation: Sendable, Equatable {
    package var dimension: Dimension
    /// The quartiles of the units' means, each unit counting once: in a pooled mean the large units dominate.
    package var quartiles: [Double]
    package var welch: WelchAnova
    package var classic: OneWayAnova
    /// By ranks, as a check on the test of means; nil for composites.
    package var ranks: KruskalWallisTest?

    package var name: String { dimension.name.main }

    /// Of units with a name; nothing can be said of fewer than two.
    static func all(_ units: [AssessedGroup], plan: SurveyPlan) -> [UnitVariation] {
        let named = units.filter { $0.units != [""] }
        return plan.dimensions.compactMap { planned in
            guard let own = planned.own else { return nil }
            let samples = named.map { DimensionScore.moments(own, $0.tally) }
            let means = samples.compactMap(\.mean)
            guard means.count >= 2 else { return nil }
            let missing = zip(named, samples).reduce(0) { $0 + $1.0.responses - $1.1.n }
            let table = CountTable(values: means, counts: means.map { _ in 1 })
            let scores = named.compactMap { DimensionScore.distribution(own, $0.tally) }
            return UnitVariation(
                dimension: planned.dimension, quartiles: [0.25, 0.5, 0.75].compactMap { table.quantile($0) },
                welch: WelchAnova(of: samples, missing: missing), classic: OneWayAnova(of: samples, missing: missing),
                ranks: scores.isEmpty ? nil : KruskalWallisTest(of: scores, missing: missing))
        }
    }
}
