import Glibc

extension StoreError {
    /// What it means for a store that the system would not open its file.
    static func cannotOpen(_ path: String, code: Int32) -> StoreError {
        isFull(code) ? .diskFull(path: path) : .cannotOpen(path: path, reason: reason(code))
    }

    /// What it means for a file that the system would not make, keep or name it.
    static func cannotWrite(_ path: String, code: Int32) -> StoreError {
        isFull(code) ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason(code))
    }

    /// Whether so little room is left where a file lies that this is why it could not be written.
    ///
    /// SQLite says of a full disk that it is full only where a page was to be written; where its files could not be made
    /// or grow, it says no more than that.
    static func isDiskFull(at path: String) -> Bool {
        var facts = statvfs()
        guard unsafe statvfs(path, &facts) == 0 else { return false }
        return facts.f_bavail * UInt(facts.f_frsize) < leastRoom || (facts.f_files > 0 && facts.f_favail == 0)
    }

    /// Bytes; a write-ahead log and its index of one submission take about as much.
    private static let leastRoom: UInt = 64 << 10

    private static func isFull(_ code: Int32) -> Bool { code == ENOSPC || code == EDQUOT }

    private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
