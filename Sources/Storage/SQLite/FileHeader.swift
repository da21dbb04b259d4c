import Glibc

/// What the first bytes of a file say, read before SQLite touches it: a foreign file is left exactly as it is.
enum FileHeader: Equatable {
    /// No file, or one that nothing was written to yet.
    case nothing
    /// A file of something else.
    case foreign
    /// A store of this format version.
    case store(version: Int)

    /// "zich": the mark of a store in the place that SQLite keeps for its applications.
    static let applicationID = 0x7A69_6368

    init(ofFile path: String) throws(StoreError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno != ENOENT else {
                self = .nothing
                return
            }
            throw .cannotOpen(path, code: errno)
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            throw .cannotOpen(path, code: errno)
        }
        self.init(bytes[..<count])
    }

    /// - Parameter bytes: the first hundred, or all of a shorter file.
    init(_ bytes: ArraySlice<UInt8>) {
        func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        if bytes.isEmpty {
            self = .nothing
        } else if bytes.count == 100, bytes.starts(with: "SQLite format 3\0".utf8), number(at: 68) == Self.applicationID
        {
            self = .store(version: number(at: 60))
        } else {
            self = .foreign
        }
    }
}
