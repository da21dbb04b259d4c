/// One round, counted group by group.
public struct GroupedTally: Sendable, Equatable {
    /// The groups' names, in stated order.
    public var groups: [String]
    /// One tally a group, by the same plan.
    public var tallies: [Tally]

    /// States a counted round.
    public init(groups: [String], tallies: [Tally]) {
        precondition(groups.count == tallies.count, "every group has a tally")
        self.groups = groups
        self.tallies = tallies
    }
}
