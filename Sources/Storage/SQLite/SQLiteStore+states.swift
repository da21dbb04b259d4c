import GRDB
package import Surveys

/// Closing, sealing and keeping copies.
extension SQLiteStore {
    package func state(of year: Int) throws(StoreError) -> RoundState {
        try read { try $0.state(of: year) }
    }

    package func seal(of year: Int) throws(StoreError) -> RoundSeal? {
        try read { try self.seal(of: year, $0) }
    }

    func seal(of year: Int, _ database: Database) throws -> RoundSeal? {
        let sql = "SELECT root, sealed_responses FROM round WHERE year = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [year]) else { throw StoreError.noRound(year) }
        return (row["root"] as String?).map { RoundSeal(root: $0, responses: row["sealed_responses"] ?? 0) }
    }

    package func close(_ year: Int, on day: Day) throws(StoreError) {
        try write { database in
            try database.checkIsOpen(year)
            try database.execute(sql: "UPDATE round SET state = 'closed' WHERE year = ?", arguments: [year])
            try database.log(.closed, year: year, detail: "", on: day, path: path)
        }
    }

    package func reopen(_ year: Int, reason: String, on day: Day) throws(StoreError) {
        try write { database in
            switch try database.state(of: year) {
            case .closed: break
            case .open: throw StoreError.roundNotClosed(year, .open)
            case .sealed: throw StoreError.roundNotOpen(year, .sealed)
            }
            try database.execute(sql: "UPDATE round SET state = 'open' WHERE year = ?", arguments: [year])
            try database.log(.reopened, year: year, detail: reason, on: day, path: path)
        }
    }

    /// First the file is written anew: within a page, and from page to page, rows and codes lie in the order in which
    /// they came, and the two orders side by side would tell whose response is whose.
    package func seal(_ year: Int, on day: Day) throws(StoreError) -> RoundSeal {
        let state = try state(of: year)
        guard state == .closed else { throw .roundNotClosed(year, state) }
        try Self.translating(path) { try withDatabase { try $0.execute(sql: "VACUUM") } }
        let seal = try write { database -> RoundSeal in
            let receipts = try receipts(of: year, database)
            guard !receipts.isEmpty else { throw StoreError.nothingToSeal(year) }
            let seal = RoundSeal(root: Receipt.root(of: receipts), responses: receipts.count)
            try database.execute(
                sql: "DELETE FROM draft WHERE hash IN (SELECT hash FROM code WHERE year = ?)", arguments: [year])
            try database.execute(
                sql: "UPDATE round SET state = 'sealed', root = ?, sealed_responses = ? WHERE year = ?",
                arguments: [seal.root, seal.responses, year])
            let frame = try database.sealedFrame(of: table(year, database), path: path)
            try database.log(
                .sealed, year: year, detail: "\(seal.responses) \(seal.root) \(frame)", on: day, path: path)
            return seal
        }
        try? withDatabase { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        return seal
    }

    package func receipts(of year: Int) throws(StoreError) -> [Receipt] {
        try read { try self.receipts(of: year, $0) }
    }

    func receipts(of year: Int, _ database: Database) throws -> [Receipt] {
        let table = try self.table(year, database)
        let salt = try database.salt(of: year)
        let statement = try database.makeStatement(
            sql: table.selection(Array(table.columns.indices), with: ["_id"]))
        var receipts: [Receipt] = []
        while try statement.nextRow(path: path) {
            let answers = try table.columns.indices.map { variable in
                guard let answer = statement.answer(to: variable, in: table) else {
                    throw StoreError.damaged(path: path)
                }
                return answer
            }
            let key = statement.key(RoundTable.selectedOwnColumns + table.columns.count)
            receipts.append(Receipt(of: Response(answers: answers), key: key, salt: salt))
        }
        return receipts.sorted()
    }

    // MARK: Copies

    /// Writes a whole copy of the store to a file that is not there yet, and reads it through.
    package func backUp(to target: String, on day: Day) throws(StoreError) {
        try write { try $0.log(.backedUp, year: nil, detail: "", on: day, path: path) }
        try copy(to: target)
    }

    /// The copy itself: made without a name, checked, and only then given one.
    package func copy(to target: String) throws(StoreError) {
        let part = target + ".part"
        do {
            // Whatever goes wrong here is said of the copy that was asked for.
            try Self.translating(target) {
                try StoreFile.remove(part)
                try StoreFile.create(part, for: target)
                try withDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [part]) }
                try StoreFile.reader(part).read { try $0.checkStructure(path: target) }
            }
            try StoreFile.give(part, name: target)
        } catch {
            try? StoreFile.remove(part)
            throw error
        }
    }

    // MARK: The log

    package func record(_ act: LogEntry.Act, year: Int?, detail: String, on day: Day) throws(StoreError) {
        try write { try $0.log(act, year: year, detail: detail, on: day, path: path) }
    }

    package func log() throws(StoreError) -> [LogEntry] {
        try read { try $0.logEntries(path: path) }
    }
}
