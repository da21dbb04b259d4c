extension SurveyParser {
    /// Everything of the form `关键词：值`, sent to what it belongs to.
    mutating func readProperty(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        switch keyword {
        case .scale: readScale(line, key)
        case .dimension: readDimension(line, key)
        case .retired: readRetired(line, key)
        case .version, .previous, .languages, .open, .anonymous, .minGroup, .access: readHeader(keyword, line, key)
        case .help where target == .header || target == .nothing: readHeader(keyword, line, key)
        case .help: readHelp(line, key)
        case .showIf: readShow(line, key)
        case .check, .warn: readCheck(keyword, line, key)
        case .message: readMessage(line, key)
        case .items, .combine, .method, .rescale, .missing, .direction, .level, .model, .benchmark:
            guard case .dimension(let index) = target else { return reportMisplaced(keyword, line, key) }
            readDimensionProperty(keyword, of: index, line, key)
        }
    }

    mutating func reportMisplaced(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        let home =
            if Keyword.ofDimension.contains(keyword) {
                Wording("它写在“维度：”下面", "it stands below `dimension:`")
            } else if Keyword.header.contains(keyword), keyword != .help {
                Wording("它写在卷首，第一个章节或量表之前", "it stands at the top, before the first block")
            } else {
                Wording("它写在题目下面", "it stands below a question")
            }
        report(
            Keyword.header.contains(keyword) && keyword != .help ? "Z045" : "Z040", at: line.place(key.word),
            Wording("“\(line.raw(key.word))”不能写在这里", "\"\(line.raw(key.word))\" cannot stand here"), notes: [home])
    }

    // MARK: Header

    private mutating func readHeader(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        guard target == .header || target == .nothing else { return reportMisplaced(keyword, line, key) }
        if keyword != .help, !headerSeen.insert(keyword).inserted {
            report(
                "Z023", at: line.place(key.word),
                Wording("“\(line.raw(key.word))”写了两次", "\"\(line.raw(key.word))\" is given twice"))
            return
        }
        let value = line.normal(key.value)
        sentence = nil
        switch keyword {
        case .version: survey.year = year(value, line, key)
        case .previous: survey.previousYear = year(value, line, key)
        case .languages: readLanguages(line, key)
        case .open: readFieldwork(line, key)
        case .anonymous:
            switch value.lowercased() {
            case "是", "yes": survey.isAnonymous = true
            case "否", "no": survey.isAnonymous = false
            default: reportValue(line, key, Wording("写“是”或“否”", "write yes or no"))
            }
        case .minGroup:
            guard let number = Int(value), number >= 5 else {
                return reportValue(
                    line, key, Wording("写一个不小于 5 的整数，例如 10", "write a whole number of at least 5, such as 10"))
            }
            survey.smallestGroup = number
        case .access: survey.access = line.raw(key.value)
        default:
            survey.introduction.append(bitext(line, key.value))
            let index = survey.introduction.count - 1
            sentence = \.introduction[index]
        }
    }

    private mutating func year(_ value: String, _ line: SourceLine, _ key: Key) -> Int? {
        guard let year = Int(value), (1980...2100).contains(year) else {
            report(
                "Z047", at: line.place(key.value.isEmpty ? key.word : key.value),
                Wording("年份“\(value)”不合理", "\"\(value)\" is not a plausible year"),
                notes: [Wording("写四位数的年份，例如 2026", "write four digits, such as 2026")])
            return nil
        }
        return year
    }

    private mutating func readLanguages(_ line: SourceLine, _ key: Key) {
        for item in listItems(line, key.value) {
            let word = line.normal(item)
            if !(2...3).contains(word.count) || !word.allSatisfy({ $0.isASCII && $0.isLowercase }) {
                report(
                    "Z043", at: line.place(item), Wording("“\(word)”不是语言代码", "\"\(word)\" is not a language code"),
                    notes: [Wording("用两三个小写字母，例如 zh、en、bo、ug", "two or three lower-case letters, such as zh, en")])
            }
        }
        if key.value.isEmpty { reportEmpty(line, key.word) }
    }

    private mutating func readFieldwork(_ line: SourceLine, _ key: Key) {
        guard let days = dayRange(line, key.value) else { return }
        survey.fieldwork = days
    }

    /// `2025-11-01 ~ 2025-11-30`
    mutating func dayRange(_ line: SourceLine, _ range: Range<Int>) -> ClosedRange<Day>? {
        guard let tilde = line.machine[range].firstIndex(of: "~") else {
            report(
                "Z048", at: line.place(range), Wording("这里要写起止日期", "first and last day are needed here"),
                notes: [Wording("例如 2026-11-01 ~ 2026-11-30", "such as 2026-11-01 ~ 2026-11-30")])
            return nil
        }
        var days: [Day] = []
        for part in [line.trimmed(range.lowerBound..<tilde), line.trimmed(tilde + 1..<range.upperBound)] {
            guard let day = Day(line.normal(part)) else {
                report(
                    "Z048", at: line.place(part.isEmpty ? range : part),
                    Wording("没有“\(line.normal(part))”这一天", "there is no day \"\(line.normal(part))\""),
                    notes: [Wording("日期写成 2026-11-30", "write days as 2026-11-30")])
                return nil
            }
            days.append(day)
        }
        guard days[0] <= days[1] else {
            reportReversed(line, range)
            return nil
        }
        return days[0]...days[1]
    }

    mutating func reportReversed(_ line: SourceLine, _ range: Range<Int>) {
        report(
            "Z053", at: line.place(range), Wording("范围写反了", "the range is reversed"),
            label: Wording("左边应当不大于右边", "the left end must not exceed the right"))
    }

    mutating func reportValue(_ line: SourceLine, _ key: Key, _ remedy: Wording) {
        report(
            "Z046", at: line.place(key.value.isEmpty ? key.word : key.value),
            Wording("“\(line.raw(key.word))”的值看不懂", "the value of \"\(line.raw(key.word))\" is not understood"),
            notes: [remedy])
    }

    // MARK: Below sections and questions

    /// help = "说明" , ":" , text: may be repeated, each a paragraph.
    private mutating func readHelp(_ line: SourceLine, _ key: Key) {
        let text = bitext(line, key.value)
        if text.main.isEmpty { return reportEmpty(line, key.word) }
        switch target {
        case .section(let section):
            survey.sections[section].help.append(text)
            let index = survey.sections[section].help.count - 1
            sentence = \.sections[section].help[index]
        case .question(let section, let question):
            survey.sections[section].questions[question].help.append(text)
            let index = survey.sections[section].questions[question].help.count - 1
            sentence = \.sections[section].questions[question].help[index]
        case .row(let section, let question, let row):
            survey.sections[section].questions[question].rows[row].help.append(text)
            let index = survey.sections[section].questions[question].rows[row].help.count - 1
            sentence = \.sections[section].questions[question].rows[row].help[index]
        case .option(let section, let question, let option):
            survey.sections[section].questions[question].options[option].help.append(text)
            let index = survey.sections[section].questions[question].options[option].help.count - 1
            sentence = \.sections[section].questions[question].options[option].help[index]
        case .nothing, .header, .scale, .dimension, .retired: reportMisplaced(.help, line, key)
        }
    }

    /// show = "显示" , ":" , expr
    private mutating func readShow(_ line: SourceLine, _ key: Key) {
        let store: (inout Survey, Condition) -> Void
        var known = questionCount - 1
        switch target {
        case .section(let section):
            known = questionCount
            store = { $0.sections[section].show = $1 }
        case .question(let section, let question):
            store = { $0.sections[section].questions[question].show = $1 }
        case .row(let section, let question, let row):
            store = { $0.sections[section].questions[question].rows[row].show = $1 }
        case .option(let section, let question, let option):
            store = { $0.sections[section].questions[question].options[option].show = $1 }
        case .nothing, .header, .scale, .dimension, .retired: return reportMisplaced(.showIf, line, key)
        }
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        pending.append(PendingCondition(line: line, range: key.value, known: known, store: store))
    }

    /// check = "校验" , ":" , expr , [ message ]
    private mutating func readCheck(_ keyword: Keyword, _ line: SourceLine, _ key: Key) {
        guard let (section, question) = questionAbove else { return reportMisplaced(keyword, line, key) }
        if key.value.isEmpty { return reportEmpty(line, key.word) }
        survey.sections[section].questions[question].checks.append(
            Check(condition: .all([]), isHard: keyword == .check, place: Place(line.place(key.word))))
        let index = survey.sections[section].questions[question].checks.count - 1
        pending.append(
            PendingCondition(
                line: line, range: key.value, known: questionCount,
                store: { $0.sections[section].questions[question].checks[index].condition = $1 }))
        sentence = nil
    }

    /// message = "提示" , ":" , text
    private mutating func readMessage(_ line: SourceLine, _ key: Key) {
        guard let (section, question) = questionAbove,
            let index = survey.sections[section].questions[question].checks.indices.last,
            survey.sections[section].questions[question].checks[index].message == nil
        else {
            report(
                "Z052", at: line.place(key.word),
                Wording("“提示”上面没有“校验”或“提醒”", "a message needs a check or a warning above it"),
                notes: [Wording("先写条件，例如 校验：A5 ≥ A4，再写提示", "first the condition, then its message")])
            return
        }
        survey.sections[section].questions[question].checks[index].message = bitext(line, key.value)
        sentence = \.sections[section].questions[question].checks[index].spokenMessage
    }

    private var questionAbove: (Int, Int)? {
        switch target {
        case .question(let section, let question), .row(let section, let question, _),
            .option(let section, let question, _):
            (section, question)
        default: nil
        }
    }

    /// retired = "停用" , ":" , code , { sep , code }
    private mutating func readRetired(_ line: SourceLine, _ key: Key) {
        for item in listItems(line, key.value) {
            let code = line.normal(item)
            guard isCode(code) else {
                report("Z037", at: line.place(item), Wording("“\(code)”不是题目代码", "\"\(code)\" is not a code"))
                continue
            }
            survey.retired.append(code)
        }
        if key.value.isEmpty { reportEmpty(line, key.word) }
        target = .retired
        sentence = nil
    }

    func isCode(_ word: String) -> Bool {
        guard let first = word.first, first.isLetter, word.count <= 24 else { return false }
        return word.allSatisfy { $0.isLetter || ($0.isASCII && $0.isNumber) || $0 == "_" }
    }
}

extension Check {
    /// The message as a text that can be translated; empty where there is none.
    fileprivate var spokenMessage: LocalText {
        get { message ?? LocalText("") }
        set { message = newValue }
    }
}
