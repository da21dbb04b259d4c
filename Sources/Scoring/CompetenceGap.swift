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
    package var quadrant: Quadrant?

    /// Importance–performance analysis about the grand means (Martilla & James 1977); ties go to the high side.
    package enum Quadrant: String, Sendable, Equatable {
        case concentrateHere, keepUp, lowPriority, possibleOverkill
    }

    static func all(
        _ pairs: [SurveyPlan.PlannedPair], tally: Tally, headcount: Int?
    ) throws(StatisticsError) -> [CompetenceGap] {
        var gaps: [CompetenceGap] = []
        for pair in pairs {
            let counts = tally.pairs[pair.index]
            gaps.append(
                CompetenceGap(
                    code: pair.code, text: pair.text, bounds: pair.bounds,
                    test: try PairedTest(of: counts, population: headcount),
                    borich: Estimate.meanWeightedDiscrepancy(of: counts), ranked: RankedDiscrepancy(of: counts)))
        }
        let adjusted = MultipleTesting.holm(gaps.map(\.test.p))
        let current = gaps.compactMap(\.test.meanCurrent)
        let required = gaps.compactMap(\.test.meanRequired)
        for index in gaps.indices {
            gaps[index].adjustedP = adjusted[index]
            guard let has = gaps[index].test.meanCurrent, let needs = gaps[index].test.meanRequired else { continue }
            let isImportant = reaches(needs, meanOf: required)
            let isStrong = reaches(has, meanOf: current)
            gaps[index].quadrant =
                switch (isImportant, isStrong) {
                case (true, false): .concentrateHere
                case (true, true): .keepUp
                case (false, false): .lowPriority
                case (false, true): .possibleOverkill
                }
        }
        return gaps
    }

    /// Equal means must tie, although the mean of equal numbers may come out a last bit above them.
    private static func reaches(_ value: Double, meanOf values: [Double]) -> Bool {
        value >= values.reduce(0, +) / Double(values.count) - 1e-9
    }
}
