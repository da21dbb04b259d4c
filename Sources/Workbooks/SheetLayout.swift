/// Which cells of a sheet are taken and how high its rows must be: plain bookkeeping, without the library.
struct SheetLayout {
    private struct WrappedText {
        var rows: ClosedRange<Int>
        var columns: ClosedRange<Int>
        var text: String
        var size: Double
        var wraps: Bool
    }

    static let standardWidth = 8.43
    static let standardHeight = 15.0
    /// Excel's greatest row height.
    static let greatestHeight = 409.0

    private var widths: [Int: Double] = [:]
    private var heights: [Int: Double] = [:]
    /// The height that texts of one line ask for.
    private var simpleHeights: [Int: Double] = [:]
    /// The row of the last cell and its height in `simpleHeights`: cells mostly come row by row.
    private var lastRow = (row: 0, height: 0.0)
    private var wrapped: [WrappedText] = []
    private var merges: [Int: [CellRange]] = [:]
    private var tables: [CellRange] = []
    private var comments: Set<Cell> = []
    private var links = 0
    private static let mostLinks = 65_530
    private var drawings: [(cell: Cell, width: Int, height: Int)] = []
    private var used: CellRange?
    /// What the cells hold, for the room they will take.
    private(set) var cellCount = 0
    private(set) var textBytes = 0

    /// Notes a cell, or says why it cannot be written.
    mutating func take(_ cell: Cell, text: String?, style: CellStyle, sheet: String) throws(WorkbookError) {
        guard cell.isOnSheet else { throw SheetLayout.outside("\(sheet)!\(cell.row),\(cell.column)") }
        let merge = merges.isEmpty ? nil : merges[cell.row]?.first { $0.contains(cell) }
        if let merge, merge.first != cell {
            throw SheetLayout.overlap(
                "\(sheet)!\(cell.name)", chinese: "单元格在合并区域内，只能写左上角。",
                english: "The cell lies in a merged block, of which only the upper left cell is written.")
        }
        if let table = tables.first(where: { $0.contains(cell) }), table.first.row == cell.row {
            throw SheetLayout.overlap(
                "\(sheet)!\(cell.name)", chinese: "单元格是表格的标题，已由表格写好。",
                english: "The cell is a header that the table has written.")
        }
        note(merge ?? CellRange(cell, cell), text: text, style: style)
        cellCount += 1
        textBytes += text?.utf8.count ?? 0
    }

    /// Notes a merged block, or says what it collides with.
    mutating func takeMerge(_ range: CellRange, sheet: String) throws(WorkbookError) {
        try checkInside(range, sheet: sheet)
        guard range.first != range.last else {
            throw SheetLayout.overlap(
                "\(sheet)!\(range.name)", chinese: "合并区域至少要有两个单元格。",
                english: "A merged block has at least two cells.")
        }
        let isFree = !range.rows.contains { merges[$0]?.contains { $0.overlaps(range) } ?? false }
        guard isFree, !tables.contains(where: { $0.overlaps(range) }) else {
            throw SheetLayout.overlap(
                "\(sheet)!\(range.name)", chinese: "与另一合并区域或表格重叠。",
                english: "It overlaps another merged block or a table.")
        }
        for row in range.rows { merges[row, default: []].append(range) }
    }

    /// Notes a table with its headers, or says what it collides with.
    mutating func takeTable(
        _ range: CellRange, headers: [String], style: CellStyle, sheet: String
    ) throws(WorkbookError) {
        try checkInside(range, sheet: sheet)
        let isFree = !range.rows.contains { merges[$0]?.contains { $0.overlaps(range) } ?? false }
        guard isFree, !tables.contains(where: { $0.overlaps(range) }) else {
            throw SheetLayout.overlap(
                "\(sheet)!\(range.name)", chinese: "与另一表格或合并区域重叠。",
                english: "It overlaps another table or a merged block.")
        }
        for (column, header) in zip(range.columns, headers) {
            let cell = Cell(row: range.first.row, column: column)
            note(CellRange(cell, cell), text: header, style: style)
        }
        tables.append(range)
    }

    mutating func takeComment(_ cell: Cell, sheet: String) throws(WorkbookError) {
        guard cell.isOnSheet else { throw SheetLayout.outside("\(sheet)!\(cell.row),\(cell.column)") }
        guard comments.insert(cell).inserted else {
            throw SheetLayout.overlap(
                "\(sheet)!\(cell.name)", chinese: "单元格已有批注。", english: "The cell already has a comment.")
        }
    }

    /// Counts a link, or says why Excel keeps no more of them or none so long; the library would print it instead.
    mutating func takeLink(to target: String, at cell: Cell, sheet: String) throws(WorkbookError) {
        guard target.utf16.count <= SheetName.longest else {
            throw WorkbookError(
                .missingSheet, at: "\(sheet)!\(cell.name)", chinese: "链接所指的工作表名超过31个字符，不会有这样的工作表。",
                english: "It links to a sheet whose name is longer than 31 characters, so there is none.")
        }
        guard links < SheetLayout.mostLinks else {
            throw WorkbookError(
                .badLayout, at: "\(sheet)!\(cell.name)", chinese: "一张工作表的链接不能超过65530个；请分到几张表上。",
                english: "A sheet keeps no more than 65,530 links; spread them over several.")
        }
        links += 1
    }

