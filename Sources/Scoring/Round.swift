package import Statistics
package import Surveys

/// One year's counted answers with everything that is needed to read them.
package struct Round: Sendable, Equatable {
    package var year: Int
    package var plan: SurveyPlan
    package var roster: Roster?
    package var counted: GroupedTally
    package var intake: Intake

    package init(year: Int, plan: SurveyPlan, roster: Roster?, counted: GroupedTally, intake: Intake) {
        self.year = year
        self.plan = plan
        self.roster = roster
        self.counted = counted
        self.intake = intake
    }
}

/// What happened on the way in, for the pages that say how far the numbers can be trusted.
package struct Intake: Sendable, Equatable {
    /// SHA-256 of the file, in hexadecimal.
    package var fingerprint: String
    package var rows: Int
    package var excludedRows: Int
    /// Cells that were no answers to their questions and count as missing.
    package var refusedCells: Int
    package var absentVariables: [String]

    package init(
        fingerprint: String, rows: Int, excludedRows: Int = 0, refusedCells: Int = 0, absentVariables: [String] = []
    ) {
        self.fingerprint = fingerprint
        self.rows = rows
        self.excludedRows = excludedRows
        self.refusedCells = refusedCells
        self.absentVariables = absentVariables
    }
}
