import Digests
package import Surveys

/// What a round was opened with: its survey, word for word, and whom it was for.
package struct StoredRound: Sendable, Equatable {
    package var year: Int
    /// The text of the survey, letter for letter.
    package var surveyText: String
    /// nil where no unit is listed.
    package var roster: Roster?

    package init(year: Int, surveyText: String, roster: Roster?) {
        self.year = year
        self.surveyText = surveyText
        self.roster = roster.flatMap { $0.units.isEmpty ? nil : $0 }
    }

    /// The SHA-256 of the text in UTF-8, in hexadecimal digits: the name that forms and drafts know the survey by.
    package var surveyHash: String { SHA256.hexadecimal(of: Array(surveyText.utf8)) }
}
