import Surveys

extension TerminalForm {
    /// A line of the screen. Its style only repeats what its marks say, so that a terminal without colour loses nothing.
    package struct Line: Sendable, Equatable {
        package var text: String
        package var style: Style

        package enum Style: Sendable, Equatable { case plain, strong, faint, cursor }

        init(_ text: String, _ style: Style = .plain) {
            self.text = text
            self.style = style
        }
    }

    /// Narrower or lower, a terminal is painted as if it had this much.
    package static let leastSize = (width: 20, height: 6)

    /// The screen: exactly `height` lines, none wider than `width`.
    package func render(width: Int, height: Int) -> [Line] {
        let width = max(width, Self.leastSize.width)
        let height = max(height, Self.leastSize.height)
        let painter = TerminalPainter(form: self, width: width)
        let head = painter.head
        let foot = painter.foot
        let room = height - head.count - foot.count
        let page = painter.page
        let body = page.lines
        let start = start(of: body.count, room: room, cursor: page.cursor)
        var shown = Array(body[start..<min(body.count, start + room)])
        shown += Array(repeating: Line(""), count: room - shown.count)
        if start > 0 { shown[0] = Line("  ↑ …", .faint) }
        // The heads of a grid stay above its rows.
        if let heads = page.heads, heads < start { shown[0] = body[heads] }
        if start + room < body.count { shown[room - 1] = Line("  ↓ …", .faint) }
        return (head + shown + foot).map { line in
            Line(DisplayWidth.clipped(Self.printable(line.text), to: width), line.style)
        }
    }

    /// The first line of the page: as far down as shows the lines of the cursor, or where it was scrolled to.
    ///
    /// The first and the last line of a page that goes on are taken by its arrows.
    private func start(of count: Int, room: Int, cursor: Range<Int>?) -> Int {
        let last = max(0, count - room)
        if let scroll { return min(scroll, last) }
        guard let cursor, last > 0, cursor.upperBound >= room else { return 0 }
        // The end of a statement holds its steps, and goes before its beginning.
        let middle = cursor.lowerBound - max(1, (room - cursor.count) / 2)
        return min(last, max(middle, cursor.upperBound + 1 - room, 0))
    }

    /// What a survey or a clipboard brings along must not move the cursor or change colours.
    static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    // A no-break space has done its work once the lines are broken.
                    TerminalText.isActive(scalar) || scalar == "\u{A0}" ? " " : scalar
                }))
    }
}

/// Lays out the screen of one state.
struct TerminalPainter {
    let form: TerminalForm
    let width: Int
    private var interview: Interview { form.interview }
    private var phrases: FormPhrases { FormPhrases(language: interview.speech) }
    private var lines: TextLines { TextLines(width: width) }

    // MARK: Head and foot

