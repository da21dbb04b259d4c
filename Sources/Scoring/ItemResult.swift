package import Statistics
package import Surveys

/// How a group answered one item.
package struct ItemResult: Sendable, Equatable {
    package var variable: Variable
    package var dimension: String?
    /// How often each code was chosen, in the order of the codes.
    package var counts: [Int]
    /// The mean of the points, reversal made.
    package var mean: Estimate
    package var standardDeviation: Double?
    /// The share of those who scored whose points, reversal made, lie on the better side of the middle of the scale.
    package var favourable: Estimate
    /// The share on the other side.
    package var unfavourable: Estimate
    /// How many of those who scored lie on the better side.
    package var favourableCount: Int
    /// The people of the roster, where all of them were asked.
    var population: FinitePopulation?
    /// Asked, not answered.
    package var missing: Int
    /// Answered that the question does not apply.
    package var notApplicable: Int
    /// Hidden by the questionnaire's logic.
    package var notAsked: Int
    /// Chose an option that does not score, such as 不了解.
    package var unscored: Int
    /// The correlation with the rest of its dimension; nil where the dimension has no reliability.
    package var itemRest: Double?
    /// The alpha of its dimension without it.
    package var alphaIfDropped: Double?

    init(_ item: SurveyPlan.PlannedItem, tally: ItemTally, headcount: Int?) throws(StatisticsError) {
        variable = item.variable
        dimension = item.dimension
        counts = tally.counts
        missing = tally.missing
        notApplicable = tally.notApplicable
        notAsked = tally.notAsked
        let side = FavourableSide(points: item.scoring.points, item.isLowBetter ? .lowerIsBetter : .higherIsBetter)
        let scored = zip(item.scoring.points, tally.counts).compactMap { points, count in
            points.map { (points: $0, count: count) }
        }
        let table = CountTable(values: scored.map { Double($0.points) }, counts: scored.map(\.count))
        let moments = table.moments
        unscored = tally.answered - table.n
        let without = tally.missing + tally.notApplicable + tally.notAsked + tally.outside + unscored
        let people = FinitePopulation(
            headcount, lasting: LastingShare.ofItems, isAskedOfAll: item.variable.show.isEmpty)
        let bounds = item.scoring.bounds
        mean = try Estimate.mean(
            of: moments, missing: without, population: people,
            scale: Double(bounds.lowerBound)...Double(bounds.upperBound))
        standardDeviation = moments.standardDeviation
        func count(_ isOnSide: (Int) -> Bool) -> Int {
            scored.reduce(0) { $0 + (isOnSide($1.points) ? $1.count : 0) }
        }
        func share(_ count: Int) throws(StatisticsError) -> Estimate {
            try Estimate.proportion(count, of: table.n, missing: without, population: people)
        }
        population = people
        favourableCount = count(side.isFavourable)
        favourable = try share(favourableCount)
        unfavourable = try share(count(side.isUnfavourable))
    }

    /// Asked and not answered, as a share of those asked.
    package var missingShare: Double? {
        let asked = counts.reduce(0, +) + notApplicable + missing
        return asked > 0 ? Double(missing) / Double(asked) : nil
    }

    /// How many answered it, whether or not that scores.
    package var answers: Int { counts.reduce(0, +) + notApplicable }

    /// Whether its answers are grades, so that some of them are favourable; a number of hours is not.
    package var isRated: Bool {
        if case .number = variable.domain { false } else { true }
    }

    /// The three quartiles of the codes, by definition 7; empty without answers.
    package var quartiles: [Double] {
        let low = variable.codes?.lowerBound ?? 0
        let table = CountTable(values: counts.indices.map { Double(low + $0) }, counts: counts)
        return [0.25, 0.5, 0.75].compactMap { table.quantile($0) }
    }

    /// Favourable less unfavourable, −1…1.
    package var net: Double? { favourable.value.flatMap { good in unfavourable.value.map { good - $0 } } }
}
