/// The difference between two independent means without assuming equal variances.
///
/// d = m₁ − m₂, se² = s₁²/n₁ + s₂²/n₂, t = d/se, df = se⁴/((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)), d ± t(df)·se.
///
/// - Unit of the difference: that of the values.
/// - Missing: not in the moments; carried along. A group without answers leaves all undefined; a group with one
///   answer, or no variance in either group, leaves the difference without interval and test.
/// - Source: Welch 1947, Biometrika 34:28–35; Satterthwaite 1946, Biometrics Bulletin 2:110–114.
/// - Oracle: R `t.test`.
public struct WelchTest: Sendable, Equatable {
    /// First − second with its interval, method `mean.difference.welch`.
    public let difference: Estimate
    /// The difference over its standard error.
    public let t: Double?
    /// Satterthwaite's degrees of freedom.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?

    /// Compares two samples; `missing` is the number of responses in either without a value.
    public init(_ first: Moments, _ second: Moments, missing: Int, level: Double = 0.95) {
        let n = first.n + second.n
        let name = "mean.difference.welch"
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
        let a = leftVariance / Double(first.n)
        let b = rightVariance / Double(second.n)
        let error = (a + b).squareRoot()
        // In shares of a + b, so that small variances are not squared away.
        let (u, v) = (a / (a + b), b / (a + b))
        let degrees = 1 / (u * u / Double(first.n - 1) + v * v / Double(second.n - 1))
        let distribution = StudentT(df: degrees)
        let half = distribution.critical(level: level) * error
        difference = Estimate(
            value: value, interval: (value - half, value + half), n: n, missing: missing, method: name)
        t = value / error
        degreesOfFreedom = degrees
        p = distribution.twoSided(value / error)
    }

    /// Compares each sample with all others taken together; adjust the p values with ``MultipleTesting/holm(_:)``.
    ///
    /// The rest is ``Moments/pooled(_:)`` over the others, so that no sample is compared with itself.
    ///
    /// - Unit of the differences: that of the values.
    /// - Missing: as of one test, for each sample.
    /// - Source: Welch 1947, Biometrika 34:28–35.
    /// - Oracle: R `t.test` of a group against the others.
    public static func eachAgainstTheRest(
        _ samples: [Moments], missing: Int, level: Double = 0.95
    ) -> [WelchTest] {
        samples.indices.map { index in
            let rest = Moments.pooled(Array(samples[..<index] + samples[(index + 1)...]))
            return WelchTest(samples[index], rest, missing: missing, level: level)
        }
    }
}
