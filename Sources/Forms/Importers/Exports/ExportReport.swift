/// What became of a file of another tool: everything that was taken, and everything that was not.
///
/// It holds headings, counts and the numbers of rows, and nothing that anybody answered.
package struct ExportReport: Sendable, Equatable {
    package var format: ExportFormat
    /// Rows of answers in the file.
    package var rows: Int
    /// Responses that were taken.
    package var accepted: Int
    /// Rows in which at most the unit was filled in.
    package var blankRows: Int
    /// Rows for which a condition does not hold.
    package var excludedRows: Int
    /// Rows that were in the file already, cell by cell and with the same number; taken once, and not among `rows`.
    package var repeatedRows = 0
    /// Rows of the survey's author trying it out; not taken.
    package var trialRows = 0
    /// Rows of people who did not reach the end; taken.
    package var unfinishedRows = 0
    package var dropped: [DroppedColumn] = []
    package var uncarried: [UncarriedColumn] = []
    /// Headings of the columns whose numbers were read as positions or scores of the options.
    package var byPosition: [String] = []
    package var byPoints: [String] = []
    /// Headings of ratings in a file of positions, where a rating that does not begin at 1 may be a position, too.
    package var ratings: [String] = []
    /// Headings of the columns of choices in which people also wrote something beside an option.
    package var otherTexts: [String] = []
    /// Questions of several choices for which only some options have a column: the others count as not chosen.
    package var partial: [String] = []
    package var absentVariables: [String]
    package var personalData: [PersonalDataFinding] = []
    /// Texts that are nothing but a number such as a spreadsheet keeps for a day.
    package var dayNumbers: [DayNumbers] = []

    /// The rows of one column of texts, as a spreadsheet numbers them.
    package struct DayNumbers: Sendable, Equatable {
        package var title: String
        package var rows: [Int]

        package init(title: String, rows: [Int]) {
            self.title = title
            self.rows = rows
        }
    }

    /// A column that the tool added and that nobody needs.
    package struct DroppedColumn: Sendable, Equatable {
        package var title: String
        package var reason: DropReason

        package init(title: String, reason: DropReason) {
            self.title = title
            self.reason = reason
        }
    }

    /// A column that may hold answers and was not read.
    package struct UncarriedColumn: Sendable, Equatable {
        package var title: String
        /// Counted from 1.
        package var number: Int
        package var cause: Cause

        package enum Cause: Sendable, Equatable {
            /// No question of the survey has this code or wording.
            case unknown
            /// It may be any of these variables, or its code is one's and its text another's.
            case ambiguous([String])
            /// Another column is the same variable.
            case doubled(String)
            /// An earlier questionnaire asked it.
            case retired
            /// Its numbers may be codes, positions or scores, which are different answers here.
            case numbers(String)
        }

        init(_ column: ExportColumn, _ cause: Cause) {
            title = column.title
            number = column.position + 1
            self.cause = cause
        }
    }
}
