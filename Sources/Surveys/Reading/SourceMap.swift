/// Where in a text the things stand that the model itself keeps no place of.
///
/// Keyed by offsets: of the owner's own place (a question's code, a check's keyword), or of a sentence's main wording.
struct SourceMap: Sendable {
    var translations: [Translation: Range<Int>] = [:]
    /// The expression of a condition, by the place of what it belongs to: a section, question, row, option or check.
    var conditions: [Int: Range<Int>] = [:]
    /// The keyword of each property that may be written once.
    var properties: [Property: Range<Int>] = [:]

    struct Translation: Hashable {
        /// Where the main wording of the sentence stands.
        var sentence: Int
        var language: String
    }

    struct Property: Hashable {
        var target: SurveyParser.Target
        var keyword: Keyword
    }
}
