import Digests
import GRDB
package import Surveys

/// The end of a collection, and the receipts that are found in it.
extension SQLiteStore {
    package func seal(of year: Int) throws(StoreError) -> RoundSeal? {
        try read { try self.seal(of: year, $0) }
    }

    func seal(of year: Int, _ database: Database) throws -> RoundSeal? {
        let sql = "SELECT root, sealed_responses FROM round WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [year]) else { throw StoreError.noRound(year) }
        return (row["root"] as String?).map { RoundSeal(root: $0, responses: row["sealed_responses"] ?? 0) }
    }

    /// First the file is written anew: within a page, and from page to page, rows and codes lie in the order in which
    /// they came, and the two orders side by side would tell whose response is whose. Then, in one transaction, whatever
    /// a form or a file could be recognised by goes, and the root is taken.
    package func seal(_ year: Int, on day: Day) throws(StoreError) -> RoundSeal {
        let state = try state(of: year)
        guard state == .closed else { throw .roundNotClosed(year, state) }
        try Self.translating(path) { try withDatabase { try $0.execute(sql: "VACUUM") } }
        let seal = try write { database -> RoundSeal in
            let table = try self.table(year, database)
            try keepEarlierReceipts(of: table, database)
            for sql in table.rekeying { try database.execute(sql: sql) }
            let files = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM refused_file WHERE round = ?", arguments: [year])
            try database.add(files ?? 0, to: .refusedFiles, of: year)
            try database.execute(sql: "DELETE FROM refused_file WHERE round = ?", arguments: [year])
            try database.forgetArrivals(of: year)
            let receipts = try receipts(of: year, database)
            guard !receipts.isEmpty else { throw StoreError.nothingToSeal(year) }
            let seal = RoundSeal(root: Receipt.root(of: receipts), responses: receipts.count)
            try database.execute(
                sql: "UPDATE round SET state = 'sealed', root = ?, sealed_responses = ? WHERE id = ?",
                arguments: [seal.root, seal.responses, year])
            let frame = try database.sealedFrame(of: table, path: path)
            try log(.sealed, year: year, detail: "\(seal.responses) \(seal.root) \(frame)", on: day, database)
            return seal
        }
        emptyChanges()
        // Only for the room that the old table took; its pages were overwritten when it went.
        try? withDatabase { try $0.execute(sql: "VACUUM") }
        emptyChanges()
        return seal
    }

    // MARK: Receipts

    package func receipts(of year: Int) throws(StoreError) -> [Receipt] {
        try read { try self.receipts(of: year, $0) }
    }

    func receipts(of year: Int, _ database: Database) throws -> [Receipt] {
        try receipts(of: try self.table(year, database), database).sorted()
    }

    /// Whether somebody typed the receipt of a response in a sealed round.
    package func holds(receipt typed: String, in year: Int) throws(StoreError) -> Bool {
        try read { database in
            let earlier = try database.earlierReceipts(of: year)
            return try (receipts(of: year, database) + earlier).contains { $0.isMeant(by: typed) }
        }
    }

    /// Receipts of responses that an earlier version of the program took in: whoever has one finds it in the sealed round
    /// though the response has another key. The salt that they were made with goes, so that nobody who knows the key, the
    /// hash of a form, can tell whose receipt is whose.
    private func keepEarlierReceipts(of table: RoundTable, _ database: Database) throws {
        for receipt in try receipts(of: table, where: "\(table.receiptKey) IS NULL", database).sorted() {
            try database.execute(
                sql: "INSERT OR IGNORE INTO earlier_receipt (round, hash) VALUES (?, ?)",
                arguments: [table.year, receipt.bytes.hexadecimal])
        }
    }

    private func receipts(
        of table: RoundTable, where condition: String = "TRUE", _ database: Database
    ) throws -> [Receipt] {
        let salts = try database.salts(of: table.year)
        let statement = try database.makeStatement(
            sql: table.selection(Array(table.columns.indices), with: [table.receiptKey, "_id"]) + " WHERE \(condition)")
        var receipts: [Receipt] = []
        while try statement.nextRow(path: path) {
            let key = statement.key(RoundTable.selectedOwnColumns + table.columns.count + 1)
            receipts.append(salts.receipt(of: try statement.storedResponse(in: table, path: path), sentUnder: key))
        }
        return receipts
    }
}

extension Database {
    func earlierReceipts(of year: Int) throws -> [Receipt] {
        try String.fetchAll(
            self, sql: "SELECT hash FROM earlier_receipt WHERE round = ? ORDER BY hash", arguments: [year]
        ).compactMap { Receipt(hexadecimal: $0) }
    }
}
