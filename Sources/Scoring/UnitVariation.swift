package import Statistics
package import Surveys

/// How the units of a round spread on one dimension: do they differ at all, and where do they lie?
package struct UnitVariation: Sendable, Equatable {
    package var dimension: Dimension
    /// The quartiles of the units' means, each unit counting once: in a pooled mean the large units dominate.
    package var quartiles: [Double]
    package var anova: OneWayAnova

    package var name: String { dimension.name.main }

    /// Of units with a name whose scores are all told; nothing can be said of fewer than two.
    static func all(
        _ units: [AssessedGroup], whole: AssessedGroup, plan: SurveyPlan, standings: [ScoreName: ScoreStanding]
    ) -> [UnitVariation] {
        plan.dimensions.enumerated().compactMap { place, planned in
            let samples = units.indices.filter { units[$0].units != [""] }.map { units[$0].scores[place].moments }
            let means = samples.compactMap(\.mean)
            let isTold = standings.areExact(planned.dimension.name.main)
            guard isTold, planned.own != nil, means.count >= 2 else { return nil }
            let table = CountTable(values: means, counts: means.map { _ in 1 })
            return UnitVariation(
                dimension: planned.dimension, quartiles: [0.25, 0.5, 0.75].compactMap { table.quantile($0) },
                anova: OneWayAnova(of: samples, missing: whole.responses - samples.reduce(0) { $0 + $1.n }))
        }
    }
}
