/// Which classes of several groupings of the same people have one coefficient in every combination of their sums that
/// is about fewer than k people.
///
/// A combination of the sums of units, grades and parties gives a person of unit u, grade g and party p the
/// coefficient a(u) + b(g) + c(p). Two classes of a grouping are glued where there are k disjoint pairs of people who
/// differ in these two classes only: of fewer than k people, one pair holds none, and so b(g) = b(g′). Glued classes
/// count as one when further pairs are looked for. Where every grouping is glued into one block, what a combination
/// gives a person depends on his unit alone, and a unit has k people or none.
///
/// Gluing is sufficient and not necessary: some safe groupings are not glued.
package struct Gluing: Sendable, Equatable {
    /// For each grouping, the block of each class that has people; a block has the name of its least class.
    package private(set) var blocks: [[Int: Int]]
    /// No combination of the sums of these units and groupings is about fewer than k people.
    package let isSafe: Bool

    /// The result does not depend on the order of the cells, nor on the names of units and classes.
    package init(_ counts: JointCounts, k: Int) {
        var counts = counts
        let isSized = counts.isSized(k)
        var blocks = counts.groupings.map { Dictionary($0.map { ($0, $0) }) { first, _ in first } }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for grouping in blocks.indices {
                let pairs = Self.pairs(of: grouping, in: counts).filter { $0.value >= k }.map(\.key)
                guard !pairs.isEmpty else { continue }
                for pair in pairs { Self.join(pair, in: &blocks[grouping]) }
                counts.rename(grouping, blocks[grouping])
                isGrowing = true
            }
        }
        self.blocks = blocks
        isSafe = isSized && blocks.allSatisfy { Set($0.values).count <= 1 }
    }

    /// Disjoint pairs of people of the same unit and the same blocks of the other groupings.
    private static func pairs(of grouping: Int, in counts: JointCounts) -> [Pair: Int] {
        var others = counts.groupings
        let own = others.remove(at: grouping)
        return counts.disjointPairs(
            of: own, within: JointCounts.numbered([counts.units] + others, rows: own.count))
    }

    private static func join(_ pair: Pair, in blocks: inout [Int: Int]) {
        guard let one = blocks[pair.first], let other = blocks[pair.second], one != other else { return }
        for (name, block) in blocks where block == max(one, other) { blocks[name] = min(one, other) }
    }
}
