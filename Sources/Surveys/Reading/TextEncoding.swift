#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the bytes of a file became text.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case gb18030 = "GB18030"
    case utf16 = "UTF-16"

    /// Reads UTF-8 (with or without a byte order mark), UTF-16 with one, or else GB18030, as Chinese desktops write.
    ///
    /// - Returns: nil for bytes that are no text in any of them: a binary file, or one with NUL characters.
    public static func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding)? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return utf16(bytes).map { ($0, .utf16) }
        }
        guard !bytes.contains(0) else { return nil }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: body, as: UTF8.self) { return (text, .utf8) }
        return gb18030(Array(body)).map { ($0, .gb18030) }
    }

    private static func utf16(_ bytes: [UInt8]) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let isLittle = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            isLittle
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        guard !units.contains(0) else { return nil }
        return String(validating: units, as: UTF16.self)
    }

    /// The C library's own converter: the table of GB18030 has 1.1 million rows and is no business of ours.
    private static func gb18030(_ bytes: [UInt8]) -> String? {
        guard let converter = unsafe iconv_open("UTF-8", "GB18030"), unsafe converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // One GB18030 character of one byte stays one; of two or four bytes it becomes at most four.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
        let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var fromLeft = source.count
                var toLeft = target.count
                let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
                return result == .max || fromLeft > 0 ? nil : target.count - toLeft
            }
        }
        guard let written else { return nil }
        return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
