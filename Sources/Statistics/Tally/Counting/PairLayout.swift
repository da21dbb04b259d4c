/// The variables of a plan made ready for counting, as ``CountingLayout`` makes the rest of it.
struct PairLayout: Sendable {
    let variables: [ScaleLayout.Term]
    /// The columns that the variables read, ascending; a block of rows has one slot for each.
    let columns: [Int]
    /// Whether 16 bits hold codes and values, and a block's sums of products stay in 32.
    let isNarrow: Bool
    /// How many responses can be counted.
    let limit: Int

    /// Reads the variables; `codes` is the range of the answers in a column, `nil` when there are none.
    init(_ variables: [TallyPlan.Term], codes: (Int) -> ClosedRange<Int>?) {
        columns = Set(variables.flatMap(\.columns)).sorted()
        let slots = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
        let ranges = columns.map(codes)
        let terms = variables.map { ScaleLayout.Term($0, slots: slots) }
        self.variables = terms
        let largest =
            terms.map { $0.values(ranges) }.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }
            .max().map { Int(clamping: $0) } ?? 0
        isNarrow =
            largest <= ScaleLayout.narrowValue
            && CountingLayout.areNarrow(ranges.compactMap { $0 } + variables.compactMap(\.bounds))
        limit = CountingLayout.limit(largest: max(1, largest))
    }
}
