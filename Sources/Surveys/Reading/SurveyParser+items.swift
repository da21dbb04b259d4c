extension SurveyParser {
    /// item = "-" , [ icode , "=" ] , bitext , [ tags ]: a level, a band, an option or a row, by what stands above.
    mutating func readItem(_ line: SourceLine, _ content: Range<Int>) {
        guard lost != .block else { return }
        lost = .nothing
        checkAbove = nil
        // The sentence is that of this line, or of none.
        sentence = nil
        switch target {
        case .scale(let index): readLevel(of: index, line, content)
        case .dimension(let index): readBand(of: index, line, content)
        case .question(let section, let question), .option(let section, let question, _),
            .row(let section, let question, _):
            // Not the question itself: as long as somebody holds it, every row that is added copies all rows before it.
            let kind = survey.sections[section].questions[question].kind
            let place = survey.sections[section].questions[question].place
            if kind.takesOptions {
                readOption(of: (section, question), line, content)
            } else if kind.takesRows {
                readRow(of: (section, question), line, content)
            } else {
                lost = .thing
                // Said once: where one item is wrong, all of them are.
                guard !skipsItems else { return }
                skipsItems = true
                report(
                    "Z057", at: line.place(content),
                    Wording("这种题不写选项", "this type of question takes no options"),
                    related: [
                        Diagnostic.Related(
                            range: place.range, label: Wording("它属于这道题", "it belongs to this question"))
                    ])
            }
        case .nothing, .header, .section, .retired:
            report(
                "Z040", at: line.place(content),
                Wording("这一行选项上面没有题目、量表或维度", "there is no question, scale or dimension above this item"))
            lost = .block
        }
    }

    private mutating func readOption(of owner: (Int, Int), _ line: SourceLine, _ content: Range<Int>) {
        let (section, question) = owner
        let (body, tags) = bracket(line, content)
        let item = codedItem(line, body)
        let textRange = item?.text ?? line.trimmed(afterDash(line, body)..<body.upperBound)
        let text = bitext(line, textRange)
        if text.main.isEmpty { reportEmpty(line, content) }
        if item == nil { checkBareOption(line, textRange) }
        checkRoundMarks(line, textRange, tags, mayHavePoints: true)
        let marks = readMarks(line, tags, allowed: Self.optionMarks, mayHavePoints: true)
        let index = survey.sections[section].questions[question].options.count
        let code = item.map { line.normal($0.code) } ?? ""
        survey.sections[section].questions[question].options.append(
            Option(
                code: code, text: text, marks: marks,
                place: Place(line.place(item?.code ?? (textRange.isEmpty ? content : textRange)))))
        target = .option(section, question, index)
        setSentence(.option(section, question, index))
    }

    /// An option without a code, whose text looks as if it were meant to have one: `1.5 = 一倍半`, `A、综合管理`.
    private mutating func checkBareOption(_ line: SourceLine, _ text: Range<Int>) {
        if let sign = line.machine[text].firstIndex(of: "=") {
            let head = line.trimmed(text.lowerBound..<sign)
            let isSentence = line.machine[head].contains(" ") && line.machine[head].contains(where: \.isLetter)
            if head.isEmpty {
                return report(
                    "Z035", at: line.place(sign..<sign + 1),
                    Wording("等号前面少了代码", "the code before the equals sign is missing"),
                    notes: [
                        Wording(
                            "写成“- 代码 = 文字”，例如 - 1 = \(line.raw(line.trimmed(sign + 1..<text.upperBound)))",
                            "write `- code = text`, such as - 1 = text")
                    ])
            }
            if !isSentence, line.machine[head].allSatisfy(\.isASCII) {
                report(
                    "Z035", at: line.place(head),
                    Wording("“\(line.raw(head))”不能作选项代码", "\"\(line.raw(head))\" cannot be the code of an option"),
                    notes: [
                        Wording(
                            "代码由字母、汉字、数字和下划线组成；文字里本来就有等号时，前面要写上代码",
                            "letters, digits and underscores; a text with an equals sign needs a code before it")
                    ])
            }
            return
        }
        let number = line.machine[text].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let mark = number.endIndex
        guard (1...2).contains(number.count), mark < text.upperBound, line.machine[mark].isOne(of: ".、:)") else {
            return
        }
        // 1.5 万元 is a number and not the first option.
        if mark + 1 < text.upperBound, line.machine[mark + 1].isNumber { return }
        report(
            "Z051", .warning, at: line.place(text.lowerBound..<mark + 1),
            Wording("选项文字以编号开头，编号会显示给答题的人", "the option begins with a number of its own"),
            notes: [Wording("代码写成：- \(String(number)) = …", "a code is written: - \(String(number)) = …")])
    }

    private mutating func readRow(of owner: (Int, Int), _ line: SourceLine, _ content: Range<Int>) {
        let (section, question) = owner
        let (body, tags) = bracket(line, content)
        guard let item = codedItem(line, body), isCode(line.normal(item.code)) else {
            lost = .thing
            // Levels below a question that names no scale: what is missing is said at the question.
            guard !missesScale else { return }
            return reportRowCode(line, content, body, of: owner)
        }
        let text = bitext(line, item.text)
        if text.main.isEmpty { reportEmpty(line, item.code) }
        checkRoundMarks(line, item.text, tags)
        let marks = readRowMarks(line, tags, of: survey.sections[section].questions[question].kind)
        if let reversedBlock {
            report(
                "Z015", at: reversedBlock,
                Wording("“反向”不能写给整块题", "`reverse` cannot stand for a whole block"),
                notes: [Wording("写在要反向计分的那一行的行尾", "write it at the end of each row that is reversed")])
            self.reversedBlock = nil
        }
        survey.sections[section].questions[question].rows.append(
            Row(code: line.normal(item.code), text: text, marks: marks, place: Place(line.place(item.code))))
        let index = survey.sections[section].questions[question].rows.count - 1
        target = .row(section, question, index)
        setSentence(.row(section, question, index))
    }

    private mutating func reportRowCode(
        _ line: SourceLine, _ content: Range<Int>, _ body: Range<Int>, of owner: (Int, Int)
    ) {
        let block = survey.sections[owner.0].questions[owner.1]
        let item = codedItem(line, body)
        let next = "\(block.code)\(block.rows.count + 1)"
        let remedy = Wording(
            "写成“- 代码 = 文字”，代码以字母或汉字开头，跟着题目一辈子，例如 - \(next) = …",
            "write `- code = text`; the code begins with a letter and stays for good, such as - \(next) = …")
        if let item {
            report(
                "Z035", at: line.place(item.code),
                Wording("“\(line.raw(item.code))”不能作这一行的代码", "\"\(line.raw(item.code))\" cannot be the code of a row"),
                notes: [remedy],
                fix: Diagnostic.Fix(range: line.place(item.code), replacement: next, isCertain: false))
        } else {
            report("Z035", at: line.place(content), Wording("这一行少了代码", "this row has no code"), notes: [remedy])
        }
    }

    /// `- code = text`: the code is letters and digits only, so that a sentence with an equals sign stays a sentence.
    mutating func codedItem(_ line: SourceLine, _ body: Range<Int>) -> (code: Range<Int>, text: Range<Int>)? {
        let rest = line.trimmed(afterDash(line, body)..<body.upperBound)
        guard let sign = line.machine[rest].firstIndex(of: "=") else { return nil }
        let code = line.trimmed(rest.lowerBound..<sign)
        let word = line.machine[code]
        let digits = word.first == "-" ? word.dropFirst() : word
        guard !digits.isEmpty, digits.allSatisfy({ $0.isCodeLetter || $0.isDigit || $0 == "_" }), code.count <= 24
        else {
            return nil
        }
        return (code, line.trimmed(skipDoubled(line, sign)..<rest.upperBound))
    }

    /// Behind the dash that opens an item. A Chinese keyboard's dash (——) is two characters and one mark.
    ///
    /// An item whose dash is missing, which was reported, begins at once.
    func afterDash(_ line: SourceLine, _ body: Range<Int>) -> Int {
        guard !body.isEmpty, line.machine[body.lowerBound] == "-" else { return body.lowerBound }
        let second = body.lowerBound + 1
        guard second < body.upperBound, line.machine[second] == "-" else { return min(second, body.upperBound) }
        let isLongDash = line.scalars[body.lowerBound] == "—" && line.scalars[second] == "—"
        let isBeforeBlank = second + 1 < body.upperBound && line.machine[second + 1] == " "
        return isLongDash || isBeforeBlank ? second + 1 : second
    }

    /// Behind a mark, and behind all the others like it that slipped in beside it.
    mutating func skipDoubled(_ line: SourceLine, _ mark: Int) -> Int {
        let next = mark + 1
        guard next < line.end, line.machine[next] == line.machine[mark] else {
            return min(next, line.end)
        }
        let end = line.machine[next...].firstIndex { $0 != line.machine[mark] } ?? line.end
        report(
            "Z002", at: line.place(next..<end),
            Wording("“\(line.scalars[next])”写了两次", "\"\(line.scalars[next])\" is doubled"),
            fix: Diagnostic.Fix(range: line.place(next..<end), replacement: "", isCertain: true))
        return end
    }

    func isCode(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first, first.isCodeLetter, word.unicodeScalars.count <= 24 else {
            return false
        }
        return word.isSpelledAsCode
    }
}
