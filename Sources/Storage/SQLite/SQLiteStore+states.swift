import GRDB
import Glibc
package import Surveys

/// Closing, cancelling and keeping copies.
extension SQLiteStore {
    package func state(of year: Int) throws(StoreError) -> RoundState {
        try read { try $0.state(of: year) }
    }

    package func close(_ year: Int, on day: Day) throws(StoreError) {
        try write { database in
            try database.checkIsOpen(year)
            try database.execute(sql: "UPDATE round SET state = 'closed' WHERE id = ?", arguments: [year])
            try database.execute(
                sql: "UPDATE arrival SET import = NULL WHERE round = ? AND import IS NOT NULL", arguments: [year])
            try log(.closed, year: year, detail: "", on: day, database)
        }
        emptyChanges()
    }

    package func reopen(_ year: Int, reason: String, on day: Day) throws(StoreError) {
        try write { database in
            switch try database.state(of: year) {
            case .closed: break
            case .open: throw StoreError.roundNotClosed(year, .open)
            case .sealed: throw StoreError.roundNotOpen(year, .sealed)
            }
            try database.execute(sql: "UPDATE round SET state = 'open' WHERE id = ?", arguments: [year])
            try log(.reopened, year: year, detail: reason, on: day, database)
        }
    }

    package func cancel(_ year: Int, reason: String, on day: Day) throws(StoreError) {
        try write { database in
            let table = try self.table(year, database)
            let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table.name)\"") ?? 0
            guard count == 0 else { throw StoreError.roundHasResponses(year, count: count) }
            try database.forgetArrivals(of: year)
            try database.execute(sql: "DROP TABLE \"\(table.name)\"")
            for part in ["code", "intake", "refused_file", "unit"] {
                try database.execute(sql: "DELETE FROM \(part) WHERE round = ?", arguments: [year])
            }
            try database.execute(sql: "DELETE FROM round WHERE id = ?", arguments: [year])
            try log(.cancelled, year: year, detail: reason, on: day, database)
        }
        forgetTable(of: year)
        emptyChanges()
    }

    /// Empties the log of changes into the file: it holds pages as they were before. Where that fails, what was done is
    /// safe all the same, and the next act or the closing of the store tries again.
    func emptyChanges() {
        try? withDatabase { _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }

    // MARK: Copies

    /// Copies beside the store that were made before its format changed; they hold what a seal destroys.
    package var earlierCopies: [String] {
        Migration.all.indices.map { Migration.backup(of: path, version: $0) }.filter { unsafe access($0, F_OK) == 0 }
    }

    /// Writes a whole copy of the store to a file that is not there yet, and reads it through.
    package func backUp(to target: String, on day: Day) throws(StoreError) {
        try record(.backedUp, year: nil, detail: "", on: day)
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
}

extension Database {
    /// Forgets everything that only a round that takes responses has to know; drafts too.
    func forgetArrivals(of year: Int) throws {
        for (table, condition) in [
            ("draft", "hash IN (SELECT hash FROM code WHERE round = ?)"), ("arrival", "round = ?"),
            ("seen", "import IN (SELECT number FROM import WHERE round = ?)"),
            ("import_event", "import IN (SELECT number FROM import WHERE round = ?)"), ("import", "round = ?"),
        ] {
            try execute(sql: "DELETE FROM \(table) WHERE \(condition)", arguments: [year])
        }
        try execute(sql: "UPDATE round SET secret = NULL WHERE id = ?", arguments: [year])
    }
}
