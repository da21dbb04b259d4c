package import Statistics
package import Surveys

/// How a group answered one item.
package struct ItemResult: Sendable, Equatable {
    package var variable: Variable
    package var dimension: String?
    /// The share of those who answered whose points, reversal made, lie above the middle of the scale.
    package var favourable: Estimate
    /// Asked and not answered, as a share of those asked.
    package var missingShare: Double?

    init(_ item: SurveyPlan.PlannedItem, tally: ItemTally, headcount: Int?) throws(StatisticsError) {
        variable = item.variable
        dimension = item.dimension
        let doubledMiddle = item.scoring.bounds.lowerBound + item.scoring.bounds.upperBound
        var answered = 0
        var above = 0
        for (points, count) in zip(item.scoring.points, tally.counts) {
            guard let points else { continue }
            answered += count
            if 2 * points > doubledMiddle { above += count }
        }
        favourable = try Estimate.proportion(above, of: answered, missing: tally.missing, population: headcount)
        let asked = tally.answered + tally.notApplicable + tally.missing
        missingShare = asked > 0 ? Double(tally.missing) / Double(asked) : nil
    }
}
