import CZlib

/// A zip file in memory, read by its central directory and distrusted throughout.
///
/// It is the check on every workbook that we write, and the way in for workbooks that come back filled in: plain
/// zip only (no encryption, no zip64, no parts outside the folder, no name twice, no bytes shared), every size limited before
/// memory is taken, every part checked against its CRC.
public struct ZipArchive: Sendable {
    /// How much an archive may hold.
    public struct Limits: Hashable, Sendable {
        /// Bytes of the whole file.
        public var fileSize: Int
        /// Bytes of one part, unpacked.
        public var partSize: Int
        /// Bytes of all parts, unpacked.
        public var totalSize: Int
        /// The number of parts.
        public var partCount: Int

        /// Four limits.
        public init(fileSize: Int, partSize: Int, totalSize: Int, partCount: Int) {
            self.fileSize = fileSize
            self.partSize = partSize
            self.totalSize = totalSize
            self.partCount = partCount
        }

        /// For files that come from outside: a filled-in form is far smaller.
        public static let form = Limits(fileSize: 8 << 20, partSize: 16 << 20, totalSize: 32 << 20, partCount: 400)
        /// For reports that come back: every unit's page and every chart is a part, and only the parts asked for are
        /// unpacked.
        public static let report = Limits(
            fileSize: 16 << 20, partSize: 16 << 20, totalSize: 512 << 20, partCount: 10_000)
        /// For responses that a survey tool exported: one sheet with a row for everybody.
        public static let export = Limits(
            fileSize: 128 << 20, partSize: 512 << 20, totalSize: 1 << 30, partCount: 400)
        /// For files that we wrote ourselves.
        public static let own = Limits(fileSize: 1 << 30, partSize: 2 << 30, totalSize: 4 << 30, partCount: 20_000)
    }

    private struct Entry {
        var method: Int
        var crc: UInt
        var packed: Range<Int>
        var size: Int
    }

    /// The names of the parts, in the order of the directory.
    public let names: [String]
    private let bytes: [UInt8]
    private let entries: [String: Entry]

    /// Reads the directory of a file.
    public init(contentsOf path: String, limits: Limits = .form) throws(WorkbookError) {
        try self.init(ByteFile.contents(of: path, limit: limits.fileSize), limits: limits)
    }

