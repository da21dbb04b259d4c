extension ResponseTable {
    /// The rows that answered every one of some columns, with all their columns and groups.
    ///
    /// What is counted from it is listwise, as other programs count: item tables, average deviations, moments. A code
    /// outside an item's bounds is an answer here; checked data has none.
    public func completeRows(in wanted: [Int]) -> ResponseTable {
        let rows = groups.indices.filter { row in
            wanted.allSatisfy { Self.isAnswer(columns[$0][row]) }
        }
        return ResponseTable(
            columns: columns.map { column in rows.map { column[$0] } }, groups: rows.map { groups[$0] },
            groupCount: groupCount)
    }
}
