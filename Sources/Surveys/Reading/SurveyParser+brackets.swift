/// The square brackets at the end of a line, and those that stand where none belong.
extension SourceText {
    /// The words in the brackets that end the line of a thing.
    ///
    /// Only remarks need to know where they stand, so that they are looked up then and kept nowhere.
    func bracketWords(onLineOf place: Range<Int>) -> [(text: String, place: Range<Int>)] {
        let line = line(at: place.lowerBound)
        let parser = SurveyParser(source: self)
        guard let last = parser.brackets(line, line.content).groups.last, last.upperBound == line.content.upperBound
        else { return [] }
        return parser.words(line, last.lowerBound + 1..<last.upperBound - 1).map { ($0.text, line.place($0.range)) }
    }

    /// Where a question says its type; without one, the question's own place.
    func typePlace(of question: Range<Int>) -> Range<Int> {
        bracketWords(onLineOf: question).first?.place ?? question
    }

    /// Where a mark stands that a thing has; else the thing's own place.
    func place(of mark: MarkWord, at thing: Range<Int>) -> Range<Int> {
        bracketWords(onLineOf: thing).first { MarkWord($0.text) == mark }?.place ?? thing
    }
}

extension SurveyParser {
    struct Brackets {
        /// Each from its opening to behind its closing mark.
        var groups: [Range<Int>] = []
        /// The first mark without its partner.
        var open: Int?
        var close: Int?
    }

    /// Splits a line body into its text and the inside of its closing bracket group, if it has one.
    mutating func bracket(_ line: SourceLine, _ range: Range<Int>) -> (body: Range<Int>, tags: Range<Int>?) {
        let range = line.trimmed(range)
        let found = brackets(line, range)
        if let open = found.open {
            reportUnclosed(line, open, range)
            let inside = line.trimmed(open + 1..<range.upperBound)
            let body = line.trimmed(range.lowerBound..<open)
            return (body, speaksToMachine(line, inside) ? inside : nil)
        }
        if let close = found.close, close == range.upperBound - 1 {
            reportUnopened(line, range.lowerBound..<close)
            return (range.lowerBound..<close, nil)
        }
        guard let last = found.groups.last else { return (range, nil) }
        let inside = last.lowerBound + 1..<last.upperBound - 1
        if last.upperBound < range.upperBound {
            let rest = line.trimmed(last.upperBound..<range.upperBound)
            let whole = line.normal(inside) + line.normal(rest)
            guard speaksToMachine(line, inside) || MarkWord(whole) != nil || TypeWord(whole) != nil else {
                return (range, nil)
            }
            reportMisplaced(line, rest, Wording("方括号后面还有文字", "there is text behind the bracket"))
            return (line.trimmed(range.lowerBound..<last.lowerBound), speaksToMachine(line, inside) ? inside : nil)
        }
        let body = line.trimmed(range.lowerBound..<last.lowerBound)
        if let neighbour = found.groups.dropLast().last, neighbour.upperBound == body.upperBound,
            speaksToMachine(line, neighbour.lowerBound + 1..<neighbour.upperBound - 1), speaksToMachine(line, inside)
        {
            return joinGroups(line, range, neighbour, last)
        }
        for group in found.groups.dropLast()
        where group.upperBound == body.upperBound || speaksToMachine(line, group.lowerBound + 1..<group.upperBound - 1)
        {
            reportMisplaced(line, group, Wording("一行只写一个方括号", "a line has one bracket group"))
            break
        }
        return (body, inside)
    }

    /// `[文本] [选填]`: said once, and the group that names the type is read.
    private mutating func joinGroups(
        _ line: SourceLine, _ range: Range<Int>, _ first: Range<Int>, _ second: Range<Int>
    ) -> (body: Range<Int>, tags: Range<Int>?) {
        let inner = [first, second].map { $0.lowerBound + 1..<$0.upperBound - 1 }
        func isTyped(_ group: Range<Int>) -> Bool {
            words(line, group).first.flatMap { TypeWord($0.text) } != nil
        }
        let typed = isTyped(inner[1]) && !isTyped(inner[0]) ? [inner[1], inner[0]] : inner
        report(
            "Z016", at: line.place(typed[1].lowerBound - 1..<typed[1].upperBound + 1),
            Wording("一行只写一个方括号", "a line has one bracket group"),
            fix: Diagnostic.Fix(
                range: line.place(first.lowerBound..<second.upperBound),
                replacement: "[\(typed.map { line.raw(line.trimmed($0)) }.joined(separator: " "))]", isCertain: true))
        return (line.trimmed(range.lowerBound..<first.lowerBound), typed[0])
    }

    /// For lines whose text says nothing to the machine.
    ///
    /// - Returns: the text without a bracket at its end, which was reported.
    mutating func rejectBrackets(_ line: SourceLine, _ range: Range<Int>) -> Range<Int> {
        let found = brackets(line, range)
        if let open = found.open {
            reportUnclosed(line, open, range)
            return line.trimmed(range.lowerBound..<open)
        }
        if let close = found.close, close == range.upperBound - 1 {
            reportUnopened(line, range.lowerBound..<close)
            return line.trimmed(range.lowerBound..<close)
        }
        for group in found.groups
        where group.upperBound == range.upperBound
            || speaksToMachine(line, group.lowerBound + 1..<group.upperBound - 1)
        {
            reportMisplaced(line, group, Wording("这一行不写方括号", "this line takes no brackets"))
            return group.upperBound == range.upperBound ? line.trimmed(range.lowerBound..<group.lowerBound) : range
        }
        return range
    }

