/// The classes of several groupings that may be printed beside the units, joined as little as their safety allows.
///
/// The groupings are taken in the order in which they were declared, and then the crossing of the first two that are
/// printed; an earlier one never gives way to a later one. Units are never joined for a grouping.
package struct Coarsening: Sendable, Equatable {
    /// What decides which classes of a grouping are joined; its classes are numbered in their order.
    package struct Grouping: Sendable, Equatable {
        /// Classes are joined with their neighbours only.
        package var isOrdered: Bool
        /// The class of those who left the question out; it is no neighbour, and joins the smallest class.
        package var unanswered: Int?

        package init(isOrdered: Bool, unanswered: Int? = nil) {
            self.isOrdered = isOrdered
            self.unanswered = unanswered
        }
    }

    /// The table of two groupings at once. In it the classes of one grouping may be joined further.
    package struct Crossing: Sendable, Equatable {
        /// The grouping whose classes are joined further.
        package let joined: Int
        /// For each of its classes that has people, the class of this table.
        package let classes: [Int: Int]
        /// The other grouping, with its classes as in `Coarsening.groupings`.
        package let other: Int
    }

    /// For each grouping, the printed class of each class that has people; nil where the grouping is not printed.
    package private(set) var groupings: [[Int: Int]?]
    /// nil where fewer than two groupings are printed, or their crossing cannot be.
    package private(set) var crossing: Crossing?

    /// - Parameters:
    ///   - groupings: one for each grouping of the counts, the most important first.
    ///   - k: units have k people or none; otherwise no grouping is printed.
    package init(_ counts: JointCounts, _ groupings: [Grouping], k: Int) {
        self.groupings = []
        var printed = counts.ofUnitsAlone
        for (grouping, classes) in zip(groupings, counts.groupings) {
            let joined = Self.joined(classes, as: grouping, beside: printed, k: k)
            self.groupings.append(joined)
            if let joined { printed = printed.adding(JointCounts.renamed(classes, joined)) }
        }
        crossing = crossing(of: counts, groupings, beside: printed, k: k)
    }

    /// The same groupings of other people of the same units, such as those of a later batch.
    package func applied(to counts: JointCounts) -> JointCounts {
        var printed = counts.ofUnitsAlone
        for (classes, joined) in zip(counts.groupings, groupings) {
            if let joined { printed = printed.adding(JointCounts.renamed(classes, joined)) }
        }
        guard let crossing else { return printed }
        return printed.adding(
            JointCounts.numbered(
                [
                    JointCounts.renamed(counts.groupings[crossing.joined], crossing.classes),
                    JointCounts.renamed(counts.groupings[crossing.other], groupings[crossing.other] ?? [:]),
                ], rows: counts.units.count))
    }

    /// Whether what is printed of these people alone is safe; they may be a later batch.
    package func isSafe(for counts: JointCounts, k: Int) -> Bool {
        let printed = applied(to: counts)
        return crossing == nil ? Gluing(printed, k: k).isSafe : printed.isSafeWithCrossings(k: k)
    }

    // MARK: One grouping

    /// Classes below k are joined, and then the smallest outside the largest block, until everything is glued.
    private static func joined(
        _ classes: [Int], as grouping: Grouping, beside printed: JointCounts, k: Int
    ) -> [Int: Int]? {
        var levels = Levels(grouping, sizes: printed.sizes(of: classes))
        while let small = levels.smallest, levels.size(small) < k, levels.join(small) {}
        while levels.count > 1 {
            let gluing = Gluing(printed.adding(JointCounts.renamed(classes, levels.classes)), k: k)
            if gluing.isSafe { return levels.classes }
            guard let blocks = gluing.blocks.last, let small = levels.smallestOutsideLargest(of: blocks) else { break }
            levels.join(small)
        }
        return nil
    }

    // MARK: The crossing

    private func crossing(
        of counts: JointCounts, _ groupings: [Grouping], beside printed: JointCounts, k: Int
    ) -> Crossing? {
        let both = groupings.indices.filter { self.groupings[$0] != nil }.prefix(2)
        guard both.count == 2, let joined = both.first(where: { groupings[$0].isOrdered }) ?? both.first,
            let other = both.first(where: { $0 != joined }), let joinedClasses = self.groupings[joined],
            let otherClasses = self.groupings[other]
        else { return nil }
        let others = JointCounts.renamed(counts.groupings[other], otherClasses)
        var levels = Levels(groupings[joined], classes: joinedClasses)
        while levels.count > 1 {
            let columns = [JointCounts.renamed(counts.groupings[joined], levels.classes), others]
            let crossed = JointCounts.numbered(columns, rows: others.count)
            if printed.adding(crossed).isSafeWithCrossings(k: k) {
                return Crossing(joined: joined, classes: levels.classes, other: other)
            }
            levels.measure(Self.leastCells(columns, of: printed))
            guard let small = levels.smallest else { return nil }
            levels.join(small)
        }
        return nil
    }

    /// For each class of the first column, the people of its smallest cell with a class of the second; 0 where a cell
    /// is empty.
    private static func leastCells(_ columns: [[Int]], of counts: JointCounts) -> [Int: Int] {
        let cells = JointCounts.numbered(columns, rows: columns[0].count)
        let people = counts.sizes(of: cells)
        var least: [Int: [Int: Int]] = [:]
        for (row, cell) in cells.enumerated() { least[columns[0][row], default: [:]][cell] = people[cell] }
        let others = Set(columns[1]).count
        return least.mapValues { $0.count < others ? 0 : $0.values.min() ?? 0 }
    }
}

