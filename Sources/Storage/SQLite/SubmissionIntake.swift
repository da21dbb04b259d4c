import GRDB
import Surveys

/// Responses that are taken in by one transaction: first all are judged in the order in which they were sent, then those
/// that may come are written in the order of their keys, and their codes in that of their hashes, so that neither order
/// tells of the other.
struct SubmissionIntake {
    let table: RoundTable
    let salt: String
    let path: String
    private var taken: [UInt128: (response: Response, unit: String?)] = [:]
    private var usedCodes: Set<String> = []

    init(table: RoundTable, salt: String, path: String) {
        self.table = table
        self.salt = salt
        self.path = path
    }

    /// - Throws: `StoreError` for a response that is refused.
    mutating func judge(_ sent: SentResponse, _ database: Database) throws -> Submission {
        precondition(sent.response.answers.count == table.columns.count, "the response is to the round's survey")
        let status = try sent.code.map { try database.status(of: $0) }
        let sent = sent.placed(in: status?.unit, table.variables)
        let receipt = Receipt(of: sent.response, key: sent.key, salt: salt)
        // Asked first: a code that this very response has used up is no reason to refuse it.
        if let earlier = try taken[sent.key]?.response ?? database.response(under: sent.key, in: table, path: path) {
            guard earlier == sent.response else { throw StoreError.keyTaken }
            return .alreadyStored(receipt)
        }
        try database.checkIsOpen(table.year)
        if let code = sent.code, let status {
            guard status.year == table.year else { throw StoreError.codeOfAnotherRound(status.year) }
            guard !status.isUsed, usedCodes.insert(code.storedHash).inserted else { throw StoreError.usedCode }
        }
        taken[sent.key] = (sent.response, sent.unit)
        return .stored(receipt)
    }

    func write(_ database: Database) throws {
        for hash in usedCodes.sorted() {
            try database.execute(sql: "UPDATE code SET used = 1 WHERE hash = ?", arguments: [hash])
            try database.execute(sql: "DELETE FROM draft WHERE hash = ?", arguments: [hash])
        }
        let numbers = try database.numbers(ofUnits: taken.values.map(\.unit), in: table.year)
        try ResponseWriter.with(table, database, path: path) { writer in
            for (key, sent) in taken.sorted(by: { $0.key < $1.key }) {
                try writer.write(sent.response, unit: sent.unit.flatMap { numbers[$0] }, key: key)
            }
        }
    }
}

extension Database {
    /// The response that lies under a key, or nil.
    fileprivate func response(under key: UInt128, in table: RoundTable, path: String) throws -> Response? {
        let statement = try cachedStatement(sql: table.selection(Array(table.columns.indices)) + " WHERE _id = ?")
        statement.clear()
        statement.bind(key, at: 1)
        guard try statement.nextRow(path: path) else { return nil }
        let answers = try table.columns.indices.map { variable in
            guard let answer = statement.answer(to: variable, in: table) else { throw StoreError.damaged(path: path) }
            return answer
        }
        statement.clear()
        return Response(answers: answers)
    }
}
