import GRDB
import Surveys

/// The table that keeps the responses of one round: a row a response, a typed column a variable.
///
/// A row's key is 128 random bits. Beside its unit and its answers a row tells one thing more, the batch of the report
/// that counted it first, and so that it came before that report, but no time. Rows of one batch have no order but
/// that of the keys, since there is no rowid and no number that grows.
struct RoundTable: Sendable {
    /// Or the number of a round that is not the one of its year.
    var year: Int
    var variables: [Variable]
    var columns: [StoredColumn]

    /// The columns beside those of the variables, of which `_batch` stands behind them. No code of a question begins like
    /// these.
    static let ownColumns = ["_id", "_unit", "_absent", "_batch"]
    /// How many of them, from `_unit` on, a selection begins with.
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
        // NULL in a row that waits for a report.
        let batch = "_batch INTEGER CHECK (_batch >= 1)"
        return "CREATE TABLE \"\(name)\" (\n    "
            + (own + columns.map(\.definition) + [batch]).joined(separator: ",\n    ") + "\n) STRICT, WITHOUT ROWID"
    }

    /// The names of the variables' columns.
    private var names: [String] { columns.map(Self.quoted) }

    private static func quoted(_ column: StoredColumn) -> String { "\"\(column.name)\"" }

    /// Adds a row that waits: its key, its unit and its absences, then its answers.
    var insertion: String {
        let filled = ["_id", "_unit", "_absent"] + names
        let marks = Array(repeating: "?", count: filled.count).joined(separator: ", ")
        return "INSERT INTO \"\(name)\" (\(filled.joined(separator: ", "))) VALUES (\(marks))"
    }

    /// The place of a variable's value in ``insertion``, counted from 1.
    static func place(of variable: Int) -> Int { variable + 4 }

    /// Reads some of the columns, by the index of their variable, after `_unit` and `_absent`.
    ///
    /// - Parameters:
    ///   - others: columns of the row's own, read after those.
    ///   - share: one of as many nearly equal parts of the rows.
    func selection(_ chosen: [Int], with others: [String] = [], share: Int = 0, of shares: Int = 1) -> String {
        let names = ["_unit", "_absent"] + chosen.map { Self.quoted(columns[$0]) } + others
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
        let rest = (["_unit", "_absent"] + names + ["_batch"]).joined(separator: ", ")
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
        "(SELECT \(column) FROM arrival WHERE round = \(year) AND id = \"\(name)\"._id)"
    }

    /// Whether the table in the store is the one that the survey asks for.
    func matches(_ database: Database) throws -> Bool {
        let found = try Row.fetchAll(database, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [name])
        let stored = found.map { row in
            (name: row["name"] as String? ?? "", isInteger: row["type"] as String? == "INTEGER")
        }.filter { !Self.ownColumns.contains($0.name) }
        return stored.count == columns.count
            && zip(stored, columns).allSatisfy { $0.name == $1.name && $0.isInteger == $1.isInteger }
    }
}
