extension SurveyParser {
    // MARK: Scales

    /// scale = "量表" , ":" , bitext
    mutating func readScale(_ line: SourceLine, _ key: Key) {
        let name = bitext(line, key.value)
        if name.main.isEmpty { reportEmpty(line, key.word) }
        survey.scales.append(Scale(name: name, levels: [], place: Place(line.place(key.value.isEmpty ? key.word : key.value))))
        let index = survey.scales.count - 1
        target = .scale(index)
        sentence = \.scales[index].name
    }

    /// level = "-" , ( int | "NA" ) , "=" , bitext , [ tags ]
    private mutating func readLevel(of scale: Int, _ line: SourceLine, _ content: Range<Int>) {
        let (body, tags) = bracket(line, content)
        guard let item = codedItem(line, body) else {
            report(
                "Z033", at: line.place(content), Wording("量表的一档写成“- 数字 = 文字”", "a level is written `- number = text`"),
                notes: [Wording("例如：- 5 = 完全符合；不适用写 - NA = 不适用", "such as: - 5 = Always true")])
            return
        }
        let word = line.normal(item.code)
        let isNA = word.uppercased() == "NA"
        guard isNA || Int(word) != nil else {
            report(
                "Z033", at: line.place(item.code),
                Wording("“\(word)”不是整数，不能作一档的数值", "\"\(word)\" is not a whole number"),
                notes: [Wording("写整数，或 NA 表示不适用", "write a whole number, or NA for not applicable")])
            return
        }
        let text = bitext(line, item.text)
        if text.main.isEmpty { reportEmpty(line, item.code) }
        let marks = readMarks(line, tags, allowed: [.unscored], mayHavePoints: true)
        survey.scales[scale].levels.append(
            Level(
                code: isNA ? nil : Int(word), text: text, points: marks.points, isUnscored: marks.isUnscored || isNA,
                place: Place(line.place(item.code))))
        let index = survey.scales[scale].levels.count - 1
        sentence = \.scales[scale].levels[index].text
    }

    // MARK: Dimensions

    /// dimension = "维度" , ":" , bitext
    mutating func readDimension(_ line: SourceLine, _ key: Key) {
        let name = bitext(line, key.value)
        if name.main.isEmpty { reportEmpty(line, key.word) }
        survey.dimensions.append(Dimension(name: name, place: Place(line.place(key.value.isEmpty ? key.word : key.value))))
        let index = survey.dimensions.count - 1
        target = .dimension(index)
        sentence = \.dimensions[index].name
    }

    /// band = "-" , ( "≥" , number | "其余" ) , "=" , bitext
    private mutating func readBand(of dimension: Int, _ line: SourceLine, _ content: Range<Int>) {
        let body = line.trimmed(content.lowerBound + 1..<content.upperBound)
        let text = line.machine
        var index = body.lowerBound
        var isThreshold = false
        if index < body.upperBound, text[index] == "≥" {
            isThreshold = true
            index += 1
        } else if index + 1 < body.upperBound, text[index] == ">", text[index + 1] == "=" {
            isThreshold = true
            index += 2
        }
        guard let sign = text[index..<body.upperBound].firstIndex(of: "=") else { return reportBand(line, content) }
        let head = line.trimmed(index..<sign)
        let word = line.normal(head)
        let from: Double?
        if isThreshold {
            guard let number = Double(word) else { return reportBand(line, head.isEmpty ? content : head) }
            from = number
        } else if ["其余", "rest", "otherwise", "else"].contains(word.lowercased()) {
            from = nil
        } else {
            return reportBand(line, head.isEmpty ? content : head)
        }
        let name = bitext(line, line.trimmed(sign + 1..<body.upperBound))
        if name.main.isEmpty { reportEmpty(line, sign..<sign + 1) }
        survey.dimensions[dimension].bands.append(
            Dimension.Band(from: from, text: name, place: Place(line.place(body.lowerBound..<max(head.upperBound, body.lowerBound + 1)))))
        let band = survey.dimensions[dimension].bands.count - 1
        sentence = \.dimensions[dimension].bands[band].text
    }

