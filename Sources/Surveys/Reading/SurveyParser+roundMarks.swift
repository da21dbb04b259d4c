/// Z105: a mark in round brackets, which say nothing to the machine: `走过场（反向）`.
extension SurveyParser {
    /// The round brackets at the end of a text.
    func roundMark(_ line: SourceLine, _ body: Range<Int>) -> Range<Int>? {
        guard body.count > 2, line.machine[body.upperBound - 1] == ")",
            let open = line.machine[body].lastIndex(of: "(")
        else { return nil }
        return open..<body.upperBound
    }

    /// Looks at the end of a text in every language of its line; one mistake, one message.
    ///
    /// - Parameter tags: what stands in square brackets behind the text.
    mutating func checkRoundMarks(
        _ line: SourceLine, _ text: Range<Int>, _ tags: Range<Int>?, type: TypeWord? = nil, mayHavePoints: Bool = false
    ) {
        let said = tags.map { words(line, $0).map(\.text) } ?? []
        var start = text.lowerBound
        for end in text.filter({ line.machine[$0] == "|" }) + [text.upperBound] {
            let part = line.trimmed(start..<max(start, end))
            start = end + 1
            guard let round = roundMark(line, part) else { continue }
            let word = line.normal(line.trimmed(round.lowerBound + 1..<round.upperBound - 1))
            if let mark = RoundWord(word) {
                return reportRound(line, round, word, mark, tags: tags, type: type, said: said)
            }
            if mayHavePoints, tags == nil, points(word) != nil {
                return report(
                    "Z105", .hint, at: line.place(round),
                    Wording("圆括号里的“\(word)”只是文字", "\"\(word)\" in round brackets is only text"),
                    notes: [Wording("要让它起作用，改用方括号", "square brackets make it count")],
                    fix: Diagnostic.Fix(range: line.place(round), replacement: "[\(word)]", isCertain: false))
            }
        }
    }

    private mutating func reportRound(
        _ line: SourceLine, _ round: Range<Int>, _ word: String, _ mark: RoundWord, tags: Range<Int>?,
        type: TypeWord?, said: [String]
    ) {
        var isSaid = false
        let remedy: Wording
        var replacement: String?
        switch mark {
        case .mark(let mark):
            isSaid = said.contains { MarkWord($0) == mark }
            let spelling = word.allSatisfy(\.isASCII) ? mark.english : mark.chinese
            remedy = Wording("要让它起作用，写在行尾的方括号里：[\(spelling)]", "write it in square brackets at the end: [\(spelling)]")
            if tags == nil { replacement = " [\(spelling)]" }
        case .type(let word):
            isSaid = type == word
            remedy =
                type == nil
                ? Wording(
                    "“\(word.chinese)”是题型，写在题目行尾的方括号里",
                    "\"\(word.english)\" is a type and stands in the question's square brackets")
                : Wording("题型写在方括号里：[\(word.chinese)]", "the type stands in square brackets: [\(word.english)]")
        case .required:
            isSaid = type != nil && !said.contains { MarkWord($0) == .optional }
            remedy = Wording("题目本来就必答，去掉即可", "questions are required unless they are optional: leave it out")
            replacement = ""
        }
        // Where the square brackets say the same, it does no harm.
        report(
            "Z105", isSaid ? .hint : .error, at: line.place(round),
            Wording("（\(word)）写在圆括号里，只是文字，不起作用", "(\(word)) in round brackets is only text and has no effect"),
            notes: [isSaid ? Wording("方括号里已经写了，这里可以去掉", "the square brackets say so already: leave it out") : remedy],
            fix: (isSaid ? "" : replacement).map {
                let from = line.trimmed(line.start..<round.lowerBound).upperBound
                return Diagnostic.Fix(range: line.place(from..<round.upperBound), replacement: $0, isCertain: false)
            })
    }
}

/// What people write in round brackets and mean for the machine.
enum RoundWord {
    case mark(MarkWord)
    case type(TypeWord)
    case required

    init?(_ word: String) {
        if let mark = MarkWord(word) {
            self = .mark(mark)
            return
        }
        switch word {
        case "反向题", "反向计分", "反问": self = .mark(.reverse)
        case "选答": self = .mark(.optional)
        case "多选": self = .type(.multi)
        case "单选": self = .type(.single)
        case "必填", "必答": self = .required
        default: return nil
        }
    }
}
