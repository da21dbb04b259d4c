#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file open for reading pieces of it, by several threads at once.
///
/// Read with `pread` and not mapped: a mapped file that is cut short while it is read ends the process.
final class OpenFile: Sendable {
    let path: String
    /// How many bytes it had when it was opened.
    let size: Int
    private let descriptor: Int32

    init(_ path: String) throws(ResponseFileError) {
        self.path = path
        // Safe: the string is only read during the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
        guard let (size, isRegular) = Self.status(of: descriptor), isRegular else {
            let code = errno
            close(descriptor)
            throw .unreadable(path: path, code: code == 0 ? EISDIR : code)
        }
        self.size = size
    }

    deinit { close(descriptor) }

    private static func status(of descriptor: Int32) -> (size: Int, isRegular: Bool)? {
        var status = stat()
        errno = 0
        // Safe: the call fills in the value that it is handed.
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        return (Int(status.st_size), status.st_mode & S_IFMT == S_IFREG)
    }

    /// Refuses a file that is no longer as long as it was.
    func checkUnchanged() throws(ResponseFileError) {
        guard Self.status(of: descriptor)?.size == size else { throw .changed(path: path) }
    }

    /// Fills a buffer with the bytes from `position` on, as many as there are before ``size``, and returns their number.
    func read(at position: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ResponseFileError) -> Int {
        let wanted = min(buffer.count, size - position)
        var done = 0
        while done < wanted {
            // Safe: `wanted` ends inside the buffer.
            let count = unsafe pread(descriptor, buffer.baseAddress! + done, wanted - done, off_t(position + done))
            if count < 0 {
                guard errno == EINTR else { throw .unreadable(path: path, code: errno) }
            } else if count == 0 {
                throw .changed(path: path)
            } else {
                done += count
            }
        }
        return max(0, done)
    }
}
