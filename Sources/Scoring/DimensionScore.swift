package import Statistics
package import Surveys

/// A group's score on one dimension, with what it rests on.
package struct DimensionScore: Sendable, Equatable {
    package var dimension: Dimension
    /// The mean of all answers that the group gave to the items, on the scale that is shown, by this year's own items.
    package var estimate: Estimate
    /// Of the mean of the items that a person answers, from their variances and covariances; of the whole only.
    package var standardDeviation: Double?
    /// By the items that all compared years share and the latest year's rule; nil where nothing is shared.
    package var comparable: ComparableScore?
    package var band: LocalText?
    /// The share of favourable answers among all; nil for composites and gaps.
    package var favourable: Estimate?
    /// Of reflective dimensions of the whole with two items or more.
    package var reliability: Reliability?
    /// How many items it is made of; dimensions for a composite.
    package var itemCount: Int
    /// Too few people gave answers to tell their score.
    package var isWithheld: Bool
    /// People, mean and spread of the own score, on the scale that is shown.
    package var moments: Moments

    package var name: String { dimension.name.main }

    /// A score on the common ground of the years.
    package struct ComparableScore: Sendable, Equatable {
        package var estimate: Estimate
        package var moments: Moments
        /// Not this year's own score: fewer items, or scored by another year's rule.
        package var isPartial: Bool
    }

    /// - Parameters:
    ///   - own: what may be told of its score; nil where nothing may.
    ///   - comparable: the same of the items that all years share.
    ///   - people: how many responses the group has.
    init(
        _ planned: SurveyPlan.PlannedDimension, own: Moments?, comparable shared: Moments?, favourable share: Double?,
        people: Int, headcount: Int?
    ) throws(StatisticsError) {
        dimension = planned.dimension
        isWithheld = own == nil && planned.own != nil
        moments = own ?? Moments(n: 0, mean: nil, variance: nil)
        let population = planned.population(headcount)
        estimate = try Estimate.mean(
            of: moments, missing: people - moments.n, population: population, scale: planned.own?.ends)
        if let measure = planned.comparable, let shared {
            comparable = ComparableScore(
                estimate: try Estimate.mean(
                    of: shared, missing: people - shared.n, population: population, scale: measure.ends),
                moments: shared, isPartial: measure != planned.own)
        }
        band = estimate.value.flatMap { planned.dimension.band(for: $0)?.text }
        if let share, moments.n > 0 {
            // Wilson's interval for as many answers as people: those of one person agree with one another.
            let variance = moments.n < 2 ? nil : share * (1 - share) * Double(moments.n) / Double(moments.n - 1)
            favourable = try Estimate.meanShare(
                of: Moments(n: moments.n, mean: share, variance: variance), missing: people - moments.n,
                population: planned.population(headcount, lasting: LastingShare.ofItems))
        }
        switch planned.own {
        case .scale(let scale)?: itemCount = scale.codes.count
        case .composite(_, let parts, _)?: itemCount = parts.count
        case nil: itemCount = 0
        }
    }
}