    private mutating func reportBand(_ line: SourceLine, _ range: Range<Int>) {
        report(
            "Z066", at: line.place(range), Wording("等级写成“- ≥ 85 = 优秀”或“- 其余 = 待改进”", "a band is written `- ≥ 85 = text` or `- rest = text`"))
    }

    // MARK: Questions

    /// question = code , "." , bitext , qtags
    mutating func readQuestion(_ line: SourceLine, code: Range<Int>, content: Range<Int>) {
        let word = line.normal(code)
        let stop = line.machine[code.upperBound...].firstIndex(of: ".") ?? code.upperBound
        let rest = line.trimmed(stop + 1..<content.upperBound)
        let (body, tags) = bracket(line, rest)
        if tags == nil, !diagnostics.contains(where: { $0.code == "Z010" && line.place(content).contains($0.range.lowerBound) }) {
            return reportMissingType(line, code, content)
        }
        if !isCode(word) {
            let isNumber = word.first?.isNumber == true
            report(
                isNumber ? "Z037" : "Z035", at: line.place(code),
                Wording("“\(word)”不能作题目代码", "\"\(word)\" cannot be a code"),
                notes: [
                    isNumber
                        ? Wording("代码以字母或汉字开头，例如 A\(word)", "a code begins with a letter, such as A\(word)")
                        : Wording("代码由字母、汉字、数字和下划线组成，至多 24 个字", "letters, digits and underscores, at most 24")
                ])
        } else if Keyword(word) != nil || survey.languages.contains(word) {
            report("Z038", at: line.place(code), Wording("“\(word)”是关键词，不能作代码", "\"\(word)\" is a reserved word"))
        }
        let text = bitext(line, body)
        if text.main.isEmpty { reportEmpty(line, code) }
        let (kind, marks) = readType(line, tags ?? code, isMissing: tags == nil)
        if survey.sections.isEmpty { survey.sections.append(Section(title: LocalText(""), place: .nowhere)) }
        let section = survey.sections.count - 1
        survey.sections[section].questions.append(
            Question(code: word, text: text, kind: kind, marks: marks, place: Place(line.place(code))))
        let index = survey.sections[section].questions.count - 1
        target = .question(section, index)
        sentence = \.sections[section].questions[index].text
    }

    private mutating func reportMissingType(_ line: SourceLine, _ code: Range<Int>, _ content: Range<Int>) {
        var above: Question?
        switch target {
        case .question(let section, let question), .option(let section, let question, _), .row(let section, let question, _):
            above = survey.sections[section].questions[question]
        default: break
        }
        if let above, above.kind.takesOptions || above.kind.takesRows {
            let text = line.raw(line.trimmed(code.upperBound + 1..<content.upperBound))
            report(
                "Z030", at: line.place(code.lowerBound..<min(code.upperBound + 1, content.upperBound)),
                Wording("这一行像是选项，但开头少了“-”", "this looks like an option but does not start with \"-\""),
                label: Wording("会被当成一道代码为 \(line.normal(code)) 的新题", "would be a new question"),
                notes: [Wording("选项写成“- 代码 = 文字”；题目才写成“代码. 文字 [题型]”", "options: `- code = text`; questions: `code. text [type]`")],
                fix: Diagnostic.Fix(
                    range: line.place(content), replacement: "- \(line.normal(code)) = \(text)", isCertain: false))
        } else {
            report(
                "Z012", at: line.place(code),
                Wording("“\(line.normal(code))”没有写题型", "\(line.normal(code)) has no type"),
                notes: [
                    Wording(
                        "行尾加方括号，例如 [单选]。题型：\(TypeWord.allCases.map(\.chinese).joined(separator: " "))",
                        "end the line with a type, such as [single]: \(TypeWord.allCases.map(\.english).joined(separator: " "))")
                ])
        }
    }

    // MARK: Items

