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
        /// nil once the round is sealed.
        var secret: RoundSecret? = RoundSecret(text: RandomKeys.salt())
        var rows: [Row] = []
        var imports: [Int: Import] = [:]
        /// How often each mark of a row was kept, by import.
        var seen: [UInt128: [Int: Int]] = [:]
        var intake: [IntakeEvent: Int] = [:]
        var refusedFiles: Set<String> = []
    }

    struct Row {
        var response: Response
        /// Empty for a respondent who named none.
        var unit: String
        /// Under which the response was sent.
        var key: UInt128
        /// Under which it lies once the round is sealed.
        var receiptKey: UInt128
        /// Until the round is closed.
        var importNumber: Int?
    }

    struct Import {
        var kept: KeptImport
        /// How many reports there were when it came.
        var reports: Int
    }

    var rounds: [Int: Round] = [:]
    var codes: [AccessCode: CodeStatus] = [:]
    var drafts: [AccessCode: String] = [:]
    var entries: [LogEntry] = []
    var reports: [PublishedReport] = []
    let clock: Day?

    /// - Parameter clock: the machine's day; nil where the days of acts are not compared with it.
    package init(clock: Day? = nil) {
        self.clock = clock
    }

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
        var round = try kept(year)
        precondition(
            responses.allSatisfy { $0.answers.count == round.variables.count },
            "the responses are to the round's survey")
        var number: Int?
        if let record {
            let detail = LogEntry.importDetail(responses: responses.count, fingerprint: record.fingerprint)
            let entry = try add(.imported, year: year, detail: detail, on: record.day)
            number = entry
            round.imports[entry] = Import(
                kept: KeptImport(responses: responses.count, events: record.events), reports: reports.count)
            for (event, count) in record.events where count > 0 { round.intake[event, default: 0] += count }
            for mark in record.marks.flatMap(\.all) { round.seen[mark, default: [:]][entry, default: 0] += 1 }
        }
        let keys = RandomKeys.make(2 * responses.count)
        for (index, response) in responses.enumerated() {
            round.rows.append(
                Row(
                    response: response, unit: units[index] ?? "", key: keys[2 * index],
                    receiptKey: keys[2 * index + 1], importNumber: number))
        }
        rounds[year] = round
    }

    package func forEachResponse(to year: Int, _ visit: (Response, _ unit: String?) -> Void) throws(StoreError) {
        for row in try kept(year).rows { visit(row.response, row.unit.isEmpty ? nil : row.unit) }
    }

    package func tally(_ plan: TallyPlan, year: Int) throws(StoreError) -> GroupedTally {
        let round = try kept(year)
        return GroupedTally(
            of: round.rows.map(\.response), units: round.rows.map(\.unit), roster: round.stored.roster,
            variables: round.variables, by: plan)
    }
}

extension MemoryStore.Round {
    /// The units of the roster, then those that somebody named, by name.
    var unitNames: [String] {
        let listed = stored.roster?.units.map(\.name) ?? []
        return listed + Set(rows.map(\.unit)).subtracting(listed).subtracting([""]).sorted()
    }
}
