import Surveys

extension Report {
    /// The whole report as text: what each sheet shows, row by row, in aligned columns; charts by what they say.
    package var text: String {
        sheetsToRead.map(text(of:)).joined(separator: "\n")
    }

    /// A cell on one line: a name with a line end in it must not look like a row of its own.
    private func shown(_ entry: SheetBlock.Entry) -> String { TerminalText.line(entry.text) }

    private func text(of sheet: ReportSheet) -> String {
        var out = "════ \(TerminalText.line(sheet.name)) ════\n"
        for block in SheetBlock.all(of: sheet) {
            let columns = Set(block.rows.flatMap(\.entries.keys)).sorted()
            let widths = columns.map { column in
                block.rows.filter { !$0.isProse }.compactMap { $0.entries[column].map(shown) }.map(DisplayWidth.of)
                    .max() ?? 0
            }
            for row in block.rows {
                if row.isProse, let only = row.entries.values.first {
                    out += shown(only) + "\n"
                    continue
                }
                var line = ""
                for (column, width) in zip(columns, widths) where width > 0 {
                    line += DisplayWidth.padded(row.entries[column].map(shown) ?? "", to: width) + "  "
                }
                while line.last == " " { line.removeLast() }
                out += line + "\n"
            }
            out += "\n"
        }
        for chart in sheet.charts {
            out += Wording("〔图〕", "[Chart] ").text(in: language) + TerminalText.line(chart.altText) + "\n"
        }
        if !sheet.charts.isEmpty { out += "\n" }
        return out
    }
}
