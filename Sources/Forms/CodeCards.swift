package import Surveys
import Workbooks

/// Access codes to be printed, cut out and handed round: two cards side by side, each unit on pages of its own.
package struct CodeCards: Sendable, Equatable {
    package var title: String
    /// The codes of each unit, in the order of the roster; nil for codes that anybody may get.
    package var groups: [(unit: String?, codes: [AccessCode])]
    package var fieldwork: ClosedRange<Day>?
    package var language: ReaderLanguage

    package init(
        survey: Survey, groups: [(unit: String?, codes: [AccessCode])], language: ReaderLanguage
    ) {
        title = survey.title.text(in: language == .english ? "en" : nil)
        self.groups = groups
        fieldwork = survey.fieldwork
        self.language = language
    }

    package static func == (left: CodeCards, right: CodeCards) -> Bool {
        left.title == right.title && left.fieldwork == right.fieldwork && left.language == right.language
            && left.groups.elementsEqual(right.groups) { $0.unit == $1.unit && $0.codes == $1.codes }
    }

    /// 处室 and 口令, a line a code.
    package var table: CSVTable {
        let head = [say("处室", "unit"), say("口令", "code")]
        return CSVTable([head] + groups.flatMap { group in group.codes.map { [group.unit ?? "", $0.text] } })
    }

    /// Writes the workbook.
    package func write(to path: String, author: String, created: Day) throws {
        let day = try WorkbookDay(year: created.year, month: created.month, day: created.day)
        let properties = WorkbookProperties(
            title: say("口令", "Access codes"), author: author, created: try WorkbookMoment(day),
            category: say("内部资料", "internal"))
        var book = try Workbook(at: path, properties: properties, isPrivate: true)
        try book.addSheet(say("口令", "Access codes"), tab: .orange) { sheet in
            try sheet.setWidth(Self.cardWidth, ofColumn: 1)
            try sheet.setWidth(3, ofColumn: 2)
            try sheet.setWidth(Self.cardWidth, ofColumn: 3)
            try sheet.setHeight(28, ofRow: 1)
            try sheet.write(title, at: "A1", .title)
            try sheet.setHeight(6, ofRow: 2)
            try sheet.fill(CellRange("A2", "C2"), .rule)
            try sheet.setHeight(10, ofRow: 3)
            var row = 4
            var breaks: [Int] = []
            for group in groups {
                for start in stride(from: 0, to: group.codes.count, by: 2 * Self.rowsOnPage) {
                    let page = group.codes[start..<min(start + 2 * Self.rowsOnPage, group.codes.count)]
                    for (index, code) in page.enumerated() {
                        let card = row + index / 2 * Self.rowsOfCard
                        try draw(code, of: group.unit, at: card, column: index % 2 == 0 ? 1 : 3, on: &sheet)
                    }
                    row += (page.count + 1) / 2 * Self.rowsOfCard
                    breaks.append(row - 1)
                }
            }
            sheet.print = PrintSetup(
                footer: HeaderFooter(center: [.text("— "), .page, .text(" / "), .pageCount, .text(" —")]),
                repeatedRows: 1...3, breaksAfterRows: breaks.dropLast())
        }
        _ = try book.close()
    }

    private func draw(
        _ code: AccessCode, of unit: String?, at row: Int, column: Int, on sheet: inout Sheet
    ) throws(WorkbookError) {
        let line = CellStyle.Edge(.thin, .grey)
        func style(_ style: CellStyle, top: Bool = false, bottom: Bool = false) -> CellStyle {
            style.with(\.horizontal, .center).with(
                \.borders,
                CellStyle.Borders(top: top ? line : nil, bottom: bottom ? line : nil, left: line, right: line))
        }
        let lines = [
            (unit ?? say("（不分处室）", "(any unit)"), style(CellStyle(font: .hei, size: 11), top: true), 22.0),
            (code.text, style(CellStyle(font: .hei, size: 15, isBold: true)), 30.0),
            (note, style(CellStyle.note.with(\.wraps, true), bottom: true), 26.0),
        ]
        for (offset, (text, style, height)) in lines.enumerated() {
            try sheet.setHeight(height, ofRow: row + offset)
            try sheet.write(text, at: Cell(row: row + offset, column: column), style)
        }
        try sheet.setHeight(12, ofRow: row + lines.count)
    }

    private var note: String {
        let days = fieldwork.map {
            say("；\($0.lowerBound) 至 \($0.upperBound) 填写", "; answer from \($0.lowerBound) to \($0.upperBound)")
        }
        return say("一人一码，交卷后失效；不记名", "For one person and one response; no names are kept") + (days ?? "")
    }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }

    private static let cardWidth = 44.0
    private static let rowsOnPage = 9
    /// Unit, code, note, and the space to cut.
    private static let rowsOfCard = 4
}
