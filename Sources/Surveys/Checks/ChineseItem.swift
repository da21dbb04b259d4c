/// A statement to agree with, looked at as far as its words alone can tell.
struct ChineseItem {
    /// Without what stands in round brackets or quotation marks, which says something else.
    private let text: [UInt32]

    init(_ text: String) {
        var kept: [UInt32] = []
        var depth = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "（", "(", "“", "「", "《": depth += 1
            case "）", ")", "”", "」", "》": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(scalar.value) }
            }
        }
        self.text = kept
    }

    // MARK: Negative wording

    /// Says that something good is missing or something bad happens.
    ///
    /// Only the last clause counts, for the first tells when or where; and in it, what stands after 也 or 但.
    var isNegative: Bool {
        guard Self.suspects.isFound(in: text[...]) else { return false }
        var clauses = text.split(whereSeparator: Self.stops.contains)
        while let last = clauses.last, clauses.count > 1, Self.contrasts.phrase(at: last.startIndex, of: last) != nil {
            clauses.removeLast()
        }
        guard let last = clauses.last else { return false }
        var clause = Self.withoutChoices(Self.withoutNeutral(last))[...]
        if let turn = Self.turns.lastEnd(in: clause) { clause = clause[turn...] }
        let parts = clause.split(separator: Self.letter("、")).map(Self.sense)
        return parts.contains(.negative) && !parts.contains(.takenBack)
    }

    private enum Sense {
        case plain, negative
        /// Denied twice, as in 不推诿.
        case takenBack
    }

    private static func sense(of part: ArraySlice<UInt32>) -> Sense {
        if remedies.isFound(in: part) { return .takenBack }
        let negations = negations(in: part)
        let isBad = bad.isFound(in: part)
        if negations == 0 { return isBad ? .negative : .plain }
        return isBad || negations > 1 || unwelcome.isFound(in: part) ? .takenBack : .negative
    }

    /// Negations of the statement itself; 一个人学不到的收获 denies nothing.
    private static func negations(in part: ArraySlice<UInt32>) -> Int {
        var count = 0
        var index = part.startIndex
        while index < part.endIndex {
            // 久拖不决 is one word.
            if let word = bad.phrase(at: index, of: part) {
                index += word.count
                continue
            }
            guard let word = negators.phrase(at: index, of: part) else {
                index += 1
                continue
            }
            index += word.count
            let particle = part[index...].prefix(5).firstIndex(of: letter("的"))
            if let particle, particle + 1 < part.endIndex { continue }
            count += 1
        }
        return count
    }

    private static func withoutNeutral(_ clause: ArraySlice<UInt32>) -> [UInt32] {
        var kept: [UInt32] = []
        var index = clause.startIndex
        while index < clause.endIndex {
            if let word = neutral.phrase(at: index, of: clause) {
                kept.append(letter("…"))
                index += word.count
            } else {
                kept.append(clause[index])
                index += 1
            }
        }
        return kept
    }

    /// 学与不学, 可开可不开 and 去不去 leave open which.
    private static func withoutChoices(_ clause: [UInt32]) -> [UInt32] {
        var letters = clause
        for index in letters.indices.dropFirst().dropLast() where letters[index] == letter("不") {
            let after = letters[index + 1]
            if letters[index - 1] == after || (index > 1 && letters[index - 2] == after) {
                letters[index] = letter("…")
            }
        }
        return letters
    }

    // MARK: Two statements in one

    /// The words that make two statements of one, or nil.
    var joint: String? {
        guard Self.joinersOrOpeners.isFound(in: text[...]) else { return nil }
        // Something is said on either side.
        if let joiner = Self.joiners.first(in: text[...]), joiner.lowerBound >= 4, text.count - joiner.upperBound >= 4 {
            return ItemWords.joiners.first { PhraseList.letters(of: $0)[...] == text[joiner] }
        }
        for (pair, words) in zip(Self.pairs, ItemWords.joiningPairs) {
            if let start = pair.first.first(in: text[...]), pair.second.isFound(in: text[start.upperBound...]) {
                return "\(words.0)…\(words.1)"
            }
        }
        return judgesTwo ? "和" : nil
    }

    /// `对甲和乙(都)(很)满意`
    private var judgesTwo: Bool {
        guard let to = text.firstIndex(of: Self.letter("对")) else { return false }
        let rest = text[(to + 1)...]
        guard let and = rest.firstIndex(where: { $0 == Self.letter("和") || $0 == Self.letter("与") }), and - to <= 10,
            let verdict = Self.verdicts.first(in: text[(and + 1)...])
        else { return false }
        // The verdict ends the sentence: 对甲和乙很满意; not 对甲和乙满意的人.
        return text[verdict.upperBound...].allSatisfy(Self.stops.contains) && verdict.lowerBound - and <= 12
    }

    // MARK: Words

    private static func letter(_ letter: Unicode.Scalar) -> UInt32 { letter.value }

    private static let stops = PhraseList.letters(of: "，,；;。.！!")
    private static let suspects = PhraseList(ItemWords.negators + ItemWords.bad)
    private static let neutral = PhraseList(ItemWords.neutral)
    private static let negators = PhraseList(ItemWords.negators)
    private static let remedies = PhraseList(ItemWords.remedies)
    private static let bad = PhraseList(ItemWords.bad)
    private static let unwelcome = PhraseList(ItemWords.unwelcome)
    private static let turns = PhraseList(ItemWords.turns)
    private static let contrasts = PhraseList(ItemWords.contrasts)
    private static let joiners = PhraseList(ItemWords.joiners)
    private static let pairs = ItemWords.joiningPairs.map { (first: PhraseList([$0.0]), second: PhraseList([$0.1])) }
    private static let joinersOrOpeners = PhraseList(ItemWords.joiners + ItemWords.joiningPairs.map(\.0) + ["对"])
    private static let verdicts = PhraseList(ItemWords.verdicts)
}
