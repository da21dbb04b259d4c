/// What reading a survey text yields: as much of the survey as could be read, and every remark in the order of the text.
public struct SurveyReading: Sendable {
    public var survey: Survey
    public var source: SourceText
    public var diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Survey {
    /// Reads a survey text. Never throws and never stops at the first mistake.
    public static func read(_ text: String) -> SurveyReading {
        let source = SourceText(text)
        var parser = SurveyParser(source: source)
        parser.readLines()
        parser.numberOptions()
        parser.resolveScales()
        parser.resolveConditions()
        var diagnostics = parser.diagnostics
        for check in surveyChecks { diagnostics += check(parser.survey) }
        // One mistake, one message: where the parser has already spoken of a place, later checks stay silent.
        var spoken = Set<Int>()
        diagnostics = diagnostics.enumerated()
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
            .map(\.element)
            .filter { $0.severity != .error || spoken.insert($0.range.lowerBound).inserted }
        return SurveyReading(survey: parser.survey, source: source, diagnostics: diagnostics)
    }
}

/// Reads line after line; each line is one thing (grammar in the survey language's documentation).
///
/// A line belongs to what stands above it, so the parser keeps two pointers: the thing that properties attach to
/// (`target`), and the sentence that a translation line translates (`sentence`).
struct SurveyParser {
    let source: SourceText
    var survey = Survey()
    var diagnostics: [Diagnostic] = []
    var target = Target.nothing
    var sentence: WritableKeyPath<Survey, LocalText>?
    var pending: [PendingCondition] = []
    var headerSeen: Set<Keyword> = []
    var hasTitle = false
    /// Scale names as used in brackets; the scale itself may stand further down.
    var scaleUses: [ScaleUse] = []

    struct ScaleUse {
        /// nil where a type that needs a scale names none.
        var name: String?
        var range: Range<Int>
    }

    /// What the next property belongs to.
    enum Target: Equatable {
        case nothing
        case header
        case scale(Int)
        case section(Int)
        case question(Int, Int)
        case row(Int, Int, Int)
        case option(Int, Int, Int)
        case dimension(Int)
        case retired
    }

    /// A condition whose question may stand further down: read once the whole text is known.
    struct PendingCondition {
        var line: SourceLine
        var range: Range<Int>
        /// It may use the answers of this many questions, counted from the first: those asked before it is decided.
        var known: Int
        var store: (inout Survey, Condition) -> Void
    }

    var questionCount: Int { survey.sections.reduce(0) { $0 + $1.questions.count } }

    init(source: SourceText) {
        self.source = source
    }

    /// file = title , { header } , { section | scale | question | dimension | retired }
    mutating func readLines() {
        readLanguagesFirst()
        for line in source.lines {
            let content = line.content
            if content.isEmpty || isComment(line, content) { continue }
            switch line.machine[content.lowerBound] {
            case "#": readHeading(line, content)
            case "-": readItem(line, content)
            default: readKeyedLine(line, content)
            }
        }
        if !hasTitle {
            report(
                "Z020", at: 0..<0,
                Wording("问卷没有总标题", "the survey has no title"),
                notes: [Wording("第一行写：# 问卷名称 | English title", "the first line says: # Title")])
        }
    }

    private func isComment(_ line: SourceLine, _ content: Range<Int>) -> Bool {
        content.count >= 2 && line.machine[content.lowerBound] == "/" && line.machine[content.lowerBound + 1] == "/"
    }

    /// The title may already hold `中文 | English`, so the languages have to be known before the first line is read.
    private mutating func readLanguagesFirst() {
        for line in source.lines {
            guard let key = key(of: line, line.content), Keyword(line.normal(key.word)) == .languages else { continue }
            let words = listItems(line, key.value).map { line.normal($0).lowercased() }
            if !words.isEmpty { survey.languages = words }
            return
        }
        survey.languages = ["zh", "en"]
    }

    // MARK: Openers

    /// title = "#" , bitext      section = "##" , bitext
    private mutating func readHeading(_ line: SourceLine, _ content: Range<Int>) {
        let hashes = line.machine[content].prefix { $0 == "#" }.count
        let rest = line.trimmed(content.lowerBound + hashes..<content.upperBound)
        let text = bitext(line, rest)
        switch hashes {
        case 1:
            if hasTitle {
                report(
                    "Z021", at: line.place(content), Wording("又出现一个总标题", "a second title"),
                    notes: [Wording("一份问卷只有一个总标题；章节写成“## 标题”", "a survey has one title; sections begin with ##")])
            }
            hasTitle = true
            survey.title = text
            target = .header
            sentence = \.title
        case 2:
            survey.sections.append(Section(title: text, place: Place(line.place(content))))
            let index = survey.sections.count - 1
            target = .section(index)
            sentence = \.sections[index].title
        default:
            report(
                "Z022", at: line.place(content.lowerBound..<content.lowerBound + hashes),
                Wording("“#”太多", "too many #"),
                notes: [Wording("总标题一个 #，章节两个 ##", "# opens the title, ## a section")])
        }
        if text.main.isEmpty { reportEmpty(line, content) }
    }

