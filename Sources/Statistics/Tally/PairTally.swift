/// How often each current level met each required level.
public struct PairTally: Sendable, Equatable {
    /// The code of the first row and column.
    public var low: Int
    /// How many levels there are.
    public var levels: Int
    /// The count of (current, required) at (current − low) × levels + (required − low).
    public var counts: [Int]
    /// Responses that lack one of the two answers or both.
    public var incomplete: Int
    /// Responses with both answers and a code outside the bounds; 0 for checked data.
    public var outside: Int

    /// A pair that nobody has met.
    public init(zeroFor pair: TallyPlan.Pair) {
        low = pair.low
        levels = pair.high - pair.low + 1
        counts = Array(repeating: 0, count: levels * levels)
        incomplete = 0
        outside = 0
    }

    /// How many gave both answers within the bounds.
    public var complete: Int { counts.reduce(0, +) }

    /// How many gave this current and this required code.
    public func count(current: Int, required: Int) -> Int {
        precondition((low..<low + levels).contains(current), "the current code lies within the bounds")
        precondition((low..<low + levels).contains(required), "the required code lies within the bounds")
        return counts[(current - low) * levels + required - low]
    }

    /// The current and the required codes (variables 0 and 1) of complete pairs, as exact sums.
    public var moments: ProductMoments {
        var moments = ProductMoments(zeroFor: 2)
        for current in low..<low + levels {
            for required in low..<low + levels {
                let count = count(current: current, required: required)
                moments.n += count
                moments.sums[0] += count * current
                moments.sums[1] += count * required
                moments.products[0] += count * current * current
                moments.products[1] += count * current * required
                moments.products[2] += count * required * required
            }
        }
        return moments
    }

    /// required − current of complete pairs, as a table.
    public var gaps: CountTable {
        var table = CountTable()
        for current in low..<low + levels {
            for required in low..<low + levels {
                table.add(Double(required - current), count: count(current: current, required: required))
            }
        }
        return table
    }

    /// Adds the counts of other responses to the same pair.
    public mutating func add(_ other: PairTally) {
        precondition(low == other.low && levels == other.levels, "tallies of one plan add")
        for index in counts.indices { counts[index] = .exact(counts[index], other.counts[index]) }
        incomplete += other.incomplete
        outside += other.outside
    }
}
