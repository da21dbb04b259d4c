extension Estimate {
    /// The mean that a year would have if its groups had given shares: direct standardisation.
    ///
    /// Σp_g·m_g ± t(df)·se, se² = Σp_g²·s_g²/n_g, df by Satterthwaite: se⁴/Σ((p_g²·s_g²/n_g)²/(n_g − 1)). Years that are
    /// standardised to the same shares differ by their scores alone. The `shares` p_g may be headcounts, such as those of
    /// a base year; only their proportions count.
    ///
    /// - Unit: that of the values.
    /// - Missing: not in the moments; carried along. A group with a share and no answers leaves the mean undefined; one
    ///   answer in such a group, or no variance in any, leaves it without interval. `n` counts the groups with a share.
    /// - Source: Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, chapter 19; Satterthwaite 1946,
    ///   Biometrics Bulletin 2:110–114.
    /// - Oracle: the formula in R on the General Social Survey.
    public static func standardisedMean(
        of groups: [Moments], shares: [Double], missing: Int, level: Double = 0.95
    ) -> Estimate {
        precondition(groups.count == shares.count, "every group has a share")
        precondition(shares.allSatisfy { $0 >= 0 && $0.isFinite }, "a share is not negative")
        let whole = shares.reduce(0, +)
        precondition(whole > 0 && whole.isFinite, "some group has a share")
        let parts = zip(groups, shares).filter { $0.1 > 0 }.map { (moments: $0.0, share: $0.1 / whole) }
        let n = parts.reduce(0) { $0 + $1.moments.n }
        let name = "mean.standardised.t"
        var mean = 0.0
        for part in parts {
            guard let value = part.moments.mean else {
                return Estimate(
                    value: nil, n: n, missing: missing, method: name, undefined: n == 0 ? .noAnswers : .emptyGroup)
            }
            mean += part.share * value
        }
        let errors = parts.compactMap { part in
            part.moments.variance.map { part.share * part.share * $0 / Double(part.moments.n) }
        }
        let squared = errors.reduce(0, +)
        guard errors.count == parts.count, squared > 0 else {
            let reason: Undefined = errors.count < parts.count ? .oneAnswer : .constant
            return Estimate(value: mean, n: n, missing: missing, method: name, undefined: reason)
        }
        let imbalance = zip(errors, parts).reduce(0.0) { sum, part in
            let share = part.0 / squared
            return sum + share * share / Double(part.1.moments.n - 1)
        }
        let half = StudentT(df: 1 / imbalance).critical(level: level) * squared.squareRoot()
        return Estimate(value: mean, interval: (mean - half, mean + half), n: n, missing: missing, method: name)
    }
}