    /// Reads the directory of a file that is already in memory.
    public init(_ bytes: [UInt8], limits: Limits = .form) throws(WorkbookError) {
        guard bytes.count <= limits.fileSize else { throw ZipArchive.tooLarge("") }
        let input = LittleEndian(bytes)
        // The directory's end record stands last, before a comment of at most 65,535 bytes.
        let earliest = max(0, bytes.count - 22 - 65_535)
        guard bytes.count >= 22,
            let end = stride(from: bytes.count - 22, through: earliest, by: -1).first(where: {
                input.word($0) == 0x0605_4b50 && $0 + 22 + (input.half($0 + 20) ?? .max) == bytes.count
            }), let count = input.half(end + 10), input.half(end + 8) == count, input.half(end + 4) == 0,
            var at = input.word(end + 16), input.word(end - 20) != 0x0706_4b50
        else { throw ZipArchive.damaged("") }
        guard count <= limits.partCount else { throw ZipArchive.tooLarge("") }

        var names: [String] = []
        var entries: [String: Entry] = [:]
        var total = 0
        let directory = at
        var places: [Range<Int>] = []
        for _ in 0..<count {
            guard input.word(at) == 0x0201_4b50, let flags = input.half(at + 8), flags & 1 == 0,
                let method = input.half(at + 10), method == 0 || method == 8, let crc = input.word(at + 16),
                let packedSize = input.word(at + 20), let size = input.word(at + 24),
                let nameLength = input.half(at + 28), let extraLength = input.half(at + 30),
                let commentLength = input.half(at + 32), let local = input.word(at + 42),
                let nameBytes = input.slice(at + 46, nameLength),
                let name = String(validating: nameBytes, as: UTF8.self), ZipArchive.isPlain(name),
                entries[name] == nil
            else { throw ZipArchive.damaged("") }
            // The local header repeats the name; two different names for one part are a trick.
            guard input.word(local) == 0x0403_4b50, let localName = input.half(local + 26),
                let localExtra = input.half(local + 28), let repeated = input.slice(local + 30, localName),
                repeated.elementsEqual(nameBytes),
                input.slice(local + 30 + localName + localExtra, packedSize) != nil,
                method == 8 || size == packedSize
            else { throw ZipArchive.damaged(name) }
            total += size
            guard size <= limits.partSize, total <= limits.totalSize else { throw ZipArchive.tooLarge(name) }
            let start = local + 30 + localName + localExtra
            places.append(local..<(start + packedSize))
            names.append(name)
            entries[name] = Entry(method: method, crc: UInt(crc), packed: start..<(start + packedSize), size: size)
            at += 46 + nameLength + extraLength + commentLength
        }
        // Parts that share their bytes make a small file unpack to any size.
        places.sort { $0.lowerBound < $1.lowerBound }
        guard zip(places, places.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }),
            places.last.map({ $0.upperBound <= directory }) ?? true
        else { throw ZipArchive.damaged("") }
        self.names = names
        self.bytes = bytes
        self.entries = entries
    }

    /// The part of that name, unpacked and checked; nil when the archive has no such part.
    public func contents(of name: String) throws(WorkbookError) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        let packed = bytes[entry.packed]
        let plain = entry.method == 0 ? Array(packed) : ZipArchive.inflated(packed, size: entry.size)
        guard let plain, plain.count == entry.size, ZipArchive.checksum(of: plain) == entry.crc else {
            throw ZipArchive.damaged(name)
        }
        return plain
    }

    /// Unpacks the part of that name piece by piece, holding one piece at a time; stops when the body says false.
    ///
    /// Returns whether the body took every piece; nil when the archive has no such part.
    package func unpack(_ name: String, _ body: (Span<UInt8>) -> Bool) throws(WorkbookError) -> Bool? {
        guard let entry = entries[name] else { return nil }
        var checksum = crc32_z(0, nil, 0)
        var size = 0
        var isWanted = true
        let isWhole = ZipArchive.eachPiece(of: bytes[entry.packed], isStored: entry.method == 0) { piece in
            size += piece.count
            checksum = unsafe piece.withUnsafeBufferPointer { unsafe crc32_z(checksum, $0.baseAddress, $0.count) }
            // A stream longer than declared is damaged, whatever the body says of it.
            guard size <= entry.size else { return false }
            isWanted = body(piece)
            return isWanted
        }
        guard isWanted else { return false }
        guard isWhole, size == entry.size, UInt(checksum) == entry.crc else { throw ZipArchive.damaged(name) }
        return true
    }

    /// Names that stay inside a folder: relative, without `..`, backslash or empty steps.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.contains("\\") && !name.contains("\0") && !name.contains(":")
            && name.split(separator: "/", omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// Unpacks into room of exactly the declared size; nil when the stream holds more, less, or nonsense.
    private static func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        let version = unsafe zlibVersion()
        guard unsafe inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { unsafe inflateEnd(&stream) }
        var finished = false
        // One byte more than declared, so that a longer stream shows itself.
        let plain = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
            unsafe packed.withUnsafeBufferPointer { source in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = room.baseAddress
                unsafe stream.avail_out = UInt32(size + 1)
                let result = unsafe inflate(&stream, Z_FINISH)
                finished = unsafe result == Z_STREAM_END && stream.avail_in == 0
                count = unsafe size + 1 - Int(stream.avail_out)
            }
        }
        return finished && plain.count == size ? plain : nil
    }

    /// Hands out what the stream holds; false when the body stopped it, or when it is cut, nonsense or too long.
    private static func eachPiece(
        of packed: ArraySlice<UInt8>, isStored: Bool, _ body: (Span<UInt8>) -> Bool
    ) -> Bool {
        if isStored { return body(packed.span) }
        var stream = unsafe z_stream()
        let version = unsafe zlibVersion()
        guard unsafe inflateInit2_(&stream, -15, version, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return false
        }
        defer { unsafe inflateEnd(&stream) }
        var room = [UInt8](repeating: 0, count: 1 << 16)
        return unsafe packed.withUnsafeBufferPointer { source in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.avail_in = UInt32(source.count)
            while true {
                let result = unsafe room.withUnsafeMutableBufferPointer { room in
                    unsafe stream.next_out = room.baseAddress
                    unsafe stream.avail_out = UInt32(room.count)
                    return unsafe inflate(&stream, Z_NO_FLUSH)
                }
                let count = unsafe room.count - Int(stream.avail_out)
                guard result == Z_OK || result == Z_STREAM_END, count == 0 || body(room.span.extracting(first: count))
                else { return false }
                if result == Z_STREAM_END { return unsafe stream.avail_in == 0 }
                // Neither an end nor a byte: the stream is cut.
                guard count > 0 else { return false }
            }
        }
    }

    private static func checksum(of bytes: [UInt8]) -> UInt {
        unsafe bytes.withUnsafeBufferPointer { unsafe UInt(crc32_z(0, $0.baseAddress, $0.count)) }
    }

    private static func damaged(_ name: String) -> WorkbookError {
        WorkbookError(
            .unreadableArchive, at: name, chinese: "文件损坏，或不是普通的zip文件。",
            english: "The file is damaged, or is not a plain zip file.")
    }

    private static func tooLarge(_ name: String) -> WorkbookError {
        WorkbookError(
            .unreadableArchive, at: name, chinese: "文件或其中一部分超过允许的大小。",
            english: "The file, or a part of it, is larger than allowed.")
    }
}

/// Numbers in the byte order of zip files; nil beyond the end.
private struct LittleEndian {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func half(_ at: Int) -> Int? {
        slice(at, 2).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }

    func word(_ at: Int) -> Int? {
        slice(at, 4).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
    }

    func slice(_ at: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard at >= 0, count >= 0, at <= bytes.count, count <= bytes.count - at else { return nil }
        return bytes[at..<(at + count)]
    }
}
