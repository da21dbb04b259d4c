import Workbooks

extension Report {
    /// The whole report as GitHub-flavoured Markdown; charts by what they say.
    package var markdown: String {
        var out = "# \(MarkdownText.escaped(title))\n"
        for sheet in sheetsToRead {
            out += "\n## \(MarkdownText.escaped(sheet.name))\n"
            out += Self.text(of: SheetPart.all(of: sheet), sheet)
            for comment in sheet.comments {
                let cell = MarkdownText.escaped(sheet.words(at: comment.cell))
                let about = cell.isEmpty ? "" : "**\(cell)** "
                out += "\n\(about)\(MarkdownText.escaped(comment.text))\n"
            }
        }
        return out
    }

    private static func text(of parts: [SheetPart], _ sheet: ReportSheet) -> String {
        var out = ""
        for part in parts {
            switch part {
            case .line(_, let entry) where entry.isTitle && entry.text == sheet.name: break
            case .line(_, let entry) where entry.isTitle: out += "\n### " + MarkdownText.escaped(entry.text) + "\n"
            case .line(_, let entry): out += "\n" + MarkdownText.escaped(entry.text) + "\n"
            case .table(let table): out += "\n" + rows(of: table)
            case .charts(_, let charts, let beside):
                for chart in charts { out += "\n> \(MarkdownText.escaped(sheet.charts[chart].altText))\n" }
                out += text(of: beside, sheet)
            }
        }
        return out
    }

    private static func rows(of table: PageTable) -> String {
        let columns = table.columns
        func line(_ row: SheetBlock.Row?) -> String {
            let cells = columns.map { MarkdownText.escaped(row?.entries[$0]?.text ?? "") }
            return "| " + cells.joined(separator: " | ") + " |\n"
        }
        // Markdown knows one row of head, and every table has it.
        var out = line(table.head.first)
        out += "|" + columns.map { _ in " --- |" }.joined() + "\n"
        for row in table.head.dropFirst() + table.body { out += line(row) }
        return out
    }
}

extension ReportSheet {
    /// What the cell says, for a remark that stands elsewhere.
    fileprivate func words(at cell: Cell) -> String {
        if let merge = merges.first(where: { $0.range.contains(cell) }) { return merge.text }
        return cells.last { $0.cell == cell }?.content.words ?? ""
    }
}
