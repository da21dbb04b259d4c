extension Tally {
    /// Counts a table in one pass and returns one tally a group, in the order of the groups.
    ///
    /// ```swift
    /// let plan = TallyPlan(items: [.init(column: 0, low: 1, high: 5)])
    /// let table = ResponseTable(columns: [[4, 5, ResponseTable.missing]], groups: [0, 1, 1], groupCount: 2)
    /// Tally.counting(table, by: plan)[1].items[0].counts   // [0, 0, 0, 0, 1]
    /// ```
    public static func counting(_ table: ResponseTable, by plan: TallyPlan) -> [Tally] {
        // Every part is counted for all groups at once, since a column is read fastest from end to end.
        let items = plan.items.map { count($0, in: table) }
        let pairs = plan.pairs.map { count($0, in: table) }
        let (scales, composites) = countScales(of: table, by: plan)
        var tallies = (0..<table.groupCount).map { group in
            var tally = Tally(zeroFor: plan)
            tally.items = items.map { $0[group] }
            tally.pairs = pairs.map { $0[group] }
            tally.scales = scales.map { $0[group] }
            tally.composites = composites.map { $0[group] }
            return tally
        }
        for group in table.groups { tallies[Int(group)].responses += 1 }
        return tallies
    }

    private static func count(_ item: TallyPlan.Item, in table: ResponseTable) -> [ItemTally] {
        var tallies = Array(repeating: ItemTally(zeroFor: item), count: table.groupCount)
        for (code, group) in zip(table.columns[item.column], table.groups) { tallies[Int(group)].count(code) }
        return tallies
    }

    private static func count(_ pair: TallyPlan.Pair, in table: ResponseTable) -> [PairTally] {
        var tallies = Array(repeating: PairTally(zeroFor: pair), count: table.groupCount)
        let codes = zip(table.columns[pair.current], table.columns[pair.required])
        for ((current, required), group) in zip(codes, table.groups) {
            tallies[Int(group)].count(current: current, required: required)
        }
        return tallies
    }

    /// Counts the scales, and the composites from the scales' cells of each row.
    private static func countScales(
        of table: ResponseTable, by plan: TallyPlan
    ) -> (scales: [[ScaleTally]], composites: [[MomentTally]]) {
        var scales = plan.scales.map { Array(repeating: ScaleTally(zeroFor: $0), count: table.groupCount) }
        var composites = plan.composites.map {
            Array(repeating: MomentTally(scales: $0.count), count: table.groupCount)
        }
        // Rows go in chunks, so that what is kept of every row for the composites stays small.
        var start = 0
        while start < table.rowCount {
            let rows = start..<min(start + 4096, table.rowCount)
            let cells = plan.scales.indices.map { index in
                count(plan.scales[index], in: table, rows: rows, into: &scales[index])
            }
            for (index, members) in plan.composites.enumerated() {
                let minimums = members.map { plan.scales[$0].minimumAnswered }
                for (offset, group) in table.groups[rows].enumerated() {
                    let scores = members.map { cells[$0][offset] }
                    guard zip(scores, minimums).allSatisfy({ $0.answered >= $1 }) else { continue }
                    composites[index][Int(group)].count(weights: scores.map(\.weight), sums: scores.map(\.sum))
                }
            }
            start = rows.upperBound
        }
        return (scales, composites)
    }

    /// Counts one scale over some rows and returns the cell of each.
    private static func count(
        _ scale: TallyPlan.Scale, in table: ResponseTable, rows: Range<Int>, into tallies: inout [ScaleTally]
    ) -> [ScaleCell] {
        let values = scale.terms.map { $0.values(in: table, rows: rows) }
        let weights = scale.terms.map(\.weight)
        var complete = Array(repeating: 0, count: weights.count)
        return rows.map { row in
            let offset = row - rows.lowerBound
            var cell = ScaleCell(answered: 0, weight: 0, sum: 0)
            for term in weights.indices {
                guard let value = values[term][offset] else { continue }
                complete[term] = value
                cell.answered += 1
                cell.weight += weights[term]
                cell.sum += weights[term] * value
            }
            let group = Int(table.groups[row])
            tallies[group].cells[cell, default: 0] += 1
            if cell.answered == weights.count { tallies[group].listwise.count(complete) }
            return cell
        }
    }
}

extension TallyPlan.Term {
    /// The values of some responses; `nil` for a response that has none.
    fileprivate func values(in table: ResponseTable, rows: Range<Int>) -> [Int?] {
        switch self {
        case .points(let column, let low, let points, _):
            table.columns[column][rows].map { code in
                guard ResponseTable.isAnswer(code), points.indices.contains(Int(code) - low) else { return nil }
                return points[Int(code) - low]
            }
        case .gap(let current, let required, _):
            Self.gaps(table.columns[current][rows], table.columns[required][rows])
        case .shortfall(let current, let required, _):
            Self.gaps(table.columns[current][rows], table.columns[required][rows]).map { gap in gap.map { max(0, $0) } }
        }
    }

    private static func gaps(_ current: ArraySlice<Int32>, _ required: ArraySlice<Int32>) -> [Int?] {
        zip(current, required).map { current, required in
            guard ResponseTable.isAnswer(current), ResponseTable.isAnswer(required) else { return nil }
            return Int(required) - Int(current)
        }
    }
}
