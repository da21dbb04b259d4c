/// Reads line after line; each line is one thing (grammar in the survey language's documentation).
///
/// A line belongs to what stands above it, so the parser keeps two pointers: the thing that properties attach to
/// (`target`), and the sentence that a translation line translates (`sentence`).
struct SurveyParser {
    let source: SourceText
    var survey = Survey()
    var diagnostics: [Diagnostic] = []
    var target = Target.nothing
    var sentence: Sentence?
    var lost = Lost.nothing
    /// The rule that a 提示 right below would belong to.
    var checkAbove: CheckAbove?
    var pending: [PendingCondition] = []
    /// Properties that may stand only once under a thing, and did.
    var once: Set<Once> = []
    var hasTitle = false
    var questionCount = 0
    /// Scale names as used in brackets; the scale itself may stand further down.
    var scaleUses: [ScaleUse] = []
    var hasLostScale = false
    /// The last question, if its line ended without a type: its stem may go on in the next line.
    var untyped: UntypedQuestion?
    /// The last question was not understood, so nobody can say what its items are.
    var skipsItems = false
    /// The last items were written without a dash.
    var missesDashes = false
    /// Where the last question says that all of it is reversed.
    var reversedBlock: Range<Int>?
    var unread: Set<String> = []
    var countPlaces: [Int: Range<Int>] = [:]
    /// Where the second text of the line in hand stands.
    private var secondText: Range<Int>?
    private var undeclared: Set<String> = []
    private var declaresLanguages = false

    /// A text that can be translated, and where each of its translations stands.
    struct Sentence {
        var path: WritableKeyPath<Survey, LocalText>
        var places: [String: Range<Int>]
    }

    /// How much of what follows belongs to a line that could not be read and is passed over: one mistake, one message.
    enum Lost: Comparable { case nothing, sentence, thing, block }

    enum CheckAbove {
        case misread
        case index(Int)
    }

    struct Once: Hashable {
        var target: Target
        var keyword: Keyword
    }

    struct UntypedQuestion {
        var line: Int
        var diagnostic: Int
        var section: Int
        var question: Int
    }

