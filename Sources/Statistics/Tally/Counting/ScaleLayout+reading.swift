extension ScaleLayout.Term {
    /// Reads the term in the first `rows` rows of a block, a multiple of 8: the value of each row, 0 where it has none,
    /// and in `answered` all bits set where it has one.
    ///
    /// `codes` is a block with the slots of the layout; all columns have ``BlockRows/count`` ≥ `rows` places.
    @inline(__always)
    func read<Code: BlockCode, Value: BlockValue>(
        _ codes: UnsafePointer<Code>, rows: Int, values: UnsafeMutablePointer<Value>,
        answered: UnsafeMutablePointer<Value>
    ) {
        // Safe: see above.
        switch source {
        case .line(let slot, let low, let count, let start, let slope):
            let column = unsafe codes + slot * BlockRows.count
            let low = Code(truncatingIfNeeded: low)
            let count = Code.Magnitude(truncatingIfNeeded: count)
            let first = Value(truncatingIfNeeded: start)
            let slope = Value(truncatingIfNeeded: slope)
            for row in 0..<rows {
                let place = unsafe column[row] &- low
                let mask: Value = Code.Magnitude(truncatingIfNeeded: place) < count ? -1 : 0
                unsafe values[row] = (first &+ slope &* Value(truncatingIfNeeded: place)) & mask
                unsafe answered[row] = mask
            }
        case .table(let slot, let low, let table):
            let column = unsafe codes + slot * BlockRows.count
            for row in 0..<rows {
                let code = unsafe column[row]
                let place = Int(code) &- low
                let found = code > .notAsked && table.indices.contains(place) ? table[place] : nil
                unsafe values[row] = Value(truncatingIfNeeded: found ?? 0)
                unsafe answered[row] = found == nil ? 0 : -1
            }
        case .gap(let current, let required, let least):
            let left = unsafe codes + current * BlockRows.count
            let right = unsafe codes + required * BlockRows.count
            let least = least.map { Value(truncatingIfNeeded: $0) } ?? .min
            for row in 0..<rows {
                let mask: Value = unsafe left[row] > Code.notAsked && right[row] > Code.notAsked ? -1 : 0
                let gap = unsafe Value(truncatingIfNeeded: right[row]) &- Value(truncatingIfNeeded: left[row])
                unsafe values[row] = max(least, gap) & mask
                unsafe answered[row] = mask
            }
        }
    }
}
