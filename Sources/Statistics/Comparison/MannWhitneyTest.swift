/// Whether the values of one group tend to lie above those of another, by ranks.
///
/// U counts the pairs in which the first group's value is the greater, ties as ½;
/// z = (U − n₁n₂/2 ∓ ½)/σ, σ² = n₁n₂/12·(N + 1 − Σ(t³ − t)/(N(N − 1))), t the sizes of the ties.
/// Cliff's delta = 2U/(n₁n₂) − 1, the share of pairs won less the share lost.
///
/// - Unit: delta −1…1.
/// - Missing: not in the tables; carried along. Undefined when a group has no answers; when all answers are the same,
///   delta is 0 and there is no test.
/// - Source: Mann & Whitney 1947, Annals of Mathematical Statistics 18:50–60; Cliff 1993, Psychological Bulletin
///   114:494–509.
/// - Oracle: R `wilcox.test(exact = FALSE, correct = TRUE)`, whose W is our U.
public struct MannWhitneyTest: Sendable, Equatable {
    /// The pairs that the first group wins; `nil` when a group has no answers.
    public let u: Double?
    /// The standardised U, with continuity correction.
    public let z: Double?
    /// The two-sided p value.
    public let p: Double?
    /// How far the first group lies above the second, method `cliffs.delta`.
    public let delta: Estimate

    /// Compares the tallied values of two groups; `missing` is the number of responses in either without a value.
    public init(_ first: CountTable, _ second: CountTable, missing: Int) {
        let (m, n) = (Double(first.n), Double(second.n))
        let name = "cliffs.delta"
        guard m > 0, n > 0 else {
            delta = Estimate(
                value: nil, n: first.n + second.n, missing: missing, method: name, undefined: .noAnswers)
            (u, z, p) = (nil, nil, nil)
            return
        }
        let ranks = MidRanks(of: [first, second])
        let won = ranks.sum(of: first) - m * (m + 1) / 2
        let total = m + n
        u = won
        let spread = total > 1 ? m * n / 12 * (total + 1 - ranks.ties / (total * (total - 1))) : 0
        let isConstant = first.values == second.values && first.values.count == 1
        delta = Estimate(
            value: 2 * won / (m * n) - 1, n: ranks.n, missing: missing, method: name,
            undefined: isConstant ? .constant : nil)
        guard !isConstant, spread > 0 else {
            (z, p) = (nil, nil)
            return
        }
        let test = Normal.ranked(distance: won - m * n / 2, deviation: spread.squareRoot())
        (z, p) = (test.z, test.p)
    }
}
