/// What the square brackets say: marks, and of a question its type.
extension SurveyParser {
    // MARK: Marks

    /// tags = "[" , mark , { sp , mark } , "]"
    mutating func readMarks(
        _ line: SourceLine, _ tags: Range<Int>?, allowed: Set<MarkWord>, mayHavePoints: Bool
    ) -> Marks {
        var marks = Marks()
        guard let tags else { return marks }
        let words = joinedPoints(line, tags, words(line, tags), mayHavePoints)
        if words.isEmpty {
            report(
                "Z011", at: line.place(tags.lowerBound - 1..<tags.upperBound + 1),
                Wording("方括号里没有字", "the bracket is empty"))
        }
        var seen: Set<MarkWord> = []
        var unknown = 0
        for word in words {
            if mayHavePoints, let points = points(word.text) {
                readPoints(points, into: &marks, line, word)
            } else if let mark = MarkWord(word.text), allowed.contains(mark) {
                apply(mark, to: &marks, &seen, line, word)
            } else {
                unknown += 1
                // Past so many, what stands in the brackets is no list of marks.
                if unknown <= 8 { reportUnknownMark(line, tags, word, allowed: allowed) }
            }
        }
        return marks
    }

    static let optionMarks: Set<MarkWord> = [
        .write, .exclusive, .unscored, .rewordedComparable, .rewordedNotComparable, .new,
    ]
    private static let rowMarks: Set<MarkWord> = [
        .optional, .reverse, .unscored, .rewordedComparable, .rewordedNotComparable, .new, .aggregateOnly,
    ]

    mutating func readRowMarks(_ line: SourceLine, _ tags: Range<Int>?, of kind: Question.Kind) -> Marks {
        var marks = readMarks(line, tags, allowed: Self.rowMarks, mayHavePoints: false)
        guard case .pair = kind, marks.isReversed, let tags,
            let word = words(line, tags).first(where: { MarkWord($0.text) == .reverse })
        else { return marks }
        marks.isReversed = false
        report(
            "Z015", at: line.place(word.range),
            Wording("能力对没有正反之分，“反向”没有意义", "`reverse` means nothing on the row of a pair"),
            notes: [Wording("能力对计的是要求与现有之差；去掉“反向”", "a pair scores required less current: leave it out")])
        return marks
    }

    /// `100分`, `100pts`
    func points(_ word: String) -> Int? {
        for unit in ["分", "points", "pts"] where word.lowercased().hasSuffix(unit) {
            return PlainNumber.whole(word.dropLast(unit.count))
        }
        return nil
    }

    /// `5 分`: said once, and read as the points that it means.
    private mutating func joinedPoints(
        _ line: SourceLine, _ tags: Range<Int>, _ words: [Word], _ mayHavePoints: Bool
    ) -> [Word] {
        guard mayHavePoints,
            let unit = words.indices.dropFirst().first(where: {
                points(words[$0 - 1].text + words[$0].text) != nil && PlainNumber.whole(words[$0 - 1].text) != nil
            })
        else { return words }
        let joined = Word(
            range: words[unit - 1].range.lowerBound..<words[unit].range.upperBound,
            text: words[unit - 1].text + words[unit].text)
        report(
            "Z011", at: line.place(joined.range),
            Wording("分值中间不留空格", "points are written without a blank"),
            notes: [Wording("写成 [\(joined.text)]", "write [\(joined.text)]")],
            fix: correction(line, tags, joined, joined.text, isCertain: true))
        return Array(words[..<(unit - 1)]) + [joined] + Array(words[(unit + 1)...])
    }

    private mutating func readPoints(_ points: Int, into marks: inout Marks, _ line: SourceLine, _ word: Word) {
        if marks.points != nil || marks.isUnscored {
            reportContradiction(line, word)
        } else if !Self.mostPoints.contains(points) {
            report(
                "Z017", at: line.place(word.range), Wording("分值太大", "too many points"),
                notes: [Wording("分值在 -1000 到 1000 之间", "points lie between -1000 and 1000")])
        }
        marks.points = Self.mostPoints.contains(points) ? points : nil
    }

