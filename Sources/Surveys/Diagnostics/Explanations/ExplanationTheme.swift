/// Explanations that belong together, and the name that they go by.
public struct ExplanationTheme: Sendable, Equatable {
    public var name: Wording
    public var explanations: [Explanation]

    /// Every code of the language, in the order in which a survey is written.
    public static let all: [ExplanationTheme] = [
        lines, translations, brackets, questions, scales, dimensions, totals, conditions, years, revisions, wordings,
    ]
}
