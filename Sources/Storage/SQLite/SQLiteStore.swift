import GRDB
package import Surveys
import Synchronization

/// Keeps rounds in one SQLite file, which this process owns until the store is let go.
///
/// What `append` and `open` have returned from is on the disk. See docs/decisions/0011 for how answers stand in the
/// file.
package final class SQLiteStore: Store, Sendable {
    let path: String
    private let lock: FileLock
    private let writer: DatabaseQueue
    let blockRows: Int
    let clock: Day?
    /// The tables of the rounds that were used, so that a survey is read once.
    private let tables = Mutex<[Int: RoundTable]>([:])

    /// Opens a store, or makes one where there is none.
    ///
    /// - Parameter clock: the machine's day; nil where the days of acts are not compared with it.
    /// - Throws: for a file of something else or of a newer program, which are not touched; for one that another
    ///   process owns; and for a damaged one.
    package convenience init(path: String, clock: Day? = nil) throws(StoreError) {
        try self.init(path: path, migrations: Migration.all, clock: clock)
    }

    /// - Parameter blockRows: how many rows are counted at once. Fewer spend their time on the groups, since each block
    ///   has a tally of every group; more take more memory, 480 bytes a row of 60 columns on each processor.
    init(
        path: String, migrations: [Migration], blockRows: Int = 65_536, clock: Day? = nil
    ) throws(StoreError) {
        self.blockRows = blockRows
        self.clock = clock
        let path = StoreFile.resolved(path)
        let lock = try FileLock(of: path)
        writer = try Self.translating(path) { try StoreFile.writer(path, migrations: migrations) }
        self.lock = lock
        self.path = path
    }

    /// Closes the connection while the lock, which goes with the members, is still held.
    deinit { try? writer.close() }

    /// Looks at every page, reference, survey and seal of the store, and at its log.
    ///
    /// - Throws: `StoreError.damaged` where the file does not fit together, and `StoreError.tampered` where it does but
    ///   a sealed round or the log says something else than it did.
    package func verify() throws(StoreError) {
        try read { database in
            try database.checkStructure(path: path)
            let strays = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check")
            guard strays == nil else { throw StoreError.damaged(path: path) }
            let log = try database.logEntries(path: path)
            guard LogEntry.isWhole(log) else { throw StoreError.tampered(path: path) }
            for year in try Int.fetchAll(database, sql: "SELECT id FROM round") {
                let table = try table(year, database)
                try database.checkPublishedTable(of: table, path: path)
                // What was sealed must still have its root.
                guard let seal = try seal(of: year, database) else { continue }
                let receipts = try receipts(of: year, database)
                guard receipts.count == seal.responses, Receipt.root(of: receipts) == seal.root,
                    try database.isAsLogged(seal, of: table, log: log, path: path)
                else { throw StoreError.tampered(path: path) }
            }
        }
    }

    // MARK: Rounds

    package func years() throws(StoreError) -> [Int] {
        try read { try Int.fetchAll($0, sql: "SELECT edition FROM round WHERE name = '' ORDER BY edition") }
    }

    package func round(_ year: Int) throws(StoreError) -> StoredRound {
        try read { try self.round(year, $0) }
    }

    private func round(_ year: Int, _ database: Database) throws -> StoredRound {
        let sql = "SELECT survey, survey_sha256 FROM round WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [year]) else { throw StoreError.noRound(year) }
        let units = try Row.fetchAll(
            database,
            sql: """
                SELECT unit.name, unit.headcount, unit.parent, unit.succeeds, target.name AS target
                FROM unit LEFT JOIN unit AS target ON target.id = unit.merge_into
                WHERE unit.round = ? AND unit.place IS NOT NULL ORDER BY unit.place
                """, arguments: [year])
        let roster = Roster(
            units: units.map {
                let succeeds: String = $0["succeeds"]
                return Roster.Unit(
                    name: $0["name"], headcount: $0["headcount"], mergeInto: $0["target"], parent: $0["parent"],
                    succeeds: succeeds.split(separator: "\n").map(String.init))
            })
        let round = StoredRound(year: year, surveyText: row["survey"], roster: roster)
        guard round.surveyHash == row["survey_sha256"] as String else { throw StoreError.damaged(path: path) }
        return round
    }

    package func open(_ year: Int, survey: SurveyReading, roster: Roster?, on day: Day?) throws(StoreError) {
        // The text is what stays, so the table is made for what the text says.
        let reading = Survey.read(survey.source.text, warnsToo: false)
        let round = StoredRound(year: year, surveyText: survey.source.text, roster: roster)
        let table = RoundTable(year: year, survey: reading.survey)
        try write { database in
            let sql = "SELECT 1 FROM round WHERE id = ?"
            guard try Row.fetchOne(database, sql: sql, arguments: [year]) == nil else {
                throw StoreError.roundExists(year)
            }
            guard !reading.hasErrors else { throw StoreError.surveyHasErrors(year) }
            let limit = database.columnLimit - RoundTable.ownColumns.count
            guard table.columns.count <= limit else { throw StoreError.tooManyQuestions(year, limit: limit) }
            try database.execute(
                sql: "INSERT INTO round (id, edition, survey, survey_sha256, salt, secret) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [year, year, round.surveyText, round.surveyHash, RandomKeys.salt(), RandomKeys.salt()])
            try database.add(round.roster?.units ?? [], to: year)
            try database.execute(sql: table.definition)
            if let day {
                let detail = "\(table.columns.count) variables, \(round.roster?.units.count ?? 0) units"
                try log(.opened, year: year, detail: detail, on: day, database)
            }
        }
        tables.withLock { $0[year] = table }
    }

    /// The table of a round, as its own survey says.
    func table(_ year: Int, _ database: Database) throws -> RoundTable {
        if let known = tables.withLock({ $0[year] }) { return known }
        let text = try round(year, database).surveyText
        let table = RoundTable(year: year, survey: Survey.read(text, warnsToo: false).survey)
        guard try table.matches(database) else { throw StoreError.surveyReadsOtherwise(year) }
        tables.withLock { $0[year] = table }
        return table
    }

    func forgetTable(of year: Int) { tables.withLock { $0[year] = nil } }

    // MARK: Responses

    package func append(
        _ responses: [Response], units: [String?], to year: Int, recording record: ImportRecord?
    ) throws(StoreError) {
        precondition(responses.count == units.count, "every response has a unit or none")
        try write { database in
            let table = try self.table(year, database)
            try database.checkIsOpen(year)
            precondition(
                responses.allSatisfy { $0.answers.count == table.columns.count },
                "the responses are to the round's survey")
            let numbers = try database.numbers(ofUnits: units, in: year)
            let number = try record.map { try keep($0, of: responses.count, to: year, database) }
            // In the order of the keys, which have nothing to do with that of the responses: neither the rows nor
            // the pages that they lie on tell what came before what, and every page is written once.
            let keys = zip(RandomKeys.make(responses.count), responses.indices).sorted { $0.0 < $1.0 }
            try ResponseWriter.with(table, database, path: path) { writer in
                for (key, index) in keys {
                    try writer.write(responses[index], unit: units[index].flatMap { numbers[$0] }, key: key)
                }
            }
            let arrivals = try ArrivalWriter(year, database, path: path)
            for (key, receiptKey) in zip(keys, RandomKeys.make(keys.count)) {
                try arrivals.write(Arrival(key: key.0, receiptKey: receiptKey, importNumber: number))
            }
        }
    }

    package func forEachResponse(
        to year: Int, _ visit: (Response, _ unit: String?, _ batch: Int?) -> Void
    ) throws(StoreError) {
        try read { database in
            let table = try self.table(year, database)
            let names = try database.units(of: year).reduce(into: [:]) { $0[$1.number] = $1.name }
            let statement = try database.makeStatement(
                sql: table.selection(Array(table.columns.indices), with: ["_batch"]))
            let batch = RoundTable.selectedOwnColumns + table.columns.count
            while try statement.nextRow(path: path) {
                visit(
                    try statement.response(in: table, path: path),
                    statement.isNull(0) ? nil : names[statement.integer(0)],
                    statement.isNull(batch) ? nil : statement.integer(batch))
            }
        }
    }

    // MARK: The connection

    /// Lends the connection that writes, outside of any transaction.
    func withDatabase<Value>(_ work: (Database) throws -> Value) throws -> Value { try writer.inDatabase(work) }

    func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        try Self.translating(path) { try writer.read(work) }
    }

    func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
        try Self.translating(path) { try writer.write(work) }
    }

    static func translating<Value>(_ path: String, _ work: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try work()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
