/// The change between two years that share some of their people: those who stayed are paired, the rest are not.
///
/// change = m₂ − m₁ over all answers of each year; se² = s₁²/n₁ + s₂²/n₂ − 2r·s₁s₂·n_c/(n₁n₂) with r the correlation over
/// the n_c who stayed; df = (n_c − 1) + (γ − n_c + 1)/(n_a + n_b + 2n_c)·(n_a + n_b), γ Welch's degrees of freedom and n_a,
/// n_b the others of each year. If all stayed it is the paired t, if nobody did, ``WelchTest``.
///
/// - Unit of the change: that of the values.
/// - Missing: people without a value in a year do not count in it; carried along.
/// - Undefined: a year without answers. A year with one answer, one person who stayed, or stayers who do not vary,
///   leave the change without interval and test.
/// - Source: Derrick, Toher & White 2017, The Quantitative Methods for Psychology 13:120–126, T_new2.
/// - Oracle: their example; the formula in R.
public struct OverlapTest: Sendable, Equatable {
    /// later − earlier with its interval, method `change.overlap.t`.
    public let change: Estimate
    /// The standard error of the change.
    public let standardError: Double?
    /// The change over its standard error.
    public let t: Double?
    /// Interpolated between Welch's and those of the paired test.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?

    /// Compares two years: who stayed, who answered only in the earlier year, and who only in the later.
    public init(stayers: JointTable, leavers: Moments, joiners: Moments, missing: Int, level: Double = 0.95) {
        let shared = stayers.n
        let earlier = Moments.pooled([stayers.earlier.moments, leavers])
        let later = Moments.pooled([stayers.later.moments, joiners])
        let people = shared + leavers.n + joiners.n
        let name = "change.overlap.t"
        guard let before = earlier.mean, let after = later.mean else {
            change = Estimate(value: nil, n: people, missing: missing, method: name, undefined: .noAnswers)
            (standardError, t, degreesOfFreedom, p) = (nil, nil, nil, nil)
            return
        }
        let value = after - before
        func undefined(_ reason: Undefined) -> Estimate {
            Estimate(value: value, n: people, missing: missing, method: name, undefined: reason)
        }
        guard let first = earlier.variance, let second = later.variance, first + second > 0,
            let r = shared == 0 ? 0 : stayers.correlation
        else {
            let reason: Undefined =
                earlier.n == 1 || later.n == 1 ? .oneAnswer : shared == 1 ? .tooFewPairs : .constant
            change = undefined(reason)
            (standardError, t, degreesOfFreedom, p) = (nil, nil, nil, nil)
            return
        }
        let a = first / Double(earlier.n)
        let b = second / Double(later.n)
        let covariance = r * (first * second).squareRoot() * Double(shared)
        // A spread that cancels leaves rounding behind, as where everybody stayed and rose by the same.
        let squared = a + b - 2 * covariance / Double(earlier.n) / Double(later.n)
        guard squared > (a + b) * 1e-14 else {
            change = undefined(.constant)
            (standardError, t, degreesOfFreedom, p) = (nil, nil, nil, nil)
            return
        }
        let (u, v) = (a / (a + b), b / (a + b))
        let welch = 1 / (u * u / Double(earlier.n - 1) + v * v / Double(later.n - 1))
        let alone = Double(leavers.n + joiners.n)
        let paired = Double(shared)
        let degrees = paired - 1 + (welch - paired + 1) / (alone + 2 * paired) * alone
        let error = squared.squareRoot()
        let distribution = StudentT(df: degrees)
        let half = distribution.critical(level: level) * error
        change = Estimate(
            value: value, interval: (value - half, value + half), n: people, missing: missing, method: name)
        standardError = error
        t = value / error
        degreesOfFreedom = degrees
        p = distribution.twoSided(value / error)
    }
}
