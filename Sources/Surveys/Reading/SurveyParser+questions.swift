extension SurveyParser {
    /// question = code , "." , bitext , qtags
    mutating func readQuestion(_ line: SourceLine, code: Range<Int>, content: Range<Int>) {
        let stop = line.trimmed(code.upperBound..<content.upperBound).lowerBound
        let rest = line.trimmed(skipDoubled(line, stop)..<content.upperBound)
        readQuestion(line, code: code, rest: rest, content: content)
    }

    /// - Parameter rest: what stands behind the code and its full stop.
    mutating func readQuestion(_ line: SourceLine, code: Range<Int>, rest: Range<Int>, content: Range<Int>) {
        let word = line.normal(code)
        let errors = diagnostics.count
        var (body, tags) = bracket(line, rest)
        if diagnostics.count == errors, tags == nil ? looksLikeOption(word) : looksLikeItem(word, line, tags) {
            let stop = line.trimmed(code.upperBound..<content.upperBound).lowerBound
            return readUndashedItem(line, code, stop, content)
        }
        if tags == nil, diagnostics.count == errors, let group = bracedType(line, body) {
            reportBraces(line, group)
            tags = group.lowerBound + 1..<group.upperBound - 1
            body = line.trimmed(body.lowerBound..<group.lowerBound)
        }
        checkCode(word, at: line.place(code))
        let text = bitext(line, body)
        if text.main.isEmpty { reportEmpty(line, code) }
        appendQuestion(code: word, text: text, place: line.place(code))
        if let tags {
            checkRoundMarks(line, body, tags, type: words(line, tags).first.flatMap { TypeWord($0.text) } ?? .note)
            let (kind, marks) = readType(line, tags, of: lastQuestion)
            setKind(kind, marks)
        } else {
            skipsItems = true
            unread.insert(word)
            if diagnostics.count == errors { reportMissingType(line, code, body) }
        }
    }

    /// Opens a question of which only the line is known yet; its type follows.
    mutating func appendQuestion(code: String, text: LocalText, place: Range<Int>) {
        if survey.sections.isEmpty { survey.sections.append(Section(title: LocalText(""), place: .nowhere)) }
        let section = survey.sections.count - 1
        survey.sections[section].questions.append(Question(code: code, text: text, kind: .note, place: Place(place)))
        questionCount += 1
        let index = survey.sections[section].questions.count - 1
        lost = .nothing
        untyped = nil
        skipsItems = false
        missesDashes = false
        missesScale = false
        reversedBlock = nil
        target = .question(section, index)
        setSentence(.question(section, index))
    }

    var lastQuestion: (section: Int, question: Int) {
        let section = survey.sections.count - 1
        return (section, survey.sections[section].questions.count - 1)
    }

    mutating func setKind(_ kind: Question.Kind, _ marks: Marks) {
        let (section, question) = lastQuestion
        survey.sections[section].questions[question].kind = kind
        survey.sections[section].questions[question].marks = marks
    }

    private mutating func checkCode(_ word: String, at place: Range<Int>) {
        if !isCode(word) {
            let isNumber = word.first?.isNumber == true
            report(
                isNumber ? "Z037" : "Z035", at: place,
                Wording("“\(word)”不能作题目代码", "\"\(word)\" cannot be a code"),
                notes: isNumber
                    ? [
                        Wording("代码以字母或汉字开头，例如 A\(word)", "a code begins with a letter, such as A\(word)"),
                        Wording("从 问卷星 复制来的文字请用 zicha import wjx 转换", "pasted from 问卷星? run zicha import wjx"),
                    ]
                    : [Wording("代码由字母、汉字、数字和下划线组成，至多 24 个字", "letters, digits and underscores, at most 24")],
                fix: underscored(word).map { Diagnostic.Fix(range: place, replacement: $0, isCertain: false) })
        } else if Keyword(word) != nil || survey.languages.contains(word) {
            report("Z038", at: place, Wording("“\(word)”是关键词，不能作代码", "\"\(word)\" is a reserved word"))
        }
    }

    /// `A——1`: a Chinese keyboard gives dashes for an underscore.
    private func underscored(_ word: String) -> String? {
        let code = word.replacing(/-+/, with: "_")
        return code != word && isCode(code) ? code : nil
    }

    private mutating func reportMissingType(_ line: SourceLine, _ code: Range<Int>, _ body: Range<Int>) {
        let (section, question) = lastQuestion
        untyped = UntypedQuestion(
            line: line.number, diagnostic: diagnostics.count, section: section, question: question)
        report(
            "Z012", at: line.place(code),
            Wording("“\(line.normal(code))”没有写题型", "\(line.normal(code)) has no type"),
            notes: [
                Wording(
                    "行尾加方括号，例如 [单选]。题型：\(TypeWord.allCases.map(\.chinese).joined(separator: " "))",
                    "end the line with a type, such as [single]: \(TypeWord.allCases.map(\.english).joined(separator: " "))"
                )
            ],
            fix: roundType(line, body))
    }

    /// `{单选}` at the end of a stem: braces are for repeating an answer.
    private func bracedType(_ line: SourceLine, _ body: Range<Int>) -> Range<Int>? {
        guard let last = body.last, line.machine[last] == "}", let open = line.machine[body].lastIndex(of: "{"),
            words(line, open + 1..<last).first.flatMap({ TypeWord($0.text) }) != nil
        else { return nil }
        return open..<last + 1
    }

    private mutating func reportBraces(_ line: SourceLine, _ group: Range<Int>) {
        report(
            "Z012", at: line.place(group), Wording("题型写在方括号里", "a type stands in square brackets"),
            fix: Diagnostic.Fix(
                range: line.place(group),
                replacement: "[\(line.raw(group.lowerBound + 1..<group.upperBound - 1))]", isCertain: true))
    }

    /// `（单选）` in brackets that are only text.
    private func roundType(_ line: SourceLine, _ body: Range<Int>) -> Diagnostic.Fix? {
        guard let round = roundMark(line, body) else { return nil }
        let inside = round.lowerBound + 1..<round.upperBound - 1
        guard let type = words(line, inside).first, TypeWord(type.text) != nil else { return nil }
        return Diagnostic.Fix(range: line.place(round), replacement: "[\(line.raw(inside))]", isCertain: false)
    }

    // MARK: Options without a dash

    /// `A. 综合管理` below a question that still waits for its options, or a lone letter below any that takes them.
    private func looksLikeOption(_ word: String) -> Bool {
        guard let above = questionAbove.map({ survey.sections[$0.0].questions[$0.1] }),
            above.kind.takesOptions || above.kind.takesRows
        else { return false }
        return missesDashes || word.count == 1 || (above.options.isEmpty && above.rows.isEmpty)
    }

    /// `ZF2. … [反向]`: where a type should stand there is a mark, and the code goes on with those of the rows above.
    private func looksLikeItem(_ word: String, _ line: SourceLine, _ tags: Range<Int>?) -> Bool {
        guard let tags, let above = questionAbove.map({ survey.sections[$0.0].questions[$0.1] }),
            let first = words(line, tags).first?.text, TypeWord(first) == nil
        else { return false }
        if above.kind.takesOptions {
            return points(first) != nil || [.write, .exclusive, .unscored].contains(MarkWord(first))
        }
        guard above.kind.takesRows, MarkWord(first) != nil else { return false }
        func stem(_ code: String) -> Substring { code.prefix { !$0.isNumber } }
        return above.rows.isEmpty
            ? word.hasPrefix(above.code) : above.rows.contains { stem($0.code) == stem(word) }
    }

    /// `· 甲`, `甲` below a question that waits for its options, `≥ 80 = 良好` below a dimension: said once, and read as
    /// the items that they most likely are.
    mutating func readUnmarkedItem(_ line: SourceLine, _ content: Range<Int>) -> Bool {
        let isBulleted = line.machine[content.lowerBound].isOne(of: "×·•●○□◯◇■▪◦") && content.count > 1
        let rest = isBulleted ? line.trimmed(content.lowerBound + 1..<content.upperBound) : content
        switch target {
        case .dimension:
            guard isBulleted || line.machine[content.lowerBound].isOne(of: "≥>") else { return false }
        case .question(let section, let question), .option(let section, let question, _):
            let above = survey.sections[section].questions[question]
            let isWaiting = above.options.isEmpty || missesDashes
            guard above.kind.takesOptions, isBulleted || (isWaiting && isLabel(line, content)) else { return false }
        default: return false
        }
        if !missesDashes {
            report(
                "Z030", at: line.place(isBulleted ? content.lowerBound..<rest.lowerBound : content),
                Wording("这一行像是选项，但开头少了“-”", "this looks like an option but does not start with \"-\""),
                notes: [Wording("下面的各项也都要以“- ”开头", "so must the items below it")],
                fix: Diagnostic.Fix(
                    range: line.place(content.lowerBound..<rest.lowerBound), replacement: "- ", isCertain: false))
        }
        missesDashes = true
        readItem(line, rest)
        return true
    }

    /// As short as an option, and nothing in it that another kind of line would have.
    private func isLabel(_ line: SourceLine, _ content: Range<Int>) -> Bool {
        content.count <= 30 && !line.machine[content].contains { $0.isOne(of: ":.。?[]=") }
            && Keyword(line.normal(content)) == nil
    }

    /// `B = 科级`: an option, a row or a level that only lacks its dash.
    mutating func readUndashedLine(_ line: SourceLine, _ content: Range<Int>) -> Bool {
        guard let sign = line.machine[content].firstIndex(of: "="),
            let item = codedItem(line, content), !item.text.isEmpty
        else { return false }
        switch target {
        case .question, .option, .row:
            guard let above = questionAbove.map({ survey.sections[$0.0].questions[$0.1] }),
                above.kind.takesOptions || above.kind.takesRows
            else { return false }
            readUndashedItem(line, item.code, sign, content)
            return true
        case .scale:
            let word = line.normal(item.code)
            guard PlainNumber.whole(word) != nil || word.uppercased() == "NA" else { return false }
            reportUndashed(line, item.code, sign, content)
            readItem(line, content)
            return true
        default: return false
        }
    }

    private mutating func reportUndashed(
        _ line: SourceLine, _ code: Range<Int>, _ sign: Int, _ content: Range<Int>, label: Wording? = nil,
        related: [Diagnostic.Related] = []
    ) {
        let text = line.raw(line.trimmed(sign + 1..<content.upperBound))
        report(
            "Z030", at: line.place(code.lowerBound..<sign + 1),
            Wording("这一行像是选项，但开头少了“-”", "this looks like an option but does not start with \"-\""),
            label: label, related: related,
            notes: [
                Wording(
                    "选项写成“- 代码 = 文字”；题目才写成“代码. 文字 [题型]”", "options: `- code = text`; questions: `code. text [type]`")
            ],
            fix: Diagnostic.Fix(
                range: line.place(content), replacement: "- \(line.normal(code)) = \(text)", isCertain: false))
    }

    /// It is reported and then read as the item that it most likely is, so that conditions find it.
    private mutating func readUndashedItem(
        _ line: SourceLine, _ code: Range<Int>, _ sign: Int, _ content: Range<Int>
    ) {
        guard let (section, question) = questionAbove else { return }
        let above = survey.sections[section].questions[question]
        let word = line.normal(code)
        let isFirst = above.options.isEmpty && above.rows.isEmpty
        reportUndashed(
            line, code, sign, content,
            label: line.machine[sign] == "."
                ? Wording("会被当成一道代码为 \(word) 的新题", "would be a new question with the code \(word)") : nil,
            related: isFirst
                ? [
                    Diagnostic.Related(
                        range: above.place.range, label: Wording("上面这道题还没有选项", "this question has no options yet"))
                ] : [])
        lost = .nothing
        missesDashes = true
        let (body, tags) = bracket(line, line.trimmed(sign + 1..<content.upperBound))
        let text = bitext(line, body)
        let place = Place(line.place(code))
        checkRoundMarks(line, body, tags)
        if above.kind.takesOptions {
            let marks = readMarks(line, tags, allowed: Self.optionMarks, mayHavePoints: true)
            let index = above.options.count
            survey.sections[section].questions[question].options.append(
                Option(code: word, text: text, marks: marks, place: place))
            target = .option(section, question, index)
            setSentence(.option(section, question, index))
        } else {
            let marks = readRowMarks(line, tags, of: above.kind)
            let index = above.rows.count
            survey.sections[section].questions[question].rows.append(
                Row(code: word, text: text, marks: marks, place: place))
            target = .row(section, question, index)
            setSentence(.row(section, question, index))
        }
    }
}
