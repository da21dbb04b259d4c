import Surveys
import Workbooks

/// Puts a composed form into a workbook; it decides looks and nothing else.
struct FormPainter {
    let form: WorkbookForm
    let identity: FormIdentity
    let made: WorkbookDay

    private var phrases: PreviewPhrases { form.composer.phrases }
    private var lastRow: Int { FormComposer.firstRow + max(form.composer.rows.count, 1) - 1 }
    private var guideName: String { phrases.say("填写说明", "Instructions") }
    private var sheetName: String { phrases.say("问卷", "Questionnaire") }
    private static let listSheet = "选项"

    func paint(_ book: inout Workbook) throws {
        try book.addSheet(guideName, tab: .red) { try paintGuide(&$0) }
        try book.addSheet(sheetName, tab: .blue) { try paintQuestions(&$0) }
        try book.addSheet(Self.listSheet, isHidden: true) { try paintLists(&$0) }
        try book.addSheet(FormKey.sheet, isHidden: true) { try paintIdentity(&$0) }
        for (field, row) in zip(form.fields, form.composer.places) {
            let cell = Cell(row: row, column: FormComposer.answerColumn)
            try book.defineName(field.name, as: SheetRange(sheet: sheetName, range: CellRange(cell, cell)))
        }
        for (index, list) in form.composer.lists.lists.enumerated() {
            let block = CellRange(at: Cell(row: 2, column: index + 1), rows: list.entries.count, columns: 1)
            try book.defineName(list.name, as: SheetRange(sheet: Self.listSheet, range: block))
        }
    }

    // MARK: 填写说明

    private func paintGuide(_ sheet: inout Sheet) throws {
        try sheet.setWidth(8, ofColumn: 1)
        try sheet.setWidth(84, ofColumn: 2)
        try paintHeading(of: &sheet, guideName, subtitle: form.title, columns: 2)
        try sheet.write(phrases.say("步骤", "Step"), at: "A4", .head)
        try sheet.write(phrases.say("内容", "What to do"), at: "B4", .head)
        let prose = CellStyle.prose.with(\.borders, .box).with(\.vertical, .center)
        var row = 5
        for (index, text) in guide.enumerated() {
            try sheet.write(index + 1, at: Cell(row: row, column: 1), .count)
            try sheet.write(text, at: Cell(row: row, column: 2), prose)
            let lines = TextMeasure.lines(of: text, columnWidth: 84, size: 12)
            try sheet.setHeight(min(max(36, TextMeasure.rowHeight(lines: lines, size: 12) + 6), 409), ofRow: row)
            row += 1
        }
        row += 1
        let first = form.composer.places.first ?? FormComposer.firstRow
        try sheet.write(
            linkTo: sheetName, cell: Cell(row: first, column: FormComposer.answerColumn),
            text: phrases.say("→ 开始填写", "→ Begin"), at: Cell(row: row, column: 2),
            CellStyle.link.with(\.size, 12))
        row += 2
        for text in form.introduction {
            try sheet.write(text, at: Cell(row: row, column: 2), CellStyle.prose)
            row += 1
        }
        sheet.print = print(named: guideName)
        sheet.protect()
    }

