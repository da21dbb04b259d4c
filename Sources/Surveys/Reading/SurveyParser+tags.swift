/// The square brackets at the end of a line.
extension SurveyParser {
    /// Splits a line body into its text and the inside of its closing bracket group, if it has one.
    mutating func bracket(_ line: SourceLine, _ range: Range<Int>) -> (body: Range<Int>, tags: Range<Int>?) {
        let range = line.trimmed(range)
        guard !range.isEmpty else { return (range, nil) }
        let last = range.upperBound - 1
        let endsInLiteral = last > range.lowerBound && line.machine[last - 1] == "]"
        if line.machine[last] == "]", !endsInLiteral {
            if let open = line.machine[range.lowerBound..<last].lastIndex(of: "["),
                open == range.lowerBound || line.machine[open - 1] != "["
            {
                return (line.trimmed(range.lowerBound..<open), open + 1..<last)
            }
            report(
                "Z010", at: line.place(last..<last + 1), Wording("方括号少了左半边", "the opening bracket is missing"))
            return (range.lowerBound..<last, nil)
        }
        if let open = openBracket(line, range) {
            let inside = line.raw(open + 1..<range.upperBound)
            report(
                "Z010", at: line.place(open..<open + 1), Wording("方括号没有写完", "unclosed bracket"),
                label: Wording("从这里开始，到行尾都没有“]”", "no closing bracket up to the end of the line"),
                notes: [
                    Wording(
                        "行尾的方括号写题型和设置，【】和 [] 都可以；文字里本来就有方括号时写成 [[",
                        "the bracket at the end holds the type; write [[ for a bracket that belongs to the text")
                ],
                fix: Diagnostic.Fix(
                    range: line.place(open..<range.upperBound), replacement: "[\(inside)]", isCertain: true))
            return (line.trimmed(range.lowerBound..<open), nil)
        }
        return (range, nil)
    }

    /// A single `[` without its `]`.
    private func openBracket(_ line: SourceLine, _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        var open: Int?
        while index < range.upperBound {
            let isDoubled = index + 1 < range.upperBound && line.machine[index + 1] == line.machine[index]
            switch line.machine[index] {
            case "[" where isDoubled, "]" where isDoubled: index += 1
            case "[": open = index
            case "]": open = nil
            default: break
            }
            index += 1
        }
        return open
    }

    struct Word {
        var range: Range<Int>
        var text: String
    }

    /// The words of a bracket group; blanks round `~`, which belongs to one word, do not part it.
    private func words(_ line: SourceLine, _ tags: Range<Int>) -> [Word] {
        var words: [Word] = []
        var start: Int?
        func isGap(_ index: Int) -> Bool { " 、,;".contains(line.machine[index]) }
        func touchesTilde(_ index: Int) -> Bool {
            let before = line.machine[tags.lowerBound..<index].last { $0 != " " }
            let after = line.machine[index..<tags.upperBound].first { $0 != " " }
            return before == "~" || after == "~"
        }
        for index in tags {
            if isGap(index), !touchesTilde(index) {
                if let from = start { words.append(word(line, from..<index)) }
                start = nil
            } else if start == nil, line.machine[index] != " " {
                start = index
            }
        }
        if let from = start { words.append(word(line, from..<tags.upperBound)) }
        return words
    }

    private func word(_ line: SourceLine, _ range: Range<Int>) -> Word {
        Word(range: line.trimmed(range), text: line.normal(range).filter { $0 != " " })
    }

    // MARK: Marks

    /// tags = "[" , mark , { sp , mark } , "]"
    mutating func readMarks(
        _ line: SourceLine, _ tags: Range<Int>?, allowed: Set<MarkWord>, mayHavePoints: Bool
    ) -> Marks {
        var marks = Marks()
        guard let tags else { return marks }
        for word in words(line, tags) {
            if mayHavePoints, let points = points(word.text) {
                marks.points = points
            } else if let mark = MarkWord(word.text), allowed.contains(mark) {
                apply(mark, to: &marks, line, word)
            } else {
                reportUnknownMark(line, word, allowed: allowed)
            }
        }
        return marks
    }

