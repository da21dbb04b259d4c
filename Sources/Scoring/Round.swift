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

    /// Whether anybody named a unit: without one there are no groups but the whole.
    package var namesUnits: Bool {
        zip(counted.groups, counted.tallies).contains { !$0.isEmpty && $1.responses > 0 }
    }

    /// Everybody's answers.
    package var whole: Tally { counted.tallies.reduce(Tally(zeroFor: plan.tally), +) }
}

/// What happened on the way in, for the pages that say how far the numbers can be trusted.
package struct Intake: Sendable, Equatable {
    /// SHA-256 of the file, in hexadecimal.
    package var fingerprint: String
    package var rows: Int
    /// The condition that rows had to meet, in the words of whoever asked for the report; nil when all were taken.
    ///
    /// A round of chosen rows is not the roster's people: it has no response rate and no headcount.
    package var condition: String?
    /// Rows for which the condition does not hold.
    package var excludedRows: Int
    /// Rows in which at most the unit was filled in; no responses.
    package var blankRows: Int
    /// Cells that were no answers to their questions and count as missing.
    package var refusedCells: Int
    package var absentVariables: [String]
    /// Files or forms that were refused as a whole.
    package var refusedFiles: Int
    /// Responses that came without a code, of a round that keeps codes: nobody can tell whether one person sent two.
    package var withoutCode: Int

    package init(
        fingerprint: String, rows: Int, condition: String? = nil, excludedRows: Int = 0, blankRows: Int = 0,
        refusedCells: Int = 0, absentVariables: [String] = [], refusedFiles: Int = 0, withoutCode: Int = 0
    ) {
        self.fingerprint = fingerprint
        self.rows = rows
        self.condition = condition
        self.excludedRows = excludedRows
        self.blankRows = blankRows
        self.refusedCells = refusedCells
        self.absentVariables = absentVariables
        self.refusedFiles = refusedFiles
        self.withoutCode = withoutCode
    }
}
