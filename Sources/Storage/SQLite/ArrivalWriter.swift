import GRDB
import Surveys

/// What is known of a response only until its round is sealed.
struct Arrival {
    /// Under which it was sent, and lies meanwhile.
    var key: UInt128
    /// Under which it lies afterwards: nobody who knows the first key, as whoever has a form does, finds it then. Its
    /// receipt is made with this one.
    var receiptKey: UInt128
    /// The import that it came by; nil for one that came alone.
    var importNumber: Int?
}

/// Adds arrivals, in a transaction that somebody else holds.
struct ArrivalWriter {
    private let statement: Statement
    private let year: Int
    private let path: String

    init(_ year: Int, _ database: Database, path: String) throws {
        statement = try database.makeStatement(
            sql: "INSERT INTO arrival (round, id, receipt_key, import) VALUES (?, ?, ?, ?)")
        self.year = year
        self.path = path
    }

    func write(_ arrival: Arrival) throws(StoreError) {
        statement.clear()
        statement.bind(year, at: 1)
        statement.bind(arrival.key, at: 2)
        statement.bind(arrival.receiptKey, at: 3)
        if let number = arrival.importNumber { statement.bind(number, at: 4) }
        if let code = statement.insertRow() { throw StoreError(code: code, path: path) }
    }
}