    mutating func takeDrawing(at cell: Cell, width: Int, height: Int, sheet: String) throws(WorkbookError) {
        // The library would search for ever for the column that lies under the right edge; narrow columns count too.
        guard cell.isOnSheet, cell.column <= 16_000, cell.row <= 1_040_000, (40...4_000).contains(width),
            (40...4_000).contains(height)
        else { throw SheetLayout.outside("\(sheet)!\(cell.row),\(cell.column)") }
        drawings.append((cell, width, height))
    }

    mutating func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>, sheet: String) throws(WorkbookError) {
        guard (1...255).contains(width), columns.lowerBound >= 1, columns.upperBound <= Cell.lastColumn else {
            throw SheetLayout.badSize(sheet)
        }
        for column in columns { widths[column] = width }
    }

    mutating func setHeight(_ height: Double, ofRows rows: ClosedRange<Int>, sheet: String) throws(WorkbookError) {
        guard (1...SheetLayout.greatestHeight).contains(height), rows.lowerBound >= 1, rows.upperBound <= Cell.lastRow
        else { throw SheetLayout.badSize(sheet) }
        for row in rows { heights[row] = height }
    }

    func checkInside(_ range: CellRange, sheet: String) throws(WorkbookError) {
        guard range.first.isOnSheet, range.last.isOnSheet else {
            throw SheetLayout.outside("\(sheet)!\(range.first.row),\(range.first.column)")
        }
    }

    // MARK: What follows from it

    /// Every row that holds something or was given a height, with its height: stated, or measured from its texts.
    func finalHeights() -> [(row: Int, height: Double)] {
        var final = simpleHeights.merging(heights) { _, stated in stated }
        // Texts in one row first, then merged blocks, whose last free row takes what the others leave.
        for text in wrapped where text.wraps && text.rows.count == 1 && heights[text.rows.lowerBound] == nil {
            let row = text.rows.lowerBound
            let lines = TextMeasure.lines(of: text.text, columnWidth: width(of: text.columns), size: text.size)
            final[row] = max(final[row] ?? 0, TextMeasure.rowHeight(lines: lines, size: text.size))
        }
        for text in wrapped where text.rows.count > 1 {
            let width = width(of: text.columns)
            let lines = text.wraps ? TextMeasure.lines(of: text.text, columnWidth: width, size: text.size) : 1
            let room = text.rows.reduce(0) { $0 + (final[$1] ?? SheetLayout.standardHeight) }
            let missing = TextMeasure.rowHeight(lines: lines, size: text.size) - room
            if missing > 0, let row = text.rows.last(where: { heights[$0] == nil }) {
                final[row] = (final[row] ?? SheetLayout.standardHeight) + missing
            }
        }
        return final.sorted { $0.key < $1.key }.map { ($0.key, min($0.value, SheetLayout.greatestHeight)) }
    }

    /// The block that holds every cell written and every chart drawn; nil on an empty sheet.
    func extent() -> CellRange? {
        guard !drawings.isEmpty else { return used }
        let heights = Dictionary(uniqueKeysWithValues: finalHeights().map { ($0.row, $0.height) })
        var extent = used
        for drawing in drawings {
            var last = drawing.cell
            var width = Double(drawing.width)
            while width > 0, last.column < Cell.lastColumn {
                width -= (self.width(of: last.column...last.column) * 7 + 5).rounded(.down)
                if width > 0 { last.column += 1 }
            }
            var height = Double(drawing.height)
            while height > 0, last.row < Cell.lastRow {
                height -= (heights[last.row] ?? SheetLayout.standardHeight) * 4 / 3
                if height > 0 { last.row += 1 }
            }
            extent = SheetLayout.union(extent, CellRange(drawing.cell, last))
        }
        return extent
    }

    private func width(of columns: ClosedRange<Int>) -> Double {
        columns.reduce(0) { $0 + (widths[$1] ?? SheetLayout.standardWidth) }
    }

    private mutating func note(_ range: CellRange, text: String?, style: CellStyle) {
        used = SheetLayout.union(used, range)
        let row = range.first.row
        if let text, style.wraps || range.rows.count > 1 {
            wrapped.append(
                WrappedText(
                    rows: range.rows, columns: range.columns, text: text, size: style.size, wraps: style.wraps))
        }
        let isMeasured = text != nil && range.rows.count == 1
        let height = isMeasured ? TextMeasure.rowHeight(lines: 1, size: style.size) : 18
        if lastRow.row == row, lastRow.height >= height { return }
        let highest = max(simpleHeights[row] ?? 18, height)
        simpleHeights[row] = highest
        lastRow = (row, highest)
    }

    private static func union(_ one: CellRange?, _ other: CellRange) -> CellRange {
        guard let one else { return other }
        return CellRange(
            Cell(row: min(one.first.row, other.first.row), column: min(one.first.column, other.first.column)),
            Cell(row: max(one.last.row, other.last.row), column: max(one.last.column, other.last.column)))
    }

    static func outside(_ place: String) -> WorkbookError {
        WorkbookError(
            .badCell, at: place, chinese: "位置不在工作表范围内（行1—1048576，列1—16384），或图表大小不合适。",
            english: "The place is outside the sheet (rows 1 to 1,048,576, columns 1 to 16,384), or a chart's size is.")
    }

    private static func overlap(_ place: String, chinese: String, english: String) -> WorkbookError {
        WorkbookError(.overlap, at: place, chinese: chinese, english: english)
    }

    static func badSize(_ sheet: String) -> WorkbookError {
        WorkbookError(
            .badLayout, at: sheet, chinese: "列宽须在1至255之间，行高须在1至409磅之间。",
            english: "A column is 1 to 255 units wide, a row 1 to 409 points high.")
    }
}
