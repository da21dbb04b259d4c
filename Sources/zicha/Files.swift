import Glibc
import Surveys

/// Files as the commands need them: read whole, written whole or not at all.
enum Files {
    // MARK: Reading

    /// The bytes of a file or pipe.
    ///
    /// - Parameter limit: nothing longer is kept, whether its size is known beforehand or, of a pipe, while reading.
    static func bytes(of path: String, atMost limit: Int = .max) throws(Complaint) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw unreadable(path, errno) }
        guard facts.st_mode & S_IFMT != S_IFDIR else { throw unreadable(path, EISDIR) }
        guard facts.st_size <= limit else { throw tooLong(path, limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(facts.st_size))
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(path, errno) }
            if got == 0 { return bytes }
            guard bytes.count + got <= limit else { throw tooLong(path, limit) }
            bytes += chunk[..<got]
        }
    }

    private static func tooLong(_ path: String, _ limit: Int) -> Complaint {
        Complaint(
            at: path,
            Wording(
                "超过 \(limit >> 20) MB，不像是问卷，没有读；请核对给的是不是这个文件",
                "larger than \(limit >> 20) MB, so it is taken for no survey and was not read; check the file's name"))
    }

    static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func unreadable(_ path: String, _ code: Int32) -> Complaint {
        let wording =
            switch code {
            // The command line is read as UTF-8, and whatever is none comes as this sign.
            case ENOENT where path.contains("\u{FFFD}"):
                Wording(
                    "文件名不是 UTF-8，命令行里打不开；填报表请直接写它所在的文件夹，别的文件请改名",
                    "its name is no UTF-8 and cannot be opened from the command line; for forms name their folder, other files need another name"
                )
            case ENOENT, ENOTDIR: Wording("找不到这个文件，请核对路径", "there is no such file; check the path")
            case EACCES, EPERM:
                Wording("没有权限读这个文件，请改权限或换一个用户", "no permission to read it; change its rights or the user")
            case EISDIR: Wording("这是文件夹，请写出其中的文件", "this is a folder; name a file in it")
            default: Wording("读不了（\(reason(code))）", "cannot be read (\(reason(code)))")
            }
        return Complaint(at: path, wording)
    }

    // MARK: Writing

    /// Whether two paths name one file, which need not be there yet.
    static func areSame(_ one: String, _ other: String) -> Bool {
        let (first, second) = (parts(of: one), parts(of: other))
        var (facts, others) = (stat(), stat())
        guard first.1 == second.1, unsafe stat(first.0, &facts) == 0, unsafe stat(second.0, &others) == 0 else {
            return false
        }
        return facts.st_dev == others.st_dev && facts.st_ino == others.st_ino
    }

    /// Says before any work whether a file can be put there, and that it is none of the inputs.
    static func checkTarget(_ path: String, sparing inputs: [String]) throws(Complaint) {
        let (folder, name) = parts(of: path)
        guard !name.isEmpty, name != ".", name != ".." else {
            throw Complaint(at: path, Wording("这是文件夹，请写出文件名", "this is a folder; name a file in it"))
        }
        try checkFolder(folder, for: path)
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else { return }
        guard facts.st_mode & S_IFMT == S_IFREG else {
            throw Complaint(
                at: path,
                Wording(
                    "这个名字不是普通文件，请换一个；要打印到屏幕请写 -", "the name is no regular file; choose another, or - for the screen"))
        }
        for input in inputs {
            var other = stat()
            guard unsafe stat(input, &other) == 0, other.st_ino == facts.st_ino, other.st_dev == facts.st_dev else {
                continue
            }
            throw Complaint(
                at: path, Wording("这是输入文件，不能覆盖，请换一个名字", "this is an input and is not overwritten; choose another name"))
        }
    }

    /// Says before any work whether something can be put into a folder.
    static func checkFolder(_ folder: String, for path: String) throws(Complaint) {
        var facts = stat()
        guard unsafe stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw Complaint(at: path, Wording("没有文件夹 \(folder)，请先建好", "there is no folder \(folder); make it first"))
        }
        guard unsafe access(folder, W_OK | X_OK) == 0 else {
            throw Complaint(
                at: path,
                Wording("没有权限写入文件夹 \(folder)，请换一个地方", "no permission to write in the folder \(folder); choose another"))
        }
    }

    /// Writes a text beside its target, and gives it the name once it is safely on the disk.
    ///
    /// Until it is whole, nobody but its owner may read it; then it has the rights of the file that it replaces, or of
    /// any new file here. A committee that shares a folder by its umask can read it, and one that narrowed a report
    /// keeps it narrow.
    static func write(_ text: String, to path: String) throws(Complaint) {
        try write(text, to: path, mode: nil)
    }

    private static func write(_ text: String, to path: String, mode fixed: mode_t?) throws(Complaint) {
        let (folder, name) = parts(of: path)
        let part = "\(folder)/.\(name).part"
        let descriptor = try openPart(part, of: path)
        defer { close(descriptor) }
        do throws(Complaint) {
            let mode = if let fixed { fixed } else { try modeToGive(path, probingBy: part + ".mode") }
            try write(Array(text.utf8), to: descriptor, named: path)
            guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, unsafe rename(part, path) == 0 else {
                throw unwritable(path, errno)
            }
        } catch {
            unsafe unlink(part)
            throw error
        }
        try keepNames(in: folder, for: path)
    }

    /// Opens the hidden file that becomes the target, empty, locked and readable by its owner alone.
    ///
    /// What an interrupted run left under this name is taken over, so that nothing of it stays on the disk.
    private static func openPart(_ part: String, of path: String) throws(Complaint) -> Int32 {
        for _ in 0..<mostAttempts {
            let descriptor = unsafe open(part, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
            guard descriptor >= 0 else { throw unwritable(path, errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw Complaint(
                    at: path,
                    Wording("另一个程序正在写这个文件，请等它写完再来", "another program is writing this file; wait until it is done"))
            }
            var (held, named) = (stat(), stat())
            guard unsafe fstat(descriptor, &held) == 0, held.st_mode & S_IFMT == S_IFREG, held.st_nlink <= 1,
                fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0
            else {
                let code = errno
                close(descriptor)
                throw unwritable(path, code)
            }
            // Between opening and locking, another run may have given the file its final name.
            if unsafe stat(part, &named) == 0, named.st_ino == held.st_ino, named.st_dev == held.st_dev {
                return descriptor
            }
            close(descriptor)
        }
        throw unwritable(path, EBUSY)
    }

    private static let mostAttempts = 100

    /// Has a folder keep the names in it: else a file that was said to be written could be gone after a power cut.
    private static func keepNames(in folder: String, for path: String) throws(Complaint) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // A folder may be written to and not be read.
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // A file system that cannot synchronise a folder says that the call is invalid.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw unwritable(path, errno) }
    }

    /// Writes a text that only its owner may ever read, the same way: whole and on the disk, or not at all.
    static func writePrivately(_ text: String, to path: String) throws(Complaint) {
        try write(text, to: path, mode: 0o600)
    }

    /// The rights of the file that stands at a path, or those that a new one gets there.
    ///
    /// The system is asked by making an empty file: reading the umask means setting it, for the whole process at once,
    /// and would not tell of a folder whose own rules replace it.
    private static func modeToGive(_ path: String, probingBy probe: String) throws(Complaint) -> mode_t {
        var facts = stat()
        if unsafe lstat(path, &facts) == 0 { return facts.st_mode & 0o777 }
        unsafe unlink(probe)
        let descriptor = unsafe open(probe, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw unwritable(path, errno) }
        defer {
            close(descriptor)
            unsafe unlink(probe)
        }
        guard unsafe fstat(descriptor, &facts) == 0 else { throw unwritable(path, errno) }
        return facts.st_mode & 0o777
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(Complaint) {
        var done = 0
        while done < bytes.count {
            let put = unsafe bytes[done...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if put < 0, errno == EINTR { continue }
            guard put >= 0 else { throw unwritable(path, errno) }
            done += put
        }
    }

    private static func unwritable(_ path: String, _ code: Int32) -> Complaint {
        code == ENOSPC
            ? Complaint(
                at: path,
                Wording("磁盘满了，没有写成；请腾出空间再来", "the disk is full and nothing was written; make room and run again"))
            : Complaint(at: path, Wording("没有写成（\(reason(code))）", "not written (\(reason(code)))"))
    }

    /// Leaves a file to its owner alone: it holds what single people answered, or the codes that let them in.
    static func makePrivate(_ path: String) {
        unsafe chmod(path, 0o600)
    }

    /// Gives a file a second name; a file system without links gets a copy.
    ///
    /// - Returns: false where the name is taken.
    static func link(_ path: String, as name: String) throws(Complaint) -> Bool {
        if unsafe Glibc.link(path, name) == 0 { return true }
        guard errno != EEXIST else { return false }
        guard [EPERM, ENOTSUP, ENOSYS, EMLINK, EXDEV].contains(errno) else { throw unwritable(name, errno) }
        let bytes = try bytes(of: path)
        let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return false }
            throw unwritable(name, errno)
        }
        defer { close(descriptor) }
        do throws(Complaint) {
            try write(bytes, to: descriptor, named: name)
            guard fsync(descriptor) == 0 else { throw unwritable(name, errno) }
        } catch {
            remove(name)
            throw error
        }
        return true
    }

    /// Takes a file away, where there is one.
    static func remove(_ path: String) {
        unsafe unlink(path)
    }

    // MARK: Paths

    /// The folder and the name of a file; a path without a folder lies in the current one.
    static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }

    /// The operating system's own words.
    private static func reason(_ code: Int32) -> String {
        unsafe String(cString: strerror(code))
    }
}
