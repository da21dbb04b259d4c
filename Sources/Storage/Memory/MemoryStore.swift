package import Statistics
package import Surveys

/// Keeps rounds in memory: the engine that every test can have for nothing.
package struct MemoryStore: Store {
    struct Round {
        var stored: StoredRound
        var variables: [Variable]
        var state = RoundState.open
        var seal: RoundSeal?
        var salt = RandomKeys.salt()
        var responses: [Response] = []
        /// Empty for a respondent who named none.
        var units: [String] = []
        var keys: [UInt128] = []
        var intake: [IntakeEvent: Int] = [:]
        var refusedFiles: Set<String> = []
    }

    var rounds: [Int: Round] = [:]
    var codes: [AccessCode: CodeStatus] = [:]
    var drafts: [AccessCode: String] = [:]
    var entries: [LogEntry] = []
    var reports: [PublishedReport] = []

    package init() {}

    // MARK: Rounds

    package func years() -> [Int] { rounds.keys.sorted() }

    package func round(_ year: Int) throws(StoreError) -> StoredRound { try kept(year).stored }

    func kept(_ year: Int) throws(StoreError) -> Round {
        guard let round = rounds[year] else { throw .noRound(year) }
        return round
    }

    package mutating func open(
        _ year: Int, survey: SurveyReading, roster: Roster?, on day: Day?
    ) throws(StoreError) {
        guard rounds[year] == nil else { throw .roundExists(year) }
        guard !survey.hasErrors else { throw .surveyHasErrors(year) }
        let round = Round(
            stored: StoredRound(year: year, surveyText: survey.source.text, roster: roster),
            variables: survey.survey.variables)
        if let day {
            let detail = "\(round.variables.count) variables, \(round.stored.roster?.units.count ?? 0) units"
            try record(.opened, year: year, detail: detail, on: day)
        }
        rounds[year] = round
    }

    // MARK: Responses

    package mutating func append(
        _ responses: [Response], units: [String?], to year: Int, recording record: ImportRecord?
    ) throws(StoreError) {
        precondition(responses.count == units.count, "every response has a unit or none")
        try checkIsOpen(year)
        if let record {
            try self.record(.imported, year: year, detail: record.detail, on: record.day)
            for (event, count) in record.events { try note(event, count: count, in: year) }
        }
        let variables = try kept(year).variables
        precondition(
            responses.allSatisfy { $0.answers.count == variables.count }, "the responses are to the round's survey")
        rounds[year]?.responses += responses
        rounds[year]?.units += units.map { $0 ?? "" }
        rounds[year]?.keys += RandomKeys.make(responses.count)
    }

    package func forEachResponse(to year: Int, _ visit: (Response, _ unit: String?) -> Void) throws(StoreError) {
        let round = try kept(year)
        for (response, unit) in zip(round.responses, round.units) { visit(response, unit.isEmpty ? nil : unit) }
    }

    package func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally {
        let round = try kept(year)
        return GroupedTally(
            of: round.responses, units: round.units, roster: round.stored.roster, variables: round.variables, by: plan)
    }
}

extension MemoryStore.Round {
    /// The units of the roster, then those that somebody named, by name.
    var unitNames: [String] {
        let listed = stored.roster?.units.map(\.name) ?? []
        return listed + Set(units).subtracting(listed).subtracting([""]).sorted()
    }
}
