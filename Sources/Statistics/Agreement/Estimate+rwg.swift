extension Estimate {
    /// rwg(J): how far the members of one group agree on a scale of J items.
    ///
    /// J(1 − v)/(J(1 − v) + v) with v the mean item variance (divisor n − 1) over that of the null distribution, at
    /// most 1, so that disagreement beyond the null gives 0. With one item it is rwg = 1 − v. `levels` is the number A of
    /// levels of the items, which score in steps of one point.
    ///
    /// - Unit: 0…1. No interval: none is established.
    /// - Missing: listwise within the group; below two complete rows undefined, and where no null variance is published.
    /// - Source: James, Demaree & Wolf 1984, Journal of Applied Psychology 69:85–98.
    /// - Oracle: R multilevel `rwg` and `rwg.j`.
    public static func withinGroupAgreement(
        of moments: ProductMoments, responses: Int, levels: Int, null: NullDistribution
    ) -> Estimate {
        let n = moments.n
        let items = moments.variables
        func estimate(_ value: Double?, _ reason: Undefined?) -> Estimate {
            Estimate(
                value: value, n: n, missing: responses - n, method: "rwgj." + null.rawValue, undefined: reason)
        }
        guard items > 0 else { return estimate(nil, .tooFewItems) }
        guard n >= 2 else { return estimate(nil, n == 0 ? .noAnswers : .oneAnswer) }
        guard let expected = null.variance(levels: levels) else { return estimate(nil, .noNullDistribution) }
        let variances = (0..<items).reduce(Int128(0)) { $0 + moments.scaledCovariance($1, $1) }
        let observed = Double(variances) / (Double(n) * Double(n - 1)) / Double(items)
        let share = min(observed / expected, 1)
        let agreed = Double(items) * (1 - share)
        return estimate(agreed / (agreed + share), nil)
    }
}
