package import Surveys

/// What coding made of the open answers of a round: themes, each with the people who spoke of it.
package struct CodedComments: Sendable, Equatable {
    package var year: Int
    /// In the order of the sheet 主题.
    package var themes: [Theme]
    /// How many people wrote anything.
    package var responses: Int
    /// Answers without any theme.
    package var uncoded: Int

    package struct Theme: Sendable, Equatable {
        package var name: String
        /// nil for 其他.
        package var area: LocalText?
        package var summary: String
        /// The numbers of the responses, 份号: who speaks of it twice counts once.
        package var responses: Set<Int>
    }
}
