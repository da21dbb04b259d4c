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

    /// Every wording, the main one first; the others in the order of their language codes.
    public var wordings: [String] {
        translations.isEmpty ? [main] : [main] + translations.sorted { $0.key < $1.key }.map(\.value)
    }
}
