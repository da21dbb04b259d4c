/// The difference between two independent means without assuming equal variances.
///
/// d = m₁ − m₂, se² = e₁ + e₂ with eᵢ = (1 − κ·nᵢ/Nᵢ)·sᵢ²/nᵢ, where no population is known sᵢ²/nᵢ; t = d/se, df =
/// se⁴/(e₁²/(n₁ − 1) + e₂²/(n₂ − 1)), d ± t(df)·se, cut off where no difference can be.
///
/// - Unit of the difference: that of the values.
/// - Missing: not in the moments; carried along. A group without answers leaves all undefined; a group with one
///   answer, or no variance in either group, leaves the difference without interval and test. Where κ = 1 and
///   everybody answered the interval is d…d, and there is no test.
/// - Source: Welch 1947, Biometrika 34:28–35; Satterthwaite 1946, Biometrics Bulletin 2:110–114; ``FinitePopulation``.
/// - Oracle: R `t.test`, without a population.
public struct WelchTest: Sendable, Equatable {
    /// First − second with its interval, method `mean.difference.welch`, with `.fpc` where it is corrected.
    public let difference: Estimate
    /// The difference over its standard error.
    public let t: Double?
    /// Satterthwaite's degrees of freedom.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?

    /// Compares two samples; `missing` is the number of responses in either without a value.
    ///
    /// - Parameters:
    ///   - populations: the people of either, at least as many as answered.
    ///   - range: the least and the greatest difference that there can be. The interval is cut off there, which leaves 0
    ///     inside or outside as the test has it.
    public init(
        _ first: Moments, _ second: Moments, missing: Int,
        populations: (FinitePopulation?, FinitePopulation?) = (nil, nil), range: ClosedRange<Double>? = nil,
        level: Double = 0.95
    ) {
        let n = first.n + second.n
        let name = "mean.difference.welch" + (populations.0 ?? populations.1).suffix
        guard let left = first.mean, let right = second.mean else {
            difference = Estimate(value: nil, n: n, missing: missing, method: name, undefined: .noAnswers)
            (t, degreesOfFreedom, p) = (nil, nil, nil)
            return
        }
        let value = left - right
        guard let leftVariance = first.variance, let rightVariance = second.variance,
            leftVariance > 0 || rightVariance > 0
        else {
            let reason: Undefined = first.n == 1 || second.n == 1 ? .oneAnswer : .constant
            difference = Estimate(value: value, n: n, missing: missing, method: name, undefined: reason)
            (t, degreesOfFreedom, p) = (nil, nil, nil)
            return
        }
        let a = populations.0.open(after: first.n) * leftVariance / Double(first.n)
        let b = populations.1.open(after: second.n) * rightVariance / Double(second.n)
        guard a + b > 0 else {
            difference = Estimate(value: value, interval: (value, value), n: n, missing: missing, method: name)
            (t, degreesOfFreedom, p) = (nil, nil, nil)
            return
        }
        let error = (a + b).squareRoot()
        // In shares of a + b, so that small variances are not squared away.
        let (u, v) = (a / (a + b), b / (a + b))
        let degrees = 1 / (u * u / Double(first.n - 1) + v * v / Double(second.n - 1))
        let distribution = StudentT(df: degrees)
        let half = distribution.critical(level: level) * error
        let (least, greatest) = (range?.lowerBound ?? -.infinity, range?.upperBound ?? .infinity)
        difference = Estimate(
            value: value, interval: (max(least, value - half), min(greatest, value + half)), n: n, missing: missing,
            method: name)
        t = value / error
        degreesOfFreedom = degrees
        p = distribution.twoSided(value / error)
    }

    /// Compares each sample with all others taken together; adjust the p values with ``MultipleTesting/holm(_:)``.
    ///
    /// The rest is ``Moments/pooled(_:)`` over the others, so that no sample is compared with itself. Its people are known
    /// where those of all the others are.
    ///
    /// - Unit of the differences: that of the values.
    /// - Missing: as of one test, for each sample.
    /// - Source: Welch 1947, Biometrika 34:28–35.
    /// - Oracle: R `t.test` of a group against the others.
    public static func eachAgainstTheRest(
        _ samples: [Moments], missing: Int, populations: [FinitePopulation?]? = nil,
        range: ClosedRange<Double>? = nil, level: Double = 0.95
    ) -> [WelchTest] {
        let populations = populations ?? samples.map { _ in nil }
        precondition(populations.count == samples.count, "every sample has its people")
        return samples.indices.map { index in
            WelchTest(
                samples[index], .pooled(samples.without(index)), missing: missing,
                populations: (populations[index], .pooled(populations.without(index))), range: range, level: level)
        }
    }
}

extension Array {
    /// All others, in order.
    package func without(_ index: Index) -> [Element] { Array(self[..<index] + self[(index + 1)...]) }
}
