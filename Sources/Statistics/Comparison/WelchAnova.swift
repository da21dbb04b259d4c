/// Whether the means of several independent groups differ, without assuming equal variances.
///
/// w = n/s², W = Σw, m̃ = Σwm/W, L = Σ(1 − w/W)²/(n − 1);
/// F = [Σw(m − m̃)²/(K − 1)] / [1 + 2(K − 2)/(K² − 1)·L] with K − 1 and (K² − 1)/(3L) degrees of freedom.
/// With two groups it is ``WelchTest``, F = t².
///
/// - Unit: F has none.
/// - Missing: not in the moments; carried along. Groups without answers do not count.
/// - Undefined: fewer than two groups; a group with one answer, or whose answers do not vary, has no weight.
/// - Source: Welch 1951, Biometrika 38:330–336.
/// - Oracle: R `oneway.test`.
public struct WelchAnova: Sendable, Equatable {
    /// How many groups have answers.
    public let groups: Int
    /// How many answers there are, and how many responses have none.
    public let n: Int, missing: Int
    /// The weighted ratio of variation between groups to that within.
    public let f: Double?
    /// The degrees of freedom between groups, K − 1.
    public let betweenDegrees: Int
    /// Welch's degrees of freedom of the denominator.
    public let withinDegrees: Double?
    /// P(F > f) if the means did not differ.
    public let p: Double?
    /// Why there is no F.
    public let undefined: Undefined?

    /// Compares groups by their moments; `missing` is the number of responses without a value.
    public init(of samples: [Moments], missing: Int) {
        let samples = samples.filter { $0.n > 0 }
        let count = samples.count
        groups = count
        n = samples.reduce(0) { $0 + $1.n }
        self.missing = missing
        betweenDegrees = max(0, count - 1)
        let reason: Undefined? =
            if count < 2 {
                count == 0 ? .noAnswers : .tooFewGroups
            } else if samples.contains(where: { $0.n == 1 }) {
                .oneAnswer
            } else if samples.contains(where: { $0.variance == 0 }) {
                .constant
            } else {
                nil
            }
        undefined = reason
        guard reason == nil, let origin = samples[0].mean else {
            (f, withinDegrees, p) = (nil, nil, nil)
            return
        }
        // The smallest variance is the unit, so that a weight can neither overflow nor vanish.
        let unit = samples.compactMap(\.variance).min() ?? 1
        let weights = samples.map { Double($0.n) * unit / ($0.variance ?? unit) }
        let total = weights.reduce(0, +)
        let means = samples.map { ($0.mean ?? origin) - origin }
        let centre = zip(weights, means).reduce(0.0) { $0 + $1.0 * $1.1 } / total
        let between = zip(weights, means).reduce(0.0) { $0 + $1.0 * ($1.1 - centre) * ($1.1 - centre) } / unit
        let imbalance = zip(weights, samples).reduce(0.0) { sum, pair in
            let open = 1 - pair.0 / total
            return sum + open * open / Double(pair.1.n - 1)
        }
        let k = Double(count)
        let ratio = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * imbalance)
        let degrees = (k * k - 1) / (3 * imbalance)
        f = ratio
        withinDegrees = degrees
        p = FisherF(df1: k - 1, df2: degrees).upperTail(ratio)
    }
}
