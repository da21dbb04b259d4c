/// How often each code of an item was chosen, and how often none was.
public struct ItemTally: Sendable, Equatable {
    /// The code that the first count belongs to.
    public var low: Int
    /// The count of code `low + index`.
    public var counts: [Int]
    /// Asked, not answered.
    public var missing: Int
    /// Answered "not applicable".
    public var notApplicable: Int
    /// Hidden by the questionnaire's logic.
    public var notAsked: Int
    /// Answered with a code outside the item's bounds; 0 for checked data.
    public var outside: Int

    /// An item that nobody has met.
    public init(zeroFor item: TallyPlan.Item) {
        low = item.low
        counts = Array(repeating: 0, count: item.high - item.low + 1)
        missing = 0
        notApplicable = 0
        notAsked = 0
        outside = 0
    }

    /// How many answered within the bounds.
    public var answered: Int { counts.reduce(0, +) }

    /// The answers as a table of codes, for means, quantiles and deviations.
    public var answers: CountTable {
        CountTable(values: counts.indices.map { Double(low + $0) }, counts: counts)
    }

    /// Adds the counts of other responses to the same item.
    public mutating func add(_ other: ItemTally) {
        precondition(low == other.low && counts.count == other.counts.count, "tallies of one plan add")
        for index in counts.indices { counts[index] = .exact(counts[index], other.counts[index]) }
        missing += other.missing
        notApplicable += other.notApplicable
        notAsked += other.notAsked
        outside += other.outside
    }
}
