/// A report that left the office: which units of which rounds it showed as one group.
package struct PublishedReport: Sendable, Equatable {
    /// SHA-256 of the report's text, in hexadecimal digits.
    package var fingerprint: String
    /// No group of fewer people was shown.
    package var smallestGroup: Int
    package var rounds: [Round]

    package struct Round: Sendable, Equatable {
        package var year: Int
        package var groups: [Group]

        package init(year: Int, groups: [Group]) {
            self.year = year
            self.groups = groups
        }

        /// Whether the report showed somebody of this year's round.
        func counts(_ year: Int) -> Bool { self.year == year && !groups.isEmpty }
    }

    package struct Group: Sendable, Equatable {
        /// By name; as in the round's own year.
        package var units: [String]
        package var responses: Int

        package init(units: [String], responses: Int) {
            self.units = units.sorted()
            self.responses = responses
        }
    }

    package init(fingerprint: String, smallestGroup: Int, rounds: [Round]) {
        self.fingerprint = fingerprint
        self.smallestGroup = smallestGroup
        self.rounds = rounds
    }
}
