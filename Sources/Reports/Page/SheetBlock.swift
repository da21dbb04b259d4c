import Surveys
import Workbooks

/// Rows of a sheet without a gap between them: what one reads in one go. Every way out that is not a workbook starts
/// from these.
struct SheetBlock {
    /// What one cell shows, and how many columns and rows it takes.
    struct Entry {
        var text: String
        var content: ReportSheet.Content
        var style: CellStyle
        var columnSpan = 1
        var rowSpan = 1

        var isTitle: Bool { style == .title }
    }

    struct Row {
        var number: Int
        /// By column; cells that show nothing are left out.
        var entries: [Int: Entry]
        /// Cells that are empty and have a box, such as those to be filled in. They are part of a table, but say nothing.
        var boxes: [Int: Entry] = [:]

        /// A line of one cell is prose and must not widen a column of the table below it.
        var isProse: Bool { entries.count == 1 }
    }

    var rows: [Row]

    static func all(of sheet: ReportSheet) -> [SheetBlock] {
        var rows: [Int: [Int: Entry]] = [:]
        var boxes: [Int: [Int: Entry]] = [:]
        func place(_ entry: Entry, at cell: Cell) {
            if !entry.text.isEmpty {
                rows[cell.row, default: [:]][cell.column] = entry
            } else if entry.style.borders == .box {
                boxes[cell.row, default: [:]][cell.column] = entry
            }
        }
        for placed in sheet.cells {
            place(
                Entry(text: shown(placed.content, placed.style), content: placed.content, style: placed.style),
                at: placed.cell)
        }
        for merge in sheet.merges {
            place(
                Entry(
                    text: merge.text, content: .text(merge.text), style: merge.style,
                    columnSpan: merge.range.columns.count, rowSpan: merge.range.rows.count),
                at: merge.range.first)
        }
        var blocks: [SheetBlock] = []
        for (number, entries) in rows.sorted(by: { $0.key < $1.key }) {
            let empty = (boxes[number] ?? [:]).filter { entries[$0.key] == nil }
            let row = Row(number: number, entries: entries, boxes: empty)
            if let last = blocks.last?.rows.last, last.number + 1 == number {
                blocks[blocks.count - 1].rows.append(row)
            } else {
                blocks.append(SheetBlock(rows: [row]))
            }
        }
        return blocks
    }

    private static func shown(_ content: ReportSheet.Content, _ style: CellStyle) -> String {
        switch content {
        case .text(let text): text
        // A finished sheet holds texts instead.
        case .code(let wording): wording.chinese
        case .number(let number), .formula(_, let number): NumberText.shown(number, format: style.numberFormat)
        case .link(let sheet): sheet
        case .blank: ""
        }
    }
}
