package import Statistics
package import Surveys

/// Keeps rounds in memory: for reports made straight from files, and for tests.
package struct MemoryStore: Store {
    private struct Round {
        var stored: StoredRound
        var variables: [Variable]
        var responses: [Response] = []
        /// Empty for a respondent who named none.
        var units: [String] = []
    }

    private var rounds: [Int: Round] = [:]

    package init() {}

    package func years() -> [Int] { rounds.keys.sorted() }

    package func round(_ year: Int) throws(StoreError) -> StoredRound { try kept(year).stored }

    private func kept(_ year: Int) throws(StoreError) -> Round {
        guard let round = rounds[year] else { throw .noRound(year) }
        return round
    }

    package mutating func open(_ year: Int, survey: SurveyReading, roster: Roster?) throws(StoreError) {
        guard rounds[year] == nil else { throw .roundExists(year) }
        guard !survey.hasErrors else { throw .surveyHasErrors(year) }
        rounds[year] = Round(
            stored: StoredRound(year: year, surveyText: survey.source.text, roster: roster),
            variables: survey.survey.variables)
    }

    package mutating func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError) {
        let variables = try kept(year).variables
        precondition(responses.count == units.count, "every response has a unit or none")
        precondition(
            responses.allSatisfy { $0.answers.count == variables.count }, "the responses are to the round's survey")
        rounds[year]?.responses += responses
        rounds[year]?.units += units.map { $0 ?? "" }
    }

    package func forEachResponse(to year: Int, _ visit: (Response, _ unit: String?) -> Void) throws(StoreError) {
        let round = try kept(year)
        for (response, unit) in zip(round.responses, round.units) { visit(response, unit.isEmpty ? nil : unit) }
    }

    package func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally {
        let round = try kept(year)
        var names = round.stored.roster?.units.map(\.name) ?? []
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
