import GRDB
import Surveys

/// The table that keeps the responses of one round: a row a response, a typed column a variable.
///
/// A row's key is 128 random bits and nothing else tells rows apart: no time, no number that grows, and, without a rowid,
/// no order but that of the keys.
struct RoundTable: Sendable {
    var year: Int
    var variables: [Variable]
    var columns: [StoredColumn]

    /// The columns before those of the variables: `_id`, `_unit`, `_absent`. No code of a question begins like them.
    static let ownColumns = 3
    /// How many of them a selection begins with.
    static let selectedOwnColumns = 2

    init(year: Int, survey: Survey) {
        self.year = year
        variables = survey.variables
        columns = variables.map(StoredColumn.init)
    }

    var name: String { "response_\(year)" }

    var definition: String { definition(named: name) }

    private func definition(named name: String) -> String {
        let own = [
            "_id BLOB NOT NULL PRIMARY KEY CHECK (length(_id) = 16)", "_unit INTEGER REFERENCES unit", "_absent TEXT",
        ]
        return "CREATE TABLE \"\(name)\" (\n    " + (own + columns.map(\.definition)).joined(separator: ",\n    ")
            + "\n) STRICT, WITHOUT ROWID"
    }

    var insertion: String {
        let marks = Array(repeating: "?", count: Self.ownColumns + columns.count).joined(separator: ", ")
        return "INSERT INTO \"\(name)\" VALUES (\(marks))"
    }

    /// Reads some of the columns, by the index of their variable, after `_unit` and `_absent`.
    ///
    /// - Parameters:
    ///   - others: columns of the row's own, read after those.
    ///   - share: one of as many nearly equal parts of the rows.
    func selection(_ chosen: [Int], with others: [String] = [], share: Int = 0, of shares: Int = 1) -> String {
        let names = ["_unit", "_absent"] + chosen.map { "\"\(columns[$0].name)\"" } + others
        func bound(_ share: Int) -> String {
            "x'" + String(65536 * share / shares + 65536, radix: 16).dropFirst() + "'"
        }
        var limits: [String] = []
        if share > 0 { limits.append("_id >= \(bound(share))") }
        if share + 1 < shares { limits.append("_id < \(bound(share + 1))") }
        return "SELECT \(names.joined(separator: ", ")) FROM \"\(name)\""
            + (limits.isEmpty ? "" : " WHERE " + limits.joined(separator: " AND "))
    }

    /// Moves every row to the key of its receipt, and one without to a key of chance, in the order of the new keys.
    var rekeying: [String] {
        let next = name + "_rekeyed"
        let rest = (["_unit", "_absent"] + columns.map { "\"\($0.name)\"" }).joined(separator: ", ")
        return [
            definition(named: next),
            "INSERT INTO \"\(next)\" SELECT coalesce(\(receiptKey), randomblob(16)) AS _id, \(rest) FROM \"\(name)\" ORDER BY 1",
            "DROP TABLE \"\(name)\"", "ALTER TABLE \"\(next)\" RENAME TO \"\(name)\"",
        ]
    }

    /// The key of a row's receipt, among the columns of a selection; NULL for a row without an arrival.
    var receiptKey: String { arrival("receipt_key") }

    /// The import that a row came by, among the columns of a selection; NULL for a row of none.
    var importNumber: String { arrival("import") }

    private func arrival(_ column: String) -> String {
        "(SELECT \(column) FROM arrival WHERE year = \(year) AND id = \"\(name)\"._id)"
    }

    /// Whether the table in the store is the one that the survey asks for.
    func matches(_ database: Database) throws -> Bool {
        let found = try Row.fetchAll(database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [name])
        let stored = found.dropFirst(Self.ownColumns).map { row in
            (name: row["name"] as String? ?? "", isInteger: row["type"] as String? == "INTEGER")
        }
        return stored.count == columns.count
            && zip(stored, columns).allSatisfy { $0.name == $1.name && $0.isInteger == $1.isInteger }
    }
}
