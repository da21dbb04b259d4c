import Workbooks

/// A part of a sheet as a page shows it: a line of prose, a table with its head, or charts that stand side by side.
enum SheetPart {
    case line(row: Int, SheetBlock.Entry)
    case table(PageTable)
    /// Their places in the sheet's list, and what stands to the right of them.
    case charts(row: Int, [Int], beside: [SheetPart])

    /// The sheet from top to bottom; what would lie under a chart stands beside it.
    static func all(of sheet: ReportSheet) -> [SheetPart] {
        let rows = Dictionary(grouping: sheet.charts.indices) { sheet.charts[$0].cell.row }
        var left = written(on: sheet)
        var parts: [SheetPart] = []
        for (row, charts) in rows.sorted(by: { $0.key < $1.key }) {
            let last = charts.map { sheet.lastRow(under: sheet.charts[$0]) }.max() ?? row
            parts += left.filter { $0.row < row }
            parts.append(.charts(row: row, charts, beside: left.filter { (row...last).contains($0.row) }))
            left.removeAll { $0.row <= last }
        }
        return parts + left
    }

    private var row: Int {
        switch self {
        case .line(let row, _), .charts(let row, _, _): row
        case .table(let table): table.rows.map(\.number).min() ?? 0
        }
    }

    private static func written(on sheet: ReportSheet) -> [SheetPart] {
        var parts: [SheetPart] = []
        for block in SheetBlock.all(of: sheet.showingHeaders) {
            var table = PageTable()
            for row in block.rows {
                // A boxed cell alone in its row is still a row of the table, unless the rows above merge over it.
                if row.isProse, row.boxes.isEmpty, let only = row.entries.values.first, only.style.borders != .box,
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
        let filled = rows.flatMap { row in row.cells.flatMap { $0.key..<($0.key + $0.value.columnSpan) } }
        return Set(filled).sorted()
    }

    mutating func add(_ row: SheetBlock.Row) {
        if row.isHead && body.isEmpty { head.append(row) } else { body.append(row) }
    }

    /// Whether a merged cell above reaches down into the row.
    func covers(_ number: Int) -> Bool {
        rows.contains { row in row.entries.values.contains { row.number + $0.rowSpan > number } }
    }

    /// The columns of the sheet that each of these numbers stands in: a row of figures with its label above and its
    /// explanation below, which reads down and not across. Empty for anything else.
    var tiles: [Int] {
        guard head.isEmpty, body.count > 2, let first = body.first, first.entries.count > 1 else { return [] }
        let isPanel = body.allSatisfy { row in
            row.boxes.isEmpty && row.entries.keys.allSatisfy { first.entries[$0] != nil }
                && row.entries.values.allSatisfy { $0.style.fill != nil && $0.style.borders == .none }
        }
        return isPanel ? first.entries.keys.sorted() : []
    }

    mutating func finish(into parts: inout [SheetPart]) {
        if !rows.isEmpty { parts.append(.table(self)) }
        self = PageTable()
    }
}

extension SheetBlock.Row {
    /// All that a table shows.
    var cells: [Int: SheetBlock.Entry] { entries.merging(boxes) { said, _ in said } }

    /// A row of totals has the look of a head, but it has numbers.
    var isHead: Bool { cells.values.allSatisfy { $0.style.isHead && $0.content.number == nil } }
}

extension ReportSheet {
    /// With the headers that Excel writes itself above a table that can be filtered.
    fileprivate var showingHeaders: ReportSheet {
        guard let table else { return self }
        var sheet = self
        for (index, header) in table.headers.enumerated() {
            let cell = table.range.first.moved(columns: index)
            guard !cells.contains(where: { $0.cell == cell }) else { continue }
            sheet.cells.append(PlacedContent(cell: cell, content: .text(header), style: .head))
        }
        return sheet
    }

    /// The last row that a chart covers. A pixel is three quarters of a point; rows are 15 points high unless stated.
    fileprivate func lastRow(under chart: PlacedFigure) -> Int {
        var row = chart.cell.row
        var left = Double(chart.height) * 0.75
        while left > 0 {
            left -= max(1, heights[row] ?? 15)
            row += 1
        }
        return max(chart.cell.row, row - 1)
    }
}

extension CellStyle {
    /// The look of `CellStyle.head`, whatever its alignment.
    var isHead: Bool { isBold && fill == CellStyle.head.fill }

    /// The line above a part of a sheet.
    var isHeading: Bool { isBold && font == .hei && fill == nil && borders == .none }

    /// Small print, whether it wraps or not.
    var isNote: Bool { with(\.wraps, false).with(\.vertical, .center) == .note }
}
