/// A workbook that comes back from outside, saved by whatever program: its sheets and what stands in their cells.
///
/// Nothing in it is trusted. Sizes are limited before memory is taken, references that lead nowhere are refused, a
/// formula is told from a typed answer, and document properties, which name people, are never opened.
public struct WorkbookReader: Sendable {
    /// The names on the tabs, in their order, hidden ones too.
    public let sheetNames: [String]
    /// Named blocks of cells, such as `答_XF1`. Names of anything else are left out.
    public let names: [String: SheetRange]
    /// Whether days are counted from 1904 on, as workbooks made on old Macs do: its numbers are other days then.
    public let countsFrom1904: Bool
    /// Whether formulas are to be computed when the file is opened: programs that cannot compute store a 0 as their value.
    public let computesOnOpening: Bool
    private let archive: ZipArchive
    private let parts: [String: String]
    private let strings: [String]
    private let dayStyles: DayStyles

    /// What stands in a cell.
    public struct Content: Hashable, Sendable {
        /// What kind of value.
        public enum Value: Hashable, Sendable {
            /// A text, as a reader sees it.
            case text(String)
            /// A number; a day is one, too, where the cell's format does not show it as a day.
            case number(Double)
            /// A day, as the cell shows it: `2026-01-02`, `2026-01`, or `2026-01-02 09:30:00`.
            case day(String)
            /// True or false.
            case truth(Bool)
            /// An error such as `#N/A`.
            case error
            /// A formula whose value the program that saved the file did not store.
            case unknown
        }

        /// The value typed, or the one that a formula had when the file was saved.
        public var value: Value
        /// A formula stands in the cell, and the value was computed by somebody's program.
        public var isFormula: Bool

        /// A value, and whether a formula made it.
        public init(value: Value, isFormula: Bool = false) {
            self.value = value
            self.isFormula = isFormula
        }
    }

    /// How many cells of a sheet, and how many different texts, are read at most.
    private let mostCells: Int

    /// A form has hundreds of cells, a report some ten thousand.
    public static let mostCells = 200_000
    /// A cell, its value, a formula, and a text in parts.
    private static let mostTagsOfCell = 5
    /// How many names are kept at most: a form has one for each answer.
    private static let mostNames = 20_000
    /// Excel takes 65,490 styles of cells.
    private static let mostStyles = 100_000
    /// How many merged blocks of a sheet are kept at most.
    private static let mostMerged = 100_000

    /// Reads the list of sheets of a file.
    public init(contentsOf path: String, limits: ZipArchive.Limits = .form) throws(WorkbookError) {
        do throws(WorkbookError) {
            try self.init(ByteFile.contents(of: path, limit: limits.fileSize), limits: limits)
        } catch {
            throw error.code == .unreadableArchive ? WorkbookReader.unreadable(at: path) : error
        }
    }

    /// Reads the list of sheets of a file that is already in memory; a sheet with more cells than expected is refused.
    public init(
        _ bytes: [UInt8], limits: ZipArchive.Limits = .form, mostCells: Int = WorkbookReader.mostCells
    ) throws(WorkbookError) {
        self.mostCells = mostCells
        archive = try ZipArchive(bytes, limits: limits)
        let (targets, byKind) = try WorkbookReader.relations(in: archive)
        guard var tokens = try WorkbookReader.tokens(of: "xl/workbook.xml", in: archive) else {
            throw WorkbookReader.unreadable(at: "xl/workbook.xml")
        }
        var sheets: [String] = []
        var parts: [String: String] = [:]
        var names: [String: SheetRange] = [:]
        var countsFrom1904 = false
        var computesOnOpening = false
        var counted = 0
        while let token = tokens.next() {
            guard case .start(let tag, let attributes) = token else { continue }
            if tag == "sheet", let name = attributes["name"], let id = attributes["id"] {
                // A chart sheet has no cells and is no loss.
                guard let target = targets[id], archive.names.contains(target), parts[name] == nil else { continue }
                sheets.append(name)
                parts[name] = target
            }
            if tag == "workbookPr", let count = attributes["date1904"] {
                countsFrom1904 = ["1", "true"].contains(count)
            }
            if tag == "calcPr", let asks = attributes["fullCalcOnLoad"] {
                computesOnOpening = ["1", "true"].contains(asks)
            }
            if tag == "definedName", let name = attributes["name"], case .text(let formula)? = tokens.next() {
                counted += 1
                guard counted <= WorkbookReader.mostNames else {
                    throw WorkbookReader.unreadable(at: "xl/workbook.xml")
                }
                names[name] = WorkbookReader.range(formula)
            }
        }
        sheetNames = sheets
        self.parts = parts
        self.names = names
        self.countsFrom1904 = countsFrom1904
        self.computesOnOpening = computesOnOpening
        strings = try WorkbookReader.sharedStrings(
            at: byKind["sharedStrings"] ?? "xl/sharedStrings.xml", in: archive, atMost: mostCells)
        dayStyles = try WorkbookReader.dayStyles(at: byKind["styles"] ?? "xl/styles.xml", in: archive)
    }

