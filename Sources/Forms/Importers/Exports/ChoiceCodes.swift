import Surveys

/// From a choice as another tool writes it to the code of the level or option.
struct ChoiceCodes {
    /// The codes in the order of the questionnaire, as cells of our own table have them.
    let codes: [String]
    private let points: [Int?]
    private let labels: AnswerReader
    /// The option for what people write themselves, where there is one and no other.
    private let other: String?
    /// Whether options to which nobody gave a code have one that the tool made: `A3`, `AO03`.
    private let hasGenerated: Bool

    /// How the numbers in a column are meant.
    enum Numbers: CaseIterable {
        case codes, positions, points
    }

    /// Nil for a variable whose answers are no choices.
    init?(_ variable: Variable, hasGenerated: Bool) {
        self.hasGenerated = hasGenerated
        var single = variable
        switch variable.domain {
        case .levels(let scale):
            codes = scale.levels.map { $0.code.map(String.init) ?? "NA" }
            points = scale.levels.map { level in level.isUnscored ? nil : level.points ?? level.code }
            other = nil
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            single.domain = .options(options)
            codes = options.map(\.code)
            points = options.map(\.marks.points)
            let others = options.filter(\.marks.takesText)
            other = others.count == 1 ? others[0].code : nil
        default: return nil
        }
        labels = AnswerReader(single)
    }

    func code(_ cell: String, _ numbers: Numbers) -> String? {
        let text = Self.withoutWritten(AnswerReader.trimmed(cell))
        guard !text.isEmpty else { return nil }
        switch numbers {
        case .codes: return written(text)
        case .positions:
            guard let number = number(text) else { return written(text) }
            return codes.indices.contains(number - 1) ? codes[number - 1] : nil
        case .points:
            guard let number = number(text) else { return written(text) }
            let scored = points.indices.filter { points[$0] == number }
            return scored.count == 1 ? codes[scored[0]] : nil
        }
    }

    private func written(_ text: String) -> String? {
        if case .success(let answer) = labels.read(text) {
            switch answer {
            case .level(let code): return String(code)
            case .notApplicable: return "NA"
            case .option(let code): return code
            default: return nil
            }
        }
        switch KnownHeadings.folded(text) {
        // LimeSurvey's yes and no.
        case "y": return written("Yes")
        case "n": return written("No")
        case "-oth-", "other", "其他", "其它", "other (please specify)": return other
        default: return nil
        }
    }

    /// `其他〖文字〗` without what somebody wrote.
    private static func withoutWritten(_ text: String) -> String {
        guard text.last == "〗", let opening = text.firstIndex(of: "〖") else { return text }
        return AnswerReader.trimmed(text[..<opening])
    }

    /// The number in a cell, or in the code that the tool made.
    func number(_ text: String) -> Int? {
        guard hasGenerated, let match = text.wholeMatch(of: /AO?([0-9]{1,4})/) else { return Self.number(text) }
        return Int(match.1)
    }

    /// The number of `3` and `3.0`.
    static func number(_ text: String) -> Int? {
        guard text.utf8.count <= 9, let first = text.utf8.first, first == UInt8(ascii: "-") || (48...57).contains(first)
        else { return nil }
        return Int(text.hasSuffix(".0") ? text.dropLast(2) : text[...])
    }

    // MARK: Several in one cell

    /// The codes of all that a cell holds; nil when it cannot be taken apart in exactly one way.
    func codes(_ cell: String, _ numbers: Numbers) -> [String]? {
        if let code = code(cell, numbers) { return [code] }
        // No list of choices is longer than a page, and taking one apart costs more than its length.
        guard cell.utf8.count <= 8_000 else { return nil }
        for separator in ["┋", "→", "|", ";", "；", ",", "，", "、", "\n"] where cell.contains(separator) {
            let pieces = cell.split(separator: separator).map(String.init)
            if let found = joined(pieces, separator, numbers) { return found }
        }
        return nil
    }

    /// Neighbouring pieces that only together are a label are put together again: a label may hold the separator.
    private func joined(_ pieces: [String], _ separator: String, _ numbers: Numbers) -> [String]? {
        guard (1...60).contains(pieces.count) else { return nil }
        // By the number of pieces taken: how many ways lead there (two are as bad as more), and the codes of one.
        var ways: [(count: Int, codes: [String])] = [(1, [])]
        for end in 1...pieces.count {
            var way: (count: Int, codes: [String]) = (0, [])
            for start in 0..<end where ways[start].count > 0 {
                guard let code = code(pieces[start..<end].joined(separator: separator), numbers) else { continue }
                way = (way.count + ways[start].count, ways[start].codes + [code])
            }
            ways.append((min(way.count, 2), way.codes))
        }
        return ways[pieces.count].count == 1 ? ways[pieces.count].codes : nil
    }
}