    /// Seven steps, as few as a first-time reader needs.
    private var guide: [String] {
        let words = FormStatusWords(phrases)
        let questions = form.survey.questions.numbers.compactMap { $0 }.count
        var steps = [
            phrases.say(
                "在“\(sheetName)”表的黄色格中作答：点一下格子，再点右侧的下拉箭头选择。其他格已经锁定，不用改。",
                "Answer in the yellow cells of the sheet \(sheetName): click a cell, then choose with the arrow beside it. The other cells are locked."
            ),
            phrases.say(
                "共 \(questions) 题。“检查”一列写着“\(words.open)”的还没有答，“\(words.exempt)”的按前面的回答不用答；填写进度在问卷上方。",
                "\(questions) questions. In the column Check, \(words.open) is still to be answered and \(words.exempt) need not be; progress stands above."
            ),
        ]
        steps.append(
            form.survey.isAnonymous
                ? phrases.say(
                    "本问卷不记名。请不要填写姓名、身份证号、电话。交回之前可以在“文件—信息—检查文档”里删除作者信息；导入时也不读这些信息。",
                    "The survey is anonymous: write no names and no numbers of papers or telephones. Author data can be removed under File – Info – Inspect Document; they are not read when the form is handed in."
                )
                : phrases.say(
                    "请不要填写身份证号、电话等与题目无关的个人信息。",
                    "Write no personal data that the questions do not ask for."))
        steps.append(
            phrases.say(
                "填好后保存，文件名不变，仍是 .xlsx，按通知的方式交回。",
                "Save under the same name, as .xlsx, and hand the file in as you were told."))
        steps.append(
            phrases.say(
                "也可以打印出来手填：照题目下面列出的选项写序号，由工作人员录入。",
                "It can also be printed and filled in by hand: write the numbers listed below each question."))
        steps.append(
            phrases.say(
                "没有下拉列表时（有的手机软件），直接输入选项前的序号就行，例如 4；打钩的格写“是”。",
                "Where no list drops down (some telephones), type the number before the option, such as 4, or Yes."))
        let until =
            form.survey.fieldwork.map { phrases.say("填写时间：\(phrases.span($0))。", "Open \(phrases.span($0)). ") } ?? ""
        steps.append(
            until
                + (identity.code == nil
                    ? phrases.say("每人只交一份。", "One form a person.")
                    : phrases.say("这份表只能交一次；不要把它转给别人。", "This form is taken once; do not pass it on.")))
        return steps
    }

    // MARK: 选项 and 元数据

    private func paintLists(_ sheet: inout Sheet) throws {
        for (index, list) in form.composer.lists.lists.enumerated() {
            try sheet.write(list.title, at: Cell(row: 1, column: index + 1), .head)
            for (number, entry) in list.entries.enumerated() {
                try sheet.write(entry, at: Cell(row: number + 2, column: index + 1), .cell)
            }
            try sheet.setWidth(TextMeasure.columnWidth(for: list.entries + [list.title]), ofColumn: index + 1)
        }
        sheet.protect()
    }

    private func paintIdentity(_ sheet: inout Sheet) throws {
        let values: [FormKey: String] = [
            .format: FormKey.formatName, .version: String(FormKey.currentVersion), .survey: form.title,
            .year: String(form.year),
            .hash: identity.surveyHash, .serial: String(identity.serial), .code: identity.code ?? "",
            .count: String(form.variables.count), .made: made.text,
        ]
        try sheet.write("键", at: "A1", .head)
        try sheet.write("值", at: "B1", .head)
        for (index, key) in FormKey.allCases.enumerated() {
            try sheet.write(key.rawValue, at: Cell(row: index + 2, column: 1), .cell)
            try sheet.write(values[key] ?? "", at: Cell(row: index + 2, column: 2), .cell)
        }
        let top = FormKey.allCases.count + 3
        for (column, head) in ["题号", "单元格", "名称"].enumerated() {
            try sheet.write(head, at: Cell(row: top, column: column + 1), .head)
        }
        for (index, (field, row)) in zip(form.fields, form.composer.places).enumerated() {
            let place = Cell(row: row, column: FormComposer.answerColumn).name
            for (column, text) in [form.variables[field.variable].name, place, field.name].enumerated() {
                try sheet.write(text, at: Cell(row: top + 1 + index, column: column + 1), .cell)
            }
        }
        try sheet.setWidth(24, ofColumns: 1...3)
        sheet.protect()
    }

    // MARK: Shared

    func paintHeading(of sheet: inout Sheet, _ title: String, subtitle: String, columns: Int) throws {
        try sheet.write(title, at: "A1", .title)
        try sheet.setHeight(28, ofRow: 1)
        try sheet.write(subtitle, at: "A2", .subtitle)
        try sheet.fill(CellRange("A3", Cell(row: 3, column: columns)), .rule)
        try sheet.setHeight(6, ofRow: 3)
    }

    func print(named name: String) -> PrintSetup {
        PrintSetup(
            header: HeaderFooter(left: [.text(String(form.title.prefix(40)))], right: [.sheetName]),
            footer: .numbered(left: identity.formID, right: "zicha"))
    }
}
