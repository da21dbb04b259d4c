import GRDB
import Surveys

/// Adds responses to the table of a round, in a transaction that somebody else holds.
///
/// Bounds are checked here, once and fast. The table's own CHECK constraints, which keep other programs from spoiling it,
/// would check them again and take a third of the time, so they rest meanwhile.
struct ResponseWriter {
    private let table: RoundTable
    private let statement: Statement
    private let path: String
    /// The levels that a column takes, or nil for one of another kind: most columns are of levels, and so are most answers.
    private let levels: [ClosedRange<Int>?]
    /// The letters of ``StoredColumn/Absence`` of one row.
    private var absent: [UInt8]

    private init(_ table: RoundTable, _ database: Database, path: String) throws {
        self.table = table
        self.path = path
        statement = try database.makeStatement(sql: table.insertion)
        levels = table.columns.map { if case .level(let bounds) = $0.kind { bounds } else { nil } }
        absent = Array(repeating: StoredColumn.Absence.none.rawValue, count: table.columns.count)
    }

    /// Lends a writer.
    static func with(
        _ table: RoundTable, _ database: Database, path: String, _ body: (inout ResponseWriter) throws -> Void
    ) throws {
        try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
        // Statements that were made meanwhile are made anew afterwards, with the constraints.
        defer { try? database.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        var writer = try ResponseWriter(table, database, path: path)
        try body(&writer)
    }

    mutating func write(_ response: Response, unit: Int?, key: UInt128) throws(StoreError) {
        statement.clear()
        statement.bind(key, at: 1)
        if let unit { statement.bind(unit, at: 2) }
        var letters = 0
        for (index, answer) in response.answers.enumerated() {
            let place = RoundTable.place(of: index)
            if case .level(let code) = answer, let levels = levels[index], levels.contains(code) {
                statement.bind(code, at: place)
                continue
            }
            let column = table.columns[index]
            switch column.cell(for: answer) {
            case .integer(let integer):
                guard column.bounds?.contains(integer) ?? true else { throw .notAnAnswer(question: column.name) }
                statement.bind(integer, at: place)
            case .text(let text): statement.bind(text, at: place)
            case .null(.none): break
            case .null(let absence):
                absent[index] = absence.rawValue
                letters = index + 1
            case nil: throw .notAnAnswer(question: column.name)
            }
        }
        if letters > 0 {
            statement.bind(ascii: absent, count: letters, at: 3)
            for index in 0..<letters { absent[index] = StoredColumn.Absence.none.rawValue }
        }
        if let code = statement.insertRow() { throw StoreError(code: code, path: path) }
    }
}
