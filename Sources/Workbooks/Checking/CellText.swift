/// Makes any text safe for XML and for Excel's own escapes, without changing what a reader sees.
enum CellText {
    /// Excel keeps so many UTF-16 units in a cell or a comment.
    static let limit = 32_767

    /// The text without what XML cannot hold: control characters, U+FFFE and U+FFFF. Line ends become `\n`.
    static func printable(_ text: String) -> String {
        guard holdsUnwanted(text) else { return text }
        var clean = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0D: clean.append("\n")
            case 0x0A: if !afterReturn { clean.append(scalar) }
            case 0x09: clean.append(scalar)
            case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: break
            default: clean.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(clean)
    }

    /// Looking at bytes first keeps the common case free of copying: U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    private static func holdsUnwanted(_ text: String) -> Bool {
        var earlier: UInt8 = 0
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F { return true }
            if byte >= 0xBE, previous == 0xBF, earlier == 0xEF { return true }
            earlier = previous
            previous = byte
        }
        return false
    }

    /// The printable text on one line, for places that have only one.
    static func singleLine(_ text: String) -> String {
        String(String.UnicodeScalarView(printable(text).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
    }

    /// The printable text with `_x0041_` written as `_x005F_x0041_`, which Excel would otherwise show as `A`.
    static func escaped(_ text: String) -> String {
        let clean = printable(text)
        guard clean.utf8.contains(UInt8(ascii: "_")) else { return clean }
        let units = Array(clean.utf8)
        guard units.count >= 7 else { return clean }
        var result: [UInt8] = []
        var copied = 0
        for start in 0...(units.count - 7) where isEscape(units[start..<(start + 7)]) {
            result += units[copied..<start]
            result += Array("_x005F".utf8)
            copied = start
        }
        return result.isEmpty ? clean : String(decoding: result + units[copied...], as: UTF8.self)
    }

    /// The escaped text, or the reason why no cell can hold it.
    static func forCell(_ text: String, at place: @autoclosure () -> String) throws(WorkbookError) -> String {
        if isPlain(text), text.utf8.count <= limit { return text }
        let clean = escaped(text)
        // What Excel counts is the text a reader sees; the escaped one is never shorter.
        // Bytes are at least as many as units, and need no counting.
        guard clean.utf8.count <= limit || clean.utf16.count <= limit else {
            throw WorkbookError(
                .badText, at: place(), chinese: "文字超过32767个字符，Excel单元格放不下；请改短。",
                english: "The text is longer than the 32,767 characters that an Excel cell holds; shorten it.")
        }
        return clean
    }

    /// Whether nothing in the text can need a change: most cells of a long table are found good by this one pass.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        var suspects: UInt8 = 0
        // Without a way out of the loop it runs over many bytes at once; 0xBF is in both U+FFFE and U+FFFF.
        for index in bytes.indices {
            let byte = bytes[index]
            suspects |= byte < 0x20 || byte == 0x7F || byte == 0xBF || byte == UInt8(ascii: "_") ? 1 : 0
        }
        return suspects == 0
    }

    /// The text for a chart, where a leading `=` would be read as a formula.
    static func forChart(_ text: String) -> String {
        let clean = singleLine(text)
        return clean.hasPrefix("=") ? " " + clean : clean
    }

    private static func isEscape(_ seven: ArraySlice<UInt8>) -> Bool {
        let start = seven.startIndex
        return seven[start] == UInt8(ascii: "_") && seven[start + 1] == UInt8(ascii: "x")
            && seven[start + 6] == UInt8(ascii: "_") && seven[(start + 2)..<(start + 6)].allSatisfy(isHexadecimal)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        Unicode.Scalar(byte).properties.isASCIIHexDigit
    }
}
