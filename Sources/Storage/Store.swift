package import Statistics
package import Surveys

/// Where a self-assessment is kept, from the opening of its first round on; an engine is one folder that passes the same
/// contract.
package protocol Store {
    // MARK: Rounds

    /// The years of its rounds, the earliest first.
    func years() throws(StoreError) -> [Int]

    /// What a round was opened with.
    func round(_ year: Int) throws(StoreError) -> StoredRound

    func state(of year: Int) throws(StoreError) -> RoundState

    /// What sealing made of a round; nil for one that is not sealed.
    func seal(of year: Int) throws(StoreError) -> RoundSeal?

    /// Opens a round for the responses to one survey. The roster's units are counted in its order, also empty ones.
    ///
    /// The text is kept as it was read, since a round is understood by its own survey for ever.
    ///
    /// - Parameter day: for the log; nil where none is kept.
    mutating func open(_ year: Int, survey: SurveyReading, roster: Roster?, on day: Day?) throws(StoreError)

    /// Ends the collection for now. From then on nothing tells which responses came by which file.
    mutating func close(_ year: Int, on day: Day) throws(StoreError)

    /// Takes answers again after ``close(_:on:)``, for a reason that is kept.
    mutating func reopen(_ year: Int, reason: String, on day: Day) throws(StoreError)

    /// Ends a round that has no response, as if it had never been opened, for a reason that is logged. Its codes, drafts
    /// and forms are worth nothing any more, and its year can be opened again.
    mutating func cancel(_ year: Int, reason: String, on day: Day) throws(StoreError)

    /// Ends the collection for ever: drafts go, and so does whatever a form or a file could be recognised by; the root
    /// over all responses is taken.
    mutating func seal(_ year: Int, on day: Day) throws(StoreError) -> RoundSeal

    // MARK: Ways in

    /// Lets as many people in, each by a code of a unit, or of none. Of a code only a hash is kept.
    mutating func admit(_ codes: [AdmittedCode], to year: Int, on day: Day) throws(StoreError)

    /// What a code stands for.
    func status(of code: AccessCode) throws(StoreError) -> CodeStatus

    /// Keeps what somebody has answered so far, under a code that is not used yet.
    mutating func keep(draft: String, of code: AccessCode) throws(StoreError)

    /// What somebody has answered so far; nil where nothing is kept.
    func draft(of code: AccessCode) throws(StoreError) -> String?

    /// Takes in responses, each by a code or without; once it returns, those that it took are on the disk.
    ///
    /// All of this happens at once or not at all: a response comes, its code is used up, its draft goes. The same
    /// response under the same key is taken in once, however often it is sent; of two under one code the first counts.
    ///
    /// A code's own unit is also the answer to the question for the unit, whatever stood there.
    ///
    /// - Returns: what came of each, in the order given: a response that is refused hinders no other.
    mutating func submit(
        _ responses: [SentResponse], to year: Int
    ) throws(StoreError) -> [Result<Submission, StoreError>]

    /// The key under which a form is sent, so that the same file is the same response whenever it comes.
    ///
    /// - Parameter digest: SHA-256 of the file.
    func key(ofForm digest: [UInt8], in year: Int) throws(StoreError) -> UInt128

    /// Which of these responses are in a round already.
    ///
    /// - Parameter origins: what the file says of each; empty where it says nothing.
    func recognise(
        _ responses: [Response], origins: [RowOrigin?], in year: Int
    ) throws(StoreError) -> Recognition

    /// Adds checked responses, each with the name of its unit; nil or an empty name for a respondent who named none.
    ///
    /// All of them are kept, or none. What stays tells neither when they came nor in which order.
    ///
    /// - Parameter record: what is written down with them; nil where no log is kept.
    mutating func append(
        _ responses: [Response], units: [String?], to year: Int, recording record: ImportRecord?
    ) throws(StoreError)

    /// Takes an import back whole: its responses, what was noted with it, and what its rows are recognised by.
    ///
    /// - Parameter number: of its entry in the log.
    /// - Returns: how many responses it had.
    /// - Throws: also where this would tell what its people answered, or nothing tells which responses are its own.
    mutating func undo(import number: Int, of year: Int, on day: Day) throws(StoreError) -> Int

    /// Counts things that happened on the way in.
    mutating func note(_ event: IntakeEvent, count: Int, in year: Int) throws(StoreError)

    /// Remembers files that were refused as a whole, each once, however often they come.
    ///
    /// - Parameter fingerprints: SHA-256 of each, in hexadecimal digits; what is kept of them needs the round's secret.
    /// - Throws: for a sealed round, which can recognise none.
    mutating func note(refusedFiles fingerprints: [String], in year: Int) throws(StoreError)

    /// What was noted of a round; events that never happened are left out.
    func intake(of year: Int) throws(StoreError) -> [IntakeEvent: Int]

    // MARK: Looking at it

    /// Counts of codes and responses, in the order of the roster, then by name; those of no unit last.
    func progress(of year: Int) throws(StoreError) -> [UnitProgress]

    /// Shows every response of a round with the name of its unit, nil for a respondent who named none, and with its batch,
    /// nil for one that waits for a report.
    ///
    /// The order means nothing.
    func forEachResponse(
        to year: Int, _ visit: (Response, _ unit: String?, _ batch: Int?) -> Void
    ) throws(StoreError)

    /// The receipts of all responses of a round, in their own order.
    func receipts(of year: Int) throws(StoreError) -> [Receipt]

    /// Counts a round, cohort by cohort and in each unit by unit.
    ///
    /// Cohorts that reports have told stand by batch, ascending; those who wait for a report come last, and are left out
    /// where there is nobody. A round that no report has shown is one cohort that waits. The units stand in the order of
    /// the roster, or by name without one; those who named none stand last, under the empty name. Of a sealed round the
    /// tallies are kept and not counted again.
    func cohorts(_ plan: TallyPlan, year: Int) throws(StoreError) -> [Cohort]

    // MARK: What was published

    /// What reports have told of a round; nil where none has.
    func table(of year: Int) throws(StoreError) -> PublishedTable?

    /// Keeps what a report shows, before it leaves: all of it or nothing.
    ///
    /// - Parameters:
    ///   - tables: by year, each as a whole instead of the one before it.
    ///   - joining: by year, units whose waiting responses become the newest batch of the year's table, by their names in
    ///     that year; empty for those who named none. A sealed round takes in a batch by its first report only.
    mutating func publish(
        _ report: PublishedReport, tables: [Int: PublishedTable], joining: [Int: Set<String>], on day: Day
    ) throws(StoreError)

    /// Every report, the first first.
    func published() throws(StoreError) -> [PublishedReport]

    // MARK: The log

    /// Writes down an act that changes nothing in the store itself.
    mutating func record(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError)

    /// Lets a log that lies ahead of the machine's clock go on from today, for a reason that is logged.
    ///
    /// - Returns: whether it lay ahead; otherwise nothing is done.
    mutating func correctClock(reason: String) throws(StoreError) -> Bool

    /// Every act since the store was made.
    func log() throws(StoreError) -> [LogEntry]
}