    /// The type group at the end of a line, if that is what it holds.
    func typedBracket(_ line: SourceLine, _ range: Range<Int>) -> Range<Int>? {
        guard let last = brackets(line, range).groups.last, last.upperBound == range.upperBound else { return nil }
        let inside = last.lowerBound + 1..<last.upperBound - 1
        return words(line, inside).first.flatMap { TypeWord($0.text) } == nil ? nil : inside
    }

    /// Doubled marks belong to the text.
    fileprivate func brackets(_ line: SourceLine, _ range: Range<Int>) -> Brackets {
        var found = Brackets()
        var open: Int?
        var index = range.lowerBound
        while index < range.upperBound {
            let mark = line.machine[index]
            let isDoubled = index + 1 < range.upperBound && line.machine[index + 1] == mark
            if mark == "[" {
                if isDoubled {
                    index += 1
                } else {
                    if found.open == nil { found.open = open }
                    open = index
                }
            } else if mark == "]" {
                if let start = open {
                    found.groups.append(start..<index + 1)
                    open = nil
                } else if isDoubled {
                    index += 1
                } else {
                    found.close = index
                }
            }
            index += 1
        }
        found.open = found.open ?? open
        return found
    }

    /// Is the first word one that a bracket at the end of a line would hold?
    private func speaksToMachine(_ line: SourceLine, _ inside: Range<Int>) -> Bool {
        guard let first = words(line, inside).first?.text else { return false }
        return TypeWord(first) != nil || MarkWord(first) != nil || points(first) != nil
    }

    private mutating func reportUnclosed(_ line: SourceLine, _ open: Int, _ range: Range<Int>) {
        let inside = open + 1..<range.upperBound
        let nested = brackets(line, inside)
        // Where a second bracket opens behind it, one at the end of the line would close that one.
        let isLast = nested.groups.isEmpty && nested.open == nil
        report(
            "Z010", at: line.place(open..<open + 1), Wording("方括号没有写完", "unclosed bracket"),
            label: Wording("从这里开始，到行尾都没有“】”", "no closing bracket up to the end of the line"),
            notes: [
                Wording(
                    "行尾的方括号写题型和设置，【】和 [] 都可以；圆括号（）只是文字；文字里的方括号写成 [[",
                    "the bracket at the end holds the type; write [[ for a bracket that belongs to the text")
            ],
            fix: isLast
                ? Diagnostic.Fix(
                    range: line.place(open..<range.upperBound), replacement: "[\(line.raw(inside))]",
                    isCertain: speaksToMachine(line, inside))
                : nil)
    }

    /// The last word that a bracket could begin with shows where it was meant to open.
    private mutating func reportUnopened(_ line: SourceLine, _ body: Range<Int>) {
        let words = words(line, body)
        let first =
            words.last { TypeWord($0.text) != nil } ?? words.last { MarkWord($0.text) != nil || points($0.text) != nil }
        report(
            "Z010", at: line.place(body.upperBound..<body.upperBound + 1),
            Wording("方括号少了左半边", "the opening bracket is missing"),
            notes: [
                Wording(
                    "在题型或标记前面补上“[”，例如 [单选]、[反向]；文字里的方括号写成 ]]",
                    "write [ before the type or the mark, such as [single]; write ]] for a bracket that belongs to the text"
                )
            ],
            fix: first.map {
                Diagnostic.Fix(
                    range: line.place($0.range.lowerBound..<$0.range.lowerBound), replacement: "[", isCertain: false)
            })
    }

    private mutating func reportMisplaced(_ line: SourceLine, _ range: Range<Int>, _ title: Wording) {
        report(
            "Z016", at: line.place(range), title,
            notes: [
                Wording(
                    "方括号只写在题目、选项和各档的行尾，而且只写一个；文字里的方括号写成 [[ ]]",
                    "one bracket group ends a question, an option or a level; write [[ ]] for brackets that belong to the text"
                )
            ])
    }

    // MARK: Words

    struct Word {
        var range: Range<Int>
        var text: String
    }

    /// The words of a bracket group; blanks beside a mark that joins (`0 ~ 366`, `≤ 300`) do not part them.
    func words(_ line: SourceLine, _ inside: Range<Int>) -> [Word] {
        var pieces: [Range<Int>] = []
        for index in inside where !line.machine[index].isOne(of: " 、,;") {
            if let last = pieces.last, last.upperBound == index {
                pieces[pieces.count - 1] = last.lowerBound..<index + 1
            } else if let last = pieces.last,
                line.machine[last.upperBound - 1].isOne(of: "~≤≥<>=") || line.machine[index] == "~",
                line.machine[last.upperBound..<index].allSatisfy({ $0 == " " })
            {
                pieces[pieces.count - 1] = last.lowerBound..<index + 1
            } else {
                pieces.append(index..<index + 1)
            }
        }
        return pieces.map { Word(range: $0, text: line.normal($0).filter { $0 != " " }) }
    }
}
