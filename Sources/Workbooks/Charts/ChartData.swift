/// A labelled block of a chart's numbers: columns with a header each, of different lengths.
struct ChartBlock: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        /// An empty cell, which is a gap in the chart.
        case gap
    }

    struct Column: Hashable, Sendable {
        var header: String
        var values: [Value]
    }

    var columns: [Column]

    /// Adds a column of texts.
    mutating func add(_ header: String, texts: [String]) {
        columns.append(Column(header: header, values: texts.map { .text($0) }))
    }

    /// Adds a column of numbers; a missing number stays an empty cell.
    mutating func add(_ header: String, numbers: [Double?]) {
        columns.append(Column(header: header, values: numbers.map { $0.map { .number($0) } ?? .gap }))
    }

    var length: Int { columns.map(\.values.count).max() ?? 0 }

    /// Whether there is something to draw and every number is finite.
    var isDrawable: Bool {
        let numbers = columns.flatMap(\.values).compactMap { if case .number(let number) = $0 { number } else { nil } }
        return !numbers.isEmpty && numbers.allSatisfy(\.isFinite)
    }
}

/// A block with its place: caption, then headers, then numbers.
struct PlacedBlock: Hashable, Sendable {
    var sheet: String
    var caption: String
    var origin: Cell
    var block: ChartBlock

    /// The cells of a column, from 0, or of a stretch of them.
    func column(_ index: Int, rows: Range<Int>? = nil) -> SheetRange {
        let rows = rows ?? 0..<block.columns[index].values.count
        let first = origin.moved(rows: 2 + rows.lowerBound, columns: index)
        return SheetRange(sheet: sheet, range: CellRange(at: first, rows: rows.count, columns: 1))
    }
}

/// The numbers of all charts of a workbook, on one sheet of their own.
///
/// Charts are placed first, inserted on the sheets where they belong, and their numbers painted last:
///
/// ```swift
/// var data = ChartData()
/// let forest = try data.place(ForestChart(title: "…", rows: rows, axis: axis))
/// try book.addSheet("要点") { try $0.insert(forest, at: "A10", width: 545, height: 300, altText: "…") }
/// try book.addSheet(data.sheetName) { try data.paint(on: &$0) }
/// ```
public struct ChartData: Sendable {
    /// The name of the sheet that will show the numbers.
    public let sheetName: String
    private var blocks: [PlacedBlock] = []
    private var nextRow: Int

    /// An empty collection; the first block will stand in that row.
    public init(sheetName: String = "数据_图表", firstRow: Int = 5) {
        precondition(firstRow > 0, "rows are counted from 1")
        self.sheetName = sheetName
        nextRow = firstRow
    }

    /// Gives points with intervals their place.
    public mutating func place(_ chart: ForestChart) throws(WorkbookError) -> Chart { try placed(chart) }
    /// Gives pairs of required and current values their place.
    public mutating func place(_ chart: DumbbellChart) throws(WorkbookError) -> Chart { try placed(chart) }
    /// Gives points in four quadrants their place.
    public mutating func place(_ chart: QuadrantChart) throws(WorkbookError) -> Chart { try placed(chart) }
    /// Gives lines over the years their place.
    public mutating func place(_ chart: TrendChart) throws(WorkbookError) -> Chart { try placed(chart) }
    /// Gives groups of bars their place.
    public mutating func place(_ chart: BarChart) throws(WorkbookError) -> Chart { try placed(chart) }
    /// Gives bars that run to both sides their place.
    public mutating func place(_ chart: DivergingChart) throws(WorkbookError) -> Chart { try placed(chart) }

    /// The block of cells that the numbers take; nil when nothing has been placed.
    public var extent: CellRange? {
        guard let first = blocks.first else { return nil }
        let width = blocks.map(\.block.columns.count).max() ?? 1
        return CellRange(first.origin, Cell(row: nextRow - 2, column: width))
    }

    /// After which rows to turn the page, so that no block is cut that fits on one of so many rows.
    ///
    /// A block that is longer begins a page.
    public func pageBreaks(rows: Int) -> [Int] {
        var breaks: [Int] = []
        var top = blocks.first?.origin.row ?? 1
        for block in blocks {
            let last = block.origin.row + block.block.length + 1
            if last - top >= rows, block.origin.row > top {
                breaks.append(block.origin.row - 1)
                top = block.origin.row
            }
        }
        return breaks
    }

    /// Writes all blocks on the sheet, each with its caption and headers.
    public func paint(on sheet: inout Sheet) throws(WorkbookError) {
        guard sheet.name == sheetName else {
            throw WorkbookError(
                .badChart, at: sheet.name, chinese: "图表数值应写在工作表“\(sheetName)”上。",
                english: "The charts' numbers belong on the sheet \"\(sheetName)\".")
        }
        for block in blocks {
            try sheet.write(block.caption, at: block.origin, CellStyle(font: .hei, size: 11))
            for (index, column) in block.block.columns.enumerated() {
                let head = block.origin.moved(rows: 1, columns: index)
                try sheet.write(column.header, at: head, .head)
                for (row, value) in column.values.enumerated() {
                    let cell = head.moved(rows: row + 1)
                    switch value {
                    case .text(let text): try sheet.write(text, at: cell, .cell)
                    case .number(let number): try sheet.write(number, at: cell, .points)
                    case .gap: try sheet.writeBlank(at: cell, .cell)
                    }
                }
            }
            sheet.engine.isPainted(block)
        }
    }

    private mutating func placed(_ figure: some ChartFigure) throws(WorkbookError) -> Chart {
        // Only a sound chart may be asked for its scales and its block: the order matters.
        guard figure.isSound, figure.scales.allSatisfy(\.isDrawable) else { throw ChartData.refusal(figure.title) }
        let block = figure.block
        guard block.isDrawable, nextRow + block.length + 2 < Cell.lastRow, block.columns.count <= Cell.lastColumn else {
            throw ChartData.refusal(figure.title)
        }
        let origin = Cell(row: nextRow, column: 1)
        let placed = PlacedBlock(sheet: sheetName, caption: figure.title, origin: origin, block: block)
        nextRow += block.length + 3
        blocks.append(placed)
        return Chart(drawing: figure.drawing(from: placed), block: placed)
    }

    private static func refusal(_ title: String) -> WorkbookError {
        WorkbookError(
            .badChart, at: title, chinese: "图表没有数值、缺数、系列过多、数值超出坐标轴，或坐标轴的界限、间隔不成立。",
            english: """
                The chart has no numbers, lacks some, has too many series, has a number outside its scale, or an axis \
                whose ends or step cannot be.
                """)
    }
}
