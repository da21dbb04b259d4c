extension Report {
    /// The whole report as GitHub-flavoured Markdown; charts by what they say.
    package var markdown: String {
        var out = "# \(MarkdownText.escaped(title))\n"
        for sheet in sheets {
            out += "\n## \(MarkdownText.escaped(sheet.name))\n"
            for part in SheetPart.all(of: sheet) {
                switch part {
                case .line(_, let entry) where entry.isTitle && entry.text == sheet.name: break
                case .line(_, let entry) where entry.isTitle: out += "\n### " + MarkdownText.escaped(entry.text) + "\n"
                case .line(_, let entry): out += "\n" + MarkdownText.escaped(entry.text) + "\n"
                case .table(let table): out += "\n" + Self.rows(of: table)
                }
            }
            for chart in sheet.charts { out += "\n> \(MarkdownText.escaped(chart.altText))\n" }
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

enum MarkdownText {
    /// Text in one line with nothing left in it that Markdown would read as markup.
    static func escaped(_ text: String) -> String {
        var out = ""
        for (index, character) in text.enumerated() {
            switch character {
            case "\n", "\r", "\r\n": out += " "
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "&": out += "&amp;"
            case "\\", "`", "*", "_", "[", "]", "|", "~": out += "\\\(character)"
            case "#", "-", "+", "=": out += index == 0 ? "\\\(character)" : String(character)
            case ".", ")":
                // A number at the start would begin a list.
                let isList = index > 0 && text.prefix(index).allSatisfy { $0.isASCII && $0.isNumber }
                out += isList ? "\\\(character)" : String(character)
            default: out.append(character)
            }
        }
        return out
    }
}
