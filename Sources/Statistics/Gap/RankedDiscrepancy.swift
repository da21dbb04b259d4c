/// How many fall short of what is required, meet it, or exceed it.
///
/// The ranked discrepancy score is 100·(over − short)/n: −100 when all fall short, 100 when all exceed.
///
/// - Unit: people and shares 0…1; the score −100…100.
/// - Missing: complete pairs only; without one the shares and the score are `nil`.
/// - Source: Narine & Harder 2021, Advancements in Agricultural Development 2(3):96–111, with the weights −1, 0, 1.
/// - Oracle: the definition in R.
public struct RankedDiscrepancy: Sendable, Equatable {
    /// Pairs with current < required.
    public let short: Int
    /// Pairs with current = required.
    public let met: Int
    /// Pairs with current > required.
    public let over: Int
    /// Responses without a complete pair.
    public let missing: Int

    /// Compares the two levels of a pair.
    public init(of pair: PairTally) {
        var counts = (short: 0, met: 0, over: 0)
        for (gap, count) in zip(pair.gaps.values, pair.gaps.counts) {
            if gap > 0 { counts.short += count } else if gap < 0 { counts.over += count } else { counts.met += count }
        }
        (short, met, over) = counts
        missing = pair.incomplete + pair.outside
    }

    /// How many complete pairs there are.
    public var n: Int { short + met + over }
    /// The share that falls short, 0…1.
    public var shortShare: Double? { share(short) }
    /// The share that meets what is required, 0…1.
    public var metShare: Double? { share(met) }
    /// The share that exceeds it, 0…1.
    public var overShare: Double? { share(over) }
    /// 100·(over − short)/n, −100…100.
    public var score: Double? { share(100 * (over - short)) }

    private func share(_ count: Int) -> Double? { n == 0 ? nil : Double(count) / Double(n) }
}