    /// item = "-" , [ icode , "=" ] , bitext , [ tags ]: a level, a band, an option or a row, by what stands above.
    mutating func readItem(_ line: SourceLine, _ content: Range<Int>) {
        switch target {
        case .scale(let index): readLevel(of: index, line, content)
        case .dimension(let index): readBand(of: index, line, content)
        case .question(let section, let question), .option(let section, let question, _),
            .row(let section, let question, _):
            let kind = survey.sections[section].questions[question].kind
            if kind.takesOptions {
                readOption(of: (section, question), line, content)
            } else if kind.takesRows {
                readRow(of: (section, question), line, content)
            } else {
                report(
                    "Z057", at: line.place(content),
                    Wording("这种题不写选项", "this type of question takes no options"),
                    related: [
                        Diagnostic.Related(
                            range: survey.sections[section].questions[question].place.range,
                            label: Wording("它属于这道题", "it belongs to this question"))
                    ])
            }
        case .nothing, .header, .section, .retired:
            report(
                "Z040", at: line.place(content),
                Wording("这一行选项上面没有题目、量表或维度", "there is no question, scale or dimension above this item"))
        }
    }

    private mutating func readOption(of owner: (Int, Int), _ line: SourceLine, _ content: Range<Int>) {
        let (section, question) = owner
        let (body, tags) = bracket(line, content)
        let item = codedItem(line, body)
        let textRange = item?.text ?? line.trimmed(body.lowerBound + 1..<body.upperBound)
        let text = bitext(line, textRange)
        if text.main.isEmpty { reportEmpty(line, content) }
        let marks = readMarks(
            line, tags,
            allowed: [.write, .exclusive, .unscored, .rewordedComparable, .rewordedNotComparable, .new],
            mayHavePoints: true)
        let options = survey.sections[section].questions[question].options
        let code = item.map { line.normal($0.code) } ?? ""
        survey.sections[section].questions[question].options.append(
            Option(
                code: code, text: text, marks: marks,
                place: Place(line.place(item?.code ?? (textRange.isEmpty ? content : textRange)))))
        target = .option(section, question, options.count)
        let index = options.count
        sentence = \.sections[section].questions[question].options[index].text
    }

    private mutating func readRow(of owner: (Int, Int), _ line: SourceLine, _ content: Range<Int>) {
        let (section, question) = owner
        let (body, tags) = bracket(line, content)
        guard let item = codedItem(line, body), isCode(line.normal(item.code)) else {
            report(
                "Z035", at: line.place(content),
                Wording("这一行少了代码", "this row has no code"),
                notes: [
                    Wording(
                        "写成“- 代码 = 文字”，代码以字母或汉字开头，跟着题目一辈子",
                        "write `- code = text`; the code begins with a letter and stays for good")
                ])
            return
        }
        let text = bitext(line, item.text)
        if text.main.isEmpty { reportEmpty(line, item.code) }
        let marks = readMarks(
            line, tags,
            allowed: [.optional, .reverse, .unscored, .rewordedComparable, .rewordedNotComparable, .new, .aggregateOnly],
            mayHavePoints: false)
        survey.sections[section].questions[question].rows.append(
            Row(code: line.normal(item.code), text: text, marks: marks, place: Place(line.place(item.code))))
        let index = survey.sections[section].questions[question].rows.count - 1
        target = .row(section, question, index)
        sentence = \.sections[section].questions[question].rows[index].text
    }

    /// `- code = text`: the code is letters and digits only, so that a sentence with an equals sign stays a sentence.
    private func codedItem(_ line: SourceLine, _ body: Range<Int>) -> (code: Range<Int>, text: Range<Int>)? {
        let rest = line.trimmed(body.lowerBound + 1..<body.upperBound)
        guard let sign = line.machine[rest].firstIndex(of: "=") else { return nil }
        let code = line.trimmed(rest.lowerBound..<sign)
        let word = line.machine[code]
        let digits = word.first == "-" ? word.dropFirst() : word
        guard !digits.isEmpty, digits.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), code.count <= 24 else {
            return nil
        }
        return (code, line.trimmed(sign + 1..<rest.upperBound))
    }
}
