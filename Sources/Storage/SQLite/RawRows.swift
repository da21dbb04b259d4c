import GRDB
import GRDBSQLite

/// Rows read and written by SQLite's own calls: sixty million cells leave no time for a boxed value a cell.
///
/// Every pointer here belongs to a statement, which lives as long as its object.
extension Statement {
    /// Goes to the next row; false after the last.
    func nextRow(path: String) throws(StoreError) -> Bool {
        let code = unsafe sqlite3_step(sqliteStatement)
        guard code == SQLITE_ROW || code == SQLITE_DONE else { throw StoreError(code: code, path: path) }
        return code == SQLITE_ROW
    }

    // MARK: Reading a row

    /// Whether a column has no value.
    func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(sqliteStatement, Int32(column)) == SQLITE_NULL
    }

    /// The integer in a column; 0 for NULL.
    func integer(_ column: Int) -> Int {
        unsafe Int(sqlite3_column_int64(sqliteStatement, Int32(column)))
    }

    /// The 128 bits in a column, the highest first.
    func key(_ column: Int) -> UInt128 {
        guard let start = unsafe sqlite3_column_blob(sqliteStatement, Int32(column)),
            unsafe sqlite3_column_bytes(sqliteStatement, Int32(column)) == 16
        else { return 0 }
        return unsafe UnsafeRawBufferPointer(start: start, count: 16).reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// The bytes of the text in a column, lent for the time of a call; none for NULL.
    func withBytes<Result>(_ column: Int, _ use: (Span<UInt8>) -> Result) -> Result {
        let start = unsafe sqlite3_column_text(sqliteStatement, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(sqliteStatement, Int32(column)))
        return unsafe use(UnsafeBufferPointer(start: start, count: count).span)
    }

    /// The text in a column; empty for NULL.
    func text(_ column: Int) -> String {
        let start = unsafe sqlite3_column_text(sqliteStatement, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(sqliteStatement, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    // MARK: Writing a row

    /// Forgets the values of the last row: every place is NULL again.
    func clear() {
        unsafe sqlite3_reset(sqliteStatement)
        unsafe sqlite3_clear_bindings(sqliteStatement)
    }

    /// Puts an integer at a place, counted from 1.
    func bind(_ integer: Int, at place: Int) {
        unsafe confirm(sqlite3_bind_int64(sqliteStatement, Int32(place), Int64(integer)))
    }

    /// Puts a copy of a text at a place.
    func bind(_ text: String, at place: Int) {
        // The count is told, since a text may hold NUL characters.
        unsafe confirm(sqlite3_bind_text(sqliteStatement, Int32(place), text, Int32(text.utf8.count), Self.copied))
    }

    /// Puts a copy of the bytes of an ASCII text at a place.
    func bind(ascii bytes: [UInt8], count: Int, at place: Int) {
        unsafe bytes.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            unsafe confirm(sqlite3_bind_text(sqliteStatement, Int32(place), start, Int32(count), Self.copied))
        }
    }

    /// Puts 128 bits at a place, the highest first, so that keys sort in the table as they do here.
    func bind(_ key: UInt128, at place: Int) {
        unsafe withUnsafeBytes(of: key.bigEndian) { bytes in
            unsafe confirm(
                sqlite3_bind_blob(sqliteStatement, Int32(place), bytes.baseAddress, Int32(bytes.count), Self.copied))
        }
    }

    /// Adds the row.
    ///
    /// - Returns: nil when it was added, or else SQLite's code.
    func insertRow() -> Int32? {
        let code = unsafe sqlite3_step(sqliteStatement)
        return code == SQLITE_DONE ? nil : code
    }

    private func confirm(_ code: Int32) {
        precondition(code == SQLITE_OK, "the statement has a place for every column, and the memory suffices")
    }

    /// SQLITE_TRANSIENT: SQLite copies what it is given before the call returns.
    private static var copied: sqlite3_destructor_type? {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
    }
}
