/// In which language a survey text spells its keywords, types and marks; what people wrote is never translated.
public enum KeywordLanguage: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}
