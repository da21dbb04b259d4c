/// The ranks of tallied values, equal ones sharing the mean of theirs.
///
/// A rank sum of n values is a multiple of ½ below n²: exact in a double up to 9·10⁷ values.
struct MidRanks {
    /// How many values are ranked.
    let n: Int
    /// Σ(t³ − t) over the ties, t values each; n³ − n when all are equal.
    let ties: Double
    private let ranks: [Double: Double]

    /// Ranks all values of some tables together.
    init(of tables: [CountTable]) {
        let pooled = CountTable(values: tables.flatMap(\.values), counts: tables.flatMap(\.counts))
        var ranks: [Double: Double] = [:]
        var ties = 0.0
        var below = 0
        for (value, count) in zip(pooled.values, pooled.counts) {
            ranks[value] = Double(2 * below + count + 1) / 2
            below += count
            let size = Double(count)
            ties += (size - 1) * size * (size + 1)
        }
        n = below
        self.ties = ties
        self.ranks = ranks
    }

    /// The sum of the ranks of one of the tables.
    func sum(of table: CountTable) -> Double {
        zip(table.values, table.counts).reduce(0.0) { sum, row in
            guard let rank = ranks[row.0] else { preconditionFailure("every value of the tables is ranked") }
            return sum + rank * Double(row.1)
        }
    }
}

extension Normal {
    /// The two-sided p value of a rank sum that lies `distance` from its mean: a step of ½ is taken off, since rank
    /// sums go in steps and the normal distribution does not.
    static func ranked(distance: Double, deviation: Double) -> (z: Double, p: Double) {
        let size = max(0, abs(distance) - 0.5) / deviation
        return (z: distance < 0 ? -size : size, p: min(1, 2 * upperTail(size)))
    }
}
