import GRDB
package import Surveys

/// Files of responses: whether their rows are in already, what is kept of them, and how one is taken back.
extension SQLiteStore {
    /// A form that an earlier version of the program took in lies under its plain hash until the round is sealed.
    package func key(ofForm digest: [UInt8], in year: Int) throws(StoreError) -> UInt128 {
        try read { database in
            let (secret, table) = (try database.secret(of: year), try self.table(year, database))
            let plain = UInt128(leading: digest)
            let earlier = try database.response(under: plain, in: table, path: path)
            return earlier.map { $0.receiptKey == nil } ?? false ? plain : secret.key(ofForm: digest)
        }
    }

    package func recognise(
        _ responses: [Response], origins: [RowOrigin?], in year: Int
    ) throws(StoreError) -> Recognition {
        try read { database in
            let (secret, table) = (try database.secret(of: year), try self.table(year, database))
            let marks = secret.marks(of: responses, from: origins)
            var recognition = Recognition(
                responses.count, marks: marks, seen: try seen(marks, database),
                imports: try database.imports(of: year))
            try recognition.compare(responses) { visit throws(StoreError) in
                try Self.translating(path) {
                    let statement = try database.makeStatement(
                        sql: table.selection(Array(table.columns.indices), with: [table.importNumber]))
                    let place = RoundTable.selectedOwnColumns + table.columns.count
                    while try statement.nextRow(path: path) {
                        visit(
                            try statement.response(in: table, path: path),
                            statement.isNull(place) ? nil : statement.integer(place))
                    }
                }
            }
            return recognition
        }
    }

    /// Those of the marks that were kept, with how often, by import.
    private func seen(_ marks: [RowMarks], _ database: Database) throws -> [UInt128: [Int: Int]] {
        let statement = try database.makeStatement(sql: "SELECT import, count FROM seen WHERE mark = ?")
        var seen: [UInt128: [Int: Int]] = [:]
        for mark in marks.lazy.flatMap(\.all) where seen[mark] == nil {
            statement.clear()
            statement.bind(mark, at: 1)
            while try statement.nextRow(path: path) {
                seen[mark, default: [:]][statement.integer(0)] = statement.integer(1)
            }
        }
        statement.clear()
        return seen
    }

    /// Writes down an import, in the transaction that takes its responses in.
    ///
    /// - Returns: its number.
    func keep(_ record: ImportRecord, of responses: Int, to year: Int, _ database: Database) throws -> Int {
        let detail = LogEntry.importDetail(responses: responses, fingerprint: record.fingerprint)
        let number = try log(.imported, year: year, detail: detail, on: record.day, database)
        try database.execute(
            sql: """
                INSERT INTO import (number, round, responses, release)
                VALUES (?, ?, ?, (SELECT coalesce(max(number), 0) FROM release))
                """, arguments: [number, year, responses])
        for (event, count) in record.events where count > 0 {
            try database.add(count, to: event, of: year)
            try database.execute(
                sql: "INSERT INTO import_event (import, event, count) VALUES (?, ?, ?)",
                arguments: [number, event.rawValue, count])
        }
        var marks: [UInt128: Int] = [:]
        for mark in record.marks.lazy.flatMap(\.all) { marks[mark, default: 0] += 1 }
        let statement = try database.makeStatement(sql: "INSERT INTO seen (mark, import, count) VALUES (?, ?, ?)")
        for (mark, count) in marks.sorted(by: { $0.key < $1.key }) {
            statement.clear()
            statement.bind(mark, at: 1)
            statement.bind(number, at: 2)
            statement.bind(count, at: 3)
            if let code = statement.insertRow() { throw StoreError(code: code, path: path) }
        }
        return number
    }

    package func undo(import number: Int, of year: Int, on day: Day) throws(StoreError) -> Int {
        let count = try write { database in
            let table = try self.table(year, database)
            let entry = try database.logEntries(path: path).undoableImport(number, to: year)
            guard try database.state(of: year) == .open, let undone = try database.imports(of: year)[number],
                try Int.fetchOne(database, sql: "SELECT count(*) FROM arrival WHERE import = ?", arguments: [number])
                    == undone.responses
            else { throw StoreError.importSettled(number) }
            let sql = """
                SELECT 1 FROM released_group JOIN import ON import.number = ?
                WHERE released_group.round = import.round AND released_group.release > import.release
                """
            guard try Row.fetchOne(database, sql: sql, arguments: [number]) == nil else {
                throw StoreError.importReported(number)
            }
            try database.take(back: number, from: table)
            for (event, count) in undone.events { try database.subtract(count, from: event, of: year) }
            let detail = LogEntry.undoneDetail(of: entry)
            try log(.importUndone, year: year, detail: detail, on: day, database)
            return undone.responses
        }
        emptyChanges()
        return count
    }
}

extension Database {
    /// The imports of a round, by number.
    fileprivate func imports(of year: Int) throws -> [Int: KeptImport] {
        var imports = try Row.fetchAll(
            self, sql: "SELECT number, responses FROM import WHERE round = ?", arguments: [year]
        ).reduce(into: [:]) { $0[$1[0] as Int] = KeptImport(responses: $1[1], events: [:]) }
        let events = try Row.fetchAll(
            self, sql: "SELECT import, event, count FROM import_event JOIN import ON number = import WHERE round = ?",
            arguments: [year])
        for row in events {
            if let event = IntakeEvent(rawValue: row[1]) { imports[row[0] as Int]?.events[event] = row[2] as Int }
        }
        return imports
    }

    /// Takes away the responses of an import and whatever tells of them.
    fileprivate func take(back number: Int, from table: RoundTable) throws {
        for sql in [
            "DELETE FROM \"\(table.name)\" WHERE _id IN (SELECT id FROM arrival WHERE import = ?)",
            "DELETE FROM arrival WHERE import = ?", "DELETE FROM seen WHERE import = ?",
            "DELETE FROM import_event WHERE import = ?", "DELETE FROM import WHERE number = ?",
        ] {
            try execute(sql: sql, arguments: [number])
        }
        // Units that only its responses named.
        try execute(
            sql: """
                DELETE FROM unit WHERE round = ? AND place IS NULL
                    AND NOT EXISTS (SELECT 1 FROM "\(table.name)" WHERE _unit = unit.id)
                """, arguments: [table.year])
    }

    fileprivate func subtract(_ count: Int, from event: IntakeEvent, of year: Int) throws {
        try execute(
            sql: "DELETE FROM intake WHERE round = ? AND event = ? AND count <= ?",
            arguments: [year, event.rawValue, count])
        try execute(
            sql: "UPDATE intake SET count = count - ? WHERE round = ? AND event = ?",
            arguments: [count, year, event.rawValue])
    }
}