    private static let mostPoints = -1000...1000

    private mutating func apply(
        _ mark: MarkWord, to marks: inout Marks, _ seen: inout Set<MarkWord>, _ line: SourceLine, _ word: Word
    ) {
        let changes: Set<MarkWord> = [.rewordedComparable, .rewordedNotComparable, .new]
        let isSecondChange = changes.contains(mark) && !seen.isDisjoint(with: changes)
        if isSecondChange || seen.contains(mark) || (mark == .unscored && marks.points != nil) {
            reportContradiction(line, word)
        }
        seen.insert(mark)
        switch mark {
        case .optional: marks.isOptional = true
        case .reverse: marks.isReversed = true
        case .shuffle: marks.isShuffled = true
        case .write: marks.takesText = true
        case .exclusive: marks.isExclusive = true
        case .unscored: marks.isUnscored = true
        case .aggregateOnly: marks.isAggregateOnly = true
        case .rewordedComparable: marks.change = .rewordedComparable
        case .rewordedNotComparable: marks.change = .rewordedNotComparable
        case .new: marks.change = .new
        }
    }

    private mutating func reportContradiction(_ line: SourceLine, _ word: Word) {
        report(
            "Z015", at: line.place(word.range),
            Wording("“\(word.text)”和前面的标记重复或矛盾", "\"\(word.text)\" repeats or contradicts a mark before it"))
    }

    private mutating func reportUnknownMark(
        _ line: SourceLine, _ tags: Range<Int>, _ word: Word, allowed: Set<MarkWord>
    ) {
        if isNeedless(word) {
            return report(
                "Z011", at: line.place(word.range),
                Wording("不认识的标记“\(word.text)”", "unknown marker \"\(word.text)\""), notes: [Self.needless],
                fix: removal(line, tags, word))
        }
        let valid = MarkWord.allCases.filter(allowed.contains)
        let guess = nearest(to: word.text, among: valid.map { isChinese(word) ? $0.chinese : $0.english })
        var notes = didYouMean(guess)
        if guess == "反向" { notes[0].chinese += "反向题计分时两端对调（1↔5）" }
        notes.append(
            Wording(
                "这里可以写：\(valid.map(\.chinese).joined(separator: " "))",
                "here you can write: \(valid.map(\.english).joined(separator: " "))"))
        // A known mark in round brackets would only be reported again.
        guard RoundWord(word.text) == nil else {
            return report(
                "Z011", at: line.place(word.range),
                Wording("这里不能写“\(word.text)”", "\"\(word.text)\" cannot stand here"), notes: notes)
        }
        notes.append(
            Wording(
                "如果这几个字本来就是文字的一部分，请改用圆括号（\(word.text)）",
                "if it belongs to the text, use round brackets: (\(word.text))"))
        report(
            "Z011", at: line.place(word.range),
            Wording("不认识的标记“\(word.text)”", "unknown marker \"\(word.text)\""), notes: notes,
            fix: guess.map { correction(line, tags, word, $0) })
    }

    // MARK: Types

    /// qtags = "[" , type , { sp , arg } , "]"
    ///
    /// A type that is not known is read as the one it most likely is; where nothing is like it, the question's items
    /// are passed over.
    mutating func readType(
        _ line: SourceLine, _ tags: Range<Int>, of owner: (section: Int, question: Int)
    ) -> (Question.Kind, Marks) {
        var rest = words(line, tags)
        guard let first = rest.first else {
            report(
                "Z012", at: line.place(tags.lowerBound - 1..<tags.upperBound + 1),
                Wording("方括号里没有题型", "the bracket holds no type"))
            return untypedQuestion(owner)
        }
        rest.removeFirst()
        if MarkWord(first.text) != nil, let late = rest.firstIndex(where: { TypeWord($0.text) != nil }) {
            return readLateType(line, tags, first, rest, late, owner)
        }
        guard let type = TypeWord(first.text) ?? reportUnknownType(line, tags, first) else {
            return untypedQuestion(owner)
        }
        return read(type, first, rest, line, tags, owner)
    }

