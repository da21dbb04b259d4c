package import Statistics
package import Surveys

/// A group's score on one dimension, with what it rests on.
package struct DimensionScore: Sendable, Equatable {
    package var dimension: Dimension
    /// The mean of the members' scores on the scale that is shown, by this year's own items.
    package var estimate: Estimate
    package var standardDeviation: Double?
    /// By the items that all compared years share and the latest year's rule; nil where nothing is shared.
    package var comparable: ComparableScore?
    package var band: LocalText?
    /// The mean share of favourable answers of those who have a score; nil for composites and gaps.
    package var favourable: Estimate?
    /// Of reflective dimensions with two items or more, where it was asked for.
    package var reliability: Reliability?
    /// How many items it is made of; dimensions for a composite.
    package var itemCount: Int

    package var name: String { dimension.name.main }

    /// How many people each of its means rests on.
    package var bases: [Int] { [estimate.n, comparable?.moments.n ?? 0] }

    /// A score on the common ground of the years.
    package struct ComparableScore: Sendable, Equatable {
        package var estimate: Estimate
        package var moments: Moments
        /// Not this year's own score: fewer items, or scored by another year's rule.
        package var isPartial: Bool
    }

    /// - Parameter judgesReliability: fitting a factor costs more than all the rest, and nobody reads it of a unit.
    init(
        _ planned: SurveyPlan.PlannedDimension, tally: Tally, headcount: Int?, judgesReliability: Bool
    ) throws(StatisticsError) {
        dimension = planned.dimension
        let moments = planned.own.map { Self.moments($0, tally) } ?? Moments(n: 0, mean: nil, variance: nil)
        let people = planned.population(headcount)
        estimate = try Estimate.mean(
            of: moments, missing: tally.responses - moments.n, population: people, scale: planned.own?.ends)
        standardDeviation = moments.standardDeviation
        if let measure = planned.comparable {
            let shared = Self.moments(measure, tally)
            comparable = ComparableScore(
                estimate: try Estimate.mean(
                    of: shared, missing: tally.responses - shared.n, population: people, scale: measure.ends),
                moments: shared, isPartial: measure != planned.own)
        }
        band = estimate.value.flatMap { planned.dimension.band(for: $0)?.text }
        if let index = planned.favourable, case .scale(let scale)? = planned.own {
            let shares = tally.scales[index].scores(minimumAnswered: scale.minimumAnswered)
            favourable = try Estimate.meanShare(
                of: shares, missing: tally.responses - shares.n,
                population: planned.population(headcount, lasting: LastingShare.ofItems))
        }
        switch planned.own {
        case .scale(let scale)?:
            itemCount = scale.codes.count
            let isReliable = judgesReliability && planned.dimension.isReflective && scale.codes.count >= 2
            reliability =
                isReliable ? Reliability(of: tally.scales[scale.index].listwise, responses: tally.responses) : nil
        case .composite(_, let parts, _)?: itemCount = parts.count
        case nil: itemCount = 0
        }
    }

    /// n, mean and variance on the scale that is shown.
    static func moments(_ measure: SurveyPlan.Measure, _ tally: Tally) -> Moments {
        switch measure {
        case .scale(let scale):
            tally.scales[scale.index].scores(minimumAnswered: scale.minimumAnswered)
                .scaled(by: scale.slope, offset: scale.offset)
        case .composite(let index, let parts, _): tally.composites[index].composite(parts)
        }
    }

    /// The persons' scores, for tests by ranks; nil for a composite, of which only moments are kept.
    static func distribution(_ measure: SurveyPlan.Measure, _ tally: Tally) -> CountTable? {
        guard case .scale(let scale) = measure else { return nil }
        return tally.scales[scale.index].distribution(minimumAnswered: scale.minimumAnswered)
    }
}
