import Glibc
import Reports
import Surveys
import Workbooks

/// A folder that gets several files, all of them or none.
///
/// They are made in a hidden folder beside it, which takes its name only when the last one is whole. A folder with
/// anything in it is refused: files of other years or of other groupings among the new ones would be handed out with them.
struct OutputFolder {
    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.last == "/" { path.removeLast() }
        self.path = path
    }

    /// Says before any work what would stop the folder from being made after it.
    func check() throws(Complaint) {
        let (parent, name) = Files.parts(of: path)
        guard !name.isEmpty, name != ".", name != ".." else {
            throw Complaint(at: path, Wording("请写出一个新文件夹的名字", "name a new folder"))
        }
        try Files.checkFolder(parent, for: path)
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else { return }
        guard facts.st_mode & S_IFMT == S_IFDIR else {
            throw Complaint(at: path, Wording("这是文件，请换一个文件夹名", "this is a file; choose another name for the folder"))
        }
        guard isEmpty else { throw Self.notEmpty(path) }
    }

    private var isEmpty: Bool { Self.names(in: path).isEmpty }

    /// A name as a part of a file's name.
    static func fileName(_ name: String) -> String {
        let plain = String(name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline || $0 == "\0" ? "_" : $0 })
        // Most file systems hold 255 bytes; a Chinese letter takes three.
        var short = ""
        for character in plain where (short + String(character)).utf8.count <= 120 { short.append(character) }
        return short
    }

    /// Lets the body fill a folder, and gives it the name.
    ///
    /// Until then only its owner may read it. What interrupted runs left in the parent folder is removed first.
    ///
    /// - Parameters:
    ///   - isPrivate: the finished folder stays its owner's alone.
    ///   - body: is given the folder to write in.
    func fill(isPrivate: Bool = false, _ body: (String) throws -> Void) throws {
        let (parent, name) = Files.parts(of: path)
        Self.removeAbandoned(in: parent)
        let part = "\(parent)/.\(name)\(Self.partEnding)"
        let lock = try Self.make(part, for: path)
        defer { close(lock) }
        do {
            try body(part)
            guard let mode = isPrivate ? 0o700 : Self.modeToGive(in: part), fchmod(lock, mode) == 0 else {
                throw Self.unwritable(path, errno)
            }
            // Over an empty folder this is one step; over one that somebody filled meanwhile it is refused.
            guard unsafe rename(part, path) == 0 else {
                throw errno == ENOTEMPTY || errno == EEXIST ? Self.notEmpty(path) : Self.unwritable(path, errno)
            }
        } catch {
            Self.remove(part)
            throw error
        }
    }

    /// How the name of a folder ends that is being filled. No other program uses it.
    private static let partEnding = ".zicha-part"

    /// Makes a folder and locks it for as long as the descriptor is open.
    private static func make(_ part: String, for path: String) throws(Complaint) -> Int32 {
        guard unsafe mkdir(part, 0o700) == 0 else {
            // Abandoned ones are gone, so another run is filling it.
            throw errno == EEXIST
                ? Complaint(
                    at: path,
                    Wording("另一个程序正在写这个文件夹，请等它写完再来", "another program is writing this folder; wait until it is done"))
                : unwritable(path, errno)
        }
        let lock = unsafe open(part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            if lock >= 0 { close(lock) }
            throw unwritable(path, code)
        }
        return lock
    }

    /// The rights of a new folder here: the system is asked, since reading the umask means setting it.
    private static func modeToGive(in part: String) -> mode_t? {
        let probe = "\(part)/.mode"
        var facts = stat()
        guard unsafe mkdir(probe, 0o777) == 0 else { return nil }
        defer { unsafe rmdir(probe) }
        return unsafe stat(probe, &facts) == 0 ? facts.st_mode & 0o777 : nil
    }

    /// Removes the folders of runs that were interrupted: those that no run holds locked.
    private static func removeAbandoned(in parent: String) {
        for name in names(in: parent) where name.hasPrefix(".") && name.hasSuffix(partEnding) {
            let part = "\(parent)/\(name)"
            let lock = unsafe open(part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard lock >= 0 else { continue }
            if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(part) }
            close(lock)
        }
    }

    /// Takes a folder away with the files in it, and the empty or private folders that writers of files keep there.
    private static func remove(_ path: String) {
        for name in names(in: path) {
            let entry = "\(path)/\(name)"
            if unsafe unlink(entry) != 0 { remove(entry) }
        }
        unsafe rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func notEmpty(_ path: String) -> Complaint {
        Complaint(
            at: path,
            Wording(
                "文件夹里已有文件，没有写；请换一个新的或空的文件夹，免得新旧文件混在一起发出去",
                "the folder holds files and was left alone; name a new or an empty one, so that old files are not handed out with the new"
            ))
    }

    private static func unwritable(_ path: String, _ code: Int32) -> Complaint {
        Complaint(
            at: path,
            Wording(
                "文件夹没有写成（\(unsafe String(cString: strerror(code)))）",
                "the folder was not made (\(unsafe String(cString: strerror(code))))"))
    }
}

/// `自查报告_办公室_2026.xlsx`: file names of the units' books, each only once.
struct UnitFileNames {
    private var taken: Set<String> = []

    mutating func name(of unit: String, year: Int, _ language: ReaderLanguage) -> String {
        let short = OutputFolder.fileName(unit)
        let start = Wording("自查报告_\(short)_\(year)", "report_\(short)_\(year)").text(in: language)
        var name = start
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(start)_\(number)"
            number += 1
        }
        return name + ".xlsx"
    }
}
