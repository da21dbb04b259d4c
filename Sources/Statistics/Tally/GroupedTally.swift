/// One round, counted group by group.
public struct GroupedTally: Sendable, Equatable {
    /// The groups' names, in stated order.
    public var groups: [String]
    /// One tally a group, by the same plan.
    public var tallies: [Tally]
    /// What became of the plan's ``TallyPlan/screening``; `nil` without one.
    public var screening: Screening?

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
    public init(groups: [String], tallies: [Tally], screening: Screening? = nil) {
        precondition(groups.count == tallies.count, "every group has a tally")
        self.groups = groups
        self.tallies = tallies
        self.screening = screening
    }

    /// Leaves the last group out.
    public mutating func removeLast() {
        groups.removeLast()
        tallies.removeLast()
        screening?.careless.removeLast()
        screening?.attentive.removeLast()
    }
}

extension GroupedTally {
    /// Counts the rows of one table.
    public init(groups: [String], counting table: ResponseTable, by plan: TallyPlan) {
        self.init(groups: groups, by: plan) { count in count(table) }
    }

    /// Counts rows that come in several tables, each with all the groups.
    ///
    /// `reading` hands over every table once. It is called twice where the plan screens: a distance from everybody can
    /// only be told once everybody is known.
    ///
    /// - Throws: what `reading` throws.
    public init<Failure: Error>(
        groups: [String], by plan: TallyPlan, reading: ((ResponseTable) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        var everybody = plan.screening.map { RoundCount(groupCount: groups.count, by: $0.moments) }
        if everybody != nil { try reading { everybody?.count($0) } }
        var count = RoundCount(groupCount: groups.count, by: plan, knowing: everybody)
        try reading { count.count($0) }
        self = count.grouped(groups)
    }
}
