package import Statistics
package import Surveys

/// Where responses are kept until they are counted; an engine is one folder that passes the same contract.
package protocol Store {
    /// Opens a round for the responses to one survey. The roster's units are counted in its order, also empty ones.
    mutating func open(_ year: Int, survey: Survey, roster: Roster?) throws(StoreError)

    /// Adds checked responses, each with the name of its unit; nil or an empty name for a respondent who named none.
    mutating func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError)

    /// Counts a round, unit by unit.
    ///
    /// The units stand in the order of the roster, or by name without one; those who named none stand last, under the
    /// empty name.
    func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally
}

/// Why a store did not do as asked.
package enum StoreError: Error, Sendable, Equatable {
    case roundExists(Int)
    case noRound(Int)

    package var wording: Wording {
        switch self {
        case .roundExists(let year): Wording("\(year) 年已经有一轮", "there already is a round \(year)")
        case .noRound(let year): Wording("没有 \(year) 年这一轮", "there is no round \(year)")
        }
    }
}
