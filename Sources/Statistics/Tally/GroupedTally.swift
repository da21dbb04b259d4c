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
    }

    /// States a counted round.
    public init(groups: [String], tallies: [Tally], screening: Screening? = nil) {
        precondition(groups.count == tallies.count, "every group has a tally")
        self.groups = groups
        self.tallies = tallies
        self.screening = screening
    }
}

extension GroupedTally {
    /// Counts the rows of one table.
    public init(groups: [String], counting table: ResponseTable, by plan: TallyPlan) {
        self.init(groups: groups, by: plan) { count in count(table) }
    }

    /// Counts rows that come in several tables, each with all the groups.
    ///
    /// - Parameter reading: hands over every table once. It is called twice where the plan screens: a distance from
    ///   everybody can only be told once everybody is known.
    /// - Throws: what `reading` throws.
    public init<Failure: Error>(
        groups: [String], by plan: TallyPlan, reading: ((ResponseTable) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        var tallies = groups.map { _ in Tally(zeroFor: plan) }
        guard let screening = plan.screening else {
            try reading { table in
                for (group, tally) in Tally.counting(table, by: plan).enumerated() { tallies[group].add(tally) }
            }
            self.init(groups: groups, tallies: tallies)
            return
        }
        let products = screening.moments
        var moments = Tally(zeroFor: products)
        try reading { table in
            for tally in Tally.counting(table, by: products) { moments.add(tally) }
        }
        let screen = screening.screen(moments.scales.first?.listwise)
        let columns = screening.items.map(\.column)
        var found = Screening(careless: groups.map { _ in CarelessTally() }, attentive: tallies)
        try reading { table in
            // The flagged are counted apart, and both together are everybody.
            var apart = table
            apart.groupCount = 2 * table.groupCount
            for (row, profile) in screen.profiles(of: table, columns: columns).enumerated() {
                let group = table.groups[row]
                found.careless[Int(group)].count(profile)
                apart.groups[row] = 2 * group + (profile.isFlagged ? 1 : 0)
            }
            for (index, tally) in Tally.counting(apart, by: plan).enumerated() {
                tallies[index / 2].add(tally)
                if index.isMultiple(of: 2) { found.attentive[index / 2].add(tally) }
            }
        }
        self.init(groups: groups, tallies: tallies, screening: found)
    }
}
