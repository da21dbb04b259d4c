/// A file of responses, counted.
public struct CountedResponses: Sendable, Equatable {
    /// One round of all groups.
    public struct Round: Sendable, Equatable {
        /// The text of the round column; empty without one.
        public var name: String
        /// One tally a group, in the order of ``CountedResponses/groups``.
        public var tallies: [Tally]

        /// States a round.
        public init(name: String, tallies: [Tally]) {
            self.name = name
            self.tallies = tallies
        }
    }

    /// Where a rejected cell stands; what it says is nobody's business.
    public struct Place: Sendable, Equatable {
        /// The line on which its record begins, counted from 1.
        public var line: Int
        /// The heading of its column.
        public var column: String

        /// States a place.
        public init(line: Int, column: String) {
            self.line = line
            self.column = column
        }
    }

    /// The groups in stated order: the texts of the group columns.
    public var groups: [[String]]
    /// The rounds in stated order.
    public var rounds: [Round]
    /// The links between each round and the next, where persons are named.
    public var links: [LinkedRounds]
    /// How many responses there are.
    public var responses: Int
    /// How many cells of each column of answers were rejected and counted as missing.
    public var rejected: [Int]
    /// The first rejected cells in the order of the file, at most ``placeLimit``.
    public var places: [Place]

    /// States what was counted.
    public init(
        groups: [[String]], rounds: [Round], links: [LinkedRounds], responses: Int, rejected: [Int], places: [Place]
    ) {
        self.groups = groups
        self.rounds = rounds
        self.links = links
        self.responses = responses
        self.rejected = rejected
        self.places = places
    }

    /// How many rejected cells are located.
    public static let placeLimit = 20

    /// One round as stores give it, the texts of a group joined by a middle dot.
    public func grouped(round: Int) -> GroupedTally {
        GroupedTally(groups: groups.map { $0.joined(separator: " · ") }, tallies: rounds[round].tallies)
    }
}
