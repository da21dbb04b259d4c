extension Tally {
    /// Counts a table in one pass and returns one tally a group, in the order of the groups.
    ///
    /// ```swift
    /// let plan = TallyPlan(items: [.init(column: 0, low: 1, high: 5)])
    /// let table = ResponseTable(columns: [[4, 5, ResponseTable.missing]], groups: [0, 1, 1], groupCount: 2)
    /// Tally.counting(table, by: plan)[1].items[0].counts   // [0, 0, 0, 0, 1]
    /// ```
    public static func counting(_ table: ResponseTable, by plan: TallyPlan) -> [Tally] {
        var tallies = Array(repeating: Tally(zeroFor: plan), count: table.groupCount)
        for group in table.groups { tallies[Int(group)].responses += 1 }
        for (index, item) in plan.items.enumerated() {
            for (code, group) in zip(table.columns[item.column], table.groups) {
                tallies[Int(group)].items[index].count(code)
            }
        }
        for (index, pair) in plan.pairs.enumerated() {
            let required = table.columns[pair.required]
            for (row, current) in table.columns[pair.current].enumerated() {
                tallies[Int(table.groups[row])].pairs[index].count(current: current, required: required[row])
            }
        }
        // Rows go in chunks, so that what is kept of every row for the composites stays small.
        var start = 0
        while start < table.rowCount {
            let rows = start..<min(start + 4096, table.rowCount)
            countScales(of: table, rows: rows, by: plan, into: &tallies)
            start = rows.upperBound
        }
        return tallies
    }

    private static func countScales(
        of table: ResponseTable, rows: Range<Int>, by plan: TallyPlan, into tallies: inout [Tally]
    ) {
        let scores = plan.scales.indices.map { scale in
            countScale(scale, of: table, rows: rows, by: plan, into: &tallies)
        }
        for (index, members) in plan.composites.enumerated() {
            for (offset, row) in rows.enumerated() {
                let cells = members.map { scores[$0][offset] }
                let hasScores = zip(cells, members).allSatisfy { $0.answered >= plan.scales[$1].minimumAnswered }
                guard hasScores else { continue }
                tallies[Int(table.groups[row])].composites[index].count(
                    weights: cells.map(\.weight), sums: cells.map(\.sum))
            }
        }
    }

    /// Counts one scale over some rows and returns the cell of each.
    private static func countScale(
        _ scale: Int, of table: ResponseTable, rows: Range<Int>, by plan: TallyPlan, into tallies: inout [Tally]
    ) -> [ScaleCell] {
        let terms = plan.scales[scale].terms
        var values = Array(repeating: 0, count: terms.count)
        return rows.map { row in
            var cell = ScaleCell(answered: 0, weight: 0, sum: 0)
            for (index, term) in terms.enumerated() {
                guard let value = term.value(in: table, row: row) else { continue }
                values[index] = value
                cell.answered += 1
                cell.weight += term.weight
                cell.sum += term.weight * value
            }
            let group = Int(table.groups[row])
            tallies[group].scales[scale].cells[cell, default: 0] += 1
            if cell.answered == terms.count { tallies[group].scales[scale].listwise.count(values) }
            return cell
        }
    }
}

extension TallyPlan.Term {
    /// The value of one response; `nil` when it has none.
    func value(in table: ResponseTable, row: Int) -> Int? {
        switch self {
        case .points(let column, let low, let points, _):
            let code = table.columns[column][row]
            guard ResponseTable.isAnswer(code), points.indices.contains(Int(code) - low) else { return nil }
            return points[Int(code) - low]
        case .gap(let current, let required, _):
            return Self.gap(table.columns[current][row], table.columns[required][row])
        case .shortfall(let current, let required, _):
            return Self.gap(table.columns[current][row], table.columns[required][row]).map { max(0, $0) }
        }
    }

    private static func gap(_ current: Int32, _ required: Int32) -> Int? {
        guard ResponseTable.isAnswer(current), ResponseTable.isAnswer(required) else { return nil }
        return Int(required) - Int(current)
    }
}
