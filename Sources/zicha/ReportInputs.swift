import Disclosure
import Forms
import Scoring
import Statistics
import Storage
import Surveys
import Workbooks

/// Where the rounds of a report come from.
protocol RoundSource {
    var history: SurveyHistory { get }
    /// Whether the rounds lie in a store, and not in files.
    var isStored: Bool { get }
    /// No group of fewer people is shown; nil leaves it to the house rule.
    var smallestGroup: Int? { get }
    /// The rounds, counted by their surveys' rules.
    func rounds() throws -> [Round]
    /// What earlier reports showed of them.
    func ledger() throws -> Ledger
    /// The responses of a year one by one, for what is written in words.
    func responses(of year: Int) throws -> RoundResponses
    /// Writes down that what single people answered leaves the place where it is kept.
    func recordExport(of year: Int, detail: String, on day: Day) throws
    /// Keeps what a report shows, before it leaves.
    func publish(_ release: Release, text: @autoclosure () -> String, on day: Day) throws
    /// Keeps that a round's medians and quartiles were told, before they leave.
    func publish(_ reference: ReferenceGroup, of release: Release, on day: Day) throws
    /// The latest round as it was opened, with the text of its survey.
    func latest() throws -> StoredRound
}

extension RoundSource {
    /// The release of all its rounds. All units with more responses than people are told before: the first of them stops
    /// the work, and one that a later unit goes on from together with others does not even that.
    func release(_ console: Console) throws -> Release { try release(of: checkedRounds(console)) }

    /// All its rounds, counted, with a word on units of more responses than people.
    func checkedRounds(_ console: Console) throws -> [Round] {
        let rounds = try rounds()
        for round in rounds { OverfullUnits(round).remark(isStored: isStored, to: console) }
        return rounds
    }

    /// The release of rounds that were counted before.
    func release(of rounds: [Round]) throws -> Release {
        let series = try RoundSeries(rounds)
        let groups = try Disclosure(k: smallestGroup, ledger: ledger()).groups(of: series)
        return groups.release(try Assessment(of: series, in: groups, history: history))
    }
}

/// Everything that the files of a report say, read and checked: surveys, rosters and responses, year by year.
struct ReportInputs: RoundSource {
    let history: SurveyHistory
    let isStored = false
    let smallestGroup: Int?
    private let files: [ResponsesFile]

    /// - Throws: for the first file that cannot be used, and for cells that are no answers unless they are to be set
    ///   aside. What is left out on the way is said to the reader, line by line.
    init(_ options: InputOptions, _ console: Console) throws {
        var surveys = try SurveySet(options.surveyPath ?? "", console)
        let rosters = try options.rosterPath.map(Roster.read(atPath:))
        let map = try ColumnMap.read(atPath: options.mapPath)
        var files: [ResponsesFile] = []
        for argument in options.responses {
            let year = try argument.year ?? surveys.year()
            let roster = rosters.flatMap { $0[year] ?? $0[nil as Int?] }
            if roster == nil, let path = options.rosterPath {
                console.note(
                    "名册 \(path) 没有 \(year) 年，这一年没有应答率",
                    "the roster \(path) has no year \(year), which gets no response rate")
            }
            let reading = try surveys.reading(of: year, console)
            let file = try ResponsesFile(
                argument.path, year: year, reading: reading, roster: roster, map: map, condition: options.condition,
                setAside: options.setAside.texts)
            file.remark(to: console)
            files.append(file)
        }
        if files.contains(where: { $0.content.excludedRows > 0 }) {
            console.note(
                "按条件只取了一部分答卷，不算回收率，区间不作有限总体校正",
                "only some of the responses were chosen: there is no response rate, and no interval has the finite population correction"
            )
        }
        let k = Disclosure(k: surveys.smallestGroup).k
        if files.contains(where: { (1..<k).contains($0.content.excludedRows) }) {
            console.note(
                "按条件除去的不到 \(k) 行；不要把这份结果和全部答卷的结果都发出去，相减会泄露这几个人",
                "fewer than \(k) rows were left out; do not hand out this result beside that of all responses, their difference tells of these few"
            )
        }
        if options.rosterPath == nil, files.contains(where: { $0.content.units.contains { $0 != nil } }) {
            console.note(
                "没有名册：不算回收率、不加权，区间不作有限总体校正，处室的合并也和有名册时不同；不要把两种结果都发出去，相减会泄露小处室",
                "no roster: no response rates, no weights, no finite population correction, and units merge otherwise than with one; do not hand out both results, their difference tells of small units"
            )
        }
        try options.setAside.judge(files, console)
        self.files = files
        smallestGroup = surveys.smallestGroup
        history = SurveyHistory(
            files.map { file in
                SurveyHistory.Edition(
                    year: file.year, survey: file.survey, absent: Set(file.content.absentVariables))
            })
    }

    func responses(of year: Int) throws -> RoundResponses {
        guard let file = files.first(where: { $0.year == year }) else {
            preconditionFailure("The year is one of the years that were asked for.")
        }
        let round = StoredRound(year: year, surveyText: file.reading.source.text, roster: nil)
        return RoundResponses(
            survey: file.survey, surveyHash: round.surveyHash, responsesHash: file.intake.fingerprint,
            responses: file.content.responses)
    }

    /// Files remember nothing: who makes reports from files keeps the ledger himself.
    func ledger() -> Ledger { Ledger() }

    func publish(_ release: Release, text: @autoclosure () -> String, on day: Day) {}

    func recordExport(of year: Int, detail: String, on day: Day) {}

    func publish(_ reference: ReferenceGroup, of release: Release, on day: Day) {}

    func latest() throws -> StoredRound {
        let last = files.max { $0.year < $1.year }
        guard let last else { preconditionFailure("responses were asked for") }
        return StoredRound(year: last.year, surveyText: last.reading.source.text, roster: last.roster)
    }

    /// The responses of the only file, each with the code beside it.
    var people: [(code: String?, response: Response)] {
        files.flatMap { file in zip(file.content.codes, file.content.responses).map { ($0, $1) } }
    }

    func rounds() throws -> [Round] {
        files.map { file in
            let plan = SurveyPlan(file.survey, history: files.count > 1 ? history : nil)
            // The roster of chosen rows counts, too, for the order of its units.
            let counted = GroupedTally(
                of: file.content.responses, units: file.content.units, roster: file.roster,
                variables: file.survey.variables, by: plan.tally)
            return Round(
                year: file.year, plan: plan, roster: file.population, counted: counted, intake: file.intake)
        }
    }
}
