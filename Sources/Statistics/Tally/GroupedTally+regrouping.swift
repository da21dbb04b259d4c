extension GroupedTally {
    /// The same counts under other names; groups that get the same name become one, where the first of them stood.
    ///
    /// ``pairSums`` stay as they are: they belong to sets of rows.
    public func regrouped(_ name: (String) -> String) -> GroupedTally {
        var groups: [String] = []
        var sources: [[Int]] = []
        var places: [String: Int] = [:]
        for (index, group) in self.groups.enumerated() {
            let named = name(group)
            if let place = places[named] {
                sources[place].append(index)
            } else {
                places[named] = groups.count
                groups.append(named)
                sources.append([index])
            }
        }
        func sums(_ tallies: [Tally]) -> [Tally] {
            sources.map { $0.dropFirst().reduce(tallies[$0[0]]) { $0 + tallies[$1] } }
        }
        let screening = screening.map { screening in
            Screening(
                careless: sources.map { indices in
                    indices.dropFirst().reduce(into: screening.careless[indices[0]]) { $0.add(screening.careless[$1]) }
                },
                attentive: sums(screening.attentive), distanceUndefined: screening.distanceUndefined)
        }
        return GroupedTally(groups: groups, tallies: sums(tallies), screening: screening, pairSums: pairSums)
    }
}
