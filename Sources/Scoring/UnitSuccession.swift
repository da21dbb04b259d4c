import Statistics
import Surveys

/// What the units of each year are called in the latest, where they were renamed or joined: 承接 in a roster says which
/// units of the year before a unit goes on from.
package struct UnitSuccession: Sendable, Equatable {
    private var latestNames: [Int: [String: String]] = [:]
    /// The units that each year had.
    private var units: [Int: Set<String>] = [:]

    init() {}

    /// - Parameter rounds: ascending by year.
    init(_ rounds: [Round]) {
        for round in rounds {
            units[round.year] = Set(round.units).union(round.roster?.units.map(\.name) ?? [])
        }
        var latest: [String: String] = [:]
        for (round, next) in zip(rounds, rounds.dropFirst()).reversed() {
            var names: [String: String] = [:]
            for unit in next.roster?.units ?? [] {
                for old in unit.succeeds { names[old] = latest[unit.name] ?? unit.name }
                // A unit that stays what it was may have changed its name later.
                if names[unit.name] == nil, let later = latest[unit.name] { names[unit.name] = later }
            }
            latestNames[round.year] = names
            latest = names
        }
    }

    /// What a unit of a year is called in the latest.
    package func latestName(of unit: String, in year: Int) -> String { latestNames[year]?[unit] ?? unit }

    /// The units of a year that go by a name of the latest, by name.
    package func names(of latest: String, in year: Int) -> [String] {
        (units[year] ?? []).filter { latestName(of: $0, in: year) == latest }.sorted()
    }
}
