package import Statistics
package import Surveys

/// Where responses are kept until they are counted; an engine is one folder that passes the same contract.
package protocol Store {
    /// The years of its rounds, the earliest first.
    func years() throws(StoreError) -> [Int]

    /// What a round was opened with.
    func round(_ year: Int) throws(StoreError) -> StoredRound

    /// Opens a round for the responses to one survey. The roster's units are counted in its order, also empty ones.
    ///
    /// The text is kept as it was read, since a round is understood by its own survey for ever.
    mutating func open(_ year: Int, survey: SurveyReading, roster: Roster?) throws(StoreError)

    /// Adds checked responses, each with the name of its unit; nil or an empty name for a respondent who named none.
    ///
    /// All of them are kept, or none. What stays tells neither when they came nor in which order.
    mutating func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError)

    /// Shows every response of a round with the name of its unit; nil for a respondent who named none.
    ///
    /// The order means nothing.
    func forEachResponse(to year: Int, _ visit: (Response, _ unit: String?) -> Void) throws(StoreError)

    /// Counts a round, unit by unit.
    ///
    /// The units stand in the order of the roster, or by name without one; those who named none stand last, under the
    /// empty name.
    func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally
}
