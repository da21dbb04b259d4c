/// A text in the survey's languages: the main one, and what it was translated into.
///
/// `main` is written in the first language of `语言：`, the translations are keyed by language code (`en`, `bo` …).
public struct LocalText: Sendable, Equatable, Hashable {
    public var main: String
    public var translations: [String: String]
    /// Where the main wording stands.
    public var place = Place.nowhere

    public init(_ main: String, translations: [String: String] = [:]) {
        self.main = main
        self.translations = translations
    }

    /// The text in a language, or in the main one where it was not translated.
    public func text(in language: String?) -> String {
        language.flatMap { translations[$0] } ?? main
    }

    /// A question and what it is narrowed to, in every language that either has.
    func joined(to other: LocalText) -> LocalText {
        let languages = Set(translations.keys).union(other.translations.keys)
        return LocalText(
            "\(main)：\(other.main)",
            translations: Dictionary(
                uniqueKeysWithValues: languages.map { ($0, "\(text(in: $0)): \(other.text(in: $0))") }))
    }

    /// Every wording, the main one first; the others in the order of their language codes.
    public var wordings: [String] {
        translations.isEmpty ? [main] : [main] + translations.sorted { $0.key < $1.key }.map(\.value)
    }
}
