/// The distribution of answers that people without an opinion in common would give.
///
/// - Unit: its variance is in squared levels, a step apart.
/// - Missing: no variance where none is published.
/// - Source: James, Demaree & Wolf 1984, Journal of Applied Psychology 69:85–98; LeBreton & Senter 2008, Organizational
///   Research Methods 11:815–852.
/// - Oracle: R multilevel `rwg.j` for the uniform one; the slightly skewed ones are the published table itself.
public enum NullDistribution: String, Sendable, Equatable, CaseIterable {
    /// Every level equally often: variance (A² − 1)/12.
    case uniform
    /// A little more towards the favourable end, as real answers are; agreement looks smaller against it.
    case slightSkew

    /// The variance on `levels` levels a step apart; `nil` where none is published (slight skew: 5 to 11 levels).
    ///
    /// Source: James, Demaree & Wolf 1984, Journal of Applied Psychology 69:85–98; LeBreton & Senter 2008,
    /// Organizational Research Methods 11:815–852, table 2, whose values the authors' R function `RWGJ` (LeBreton,
    /// Moeller & Senter 2021) repeats.
    public func variance(levels: Int) -> Double? {
        guard levels >= 2 else { return nil }
        switch self {
        case .uniform: return Double(levels * levels - 1) / 12
        case .slightSkew:
            let published = [5: 1.34, 6: 1.85, 7: 2.90, 8: 3.47, 9: 5.66, 10: 6.30, 11: 7.31]
            return published[levels]
        }
    }
}
