/// A statement to agree with, looked at as far as its words alone can tell.
struct EnglishItem {
    /// In lower case; marks are words of their own.
    private let words: [String]

    init(_ text: String) {
        words = PhraseSearch.words(of: text).split(separator: " ").map(String.init)
    }

    // MARK: Negative wording

    /// Says that something good is missing: a negation in the main clause, with nothing near that it takes back.
    var isNegative: Bool {
        guard words.contains(where: Self.negators.contains) else { return false }
        let main = mainClause
        guard main.filter(Self.negators.contains).count == 1 else { return false }
        let sentence = " " + main.joined(separator: " ") + " "
        return !ItemWords.englishUnwelcome.contains { sentence.contains(" \($0) ") }
    }

    /// Without `When work gets busy,` before it and `even when nobody checks` behind it.
    private var mainClause: [String] {
        var clauses = words.split(whereSeparator: Self.stops.contains)
        while let first = clauses.first?.first, clauses.count > 1, Self.openers.contains(first) {
            clauses.removeFirst()
        }
        // `…, not because I am told to` takes nothing back of what was said.
        while clauses.count > 1, clauses.last?.first == "not" { clauses.removeLast() }
        return clauses.flatMap { clause in clause.prefix { !Self.openers.contains($0) } }
    }

    // MARK: Two statements in one

    /// The words that make two statements of one, or nil.
    var joint: String? {
        guard words.contains(where: Self.joints.contains) else { return nil }
        let sentence = " " + words.joined(separator: " ") + " "
        if let joiner = ItemWords.englishJoiners.first(where: { sentence.contains(" \($0) ") }) { return joiner }
        // A second subject opens a second statement.
        if let first = words.first, ["i", "we", "my"].contains(first) {
            for second in ["i", "we"] where sentence.contains(" and \(second) ") { return "and \(second)" }
        }
        for verdict in ItemWords.englishVerdicts {
            guard let found = sentence.firstRange(of: " \(verdict) ") else { continue }
            let judged = sentence[found.upperBound...]
            if judged.contains(" and "), !judged.contains("between ") { return "and" }
        }
        return nil
    }

    private static let negators = Set(ItemWords.englishNegators)
    private static let openers = Set(ItemWords.englishClauses)
    private static let stops: Set<String> = [",", ";", ":", ".", "(", ")", "!"]
    private static let joints = Set(
        ["and"] + ItemWords.englishJoiners.compactMap { $0.split(separator: " ").first.map(String.init) })
}
