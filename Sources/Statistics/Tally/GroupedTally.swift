/// One round, counted group by group.
public struct GroupedTally: Sendable, Equatable {
    /// The groups' names, in stated order.
    public var groups: [String]
    /// One tally a group, by the same plan.
    public var tallies: [Tally]
    /// What became of the plan's ``TallyPlan/screening``; `nil` without one.
    public var screening: Screening?
    /// The sums of the plan's ``TallyPlan/variables``, one for each set of groups that ``RoundCount`` was given, by
    /// default one for everybody; empty without variables.
    ///
    /// A set is made of rows and keeps them, whatever becomes of the groups' names.
    public var pairSums: [PairSums]

    /// How many look careless, and the tallies without them: nobody is left out silently.
    public struct Screening: Sendable, Equatable {
        /// The signs, one count a group.
        public var careless: [CarelessTally]
        /// The tallies of those who are not flagged, one a group.
        public var attentive: [Tally]
        /// Why nobody's distance from everybody could be told; `nil` where it could.
        public var distanceUndefined: Undefined?
    }

    /// States a counted round.
    public init(
        groups: [String], tallies: [Tally], screening: Screening? = nil, pairSums: [PairSums] = []
    ) {
        precondition(groups.count == tallies.count, "every group has a tally")
        self.groups = groups
        self.tallies = tallies
        self.screening = screening
        self.pairSums = pairSums
    }
}

extension GroupedTally {
    /// Counts the rows of one table; `pairing` as in ``RoundCount``.
    public init(groups: [String], counting table: ResponseTable, by plan: TallyPlan, pairing: [Int]? = nil) {
        self.init(groups: groups, by: plan, pairing: pairing) { count in count(table) }
    }

    /// Counts rows that come in several tables, each with all the groups.
    ///
    /// `reading` hands over every table once. It is called twice where the plan screens: a distance from everybody can
    /// only be told once everybody is known.
    ///
    /// - Throws: what `reading` throws.
    public init<Failure: Error>(
        groups: [String], by plan: TallyPlan, pairing: [Int]? = nil,
        reading: ((ResponseTable) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        var everybody = plan.screening.map { RoundCount(groupCount: groups.count, by: $0.moments) }
        if everybody != nil { try reading { everybody?.count($0) } }
        var count = RoundCount(groupCount: groups.count, by: plan, knowing: everybody, pairing: pairing)
        try reading { count.count($0) }
        self = count.grouped(groups)
    }
}
