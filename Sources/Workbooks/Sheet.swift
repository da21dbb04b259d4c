import CXlsxWriter

/// A sheet while it is being written; lent by ``Workbook/addSheet(_:tab:isHidden:_:)`` and gone afterwards.
///
/// Every cell gets a style, and with it a Chinese font. Text is always written as text, whatever it begins with.
@safe public struct Sheet: ~Copyable {
    /// The name on the tab.
    public let name: String
    /// How the sheet is printed; A4 in any case.
    public var print = PrintSetup()
    /// Thin lines between all cells on the screen.
    public var showsGridlines = false

    let engine: WorkbookEngine
    let library: UnsafeMutablePointer<lxw_worksheet>
    let isHidden: Bool
    var layout = SheetLayout()

    init(named name: String, tab: Color?, isHidden: Bool, engine: WorkbookEngine) throws(WorkbookError) {
        self.name = name
        self.engine = engine
        self.isHidden = isHidden
        unsafe library = try engine.openSheet(named: name, tab: tab, isHidden: isHidden)
    }

    // MARK: Cells

    /// Writes a text, as text.
    public mutating func write(
        _ text: String, at cell: Cell, _ style: CellStyle = .standard
    ) throws(WorkbookError) {
        let text = try CellText.forCell(text, at: place(cell))
        guard !text.isEmpty else { return try writeBlank(at: cell, style) }
        let format = unsafe try prepare(cell, text: text, style)
        let result = unsafe worksheet_write_string(library, cell.libraryRow, cell.libraryColumn, text, format)
        try Library.check(result, at: place(cell))
    }

    /// Writes a number, unrounded; infinities and "not a number" are refused.
    public mutating func write(
        _ number: Double, at cell: Cell, _ style: CellStyle = .standard
    ) throws(WorkbookError) {
        try checkFinite(number, at: cell)
        // A number stands on one line, whatever its column's width.
        let format = unsafe try prepare(cell, text: "0", style)
        let result = unsafe worksheet_write_number(library, cell.libraryRow, cell.libraryColumn, number, format)
        try Library.check(result, at: place(cell))
    }

    /// Writes a whole number.
    public mutating func write(_ number: Int, at cell: Cell, _ style: CellStyle = .standard) throws(WorkbookError) {
        try write(Double(number), at: cell, style)
    }

    /// Writes a day as Excel counts days; the style should carry a date format such as `yyyy-mm-dd`.
    public mutating func write(_ day: WorkbookDay, at cell: Cell, _ style: CellStyle = .day) throws(WorkbookError) {
        try write(Double(day.serial), at: cell, style)
    }

    /// Writes a formula in A1 style with its result, so that previews and protected views show the number.
    public mutating func write(
        formula: String, result: FormulaResult, at cell: Cell, _ style: CellStyle = .standard
    ) throws(WorkbookError) {
        let formula = try Formula(formula, at: place(cell))
        for sheet in formula.sheets { engine.promise(sheet: sheet, by: place(cell)) }
        switch result {
        case .number(let number):
            try checkFinite(number, at: cell)
            let format = unsafe try prepare(cell, text: "0", style)
            let done = unsafe worksheet_write_formula_num(
                library, cell.libraryRow, cell.libraryColumn, formula.text, format, number)
            try Library.check(done, at: place(cell))
        case .text(let text):
            let text = try CellText.forCell(text, at: place(cell))
            let format = unsafe try prepare(cell, text: text, style)
            let done = unsafe worksheet_write_formula_str(
                library, cell.libraryRow, cell.libraryColumn, formula.text, format, text)
            try Library.check(done, at: place(cell))
        }
    }

    /// Gives an empty cell its look.
    public mutating func writeBlank(at cell: Cell, _ style: CellStyle = .standard) throws(WorkbookError) {
        let format = unsafe try prepare(cell, text: nil, style)
        let result = unsafe worksheet_write_blank(library, cell.libraryRow, cell.libraryColumn, format)
        try Library.check(result, at: place(cell))
    }