    /// `100分`, `100pts`
    private func points(_ word: String) -> Int? {
        for unit in ["分", "points", "pts"] where word.lowercased().hasSuffix(unit) {
            return Int(word.dropLast(unit.count))
        }
        return nil
    }

    private mutating func apply(_ mark: MarkWord, to marks: inout Marks, _ line: SourceLine, _ word: Word) {
        func change(_ change: Marks.Change) {
            if let earlier = marks.change, earlier != change {
                report(
                    "Z015", at: line.place(word.range),
                    Wording("“\(word.text)”和前面的标记互相矛盾", "\"\(word.text)\" contradicts the mark before it"))
            }
            marks.change = change
        }
        switch mark {
        case .optional: marks.isOptional = true
        case .reverse: marks.isReversed = true
        case .shuffle: marks.isShuffled = true
        case .write: marks.takesText = true
        case .exclusive: marks.isExclusive = true
        case .unscored: marks.isUnscored = true
        case .aggregateOnly: marks.isAggregateOnly = true
        case .rewordedComparable: change(.rewordedComparable)
        case .rewordedNotComparable: change(.rewordedNotComparable)
        case .new: change(.new)
        }
    }

    private mutating func reportUnknownMark(_ line: SourceLine, _ word: Word, allowed: Set<MarkWord>) {
        let isChinese = word.text.contains { !$0.isASCII }
        let valid = MarkWord.allCases.filter(allowed.contains)
        let spellings = valid.map { isChinese ? $0.chinese : $0.english }
        let guess =
            aliases[word.text].flatMap { spellings.contains($0) ? $0 : nil }
            ?? Suggestion.nearest(to: word.text, among: spellings)
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        notes.append(
            Wording(
                "这里可以写：\(valid.map(\.chinese).joined(separator: " "))",
                "here you can write: \(valid.map(\.english).joined(separator: " "))"))
        notes.append(
            Wording("如果这几个字本来就是文字的一部分，请改用圆括号（\(word.text)）", "if it belongs to the text, use round brackets"))
        report(
            "Z011", at: line.place(word.range),
            Wording("不认识的标记“\(word.text)”", "unknown marker \"\(word.text)\""), notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(word.range), replacement: $0, isCertain: false) })
    }

    // MARK: Types

    /// qtags = "[" , type , { sp , arg } , "]"
    mutating func readType(_ line: SourceLine, _ tags: Range<Int>, isMissing: Bool) -> (Question.Kind, Marks) {
        guard !isMissing else { return (.note, Marks()) }
        var rest = words(line, tags)
        guard let first = rest.first else {
            report(
                "Z012", at: line.place(tags.lowerBound - 1..<tags.upperBound + 1),
                Wording("方括号里没有题型", "the bracket holds no type"))
            return (.note, Marks())
        }
        guard let type = TypeWord(first.text) else {
            reportUnknownType(line, first)
            return (.note, Marks())
        }
        rest.removeFirst()
        var marks = Marks()
        var arguments: [Word] = []
        let allowed: Set<MarkWord> = [
            .optional, .reverse, .shuffle, .unscored, .rewordedComparable, .rewordedNotComparable, .new, .aggregateOnly,
        ]
        for word in rest {
            if let mark = MarkWord(word.text), allowed.contains(mark) {
                apply(mark, to: &marks, line, word)
            } else {
                arguments.append(word)
            }
        }
        let kind = kind(of: type, line, &arguments, at: first)
        for word in arguments { reportUnknownArgument(line, word, type, allowed) }
        return (kind, marks)
    }

    private mutating func reportUnknownType(_ line: SourceLine, _ word: Word) {
        let isChinese = word.text.contains { !$0.isASCII }
        let spellings = TypeWord.allCases.map { isChinese ? $0.chinese : $0.english }
        let guess =
            aliases[word.text].flatMap { spellings.contains($0) ? $0 : nil }
            ?? Suggestion.nearest(to: word.text, among: spellings)
        var notes: [Wording] = []
        if let guess { notes.append(Wording("您是不是想写“\(guess)”？", "did you mean \"\(guess)\"?")) }
        notes.append(
            Wording(
                "可用题型：\(TypeWord.allCases.map(\.chinese).joined(separator: " "))",
                "types: \(TypeWord.allCases.map(\.english).joined(separator: " "))"))
        report(
            "Z013", at: line.place(word.range),
            Wording("不认识的题型“\(word.text)”", "unknown question type \"\(word.text)\""),
            label: Wording("没有这种题型", "no such type"), notes: notes,
            fix: guess.map { Diagnostic.Fix(range: line.place(word.range), replacement: $0, isCertain: false) })
    }

    private mutating func reportUnknownArgument(
        _ line: SourceLine, _ word: Word, _ type: TypeWord, _ allowed: Set<MarkWord>
    ) {
        let isChinese = word.text.contains { !$0.isASCII }
        let spellings = MarkWord.allCases.filter(allowed.contains).map { isChinese ? $0.chinese : $0.english }
        let guess =
            aliases[word.text].flatMap { spellings.contains($0) ? $0 : nil }
            ?? Suggestion.nearest(to: word.text, among: spellings)
        report(
            "Z014", at: line.place(word.range),
            Wording("“\(type.chinese)”后面不认识“\(word.text)”", "\"\(word.text)\" is not understood after \"\(type.english)\""),
            notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? [
                Wording("题型后面可以写范围、量表名和标记：\(spellings.joined(separator: " "))", "after the type: a range, a scale, marks")
            ],
            fix: guess.map { Diagnostic.Fix(range: line.place(word.range), replacement: $0, isCertain: false) })
    }

    /// Takes from `arguments` what the type asks for; what is left was not understood.
    private mutating func kind(
        of type: TypeWord, _ line: SourceLine, _ arguments: inout [Word], at place: Word
    ) -> Question.Kind {
        switch type {
        case .single: return .single
        case .yesno: return .yesNo
        case .note: return .note
        case .multi: return .multiple(count: itemCount(line, &arguments))
        case .rank: return .ranking(count: itemCount(line, &arguments)?.upperBound)
        case .dropdown:
            guard let index = arguments.firstIndex(where: { unitListNames.contains($0.text.lowercased()) }) else {
                return .dropdown(list: nil)
            }
            return .dropdown(list: arguments.remove(at: index).text)
        case .likert, .pair:
            let name = arguments.map { line.raw($0.range) }.joined(separator: " ")
            if let first = arguments.first, let last = arguments.last {
                scaleUses.append(ScaleUse(name: name, range: line.place(first.range.lowerBound..<last.range.upperBound)))
            } else {
                scaleUses.append(ScaleUse(name: nil, range: line.place(place.range)))
            }
            arguments = []
            return type == .likert ? .likert(scale: name) : .pair(scale: name)
        case .rate:
            return .rating(ratingRange(line, &arguments, at: place))
        case .number:
            return numberKind(line, &arguments)
        case .text: return .text(limit: textLimit(&arguments))
        case .longtext: return .longText(limit: textLimit(&arguments))
        case .date: return .date(dayArgument(line, &arguments))
        case .month: return .month(dayArgument(line, &arguments))
        }
    }

    /// int , [ "~" , int ] , "项"
    private mutating func itemCount(_ line: SourceLine, _ arguments: inout [Word]) -> ClosedRange<Int>? {
        for (index, word) in arguments.enumerated() {
            var body = word.text[...]
            for unit in ["项", "items", "options"] where body.hasSuffix(unit) { body = body.dropLast(unit.count) }
            guard body.count < word.text.count else { continue }
            if let count = Int(body), count > 0 {
                arguments.remove(at: index)
                return count...count
            }
            if let range = wholeRange(String(body)) {
                arguments.remove(at: index)
                guard range.low <= range.high, range.low >= 0 else {
                    reportReversed(line, word.range)
                    return nil
                }
                return range.low...range.high
            }
        }
        return nil
    }

    private mutating func ratingRange(_ line: SourceLine, _ arguments: inout [Word], at place: Word) -> ClosedRange<Int> {
        guard let index = arguments.firstIndex(where: { wholeRange($0.text) != nil }),
            let range = wholeRange(arguments[index].text)
        else {
            report(
                "Z054", at: line.place(place.range), Wording("评分题要写范围", "a rating needs a range"),
                notes: [Wording("例如 [评分 0~10]", "such as [rate 0~10]")])
            return 0...10
        }
        let word = arguments.remove(at: index)
        guard range.low < range.high else {
            reportReversed(line, word.range)
            return 0...10
        }
        return range.low...range.high
    }

    /// range , [ unit ]: decimals are counted from the ends as written.
    private mutating func numberKind(_ line: SourceLine, _ arguments: inout [Word]) -> Question.Kind {
        guard let index = arguments.firstIndex(where: { $0.text.contains("~") }) else { return .number(nil, unit: unit(&arguments)) }
        let word = arguments.remove(at: index)
        let ends = word.text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        let decimals = ends.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
        let numbers = ends.compactMap { FixedPoint($0, decimals: decimals)?.units }
        guard ends.count == 2, numbers.count == 2, decimals <= 6 else {
            report(
                "Z014", at: line.place(word.range), Wording("范围“\(word.text)”看不懂", "the range \"\(word.text)\" is not understood"),
                notes: [Wording("例如 [数字 0~366 天]", "such as [number 0~366 days]")])
            return .number(nil, unit: unit(&arguments))
        }
        guard numbers[0] <= numbers[1] else {
            reportReversed(line, word.range)
            return .number(nil, unit: unit(&arguments))
        }
        return .number(NumberRange(bounds: numbers[0]...numbers[1], decimals: decimals), unit: unit(&arguments))
    }

    /// The first word that is left names the unit, unless it looks like a mark with a slip in it.
    private func unit(_ arguments: inout [Word]) -> String? {
        guard let word = arguments.first, word.text.allSatisfy(\.isLetter) || word.text == "%" else { return nil }
        let marks = MarkWord.allCases.flatMap { [$0.chinese, $0.english] }
        if word.text.count > 1, aliases[word.text] != nil || Suggestion.nearest(to: word.text, among: marks) != nil { return nil }
        arguments.removeFirst()
        return word.text
    }

    /// "≤" , int , "字"
    private func textLimit(_ arguments: inout [Word]) -> Int? {
        for (index, word) in arguments.enumerated() {
            var body = word.text[...]
            if body.hasPrefix("≤") { body = body.dropFirst() } else if body.hasPrefix("<=") { body = body.dropFirst(2) } else { continue }
            for unit in ["字", "characters"] where body.hasSuffix(unit) { body = body.dropLast(unit.count) }
            guard let limit = Int(body), limit > 0 else { continue }
            arguments.remove(at: index)
            return limit
        }
        return nil
    }

    private mutating func dayArgument(_ line: SourceLine, _ arguments: inout [Word]) -> ClosedRange<Day>? {
        guard let index = arguments.firstIndex(where: { $0.text.contains("~") }) else { return nil }
        return dayRange(line, arguments.remove(at: index).range)
    }
}

/// The list that a round's roster fills.
let unitListNames: Set<String> = ["处室", "部门", "单位", "unit", "units"]

/// A decimal number as a whole number of its smallest units, so that nothing is rounded.
struct FixedPoint: Equatable {
    var units: Int

    /// - Returns: nil for anything but digits with at most `decimals` places, or past ±10^12 units.
    init?(_ text: some StringProtocol, decimals: Int) {
        var body = text[...]
        let isNegative = body.first == "-"
        if isNegative { body = body.dropFirst() }
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.count > decimals, fraction.last == "0" { fraction.removeLast() }
        guard fraction.count <= decimals else { return nil }
        fraction += String(repeating: "0", count: decimals - fraction.count)
        guard parts[0].count + decimals <= 12, let units = Int(parts[0] + fraction) else { return nil }
        self.units = isNegative ? -units : units
    }
}
