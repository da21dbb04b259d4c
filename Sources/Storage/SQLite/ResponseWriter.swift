import GRDB
import GRDBSQLite
import Surveys

/// Adds responses to the table of a round, in a transaction that somebody else holds.
struct ResponseWriter {
    private let table: RoundTable
    private let statement: Statement
    private let path: String
    /// Whether a column takes levels: most columns do, and most answers are levels.
    private let takesLevels: [Bool]
    /// The letters of ``StoredColumn/Absence`` of one row.
    private var absent: [UInt8]

    init(_ table: RoundTable, _ database: Database, path: String) throws {
        self.table = table
        self.path = path
        statement = try database.makeStatement(sql: table.insertion)
        takesLevels = table.columns.map { if case .level = $0.kind { true } else { false } }
        absent = Array(repeating: StoredColumn.Absence.none.rawValue, count: table.columns.count)
    }

    mutating func write(_ response: Response, unit: Int?, key: UInt128) throws(StoreError) {
        statement.clear()
        statement.bind(key, at: 1)
        if let unit { statement.bind(unit, at: 2) }
        var letters = 0
        for (index, answer) in response.answers.enumerated() {
            let place = RoundTable.ownColumns + index + 1
            if case .level(let code) = answer, takesLevels[index] {
                statement.bind(code, at: place)
                continue
            }
            switch table.columns[index].cell(for: answer) {
            case .integer(let integer): statement.bind(integer, at: place)
            case .text(let text): statement.bind(text, at: place)
            case .null(.none): break
            case .null(let absence):
                absent[index] = absence.rawValue
                letters = index + 1
            case nil: throw .notAnAnswer(question: table.columns[index].name)
            }
        }
        if letters > 0 {
            statement.bind(ascii: absent, count: letters, at: 3)
            for index in 0..<letters { absent[index] = StoredColumn.Absence.none.rawValue }
        }
        if let code = statement.insertRow() {
            if code & 0xFF == SQLITE_CONSTRAINT, let name = statement.refusedConstraint,
                table.columns.contains(where: { $0.name == name })
            {
                throw .notAnAnswer(question: name)
            }
            throw StoreError(code: code, path: path)
        }
    }
}
