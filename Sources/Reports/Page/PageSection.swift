import Workbooks

/// One sheet as a section of the page.
struct PageSection {
    var sheet: ReportSheet
    var id: String
    /// The anchor of each sheet, by its name.
    var anchors: [String: String]
    var words: PageWords

    func html(_ styles: inout PageStyles) -> String {
        let side = sheet.print.orientation == .landscape ? " class=\"wide\"" : ""
        var out = "<section id=\"\(id)\"\(side)>\n<h2>\(Markup.escaped(sheet.name))</h2>\n"
        out += html(SheetPart.all(of: sheet), &styles)
        if !sheet.comments.isEmpty {
            out += "<ol class=\"notes\">\n"
            for (number, comment) in sheet.comments.enumerated() {
                out += "<li id=\"\(id)-n\(number + 1)\">\(Markup.lines(comment.text))</li>\n"
            }
            out += "</ol>\n"
        }
        return out + "</section>\n"
    }

    private func html(_ parts: [SheetPart], _ styles: inout PageStyles) -> String {
        var out = ""
        for part in parts {
            switch part {
            case .line(let row, let entry): out += line(entry, row: row, &styles)
            case .table(let table) where isLegend(table): break
            case .table(let table): out += table.tiles.isEmpty ? self.table(table, &styles) : tiles(table, &styles)
            case .charts(_, let charts, let beside):
                let text = html(beside, &styles)
                out +=
                    text.isEmpty
                    ? figures(charts)
                    : "<div class=\"beside\">\n\(figures(charts))<div>\n\(text)</div>\n</div>\n"
            }
        }
        return out
    }

    private func line(_ entry: SheetBlock.Entry, row: Int, _ styles: inout PageStyles) -> String {
        // The section has its heading already.
        if entry.isTitle, entry.text == sheet.name { return "" }
        let tag = entry.isTitle ? "h3" : entry.style.isHeading ? "h4" : "p"
        let name = entry.style.isNote ? "note" : entry.style == .subtitle ? "subtitle" : styles.name(of: entry.style)
        // Where the line stood in the sheet is no matter: comments are found by their row.
        let column = sheet.comments.first { $0.cell.row == row }?.cell.column
        let mark = column.map { self.mark(at: Cell(row: row, column: $0)) } ?? ""
        return "<\(tag) class=\"\(name)\">\(inner(entry))\(mark)</\(tag)>\n"
    }

    /// Figures with their labels, each in a panel of its own that a narrow screen puts below the others.
    private func tiles(_ table: PageTable, _ styles: inout PageStyles) -> String {
        var out = "<div class=\"tiles\">\n"
        for column in table.tiles {
            out += "<div>"
            for row in table.body {
                guard let entry = row.entries[column] else { continue }
                out += "<p class=\"\(styles.name(of: entry.style))\">\(inner(entry))"
                out += mark(at: Cell(row: row.number, column: column)) + "</p>"
            }
            out += "</div>\n"
        }
        return out + "</div>\n"
    }

    // MARK: Charts

    private func figures(_ charts: [Int]) -> String {
        let out = charts.map { sheet.charts[$0].html(id: "\(id)-f\($0 + 1)", words) }.joined()
        return charts.count > 1 ? "<div class=\"figures\">\n\(out)</div>\n" : out
    }

    /// Excel's stacked bars need a row of coloured cells that says what the colours are; the page's say it themselves.
    private func isLegend(_ table: PageTable) -> Bool {
        guard table.rows.count == 1, let row = table.rows.first else { return false }
        let names = row.entries.sorted { $0.key < $1.key }.filter { $0.value.style.fill != nil }.map(\.value.text)
        return sheet.charts.contains { placed in
            if case .diverging(let chart) = placed.figure { chart.answers == names } else { false }
        }
    }

    // MARK: Cells

    func inner(_ entry: SheetBlock.Entry) -> String {
        guard case .link(let name) = entry.content, let anchor = anchors[name] else { return Markup.lines(entry.text) }
        return "<a href=\"#\(anchor)\">\(Markup.lines(entry.text))</a>"
    }

    /// The number of the cell's comment, leading to it.
    func mark(at cell: Cell) -> String {
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
