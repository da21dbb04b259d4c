/// Sums the products of variables pair by pair, apart for each set of groups.
///
/// A variable is two columns of a block: 1 where it has a value, and the value or 0. The products of all these columns
/// hold everything at once: 1·1 counts who gave both of two variables, value·1 sums one over them, and value·value is
/// their product. So a row with gaps costs no more than a complete one.
final class PairCounter<Code: BlockCode, Value: BlockValue> {
    private let layout: PairLayout
    /// The block to fill: a column of ``BlockRows/count`` codes for each of ``PairLayout/columns``.
    private let block: ZeroedRoom<Code>
    /// The columns of ones, then those of values.
    private let columns: ZeroedRoom<Value>
    /// The sums of ``BlockValue/addProducts(of:variables:rows:to:)``, one list a set.
    private var products: [[Int]]

    init(_ layout: PairLayout, sets: Int) {
        self.layout = layout
        block = ZeroedRoom(columns: max(1, layout.columns.count))
        let count = 2 * layout.variables.count
        columns = ZeroedRoom(columns: max(1, count))
        products = Array(repeating: Array(repeating: 0, count: count * (count + 1) / 2), count: sets)
    }

    /// Counts a table whose groups are the sets.
    func count(_ table: ResponseTable) {
        table.eachBlock(of: layout.columns, in: block) { set, picked in count(rows: picked.count, set: set) }
    }

    private func count(rows: Int, set: Int) {
        let padded = (rows + 7) & ~7
        let variables = layout.variables.count
        // Safe: the block has BlockRows.count ≥ padded places for every slot, and `columns` for 2 × variables columns.
        let codes = unsafe UnsafePointer(block.base)
        for (index, variable) in layout.variables.enumerated() {
            let ones = unsafe columns.base + index * BlockRows.count
            let values = unsafe columns.base + (variables + index) * BlockRows.count
            unsafe variable.read(codes, rows: padded, values: values, answered: ones)
            for row in 0..<padded { unsafe ones[row] &= 1 }
            // Behind the last row the block holds codes of other rows.
            for row in rows..<padded {
                unsafe ones[row] = 0
                unsafe values[row] = 0
            }
        }
        unsafe products[set].withUnsafeMutableBufferPointer { products in
            guard let sums = products.baseAddress else { return }
            // No wrap: see ``PairLayout/limit``.
            unsafe Value.addProducts(of: columns.base, variables: 2 * variables, rows: rows, to: sums)
        }
    }

    /// What was counted, a set after the other.
    func sums() -> [PairSums] {
        let variables = layout.variables.count
        return products.map { products in
            func product(_ i: Int, _ j: Int) -> Int { products[i * (i + 1) / 2 + j] }
            var sums = PairSums(zeroFor: variables)
            for i in 0..<variables {
                let value = variables + i
                sums.variables[i] = PairSums.Variable(
                    n: product(i, i), sum: product(value, i), squares: product(value, value))
                for j in 0..<i {
                    sums.pairs[PairSums.index(i, j)] = PairSums.Pair(
                        n: product(i, j), firstSum: product(value, j), secondSum: product(variables + j, i),
                        product: product(value, variables + j))
                }
            }
            return sums
        }
    }
}

extension PairSums {
    /// Counts a table in one pass; its groups are the sets.
    ///
    /// Values so large that the exact sums of so many responses might leave 64 bits stop the program with a sentence.
    static func counting(_ table: ResponseTable, _ variables: [TallyPlan.Term]) -> [PairSums] {
        let layout = PairLayout(variables) { table.answers(in: $0) }
        do throws(TallyError) {
            try TallyError.check(responses: table.rowCount, limit: layout.limit)
        } catch { preconditionFailure("\(error)") }
        if layout.isNarrow {
            let counter = PairCounter<Int16, Int16>(layout, sets: table.groupCount)
            counter.count(table)
            return counter.sums()
        }
        let counter = PairCounter<Int32, Int>(layout, sets: table.groupCount)
        counter.count(table)
        return counter.sums()
    }
}
