import Disclosure
import Scoring
import Statistics
import Storage
import Surveys

/// Somebody who answered.
struct Person {
    /// Empty for one who named none.
    var unit: String
    var response: Response
    /// The report that counted the person first; nil while none has.
    var batch: Int?
}

/// Keeps what comes and publishes reports, as the commands do, and writes down what the reports tell.
struct Office {
    private var store = MemoryStore()
    private var ledger = Ledger()
    private var people: [Int: [Person]] = [:]
    private let years: [RandomOrganisation.Year]
    private let smallestGroup: Int
    private var told: [Int: Document] = [:]

    init(_ years: [RandomOrganisation.Year], smallestGroup: Int) throws {
        self.years = years
        self.smallestGroup = smallestGroup
        for year in years { try store.open(year.number, survey: year.reading, roster: year.roster, on: nil) }
    }

    /// By year, in the order in which the years were first told.
    var documents: [Document] {
        told.sorted { $0.key < $1.key }.map { year, document in
            var document = document
            document.people = people[year]?.count ?? 0
            return document
        }
    }

    mutating func play(_ act: RandomOrganisation.Act) throws {
        switch act {
        case .come(let year, let others):
            people[year, default: []] += others
            try store.append(others.map(\.response), units: others.map(\.unit), to: year, recording: nil)
        case .report(let numbers): try report(numbers)
        }
    }

    private mutating func report(_ numbers: [Int]) throws {
        let asked = years.filter { numbers.contains($0.number) }
        let history = SurveyHistory(asked.map { .init(year: $0.number, survey: $0.reading.survey) })
        let rounds = try asked.map { year in
            let plan = SurveyPlan(year.reading.survey, history: asked.count > 1 ? history : nil)
            return Round(
                year: year.number, plan: plan, roster: year.roster,
                cohorts: try store.cohorts(plan.tally, year: year.number).map {
                    Round.Cohort(batch: $0.batch, counted: $0.counted)
                }, intake: Intake(fingerprint: "", rows: people[year.number]?.count ?? 0))
        }
        let series = try RoundSeries(rounds)
        let groups = Disclosure(smallestGroup: smallestGroup, ledger: ledger).groups(of: series)
        let release = groups.release(try Assessment(of: series, in: groups, history: history))
        guard !release.rounds.isEmpty else { return }
        for (year, table) in release.tables {
            let joining = release.joining[year] ?? []
            for index in people[year, default: []].indices
            where people[year]?[index].batch == nil && joining.contains(people[year]?[index].unit ?? "") {
                people[year]?[index].batch = table.batches
            }
        }
        try publish(release)
        for round in release.rounds { try read(round, of: release) }
    }

    private mutating func publish(_ release: Release) throws {
        ledger.tables.merge(release.tables) { $1 }
        guard let day = Day(year: 2026, month: 1, day: 1) else { return }
        try store.publish(
            PublishedReport(fingerprint: "", smallestGroup: release.k, rounds: []),
            tables: release.tables.mapValues {
                PublishedTable(smallestGroup: $0.smallestGroup, cells: $0.cells, batches: $0.batches)
            }, joining: release.joining, on: day)
    }

    private mutating func read(_ round: AssessedRound, of release: Release) throws {
        guard let table = release.tables[round.year], let people = people[round.year] else { return }
        let counting = CountedPeople(people, round.plan, table)
        var document =
            told[round.year]
            ?? Document(name: String(round.year), smallestGroup: smallestGroup, people: 0, items: [:])
        for source in counting.sources { document.items[source.name] = source.answers.count }
        var reader = ReleaseReader(round, of: release, counting, document)
        reader.readWhole()
        reader.readCells()
        told[round.year] = reader.document
    }
}
