import CXlsxWriter

/// A column of a ``DataSheet``.
public struct DataColumn: Hashable, Sendable {
    /// The header, in row 1.
    public var title: String
    /// Its width in digits of an 11-point font; nil measures the header.
    public var width: Double?
    /// How its cells look. Text never wraps here, because a row's height is settled before its cells are known.
    public var style: CellStyle

    /// A column; without a style its cells are body text.
    public init(_ title: String, width: Double? = nil, style: CellStyle = .standard) {
        self.title = title
        self.width = width
        self.style = style
    }
}

/// What stands in a cell of a ``DataSheet``.
public enum DataCell: Hashable, Sendable {
    /// Nothing was answered.
    case empty
    /// A finite number, written unrounded.
    case number(Double)
    /// A text, written as text whatever it begins with.
    case text(String)
}

/// A long table on a sheet of its own: headers in row 1 and one row after another below, in constant memory.
///
/// It is for data that other programs read. What would need a row again (merges, tables, comments, measured heights) is
/// not offered; a row that has been appended is on the disk, in the private folder of the workbook.
@safe public struct DataSheet: ~Copyable {
    /// The name on the tab.
    public let name: String
    /// How many rows have been appended, without the header.
    public private(set) var count = 0

    /// How the sheet is printed: A4 across, with the header on every page.
    public var print = PrintSetup(
        orientation: .landscape, footer: .numbered(left: "", right: ""), repeatedRows: 1...1)

    /// Bytes of XML that its cells have taken, by a guess on the high side.
    private var markup = 4_096

    private let engine: WorkbookEngine
    private let library: UnsafeMutablePointer<lxw_worksheet>
    private let width: Int
    private let formats: [UnsafeMutablePointer<lxw_format>?]
    /// What a page across holds in letters that can still be read; wider tables go on beside it.
    private static let readableWidth = 240.0

    init(named name: String, columns: [DataColumn], tab: Color?, engine: WorkbookEngine) throws(WorkbookError) {
        self.name = name
        self.engine = engine
        width = columns.count
        let widths = columns.map { $0.width ?? TextMeasure.columnWidth(for: [$0.title]) }
        print.pagesWide = min(max(1, Int(widths.reduce(0, +) / DataSheet.readableWidth)), 100)
        unsafe (library, formats) = try DataSheet.open(name, columns: columns, widths: widths, tab: tab, engine: engine)
    }

    /// A sheet of the library with its columns and headers, and the format of each column.
    private static func open(
        _ name: String, columns: [DataColumn], widths: [Double], tab: Color?, engine: WorkbookEngine
    ) throws(WorkbookError) -> (UnsafeMutablePointer<lxw_worksheet>, [UnsafeMutablePointer<lxw_format>?]) {
        guard (1...Cell.lastColumn).contains(columns.count) else { throw SheetLayout.outside(name) }
        let library = unsafe try engine.openSheet(named: name, tab: tab, isHidden: false, isStreamed: true)
        var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe []
        let head = unsafe try engine.format(for: .head.with(\.wraps, false), at: name)
        // Every row has its height without saying so a hundred thousand times.
        unsafe worksheet_set_default_row(library, TextMeasure.rowHeight(lines: 1), 0)
        for (index, (column, width)) in zip(columns, widths).enumerated() {
            let cell = Cell(row: 1, column: index + 1)
            let style = column.style.with(\.wraps, false)
            unsafe formats.append(style == engine.normal ? nil : try engine.format(for: style, at: name))
            guard (1...255).contains(width) else { throw SheetLayout.badSize(name) }
            let sized = unsafe worksheet_set_column(library, cell.libraryColumn, cell.libraryColumn, width, nil)
            try Library.check(sized, at: name)
            let title = try CellText.forCell(column.title, at: "\(name)!\(cell.name)")
            let written = unsafe worksheet_write_string(library, cell.libraryRow, cell.libraryColumn, title, head)
            try Library.check(written, at: name)
        }
        return unsafe (library, formats)
    }

    /// Appends a row; the cells stand under the headers in their order, and a short row leaves the rest empty.
    public mutating func append(_ row: [DataCell]) throws(WorkbookError) {
        guard row.count <= width, count + 2 <= Cell.lastRow else {
            throw SheetLayout.outside(place(Cell(row: count + 2, column: row.count)))
        }
        let at = lxw_row_t(count + 1)
        count += 1
        markup += 64 + row.count * 44
        var column: lxw_col_t = 0
        for cell in row {
            defer { column += 1 }
            let format = unsafe formats[Int(column)]
            let result: lxw_error
            switch cell {
            case .empty: continue
            case .number(let number):
                guard number.isFinite else { throw Sheet.notFinite(at: place(column)) }
                // Up to nine digits are in the guess for every cell; a fraction has up to seventeen, and an exponent.
                if abs(number) >= 1e9 || number != number.rounded() { markup += 20 }
                result = unsafe worksheet_write_number(library, at, column, number, format)
            case .text(let text):
                let text = try CellText.forCell(text, at: place(column))
                guard !text.isEmpty else { continue }
                markup += 40 + text.utf8.count
                result = unsafe worksheet_write_string(library, at, column, text, format)
            }
            try Library.check(result, at: place(column))
        }
    }

    /// Keeps the header in sight, gives it a filter, and sets up the print.
    consuming func finish() throws(WorkbookError) {
        let last = Cell(row: count + 1, column: width)
        unsafe worksheet_freeze_panes(library, 1, 0)
        try Library.check(
            unsafe worksheet_autofilter(library, 0, 0, last.libraryRow, last.libraryColumn), at: name)
        try unsafe print.apply(to: library, named: name, written: CellRange("A1", last), fonts: engine.fonts)
        // What has been appended is on the disk already; closing lays one more copy beside it.
        engine.need.addPart(markup)
        engine.sheetIsFinished()
    }

    private func place(_ column: lxw_col_t) -> String { place(Cell(row: count + 1, column: Int(column) + 1)) }

    private func place(_ cell: Cell) -> String { "\(name)!\(cell.name)" }
}