    /// What stands in the cells of a sheet; nil when there is no sheet of that name. Empty cells are left out.
    public func cells(of sheet: String) throws(WorkbookError) -> [Cell: Content]? {
        guard let part = parts[sheet] else { return nil }
        var tokens = try sheetTokens(of: part)
        return try cells(&tokens, part)
    }

    /// What stands in the cells of a sheet that have one of these styles, by index.
    func cells(of sheet: String, styledBy styles: Set<Int>) throws(WorkbookError) -> [Cell: Content]? {
        guard let part = parts[sheet] else { return nil }
        var tokens = try sheetTokens(of: part)
        return try cells(&tokens, part, styledBy: styles)
    }

    /// The cells of a sheet, and which of them are merged; nil when there is no sheet of that name.
    public func cellsAndMerges(
        of sheet: String
    ) throws(WorkbookError) -> (cells: [Cell: Content], merged: MergedCells)? {
        guard let part = parts[sheet] else { return nil }
        var tokens = try sheetTokens(of: part)
        let cells = try cells(&tokens, part)
        var blocks: [CellRange] = []
        while let token = tokens.next(), token != .end("mergeCells") {
            guard case .start("mergeCell", let attributes) = token else { continue }
            guard let block = attributes["ref"].flatMap(WorkbookReader.block), blocks.count < WorkbookReader.mostMerged
            else { throw WorkbookReader.unreadable(at: part) }
            blocks.append(block)
        }
        return (cells, MergedCells(blocks))
    }

    private func sheetTokens(of part: String) throws(WorkbookError) -> XMLTokens {
        guard let tokens = try tokens(of: part) else { throw WorkbookReader.unreadable(at: part) }
        return tokens
    }

    /// Reads up to the end of the cells: what stands behind them is rules and prints, which are longer in a form.
    private func cells(
        _ tokens: inout XMLTokens, _ part: String, styledBy styles: Set<Int>? = nil
    ) throws(WorkbookError) -> [Cell: Content] {
        var cells: [Cell: Content] = [:]
        var next = Cell(row: 0, column: 1)
        while let token = tokens.next(), token != .end("sheetData") {
            guard case .start(let tag, let attributes) = token else { continue }
            if tag == "row" {
                // Rows and cells without a number follow their neighbours.
                let row = attributes["r"].flatMap { Int($0) } ?? next.row + 1
                guard (1...Cell.lastRow).contains(row) else { throw WorkbookReader.unreadable(at: part) }
                next = Cell(row: row, column: 1)
            } else if tag == "c" {
                let named = attributes["r"].map { Cell(named: $0) }
                guard let cell = named ?? next, cell.isOnSheet else { throw WorkbookReader.unreadable(at: part) }
                let style = attributes["s"].flatMap { Int($0) } ?? 0
                let content = try content(of: attributes["t"] ?? "n", style: style, &tokens, part)
                if styles?.contains(style) ?? true { cells[cell] = content }
                guard cells.count <= mostCells else { throw WorkbookReader.unreadable(at: part) }
                next = cell.moved(columns: 1)
            }
        }
        return cells
    }

    /// Reads up to the end of a cell.
    private func content(
        of type: String, style: Int, _ tokens: inout XMLTokens, _ part: String
    ) throws(WorkbookError) -> Content? {
        var value = ""
        var isFormula = false
        var isValue = false
        var hasValue = false
        var phonetic = 0
        reading: while let token = tokens.next() {
            switch token {
            case .start("v", _), .start("t", _):
                isValue = phonetic == 0
                hasValue = true
            case .end("v"), .end("t"): isValue = false
            case .start("f", _): isFormula = true
            // How a Japanese text is spoken is no part of it.
            case .start("rPh", _): phonetic += 1
            case .end("rPh"): phonetic -= 1
            case .text(let text): if isValue { value += text }
            case .end("c"): break reading
            case .start, .end: break
            }
        }
        guard !value.isEmpty else {
            // Only a text can be stored and empty; programs that compute nothing leave an empty place for the number.
            let isEmptyText = type == "str" && hasValue
            return isFormula ? Content(value: isEmptyText ? .text("") : .unknown, isFormula: true) : nil
        }
        let read: Content.Value? =
            switch type {
            case "s": Int(value).flatMap { strings.indices.contains($0) ? .text(strings[$0]) : nil }
            case "inlineStr", "str": .text(CellText.unescaped(value))
            case "b": ["1", "true"].contains(value) ? .truth(true) : .truth(false)
            case "e": .error
            case "d": DayFormat.text(ofISO: value).map { .day($0) } ?? .text(value)
            default: Double(value).flatMap { $0.isFinite ? self.number($0, style: style) : nil }
            }
        guard let read else { throw WorkbookReader.unreadable(at: part) }
        if case .text("") = read, !isFormula { return nil }
        return Content(value: read, isFormula: isFormula)
    }

