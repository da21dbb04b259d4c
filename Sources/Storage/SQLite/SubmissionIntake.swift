import GRDB
import Surveys

/// Responses that are taken in by one transaction: first all are judged in the order in which they were sent, then those
/// that may come are written in the order of their keys, and their codes in that of their hashes, so that neither order
/// tells of the other.
struct SubmissionIntake {
    let table: RoundTable
    let path: String
    private let salts: ReceiptSalts
    private var taken: [UInt128: (sent: SentResponse, receiptKey: UInt128)] = [:]
    private var usedCodes: Set<String> = []

    init(table: RoundTable, salts: ReceiptSalts, path: String) {
        self.table = table
        self.salts = salts
        self.path = path
    }

    /// - Throws: `StoreError` for a response that is refused.
    mutating func judge(_ sent: SentResponse, _ database: Database) throws -> Submission {
        precondition(sent.response.answers.count == table.columns.count, "the response is to the round's survey")
        let status = try sent.code.map { try database.status(of: $0) }
        let sent = sent.placed(in: status?.unit, table.variables)
        // Asked first: a code that this very response has used up is no reason to refuse it.
        if let earlier = try earlier(under: sent.key, database) {
            guard earlier.response == sent.response else { throw StoreError.keyTaken }
            return .alreadyStored(salts.receipt(of: earlier, sentUnder: sent.key))
        }
        try database.checkIsOpen(table.year)
        if let code = sent.code, let status {
            guard status.year == table.year else { throw StoreError.codeOfAnotherRound(status.year) }
            guard !status.isUsed, usedCodes.insert(code.storedHash).inserted else { throw StoreError.usedCode }
        }
        let receiptKey = RandomKeys.make(1)[0]
        taken[sent.key] = (sent, receiptKey)
        return .stored(salts.receipt(of: .init(response: sent.response, receiptKey: receiptKey), sentUnder: sent.key))
    }

    private func earlier(under key: UInt128, _ database: Database) throws -> StoredResponse? {
        if let (sent, receiptKey) = taken[key] {
            return StoredResponse(response: sent.response, receiptKey: receiptKey)
        }
        return try database.response(under: key, in: table, path: path)
    }

    func write(_ database: Database) throws {
        for hash in usedCodes.sorted() {
            try database.execute(sql: "UPDATE code SET used = 1 WHERE hash = ?", arguments: [hash])
            try database.execute(sql: "DELETE FROM draft WHERE hash = ?", arguments: [hash])
        }
        let numbers = try database.numbers(ofUnits: taken.values.map(\.sent.unit), in: table.year)
        try ResponseWriter.with(table, database, path: path) { writer in
            for (key, (sent, _)) in taken.sorted(by: { $0.key < $1.key }) {
                try writer.write(sent.response, unit: sent.unit.flatMap { numbers[$0] }, key: key)
            }
        }
        let arrivals = try ArrivalWriter(table.year, database, path: path)
        for (key, (_, receiptKey)) in taken.sorted(by: { $0.key < $1.key }) {
            try arrivals.write(Arrival(key: key, receiptKey: receiptKey))
        }
    }
}

/// A response as it lies in its table, with the key of its receipt.
struct StoredResponse {
    var response: Response
    /// nil for one without an arrival: the round is sealed, or an earlier version of the program took it in.
    var receiptKey: UInt128?
}

/// What the receipts of a round are made with.
struct ReceiptSalts {
    var current: String
    /// Of responses without an arrival, while the round is not sealed.
    var earlier: String

    func receipt(of stored: StoredResponse, sentUnder key: UInt128) -> Receipt {
        Receipt(
            of: stored.response, key: stored.receiptKey ?? key, salt: stored.receiptKey == nil ? earlier : current)
    }
}

extension Database {
    func salts(of year: Int) throws -> ReceiptSalts {
        let row = try Row.fetchOne(self, sql: "SELECT salt, secret FROM round WHERE id = ?", arguments: [year])
        guard let row else { throw StoreError.noRound(year) }
        return ReceiptSalts(current: row["salt"], earlier: row["secret"] ?? row["salt"])
    }

    /// The response that lies under a key, or nil.
    func response(under key: UInt128, in table: RoundTable, path: String) throws -> StoredResponse? {
        let sql = table.selection(Array(table.columns.indices), with: [table.receiptKey]) + " WHERE _id = ?"
        let statement = try cachedStatement(sql: sql)
        statement.clear()
        defer { statement.clear() }
        statement.bind(key, at: 1)
        guard try statement.nextRow(path: path) else { return nil }
        return try statement.storedResponse(in: table, path: path)
    }
}

extension Statement {
    /// The response in a row of all columns of a table, after which `RoundTable.receiptKey` comes.
    func storedResponse(in table: RoundTable, path: String) throws(StoreError) -> StoredResponse {
        let place = RoundTable.selectedOwnColumns + table.columns.count
        return StoredResponse(
            response: try response(in: table, path: path), receiptKey: isNull(place) ? nil : key(place))
    }
}
