import Surveys
import Workbooks

extension Report {
    /// The whole report as text: what each sheet shows, row by row, in aligned columns; charts by what they say.
    package var text: String {
        sheets.map(text(of:)).joined(separator: "\n")
    }

    private func text(of sheet: ReportSheet) -> String {
        var rows: [Int: [Int: String]] = [:]
        for placed in sheet.cells {
            let shown = Self.shown(placed.content, placed.style)
            if !shown.isEmpty { rows[placed.cell.row, default: [:]][placed.cell.column] = shown }
        }
        for merge in sheet.merges where !merge.text.isEmpty {
            rows[merge.range.first.row, default: [:]][merge.range.first.column] = merge.text
        }
        var out = "════ \(sheet.name) ════\n"
        for block in Self.blocks(rows) {
            let columns = Set(block.flatMap(\.value.keys)).sorted()
            // A line of one cell is prose and must not widen a column of the table below it.
            let widths = columns.map { column in
                block.filter { $0.value.count > 1 }.compactMap { $0.value[column] }.map(DisplayWidth.of).max() ?? 0
            }
            for (_, cells) in block {
                if cells.count == 1, let only = cells.first {
                    out += only.value + "\n"
                    continue
                }
                var line = ""
                for (column, width) in zip(columns, widths) where width > 0 {
                    line += DisplayWidth.padded(cells[column] ?? "", to: width) + "  "
                }
                while line.last == " " { line.removeLast() }
                out += line + "\n"
            }
            out += "\n"
        }
        for chart in sheet.charts { out += Wording("〔图〕", "[Chart] ").text(in: language) + chart.altText + "\n" }
        if !sheet.charts.isEmpty { out += "\n" }
        return out
    }

    /// Rows without a gap between them.
    private static func blocks(_ rows: [Int: [Int: String]]) -> [[(key: Int, value: [Int: String])]] {
        var blocks: [[(key: Int, value: [Int: String])]] = []
        for row in rows.sorted(by: { $0.key < $1.key }) {
            if let last = blocks.last?.last, last.key + 1 == row.key {
                blocks[blocks.count - 1].append(row)
            } else {
                blocks.append([row])
            }
        }
        return blocks
    }

    private static func shown(_ content: ReportSheet.Content, _ style: CellStyle) -> String {
        switch content {
        case .text(let text): text
        case .code(let wording): wording.text(in: .chinese)
        case .number(let number), .formula(_, let number): NumberText.shown(number, format: style.numberFormat)
        case .link(let sheet): sheet
        case .blank: ""
        }
    }
}
