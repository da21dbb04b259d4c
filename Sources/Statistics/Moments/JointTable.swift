/// How often each earlier value met each later value, over people who are matched across two years.
///
/// The paired sibling of ``CountTable``: the rows ascend by earlier, then later value, and their counts are positive.
public struct JointTable: Sendable, Equatable {
    /// People who went from one value to another.
    public struct Row: Sendable, Equatable {
        /// The value in the earlier year.
        public var earlier: Double
        /// The value in the later year.
        public var later: Double
        /// How many people had both.
        public var count: Int

        /// States a row.
        public init(earlier: Double, later: Double, count: Int) {
            self.earlier = earlier
            self.later = later
            self.count = count
        }
    }

    /// The pairs that occurred, ascending.
    public private(set) var rows: [Row]

    /// Nobody is matched.
    public init() {
        rows = []
    }

    /// Puts pairs in order; equal pairs share a row and a count of 0 leaves none.
    public init(rows: [Row]) {
        precondition(rows.allSatisfy { $0.earlier.isFinite && $0.later.isFinite }, "a pair is of numbers")
        precondition(rows.allSatisfy { $0.count >= 0 }, "a count is not negative")
        self.init()
        let sorted = rows.sorted { ($0.earlier, $0.later) < ($1.earlier, $1.later) }
        for row in sorted where row.count > 0 {
            if let last = self.rows.last, last.earlier == row.earlier, last.later == row.later {
                self.rows[self.rows.count - 1].count += row.count
            } else {
                self.rows.append(row)
            }
        }
    }

    /// Adds the pairs of other people.
    public mutating func add(_ other: JointTable) {
        self = JointTable(rows: rows + other.rows)
    }

    /// How many people are matched.
    public var n: Int { rows.reduce(0) { $0 + $1.count } }

    /// The values of the earlier year alone.
    public var earlier: CountTable { CountTable(values: rows.map(\.earlier), counts: rows.map(\.count)) }

    /// The values of the later year alone.
    public var later: CountTable { CountTable(values: rows.map(\.later), counts: rows.map(\.count)) }

    /// The table with the years changing places.
    public var swapped: JointTable {
        JointTable(rows: rows.map { Row(earlier: $0.later, later: $0.earlier, count: $0.count) })
    }

    /// The table of factor × value + offset on both sides.
    public func scaled(by factor: Double, offset: Double = 0) -> JointTable {
        JointTable(
            rows: rows.map {
                Row(earlier: $0.earlier * factor + offset, later: $0.later * factor + offset, count: $0.count)
            })
    }

    /// later − earlier, as a table.
    ///
    /// Differences of scores such as 4/3 − 1, 5/3 − 4/3 and 1 − 4/3 are of one size and round differently. Sizes that lie
    /// closer together than the values themselves are rounded are taken as one, and the smallest as 0, so that ties
    /// stay ties, rise or fall.
    public var differences: CountTable {
        let sorted = rows.map { (difference: $0.later - $0.earlier, count: $0.count) }
            .sorted { abs($0.difference) < abs($1.difference) }
        let rounding = 4 * rows.reduce(0.0) { max($0, abs($1.earlier), abs($1.later)) }.ulp
        var values: [Double] = []
        var size = 0.0
        for row in sorted {
            if abs(row.difference) - size > rounding { size = abs(row.difference) }
            values.append(row.difference < 0 ? -size : size)
        }
        return CountTable(values: values, counts: sorted.map(\.count))
    }

    /// The covariance of the two years, Σ(x − x̄)(y − ȳ)/(n − 1).
    ///
    /// - Unit: that of the values, squared.
    /// - Missing: only people with both values are in the table; `nil` below two.
    /// - Source: the two-pass algorithm, shifted: Chan, Golub & LeVeque 1983, The American Statistician 37:242–247.
    /// - Oracle: R `cor`, through ``correlation``.
    public var covariance: Double? {
        guard n >= 2, let origin = rows.first else { return nil }
        let people = Double(n)
        let shift = rows.reduce((earlier: 0.0, later: 0.0)) { sum, row in
            (
                sum.earlier + (row.earlier - origin.earlier) * Double(row.count) / people,
                sum.later + (row.later - origin.later) * Double(row.count) / people
            )
        }
        let products = rows.reduce(0.0) { sum, row in
            let left = row.earlier - origin.earlier - shift.earlier
            let right = row.later - origin.later - shift.later
            return sum + left * right * Double(row.count)
        }
        return products / Double(n - 1)
    }

    /// Pearson's correlation of the two years, cov/(s₁·s₂).
    ///
    /// - Unit: −1…1.
    /// - Missing: only people with both values are in the table; `nil` below two, or where a year does not vary.
    /// - Source: Pearson 1896, Philosophical Transactions of the Royal Society A 187:253–318.
    /// - Oracle: R `cor`.
    public var correlation: Double? {
        guard let covariance, let left = earlier.moments.standardDeviation, left > 0,
            let right = later.moments.standardDeviation, right > 0
        else { return nil }
        return min(1, max(-1, covariance / left / right))
    }
}
