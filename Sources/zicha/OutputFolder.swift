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

    private var isEmpty: Bool {
        guard let folder = unsafe opendir(path) else { return false }
        defer { unsafe closedir(folder) }
        var entries = 0
        while unsafe readdir(folder) != nil { entries += 1 }
        return entries <= 2
    }

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
    /// - Parameter body: is given the folder to write in.
    func fill(_ body: (String) throws -> Void) throws {
        let (parent, name) = Files.parts(of: path)
        let part = "\(parent)/.\(name).\(getpid()).part"
        guard unsafe mkdir(part, 0o777) == 0 else { throw Self.unwritable(path, errno) }
        do {
            try body(part)
            // Over an empty folder this is one step; over one that somebody filled meanwhile it is refused.
            guard unsafe rename(part, path) == 0 else {
                throw errno == ENOTEMPTY || errno == EEXIST ? Self.notEmpty(path) : Self.unwritable(path, errno)
            }
        } catch {
            Self.remove(part)
            throw error
        }
    }

    private static func remove(_ path: String) {
        guard let folder = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { unsafe unlink("\(path)/\(name)") }
        }
        unsafe closedir(folder)
        unsafe rmdir(path)
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
