import Glibc

/// The file on its way: a hidden `.NAME.part` beside the target, and a private folder for the library's own files.
///
/// Everything stays in the target's folder, so that nothing confidential touches another disk and the last step is
/// one rename. Whatever is not renamed is removed, at the latest when the object goes.
final class OutputFile {
    /// The name that the file gets in the end.
    let path: String
    /// The name under which it is written.
    let partPath: String
    /// Where the library keeps its own files meanwhile.
    let scratchPath: String

    private let folder: String
    /// Held open and locked: two runs never write one part.
    private var part: Int32 = -1

    /// Reserves the target, or says at once why it cannot be written.
    init(at path: String) throws(WorkbookError) {
        let slash = path.lastIndex(of: "/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        self.path = path
        partPath = "\(folder)/.\(name).part"
        scratchPath = "\(folder)/.\(name).tmp"
        guard !name.isEmpty, name != ".", name != "..", !path.utf8.contains(0) else {
            throw OutputFile.unwritable(path, reasonIn: "没有给出文件名", reason: "no file name is given")
        }
        var facts = stat()
        if unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
            throw OutputFile.unwritable(path, reasonIn: "该名称不是普通文件", reason: "the name is not a regular file")
        }
        part = unsafe open(partPath, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard part >= 0 else { throw OutputFile.unwritable(path) }
        guard flock(part, LOCK_EX | LOCK_NB) == 0 else {
            close(part)
            part = -1
            throw OutputFile.unwritable(path, reasonIn: "另一个程序正在写这个文件", reason: "another program is writing it")
        }
        // A part left over from a crash keeps its old rights and bytes otherwise.
        guard unsafe fstat(part, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, facts.st_nlink == 1,
            fchmod(part, 0o600) == 0, ftruncate(part, 0) == 0
        else { throw OutputFile.unwritable(path) }
        // The library falls back silently to a public folder when this one is missing, so it is made and looked at.
        removeScratch()
        guard unsafe mkdir(scratchPath, 0o700) == 0, unsafe lstat(scratchPath, &facts) == 0,
            facts.st_mode & S_IFMT == S_IFDIR, facts.st_mode & 0o777 == 0o700, facts.st_uid == geteuid()
        else { throw OutputFile.unwritable(path) }
    }

    deinit {
        guard part >= 0 else { return }
        removeScratch()
        unsafe unlink(partPath)
        close(part)
    }

    /// Takes the private folder away, with what a killed run left in it: between making a file of its own and hiding it,
    /// the library can be stopped, and one file would keep every later run from making the folder.
    ///
    /// Only asked while the part is locked, so that no other run is at work in it. A link laid in its place is not
    /// followed, and nothing but files is removed.
    private func removeScratch() {
        let descriptor = unsafe open(scratchPath, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor >= 0, let entries = unsafe fdopendir(descriptor) {
            while let entry = unsafe readdir(entries) {
                unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                    let name = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                    unsafe _ = unlinkat(descriptor, name, 0)
                }
            }
            unsafe closedir(entries)
        }
        unsafe rmdir(scratchPath)
    }

    /// Whether the private folder is still there and ours; asked again just before the library uses it.
    func checkScratch() throws(WorkbookError) {
        var facts = stat()
        guard unsafe lstat(scratchPath, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR,
            facts.st_mode & 0o777 == 0o700, facts.st_uid == geteuid()
        else {
            throw WorkbookError(
                .systemCall, at: scratchPath, chinese: "私有临时文件夹不见了或已被改动。",
                english: "The private temporary folder has gone or was changed.")
        }
    }

    /// Whether the file on its way is still the one that was made: the library opens it by its name, and would follow a
    /// link that somebody has laid there meanwhile.
    func checkPart() throws(WorkbookError) {
        var (own, named) = (stat(), stat())
        guard unsafe fstat(part, &own) == 0, unsafe lstat(partPath, &named) == 0, own.st_ino == named.st_ino,
            own.st_dev == named.st_dev
        else {
            throw WorkbookError(
                .systemCall, at: partPath, chinese: "写到一半的文件被换掉或拿走了，没有写成；请检查谁能改这个文件夹，再来一次。",
                english: """
                    The file on its way was replaced or taken away, and nothing was written; see who may change this \
                    folder, and run again.
                    """)
        }
    }

    /// Throws when the disk has less room than that: the library would fill it first and say so in its own way.
    func checkRoom(for needed: Int) throws(WorkbookError) {
        var facts = statvfs()
        // Some disks of the network do not say how large they are; then only writing shows.
        guard unsafe fstatvfs(part, &facts) == 0, facts.f_blocks > 0 else { return }
        // Only the superuser may take the last blocks.
        let blocks = geteuid() == 0 ? facts.f_bfree : facts.f_bavail
        let (free, isHuge) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
        guard !isHuge, free < UInt64(needed) else { return }
        let (wanted, left) = ((needed + 1_023) / 1_024, free / 1_024)
        throw WorkbookError(
            .notEnoughSpace, at: path,
            chinese: "磁盘空间不够，没有写：约需\(wanted) KB，只剩\(left) KB；请腾出空间或换一个文件夹再来，原有文件未改动。",
            english: """
                The disk has too little room and nothing was written: about \(wanted) KB are needed, \(left) KB are left; \
                make room or choose another folder and run again. An earlier file was left as it was.
                """)
    }

    /// The bytes that were written.
    func contents() throws(WorkbookError) -> [UInt8] {
        try ByteFile.contents(of: partPath, limit: ZipArchive.Limits.own.fileSize)
    }

    /// Gives the file its rights and its name, once its bytes are safely on the disk where that is wanted.
    ///
    /// While it was written nobody else could read it. The finished one has the rights of the file that it replaces, or
    /// of any new file: who shares a folder decides that by its umask, and a report made narrower stays so. A private one
    /// keeps the rights that it was written with.
    func publish(waitsForDisk: Bool, isPrivate: Bool) throws(WorkbookError) {
        guard let mode = isPrivate ? 0o600 : modeToGive(), fchmod(part, mode) == 0, !waitsForDisk || fsync(part) == 0,
            unsafe rename(partPath, path) == 0
        else { throw SystemCall.failure(at: path) }
        unsafe rmdir(scratchPath)
        close(part)
        part = -1
        guard waitsForDisk else { return }
        let directory = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        defer { close(directory) }
        // The file is complete and named; a folder that cannot be synced (some network disks) is no reason to fail.
        fsync(directory)
    }

    /// The rights of the file that stands at the target, or those that a new one gets; nil when the system does not say.
    ///
    /// It is asked by making an empty file in the private folder: reading the umask means setting it, for all threads of
    /// whoever uses this library.
    private func modeToGive() -> mode_t? {
        var facts = stat()
        if unsafe lstat(path, &facts) == 0 { return facts.st_mode & 0o777 }
        let probe = "\(scratchPath)/mode"
        let descriptor = unsafe open(probe, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return nil }
        defer {
            close(descriptor)
            unsafe unlink(probe)
        }
        return unsafe fstat(descriptor, &facts) == 0 ? facts.st_mode & 0o777 : nil
    }

    private static func unwritable(_ path: String) -> WorkbookError {
        let reason = unsafe String(cString: strerror(errno))
        return unwritable(path, reasonIn: reason, reason: reason)
    }

    private static func unwritable(_ path: String, reasonIn chinese: String, reason english: String) -> WorkbookError {
        WorkbookError(
            .unwritableTarget, at: path, chinese: "不能在这里写工作簿：\(chinese)。",
            english: "A workbook cannot be written here: \(english).")
    }
}
