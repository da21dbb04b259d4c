import Surveys
import Workbooks

extension FormPainter {
    /// The sheet 问卷: a line a question, its answer cell, and what the check says of it.
    func paintQuestions(_ sheet: inout Sheet) throws {
        let rows = form.composer.rows
        let first = FormComposer.firstRow
        let last = first + max(rows.count, 1) - 1
        for (column, width) in columnWidths.enumerated() { try sheet.setWidth(width, ofColumn: column + 1) }
        try paintTop(&sheet, first: first, last: last)
        var section: String?
        for (index, row) in rows.enumerated() {
            try paint(row, at: first + index, isFirstOfSection: row.section != section, on: &sheet)
            section = row.section
        }
        for word in FormStatusWords(form.composer.phrases).urgent {
            try sheet.addTextHighlight(TextHighlight(word), to: checkColumn(first, last))
        }
        try sheet.write(
            form.composer.phrases.say("填写完毕，请保存后按通知交回。谢谢参与。", "Please save the file and hand it in. Thank you."),
            at: Cell(row: last + 1, column: 1), .note)
        try sheet.freeze(at: Cell(row: first, column: 1))
        try sheet.select(Cell(row: form.composer.places.first ?? first, column: FormComposer.answerColumn))
        var print = print(named: sheet.name)
        print.repeatedRows = 1...4
        sheet.print = print
        sheet.protect(allowing: [.rowHeights])
    }

    private var columnWidths: [Double] {
        let codes = form.composer.rows.map(\.code)
        return [TextMeasure.columnWidth(for: codes, size: 10, atLeast: 7, atMost: 14), 12, FormRow.textWidth, 22, 10]
    }

    private func checkColumn(_ first: Int, _ last: Int) -> CellRange {
        CellRange(Cell(row: first, column: 5), Cell(row: last, column: 5))
    }

    // MARK: Above the questions

    private func paintTop(_ sheet: inout Sheet, first: Int, last: Int) throws {
        let phrases = form.composer.phrases
        let words = FormStatusWords(phrases)
        try sheet.write(form.title, at: "A1", .title)
        try sheet.setHeight(28, ofRow: 1)
        try sheet.write(
            phrases.say("请按实际情况填写；黄色格为作答区。", "Please answer as things are; the yellow cells are yours."), at: "A2",
            .subtitle)
        let bar = CellStyle(font: .hei, size: 11, borders: .redRule)
        try sheet.fill("A3:E3", bar)
        try sheet.write(phrases.say("填写进度", "Progress"), at: "C3", bar.with(\.horizontal, .right))
        let check = checkColumn(first, last).name
        let done = "COUNTIF(\(check),\"\(words.done)\")"
        let all = [words.done, words.open, words.miscounted].map { "COUNTIF(\(check),\"\($0)\")" }
            .joined(separator: "+")
        let open = form.composer.rows.count { $0.status?.initially == words.open }
        try sheet.write(
            formula: "=\"\(phrases.say("已答", "Answered")) \"&\(done)&\" / \"&(\(all))&\"\(phrases.say(" 题", ""))\"",
            result: .text("\(phrases.say("已答", "Answered")) 0 / \(open)\(phrases.say(" 题", ""))"), at: "D3",
            bar.with(\.horizontal, .center).with(\.color, .blue).with(\.fill, .panel))
        try sheet.setHeight(22, ofRow: 3)
        let heads =
            phrases.language == .chinese
            ? ["题号", "部分", "题目", "作答", "检查"] : ["No.", "Part", "Question", "Answer", "Check"]
        for (column, head) in heads.enumerated() { try sheet.write(head, at: Cell(row: 4, column: column + 1), .head) }
        try sheet.setHeight(24, ofRow: 4)
    }

    // MARK: One line

    private func paint(
        _ row: FormRow, at number: Int, isFirstOfSection: Bool, on sheet: inout Sheet
    ) throws {
        let small = CellStyle.centered.with(\.size, 10)
        let part = CellStyle(font: .hei, size: 10, horizontal: .center, wraps: true, borders: .box)
        let text: CellStyle =
            row.isStem || row.code.isEmpty && row.input == nil
            ? CellStyle(font: .hei, wraps: true, borders: .box) : .wrapped.with(\.indent, row.isOption ? 1 : 0)
        try sheet.write(row.code, at: Cell(row: number, column: 1), small.with(\.color, .grey))
        let title = row.section.isEmpty ? "" : isFirstOfSection ? row.section : "〃"
        try sheet.write(title, at: Cell(row: number, column: 2), part)
        try sheet.write(row.text, at: Cell(row: number, column: 3), text)
        let answer = Cell(row: number, column: FormComposer.answerColumn)
        if let input = row.input {
            try sheet.writeBlank(at: answer, style(of: input.kind))
            try addRule(input, to: CellRange(answer, answer), on: &sheet)
        } else {
            try sheet.writeBlank(at: answer, .cell)
        }
        let check = Cell(row: number, column: 5)
        if let status = row.status {
            try sheet.write(formula: status.formula, result: .text(status.initially), at: check, small)
        } else {
            try sheet.writeBlank(at: check, small)
        }
        try sheet.setHeight(row.height, ofRow: number)
    }

    private func style(of kind: FormInput.Kind) -> CellStyle {
        let style = CellStyle.input.with(\.font, .song).with(\.size, 11).with(\.horizontal, .center)
        return switch kind {
        // A unit called 001 would become the number 1 even when it is chosen from the list.
        case .list(_, isLoose: false): style.with(\.numberFormat, "@")
        case .list, .integers, .numbers: style
        // As text, so that what begins with a sign of equality or a zero stays what was typed.
        case .text: style.with(\.numberFormat, "@").with(\.horizontal, .left)
        case .longText: style.with(\.numberFormat, "@").with(\.horizontal, .left).with(\.vertical, .top)
        case .day: style.with(\.numberFormat, "yyyy-mm-dd")
        case .month: style.with(\.numberFormat, "yyyy-mm")
        }
    }

    private func addRule(_ input: FormInput, to cell: CellRange, on sheet: inout Sheet) throws {
        let phrases = form.composer.phrases
        func message(_ chinese: String, _ english: String, _ firmness: InputMessage.Firmness = .stop) -> InputMessage {
            InputMessage(
                title: phrases.say("填写有误", "Not an answer"), text: phrases.say(chinese, english), firmness: firmness,
                hint: input.hint)
        }
        let range = phrases.say("请看格子旁的提示：", "See beside the cell: ") + input.hint
        switch input.kind {
        case .list(let list, let isLoose):
            let message =
                isLoose
                ? message(
                    "请从列表中选；只输入序号也可以。要保留现在的内容吗？",
                    "Choose from the list; its number alone will do. Keep what you typed?",
                    .warning)
                : message("请从下拉列表中选。", "Choose from the list.")
            try sheet.addInputRule(.listNamed(form.composer.lists.lists[list].name), to: cell, message: message)
        case .integers(let numbers):
            try sheet.addInputRule(.wholeNumbers(numbers), to: cell, message: message(range, range))
        case .numbers(let numbers): try sheet.addInputRule(.numbers(numbers), to: cell, message: message(range, range))
        case .text(let limit), .longText(let limit):
            guard let limit, limit > 0, limit < 32_767 else { return }
            try sheet.addInputRule(
                .textUpTo(limit), to: cell,
                message: message("请控制在 \(limit) 字以内。", "At most \(limit) characters, please."))
        case .day(let days), .month(let days):
            guard let days else { return }
            try sheet.addInputRule(.days(days), to: cell, message: message(range, range, .warning))
        }
    }
}
