/// What a response gave to a scale: how much of it was answered, and the weighted sum.
public struct ScaleCell: Sendable, Hashable, Comparable {
    /// How many terms were answered.
    public var answered: Int
    /// The sum of their weights.
    public var weight: Int
    /// The sum of weight × value over them.
    public var sum: Int

    /// States a cell.
    public init(answered: Int, weight: Int, sum: Int) {
        self.answered = answered
        self.weight = weight
        self.sum = sum
    }

    /// Mixes the three numbers into one, since tallies have many cells.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(sum &+ weight &<< 24 &+ answered &<< 48)
    }

    /// By terms answered, then weight, then sum.
    public static func < (left: ScaleCell, right: ScaleCell) -> Bool {
        (left.answered, left.weight, left.sum) < (right.answered, right.weight, right.sum)
    }
}

/// A scale of one group: how many responses gave which sum, and the products that reliability needs.
public struct ScaleTally: Sendable, Equatable {
    /// How many responses lie in each cell; every response lies in one, also with nothing answered.
    public var cells: [ScaleCell: Int]
    /// The term values, unweighted, over responses that answered every term.
    public var listwise: ProductMoments

    /// A scale that nobody has met.
    public init(zeroFor scale: TallyPlan.Scale) {
        cells = [:]
        listwise = ProductMoments(zeroFor: scale.terms.count)
    }

    /// The cells in stated order, so that sums over them never depend on how the tally came about.
    public var sortedCells: [(cell: ScaleCell, count: Int)] {
        cells.map { (cell: $0.key, count: $0.value) }.sorted { $0.cell < $1.cell }
    }

    /// How many responses were counted.
    public var responses: Int { cells.values.reduce(0, +) }

    /// Person scores, Σ weight × value / Σ weight over the answered terms, as a table.
    ///
    /// A response with fewer than `minimumAnswered` answered terms has no score. Equal scores share a row, because
    /// division rounds equal fractions to the same number.
    public func distribution(minimumAnswered: Int) -> CountTable {
        let scored = sortedCells.filter { $0.cell.answered >= max(1, minimumAnswered) }
        return CountTable(
            values: scored.map { Double($0.cell.sum) / Double($0.cell.weight) }, counts: scored.map(\.count))
    }

    /// n, mean and variance (divisor n − 1) of the person scores.
    ///
    /// A response with fewer than `minimumAnswered` answered terms has no score: ``responses`` − n are missing. The
    /// sums for each answered weight are integers; only their quotients are rounded.
    public func scores(minimumAnswered: Int) -> Moments {
        Self.scores(of: cells.lazy.map { (cell: $0.key, count: $0.value) }, minimumAnswered: minimumAnswered)
    }

    /// The same for cells in any order.
    static func scores(
        of cells: some Sequence<(cell: ScaleCell, count: Int)>, minimumAnswered: Int
    ) -> Moments {
        var sums: [Int: (n: Int, x: Int, xx: Int)] = [:]
        for (cell, count) in cells where cell.answered >= max(1, minimumAnswered) {
            let old = sums[cell.weight] ?? (0, 0, 0)
            sums[cell.weight] = (old.n + count, old.x + count * cell.sum, old.xx + count * cell.sum * cell.sum)
        }
        var scores = MomentTally(scales: 1)
        for (weight, sum) in sums {
            var rows = ProductMoments(zeroFor: 1)
            (rows.n, rows.sums[0], rows.products[0]) = sum
            scores.strata[[weight]] = rows
        }
        return scores.moments(of: 0)
    }

    /// Adds the counts of other responses to the same scale.
    public mutating func add(_ other: ScaleTally) {
        cells.merge(other.cells, uniquingKeysWith: Int.exact)
        listwise.add(other.listwise)
    }
}
