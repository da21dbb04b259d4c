import GRDB
import GRDBSQLite

extension StoreError {
    /// What an error of the database means for a store. Its message is left out, whatever it says.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(code: error.extendedResultCode.rawValue, path: path)
        default: self = .failed(path: path, code: Int(SQLITE_ERROR))
        }
    }

    /// - Parameter code: SQLite's result code, extended or not.
    init(code: Int32, path: String) {
        // The lowest byte is the kind of error.
        switch code & 0xFF {
        case SQLITE_IOERR where Self.isDiskFull(at: path), SQLITE_CANTOPEN where Self.isDiskFull(at: path):
            self = .diskFull(path: path)
        case SQLITE_NOTADB: self = .notAStore(path: path)
        case SQLITE_CORRUPT: self = .damaged(path: path)
        case SQLITE_FULL: self = .diskFull(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .inUse(path: path, process: nil)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_AUTH:
            self = .cannotOpen(path: path, reason: "SQLite \(code)")
        default: self = .failed(path: path, code: Int(code))
        }
    }
}
