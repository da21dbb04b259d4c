import Workbooks

extension PageSection {
    /// A table in a box of its own, which alone scrolls where the screen is narrow.
    func table(_ table: PageTable, _ styles: inout PageStyles) -> String {
        let columns = table.columns
        let name = Markup.escaped(sheet.name)
        var out = "<div class=\"box\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\"><table>\n<colgroup>"
        for column in columns {
            // A unit of width is a digit, which is about half as wide as the letters are high.
            let width = (sheet.widths[column] ?? 8.43) * 0.56
            out += "<col style=\"width:\(Markup.coordinate(width))em\"/>"
        }
        out += "</colgroup>\n"
        var covered: Set<Cell> = []
        let last = table.rows.map(\.number).max() ?? 0
        func rows(_ rows: [SheetBlock.Row], isHead: Bool) -> String {
            var out = ""
            for row in rows {
                let cells = row.cells
                let first = cells.keys.min()
                out += "<tr\(height(of: row))>"
                for column in columns where !covered.contains(Cell(row: row.number, column: column)) {
                    guard let entry = cells[column] else {
                        out += isHead ? "<th></th>" : "<td></td>"
                        continue
                    }
                    let reach = reach(of: entry, from: column, in: cells, upTo: columns.last ?? column)
                    let wide = columns.count { (column..<(column + reach)).contains($0) }
                    let end = min(row.number + entry.rowSpan - 1, last)
                    for below in row.number...end {
                        for beside in column..<(column + reach) { covered.insert(Cell(row: below, column: beside)) }
                    }
                    let tall = end - row.number + 1
                    let scope: Scope? = isHead ? .column : column == first && entry.isLabel ? .row : nil
                    out += cell(
                        entry, at: Cell(row: row.number, column: column), spanning: (wide, tall), scope, &styles)
                }
                out += "</tr>\n"
            }
            return out
        }
        if !table.head.isEmpty { out += "<thead>\n" + rows(table.head, isHead: true) + "</thead>\n" }
        if !table.body.isEmpty { out += "<tbody>\n" + rows(table.body, isHead: false) + "</tbody>\n" }
        return out + "</table></div>\n"
    }

    /// As high as in the workbook where somebody is to write something, on paper.
    private func height(of row: SheetBlock.Row) -> String {
        guard row.boxes.values.contains(where: { $0.style.isUnlocked }), let height = sheet.heights[row.number] else {
            return ""
        }
        return " style=\"height:\(Markup.coordinate(height))pt\""
    }

    /// How many columns a cell takes: in Excel, a text without a box runs on over the empty cells beside it.
    private func reach(
        of entry: SheetBlock.Entry, from column: Int, in cells: [Int: SheetBlock.Entry], upTo last: Int
    ) -> Int {
        guard entry.columnSpan == 1, entry.style.borders == .none, !entry.style.wraps, entry.content.words != nil,
            entry.style.horizontal == .general
        else { return entry.columnSpan }
        let next = cells.keys.filter { $0 > column }.min() ?? last + 1
        return max(1, next - column)
    }

    private enum Scope {
        case column, row
    }

    private func cell(
        _ entry: SheetBlock.Entry, at cell: Cell, spanning span: (columns: Int, rows: Int), _ scope: Scope?,
        _ styles: inout PageStyles
    ) -> String {
        var attributes = ""
        switch scope {
        case .column: attributes = " scope=\"\(span.columns > 1 ? "colgroup" : "col")\""
        case .row: attributes = " scope=\"row\""
        case nil: break
        }
        if span.columns > 1 { attributes += " colspan=\"\(span.columns)\"" }
        if span.rows > 1 { attributes += " rowspan=\"\(span.rows)\"" }
        let number = entry.content.number
        let isPlain = number != nil && entry.style.horizontal == .general
        attributes += " class=\"\(isPlain ? "n " : "")\(styles.name(of: entry.style))\""
        if let number {
            let look = CellPaint.look(of: number, at: cell, in: sheet)
            if !look.isEmpty { attributes += " style=\"\(look)\"" }
        }
        let tag = scope == nil ? "td" : "th"
        return "<\(tag)\(attributes)>\(inner(entry))\(mark(at: cell))</\(tag)>"
    }
}

extension SheetBlock.Entry {
    /// Says what its row is about: words on the fill of a head.
    fileprivate var isLabel: Bool { !text.isEmpty && content.number == nil && style.fill == CellStyle.head.fill }
}