    /// `[选填 文本]`: said once, and read as if the type came first.
    private mutating func readLateType(
        _ line: SourceLine, _ tags: Range<Int>, _ first: Word, _ rest: [Word], _ late: Int,
        _ owner: (section: Int, question: Int)
    ) -> (Question.Kind, Marks) {
        var others = rest
        let word = others.remove(at: late)
        let ordered = ([word] + others + [first]).map { line.raw($0.range) }.joined(separator: " ")
        report(
            "Z013", at: line.place(first.range),
            Wording("题型要写在方括号的最前面", "the type comes first in the brackets"),
            // A bracket that is not closed was given a fix of its own.
            fix: isClosed(line, tags)
                ? Diagnostic.Fix(
                    range: line.place(tags.lowerBound - 1..<tags.upperBound + 1), replacement: "[\(ordered)]",
                    isCertain: true) : nil)
        guard let type = TypeWord(word.text) else { return untypedQuestion(owner) }
        return read(type, word, others + [first], line, tags, owner)
    }

    private mutating func read(
        _ type: TypeWord, _ first: Word, _ rest: [Word], _ line: SourceLine, _ tags: Range<Int>,
        _ owner: (section: Int, question: Int)
    ) -> (Question.Kind, Marks) {
        var marks = Marks()
        var seen: Set<MarkWord> = []
        var arguments: [Word] = []
        for word in rest {
            if let mark = MarkWord(word.text), type.marks.contains(mark) {
                apply(mark, to: &marks, &seen, line, word)
                if mark == .reverse { reversedBlock = line.place(word.range) }
            } else {
                arguments.append(word)
            }
        }
        let kind = kind(of: type, line, tags, &arguments, at: first, owner)
        for word in arguments.prefix(8) { reportUnknownArgument(line, tags, word, type) }
        return (kind, marks)
    }

    private mutating func untypedQuestion(_ owner: (section: Int, question: Int)) -> (Question.Kind, Marks) {
        skipsItems = true
        unread.insert(survey.sections[owner.section].questions[owner.question].code)
        return (.note, Marks())
    }

    /// - Returns: the type that was probably meant.
    private mutating func reportUnknownType(_ line: SourceLine, _ tags: Range<Int>, _ word: Word) -> TypeWord? {
        let guess = nearest(to: word.text, among: TypeWord.allCases.map { isChinese(word) ? $0.chinese : $0.english })
        report(
            "Z013", at: line.place(word.range),
            Wording("不认识的题型“\(word.text)”", "unknown question type \"\(word.text)\""),
            label: Wording("没有这种题型", "no such type"),
            notes: didYouMean(guess) + [
                Wording(
                    "可用题型：\(TypeWord.allCases.map(\.chinese).joined(separator: " "))",
                    "types: \(TypeWord.allCases.map(\.english).joined(separator: " "))")
            ],
            fix: guess.map { correction(line, tags, word, $0) })
        return guess.flatMap { TypeWord($0) }
    }