    /// Anything that opens with a word: `关键词：`, `en:` or `代码.`
    private mutating func readKeyedLine(_ line: SourceLine, _ content: Range<Int>) {
        if let key = key(of: line, content) {
            readKey(line, key)
        } else if let code = code(of: line, content) {
            readQuestion(line, code: code, content: content)
        } else {
            reportUnknownLine(line, content)
        }
    }

    struct Key {
        var word: Range<Int>
        var value: Range<Int>
    }

    /// The word before the first colon, if no full stop comes first: `关键词：值`.
    func key(of line: SourceLine, _ content: Range<Int>) -> Key? {
        guard let colon = line.machine[content].firstIndex(of: ":") else { return nil }
        let word = line.trimmed(content.lowerBound..<colon)
        let text = line.normal(word)
        let isKnown = Keyword(text) != nil || survey.languages.contains(text)
        if !isKnown {
            guard text.count <= 12, !text.contains(where: { ".[=|".contains($0) }) else { return nil }
        }
        return Key(word: word, value: line.trimmed(colon + 1..<content.upperBound))
    }

    /// code = letter , { letter | digit | "_" }, then a full stop.
    private func code(of line: SourceLine, _ content: Range<Int>) -> Range<Int>? {
        guard let stop = line.machine[content].firstIndex(of: "."), stop - content.lowerBound <= 24 else { return nil }
        let word = line.trimmed(content.lowerBound..<stop)
        guard !word.isEmpty, line.machine[word].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        else { return nil }
        return word
    }

    private mutating func reportUnknownLine(_ line: SourceLine, _ content: Range<Int>) {
        let start = line.normal(content.lowerBound..<min(content.lowerBound + 3, content.upperBound))
        if let first = start.first, "一二三四五六七八九十".contains(first), start.dropFirst().first.map({ "、,".contains($0) }) == true {
            report(
                "Z032", at: line.place(content),
                Wording("这一行像是章节标题，但开头少了“##”", "this looks like a section but does not start with ##"),
                fix: Diagnostic.Fix(
                    range: line.place(content.lowerBound..<content.lowerBound), replacement: "## ", isCertain: false))
            return
        }
        report(
            "Z034", at: line.place(content), Wording("看不懂这一行", "this line is not understood"),
            notes: [
                Wording(
                    "一行以 #、##、“代码.”、“- ”、“关键词：”或“en：”开头；长题干不要换行",
                    "a line opens with #, ##, `code.`, `- `, `keyword:` or `en:`; do not break a stem over two lines")
            ])
    }

    // MARK: Keys

    private mutating func readKey(_ line: SourceLine, _ key: Key) {
        let word = line.normal(key.word)
        if let second = key.value.first, line.machine[second] == ":" {
            report(
                "Z002", at: line.place(second..<second + 1), Wording("冒号写了两次", "the colon is doubled"),
                fix: Diagnostic.Fix(range: line.place(second..<second + 1), replacement: "", isCertain: true))
            return
        }
        if let keyword = Keyword(word) {
            readProperty(keyword, line, key)
        } else if survey.languages.contains(word.lowercased()) {
            readTranslation(word.lowercased(), line, key)
        } else if word.count <= 3, word.allSatisfy({ $0.isASCII && $0.isLowercase }) {
            report(
                "Z043", at: line.place(key.word),
                Wording("没有声明语言“\(word)”", "the language \"\(word)\" is not declared"),
                notes: [
                    Wording(
                        "已声明：\(survey.languages.joined(separator: "、"))。要加一种语言，把它写进“语言：”",
                        "declared: \(survey.languages.joined(separator: ", ")). Add it to `languages:`")
                ])
        } else {
            reportUnknownKeyword(line, key)
        }
    }

