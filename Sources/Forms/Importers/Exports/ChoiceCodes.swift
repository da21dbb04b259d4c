import Surveys

/// From a choice as another tool writes it to the code of the level or option.
struct ChoiceCodes {
    /// The codes in the order of the questionnaire, as cells of our own table have them.
    let codes: [String]
    private let points: [Int?]
    private let labels: AnswerReader
    /// The option for what people write themselves, where there is one and no other.
    private let other: String?

    /// How the numbers in a column are meant.
    enum Numbers: CaseIterable {
        case codes, positions, points
    }

    /// Nil for a variable whose answers are no choices.
    init?(_ variable: Variable) {
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
            guard let number = Self.number(text) else { return written(text) }
            return codes.indices.contains(number - 1) ? codes[number - 1] : nil
        case .points:
            guard let number = Self.number(text) else { return written(text) }
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

    /// The number of `3` and `3.0`, and of `A3` and `AO03`, which LimeSurvey makes for options without a code.
    static func number(_ text: String) -> Int? {
        let digits =
            text.hasPrefix("AO") ? text.dropFirst(2) : text.hasPrefix("A") ? text.dropFirst() : text[...]
        guard digits.utf8.count <= 9, let first = digits.utf8.first,
            first == UInt8(ascii: "-") || (48...57).contains(first)
        else { return nil }
        return Int(digits.hasSuffix(".0") ? digits.dropLast(2) : digits)
    }

    // MARK: Several in one cell

    /// The codes of all that a cell holds; nil when it cannot be taken apart in exactly one way.
    func codes(_ cell: String, _ numbers: Numbers) -> [String]? {
        if let code = code(cell, numbers) { return [code] }
        for separator in ["┋", "→", "|", ";", "；", ",", "，", "、", "\n"] where cell.contains(separator) {
            let pieces = cell.components(separatedBy: separator)
            if let found = joined(pieces, separator, numbers) { return found }
        }
        return nil
    }

    /// Neighbouring pieces that only together are a label are put together again: a label may hold the separator.
    private func joined(_ pieces: [String], _ separator: String, _ numbers: Numbers) -> [String]? {
        guard pieces.count <= 60 else { return nil }
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

extension String {
    /// Without Foundation, and by characters: a separator is never half of one.
    func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: true).map(String.init)
    }
}