/// Classes of a grouping while they are being joined.
private struct Levels {
    private let grouping: Coarsening.Grouping
    /// The level of each class; a level has the name of the class that the others joined.
    private(set) var classes: [Int: Int]
    private var sizes: [Int: Int]

    init(_ grouping: Coarsening.Grouping, sizes: [Int: Int]) {
        self.grouping = grouping
        self.sizes = sizes
        classes = Dictionary(uniqueKeysWithValues: sizes.keys.map { ($0, $0) })
    }

    init(_ grouping: Coarsening.Grouping, classes: [Int: Int]) {
        self.grouping = grouping
        self.classes = classes
        sizes = Dictionary(classes.values.map { ($0, 0) }) { first, _ in first }
    }

    var count: Int { sizes.count }

    func size(_ level: Int) -> Int { sizes[level] ?? 0 }

    mutating func measure(_ sizes: [Int: Int]) { self.sizes = sizes }

    var smallest: Int? { smallest(of: sizes.keys) }

    /// Of all levels where the largest block holds them all.
    func smallestOutsideLargest(of blocks: [Int: Int]) -> Int? {
        var people: [Int: Int] = [:]
        for (level, size) in sizes { people[blocks[level] ?? level, default: 0] += size }
        let largest = people.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
        return smallest(of: sizes.keys.filter { blocks[$0] != largest }) ?? smallest
    }

    /// Joins a level to its smaller neighbour, or to the smallest level where it has no neighbours.
    ///
    /// - Returns: false where there is no other level.
    @discardableResult
    mutating func join(_ level: Int) -> Bool {
        let others = sizes.keys.filter { $0 != level }
        var neighbours: [Int] = []
        if grouping.isOrdered && level != grouping.unanswered {
            let ordered = others.filter { $0 != grouping.unanswered }
            neighbours = [ordered.filter { $0 < level }.max(), ordered.filter { $0 > level }.min()].compactMap { $0 }
        }
        guard let partner = smallest(of: neighbours) ?? smallest(of: others) else { return false }
        for (name, own) in classes where own == level { classes[name] = partner }
        sizes[partner, default: 0] += sizes.removeValue(forKey: level) ?? 0
        return true
    }

    /// The first of the smallest, so that the same counts are always joined the same way.
    private func smallest(of levels: some Sequence<Int>) -> Int? {
        levels.min { (size($0), $0) < (size($1), $1) }
    }
}