    /// Gives a block of empty cells its look: a red rule, a panel, cells to fill in.
    public mutating func fill(_ range: CellRange, _ style: CellStyle) throws(WorkbookError) {
        try layout.checkInside(range, sheet: name)
        for row in range.rows {
            for column in range.columns { try writeBlank(at: Cell(row: row, column: column), style) }
        }
    }

    /// Writes a text that leads to a cell of a sheet, which may be added later.
    public mutating func write(
        linkTo sheet: String, cell target: Cell = "A1", text: String, at cell: Cell, _ style: CellStyle = .link
    ) throws(WorkbookError) {
        let text = try CellText.forCell(text.isEmpty ? sheet : text, at: place(cell))
        guard target.isOnSheet else { throw SheetLayout.outside(place(cell)) }
        try layout.takeLink(to: sheet, at: cell, sheet: name)
        let format = unsafe try prepare(cell, text: text, style)
        engine.promise(sheet: sheet, by: place(cell))
        let url = "internal:'\(sheet)'!\(target.name)"
        let result = unsafe worksheet_write_url_opt(
            library, cell.libraryRow, cell.libraryColumn, url, format, text, nil)
        try Library.check(result, at: place(cell))
    }

    /// Merges a block and writes a text over it. The block must be free of other merges and of tables.
    public mutating func merge(
        _ range: CellRange, _ text: String = "", _ style: CellStyle = .standard
    ) throws(WorkbookError) {
        let text = try CellText.forCell(text, at: place(range.first))
        try layout.takeMerge(range, sheet: name)
        let format = unsafe try prepare(range.first, text: text.isEmpty ? nil : text, style)
        let result = unsafe worksheet_merge_range(
            library, range.first.libraryRow, range.first.libraryColumn, range.last.libraryRow,
            range.last.libraryColumn, text, format)
        try Library.check(result, at: place(range.first))
    }

    /// Hangs a comment on a cell; one to a cell.
    public mutating func addComment(_ text: String, at cell: Cell) throws(WorkbookError) {
        let text = try CellText.forCell(text, at: place(cell))
        guard !text.isEmpty else {
            throw WorkbookError(.badText, at: place(cell), chinese: "批注不能为空。", english: "A comment cannot be empty.")
        }
        try layout.takeComment(cell, sheet: name)
        // Its text, and the box in which it is shown.
        engine.need.addPart(1_500 + text.utf8.count)
        let lines = TextMeasure.lines(of: text, columnWidth: 32, size: 9)
        let result = unsafe Library.withTexts([engine.author, Font.song.name]) { texts in
            var options = unsafe lxw_comment_options()
            unsafe options.author = texts[0]
            unsafe options.font_name = texts[1]
            unsafe options.font_size = 9
            unsafe options.width = 240
            unsafe options.height = UInt16(min(lines, 40) * 17 + 16)
            return unsafe worksheet_write_comment_opt(library, cell.libraryRow, cell.libraryColumn, text, &options)
        }
        try Library.check(result, at: place(cell))
    }

    // MARK: Shared by the other files

    /// `sheet!cell`, for errors.
    func place(_ cell: Cell) -> String {
        cell.isOnSheet ? "\(name)!\(cell.name)" : "\(name)!\(cell.row),\(cell.column)"
    }

    private func checkFinite(_ number: Double, at cell: Cell) throws(WorkbookError) {
        guard number.isFinite else { throw Sheet.notFinite(at: place(cell)) }
    }

    static func notFinite(at place: String) -> WorkbookError {
        WorkbookError(
            .badNumber, at: place, chinese: "不是有限的数，Excel不能保存；没有数值时请写代码，如[缺]。",
            english: "The number is not finite and Excel cannot keep it; write a code such as [缺] instead.")
    }

    private mutating func prepare(
        _ cell: Cell, text: String?, _ style: CellStyle
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        try layout.take(cell, text: text, style: style, sheet: name)
        return unsafe try engine.format(for: style, at: place(cell))
    }
}
