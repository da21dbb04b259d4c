/// A plan made ready for counting: which columns it reads, how large its sums can become, and where each count stands.
///
/// Everything that a counter does without checking is decided here: with codes inside the stated ranges, and at most
/// ``limit`` responses, no sum can leave 64 bits, since each is at most (number of responses) × (largest sum)².
package struct CountingLayout: Sendable {
    /// The plan.
    let plan: TallyPlan
    /// The columns that the plan reads, ascending; a block of rows has one slot for each.
    package let columns: [Int]
    /// The scales, in the plan's order.
    let scales: [ScaleLayout]
    /// Whether all codes fit into 16 bits with room for the three codes of absence.
    let isNarrow: Bool
    /// How many responses can be counted.
    package let limit: Int

    /// Reads a plan; `codes` is the range of the answers in a column, `nil` when there are none.
    package init(_ plan: TallyPlan, codes: (Int) -> ClosedRange<Int>?) {
        self.plan = plan
        columns = Set(plan.columns).sorted()
        let slots = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        let ranges = columns.map(codes)
        let scales = plan.scales.map { ScaleLayout($0, slots: slots, ranges: ranges) }
        self.scales = scales
        let bounds = plan.bounds
        isNarrow = Self.areNarrow(ranges.compactMap { $0 } + bounds)
        let pairs = plan.pairs.flatMap { [$0.low.magnitude, $0.high.magnitude] }
        let largest = (pairs.map { Int(clamping: $0) } + scales.map(\.largest)).reduce(1, max)
        limit = Self.limit(largest: largest)
    }

    /// How many squares of this number fit into 64 bits.
    static func limit(largest: Int) -> Int {
        let (square, overflow) = largest.multipliedReportingOverflow(by: largest)
        return overflow ? 0 : Int.max / square
    }

    /// Whether for codes within these ranges neither a difference nor a distance from a bound leaves 16 bits.
    static func areNarrow(_ ranges: [ClosedRange<Int>]) -> Bool {
        ranges.allSatisfy { (-16_000...16_000).contains($0) }
    }

    /// Refuses more responses than can be counted.
    package func check(responses: Int) throws(TallyError) {
        try TallyError.check(responses: responses, limit: limit)
    }

    /// How many words of 16 bits hold a key of any scale.
    var keyWords: Int {
        let keys = scales.reduce(0) { max($0, $1.keys) }
        return keys <= 1 << 16 ? 1 : keys <= 1 << 32 ? 2 : 4
    }

    /// The slot of a column that the plan reads.
    func slot(of column: Int) -> Int {
        // The columns were collected from this very plan.
        columns.firstIndex(of: column)!
    }
}

extension TallyPlan {
    /// Every column that is read, some more than once.
    fileprivate var columns: [Int] {
        items.map(\.column) + pairs.flatMap { [$0.current, $0.required] }
            + scales.flatMap { $0.terms.flatMap(\.columns) }
    }

    /// The bounds that codes are compared with.
    fileprivate var bounds: [ClosedRange<Int>] {
        items.map { $0.low...$0.high } + pairs.map { $0.low...$0.high }
            + scales.flatMap { $0.terms.compactMap(\.bounds) }
    }
}

extension TallyPlan.Term {
    /// The columns that the term reads.
    package var columns: [Int] {
        switch self {
        case .points(let column, _, _, _): [column]
        case .gap(let current, let required, _), .shortfall(let current, let required, _): [current, required]
        }
    }

    /// The codes that have points, as far as the list reaches.
    var bounds: ClosedRange<Int>? {
        guard case .points(_, let low, let points, _) = self, !points.isEmpty else { return nil }
        return low...max(low, low.addingReportingOverflow(points.count - 1).partialValue)
    }
}