extension Store {
    /// Opens a round of which no log is kept.
    package mutating func open(_ year: Int, survey: SurveyReading, roster: Roster?) throws(StoreError) {
        try open(year, survey: survey, roster: roster, on: nil)
    }

    /// Adds checked responses of which no log is kept.
    package mutating func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError) {
        try append(responses, units: units, to: year, recording: nil)
    }

    /// Takes in one response.
    ///
    /// - Throws: why it was refused.
    package mutating func submit(_ response: SentResponse, to year: Int) throws(StoreError) -> Submission {
        let results = try submit([response], to: year)
        return try results[0].get()
    }
}

/// The same of an engine that is shared, and so is no variable.
extension Store where Self: AnyObject {
    package func open(_ year: Int, survey: SurveyReading, roster: Roster?) throws(StoreError) {
        var store = self
        try store.open(year, survey: survey, roster: roster, on: nil)
    }

    package func append(_ responses: [Response], units: [String?], to year: Int) throws(StoreError) {
        var store = self
        try store.append(responses, units: units, to: year, recording: nil)
    }

    package func submit(_ response: SentResponse, to year: Int) throws(StoreError) -> Submission {
        var store = self
        let results = try store.submit([response], to: year)
        return try results[0].get()
    }
}

/// What is known of a sealed round for ever.
package struct RoundSeal: Sendable, Equatable {
    /// The Merkle root over the receipts, in hexadecimal digits.
    package var root: String
    package var responses: Int

    package init(root: String, responses: Int) {
        self.root = root
        self.responses = responses
    }
}
