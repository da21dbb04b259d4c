package import Surveys

extension Preview {
    /// - Parameter language: one of the survey's; a text that was not translated stands in the main one.
    package init(_ survey: Survey, language: String, settings: Settings = Settings()) {
        let composer = PreviewComposer(survey, language: language, settings: settings)
        self.language = language
        title = composer.words(survey.title).plain
        facts = composer.facts
        introduction = survey.introduction.map(composer.words)
        pages = composer.pages
    }
}

/// Turns the model of a survey into what stands on its pages.
private struct PreviewComposer {
    let survey: Survey
    let language: String
    let settings: Preview.Settings
    let phrases: PreviewPhrases
    let conditions: ConditionWords
    let variables: Set<String>

    init(_ survey: Survey, language: String, settings: Preview.Settings) {
        self.survey = survey
        self.language = language
        self.settings = settings
        conditions = ConditionWords(survey, language: language)
        phrases = conditions.phrases
        variables = Set(survey.variables.map(\.name))
    }

    // MARK: Texts

    func words(_ text: LocalText) -> Preview.Words { words(text.text(in: language)) }

    /// `{A1}` is a blank, `{{` a brace.
    private func words(_ text: String) -> Preview.Words {
        var parts: [Preview.Words.Part] = []
        var plain = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "{" || character == "}" else {
                plain.append(character)
                continue
            }
            if rest.first == character {
                plain.append(rest.removeFirst())
            } else if character == "{", let end = rest.firstIndex(of: "}"), variables.contains(String(rest[..<end])) {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                parts.append(.blank(conditions.answer(to: Condition.Reference(String(rest[..<end])))))
                rest = rest[rest.index(after: end)...]
            } else {
                plain.append(character)
            }
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
        return Preview.Words(parts: parts)
    }

    private func code(_ code: String) -> String? { settings.showsCodes ? code : nil }

    var facts: [String] {
        var facts: [String] = []
        if let days = survey.fieldwork {
            facts.append(phrases.say("填写时间：\(phrases.span(days))", "Open \(phrases.span(days))"))
        }
        facts.append(survey.isAnonymous ? phrases.say("不记姓名", "Anonymous") : phrases.say("记名填写", "With your name"))
        let count = survey.questions.numbers.compactMap { $0 }.count
        facts.append(phrases.say("共 \(count) 题", count == 1 ? "1 question" : "\(count) questions"))
        return facts
    }

    // MARK: Pages

    var pages: [Preview.Page] {
        var numbers = survey.questions.numbers[...]
        return survey.sections.map { section in
            Preview.Page(
                title: words(section.title).plain, help: section.help.map(words),
                condition: section.show.map { phrases.pageOnly(if: conditions.text($0)) },
                blocks: section.questions.map { block($0, number: numbers.removeFirst()) })
        }
    }

    private func block(_ question: Question, number: Int?) -> Preview.Block {
        Preview.Block(
            number: number, code: code(question.code), text: words(question.text), remarks: remarks(question),
            help: question.help.map(words),
            condition: question.show.map { phrases.askedOnly(if: conditions.text($0)) }, answer: answer(question),
            rules: settings.showsRules ? question.checks.map(rule) : [])
    }

    private func remarks(_ question: Question) -> [String] {
        var remarks: [String] = []
        switch question.kind {
        case .multiple(let count): remarks.append(count.map(phrases.choose) ?? phrases.say("可选几项", "choose any"))
        case .ranking(let count):
            remarks.append(
                count.map {
                    phrases.say("选出 \($0) 项，按先后写 1~\($0)", "rank \($0) of these: write 1 to \($0)")
                } ?? phrases.say("按先后写 1、2、3……", "rank these: write 1, 2, 3 …"))
        case .rating(let range) where question.options.isEmpty:
            remarks.append(
                phrases.say(
                    "\(range.lowerBound)~\(range.upperBound) 分", "\(range.lowerBound) to \(range.upperBound) points"))
        default: break
        }
        if question.marks.isOptional { remarks.append(phrases.optional) }
        if settings.showsRules, question.marks.isShuffled { remarks.append(phrases.say("顺序随机", "in random order")) }
        return remarks
    }

