/// Translations that came back from a translator, put into the survey that they were made for.
package struct TranslationImport: Sendable, Equatable {
    package var survey: Survey
    /// How many texts have a new translation.
    package var applied = 0
    /// Rows that the translator left empty.
    package var empty = 0
    package var refusals: [Refusal] = []

    /// What a row of the translator's table says.
    package struct Row: Sendable, Equatable {
        /// As a spreadsheet numbers it, from 1.
        package var number: Int
        package var key: String
        package var original: String
        package var translation: String

        package init(number: Int, key: String, original: String, translation: String) {
            self.number = number
            self.key = key
            self.original = original
            self.translation = translation
        }
    }

    package struct Refusal: Sendable, Equatable {
        package var row: Int
        package var key: String
        package var reason: Wording
    }

    /// Applies a row only where the original is still what was translated; all others are refused with a reason.
    ///
    /// - Parameters:
    ///   - language: added to the survey's languages where they do not have it.
    ///   - replaces: whether a translation that is there already gives way.
    package init(_ rows: [Row], into survey: Survey, language: String, replaces: Bool) {
        self.survey = survey
        let texts = Dictionary(survey.keyedTexts.map { ($0.key, $0.text) }) { first, _ in first }
        var accepted: [String: Row] = [:]
        for row in rows {
            guard !row.translation.isEmpty else {
                empty += 1
                continue
            }
            if let reason = Self.objection(to: row, texts[row.key], accepted[row.key], language, replaces: replaces) {
                refusals.append(Refusal(row: row.number, key: row.key, reason: reason))
            } else if texts[row.key]?.translations[language] != row.translation {
                accepted[row.key] = row
            }
        }
        guard !accepted.isEmpty else { return }
        applied = accepted.count
        self.survey.changeTexts { key, text in
            if let row = accepted[key] { text.translations[language] = row.translation }
        }
        if !survey.languages.contains(language) { self.survey.languages.append(language) }
    }

    private static func objection(
        to row: Row, _ text: LocalText?, _ earlier: Row?, _ language: String, replaces: Bool
    ) -> Wording? {
        guard let text else {
            return Wording("问卷里没有这个位置", "the survey has no such place")
        }
        guard text.main == row.original else {
            return Wording("原文已经改过，请按新的原文翻译", "the original has changed since; translate the new one")
        }
        if let earlier, earlier.translation != row.translation {
            return Wording(
                "和第 \(earlier.number) 行译的是同一句，译文却不同",
                "row \(earlier.number) translates the same sentence in other words")
        }
        let (wanted, found) = (pipedNames(in: text.main), pipedNames(in: row.translation))
        guard wanted == found else {
            let list = (wanted ?? []).sorted().map { "{\($0)}" }
            return list.isEmpty
                ? Wording("原文没有花括号，译文里也不要有", "the original has no braces, so the translation has none")
                : Wording(
                    "译文里要照抄花括号：\(list.joined(separator: "、"))",
                    "the translation keeps the braces as they are: \(list.joined(separator: ", "))")
        }
        if let known = text.translations[language], known != row.translation, !replaces {
            return Wording(
                "已有译文，没有替换；要替换请加 --replace", "it has a translation, which is kept; add --replace to replace it")
        }
        return nil
    }

    /// - Returns: nil where a brace is not closed.
    private static func pipedNames(in text: String) -> Set<String>? {
        var names: Set<String> = []
        for piping in pipings(in: text) {
            switch piping {
            case .name(let name): names.insert(name)
            case .wideName: continue
            case .unclosed: return nil
            }
        }
        return names
    }
}