    private func number(_ number: Double, style: Int) -> Content.Value {
        dayStyles.day(number, style: style, countsFrom1904: countsFrom1904).map { .day($0) } ?? .number(number)
    }

    // MARK: Parts

    func tokens(of part: String) throws(WorkbookError) -> XMLTokens? {
        try WorkbookReader.tokens(of: part, in: archive, mostCells: mostCells)
    }

    private static func tokens(
        of part: String, in archive: ZipArchive, mostCells: Int = mostCells
    ) throws(WorkbookError) -> XMLTokens? {
        guard let bytes = try archive.contents(of: part) else { return nil }
        guard let tokens = XMLTokens(bytes, mostTags: mostCells * mostTagsOfCell) else { throw unreadable(at: part) }
        return tokens
    }

    /// The parts that the workbook's relations lead to, by the id of the relation and by the last word of its kind.
    private static func relations(
        in archive: ZipArchive
    ) throws(WorkbookError) -> (byID: [String: String], byKind: [String: String]) {
        guard var tokens = try tokens(of: "xl/_rels/workbook.xml.rels", in: archive) else {
            throw unreadable(at: "xl/_rels/workbook.xml.rels")
        }
        var byID: [String: String] = [:]
        var byKind: [String: String] = [:]
        while let token = tokens.next() {
            guard case .start("Relationship", let attributes) = token, let id = attributes["Id"],
                let target = attributes["Target"]
            else { continue }
            let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            byID[id] = part
            if let kind = attributes["Type"]?.split(separator: "/").last { byKind[String(kind)] = part }
        }
        return (byID, byKind)
    }

    private static func dayStyles(at part: String, in archive: ZipArchive) throws(WorkbookError) -> DayStyles {
        guard var tokens = try tokens(of: part, in: archive, mostCells: mostStyles) else { return DayStyles() }
        guard let styles = DayStyles(&tokens) else { throw unreadable(at: part) }
        return styles
    }

    private static func sharedStrings(
        at part: String, in archive: ZipArchive, atMost mostCells: Int
    ) throws(WorkbookError) -> [String] {
        guard var tokens = try tokens(of: part, in: archive, mostCells: mostCells) else { return [] }
        var strings: [String] = []
        var text = ""
        var isText = false
        var phonetic = 0
        while let token = tokens.next() {
            switch token {
            case .start("si", _): text = ""
            case .start("t", _): isText = phonetic == 0
            case .end("t"): isText = false
            case .start("rPh", _): phonetic += 1
            case .end("rPh"): phonetic -= 1
            case .text(let piece): if isText { text += piece }
            case .end("si"):
                strings.append(CellText.unescaped(text))
                guard strings.count <= mostCells else { throw unreadable(at: part) }
            case .start, .end: break
            }
        }
        return strings
    }

    /// `'整改 清单'!$A$1:$B$2`, in the form of one block on one sheet.
    private static func range(_ formula: String) -> SheetRange? {
        guard let mark = formula.lastIndex(of: "!") else { return nil }
        var sheet = String(formula[..<mark])
        if sheet.hasPrefix("'"), sheet.hasSuffix("'"), sheet.count > 2 {
            sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
        }
        return block(formula[formula.index(after: mark)...].filter { $0 != "$" }).map {
            SheetRange(sheet: sheet, range: $0)
        }
    }

    /// `A1` or `A1:B2`; nil for anything else, and for corners in another order.
    private static func block(_ name: String) -> CellRange? {
        let corners = name.split(separator: ":")
        guard (1...2).contains(corners.count), let first = Cell(named: corners[0]),
            let last = Cell(named: corners[corners.count - 1]), first.row <= last.row, first.column <= last.column
        else { return nil }
        return CellRange(first, last)
    }

    private static func unreadable(at place: String) -> WorkbookError {
        WorkbookError(
            .unreadableArchive, at: place, chinese: "不是能读的Excel工作簿（.xlsx），或文件损坏、过大。",
            english: "This is not a readable Excel workbook (.xlsx), or it is damaged or too large.")
    }
}