    /// What the next property belongs to.
    enum Target: Hashable {
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
        /// The question that is shown by it.
        var shows: Int?
        var store: (inout Survey, Condition) -> Void
    }

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
        forgetUnusedLanguage()
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
            var languages: [String] = []
            for word in listItems(line, key.value).map({ line.normal($0) }) where isLanguageCode(word) {
                if !languages.contains(word) { languages.append(word) }
            }
            survey.languages = languages.isEmpty ? Self.usualLanguages : languages
            declaresLanguages = !languages.isEmpty
            return
        }
        survey.languages = Self.usualLanguages
    }

    private static let usualLanguages = ["zh", "en"]

    func isLanguageCode(_ word: String) -> Bool {
        (2...3).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isLowercase } && Keyword(word) == nil
    }

    /// Without a `语言：` line a survey is bilingual only if something in it was translated.
    private mutating func forgetUnusedLanguage() {
        guard !declaresLanguages, survey.sentences.allSatisfy(\.text.translations.isEmpty) else { return }
        survey.languages.removeLast()
    }

    // MARK: Openers

    /// title = "#" , bitext      section = "##" , bitext
    private mutating func readHeading(_ line: SourceLine, _ content: Range<Int>) {
        lost = .nothing
        let hashes = line.machine[content].prefix { $0 == "#" }.count
        let rest = line.trimmed(content.lowerBound + hashes..<content.upperBound)
        let text = plainText(line, rest)
        if text.main.isEmpty { reportEmpty(line, content) }
        if hashes == 1, !hasTitle {
            hasTitle = true
            if !survey.sections.isEmpty || !survey.scales.isEmpty || !survey.dimensions.isEmpty {
                report(
                    "Z020", at: line.place(content), Wording("总标题要写在最前面", "the title comes first"),
                    notes: [Wording("章节写成“## 标题”", "sections begin with ##")])
            } else {
                target = .header
            }
            survey.title = text
            setSentence(\.title)
            return
        }
        // A title too many, or a # too many: most likely a section, and what follows it is read as one.
        if hashes == 1 {
            report(
                "Z021", at: line.place(content), Wording("又出现一个总标题", "a second title"),
                notes: [Wording("一份问卷只有一个总标题；章节写成“## 标题”", "a survey has one title; sections begin with ##")],
                fix: Diagnostic.Fix(
                    range: line.place(content.lowerBound..<content.lowerBound), replacement: "#", isCertain: false))
        } else if hashes > 2 {
            report(
                "Z022", at: line.place(content.lowerBound..<content.lowerBound + hashes),
                Wording("“#”太多", "too many #"),
                notes: [Wording("总标题一个 #，章节两个 ##", "# opens the title, ## a section")])
        }
        openSection(text, at: line.place(content))
    }

    private mutating func openSection(_ title: LocalText, at place: Range<Int>) {
        survey.sections.append(Section(title: title, place: Place(place)))
        let index = survey.sections.count - 1
        target = .section(index)
        setSentence(\.sections[index].title)
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
        guard let stop = line.machine[content].firstIndex(of: ".") else { return nil }
        let word = line.trimmed(content.lowerBound..<stop)
        guard !word.isEmpty, word.count <= 40,
            line.machine[word].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        else { return nil }
        return word
    }

    private mutating func reportUnknownLine(_ line: SourceLine, _ content: Range<Int>) {
        checkAbove = nil
        let start = line.normal(content.lowerBound..<min(content.lowerBound + 3, content.upperBound))
        if let first = start.first, "一二三四五六七八九十".contains(first),
            start.dropFirst().first.map({ "、,".contains($0) }) == true
        {
            report(
                "Z032", at: line.place(content),
                Wording("这一行像是章节标题，但开头少了“##”", "this looks like a section but does not start with ##"),
                fix: Diagnostic.Fix(
                    range: line.place(content.lowerBound..<content.lowerBound), replacement: "## ", isCertain: false))
            return openSection(plainText(line, content), at: line.place(content))
        }
        if let tags = typedBracket(line, content) { return readStray(line, content, tags) }
        lost = max(lost, .sentence)
        if let keyword = openingKeyword(line, content) {
            let end = content.lowerBound + keyword.count
            report(
                "Z004", at: line.place(content.lowerBound..<end),
                Wording("“\(keyword)”后面少了冒号", "a colon is missing after \"\(keyword)\""),
                fix: Diagnostic.Fix(range: line.place(end..<end), replacement: "：", isCertain: false))
            checkAbove = .misread
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

    /// A keyword with a blank where its colon should be.
    private func openingKeyword(_ line: SourceLine, _ content: Range<Int>) -> String? {
        let word = line.normal(content).prefix { $0 != " " }
        return word.count < content.count && Keyword(String(word)) != nil ? String(word) : nil
    }

    /// A line that no code opens, but that ends in a type: the rest of the stem above, or a question without a code.
    private mutating func readStray(_ line: SourceLine, _ content: Range<Int>, _ tags: Range<Int>) {
        if let above = untyped, above.line == line.number - 1 {
            diagnostics[above.diagnostic] = Diagnostic(
                "Z034", at: line.place(content), Wording("题干断成了两行", "the stem is broken over two lines"),
                notes: [Wording("把这一行接到上一行后面", "join this line to the one above")])
            let (kind, marks) = readType(line, tags, of: (above.section, above.question))
            survey.sections[above.section].questions[above.question].kind = kind
            survey.sections[above.section].questions[above.question].marks = marks
            unread.remove(survey.sections[above.section].questions[above.question].code)
            untyped = nil
            skipsItems = false
            return
        }
        report(
            "Z035", at: line.place(content), Wording("这道题没有代码", "this question has no code"),
            notes: [Wording("题目写成“代码. 文字 [题型]”，例如 A1. 您的岗位 [单选]", "write `code. text [type]`, such as A1. Your post [single]")])
        appendQuestion(code: "", text: LocalText(""), place: line.place(content))
        let (kind, marks) = readType(line, tags, of: lastQuestion)
        setKind(kind, marks)
    }

    // MARK: Keys

    private mutating func readKey(_ line: SourceLine, _ key: Key) {
        let word = line.normal(key.word)
        if let second = key.value.first, line.machine[second] == ":" {
            report(
                "Z002", at: line.place(second..<second + 1), Wording("冒号写了两次", "the colon is doubled"),
                fix: Diagnostic.Fix(range: line.place(second..<second + 1), replacement: "", isCertain: true))
            return readKey(line, Key(word: key.word, value: line.trimmed(second + 1..<key.value.upperBound)))
        }
        if let keyword = Keyword(word) {
            readProperty(keyword, line, key)
        } else if survey.languages.contains(word.lowercased()) {
            readTranslation(word.lowercased(), line, key)
        } else if isLanguageCode(word) {
            // Said once for a language, however many lines are written in it.
            guard undeclared.insert(word).inserted else { return }
            report(
                "Z043", at: line.place(key.word),
                Wording("没有声明语言“\(word)”", "the language \"\(word)\" is not declared"),
                notes: [
                    Wording(
                        "已声明：\(survey.languages.joined(separator: "、"))。要加一种语言，把它写进“语言：”",
                        "declared: \(survey.languages.joined(separator: ", ")). Add it to `languages:`")
                ])
        } else {
            readUnknownKeyword(line, key)
        }
    }

    private mutating func readUnknownKeyword(_ line: SourceLine, _ key: Key) {
        let word = line.normal(key.word)
        let name = line.raw(key.word)
        let valid = validKeywords()
        let isChinese = word.contains { !$0.isASCII }
        func spelling(_ keyword: Keyword) -> String { isChinese ? keyword.chinese : keyword.english }
        if isCode(word), typedBracket(line, key.value) != nil {
            report(
                "Z035", at: line.place(key.word.upperBound..<key.word.upperBound + 1),
                Wording("题目代码后面用“.”，不用冒号", "a full stop follows a code, not a colon"),
                fix: Diagnostic.Fix(
                    range: line.place(key.word.upperBound..<key.word.upperBound + 1), replacement: ".",
                    isCertain: false))
            return readQuestion(line, code: key.word, content: key.word.lowerBound..<key.value.upperBound)
        }
        let guess =
            Suggestion.nearest(to: word, among: valid.map(spelling))
            ?? Suggestion.nearest(to: word, among: Keyword.allCases.map(spelling))
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        let (here, hereEnglish) = nameOfTarget
        notes.append(
            Wording(
                "\(here)可以写：\(valid.map(\.chinese).joined(separator: " "))，以及译文 en：",
                "\(hereEnglish) you can write: \(valid.map(\.english).joined(separator: " ")), and translations"))
        report(
            "Z001", at: line.place(key.word),
            Wording("不认识的关键词“\(name)”", "unknown keyword \"\(name)\""),
            notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(key.word), replacement: $0, isCertain: false) })
        // What the line most likely says is read on, so that the lines below it find what they belong to.
        if let keyword = guess.flatMap({ Keyword($0) }), valid.contains(keyword) {
            return readProperty(keyword, line, key)
        }
        checkAbove = .misread
        switch target {
        case .question, .row, .option, .dimension: lost = max(lost, .sentence)
        case .nothing, .header, .scale, .section, .retired: lost = .block
        }
    }

    private var nameOfTarget: (chinese: String, english: String) {
        switch target {
        case .nothing, .header: ("卷首", "at the top")
        case .scale: ("量表下面", "below a scale")
        case .section: ("章节下面", "below a section")
        case .question: ("题目下面", "below a question")
        case .row, .option: ("选项下面", "below an item")
        case .dimension: ("维度下面", "below a dimension")
        case .retired: ("这里", "here")
        }
    }

    /// What may open a line here, the likeliest first.
    private func validKeywords() -> [Keyword] {
        let blocks: [Keyword] = [.scale, .dimension, .retired]
        return switch target {
        case .nothing, .header: Keyword.header + blocks
        case .scale, .retired: blocks
        case .section: [.showIf, .help] + blocks
        case .question, .row, .option: Keyword.ofQuestion + blocks
        case .dimension: Keyword.ofDimension + blocks
        }
    }

    /// lang = langcode , ":" , text
    private mutating func readTranslation(_ language: String, _ line: SourceLine, _ key: Key) {
        guard lost == .nothing else { return }
        guard let above = sentence else {
            report(
                "Z040", at: line.place(key.word),
                Wording("这行译文上面没有可译的文字", "there is no text above for this translation"),
                notes: [Wording("“\(language):”写在它所译的那一行正下方", "put it right below the line that it translates")])
            return
        }
        guard language != survey.languages[0] else {
            report(
                "Z041", at: line.place(key.word),
                Wording(
                    "“\(language)”是主语言，不用另写一行", "\"\(language)\" is the main language and needs no line of its own"))
            return
        }
        if survey[keyPath: above.path].translations[language] != nil {
            let name = languageName(language)
            report(
                "Z042", at: line.place(key.word.lowerBound..<key.word.upperBound + 1),
                Wording("同一句话有两个\(name)译文", "two \"\(language)\" texts for the same sentence"),
                label: Wording("第二个", "the second"),
                related: above.places[language].map {
                    [Diagnostic.Related(range: $0, label: Wording("第一个在这里", "the first"))]
                } ?? [],
                notes: [
                    Wording(
                        "“\(language):”管的是它正上方那一行；译的若是别的句子，请移到那一句下面",
                        "`\(language):` belongs to the line right above it")
                ])
            return
        }
        if key.value.isEmpty { reportEmpty(line, key.word) }
        survey[keyPath: above.path].translations[language] = literal(line, rejectBrackets(line, key.value))
        sentence?.places[language] = line.place(key.value)
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
        secondText = nil
        let main = line.trimmed(parts[0])
        var text = LocalText(literal(line, main))
        text.place = Place(line.place(main.isEmpty ? range : main))
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
                secondText = line.place(line.trimmed(parts[1]))
            }
        }
        return text
    }

    /// The text just read, as what a translation below it belongs to.
    mutating func setSentence(_ path: WritableKeyPath<Survey, LocalText>) {
        sentence = Sentence(path: path, places: [:])
        checkAbove = nil
        if survey.languages.count > 1, let secondText { sentence?.places[survey.languages[1]] = secondText }
    }

    /// A text on a line that takes no square brackets.
    mutating func plainText(_ line: SourceLine, _ range: Range<Int>) -> LocalText {
        bitext(line, rejectBrackets(line, range))
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

    /// The items of a list, with a remark for a separator that separates nothing.
    mutating func checkedItems(_ line: SourceLine, _ range: Range<Int>) -> [Range<Int>] {
        let separators = range.filter { line.machine[$0] == "、" || line.machine[$0] == "," }
        let ends = [range.lowerBound - 1] + separators + [range.upperBound]
        for (left, right) in zip(ends, ends.dropFirst()) where line.trimmed(left + 1..<right).isEmpty {
            let mark = right == range.upperBound ? left : right
            guard mark >= range.lowerBound else { continue }
            report(
                "Z002", at: line.place(mark..<mark + 1),
                Wording("“\(line.characters[mark])”旁边少了一项", "an item is missing beside \"\(line.characters[mark])\""),
                fix: Diagnostic.Fix(range: line.place(mark..<mark + 1), replacement: "", isCertain: false))
            break
        }
        return listItems(line, range)
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
        lost = max(lost, .sentence)
        report(
            "Z031", at: line.place(range), Wording("这里应当有文字", "a text is missing here"),
            notes: [Wording("写上文字，或删去这一行", "write the text or delete the line")])
    }
}
