/// The first record of a file: the names of its columns, and by the way what separates cells and ends lines.
struct FileHeader: Sendable, Equatable {
    let names: [String]
    let separator: UInt8
    /// The first byte of a line's end.
    let newline: UInt8
    /// Where the next record begins, and its line.
    let end: Int
    let line: Int

    /// Reads the header at the beginning of a file, a piece at a time until it is whole.
    init(_ file: OpenFile) throws(ResponseFileError) {
        var size = 1 << 16
        while true {
            var bytes = Array(repeating: UInt8(0), count: min(size, file.size))
            let count = try Self.fill(&bytes, from: file)
            if let header = try FileHeader(bytes.prefix(count), isWhole: count == file.size, path: file.path) {
                self = header
                return
            }
            guard size < FileBuffer.longestRecord else { throw .longRecord(line: 1, limit: FileBuffer.longestRecord) }
            size *= 16
        }
    }

    private static func fill(_ bytes: inout [UInt8], from file: OpenFile) throws(ResponseFileError) -> Int {
        // Safe: the buffer is not kept. The closure hands its error out, since it may only throw any.
        var result: Result<Int, ResponseFileError> = .success(0)
        unsafe bytes.withUnsafeMutableBytes { buffer in
            result = Result { () throws(ResponseFileError) in try unsafe file.read(at: 0, into: buffer) }
        }
        return try result.get()
    }

    /// `nil` when the record does not end within the bytes and there are more.
    private init?(_ bytes: ArraySlice<UInt8>, isWhole: Bool, path: String) throws(ResponseFileError) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .notUTF8(path: path) }
        var index = bytes.startIndex
        var line = 1
        while bytes[index...].starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
        // Spreadsheets leave empty lines above a table.
        while index < bytes.endIndex, Self.isNewline(bytes[index]) {
            if bytes[index] == UInt8(ascii: "\n") || !bytes[(index + 1)...].starts(with: [UInt8(ascii: "\n")]) {
                line += 1
            }
            index += 1
        }
        guard index < bytes.endIndex else {
            guard isWhole else { return nil }
            throw .empty(path: path)
        }
        let separator = Self.separator(of: bytes[index...])
        var scanner = HeaderScanner(bytes: bytes, index: index, line: line, separator: separator)
        guard let names = try scanner.names(isWhole: isWhole) else { return nil }
        self.names = names
        self.separator = separator
        newline = scanner.newline
        end = scanner.index
        self.line = scanner.line
    }

    /// The most frequent candidate outside quotes; a comma when there is none.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if isNewline(byte) { break }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.reduce(candidates[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
    }

    static func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}

/// Takes the header apart; what is fast enough for one record need not be fast.
private struct HeaderScanner {
    let bytes: ArraySlice<UInt8>
    var index: Int
    var line: Int
    let separator: UInt8
    var newline = UInt8(ascii: "\n")

    private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    mutating func names(isWhole: Bool) throws(ResponseFileError) -> [String]? {
        var names: [String] = []
        while true {
            guard let name = try cell(isWhole: isWhole) else { return nil }
            names.append(name)
            guard let byte else { return isWhole ? names : nil }
            index += 1
            if byte == separator { continue }
            newline = byte
            line += 1
            guard byte == UInt8(ascii: "\r") else { return names }
            // Whether a line feed follows decides where the next record begins.
            guard let next = self.byte else { return isWhole ? names : nil }
            if next == UInt8(ascii: "\n") { index += 1 }
            return names
        }
    }

    private mutating func cell(isWhole: Bool) throws(ResponseFileError) -> String? {
        skipBlanks()
        var content: [UInt8] = []
        guard byte == UInt8(ascii: "\"") else {
            while let byte, byte != separator, !FileHeader.isNewline(byte) {
                content.append(byte)
                index += 1
            }
            while let last = content.last, isBlank(last) { content.removeLast() }
            return String(decoding: content, as: UTF8.self)
        }
        let opened = line
        index += 1
        while let byte {
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard self.byte == byte else {
                    skipBlanks()
                    if let next = self.byte, next != separator, !FileHeader.isNewline(next) {
                        throw .textAfterQuote(line: line)
                    }
                    return String(decoding: content, as: UTF8.self)
                }
                index += 1
            } else if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && self.byte != UInt8(ascii: "\n")) {
                line += 1
            }
            content.append(byte)
        }
        guard isWhole else { return nil }
        throw .unclosedQuote(line: opened)
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte != separator && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t"))
    }

    private mutating func skipBlanks() {
        while let byte, isBlank(byte) { index += 1 }
    }
}
