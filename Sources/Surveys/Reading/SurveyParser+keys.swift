/// Lines of the form `关键词：值` and `en: text`.
extension SurveyParser {
    mutating func readKey(_ line: SourceLine, _ key: Key) {
        let word = line.normal(key.word)
        if let second = key.value.first, line.machine[second] == ":" {
            let end = line.machine[key.value].firstIndex { $0 != ":" } ?? key.value.upperBound
            report(
                "Z002", at: line.place(second..<end), Wording("冒号写了两次", "the colon is doubled"),
                fix: Diagnostic.Fix(range: line.place(second..<end), replacement: "", isCertain: true))
            return readKey(line, Key(word: key.word, value: line.trimmed(end..<key.value.upperBound)))
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
            Keyword.aliases[word.lowercased()].flatMap { valid.contains($0) ? spelling($0) : nil }
            ?? Suggestion.nearest(to: word, among: valid.map(spelling))
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        let (here, hereEnglish) = nameOfTarget
        let own = valid.filter { !Keyword.blocks.contains($0) }
        if !own.isEmpty {
            notes.append(
                Wording(
                    "\(here)可以写：\(own.map(\.chinese).joined(separator: " "))，以及译文 en：",
                    "\(hereEnglish) you can write: \(own.map(\.english).joined(separator: " ")), and translations"))
        }
        notes.append(
            Wording(
                "另起一块写：\(Keyword.blocks.map(\.chinese).joined(separator: " "))",
                "a new block begins with: \(Keyword.blocks.map(\.english).joined(separator: " "))"))
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
        switch target {
        case .nothing, .header: Keyword.header + Keyword.blocks
        case .scale, .retired: Keyword.blocks
        case .section: [.showIf, .help] + Keyword.blocks
        case .row(let section, let question, _) where isPair(section, question):
            Keyword.ofQuestion + [.advice] + Keyword.blocks
        case .question, .row, .option: Keyword.ofQuestion + Keyword.blocks
        case .dimension: Keyword.ofDimension + Keyword.blocks
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
        let place = SourceMap.Translation(sentence: above.offset, language: language)
        if map.translations[place] != nil {
            let name = languageName(language)
            report(
                "Z042", at: line.place(key.word.lowerBound..<key.word.upperBound + 1),
                Wording("同一句话有两个\(name)译文", "two \"\(language)\" texts for the same sentence"),
                label: Wording("第二个", "the second"),
                related: map.translations[place].map {
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
        let text = rejectBrackets(line, key.value)
        if let bar = text.first(where: { line.isLoneBar(at: $0, in: text) }) {
            report(
                "Z044", at: line.place(bar..<bar + 1), Wording("“|”后面多出一段文字", "there is one text too many after \"|\""),
                notes: [
                    Wording(
                        "一行译文只有一段；文字里本来就有竖线时写成“||”", "a translation is one text; write || for a bar that belongs to it")
                ])
        }
        survey[above.address].translations[language] = line.literal(text)
        map.translations[place] = line.place(key.value)
    }
}
