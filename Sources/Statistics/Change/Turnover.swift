/// How much of a change comes from those who stayed, and how much from who joined and who left.
///
/// m₂ − m₁ = (S₂ − S₁) + (n_J/n₂)(J − S₂) − (n_L/n₁)(L − S₁), S the means of those who stayed, J of those who joined, L
/// of those who left. An identity: the parts add up to the change, up to rounding.
///
/// - Unit: that of the values. The parts are descriptive; the interval of the change is ``OverlapTest``'s.
/// - Missing: people without a value in a year do not count in it.
/// - Undefined: a year without answers leaves all undefined. Nobody stayed leaves the change, without parts. Nobody
///   joined, or nobody left, makes that part 0.
/// - Source: own derivation.
/// - Oracle: the identity; R on the same data.
public struct Turnover: Sendable, Equatable {
    /// How many stayed, joined and left.
    public let stayerCount: Int, joinerCount: Int, leaverCount: Int
    /// later − earlier over all who answered.
    public let total: Double?
    /// What those who stayed changed by.
    public let stayers: Double?
    /// What those who joined add, being above or below those who stayed.
    public let joiners: Double?
    /// What is added by the absence of those who left.
    public let leavers: Double?
    /// Why the change, or its split, is missing.
    public let undefined: Undefined?

    /// Splits the change between two years by who took part in both.
    public init(stayers: JointTable, leavers: Moments, joiners: Moments) {
        let before = stayers.earlier.moments
        let after = stayers.later.moments
        let earlier = Moments.pooled([before, leavers])
        let later = Moments.pooled([after, joiners])
        stayerCount = stayers.n
        joinerCount = joiners.n
        leaverCount = leavers.n
        guard let first = earlier.mean, let second = later.mean else {
            (total, self.stayers, self.joiners, self.leavers) = (nil, nil, nil, nil)
            undefined = .noAnswers
            return
        }
        total = second - first
        guard let start = before.mean, let end = after.mean else {
            (self.stayers, self.joiners, self.leavers) = (nil, nil, nil)
            undefined = .nobodyStayed
            return
        }
        self.stayers = end - start
        self.joiners = joiners.mean.map { Double(joiners.n) / Double(later.n) * ($0 - end) } ?? 0
        self.leavers = leavers.mean.map { Double(leavers.n) / Double(earlier.n) * (start - $0) } ?? 0
        undefined = nil
    }
}
