package import Statistics
package import Surveys

/// A competence: the level that people have, the level that their posts require, and what lies between.
package struct CompetenceGap: Sendable, Equatable {
    package var code: String
    package var text: LocalText
    package var bounds: ClosedRange<Int>
    package var test: PairedTest
    /// Holm over the competences of the group.
    package var adjustedP: Double?
    package var borich: Estimate
    package var ranked: RankedDiscrepancy
    /// By the means of the group's own competences, so that some always stand out.
    package var quadrant: ImportancePerformance.Quadrant?
    /// By the middle of the levels, so that years can be compared.
    package var quadrantOfScale: ImportancePerformance.Quadrant?

    /// Beyond chance at 5 % after Holm; nil where nothing can be tested.
    package var isClear: Bool? { adjustedP.map { $0 < 0.05 } }

    static func all(
        _ pairs: [SurveyPlan.PlannedPair], tally: Tally, headcount: Int?
    ) throws(StatisticsError) -> [CompetenceGap] {
        var gaps: [CompetenceGap] = []
        for pair in pairs {
            let counts = tally.pairs[pair.index]
            gaps.append(
                CompetenceGap(
                    code: pair.code, text: pair.text, bounds: pair.bounds,
                    test: try PairedTest(
                        of: counts,
                        population: FinitePopulation(
                            headcount, lasting: LastingShare.ofScores, isAskedOfAll: pair.isAskedOfAll)),
                    borich: Estimate.meanWeightedDiscrepancy(of: counts), ranked: RankedDiscrepancy(of: counts)))
        }
        let adjusted = MultipleTesting.holm(gaps.map(\.test.p))
        let means = gaps.map { (importance: $0.test.meanRequired, performance: $0.test.meanCurrent) }
        let quadrants = ImportancePerformance(means, crosshair: .dataCentred).quadrants
        for index in gaps.indices {
            gaps[index].adjustedP = adjusted[index]
            gaps[index].quadrant = quadrants[index]
            let bounds = gaps[index].bounds
            let fixed = ImportancePerformance.Crosshair.scaleCentred(low: bounds.lowerBound, high: bounds.upperBound)
            gaps[index].quadrantOfScale = ImportancePerformance([means[index]], crosshair: fixed).quadrants[0]
        }
        return gaps
    }
}
