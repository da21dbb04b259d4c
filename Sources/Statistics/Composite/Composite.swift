/// One scale's part in a composite: weight · (offset + slope · score).
public struct CompositePart: Sendable, Equatable {
    /// The weight of the scale in the composite.
    public var weight: Double
    /// What is added to the rescaled score.
    public var offset: Double
    /// What the score is multiplied by.
    public var slope: Double

    /// States a part; by default the score enters as it is.
    public init(weight: Double, offset: Double = 0, slope: Double = 1) {
        self.weight = weight
        self.offset = offset
        self.slope = slope
    }
}

extension MomentTally {
    /// n, mean and variance of Σ w_d(a_d + b_d·score_d), one part a scale, over those with a score on every scale.
    ///
    /// Mean Σ w_d(a_d + b_d·m_d); variance Σ_d Σ_e w_d·b_d·w_e·b_e·cov(d, e), so that scales which rise together
    /// widen the interval as they should.
    ///
    /// - Unit: that of the weighted parts.
    /// - Missing: listwise over the scales, whose own rule decides who has a score; nobody leaves no mean, one no
    ///   variance.
    /// - Source: the variance of a linear combination.
    /// - Oracle: the naive computation over persons.
    public func composite(_ parts: [CompositePart]) -> Moments {
        precondition(parts.count == scales, "every scale has a part")
        guard n > 0 else { return Moments(n: 0, mean: nil, variance: nil) }
        // Once for all pairs of scales: putting the strata in order is most of the work.
        let strata = sortedStrata
        let means = parts.indices.map { shiftedMeans(of: $0, in: strata) }
        let mean = zip(parts, means).reduce(0.0) { sum, part in
            sum + part.0.weight * (part.0.offset + part.0.slope * part.1.value)
        }
        guard n >= 2 else { return Moments(n: n, mean: mean, variance: nil) }
        var variance = 0.0
        var size = 0.0
        for (d, left) in parts.enumerated() {
            for (e, right) in parts.enumerated() {
                let covariance = covariance(d, e, in: strata, means[d], means[e])
                let summand = left.weight * left.slope * right.weight * right.slope * covariance
                variance += summand
                size += abs(summand)
            }
        }
        // Scales that cancel exactly leave rounding behind, of either sign; it must not pass for a spread.
        return Moments(n: n, mean: mean, variance: variance > size * 1e-14 ? variance : 0)
    }
}

extension Estimate {
    /// The mean of a weighted sum of rescaled scores, with its interval.
    ///
    /// The persons' composites are a sample like any other, see ``mean(of:missing:population:scale:level:)``; their
    /// variance comes from the exact covariances of the scales, ``MomentTally/composite(_:)``.
    ///
    /// - Unit: that of the weighted parts.
    /// - Missing: listwise over the scales, whose own rule decides who has a score.
    /// - Source: the variance of a linear combination; Cochran 1977, Sampling Techniques, §2.9.
    /// - Oracle: the naive computation over persons.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func composite(
        of tally: MomentTally, _ parts: [CompositePart], responses: Int, population: FinitePopulation? = nil,
        scale: ClosedRange<Double>? = nil, level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        try mean(
            of: tally.composite(parts), missing: responses - tally.n, population: population, scale: scale,
            level: level, method: "composite")
    }
}
