/// How many people share a unit and a class in each of several groupings.
package struct JointCounts: Sendable, Equatable {
    /// People of one unit with the same class in every grouping.
    package struct Cell: Sendable, Hashable {
        package var unit: Int
        /// One class for each grouping, in the order of the groupings.
        package var classes: [Int]
        package var people: Int

        package init(unit: Int, classes: [Int], people: Int) {
            self.unit = unit
            self.classes = classes
            self.people = people
        }
    }

    /// The unit of each row.
    let units: [Int]
    /// For each grouping, the class of each row.
    private(set) var groupings: [[Int]]
    /// How many people each row stands for.
    let people: [Int]

    /// - Parameters:
    ///   - cells: cells without people are ignored; cells with the same unit and classes add up.
    ///   - groupings: how many groupings there are; each cell has a class of each.
    package init(_ cells: [Cell], groupings: Int) {
        let cells = cells.filter { $0.people > 0 }
        precondition(cells.allSatisfy { $0.classes.count == groupings }, "each cell has a class of each grouping")
        units = cells.map(\.unit)
        people = cells.map(\.people)
        self.groupings = (0..<groupings).map { grouping in cells.map { $0.classes[grouping] } }
    }

    private init(units: [Int], groupings: [[Int]], people: [Int]) {
        self.units = units
        self.groupings = groupings
        self.people = people
    }

    // MARK: Other groupings of the same people

    /// The same people with their units alone.
    var ofUnitsAlone: JointCounts { JointCounts(units: units, groupings: [], people: people) }

    func adding(_ grouping: [Int]) -> JointCounts {
        JointCounts(units: units, groupings: groupings + [grouping], people: people)
    }

    /// Renames the classes of one grouping; a class that `names` does not hold keeps its name.
    mutating func rename(_ grouping: Int, _ names: [Int: Int]) {
        groupings[grouping] = Self.renamed(groupings[grouping], names)
    }

    static func renamed(_ grouping: [Int], _ names: [Int: Int]) -> [Int] { grouping.map { names[$0] ?? $0 } }

    /// One number for each row: rows have the same number where they agree in all of these columns.
    static func numbered(_ columns: [[Int]], rows: Int) -> [Int] {
        columns.reduce(Array(repeating: 0, count: rows)) { numbers, column in
            var known: [Pair: Int] = [:]
            return zip(numbers, column).map { number, value in
                let pair = Pair(number, value)
                if let number = known[pair] { return number }
                known[pair] = known.count
                return known.count - 1
            }
        }
    }

    // MARK: Counting

    /// The people of each class.
    func sizes(of grouping: [Int]) -> [Int: Int] {
        var sizes: [Int: Int] = [:]
        for (name, count) in zip(grouping, people) { sizes[name, default: 0] += count }
        return sizes
    }

    /// Every unit, and every class of every grouping, has k people or none.
    func isSized(_ k: Int) -> Bool {
        ([units] + groupings).allSatisfy { sizes(of: $0).values.allSatisfy { $0 >= k } }
    }

    /// For two classes, how many disjoint pairs of people there are who differ in these classes and share a context.
    ///
    /// - Parameters:
    ///   - grouping: the class of each row.
    ///   - contexts: the context of each row, numbered from 0.
    func disjointPairs(of grouping: [Int], within contexts: [Int]) -> [Pair: Int] {
        var sizes = Array(repeating: [Int: Int](), count: (contexts.max() ?? -1) + 1)
        for (row, context) in contexts.enumerated() { sizes[context][grouping[row], default: 0] += people[row] }
        var pairs: [Pair: Int] = [:]
        for classes in sizes where classes.count > 1 {
            for (one, count) in classes {
                for (other, others) in classes where one < other {
                    pairs[Pair(one, other), default: 0] += min(count, others)
                }
            }
        }
        return pairs
    }
}

/// Two numbers, as a key.
struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
        self.first = first
        self.second = second
    }
}
