extension SurveyParser {
    // MARK: Scales

    /// scale = "量表" , ":" , bitext
    mutating func readScale(_ line: SourceLine, _ key: Key) {
        let name = plainText(line, key.value)
        if name.main.isEmpty {
            hasLostScale = true
            reportEmpty(line, key.word)
        }
        survey.scales.append(
            Scale(name: name, levels: [], place: Place(line.place(key.value.isEmpty ? key.word : key.value))))
        let index = survey.scales.count - 1
        target = .scale(index)
        setSentence(.scale(index))
    }

    /// level = "-" , ( int | "NA" ) , "=" , bitext , [ tags ]
    mutating func readLevel(of scale: Int, _ line: SourceLine, _ content: Range<Int>) {
        let (body, tags) = bracket(line, content)
        guard let item = codedItem(line, body) else {
            lost = .thing
            report(
                "Z033", at: line.place(content), Wording("量表的一档写成“- 数字 = 文字”", "a level is written `- number = text`"),
                notes: [Wording("例如：- 5 = 完全符合；不适用写 - NA = 不适用", "such as: - 5 = Always true")],
                fix: levelMeant(line, content, body))
            return
        }
        let word = line.normal(item.code)
        let isNA = word.uppercased() == "NA"
        let code = PlainNumber.whole(word)
        guard isNA || code.map(Self.levelCodes.contains) == true else {
            lost = .thing
            report(
                "Z033", at: line.place(item.code),
                code == nil
                    ? Wording("“\(word)”不是整数，不能作一档的数值", "\"\(word)\" is not a whole number")
                    : Wording("“\(word)”太大，不能作一档的数值", "\"\(word)\" is too large for a level"),
                notes: [Wording("写整数，或 NA 表示不适用", "write a whole number, or NA for not applicable")])
            return
        }
        let text = bitext(line, item.text)
        if text.main.isEmpty { reportEmpty(line, item.code) }
        checkRoundMarks(line, item.text, tags, mayHavePoints: !isNA)
        let marks = readMarks(line, tags, allowed: [.unscored], mayHavePoints: !isNA)
        survey.scales[scale].levels.append(
            Level(
                code: isNA ? nil : code, text: text, points: marks.points, isUnscored: marks.isUnscored || isNA,
                place: Place(line.place(item.code))))
        let index = survey.scales[scale].levels.count - 1
        setSentence(.level(scale, index))
    }

    /// `- 1、差`, `- 1 差`: a number, and another joint than the equals sign.
    private func levelMeant(_ line: SourceLine, _ content: Range<Int>, _ body: Range<Int>) -> Diagnostic.Fix? {
        let rest = line.trimmed(afterDash(line, body)..<body.upperBound)
        let digits = line.machine[rest].prefix(while: \.isDigit)
        let joint = digits.endIndex
        guard !digits.isEmpty, joint < rest.upperBound, line.machine[joint].isOne(of: ".、:) ") else { return nil }
        let text = line.trimmed(joint + 1..<rest.upperBound)
        guard !text.isEmpty else { return nil }
        return Diagnostic.Fix(
            range: line.place(rest.lowerBound..<text.lowerBound),
            replacement: "\(line.normal(rest.lowerBound..<joint)) = ",
            isCertain: false)
    }

    /// A scale is something that people tell apart; every value between its ends is counted one by one.
    static let levelCodes = -1000...1000

    // MARK: Dimensions

    /// dimension = "维度" , ":" , bitext
    mutating func readDimension(_ line: SourceLine, _ key: Key) {
        let name = plainText(line, key.value)
        if name.main.isEmpty { reportEmpty(line, key.word) }
        survey.dimensions.append(
            Dimension(name: name, place: Place(line.place(key.value.isEmpty ? key.word : key.value))))
        let index = survey.dimensions.count - 1
        target = .dimension(index)
        setSentence(.dimension(index))
    }

    /// band = "-" , ( "≥" , number | "其余" ) , "=" , bitext
    mutating func readBand(of dimension: Int, _ line: SourceLine, _ content: Range<Int>) {
        let body = line.trimmed(afterDash(line, content)..<content.upperBound)
        let text = line.machine
        let opening = String(text[body].prefix(2))
        let isThreshold = opening.hasPrefix("≥") || opening == ">=" || opening == "=>"
        let index = body.lowerBound + (!isThreshold ? 0 : opening.hasPrefix("≥") ? 1 : 2)
        guard let sign = text[index..<body.upperBound].firstIndex(of: "=") else { return reportBand(line, content) }
        let head = line.trimmed(index..<sign)
        let word = line.normal(head)
        let from: Double?
        if isThreshold {
            guard let number = PlainNumber.decimal(word) else { return reportBand(line, head.isEmpty ? content : head) }
            from = number
        } else if ["其余", "rest", "otherwise", "else"].contains(word.lowercased()) {
            from = nil
        } else {
            return reportBand(line, head.isEmpty ? content : head)
        }
        let name = plainText(line, line.trimmed(skipDoubled(line, sign)..<body.upperBound))
        if name.main.isEmpty { reportEmpty(line, sign..<sign + 1) }
        survey.dimensions[dimension].bands.append(
            Dimension.Band(
                from: from, text: name,
                place: Place(line.place(body.lowerBound..<max(head.upperBound, body.lowerBound + 1)))))
        let band = survey.dimensions[dimension].bands.count - 1
        setSentence(.band(dimension, band))
    }

    private mutating func reportBand(_ line: SourceLine, _ range: Range<Int>) {
        lost = .thing
        report(
            "Z066", at: line.place(range),
            Wording("等级写成“- ≥ 85 = 优秀”或“- 其余 = 待改进”", "a band is written `- ≥ 85 = text` or `- rest = text`"),
            fix: bandMeant(line, range).map {
                Diagnostic.Fix(range: line.place(range), replacement: $0, isCertain: false)
            })
    }

    /// `≥ 85分` without its unit, 其他 for 其余.
    private func bandMeant(_ line: SourceLine, _ head: Range<Int>) -> String? {
        let word = line.normal(head)
        let digits = word.prefix { $0.isDigit || $0 == "." }
        if PlainNumber.decimal(digits) != nil, ["分", "%", "points"].contains(word.dropFirst(digits.count)) {
            return String(digits)
        }
        return ["其他", "其它", "剩余", "其馀", "以下", "others", "other"].contains(word.lowercased())
            ? word.allSatisfy(\.isASCII) ? "rest" : "其余" : nil
    }

}
