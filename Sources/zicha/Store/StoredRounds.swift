import Digests
import Disclosure
import Scoring
import Statistics
import Storage
import Surveys

/// Rounds out of a store, each with its own survey and roster.
struct StoredRounds: RoundSource {
    let history: SurveyHistory
    let isStored = true
    let smallestGroup: Int?
    let store: SQLiteStore
    private let surveys: [(round: StoredRound, survey: Survey)]

    init(_ years: [Int], in store: SQLiteStore, _ console: Console) throws {
        self.store = store
        surveys = try years.sorted().map { year in
            let round = try store.round(year)
            let reading = round.reading
            guard !reading.hasErrors else { throw StoreError.surveyReadsOtherwise(year) }
            return (round, reading.survey)
        }
        history = SurveyHistory(
            surveys.map { SurveyHistory.Edition(year: $0.round.year, survey: $0.survey, absent: []) })
        smallestGroup = surveys.compactMap(\.survey.smallestGroup).max()
        for year in years where try store.state(of: year) != .sealed {
            console.note(
                "\(year) 年还没有封存，再来答卷数字就会变；定稿前请先 zicha close 和 zicha seal",
                "the round \(year) is not sealed and its numbers change with every response; close and seal it before the final report"
            )
        }
    }

    func responses(of year: Int) throws -> RoundResponses {
        guard let (round, survey) = surveys.first(where: { $0.round.year == year }) else {
            preconditionFailure("The year is one of the years that were asked for.")
        }
        var responses: [Response] = []
        try store.forEachResponse(to: year) { response, _, _ in responses.append(response) }
        return RoundResponses(
            survey: survey, surveyHash: round.surveyHash, responsesHash: try fingerprint(of: year),
            responses: responses)
    }

    func recordExport(of year: Int, detail: String, on day: Day) throws {
        try store.record(.exported, year: year, detail: detail, on: day)
    }

    /// The root over all responses.
    private func fingerprint(of year: Int) throws -> String {
        try store.seal(of: year)?.root ?? Receipt.root(of: store.receipts(of: year))
    }

    /// What earlier reports showed of any round.
    func ledger() throws -> Ledger {
        var tables: [Int: LedgerTable] = [:]
        for year in try store.years() { tables[year] = try store.table(of: year).map { LedgerTable($0) } }
        return Ledger(tables)
    }

    /// Writes into the store what a report shows, before it leaves.
    func publish(_ release: Release, text: @autoclosure () -> String, on day: Day) throws {
        try publish(release, years: release.rounds.map(\.year), text(), on: day)
    }

    /// Once for the same numbers, however many people ask: how many did, and when, is nothing for a log.
    func publish(_ reference: ReferenceGroup, of release: Release, on day: Day) throws {
        let fingerprint = SHA256.hexadecimal(of: Array(reference.record.utf8))
        guard try !store.published().contains(where: { $0.fingerprint == fingerprint }) else { return }
        try publish(release, years: [reference.year], reference.record, on: day)
    }

    private func publish(_ release: Release, years: [Int], _ text: String, on day: Day) throws {
        var tables: [Int: PublishedTable] = [:]
        for year in years {
            tables[year] = release.tables[year]?.stored(after: try store.table(of: year))
        }
        try store.publish(
            PublishedReport(
                fingerprint: SHA256.hexadecimal(of: Array(text.utf8)), smallestGroup: release.k,
                rounds: release.rounds.filter { years.contains($0.year) }.map { round in
                    let groups = round.units.isEmpty ? [round.whole] : round.units
                    return PublishedReport.Round(
                        year: round.year,
                        groups: groups.map { PublishedReport.Group(units: $0.units, responses: $0.responses) })
                }), tables: tables, joining: release.joining.filter { years.contains($0.key) }, on: day)
    }

    func latest() throws -> StoredRound {
        guard let last = surveys.last?.round else { preconditionFailure("a round was asked for") }
        return last
    }

    func rounds() throws -> [Round] {
        try surveys.map { round, survey in
            let plan = SurveyPlan(survey, history: surveys.count > 1 ? history : nil)
            let cohorts = try store.cohorts(plan.tally, year: round.year).map {
                Round.Cohort(batch: $0.batch, counted: $0.counted)
            }
            let intake = try store.intake(of: round.year)
            let responses = cohorts.reduce(0) { $0 + $1.counted.tallies.reduce(0) { $0 + $1.responses } }
            let hasCodes = try store.progress(of: round.year).contains { $0.codes > 0 }
            var counted = Round(
                year: round.year, plan: plan, roster: round.roster, cohorts: cohorts,
                intake: Intake(
                    fingerprint: try fingerprint(of: round.year),
                    rows: responses + (intake[.blankRows] ?? 0), blankRows: intake[.blankRows] ?? 0,
                    refusedCells: intake[.refusedCells] ?? 0, refusedFiles: intake[.refusedFiles] ?? 0,
                    withoutCode: hasCodes ? intake[.withoutCode] ?? 0 : 0))
            let isSealed = try store.state(of: round.year) == .sealed
            counted.takesMore = try !isSealed || store.table(of: round.year) == nil
            return counted
        }
    }
}
