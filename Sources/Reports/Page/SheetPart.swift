import Workbooks

/// A part of a sheet as a page shows it: a line of prose, or a table with its head.
enum SheetPart {
    case line(row: Int, SheetBlock.Entry)
    case table(PageTable)

    static func all(of sheet: ReportSheet) -> [SheetPart] {
        var parts: [SheetPart] = []
        for block in SheetBlock.all(of: sheet) {
            var table = PageTable()
            for row in block.rows {
                // A boxed cell alone in its row is still a row of the table, unless the rows above merge over it.
                if row.isProse, let only = row.entries.values.first, only.style.borders != .box,
                    !table.covers(row.number)
                {
                    table.finish(into: &parts)
                    parts.append(.line(row: row.number, only))
                } else {
                    // A second head starts a second table: a head between rows is lost to those who listen.
                    if row.isHead, !table.body.isEmpty, !table.covers(row.number) { table.finish(into: &parts) }
                    table.add(row)
                }
            }
            table.finish(into: &parts)
        }
        return parts
    }
}

/// Rows that belong together, those of the head first.
struct PageTable {
    var head: [SheetBlock.Row] = []
    var body: [SheetBlock.Row] = []

    var rows: [SheetBlock.Row] { head + body }

    /// Every column that some row fills, so that empty columns of the sheet take no room.
    var columns: [Int] {
        let filled = rows.flatMap { row in row.entries.flatMap { $0.key..<($0.key + $0.value.columnSpan) } }
        return Set(filled).sorted()
    }

    mutating func add(_ row: SheetBlock.Row) {
        if row.isHead && body.isEmpty { head.append(row) } else { body.append(row) }
    }

    /// Whether a merged cell above reaches down into the row.
    func covers(_ number: Int) -> Bool {
        rows.contains { row in row.entries.values.contains { row.number + $0.rowSpan > number } }
    }

    mutating func finish(into parts: inout [SheetPart]) {
        if !rows.isEmpty { parts.append(.table(self)) }
        self = PageTable()
    }
}

extension SheetBlock.Row {
    /// A row of totals has the look of a head, but it has numbers.
    var isHead: Bool { entries.values.allSatisfy { $0.style.isHead && $0.content.number == nil } }
}

extension CellStyle {
    /// The look of `CellStyle.head`, whatever its alignment.
    var isHead: Bool { isBold && fill == CellStyle.head.fill }
}
