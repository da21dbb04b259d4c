import Glibc

/// Says which process owns a store, from opening to closing, however it ends.
///
/// SQLite lets several processes write to one file in turn. A store has one owner instead: SQLite before 3.51.3 can
/// lose what was committed when two connections write or checkpoint a write-ahead log at once. The system drops the
/// lock when its owner dies, so a lock file that is left over keeps nobody out.
final class FileLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock of a store.
    ///
    /// It lies on a file of its own: closing any descriptor of the database's file would drop SQLite's own locks.
    init(of store: String) throws(StoreError) {
        path = store + ".lock"
        while true {
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw .cannotOpen(store, code: errno)
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                defer { close(descriptor) }
                throw .inUse(path: store, process: Self.owner(named: descriptor))
            }
            // Between opening and locking, the last owner may have removed the file: then the lock is on nothing.
            if Self.isFile(path, descriptor) {
                self.descriptor = descriptor
                break
            }
            close(descriptor)
        }
        let name = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = unsafe name.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        unsafe unlink(path)
        close(descriptor)
    }

    private static func isFile(_ path: String, _ descriptor: Int32) -> Bool {
        var (named, held) = (stat(), stat())
        guard unsafe stat(path, &named) == 0, unsafe fstat(descriptor, &held) == 0 else { return false }
        return named.st_ino == held.st_ino && named.st_dev == held.st_dev
    }

    /// The number that the owner wrote down; nil before it got so far.
    private static func owner(named descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
