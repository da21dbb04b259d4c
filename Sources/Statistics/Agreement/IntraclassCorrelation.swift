/// How far groups differ: ICC(1), ICC(2) and the F test, from the groups' moments.
///
/// MSB = Σn_g(m_g − m)²/(K − 1), MSW = Σ(n_g − 1)s²_g/(N − K), g = N/K;
/// ICC(1) = (MSB − MSW)/(MSB + (g − 1)·MSW), ICC(2) = (MSB − MSW)/MSB. Both may be negative and are reported so.
///
/// Where groups differ in size, Snedecor's n₀ = (N − Σn²_g/N)/(K − 1) in the place of g gives
/// ``icc1BySnedecor``; the mean size is the default, as in multilevel and the literature on agreement.
///
/// The interval of ICC(1): (F_L − 1)/(F_L + g − 1) … (F_U − 1)/(F_U + g − 1), F_L = F/F(1 − α/2; K − 1, N − K) and
/// F_U = F·F(1 − α/2; N − K, K − 1). ICC(2) has none here.
///
/// - Unit: shares of the variance, at most 1; the mean squares in the unit of the scores, squared.
/// - Missing: persons without a score are not in the moments; groups without scores do not count.
/// - Undefined: fewer than two groups, or one person in each; scores that do not vary at all. Where only the scores
///   within groups do not vary, the coefficients are 1 and there is no F. Where the groups' means are all the same,
///   ICC(2) is undefined.
/// - Source: Shrout & Fleiss 1979, Psychological Bulletin 86:420–428; Bliese 2000; the interval of ICC(1) by F, McGraw
///   & Wong 1996, Psychological Methods 1:30–46.
/// - Oracle: R multilevel `ICC1`, `ICC2` over `aov`; Shrout & Fleiss's example (.17, .44).
public struct IntraclassCorrelation: Sendable, Equatable {
    /// How many groups have scores.
    public let groups: Int
    /// The mean square between groups; `nil` when it is not defined.
    public let betweenMeanSquare: Double?
    /// The mean square within groups; `nil` when it is not defined.
    public let withinMeanSquare: Double?
    /// The ratio of the two.
    public let f: Double?
    /// The degrees of freedom between groups, K − 1, and within them, N − K.
    public let betweenDegrees: Int, withinDegrees: Int
    /// P(F > f) if the groups did not differ.
    public let p: Double?
    /// The share of the variance that lies between groups, method `icc1.f`.
    public let icc1: Estimate
    /// The reliability of the group means, method `icc2`.
    public let icc2: Estimate
    /// ICC(1) with Snedecor's n₀ for the group size; `nil` where ``icc1`` is.
    public let icc1BySnedecor: Double?
    /// The share of the squares that lies between groups, SSB/(SSB + SSW); `nil` where nothing varies.
    public let etaSquared: Double?

    /// Compares groups by their moments; `missing` is the number of responses without a score.
    public init(of samples: [Moments], missing: Int, level: Double = 0.95) {
        let samples = samples.filter { $0.n > 0 }
        let anova = OneWayAnova(of: samples, missing: missing)
        let (n, count, between, within) = (anova.n, anova.groups, anova.betweenDegrees, anova.withinDegrees)
        groups = count
        betweenDegrees = between
        withinDegrees = within
        betweenMeanSquare = anova.betweenMeanSquare
        withinMeanSquare = anova.withinMeanSquare
        f = anova.f
        p = anova.p
        etaSquared = anova.etaSquared
        guard let ratio = anova.f, let msb = anova.betweenMeanSquare, let msw = anova.withinMeanSquare else {
            // Where only the scores within groups do not vary, the groups account for everything.
            let isAll = (anova.betweenMeanSquare ?? 0) > 0
            icc1BySnedecor = isAll ? 1 : nil
            func undefined(_ method: String) -> Estimate {
                Estimate(
                    value: isAll ? 1 : nil, n: n, missing: missing, method: method,
                    undefined: anova.undefined ?? .constant)
            }
            (icc1, icc2) = (undefined("icc1.f"), undefined("icc2"))
            return
        }
        let size = Double(n) / Double(count)
        func coefficient(at ratio: Double) -> Double { 1 - size / (ratio + size - 1) }
        let squaredSizes = samples.reduce(0.0) { $0 + Double($1.n) * Double($1.n) }
        let snedecor = (Double(n) - squaredSizes / Double(n)) / Double(between)
        icc1BySnedecor = 1 - snedecor / (ratio + snedecor - 1)
        let tail = Confidence.tail(of: level)
        let low = ratio / FisherF(df1: Double(between), df2: Double(within)).quantile(1 - tail)
        let high = ratio * FisherF(df1: Double(within), df2: Double(between)).quantile(1 - tail)
        icc1 = Estimate(
            value: coefficient(at: ratio), interval: (coefficient(at: low), coefficient(at: high)), n: n,
            missing: missing, method: "icc1.f")
        icc2 = Estimate(
            value: msb > 0 ? (msb - msw) / msb : nil, n: n, missing: missing, method: "icc2",
            undefined: msb > 0 ? nil : .constant)
    }
}
