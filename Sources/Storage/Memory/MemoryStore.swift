package import Statistics
package import Surveys

/// Keeps rounds in memory: for reports made straight from files, and for tests.
package struct MemoryStore: Store {
    private struct Round {
        var variables: [Variable]
        var roster: Roster?
        var responses: [Response] = []
        /// Empty for a respondent who named none.
        var units: [String] = []
    }

    private var rounds: [Int: Round] = [:]

    package init() {}

    package mutating func open(_ year: Int, survey: Survey, roster: Roster?) throws(StoreError) {
        guard rounds[year] == nil else { throw .roundExists(year) }
        rounds[year] = Round(variables: survey.variables, roster: roster)
    }

    package mutating func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError) {
        guard let variables = rounds[year]?.variables else { throw .noRound(year) }
        precondition(responses.count == units.count, "every response has a unit or none")
        precondition(
            responses.allSatisfy { $0.answers.count == variables.count }, "the responses are to the round's survey")
        rounds[year]?.responses += responses
        rounds[year]?.units += units.map { $0 ?? "" }
    }

    package func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally {
        guard let round = rounds[year] else { throw .noRound(year) }
        var names = round.roster?.units.map(\.name) ?? []
        let listed = Set(names)
        let named = Set(round.units)
        names += named.subtracting(listed).subtracting([""]).sorted()
        if named.contains("") { names.append("") }
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, Int32($0.offset)) })
        let table = ResponseTable(
            // Every name has an index: the names were collected from these very units.
            round.responses, variables: round.variables, groups: round.units.map { index[$0] ?? 0 },
            groupCount: names.count)
        return GroupedTally(groups: names, counting: table, by: plan)
    }
}
