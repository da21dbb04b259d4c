import Workbooks

/// One sheet as a section of the page.
struct PageSection {
    var sheet: ReportSheet
    var id: String
    /// The anchor of each sheet, by its name.
    var anchors: [String: String]
    var words: PageWords

    func html(_ styles: inout PageStyles) -> String {
        var out = "<section id=\"\(id)\">\n<h2>\(Markup.escaped(sheet.name))</h2>\n"
        for part in SheetPart.all(of: sheet) {
            switch part {
            case .line(let row, let entry): out += line(entry, row: row, &styles)
            case .table(let table): out += self.table(table, &styles)
            }
        }
        for (number, chart) in sheet.charts.enumerated() { out += chart.html(id: "\(id)-f\(number + 1)", words) }
        if !sheet.comments.isEmpty {
            out += "<ol class=\"notes\">\n"
            for (number, comment) in sheet.comments.enumerated() {
                out += "<li id=\"\(id)-n\(number + 1)\">\(Markup.lines(comment.text))</li>\n"
            }
            out += "</ol>\n"
        }
        return out + "</section>\n"
    }

    private func line(_ entry: SheetBlock.Entry, row: Int, _ styles: inout PageStyles) -> String {
        // The section has its heading already.
        if entry.isTitle, entry.text == sheet.name { return "" }
        let tag = entry.isTitle ? "h3" : "p"
        let name = entry.style == .note ? "note" : entry.style == .subtitle ? "subtitle" : styles.name(of: entry.style)
        // Where the line stood in the sheet is no matter: comments are found by their row.
        let column = sheet.comments.first { $0.cell.row == row }?.cell.column
        let mark = column.map { self.mark(at: Cell(row: row, column: $0)) } ?? ""
        return "<\(tag) class=\"\(name)\">\(inner(entry))\(mark)</\(tag)>\n"
    }

    private func table(_ table: PageTable, _ styles: inout PageStyles) -> String {
        let columns = table.columns
        var out = "<div class=\"box\"><table>\n"
        var covered: Set<Cell> = []
        let last = table.rows.map(\.number).max() ?? 0
        func rows(_ rows: [SheetBlock.Row], isHead: Bool) -> String {
            var out = ""
            for row in rows {
                out += "<tr>"
                for column in columns where !covered.contains(Cell(row: row.number, column: column)) {
                    guard let entry = row.entries[column] else {
                        out += isHead ? "<th></th>" : "<td></td>"
                        continue
                    }
                    let wide = columns.count { (column..<(column + entry.columnSpan)).contains($0) }
                    let end = min(row.number + entry.rowSpan - 1, last)
                    for below in row.number...end {
                        for beside in column..<(column + entry.columnSpan) {
                            covered.insert(Cell(row: below, column: beside))
                        }
                    }
                    let tall = end - row.number + 1
                    out += cell(
                        entry, at: Cell(row: row.number, column: column), spanning: (wide, tall), isHead: isHead,
                        &styles)
                }
                out += "</tr>\n"
            }
            return out
        }
        if !table.head.isEmpty { out += "<thead>\n" + rows(table.head, isHead: true) + "</thead>\n" }
        if !table.body.isEmpty { out += "<tbody>\n" + rows(table.body, isHead: false) + "</tbody>\n" }
        return out + "</table></div>\n"
    }

    private func cell(
        _ entry: SheetBlock.Entry, at cell: Cell, spanning span: (columns: Int, rows: Int), isHead: Bool,
        _ styles: inout PageStyles
    ) -> String {
        var attributes = isHead ? " scope=\"\(span.columns > 1 ? "colgroup" : "col")\"" : ""
        if span.columns > 1 { attributes += " colspan=\"\(span.columns)\"" }
        if span.rows > 1 { attributes += " rowspan=\"\(span.rows)\"" }
        let number = entry.content.number
        let isPlain = number != nil && entry.style.horizontal == .general
        attributes += " class=\"\(isPlain ? "n " : "")\(styles.name(of: entry.style))\""
        if let number {
            let look = CellPaint.look(of: number, at: cell, in: sheet)
            if !look.isEmpty { attributes += " style=\"\(look)\"" }
        }
        let tag = isHead ? "th" : "td"
        return "<\(tag)\(attributes)>\(inner(entry))\(mark(at: cell))</\(tag)>"
    }

    private func inner(_ entry: SheetBlock.Entry) -> String {
        guard case .link(let name) = entry.content, let anchor = anchors[name] else { return Markup.lines(entry.text) }
        return "<a href=\"#\(anchor)\">\(Markup.lines(entry.text))</a>"
    }

    /// The number of the cell's comment, leading to it.
    private func mark(at cell: Cell) -> String {
        guard let index = sheet.comments.firstIndex(where: { $0.cell == cell }) else { return "" }
        return "<sup><a href=\"#\(id)-n\(index + 1)\">\(index + 1)</a></sup>"
    }
}

extension ReportSheet.Content {
    var number: Double? {
        switch self {
        case .number(let number), .formula(_, let number): number
        case .text, .code, .link, .blank: nil
        }
    }
}
