import Surveys
import Workbooks

/// Turns a survey into the lines of the sheet 问卷: what is asked, what may be filled in, what the check says.
///
/// The words are those of the preview, so that a form asks what the web page asks.
struct FormComposer {
    let phrases: PreviewPhrases
    private(set) var rows: [FormRow] = []
    private(set) var lists: FormLists
    /// The row of each field, counted as the sheet counts.
    private(set) var places: [Int] = []

    private let survey: Survey
    private let language: String
    private let variables: [Variable]
    private let units: [String]
    private let conditions: ConditionWords
    /// The rows that wait for their status, which needs to know where every answer stands.
    private var pending: [(row: Int, variable: Int)] = []
    private var nextVariable = 0

    /// The first row of questions.
    static let firstRow = 5
    /// The column of answers.
    static let answerColumn = 4

    init(_ survey: Survey, roster: Roster?, language: String) {
        self.survey = survey
        self.language = language
        variables = survey.variables
        units = roster?.units.map(\.name) ?? []
        conditions = ConditionWords(survey, language: language)
        phrases = conditions.phrases
        lists = FormLists(language: language)
        var settings = Preview.Settings()
        settings.roster = roster
        let preview = Preview(survey, language: language, settings: settings)
        for (section, page) in zip(survey.sections, preview.pages) {
            addPage(page)
            for (question, block) in zip(section.questions, page.blocks) { add(question, block, page.title) }
        }
        setStatuses()
        for index in rows.indices {
            let isFirst = index == 0 || rows[index - 1].section != rows[index].section
            rows[index].height = rows[index].measured(isFirstOfSection: isFirst)
        }
    }

    // MARK: Pages and questions

    private mutating func addPage(_ page: Preview.Page) {
        let words = page.help.map(\.plain) + [page.condition].compactMap { $0 }
        guard !words.isEmpty else { return }
        rows.append(FormRow(section: page.title, text: words.joined(separator: "\n")))
    }

    private mutating func add(_ question: Question, _ block: Preview.Block, _ section: String) {
        let stem = stem(question, block)
        switch question.kind {
        case .note: rows.append(FormRow(section: section, text: stem))
        case .multiple, .ranking: addOptions(of: question, block, stem, section)
        case .likert, .rating, .pair:
            guard !question.rows.isEmpty else {
                addAnswers(of: question, code: question.code, stem, section)
                return
            }
            rows.append(FormRow(code: question.code, section: section, text: stem, isStem: true))
            let shown = Self.rows(of: block.answer)
            for (index, row) in question.rows.enumerated() {
                let words = index < shown.count ? words(of: shown[index]) : row.text.text(in: language)
                addAnswers(of: question, code: row.code, words, section)
            }
        default: addAnswers(of: question, code: question.code, stem, section)
        }
    }

    /// One line a variable: the question itself, one of its rows, or the two sides of a pair.
    private mutating func addAnswers(of question: Question, code: String, _ text: String, _ section: String) {
        while nextVariable < variables.count, variables[nextVariable].code == code {
            let variable = variables[nextVariable]
            let side: String? =
                switch variable.part {
                case .current: phrases.current
                case .required: phrases.required
                case .text, nil: nil
                }
            let stem = variable.isOptionText ? variable.text.text(in: language) : text
            let words = side.map { told($0, after: stem) } ?? stem
            place(
                FormRow(code: code, section: section, text: words, input: input(for: variable, in: question)),
                telling: nextVariable)
            nextVariable += 1
        }
    }

    /// The side of a pair belongs to the statement, not to the help below it.
    private func told(_ side: String, after text: String) -> String {
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let first = phrases.say("\(lines[0])：\(side)", "\(lines[0]): \(side)")
        return ([first] + lines.dropFirst().map(String.init)).joined(separator: "\n")
    }

