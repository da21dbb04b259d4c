import GRDB
import Surveys

extension Database {
    /// Every act, the first first.
    func logEntries(path: String) throws -> [LogEntry] {
        try Row.fetchAll(self, sql: "SELECT number, day, act, year, detail, hash FROM log ORDER BY number").map { row in
            guard let day = Day(row["day"] as String), let act = LogEntry.Act(rawValue: row["act"]) else {
                throw StoreError.tampered(path: path)
            }
            var entry = LogEntry(
                number: row["number"], day: day, act: act, year: row["year"], detail: row["detail"], after: "")
            entry.hash = row["hash"]
            return entry
        }
    }

    /// Adds an act, in the transaction that does it.
    ///
    /// - Throws: for a day before that of the last act; a clock that runs behind would make a history that never was.
    func log(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day, path: String) throws {
        let last = try Row.fetchOne(self, sql: "SELECT number, day, hash FROM log ORDER BY number DESC LIMIT 1")
        if let last {
            guard let lastDay = Day(last["day"] as String) else { throw StoreError.tampered(path: path) }
            guard day >= lastDay else { throw StoreError.clockBehind(last: lastDay) }
        }
        let entry = LogEntry(
            number: (last?["number"] ?? 0) + 1, day: day, act: act, year: year, detail: detail,
            after: last?["hash"] ?? "")
        try execute(
            sql: "INSERT INTO log (number, day, act, year, detail, hash) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [entry.number, day.description, act.rawValue, year, detail, entry.hash])
    }
}
