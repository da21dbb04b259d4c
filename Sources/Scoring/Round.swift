package import Statistics
package import Surveys

/// One year's counted answers with everything that is needed to read them.
package struct Round: Sendable, Equatable {
    package var year: Int
    package var plan: SurveyPlan
    package var roster: Roster?
    /// The responses that reports have shown, batch by batch, then those that no report has; all with the same groups.
    package var cohorts: [Cohort]
    package var intake: Intake
    /// Whether responses that no report has shown may still be counted by one: not after the seal, where reports had
    /// shown others before.
    package var takesMore = true

    /// Responses that were shown for the first time by one report, or by none yet.
    package struct Cohort: Sendable, Equatable {
        /// From 1; nil where no report has shown them.
        package var batch: Int?
        package var counted: GroupedTally

        package init(batch: Int?, counted: GroupedTally) {
            self.batch = batch
            self.counted = counted
        }
    }

    package init(year: Int, plan: SurveyPlan, roster: Roster?, cohorts: [Cohort], intake: Intake) {
        self.year = year
        self.plan = plan
        self.roster = roster
        self.cohorts = cohorts
        self.intake = intake
    }

    /// A round that no report has shown.
    package init(year: Int, plan: SurveyPlan, roster: Roster?, counted: GroupedTally, intake: Intake) {
        self.init(
            year: year, plan: plan, roster: roster, cohorts: [Cohort(batch: nil, counted: counted)], intake: intake)
    }

    /// The units, in the roster's order, then those that only somebody named; the empty name of people who named none is
    /// the last.
    package var units: [String] { cohorts.first?.counted.groups ?? [] }

    /// How many responded, by unit.
    package var responses: [Int] {
        units.indices.map { unit in cohorts.reduce(0) { $0 + $1.counted.tallies[unit].responses } }
    }

    /// Whether anybody named a unit: without one there are no groups but the whole.
    package var namesUnits: Bool { zip(units, responses).contains { !$0.isEmpty && $1 > 0 } }
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