    private mutating func reportUnknownKeyword(_ line: SourceLine, _ key: Key) {
        let word = line.normal(key.word)
        let valid = validKeywords()
        let isChinese = word.contains { !$0.isASCII }
        let spellings = valid.map { isChinese ? $0.chinese : $0.english }
        let all = Keyword.allCases.map { isChinese ? $0.chinese : $0.english }
        let guess = Suggestion.nearest(to: word, among: spellings) ?? Suggestion.nearest(to: word, among: all)
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        notes.append(
            Wording(
                "这里可以写：\(valid.map(\.chinese).joined(separator: " "))，以及译文 en：",
                "here you can write: \(valid.map(\.english).joined(separator: " ")), and translations"))
        report(
            "Z001", at: line.place(key.word),
            Wording("不认识的关键词“\(line.raw(key.word))”", "unknown keyword \"\(line.raw(key.word))\""),
            notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(key.word), replacement: $0, isCertain: false) })
    }

    private func validKeywords() -> [Keyword] {
        switch target {
        case .nothing, .header: Keyword.header + [.scale, .dimension]
        case .scale: [.scale, .dimension, .retired]
        case .section: [.showIf, .help, .scale, .dimension, .retired]
        case .question: Keyword.ofQuestion + [.scale, .dimension, .retired]
        case .row, .option: [.showIf, .help, .check, .warn, .message, .scale, .dimension, .retired]
        case .dimension: Keyword.ofDimension + [.dimension, .retired]
        case .retired: [.dimension, .scale, .retired]
        }
    }

    /// lang = langcode , ":" , text
    private mutating func readTranslation(_ language: String, _ line: SourceLine, _ key: Key) {
        guard let sentence else {
            report(
                "Z040", at: line.place(key.word),
                Wording("这行译文上面没有可译的文字", "there is no text above for this translation"),
                notes: [Wording("“\(language):”写在它所译的那一行正下方", "put it right below the line that it translates")])
            return
        }
        guard language != survey.languages[0] else {
            report(
                "Z041", at: line.place(key.word),
                Wording("“\(language)”是主语言，不用另写一行", "\"\(language)\" is the main language and needs no line of its own"))
            return
        }
        let text = literal(line, key.value)
        if survey[keyPath: sentence].translations[language] != nil {
            report(
                "Z042", at: line.place(key.word),
                Wording("同一句话有两个“\(language)”译文", "two \"\(language)\" texts for the same sentence"),
                notes: [
                    Wording("“\(language):”管的是它正上方那一行", "`\(language):` belongs to the line right above it")
                ])
            return
        }
        if text.isEmpty { return reportEmpty(line, key.word) }
        survey[keyPath: sentence].translations[language] = text
    }

    // MARK: Texts

    /// bitext = text , [ "|" , text ]: the second text is in the second language of the survey.
    mutating func bitext(_ line: SourceLine, _ range: Range<Int>) -> LocalText {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if line.machine[index] == "|" {
                if index + 1 < range.upperBound, line.machine[index + 1] == "|" {
                    index += 2
                    continue
                }
                parts.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        parts.append(start..<range.upperBound)
        var text = LocalText(literal(line, line.trimmed(parts[0])))
        if parts.count > survey.languages.count || parts.count > 2 {
            let extra = parts[min(parts.count - 1, survey.languages.count == 1 ? 1 : 2)]
            report(
                "Z044", at: line.place(extra.lowerBound - 1..<extra.lowerBound),
                Wording("“|”后面多出一段文字", "there is one text too many after \"|\""),
                notes: [Wording("文字里本来就有竖线时写成“||”", "write || for a bar that belongs to the text")])
        } else if parts.count == 2 {
            let second = literal(line, line.trimmed(parts[1]))
            if second.isEmpty {
                reportEmpty(line, parts[1].lowerBound - 1..<parts[1].lowerBound)
            } else {
                text.translations[survey.languages[1]] = second
            }
        }
        return text
    }

    /// A text zone as people wrote it; only `||`, `[[` and `]]` become the mark that they stand for.
    func literal(_ line: SourceLine, _ range: Range<Int>) -> String {
        var out = ""
        var index = range.lowerBound
        while index < range.upperBound {
            let mark = line.machine[index]
            out.append(line.characters[index])
            let isDoubled = index + 1 < range.upperBound && line.machine[index + 1] == mark
            index += isDoubled && (mark == "|" || mark == "[" || mark == "]") ? 2 : 1
        }
        return out
    }

    /// sep = "、" | ","
    func listItems(_ line: SourceLine, _ range: Range<Int>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where line.machine[index] == "、" || line.machine[index] == "," {
            items.append(line.trimmed(start..<index))
            start = index + 1
        }
        items.append(line.trimmed(start..<range.upperBound))
        return items.filter { !$0.isEmpty }
    }

    // MARK: Remarks

    mutating func report(
        _ code: String, _ severity: Diagnostic.Severity = .error, at range: Range<Int>, _ title: Wording,
        label: Wording? = nil, related: [Diagnostic.Related] = [], notes: [Wording] = [], fix: Diagnostic.Fix? = nil
    ) {
        diagnostics.append(
            Diagnostic(code, severity, at: range, title, label: label, related: related, notes: notes, fix: fix))
    }

    mutating func reportEmpty(_ line: SourceLine, _ range: Range<Int>) {
        report(
            "Z031", at: line.place(range), Wording("这里应当有文字", "a text is missing here"),
            notes: [Wording("写上文字，或删去这一行", "write the text or delete the line")])
    }
}
