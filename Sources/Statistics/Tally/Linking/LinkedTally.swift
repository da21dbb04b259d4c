/// What remains of the people of one group who are known in two rounds: how many stay, leave and join, and how the
/// scores of those who stay go together.
///
/// Like a ``Tally`` it consists of counts that add.
public struct LinkedTally: Sendable, Equatable {
    /// How many answered in both rounds.
    public var stayers = 0
    /// How many answered in the earlier round only.
    public var leavers = 0
    /// How many answered in the later round only.
    public var joiners = 0
    /// One a ``TallyPlan/Scale``, in the plan's order.
    public var scales: [LinkedScale]

    /// Nobody, for so many scales.
    public init(scales: Int) {
        self.scales = Array(repeating: LinkedScale(), count: scales)
    }

    /// Adds other people, counted by the same plan.
    public mutating func add(_ other: LinkedTally) {
        precondition(scales.count == other.scales.count, "tallies of one plan add")
        stayers = .exact(stayers, other.stayers)
        leavers = .exact(leavers, other.leavers)
        joiners = .exact(joiners, other.joiners)
        for index in scales.indices { scales[index].add(other.scales[index]) }
    }
}

/// Two rounds, linked by the people who answered in both.
public struct LinkedRounds: Sendable, Equatable {
    /// The two rounds.
    public var earlier: String, later: String
    /// One a group, in the order of the groups: those who stay in the group, and those who leave or join everything
    /// from or into it.
    public var groups: [LinkedTally]
    /// Those who stay, but in another group; they are in none of ``groups``.
    public var movers: LinkedTally
    /// How many responses of the two rounds name nobody.
    public var anonymous: Int
    /// How many people are named more than once in one of the rounds; they are left out of all links.
    public var ambiguous: Int

    /// States two linked rounds.
    public init(
        earlier: String, later: String, groups: [LinkedTally], movers: LinkedTally, anonymous: Int, ambiguous: Int
    ) {
        self.earlier = earlier
        self.later = later
        self.groups = groups
        self.movers = movers
        self.anonymous = anonymous
        self.ambiguous = ambiguous
    }

    /// Everybody, whatever the group.
    public var total: LinkedTally { groups.reduce(into: movers) { $0.add($1) } }
}
