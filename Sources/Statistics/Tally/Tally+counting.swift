extension Tally {
    /// Counts a table in one pass and returns one tally a group, in the order of the groups.
    ///
    /// ```swift
    /// let plan = TallyPlan(items: [.init(column: 0, low: 1, high: 5)])
    /// let table = ResponseTable(columns: [[4, 5, ResponseTable.missing]], groups: [0, 1, 1], groupCount: 2)
    /// Tally.counting(table, by: plan)[1].items[0].counts   // [0, 0, 0, 0, 1]
    /// ```
    ///
    /// Points and weights so large that the exact sums of so many responses might leave 64 bits stop the program with
    /// a sentence: (number of responses) × (largest weighted sum)² has to stay below 2⁶³.
    public static func counting(_ table: ResponseTable, by plan: TallyPlan) -> [Tally] {
        let layout = CountingLayout(plan) { table.answers(in: $0) }
        do throws(TallyError) { try layout.check(responses: table.rowCount) } catch { preconditionFailure("\(error)") }
        return layout.isNarrow
            ? counting(table, by: layout, in: Int16.self) : counting(table, by: layout, in: Int32.self)
    }

    private static func counting<Code: BlockCode>(
        _ table: ResponseTable, by layout: CountingLayout, in: Code.Type
    ) -> [Tally] {
        let counter = BlockCounter<Code>(layout)
        counter.count(table)
        return counter.tallies()
    }

    /// Counts apart the people of a table who are also in another round, and those who are not: the stayers and, of an
    /// earlier round, the leavers, of a later one the joiners. Both are ordinary tallies, one a group.
    ///
    /// `persons` names who gave each row; an empty name is nobody known, and so never also in another round.
    public static func counting(
        _ table: ResponseTable, by plan: TallyPlan, persons: [String], alsoIn others: Set<String>
    ) -> (stayers: [Tally], others: [Tally]) {
        precondition(persons.count == table.rowCount, "every row is somebody's")
        let known = others.subtracting([""])
        var apart = table
        apart.groupCount = 2 * table.groupCount
        apart.groups = zip(table.groups, persons).map { 2 * $0 + (known.contains($1) ? 0 : 1) }
        let tallies = counting(apart, by: plan)
        return (
            stride(from: 0, to: tallies.count, by: 2).map { tallies[$0] },
            stride(from: 1, to: tallies.count, by: 2).map { tallies[$0] }
        )
    }
}

extension BlockCounter {
    /// Counts a table; what was picked for a block is told once it is counted, as its group and the rows' numbers.
    func count(_ table: ResponseTable, counted: (Int, ArraySlice<Int32>) -> Void = { _, _ in }) {
        grow(to: table.groupCount)
        table.eachBlock(of: layout.columns, in: block) { group, picked in
            count(rows: picked.count, group: group)
            counted(group, picked)
        }
    }
}

extension ResponseTable {
    /// The range of the answers in a column; `nil` without one.
    func answers(in column: Int) -> ClosedRange<Int>? {
        var (low, high) = (Int32.max, Int32.min)
        for code in columns[column] where Self.isAnswer(code) {
            low = min(low, code)
            high = max(high, code)
        }
        return low <= high ? Int(low)...Int(high) : nil
    }

    /// Fills a block with some columns of up to ``BlockRows/count`` rows of one group, again and again until all rows had
    /// their turn, and says each time which group and rows they are.
    ///
    /// The block has a column for each of them, in their order.
    func eachBlock<Code: BlockCode>(
        of columns: [Int], in block: ZeroedRoom<Code>, _ filled: (Int, ArraySlice<Int32>) -> Void
    ) {
        let columns = columns.map { self.columns[$0] }
        var start = 0
        while start < rowCount {
            // Of so many rows the codes stay in the cache while they are picked group by group.
            let rows = start..<min(start + 1 << 16, rowCount)
            eachGroup(of: rows) { group, members in
                for first in stride(from: 0, to: members.count, by: BlockRows.count) {
                    let picked = members[(members.startIndex + first)...].prefix(BlockRows.count)
                    for (slot, column) in columns.enumerated() {
                        // Safe: a block has BlockRows.count places a slot, and no more rows were picked.
                        var place = unsafe block.base + slot * BlockRows.count
                        for row in picked {
                            unsafe place.pointee = Code(tableCode: column[Int(row)])
                            unsafe place += 1
                        }
                    }
                    filled(group, picked)
                }
            }
            start = rows.upperBound
        }
    }

    /// Hands over the rows of each group that has some, ascending.
    private func eachGroup(of rows: Range<Int>, _ body: (Int, ArraySlice<Int32>) -> Void) {
        var ends = Array(repeating: 0, count: groupCount + 1)
        for row in rows { ends[Int(groups[row]) + 1] += 1 }
        for group in 0..<groupCount { ends[group + 1] += ends[group] }
        var next = ends
        var sorted = Array(repeating: Int32(0), count: rows.count)
        for row in rows {
            let group = Int(groups[row])
            sorted[next[group]] = Int32(row)
            next[group] += 1
        }
        for group in 0..<groupCount where ends[group + 1] > ends[group] {
            body(group, sorted[ends[group]..<ends[group + 1]])
        }
    }
}