    var head: [TerminalForm.Line] {
        let survey = interview.survey
        let section = interview.current.map { interview.text(survey.sections[interview.pages[$0]].title) } ?? ""
        let title = [interview.text(survey.title), section].filter { !$0.isEmpty }.joined(separator: " · ")
        let (answered, asked) = interview.progress
        let count = " \(answered)/\(asked)"
        let language = survey.languages.count > 1 ? " [\(interview.language)]" : ""
        let room = max(4, min(40, width - 2 - count.count - language.count))
        let filled = asked == 0 ? room : room * answered / asked
        let bar = "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled) + "]"
        return [.init(title, .strong), .init(bar + count + language, .faint)]
    }

    var foot: [TerminalForm.Line] {
        let isOver = form.outcome == .submitted
        let keys =
            isOver || form.isHelpShown
            ? phrases.anyKey
            : step
                + phrases.keys(
                    isTyping: form.isTyping, isReview: interview.current == nil, width: width - DisplayWidth.of(step))
        guard let message = form.message else { return [.init(keys, .faint)] }
        let said = lines.wrapped(message.text(in: interview.speech), first: "! ").prefix(2)
        return said.map { .init($0, .strong) } + [.init(keys, .faint)]
    }

    /// What the step under the cursor means: its head may be a number, or stand far above.
    private var step: String {
        guard case .row(let variable)? = form.stop, let column = form.column else { return "" }
        let step = form.steps(of: variable)[column]
        return step.code == step.label ? "" : "[\(step.code) \(step.label)]  "
    }

    // MARK: Body

    var page: Page {
        var page = Page()
        if form.outcome == .submitted {
            page.add([phrases.thanks], .strong)
            if let receipt = form.receipt { page.add(lines.wrapped(receipt, first: phrases.receipt)) }
        } else if form.isHelpShown {
            paintHelp(&page)
        } else if let question = interview.current {
            paint(question, &page)
        } else {
            paintReview(&page)
        }
        return page
    }

    /// What stands between head and foot, as long as it is.
    struct Page {
        var lines: [TerminalForm.Line] = []
        /// The lines that the cursor is on.
        var cursor: Range<Int>?
        /// The line with the heads of the grid that the cursor is in.
        var heads: Int?

        mutating func add(_ texts: [String], _ style: TerminalForm.Line.Style = .plain, atCursor: Bool = false) {
            if atCursor { cursor = (cursor?.lowerBound ?? lines.count)..<(lines.count + texts.count) }
            lines += texts.map { .init($0, atCursor ? .cursor : style) }
        }
    }

    private func paintHelp(_ page: inout Page) {
        if let variable = form.stop?.variable, let index = interview.index(of: variable) {
            let question = interview.questions[interview.variables[index].ordinal]
            let row = question.rows.first { $0.code == interview.variables[index].code }
            var help = row?.help ?? []
            if case .option(_, let code)? = form.stop { help += question.options.first { $0.code == code }?.help ?? [] }
            for text in help { page.add(lines.wrapped(interview.text(text))) }
            if !help.isEmpty { page.add([""]) }
        }
        for text in phrases.help { page.add(lines.wrapped(text, first: "  ")) }
    }

    private func paintReview(_ page: inout Page) {
        page.add([phrases.review], .strong)
        let problems = interview.problems
        page.add(lines.wrapped(problems.isEmpty ? phrases.allAnswered : phrases.left))
        for (index, problem) in problems.enumerated() {
            let text = interview.variables.first { $0.name == problem.variable }.map { interview.text($0.text) } ?? ""
            let isHere = form.focus == index
            let wording = interview.wording(of: problem).text(in: interview.speech)
            page.add(
                lines.wrapped(
                    "\(DisplayWidth.clipped(text, to: max(10, width - 8))) — \(wording)", first: isHere ? "> " : "  ",
                    indent: 4), atCursor: isHere)
        }
        let isHere = form.stop == .submit
        page.add([(isHere ? "> " : "  ") + "[ \(phrases.submit) ]"], atCursor: isHere)
    }

    private func paint(_ number: Int, _ page: inout Page) {
        let question = interview.questions[number]
        let section = interview.survey.sections[interview.pages[number]]
        if interview.steps.first(where: { interview.pages[$0] == interview.pages[number] }) == number {
            let isFirst = interview.steps.first == number
            let texts = (isFirst ? interview.survey.introduction : []) + section.help
            for text in texts { page.add(lines.wrapped(interview.text(text)), .faint) }
        }
        let remarks = phrases.remarks(on: question)
        let place = (interview.steps.firstIndex(of: number) ?? 0) + 1
        page.add(
            lines.wrapped(
                interview.text(question.text) + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"),
                first: "\(place). "), .strong)
        for help in question.help { page.add(lines.wrapped(interview.text(help), first: "   ")) }
        let asked = interview.asked(in: number).filter { !interview.variables[$0].isOptionText }
        var heads: [TerminalField.Choice] = []
        var headLine = 0
        for index in asked {
            switch TerminalField(index, of: interview) {
            case .list(let choices): paint(choices, of: index, &page)
            case .row(let steps):
                let grid = FormGrid(steps, width: width, lines: lines)
                if steps != heads {
                    page.add(grid.heads, .faint)
                    headLine = page.lines.count - 1
                }
                heads = steps
                if form.stop == .row(variable: interview.variables[index].name) { page.heads = headLine }
                paintRow(index, steps, grid, &page)
            case .entry: paintEntry(index, indent: "  ", &page)
            }
        }
    }

    private func paint(_ choices: [TerminalField.Choice], of index: Int, _ page: inout Page) {
        let variable = interview.variables[index]
        let digits = String(choices.count).count
        for (number, choice) in choices.enumerated() {
            let isChosen = interview.isChosen(choice.code, of: variable.name)
            let mark: String
            switch (variable.domain, interview.answer(to: variable.name)) {
            case (.ranking, .options(let codes)):
                mark = "(\(codes.firstIndex(of: choice.code).map { String($0 + 1) } ?? " "))"
            case (.optionSet, _): mark = isChosen ? "[x]" : "[ ]"
            default: mark = isChosen ? "(*)" : "( )"
            }
            let isHere = form.stop == .option(variable: variable.name, code: choice.code)
            let place = String(repeating: " ", count: digits - String(number + 1).count) + String(number + 1)
            page.add(
                lines.wrapped(choice.label, first: "\(isHere ? ">" : " ") \(mark) \(place) "), atCursor: isHere)
            for other in interview.asked(in: variable.ordinal)
            where interview.variables[other].part == .text(option: choice.code) {
                paintEntry(other, indent: "        ", &page)
            }
        }
    }

    private func paintRow(_ index: Int, _ steps: [TerminalField.Choice], _ grid: FormGrid, _ page: inout Page) {
        let variable = interview.variables[index]
        let isHere = form.stop == .row(variable: variable.name)
        let chosen = steps.firstIndex { interview.isChosen($0.code, of: variable.name) }
        let cells = grid.cells(chosen: chosen, cursor: isHere ? form.column : nil)
        let sign = isHere ? "> " : "  "
        let question = interview.questions[variable.ordinal]
        var statement = question.rows.isEmpty ? "" : interview.text(variable.text)
        if variable.marks.isOptional, !question.marks.isOptional { statement += " (\(phrases.optional))" }
        if variable.part == .current || variable.part == .required {
            if variable.part == .current, !statement.isEmpty { page.add(lines.wrapped(statement, first: "  ")) }
            statement = variable.part == .current ? phrases.current : phrases.requiredLevel
        }
        guard let room = grid.statement else {
            if !statement.isEmpty { page.add(lines.wrapped(statement, first: sign, indent: 2), atCursor: isHere) }
            page.add([sign + cells], atCursor: isHere)
            return
        }
        let wrapped = TextLines(width: room + 1).wrapped(statement, first: sign, indent: 2)
        let last = wrapped.count - 1
        page.add(wrapped.dropLast() + [DisplayWidth.padded(wrapped[last], to: room + 2) + cells], atCursor: isHere)
    }

    private func paintEntry(_ index: Int, indent: String, _ page: inout Page) {
        let variable = interview.variables[index]
        let isHere = form.stop == .entry(variable: variable.name)
        let question = interview.questions[variable.ordinal]
        if !question.rows.isEmpty { page.add(lines.wrapped(interview.text(variable.text), first: indent)) }
        let text = isHere ? form.entry : interview.answer(to: variable.name).cell
        let shown = TerminalForm.printable(text) + (isHere && form.isTyping ? "_" : "")
        let sign = isHere ? ">" + indent.dropFirst() : indent
        let wrapped = lines.wrapped(shown, first: sign + ": ")
        // The line that is being written on is the last one.
        page.add(wrapped, atCursor: isHere)
        if isHere { page.cursor = (page.lines.count - 1)..<page.lines.count }
        if isHere, !variable.isOptionText, text.isEmpty {
            page.add(lines.wrapped(variable.accepts.text(in: interview.speech), first: indent + "  "), .faint)
        }
    }
}
