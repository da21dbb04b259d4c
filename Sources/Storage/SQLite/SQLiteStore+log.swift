import GRDB
package import Surveys

/// What was done to the store.
extension SQLiteStore {
    package func record(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError) {
        _ = try write { try log(act, year: year, detail: detail, on: day, $0) }
    }

    package func correctClock(reason: String) throws(StoreError) -> Bool {
        try write { database in
            guard let clock, let last = try database.lastLogEntry(path: path), last.day > clock else { return false }
            try log(.clockCorrected, year: nil, detail: "\(last.day): \(reason)", on: clock, database)
            return true
        }
    }

    package func log() throws(StoreError) -> [LogEntry] {
        try read { try $0.logEntries(path: path) }
    }

    /// Adds an act, in the transaction that does it.
    ///
    /// - Returns: the entry's number.
    @discardableResult
    func log(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day, _ database: Database) throws -> Int {
        let entry = try LogEntry(
            act, year: year, detail: detail, on: day, after: database.lastLogEntry(path: path), clock: clock)
        try database.execute(
            sql: "INSERT INTO log (number, day, act, round, detail, hash) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [entry.number, day.description, act.rawValue, year, detail, entry.hash])
        return entry.number
    }
}

extension Database {
    /// Every act, the first first.
    func logEntries(path: String) throws -> [LogEntry] {
        try Row.fetchAll(self, sql: "\(Self.logColumns) ORDER BY number").map { try Self.logEntry($0, path: path) }
    }

    fileprivate func lastLogEntry(path: String) throws -> LogEntry? {
        try Row.fetchOne(self, sql: "\(Self.logColumns) ORDER BY number DESC LIMIT 1").map {
            try Self.logEntry($0, path: path)
        }
    }

    private static let logColumns = "SELECT number, day, act, round, detail, hash FROM log"

    private static func logEntry(_ row: GRDB.Row, path: String) throws -> LogEntry {
        guard let day = Day(row["day"] as String), let act = LogEntry.Act(rawValue: row["act"]) else {
            throw StoreError.tampered(path: path)
        }
        var entry = LogEntry(
            number: row["number"], day: day, act: act, year: row["round"], detail: row["detail"], after: "")
        entry.hash = row["hash"]
        return entry
    }
}
