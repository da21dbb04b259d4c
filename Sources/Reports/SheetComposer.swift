import Surveys
import Workbooks

/// Lays out a sheet by the house rules: title in row 1, subtitle in row 2, a red rule in row 3, the header in row 4.
struct SheetComposer {
    var sheet: ReportSheet
    /// The next free row.
    var row = 1

    init(_ name: String, tab: Color, purpose: String, readers: String) {
        sheet = ReportSheet(name, tab: tab, purpose: purpose, readers: readers)
    }

    /// One cell of a row, before it has a place.
    struct Entry {
        var content: ReportSheet.Content
        var style: CellStyle

        static func text(_ text: String, _ style: CellStyle = .cell) -> Entry {
            Entry(content: .text(text), style: style)
        }

        static func count(_ number: Int) -> Entry { Entry(content: .number(Double(number)), style: .count) }

        /// A number, or a code in square brackets that says why there is none.
        static func number(_ number: Double?, _ style: CellStyle, or code: Absence = .undefined) -> Entry {
            number.map { Entry(content: .number($0), style: style) } ?? .absent(code)
        }

        /// A mean or a share that may stand for nearly everybody's answer.
        static func shown(_ number: ShownNumber, _ style: CellStyle, _ decimals: Int) -> Entry {
            switch number {
            case .exact(let number): Entry(content: .number(number), style: style)
            case .atLeast, .atMost: Entry(content: .text(number.text(decimals)), style: style)
            case .absent(let code): .absent(code)
            }
        }

        static func formula(_ formula: String, _ result: Double, _ style: CellStyle) -> Entry {
            Entry(content: .formula(formula, result), style: style)
        }

        static func absent(_ code: Absence) -> Entry { Entry(content: .code(code.wording), style: .absent) }

        static func link(to sheet: String) -> Entry {
            Entry(content: .link(to: sheet), style: CellStyle.link.with(\.borders, .box).with(\.wraps, true))
        }
    }

    /// Why a cell holds no number.
    enum Absence: CaseIterable {
        case hidden
        /// Beside a bound: it would tell what the bound keeps.
        case bounded
        case missing, notApplicable, undefined, broken

        var wording: Wording {
            switch self {
            case .hidden: Wording("[隐]", "[c]")
            case .bounded: Wording("[界]", "[bound]")
            case .missing: Wording("[缺]", "[x]")
            case .notApplicable: Wording("[不适用]", "[z]")
            case .undefined: Wording("[无]", "[u]")
            case .broken: Wording("[断]", "[b]")
            }
        }
    }

    // MARK: Rows

    /// Title, subtitle and rule.
    mutating func heading(_ title: String, _ subtitle: String, columns: Int) {
        put(.text(title), at: Cell(row: 1, column: 1), .title)
        put(.text(subtitle), at: Cell(row: 2, column: 1), .subtitle)
        for column in 1...columns { put(.blank, at: Cell(row: 3, column: column), .rule) }
        sheet.heights[1] = 28
        sheet.heights[2] = 20
        sheet.heights[3] = 6
        row = 4
    }

    /// A header row, at least so high; returns its number.
    @discardableResult
    mutating func header(_ titles: [String], height: Double = 18) -> Int {
        entries(titles.map { .text($0, .head) }, height: height)
    }

    /// A row of entries, at least so high, and high enough for what wraps; returns its number.
    @discardableResult
    mutating func entries(_ entries: [Entry], height: Double = 18) -> Int {
        defer { row += 1 }
        var needed = height
        for (index, entry) in entries.enumerated() {
            put(entry.content, at: Cell(row: row, column: index + 1), entry.style)
            if entry.style.wraps, let text = entry.content.words {
                needed = max(needed, self.height(of: text, over: index + 1...index + 1, size: entry.style.size) + 2)
            }
        }
        sheet.heights[row] = min(needed, Self.tallestRow)
        return row
    }

    /// What a text needs that wraps over these columns.
    func height(of text: String, over columns: ClosedRange<Int>, size: Double = 10.5) -> Double {
        let width = columns.reduce(0.0) { $0 + (sheet.widths[$1] ?? 8.43) }
        return TextMeasure.rowHeight(lines: TextMeasure.lines(of: text, columnWidth: width, size: size), size: size)
    }

