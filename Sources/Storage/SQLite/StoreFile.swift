import GRDB
import Glibc

/// Opening a store's file, so that what SQLite says is kept is kept.
enum StoreFile {
    /// The path without symbolic links, so that one file has one lock whatever it is called.
    static func resolved(_ path: String) -> String {
        func real(_ path: String) -> String? {
            guard let found = unsafe realpath(path, nil) else { return nil }
            defer { unsafe free(found) }
            return unsafe String(cString: found)
        }
        if let whole = real(path) { return whole }
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        return real(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" } ?? path
    }

    /// Makes an empty file that nobody but its owner may read.
    ///
    /// - Parameter target: the name that it is to have in the end, if it is another.
    static func create(_ path: String, for target: String? = nil) throws(StoreError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotWrite(target ?? path, code: errno)
        }
        close(descriptor)
    }

    static func remove(_ path: String) throws(StoreError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw .cannotWrite(path, code: errno)
        }
    }

    /// Puts a finished file under its name, where none is yet, and has the folder keep that.
    static func give(_ part: String, name path: String) throws(StoreError) {
        let descriptor = unsafe open(part, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(path, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0, link(part, as: path) else { throw .cannotWrite(path, code: errno) }
        guard let code = keepNames(besides: path) else { return }
        // What was called a failure must not lie there under its name.
        unsafe unlink(path)
        throw .cannotWrite(path, code: code)
    }

    /// Moves a file to another name by a link and not by a renaming: a file that stands there already is never replaced.
    private static func link(_ part: String, as path: String) -> Bool {
        guard unsafe Glibc.link(part, path) != 0 else {
            unsafe unlink(part)
            return true
        }
        // A memory stick's file system has no links. Nobody takes the name between the question and the renaming but
        // by intent.
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno), unsafe access(path, F_OK) != 0 else { return false }
        return unsafe rename(part, path) == 0
    }

    /// Has a file's folder keep the names in it.
    ///
    /// - Returns: nil, or why the system would not.
    private static func keepNames(besides path: String) -> Int32? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A folder may be written to and not be read.
        guard opened >= 0 else { return errno == EACCES ? nil : errno }
        defer { close(opened) }
        // A file system that cannot synchronise a folder says that the call is invalid.
        return fsync(opened) == 0 || errno == EINVAL ? nil : errno
    }

    /// The one connection that writes.
    ///
    /// Called under the lock. The log of the changes is written ahead and synchronised before a commit is
    /// acknowledged: GRDB's own way into this mode leaves `synchronous` at NORMAL, which loses the last commits when
    /// the power fails, so the mode is set here and asked for afterwards.
    static func writer(_ path: String, migrations: [Migration]) throws -> DatabaseQueue {
        let header = try FileHeader(ofFile: path)
        switch header {
        case .foreign: throw StoreError.notAStore(path: path)
        case .store(let version) where version > migrations.count:
            throw StoreError.newerStore(path: path, version: version)
        case .store: break
        case .nothing: try make(path, migrations: migrations)
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration("zicha.store"))
        try queue.inDatabase { database in
            if case .store = header, try database.size <= largestCheckedSize { try database.checkStructure(path: path) }
            try database.migrate(by: migrations, path: path)
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    -- A bulk import must not leave a log of its size behind.
                    PRAGMA journal_size_limit = 16777216;
                    -- KiB; used only where an import touches as much.
                    PRAGMA cache_size = -65536;
                    """)
            let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let foreignKeys = try Int.fetchOne(database, sql: "PRAGMA foreign_keys")
            guard journal == "wal", synchronous == 2, foreignKeys == 1 else {
                throw StoreError.cannotOpen(
                    path: path, reason: "journal \(journal ?? "?"), synchronous \(synchronous ?? -1)")
            }
        }
        return queue
    }

    /// Makes a new store under a name of its own, and gives it its name once it is whole on the disk: a process or a
    /// machine that dies meanwhile would else leave a file that is no store yet.
    private static func make(_ path: String, migrations: [Migration]) throws {
        // A log of changes without the file that it belongs to would be taken for one of the new file.
        guard unsafe access(path + "-wal", F_OK) != 0 else { throw StoreError.damaged(path: path) }
        let part = path + ".part"
        do {
            for ending in ["", "-journal", "-wal"] { try remove(part + ending) }
            try create(part, for: path)
            let queue = try DatabaseQueue(path: part, configuration: configuration("zicha.store.new"))
            try queue.inDatabase { try $0.migrate(by: migrations, path: path) }
            try queue.close()
            // At most an empty file.
            try remove(path)
            try give(part, name: path)
        } catch {
            try? remove(part)
            throw error
        }
    }

    /// Bytes; about 90,000 responses to 60 items. Up to this size every page is looked at whenever a store is opened, as
    /// damage may else go unnoticed until a page is read, and it takes a moment. Of a larger store, which takes seconds,
    /// `verify` does so; one that was cut short is found out by its header, and damage where it is read, in any size.
    private static let largestCheckedSize = 16 << 20

    /// A connection that only reads; it neither writes nor checkpoints.
    static func reader(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration("zicha.store.reader")
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func configuration(_ label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        // What people answered never stands in an error.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            // Nothing in the schema of a file from elsewhere may call a function.
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
            // A draft that was handed in, or a key that was replaced, must not lie in a free page.
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }
}

extension Database {
    /// How many bytes the pages of the file are.
    var size: Int {
        get throws {
            let pages = try Int.fetchOne(self, sql: "PRAGMA page_count") ?? 0
            return pages * (try Int.fetchOne(self, sql: "PRAGMA page_size") ?? 0)
        }
    }

    /// Reads every page of the file and says whether they fit together.
    func checkStructure(path: String) throws {
        guard try String.fetchAll(self, sql: "PRAGMA quick_check(1)") == ["ok"] else {
            throw StoreError.damaged(path: path)
        }
    }
}
