/// How often each of some values occurred, the values ascending and the counts positive.
public struct CountTable: Sendable, Equatable {
    /// The values that occurred, ascending.
    public private(set) var values: [Double]
    /// How often each occurred.
    public private(set) var counts: [Int]

    /// No values.
    public init() {
        values = []
        counts = []
    }

    /// Puts values and their counts in order; equal values share a row and a count of 0 leaves none.
    public init(values: [Double], counts: [Int]) {
        precondition(values.count == counts.count, "every value has a count")
        precondition(values.allSatisfy(\.isFinite) && counts.allSatisfy { $0 >= 0 }, "a count is of a number")
        self.init()
        for (value, count) in zip(values, counts).sorted(by: { $0.0 < $1.0 }) where count > 0 {
            if self.values.last == value {
                self.counts[self.counts.count - 1] += count
            } else {
                self.values.append(value)
                self.counts.append(count)
            }
        }
    }

    /// Adds `count` occurrences of a value.
    public mutating func add(_ value: Double, count: Int) {
        self = CountTable(values: values + [value], counts: counts + [count])
    }

    /// How many occurrences there are.
    public var n: Int { counts.reduce(0, +) }

    /// n, mean and variance (divisor n − 1).
    ///
    /// Two passes over the values less the smallest one: no digits are lost to a large offset, and values that do not
    /// vary give a variance of exactly 0.
    ///
    /// - Unit: that of the values.
    /// - Missing: not in the table. No values give no mean, one value no variance.
    /// - Source: the two-pass algorithm, shifted: Chan, Golub & LeVeque 1983, The American Statistician 37:242–247.
    /// - Oracle: R `mean` and `var`.
    public var moments: Moments {
        guard let origin = values.first else { return Moments(n: 0, mean: nil, variance: nil) }
        let n = n
        let shift = zip(values, counts).reduce(0.0) { $0 + ($1.0 - origin) * Double($1.1) } / Double(n)
        let squares = zip(values, counts).reduce(0.0) { sum, row in
            let deviation = row.0 - origin - shift
            return sum + deviation * deviation * Double(row.1)
        }
        return Moments(n: n, mean: origin + shift, variance: n < 2 ? nil : squares / Double(n - 1))
    }
}

extension CountTable {
    /// How often a value occurred, such as the lowest or highest score (floor and ceiling).
    public func count(of value: Double) -> Int {
        values.firstIndex(of: value).map { counts[$0] } ?? 0
    }
}
