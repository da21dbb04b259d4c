import Scoring
package import Surveys

/// Which groups of which round were published before: what is published now must not tell of few people by a difference
/// from that.
package struct Ledger: Sendable, Equatable {
    /// What one report told of one round.
    package struct Entry: Sendable, Equatable {
        package var year: Int
        /// How many responses the round had then.
        package var responses: Int
        /// The units that were shown as one group, and how many responses the group had. The whole alone where units
        /// were hidden.
        /// Named as in the round's own year.
        package var classes: [Class]

        package init(year: Int, responses: Int, classes: [Class]) {
            self.year = year
            self.responses = responses
            self.classes = classes
        }
    }

    package struct Class: Sendable, Equatable {
        package var units: [String]
        package var responses: Int

        package init(units: [String], responses: Int) {
            self.units = units
            self.responses = responses
        }
    }

    package var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// The same under the names that the units have in an assessment.
    func renamed(by succession: UnitSuccession) -> Ledger {
        var ledger = self
        for (index, entry) in entries.enumerated() {
            ledger.entries[index].classes = entry.classes.map { group in
                let units = Set(group.units.map { succession.latestName(of: $0, in: entry.year) })
                return Class(units: units.sorted(), responses: group.responses)
            }
        }
        return ledger
    }

    /// What each unit of a year was told apart from by any report: units that no report told apart have one number.
    ///
    /// Several reports make a finer partition than each of them, so what is safe beside it is safe beside all.
    func blocks(of year: Int) -> [String: Int]? {
        let partitions = entries.filter { $0.year == year }.map(\.classes)
        guard !partitions.isEmpty else { return nil }
        let units = Set(partitions.flatMap { $0.flatMap(\.units) }).sorted()
        var numbers: [[Int]: Int] = [:]
        var blocks: [String: Int] = [:]
        for unit in units {
            let place = partitions.map { classes in classes.firstIndex { $0.units.contains(unit) } ?? -1 }
            let number = numbers[place] ?? numbers.count
            numbers[place] = number
            blocks[unit] = number
        }
        return blocks
    }

    /// Whether the responses that came since a report are none or many, in the whole and in every group that it showed.
    ///
    /// - Parameter responses: of each unit now.
    func checkGrowth(of year: Int, to responses: [String: Int], k: Int) throws(DisclosureError) {
        let total = responses.values.reduce(0, +)
        for entry in entries where entry.year == year {
            let growths =
                [total - entry.responses]
                + entry.classes.map { group in
                    group.units.reduce(0) { $0 + responses[$1, default: 0] } - group.responses
                }
            guard growths.allSatisfy({ $0 == 0 || $0 >= k }) else {
                throw .fewCameSince(year: year, k: k)
            }
        }
    }
}

/// Why nothing may be released.
package enum DisclosureError: Error, Sendable, Equatable {
    /// Since a report was published, a few responses have come, and the difference would tell what they say.
    case fewCameSince(year: Int, k: Int)

    package var wording: Wording {
        switch self {
        case .fewCameSince(let year, let k):
            Wording(
                "\(year) 年上次出报告以后，有的处室新到的答卷不到 \(k) 份，两份报告相减会泄露这几个人；请等再到一些再出",
                "since the last report on \(year), fewer than \(k) responses have come from some unit, and the two reports would tell of them by subtraction; wait until more have come"
            )
        }
    }
}