    /// A line for the stem, which tells the status of all, and one for each option.
    private mutating func addOptions(
        of question: Question, _ block: Preview.Block, _ stem: String, _ section: String
    ) {
        guard nextVariable < variables.count, variables[nextVariable].code == question.code else { return }
        pending.append((rows.count, nextVariable))
        rows.append(FormRow(code: question.code, section: section, text: stem, isStem: true))
        let choices: [Preview.Choice] = if case .choices(let choices, _) = block.answer { choices } else { [] }
        let kind: FormInput.Kind
        let hint: String
        if case .ranking(let options, let count) = variables[nextVariable].domain {
            let most = count ?? options.count
            kind = .integers(1...max(1, most))
            hint = phrases.say("写名次 1~\(most)；不选的留空。", "Write the rank, 1 to \(most); leave the others empty.")
        } else {
            kind = .list(lists.marks(phrases), isLoose: true)
            hint = phrases.say("选“是”；不选的留空。", "Choose Yes; leave the others empty.")
        }
        for choice in choices {
            var words = choice.text.plain
            if !choice.remarks.isEmpty {
                let remarks = choice.remarks.joined(separator: phrases.say("；", "; "))
                words += phrases.say("（\(remarks)）", " (\(remarks))")
            }
            let more = choice.help.map(\.plain) + [choice.condition].compactMap { $0 }
            place(
                FormRow(
                    section: section, text: ([words] + more).joined(separator: "\n"),
                    input: FormInput(kind: kind, hint: hint)))
        }
        nextVariable += 1
        addAnswers(of: question, code: question.code, stem, section)
    }

    private mutating func place(_ row: FormRow, telling variable: Int? = nil) {
        if let variable { pending.append((rows.count, variable)) }
        places.append(rows.count + Self.firstRow)
        rows.append(row)
    }

    // MARK: Words

    /// The question with its number, its remarks, its help, who answers it, and what there is to choose from: whoever
    /// fills the form in on paper sees no drop-down.
    private func stem(_ question: Question, _ block: Preview.Block) -> String {
        var first = block.number.map { "\($0). \(block.text.plain)" } ?? block.text.plain
        if !block.remarks.isEmpty {
            let remarks = block.remarks.joined(separator: phrases.say("；", "; "))
            first += phrases.say("（\(remarks)）", " (\(remarks))")
        }
        var lines = [first] + block.help.map(\.plain)
        if let condition = block.condition { lines.append(condition) }
        switch block.answer {
        case .choices(let choices, .one) where choices.count <= Self.mostPrinted:
            let codes = printedCodes(of: question)
            let entries = choices.enumerated().map { index, choice in
                index < codes.count ? "\(codes[index]) \(choice.text.plain)" : choice.text.plain
            }
            lines.append(entries.joined(separator: "　"))
        case .grid(let steps, _), .pair(let steps, _):
            let entries = steps.map { $0.meaning.map { [$0] } ?? [] }
            let told = zip(steps, entries).map { ([$0.sign] + $1).joined(separator: " ") }
            lines.append(told.joined(separator: "　"))
        case .number(let unit, let note):
            if let note { lines.append(([note] + [unit].compactMap { $0 }).joined(separator: " ")) }
        default: break
        }
        return lines.joined(separator: "\n")
    }

    private static let mostPrinted = 12

    private func printedCodes(of question: Question) -> [String] {
        switch question.kind {
        case .single: question.options.map(\.code)
        case .likert(let name):
            (survey.scale(named: name)?.levels ?? []).map { $0.code.map(String.init) ?? "NA" }
        default: []
        }
    }

    private static func rows(of answer: Preview.Answer) -> [Preview.Row] {
        switch answer {
        case .grid(_, let rows), .pair(_, let rows), .numbers(let rows, _): rows
        default: []
        }
    }

    private func words(of row: Preview.Row) -> String {
        let number = phrases.say("（\(row.number)）", "(\(row.number)) ")
        var first = number + row.text.plain
        if !row.remarks.isEmpty {
            first += phrases.say("（\(row.remarks.joined(separator: "；"))）", " (\(row.remarks.joined(separator: "; ")))")
        }
        return ([first] + row.help.map(\.plain) + [row.condition].compactMap { $0 }).joined(separator: "\n")
    }

    // MARK: What may be filled in

