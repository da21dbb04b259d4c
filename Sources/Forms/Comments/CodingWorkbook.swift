package import Surveys
import Workbooks

/// 编码表: every answer to the open questions, shuffled, beside cells in which a coder names themes.
///
/// It holds the words of single people. It is for the coder alone and never leaves with a report.
package struct CodingWorkbook: Sendable {
    private let answers: OpenAnswers
    private let language: ReaderLanguage
    /// The fewest responses of a theme that is shown.
    private let k: Int

    package init(_ answers: OpenAnswers, language: ReaderLanguage, k: Int) {
        self.answers = answers
        self.language = language
        self.k = k
    }

    /// Writes the workbook, readable by its owner alone.
    package func write(to path: String, madeOn day: Day) throws(FormError) {
        do {
            let made = try WorkbookDay(year: day.year, month: day.month, day: day.day)
            let properties = WorkbookProperties(
                title: title, author: "zicha", created: try WorkbookMoment(made),
                category: say("只供编码人员", "For the coder only"))
            var book = try Workbook(at: path, properties: properties, isPrivate: true)
            try book.addSheet(name(CodingSheets.guide), tab: .red) { try paintGuide(&$0) }
            try book.addSheet(name(CodingSheets.comments), tab: .orange) { try paintComments(&$0) }
            try book.addSheet(name(CodingSheets.themes), tab: .orange) { try paintThemes(&$0) }
            try book.addSheet(CodingSheets.lists, isHidden: true) { try paintLists(&$0) }
            try book.addSheet(CodingKey.sheet, isHidden: true) { try paintIdentity(&$0) }
            _ = try book.close()
        } catch let error as WorkbookError {
            throw FormError(error.message(in: .chinese), error.message(in: .english))
        } catch {
            throw FormError("\(path)：没有写成：\(error)", "\(path): not written: \(error)")
        }
    }

    private var title: String {
        say("\(answers.identity.year)年开放意见编码表", "Coding of open answers, \(answers.identity.year)")
    }
    private var areas: [String] {
        CodingSheets.areas(of: answers.survey).map { $0.text(in: language.rawValue) } + [name(CodingSheets.otherArea)]
    }

    private func name(_ wording: Wording) -> String { wording.text(in: language) }
    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }

    // MARK: 填写说明

    private func paintGuide(_ sheet: inout Sheet) throws {
        try sheet.setWidth(8, ofColumn: 1)
        try sheet.setWidth(84, ofColumn: 2)
        try paintTop(
            of: &sheet, title,
            say(
                "只供编码人员使用；含填答人原话，不外发，不随报告附送", "For the coder only: it holds people's own words and goes with no report"),
            columns: 2)
        try sheet.write(say("步骤", "Step"), at: "A4", .head)
        try sheet.write(say("内容", "What to do"), at: "B4", .head)
        let prose = CellStyle.prose.with(\.borders, .box).with(\.vertical, .center)
        for (index, text) in steps.enumerated() {
            let row = CodingSheets.firstRow + index
            try sheet.write(index + 1, at: Cell(row: row, column: 1), .count)
            try sheet.write(text, at: Cell(row: row, column: 2), prose)
            let lines = TextMeasure.lines(of: text, columnWidth: 84, size: 12)
            try sheet.setHeight(max(36, TextMeasure.rowHeight(lines: lines, size: 12) + 6), ofRow: row)
        }
        var row = CodingSheets.firstRow + steps.count + 1
        for question in answers.questions {
            let text = "\(question.code)　\(question.text.text(in: language.rawValue))"
            try sheet.write(text, at: Cell(row: row, column: 2), .prose)
            let lines = TextMeasure.lines(of: text, columnWidth: 84, size: 12)
            try sheet.setHeight(max(18, TextMeasure.rowHeight(lines: lines, size: 12)), ofRow: row)
            row += 1
        }
        sheet.print = print
        sheet.protect()
    }

    private var steps: [String] {
        let (comments, themes) = (name(CodingSheets.comments), name(CodingSheets.themes))
        return [
            say(
                "先通读“\(comments)”，再在“\(themes)”里列出主题，每行一个：主题是几个字的名称，领域从下拉中选。最多 \(CodingSheets.themeRows) 个。",
                "Read all of \(comments) first. Then list themes on \(themes), one a line: a name of a few words, and an area from the list. At most \(CodingSheets.themeRows)."
            ),
            say(
                "回到“\(comments)”，每条意见从下拉中选一至三个主题；没有实际内容的（“无”“没有”）留空。一个人答了几题，份号相同，同一主题只算一份。",
                "Back on \(comments), choose up to three themes for each comment; leave empty what says nothing. Answers of one person share a response number, and a theme counts once for it."
            ),
            say(
                "最后写“概述”：用自己的话概括这一主题说了什么，不抄原话，不写能认出人的细节（姓名、职务、处室、某一件事）。连续 12 个字与某条意见相同，或整条抄了 6 个字以上的短意见，就不收。",
                "Last, write the summary: in your own words what was said on the theme. Copy nobody's words and leave out what points to a person (names, posts, units, a single event). A run of 24 letters (12 Chinese characters) out of a comment, or all of a short one of 12 letters (6 characters) or more, is refused."
            ),
            say(
                "报告只公布：不少于 \(k) 份提及的主题的名称、份数、领域和概述；不足 \(k) 份的合并为“其他主题”，合起来仍不足的不显示。写意见的不足 \(2 * k) 份时，全部不显示。",
                "The report tells of themes with at least \(k) responses: name, number of responses, area, summary. Smaller ones become Other themes together, and are not shown where even these are fewer. With fewer than \(2 * k) responses that hold a comment, nothing is shown."
            ),
            say(
                "保存为 .xlsx，用 zicha report … --comments 文件 读回。浅黄色格以外的格子不要改，也不要删行。",
                "Save as .xlsx and give it to zicha report with --comments FILE. Change no cell but the pale yellow ones, and delete no row."
            ),
            say(
                "报告定稿后，把这份编码表销毁或与答卷一起保管。次序是打乱的，序号、份号与人、处室、交卷先后都没有关系。",
                "Once the report is final, destroy this workbook or keep it with the responses. The order is shuffled: numbers tell of no person, unit or time."
            ),
        ]
    }

    // MARK: 意见

    private func paintComments(_ sheet: inout Sheet) throws {
        let heads = CodingSheets.commentHeads
        for (index, width) in [7.0, 7, 9, 64, 17, 17, 17].enumerated() {
            try sheet.setWidth(width, ofColumn: index + 1)
        }
        try paintTop(
            of: &sheet, name(CodingSheets.comments),
            say("只供编码人员；每条意见选一至三个主题", "For the coder only; up to three themes for each comment"), columns: heads.count)
        try paint(heads, on: &sheet)
        // As text, so that what looks like a number or begins with a sign of equality stays what it is.
        let asText = CellStyle.wrapped.with(\.numberFormat, "@")
        let input = CellStyle.input.with(\.numberFormat, "@")
        for (index, entry) in answers.entries.enumerated() {
            let row = CodingSheets.firstRow + index
            try sheet.write(index + 1, at: Cell(row: row, column: 1), .count)
            try sheet.write(entry.response, at: Cell(row: row, column: 2), .count)
            try sheet.write(entry.code, at: Cell(row: row, column: 3), .centered)
            try sheet.write(Self.fitting(entry.text), at: Cell(row: row, column: 4), asText)
            for column in 5...heads.count { try sheet.writeBlank(at: Cell(row: row, column: column), input) }
            let lines = TextMeasure.lines(of: entry.text, columnWidth: 64, size: 10.5)
            try sheet.setHeight(min(400, max(20, TextMeasure.rowHeight(lines: lines, size: 10.5) + 4)), ofRow: row)
        }
        let inputs = CellRange(
            at: Cell(row: CodingSheets.firstRow, column: 5), rows: answers.entries.count,
            columns: CodingSheets.themesOfComment)
        try sheet.addInputRule(
            .list(SheetRange(sheet: name(CodingSheets.themes), range: CodingSheets.themeNames)), to: inputs,
            message: InputMessage(
                title: say("主题", "Theme"),
                text: say(
                    "请先在“主题”表中列出主题，再从下拉中选。", "List the theme on the sheet Themes first, then choose it here.")))
        try sheet.freeze(at: Cell(row: CodingSheets.firstRow, column: 5))
        var print = print
        print.repeatedRows = 1...CodingSheets.headRow
        print.pagesHigh = 0
        sheet.print = print
        sheet.protect(allowing: [.rowHeights, .columnWidths])
    }

    /// A cell holds no more, and nobody codes more of one answer.
    private static func fitting(_ text: String) -> String { String(text.prefix(OpenAnswers.longestShown)) }

    // MARK: 主题

    private func paintThemes(_ sheet: inout Sheet) throws {
        let heads = CodingSheets.themeHeads
        for (index, width) in [26.0, 18, 84].enumerated() { try sheet.setWidth(width, ofColumn: index + 1) }
        try paintTop(
            of: &sheet, name(CodingSheets.themes),
            say("概述用自己的话写，不抄原话；不填的行留空", "Summaries in your own words; leave unused lines empty"),
            columns: heads.count)
        try paint(heads, on: &sheet)
        let rows = CodingSheets.firstRow..<(CodingSheets.firstRow + CodingSheets.themeRows)
        for row in rows {
            for column in 1...heads.count {
                // As text, so that what begins with a sign of equality stays what was typed.
                try sheet.writeBlank(at: Cell(row: row, column: column), CellStyle.input.with(\.numberFormat, "@"))
            }
            try sheet.setHeight(32, ofRow: row)
        }
        func cells(_ column: Int) -> CellRange {
            CellRange(at: Cell(row: CodingSheets.firstRow, column: column), rows: CodingSheets.themeRows, columns: 1)
        }
        func limit(_ length: Int, _ column: Int) throws {
            try sheet.addInputRule(
                .textUpTo(length), to: cells(column),
                message: InputMessage(
                    title: name(heads[column - 1]),
                    text: say("请控制在 \(length) 字以内。", "At most \(length) characters, please.")))
        }
        try limit(CodingSheets.longestName, 1)
        try sheet.addInputRule(
            .list(
                SheetRange(
                    sheet: CodingSheets.lists, range: CellRange(at: "A1", rows: areas.count, columns: 1))),
            to: cells(2),
            message: InputMessage(
                title: name(heads[1]), text: say("请从下拉列表中选。", "Choose from the list.")))
        try limit(CodingSheets.longestSummary, 3)
        try sheet.freeze(at: Cell(row: CodingSheets.firstRow, column: 2))
        var print = print
        print.repeatedRows = 1...CodingSheets.headRow
        print.pagesHigh = 0
        sheet.print = print
        sheet.protect(allowing: [.rowHeights, .columnWidths])
    }

    // MARK: 选项 and 元数据

    private func paintLists(_ sheet: inout Sheet) throws {
        for (index, area) in areas.enumerated() { try sheet.write(area, at: Cell(row: index + 1, column: 1), .cell) }
        try sheet.setWidth(24, ofColumn: 1)
        sheet.protect()
    }

    private func paintIdentity(_ sheet: inout Sheet) throws {
        let identity = answers.identity
        let values: [CodingKey: String] = [
            .format: CodingKey.formatName, .version: String(CodingKey.currentVersion), .year: String(identity.year),
            .survey: identity.surveyHash, .responses: identity.responsesHash, .seed: String(identity.seed),
            .questions: answers.questions.map(\.code).joined(separator: ","), .count: String(answers.entries.count),
        ]
        for (index, key) in CodingKey.allCases.enumerated() {
            try sheet.write(key.rawValue, at: Cell(row: index + 1, column: 1), .cell)
            try sheet.write(values[key] ?? "", at: Cell(row: index + 1, column: 2), .cell)
        }
        try sheet.setWidth(24, ofColumns: 1...2)
        sheet.protect()
    }

    // MARK: Shared

    private func paintTop(of sheet: inout Sheet, _ title: String, _ subtitle: String, columns: Int) throws {
        try sheet.write(title, at: "A1", .title)
        try sheet.setHeight(28, ofRow: 1)
        try sheet.write(subtitle, at: "A2", .subtitle)
        try sheet.setHeight(20, ofRow: 2)
        try sheet.fill(CellRange("A3", Cell(row: 3, column: columns)), .rule)
        try sheet.setHeight(6, ofRow: 3)
    }

    private func paint(_ heads: [Wording], on sheet: inout Sheet) throws {
        for (index, head) in heads.enumerated() {
            try sheet.write(name(head), at: Cell(row: CodingSheets.headRow, column: index + 1), .head)
        }
        try sheet.setHeight(24, ofRow: CodingSheets.headRow)
    }

    private var print: PrintSetup {
        PrintSetup(
            orientation: .landscape,
            header: HeaderFooter(
                left: [.text(say("只供编码人员，不外发", "For the coder only"))], right: [.sheetName]),
            footer: .numbered(left: title, right: "zicha"))
    }
}
