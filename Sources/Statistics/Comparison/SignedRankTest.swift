/// Whether paired differences tend to be positive or negative, by ranks.
///
/// V is the sum of the ranks of |d| over the positive d, zeros left out;
/// z = (V − n(n + 1)/4 ∓ ½)/σ, σ² = n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48, t the sizes of the ties.
///
/// - Unit: V in ranks; z has none.
/// - Missing: complete pairs only, carried along. Undefined without pairs, and when every difference is 0.
/// - Source: Wilcoxon 1945, Biometrics Bulletin 1:80–83; zeros as Wilcoxon left them out.
/// - Oracle: R `wilcox.test(paired = TRUE, exact = FALSE, correct = TRUE)`.
public struct SignedRankTest: Sendable, Equatable {
    /// How many differences are not 0, and how many are.
    public let n: Int, zeros: Int
    /// How many responses have no pair.
    public let missing: Int
    /// The rank sum of the positive differences; `nil` when there is none to rank.
    public let v: Double?
    /// The standardised V, with continuity correction.
    public let z: Double?
    /// The two-sided p value.
    public let p: Double?
    /// Why there is no test.
    public let undefined: Undefined?

    /// Judges tallied differences, such as ``JointTable/differences`` or ``PairTally/gaps``.
    public init(of differences: CountTable, missing: Int) {
        let rows = zip(differences.values, differences.counts).filter { $0.0 != 0 }
        let sizes = CountTable(values: rows.map { abs($0.0) }, counts: rows.map(\.1))
        let ranks = MidRanks(of: [sizes])
        n = ranks.n
        zeros = differences.n - ranks.n
        self.missing = missing
        guard ranks.n > 0 else {
            (v, z, p) = (nil, nil, nil)
            undefined = differences.n == 0 ? .noAnswers : .constant
            return
        }
        let positive = rows.filter { $0.0 > 0 }
        let sum = ranks.sum(of: CountTable(values: positive.map(\.0), counts: positive.map(\.1)))
        let size = Double(ranks.n)
        let variance = size * (size + 1) * (2 * size + 1) / 24 - ranks.ties / 48
        let test = Normal.ranked(distance: sum - size * (size + 1) / 4, deviation: variance.squareRoot())
        v = sum
        (z, p) = (test.z, test.p)
        undefined = nil
    }
}
