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
    var map = SourceMap()
    var hasTitle = false
    var questionCount = 0
    /// Scale names as used in brackets; the scale itself may stand further down.
    var scaleUses: [ScaleUse] = []
    var hasLostScale = false
    /// The last question, if its line ended without a type: its stem may go on in the next line.
    var untyped: UntypedQuestion?
    /// The last question was not understood, so nobody can say what its items are.
    var skipsItems = false
    /// The last question should have named a scale.
    var missesScale = false
    /// The last items were written without a dash.
    var missesDashes = false
    /// Where the last question says that all of it is reversed.
    var reversedBlock: Range<Int>?
    var unread: Set<String> = []
    var retiredCodes: Set<String> = []
    var countPlaces: [Int: Range<Int>] = [:]
    /// Where the second text of the line in hand stands.
    var secondText: Range<Int>?
    /// Languages that were used and not declared, and said to be so.
    var undeclared: Set<String> = []
    private var declaresLanguages = false
    /// False where the list of languages itself was wrong, so that nobody can say what is not translated.
    var knowsLanguages = true

    /// A text that can be translated, and where each of its translations stands.
    struct Sentence {
        var address: TextAddress
        /// Where its main wording stands.
        var offset: Int
    }

    /// How much of what follows belongs to a line that could not be read and is passed over: one mistake, one message.
    enum Lost: Comparable { case nothing, sentence, thing, block }

    enum CheckAbove {
        case misread
        case index(Int)
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
        /// Where the thing stands that it belongs to.
        var owner: Int
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
            if content.isEmpty || line.isComment(content) { continue }
            switch line.machine[content.lowerBound] {
            case "#": readHeading(line, content)
            case "-": readItem(line, content)
            default: readKeyedLine(line, content)
            }
        }
        forgetUnusedLanguage()
        // They are a set: the order in which they were written says nothing.
        survey.retired.sort()
        if !hasTitle {
            report(
                "Z020", at: 0..<0,
                Wording("问卷没有总标题", "the survey has no title"),
                notes: [Wording("第一行写：# 问卷名称 | English title", "the first line says: # Title")])
        }
    }

    /// The title may already hold `中文 | English`, so the languages have to be known before the first line is read.
    private mutating func readLanguagesFirst() {
        for line in source.lines {
            guard let key = key(of: line, line.content), Keyword(line.normal(key.word)) == .languages else { continue }
            var languages: [String] = []
            let words = listItems(line, key.value).map { line.normal($0) }
            for word in words where isLanguageCode(word) && !languages.contains(word) { languages.append(word) }
            // A code with a slip in it stands for some language: most likely one of these.
            for usual in Self.usualLanguages where languages.count < Set(words).count && !languages.contains(usual) {
                languages.append(usual)
            }
            survey.languages = languages.isEmpty ? Self.usualLanguages : languages
            declaresLanguages = !languages.isEmpty
            return
        }
        survey.languages = Self.usualLanguages
    }

    static let usualLanguages = ["zh", "en"]

    func isLanguageCode(_ word: String) -> Bool {
        word.count == 2
            ? twoLetterLanguages.contains(word) : word.count == 3 && word.allSatisfy { $0.isASCII && $0.isLowercase }
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
            setSentence(.title)
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
        setSentence(.section(index))
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
        if readUndashedLine(line, content) { return }
        if let tags = typedBracket(line, content) { return readStray(line, content, tags) }
        if readUnmarkedItem(line, content) { return }
        if !hasTitle, target == .nothing, diagnostics.isEmpty { return readUnmarkedTitle(line, content) }
        lost = max(lost, .sentence)
        if let keyword = openingKeyword(line, content) {
            let end = content.lowerBound + keyword.count
            let value = line.trimmed(end..<content.upperBound)
            report(
                "Z004", at: line.place(content.lowerBound..<end),
                Wording("“\(keyword)”后面少了冒号", "a colon is missing after \"\(keyword)\""),
                fix: value.isEmpty
                    ? nil
                    : Diagnostic.Fix(
                        range: line.place(end..<value.lowerBound), replacement: "：", isCertain: false))
            checkAbove = .misread
            if value.isEmpty { return }
            // A line of English prose may open with a keyword.
            guard let known = Keyword(keyword), known == .scale || known == .dimension || known.chinese == keyword
            else { return }
            lost = .nothing
            return readProperty(
                known, line,
                Key(word: content.lowerBound..<end, value: value))
        }
        report(
            "Z034", at: line.place(content), Wording("看不懂这一行", "this line is not understood"),
            notes: [
                Wording(
                    "一行以 #、##、“代码.”、“- ”、“关键词：”或“en：”开头；长题干不要换行",
                    "a line opens with #, ##, `code.`, `- `, `keyword:` or `en:`; do not break a stem over two lines")
            ])
    }

    /// The first line, which only lacks its mark.
    private mutating func readUnmarkedTitle(_ line: SourceLine, _ content: Range<Int>) {
        report(
            "Z020", at: line.place(content), Wording("总标题开头少了“#”", "the title does not begin with #"),
            notes: [Wording("第一行写：# 问卷名称", "the first line says: # Title")],
            fix: Diagnostic.Fix(
                range: line.place(content.lowerBound..<content.lowerBound), replacement: "# ", isCertain: false))
        hasTitle = true
        target = .header
        survey.title = plainText(line, content)
        setSentence(.title)
    }

    /// A keyword with a blank where its colon should be, or by itself.
    private func openingKeyword(_ line: SourceLine, _ content: Range<Int>) -> String? {
        let word = line.normal(content).prefix { $0 != " " }
        return Keyword(String(word)) != nil ? String(word) : nil
    }

    /// A line that no code opens, but that ends in a type: the rest of the stem above, or a question without a code.
    private mutating func readStray(_ line: SourceLine, _ content: Range<Int>, _ tags: Range<Int>) {
        if let code = codeWithoutStop(line, content) { return readUnstopped(line, content, code) }
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
            notes: [
                Wording(
                    "题目写成“代码. 文字 [题型]”，例如 A1. 您的岗位 [单选]", "write `code. text [type]`, such as A1. Your post [single]")
            ])
        appendQuestion(code: "", text: LocalText(""), place: line.place(content))
        let (kind, marks) = readType(line, tags, of: lastQuestion)
        setKind(kind, marks)
    }

    /// `A1、您的职务`, `A1 您的职务`: a code, and another joint than the full stop.
    private func codeWithoutStop(_ line: SourceLine, _ content: Range<Int>) -> Range<Int>? {
        let word = line.machine[content].prefix { $0.isASCII && $0.isWordCharacter }
        let joint = word.endIndex
        guard !word.isEmpty, word.count <= 8, joint < content.upperBound, word.contains(where: \.isDigit),
            line.machine[joint].isOne(of: "、,) ")
        else { return nil }
        return word.startIndex..<joint
    }

    private mutating func readUnstopped(_ line: SourceLine, _ content: Range<Int>, _ code: Range<Int>) {
        let joint = line.trimmed(code.upperBound..<content.upperBound).lowerBound
        let end = line.machine[joint].isOne(of: "、,)") ? joint + 1 : joint
        // Of a number it is said that it can be no code.
        if isCode(line.normal(code)) {
            report(
                "Z035", at: line.place(code.upperBound..<code.upperBound + 1),
                Wording("题目代码后面少了“.”", "a full stop is missing behind the code"),
                fix: Diagnostic.Fix(
                    range: line.place(code.upperBound..<line.trimmed(end..<content.upperBound).lowerBound),
                    replacement: ". ", isCertain: false))
        }
        readQuestion(line, code: code, rest: line.trimmed(end..<content.upperBound), content: content)
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