    /// How wide the columns are on the screen: seven pixels a unit, and five between two columns.
    func pixels(of columns: ClosedRange<Int>) -> Int {
        columns.reduce(0) { $0 + Int((sheet.widths[$1] ?? 8.43) * 7) + 5 }
    }

    /// Excel's limit is 409 points.
    static let tallestRow = 400.0

    /// A grey line below a table, over its whole width.
    mutating func note(_ text: String, columns: Int) {
        let style = CellStyle.note.with(\.wraps, true).with(\.vertical, .top)
        if columns > 1 {
            sheet.merges.append(
                ReportSheet.Merge(
                    range: CellRange(Cell(row: row, column: 1), Cell(row: row, column: columns)), text: text,
                    style: style))
        } else {
            put(.text(text), at: Cell(row: row, column: 1), style)
        }
        sheet.heights[row] = min(height(of: text, over: 1...columns, size: 9) + 2, Self.tallestRow)
        row += 1
    }

    mutating func skip(_ rows: Int = 1) { row += rows }

    // MARK: Parts

    mutating func put(_ content: ReportSheet.Content, at cell: Cell, _ style: CellStyle) {
        sheet.cells.append(ReportSheet.PlacedContent(cell: cell, content: content, style: style))
    }

    mutating func merge(_ range: CellRange, _ text: String, _ style: CellStyle) {
        sheet.merges.append(ReportSheet.Merge(range: range, text: text, style: style))
    }

    mutating func widths(_ widths: [Double]) {
        for (index, width) in widths.enumerated() { sheet.widths[index + 1] = width }
    }

    mutating func chart(
        _ figure: ReportSheet.Figure, at cell: Cell, width: Int, height: Int, altText: String
    ) {
        sheet.charts.append(
            ReportSheet.PlacedFigure(figure: figure, cell: cell, width: width, height: height, altText: altText))
    }

    /// The finished sheet: printed on A4, one page wide, with the lines that every page of the book carries.
    func finished(
        _ context: ReportContext, _ orientation: PrintSetup.Orientation, pagesHigh: Int = 1,
        repeatedRows: ClosedRange<Int>? = nil, breaksAfterRows: [Int] = []
    ) -> ReportSheet {
        finished(
            context.identity, orientation, in: context.language, pagesHigh: pagesHigh, repeatedRows: repeatedRows,
            breaksAfterRows: breaksAfterRows)
    }

    func finished(
        _ identity: ReportIdentity, _ orientation: PrintSetup.Orientation, in language: ReaderLanguage = .chinese,
        pagesHigh: Int = 1,
        repeatedRows: ClosedRange<Int>? = nil, breaksAfterRows: [Int] = []
    ) -> ReportSheet {
        var sheet = sheet
        for (index, placed) in sheet.cells.enumerated() {
            if case .code(let wording) = placed.content {
                sheet.cells[index].content = .text(wording.text(in: language))
            }
        }
        if language == .english { sheet.straightenQuotes() }
        let organisation = identity.organisation.shortened(to: 80)
        let number = identity.number.shortened(to: 60)
        sheet.print = PrintSetup(
            orientation: orientation, pagesHigh: pagesHigh,
            header: HeaderFooter(
                left: [.text(Wording("\(organisation)　内部资料", "\(organisation) – internal").text(in: language))],
                right: [.sheetName]),
            footer: .numbered(
                left: Wording("报告编号 \(number)", "Report \(number)").text(in: language),
                right: identity.program.shortened(to: 40)),
            repeatedRows: repeatedRows, breaksAfterRows: breaksAfterRows)
        return sheet
    }
}

extension ReportSheet {
    /// Chinese fonts, which every sheet is set in, draw curly quotes as wide as a letter of their own: in English they
    /// would tear a gap into the line.
    fileprivate mutating func straightenQuotes() {
        func straight(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.map { "“”".unicodeScalars.contains($0) ? "\"" : $0 }))
        }
        for index in cells.indices {
            if case .text(let text) = cells[index].content { cells[index].content = .text(straight(text)) }
        }
        for index in merges.indices { merges[index].text = straight(merges[index].text) }
        for index in comments.indices { comments[index].text = straight(comments[index].text) }
        for index in charts.indices { charts[index].altText = straight(charts[index].altText) }
    }
}
