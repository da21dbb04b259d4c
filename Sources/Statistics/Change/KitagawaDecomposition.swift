/// How much of a change comes from the scores inside the groups, and how much from the groups' shares.
///
/// within_g = (p₁ + p₂)/2·(m₂ − m₁), composition_g = (m₁ + m₂)/2·(p₂ − p₁), p the shares of a group in the two years and m
/// its means. An identity: both sums together are the change. One group's composition means something only against
/// the whole: centred composition_g = ((m₁ + m₂)/2 − ref)·(p₂ − p₁) with ref the mean of the two totals; its sum is the
/// same.
///
/// - Unit: that of the values.
/// - Missing: people without a value do not count. A group that is absent in one year borrows the other year's mean,
///   so that its whole effect is composition; absent in both, its parts are 0.
/// - Undefined: a year without answers.
/// - Source: Kitagawa 1955, JASA 50:1168–1194.
/// - Oracle: the formula in R on the General Social Survey.
public struct KitagawaDecomposition: Sendable, Equatable {
    /// What one group contributes.
    public struct Part: Sendable, Equatable {
        /// By its scores.
        public let within: Double
        /// By its share.
        public let composition: Double
        /// By its share, its scores being above or below the whole.
        public let centredComposition: Double
    }

    /// One a group, in the order given; empty when it is not defined.
    public let groups: [Part]
    /// The sum of the parts within groups.
    public let within: Double?
    /// The sum of the parts by composition.
    public let composition: Double?
    /// later − earlier over all who answered.
    public let total: Double?
    /// Why there is no decomposition.
    public let undefined: Undefined?

    /// Decomposes the change between two years, the same groups in the same order.
    public init(earlier: [Moments], later: [Moments]) {
        precondition(earlier.count == later.count, "both years have the same groups")
        let before = earlier.reduce(0) { $0 + $1.n }
        let after = later.reduce(0) { $0 + $1.n }
        guard before > 0, after > 0 else {
            groups = []
            (within, composition, total) = (nil, nil, nil)
            undefined = .noAnswers
            return
        }
        // What nobody belongs to in either year has no mean and needs none: its shares are 0.
        let cells = zip(earlier, later).map { first, second in
            (
                shares: (Double(first.n) / Double(before), Double(second.n) / Double(after)),
                means: (first.mean ?? second.mean ?? 0, second.mean ?? first.mean ?? 0)
            )
        }
        let reference = cells.reduce(0.0) { $0 + ($1.shares.0 * $1.means.0 + $1.shares.1 * $1.means.1) / 2 }
        groups = cells.map { cell in
            let middle = (cell.means.0 + cell.means.1) / 2
            let shift = cell.shares.1 - cell.shares.0
            return Part(
                within: (cell.shares.0 + cell.shares.1) / 2 * (cell.means.1 - cell.means.0),
                composition: middle * shift, centredComposition: (middle - reference) * shift)
        }
        let inside = groups.reduce(0.0) { $0 + $1.within }
        // The centred parts have the same sum, and a scale far from 0 takes no digits from it.
        let shares = groups.reduce(0.0) { $0 + $1.centredComposition }
        within = inside
        composition = shares
        total = inside + shares
        undefined = nil
    }
}