    private mutating func input(for variable: Variable, in question: Question) -> FormInput {
        let choose = phrases.say("点右侧箭头选择。", "Choose with the arrow on the right.")
        switch variable.domain {
        case .levels(let scale):
            let codes = scale.levels.map { $0.code.map(String.init) ?? "NA" }
            let ends = [codes.first, codes.last].compactMap { $0 }.joined(separator: "~")
            return FormInput(
                kind: .list(lists.levels(of: scale, for: variable), isLoose: true),
                hint: phrases.say(
                    "点右侧箭头选择，或直接输入 \(ends)。", "Choose with the arrow on the right, or type \(ends)."))
        case .options where question.kind == .yesNo:
            return FormInput(kind: .list(lists.marks(phrases), isLoose: false), hint: choose)
        case .options(let options):
            return FormInput(kind: .list(lists.options(options, for: variable), isLoose: false), hint: choose)
        case .unit where units.isEmpty: return FormInput(kind: .text(limit: 100), hint: "")
        case .unit:
            return FormInput(
                kind: .list(lists.units(units, titled: phrases.say("处室", "Units")), isLoose: false), hint: choose)
        case .integers(let range):
            return FormInput(
                kind: .integers(range),
                hint: phrases.say(
                    "\(range.lowerBound)~\(range.upperBound) 的整数。",
                    "A whole number, \(range.lowerBound) to \(range.upperBound)."))
        case .number(let range): return number(range)
        case .text(let limit):
            let isLong = if case .longText = question.kind { true } else { false }
            let length = limit.map { phrases.say("不超过 \($0) 字。", "At most \($0) characters. ") } ?? ""
            return FormInput(
                kind: isLong ? .longText(limit: limit) : .text(limit: limit),
                hint: length
                    + phrases.say("请不要写姓名和可以认出个人的内容。", "Write no names and nothing by which a person is known."))
        case .day(let range):
            return FormInput(
                kind: .day(Self.days(range)),
                hint: phrases.say("写成 2026-03-01 的样子。", "Write it like 2026-03-01.")
                    + (range.map { phrases.span($0) } ?? ""))
        case .month(let range):
            return FormInput(
                kind: .month(Self.days(range)),
                hint: phrases.say("写成 2026-03 的样子。", "Write it like 2026-03.")
                    + (range.map { phrases.span($0, inMonths: true) } ?? ""))
        case .optionSet, .ranking:
            preconditionFailure("several choices and rankings have a line for each option")
        }
    }

    private func number(_ range: NumberRange?) -> FormInput {
        let decimals = range?.decimals ?? 0
        let bounds = range?.bounds ?? -Self.largest...Self.largest
        guard decimals > 0 else {
            let span = range.map { "\($0.bounds.lowerBound)~\($0.bounds.upperBound)" }
            return FormInput(
                kind: .integers(bounds),
                hint: span.map { phrases.say("\($0) 的整数。", "A whole number, \($0).") }
                    ?? phrases.say("整数。", "A whole number."))
        }
        let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        let low = CSVTable.fixedPoint(bounds.lowerBound, decimals)
        let high = CSVTable.fixedPoint(bounds.upperBound, decimals)
        return FormInput(
            kind: .numbers(Double(bounds.lowerBound) / power...Double(bounds.upperBound) / power),
            hint: phrases.say(
                "\(low)~\(high)，至多 \(decimals) 位小数。", "\(low) to \(high), at most \(decimals) decimals."))
    }

    /// Of numbers without a range: what every program keeps to the last digit.
    private static let largest = 999_999_999

    /// The days as a workbook counts them; nil where there are none, and for those before its calendar.
    private static func days(_ range: ClosedRange<Day>?) -> ClosedRange<WorkbookDay>? {
        guard let range, let low = day(range.lowerBound), let high = day(range.upperBound), low <= high else {
            return nil
        }
        return low...high
    }

    private static func day(_ day: Day) -> WorkbookDay? {
        try? WorkbookDay(year: day.year, month: day.month, day: day.day)
    }

    // MARK: What the check says

    private mutating func setStatuses() {
        let fields = FormField.all(of: variables)
        precondition(fields.count == places.count, "the sheet has a line for every answer cell")
        var cells: [[Cell]] = variables.map { _ in [] }
        for (field, row) in zip(fields, places) {
            cells[field.variable].append(Cell(row: row, column: Self.answerColumn))
        }
        let composer = FormStatusComposer(variables, cells: cells, language: language, phrases: phrases)
        for (row, variable) in pending { rows[row].status = composer.status(of: variable) }
    }
}
