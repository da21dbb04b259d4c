import Digests
import GRDB
import Surveys

extension Database {
    /// A hash of what a sealed round is read by beside its answers: its units as they were listed, of which of them each
    /// response is, and the receipts of responses that got another key. The root covers the answers alone, as receipts
    /// know no units.
    func sealedFrame(of table: RoundTable, path: String) throws -> String {
        let units = try Row.fetchAll(
            self,
            sql: """
                SELECT id, name, place, headcount, parent, succeeds, merge_into FROM unit WHERE round = ? ORDER BY id
                """, arguments: [table.year])
        let lines = units.map { row in
            row.databaseValues.map { String.fromDatabaseValue($0) ?? Int.fromDatabaseValue($0).map(String.init) ?? "" }
                .joined(separator: "\u{1F}")
        }
        var bytes = Array(lines.joined(separator: "\u{1E}").utf8)
        let statement = try makeStatement(sql: "SELECT _id, _unit FROM \"\(table.name)\" ORDER BY _id")
        while try statement.nextRow(path: path) {
            let unit = statement.isNull(1) ? "" : String(statement.integer(1))
            bytes += "\u{1E}\(String(statement.key(0), radix: 16))\u{1F}\(unit)".utf8
        }
        for receipt in try earlierReceipts(of: table.year) { bytes += "\u{1E}\(receipt.bytes.hexadecimal)".utf8 }
        return SHA256.hexadecimal(of: bytes)
    }

    /// Whether a sealed round is what the log says was sealed.
    func isAsLogged(_ seal: RoundSeal, of table: RoundTable, log: [LogEntry], path: String) throws -> Bool {
        guard let entry = log.last(where: { $0.act == .sealed && $0.year == table.year }) else { return false }
        let words = entry.detail.split(separator: " ")
        guard words.prefix(2) == ["\(seal.responses)", "\(seal.root)"] else { return false }
        // Rounds that were sealed by the first programs have no more than their root in the log.
        return try words.count < 3 || words[2] == sealedFrame(of: table, path: path)
    }
}