    mutating func reportUnknownArgument(_ line: SourceLine, _ tags: Range<Int>, _ word: Word, _ type: TypeWord) {
        let marks = MarkWord.allCases.filter(type.marks.contains)
        if MarkWord(word.text) != nil {
            report(
                "Z014", at: line.place(word.range),
                Wording(
                    "“\(type.chinese)”不能写“\(word.text)”", "\"\(word.text)\" cannot stand after \"\(type.english)\""),
                notes: [
                    Wording(
                        "这里可以写：\(marks.map(\.chinese).joined(separator: " "))",
                        "here you can write: \(marks.map(\.english).joined(separator: " "))")
                ])
            return
        }
        let meant = limitMeant(by: word, type)
        let guess =
            isNeedless(word) || meant != nil
            ? nil : nearest(to: word.text, among: marks.map { isChinese(word) ? $0.chinese : $0.english })
        let remedy =
            isNeedless(word)
            ? Self.needless
            : Wording(
                "例如 \(type.example.chinese)；标记可以写：\(marks.map(\.chinese).joined(separator: " "))",
                "such as \(type.example.english); marks: \(marks.map(\.english).joined(separator: " "))")
        report(
            "Z014", at: line.place(word.range),
            Wording(
                "“\(type.chinese)”后面不认识“\(word.text)”", "\"\(word.text)\" is not understood after \"\(type.english)\""),
            notes: guess == nil ? [remedy] : didYouMean(guess),
            fix: isNeedless(word)
                ? removal(line, tags, word) : (meant ?? guess).map { correction(line, tags, word, $0) })
    }

    /// `300字`, where a text says `≤300字`; `至多3项`, where a choice says `1~3项`.
    private func limitMeant(by word: Word, _ type: TypeWord) -> String? {
        if type == .multi, word.text.hasSuffix("项"), word.text.count > 3,
            ["至多", "最多", "限选"].contains(String(word.text.prefix(2)))
        {
            return PlainNumber.whole(word.text.dropFirst(2).dropLast()).map { "1~\($0)项" }
        }
        guard type == .text || type == .longtext, let unit = ["字", "characters"].first(where: word.text.hasSuffix),
            PlainNumber.whole(word.text.dropLast(unit.count)) != nil
        else { return nil }
        return "≤\(word.text)"
    }

    /// Says what is so anyway.
    func isNeedless(_ word: Word) -> Bool {
        ["必填", "必答", "required", "mandatory"].contains(word.text.lowercased())
    }

    private static let needless = Wording(
        "题目本来就必答，去掉即可", "questions are required unless they are optional: leave it out")

    // MARK: Suggestions

    private func isChinese(_ word: Word) -> Bool { word.text.contains { !$0.isASCII } }

    /// What people often write for it, or else the word most like it.
    private func nearest(to word: String, among spellings: [String]) -> String? {
        aliases[word].flatMap { spellings.contains($0) ? $0 : nil } ?? Suggestion.nearest(to: word, among: spellings)
    }

    func didYouMean(_ guess: String?) -> [Wording] {
        guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? []
    }

    /// The whole bracket group without one word; nothing at all where it was the only one.
    private func removal(_ line: SourceLine, _ tags: Range<Int>, _ word: Word) -> Diagnostic.Fix {
        let rest = words(line, tags).filter { $0.range != word.range }.map { line.raw($0.range) }
        var fix = correction(line, tags, word, "", isCertain: true)
        if rest.isEmpty {
            let text = line.trimmed(line.start..<tags.lowerBound - 1)
            fix.range = line.place(text.upperBound..<text.upperBound).lowerBound..<fix.range.upperBound
            fix.replacement = ""
        } else {
            fix.replacement = "[\(rest.joined(separator: " "))]"
        }
        return fix
    }

    private func isClosed(_ line: SourceLine, _ tags: Range<Int>) -> Bool {
        tags.upperBound < line.end && line.machine[tags.upperBound] == "]"
    }

    /// The whole bracket group with one word changed.
    func correction(
        _ line: SourceLine, _ tags: Range<Int>, _ word: Word, _ replacement: String, isCertain: Bool = false
    ) -> Diagnostic.Fix {
        let isClosed = isClosed(line, tags)
        let before = line.raw(tags.lowerBound..<word.range.lowerBound)
        let after = line.raw(word.range.upperBound..<tags.upperBound)
        return Diagnostic.Fix(
            range: line.place(tags.lowerBound - 1..<tags.upperBound + (isClosed ? 1 : 0)),
            replacement: "[\(before)\(replacement)\(after)]", isCertain: isCertain)
    }
}
