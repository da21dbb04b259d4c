import Statistics
import Surveys

/// Units that were renamed or joined between the years are followed under the name that they have in the latest.
extension [Round] {
    /// The rounds, ascending by year, each with its units under the names of the latest: 承接 in a roster says which
    /// units of the year before a unit goes on from. Counts are added where several were joined.
    func underLatestUnitNames() -> [Round] {
        var rounds = self
        // Of the year at hand: what each of its names has become by the latest year.
        var latestNames: [String: String] = [:]
        for index in indices.dropLast().reversed() {
            let next = self[index + 1].roster?.units ?? []
            var names: [String: String] = [:]
            for unit in next {
                for old in unit.succeeds { names[old] = latestNames[unit.name] ?? unit.name }
                // A unit that stays what it was may have changed its name later.
                if names[unit.name] == nil, let later = latestNames[unit.name] { names[unit.name] = later }
            }
            latestNames = names
            guard !names.isEmpty else { continue }
            rounds[index].counted = rounds[index].counted.regrouped { names[$0] ?? $0 }
            rounds[index].roster = rounds[index].roster?.renamed { names[$0] ?? $0 }
        }
        return rounds
    }
}

extension Roster {
    /// The same people under other names of units; units that get the same name become one.
    fileprivate func renamed(_ name: (String) -> String) -> Roster {
        var units: [Unit] = []
        for unit in self.units {
            let named = name(unit.name)
            let target = unit.mergeInto.map(name)
            if let index = units.firstIndex(where: { $0.name == named }) {
                units[index].headcount += unit.headcount
            } else {
                units.append(
                    Unit(
                        name: named, headcount: unit.headcount, mergeInto: target == named ? nil : target,
                        parent: unit.parent, succeeds: unit.succeeds))
            }
        }
        return Roster(units: units)
    }
}
