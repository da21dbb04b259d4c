/// What remains of a group's responses once nobody needs to be seen any more: integers that add.
///
/// Adding is associative and commutative and every member is a whole number, so neither the order of the rows nor
/// threads, files or machines change a bit of what follows from a tally.
public struct Tally: Sendable, Equatable {
    /// How many responses were counted.
    public var responses: Int
    /// One a ``TallyPlan/Item``, in the plan's order; so are the others.
    public var items: [ItemTally]
    /// One a ``TallyPlan/Scale``.
    public var scales: [ScaleTally]
    /// One a ``TallyPlan/Pair``.
    public var pairs: [PairTally]
    /// One a set of scales in ``TallyPlan/composites``.
    public var composites: [MomentTally]

    /// The tally of no responses.
    public init(zeroFor plan: TallyPlan) {
        responses = 0
        items = plan.items.map(ItemTally.init(zeroFor:))
        scales = plan.scales.map(ScaleTally.init(zeroFor:))
        pairs = plan.pairs.map(PairTally.init(zeroFor:))
        composites = plan.composites.map { MomentTally(scales: $0.count) }
    }

    /// Adds the tally of other responses, counted by the same plan.
    public mutating func add(_ other: Tally) {
        precondition(
            items.count == other.items.count && scales.count == other.scales.count
                && pairs.count == other.pairs.count && composites.count == other.composites.count,
            "tallies of one plan add")
        responses = .exact(responses, other.responses)
        for index in items.indices { items[index].add(other.items[index]) }
        for index in scales.indices { scales[index].add(other.scales[index]) }
        for index in pairs.indices { pairs[index].add(other.pairs[index]) }
        for index in composites.indices { composites[index].add(other.composites[index]) }
    }

    /// The tally of the responses of both.
    public static func + (left: Tally, right: Tally) -> Tally {
        var sum = left
        sum.add(right)
        return sum
    }
}
