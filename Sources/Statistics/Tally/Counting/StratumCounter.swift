/// Counts one set of scales for every group: the moments of their weighted sums, by the weights that were answered.
///
/// A hash table with open places; a stratum is a group and a weight for each scale.
struct StratumCounter {
    /// The scales, as indices into the plan's.
    let members: [Int]
    private let momentCount: Int
    /// Group and weights of every stratum, one after another.
    private var names: [Int] = []
    /// n, sums and products of every stratum, one after another.
    private var moments: [Int] = []
    /// The stratum in each place, or −1; at most half of the places are taken.
    private var places: [Int32] = Array(repeating: -1, count: 64)

    init(members: [Int]) {
        self.members = members
        momentCount = 1 + members.count + members.count * (members.count + 1) / 2
    }

    private var nameCount: Int { members.count + 1 }
    private var strata: Int { names.count / nameCount }

    /// Counts one row: `name` is its group and the weights answered, `sums` the weighted sums.
    mutating func count(name: [Int], sums: [Int]) {
        let start = stratum(name) * momentCount
        moments[start] &+= 1
        var index = start + 1
        for sum in sums {
            moments[index] &+= sum
            index += 1
        }
        // No wrap: see ``CountingLayout/limit``.
        for i in sums.indices {
            let sum = sums[i]
            for j in 0...i {
                moments[index] &+= sum &* sums[j]
                index += 1
            }
        }
    }

    /// The stratum of this name, new if it has to be.
    private mutating func stratum(_ name: [Int]) -> Int {
        var place = Self.hash(name[...]) & (places.count - 1)
        while places[place] >= 0 {
            let start = Int(places[place]) * nameCount
            if name.indices.allSatisfy({ names[start + $0] == name[$0] }) { return Int(places[place]) }
            place = (place + 1) & (places.count - 1)
        }
        let new = strata
        places[place] = Int32(new)
        names += name
        moments += repeatElement(0, count: momentCount)
        if strata * 2 > places.count { spread() }
        return new
    }

    private mutating func spread() {
        places = Array(repeating: -1, count: places.count * 4)
        for stratum in 0..<strata {
            var place = Self.hash(names[stratum * nameCount..<(stratum + 1) * nameCount]) & (places.count - 1)
            while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
            places[place] = Int32(stratum)
        }
    }

    private static func hash(_ name: ArraySlice<Int>) -> Int {
        var hash: UInt64 = 0
        for part in name {
            hash = (hash ^ UInt64(truncatingIfNeeded: part)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash)
    }

    /// Adds the counts of another counter of the same scales, whose group g is group `map[g]` here.
    mutating func add(_ other: StratumCounter, groups map: [Int]) {
        for theirs in 0..<other.strata {
            var name = Array(other.names[theirs * nameCount..<(theirs + 1) * nameCount])
            name[0] = map[name[0]]
            let start = stratum(name) * momentCount
            for index in 0..<momentCount { moments[start + index] &+= other.moments[theirs * momentCount + index] }
        }
    }

    /// What was counted, a tally a group.
    func tallies(groups: Int) -> [MomentTally] {
        var tallies = Array(repeating: MomentTally(scales: members.count), count: groups)
        for stratum in 0..<strata {
            let name = names[stratum * nameCount..<(stratum + 1) * nameCount]
            var sums = ProductMoments(zeroFor: members.count)
            let start = stratum * momentCount
            sums.n = moments[start]
            for index in sums.sums.indices { sums.sums[index] = moments[start + 1 + index] }
            for index in sums.products.indices {
                sums.products[index] = moments[start + 1 + members.count + index]
            }
            tallies[name[name.startIndex]].strata[Array(name.dropFirst())] = sums
        }
        return tallies
    }
}