    private func rule(_ check: Check) -> String {
        let demand = conditions.text(check.condition)
        let said = check.message.map { words($0).plain }
        guard let said else {
            return check.isHard
                ? phrases.say("必须符合：\(demand)", "Must hold: \(demand)")
                : phrases.say("应当符合：\(demand)", "Should hold: \(demand)")
        }
        return check.isHard
            ? phrases.say("必须符合：\(demand)；否则退回，并说：\(said)", "Must hold: \(demand); otherwise sent back with: \(said)")
            : phrases.say("应当符合：\(demand)；否则提醒：\(said)", "Should hold: \(demand); otherwise reminded: \(said)")
    }

    // MARK: Answers

    private func answer(_ question: Question) -> Preview.Answer {
        switch question.kind {
        case .single: return .choices(question.options.map(choice), .one)
        case .multiple: return .choices(question.options.map(choice), .several)
        case .ranking: return .choices(question.options.map(choice), .rank)
        case .dropdown(list: nil): return .list(question.options.map { words($0.text).plain })
        case .dropdown: return .list(settings.roster?.units.map(\.name) ?? [])
        case .yesNo:
            return .choices(
                [("1", phrases.say("是", "Yes")), ("0", phrases.say("否", "No"))].map { option($0, words($1)) }, .one)
        case .likert(let name):
            let steps = steps(of: name)
            guard question.rows.isEmpty else { return .grid(steps, rows(of: question)) }
            return .choices(steps.map { option($0.sign, words($0.text)) }, .one)
        case .rating(let range):
            guard range.count <= Self.mostSteps else {
                let note = phrases.from(String(range.lowerBound), to: String(range.upperBound))
                return question.rows.isEmpty ? .number(unit: nil, note: note) : .numbers(rows(of: question), note: note)
            }
            guard !question.rows.isEmpty else { return .steps(range) }
            return .grid(range.map { Preview.Step(sign: String($0), text: String($0)) }, rows(of: question))
        case .pair(let name): return .pair(steps(of: name), rows(of: question))
        case .number(let range, let unit): return .number(unit: unit, note: range.map(note))
        case .text(let limit): return .line(limit: limit)
        case .longText(let limit): return .box(limit: limit)
        case .date(let days): return .day(days)
        case .month(let days): return .month(days)
        case .note: return .none
        }
    }

    /// As many numbers as are worth ticking; beyond, a number is written.
    private static let mostSteps = 11

    private func note(_ range: NumberRange) -> String {
        func end(_ units: Int) -> String { CSVTable.fixedPoint(units, range.decimals) }
        let span = phrases.from(end(range.bounds.lowerBound), to: end(range.bounds.upperBound))
        guard range.decimals > 0 else { return span }
        return phrases.say(
            "\(span)，可写 \(range.decimals) 位小数",
            "\(span), up to \(range.decimals) \(range.decimals == 1 ? "decimal" : "decimals")")
    }

    private func steps(of scale: String) -> [Preview.Step] {
        (survey.scale(named: scale)?.levels ?? []).map { level in
            Preview.Step(sign: level.code.map(String.init) ?? "NA", text: words(level.text).plain)
        }
    }

    private func option(_ code: String, _ text: Preview.Words) -> Preview.Choice {
        Preview.Choice(
            code: self.code(code), text: text, takesText: false, remarks: [], help: [], condition: nil)
    }

    private func choice(_ option: Option) -> Preview.Choice {
        Preview.Choice(
            code: code(option.code), text: words(option.text), takesText: option.marks.takesText,
            remarks: option.marks.isExclusive ? [phrases.say("选它就不选别的", "nothing else beside it")] : [],
            help: option.help.map(words), condition: option.show.map { phrases.offeredOnly(if: conditions.text($0)) })
    }

    /// A block without rows is one row that repeats its question.
    private func rows(of question: Question) -> [Preview.Row] {
        guard !question.rows.isEmpty else {
            return [
                Preview.Row(number: 1, code: nil, text: words(question.text), remarks: [], help: [], condition: nil)
            ]
        }
        return question.rows.enumerated().map { index, row in
            Preview.Row(
                number: index + 1, code: code(row.code), text: words(row.text),
                remarks: row.marks.isOptional && !question.marks.isOptional ? [phrases.optional] : [],
                help: row.help.map(words), condition: row.show.map { phrases.askedOnly(if: conditions.text($0)) })
        }
    }
}
