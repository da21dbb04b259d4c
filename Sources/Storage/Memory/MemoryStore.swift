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
        var table: PublishedTable?
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
        /// nil while it waits for a report.
        var batch: Int?
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

    package func forEachResponse(
        to year: Int, _ visit: (Response, _ unit: String?, _ batch: Int?) -> Void
    ) throws(StoreError) {
        for row in try kept(year).rows { visit(row.response, row.unit.isEmpty ? nil : row.unit, row.batch) }
    }

    package func cohorts(_ plan: TallyPlan, year: Int) throws(StoreError) -> [Cohort] {
        let round = try kept(year)
        let units = round.unitNames
        // Every row's unit is among the names, which were collected from the rows too.
        let places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element, $0.offset) })
        let layout = CohortLayout(units: units, told: round.table?.batches ?? 0)
        let groups = round.rows.map { row in
            guard let group = layout.group(ofUnit: places[row.unit], batch: row.batch) else {
                preconditionFailure("a row's batch is one of its round's table")
            }
            return group
        }
        func table(_ groupCount: Int) -> ResponseTable {
            let rows = groups.indices.filter { groups[$0] < groupCount }
            return ResponseTable(
                rows.map { round.rows[$0].response }, variables: round.variables, groups: rows.map { groups[$0] },
                groupCount: groupCount)
        }
        let usual = plan.screening.map { screening in
            var count = RoundCount(groupCount: layout.firstGroups, by: screening.moments)
            count.count(table(layout.firstGroups))
            return count
        }
        var count = RoundCount(groupCount: layout.groupCount, by: plan, knowing: usual, pairing: layout.pairing)
        count.count(table(layout.groupCount))
        return layout.cohorts(of: count.grouped(layout.groups))
    }
}

extension MemoryStore.Round {
    /// The units of the roster, then those that somebody named, by name.
    var unitNames: [String] {
        let listed = stored.roster?.units.map(\.name) ?? []
        return listed + Set(rows.map(\.unit)).subtracting(listed).subtracting([""]).sorted()
    }
}
