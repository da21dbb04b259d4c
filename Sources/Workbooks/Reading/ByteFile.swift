import Glibc

/// Reads a regular file whole, up to a limit.
package enum ByteFile {
    /// The bytes of the file; refuses anything that is not a regular file or is larger than the limit.
    static func contents(of path: String, limit: Int) throws(WorkbookError) -> [UInt8] {
        try contents(of: Array(path.utf8), limit: limit)
    }

    /// The same by the bytes of its path, which need be no UTF-8.
    package static func contents(of name: [UInt8], limit: Int) throws(WorkbookError) -> [UInt8] {
        let path = String(decoding: name, as: UTF8.self)
        let descriptor = unsafe open(name.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw SystemCall.failure(at: path) }
        defer { close(descriptor) }
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else { throw SystemCall.failure(at: path) }
        guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size <= limit else {
            throw WorkbookError(
                .unreadableArchive, at: path, chinese: "不是普通文件，或文件过大。",
                english: "This is not a regular file, or it is too large.")
        }
        let size = Int(facts.st_size)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { room, count in
            while count < size, let start = room.baseAddress {
                let got = unsafe read(descriptor, start + count, size - count)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
        guard bytes.count == size else { throw SystemCall.failure(at: path) }
        return bytes
    }
}

/// A step that the operating system refused.
enum SystemCall {
    /// The error for `errno` as it stands now.
    static func failure(_ code: WorkbookError.Code = .systemCall, at path: String) -> WorkbookError {
        let reason = unsafe String(cString: strerror(errno))
        return WorkbookError(
            code, at: path, chinese: "操作系统拒绝了这一步（\(reason)）。",
            english: "The operating system refused this step (\(reason)).")
    }
}
