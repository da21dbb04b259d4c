@_spi(_Unicode) import Swift

/// How a text zone is spelled.
enum TextSpelling {
    /// The marks that would mean something are doubled, so that they stand for themselves.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let mark = scalar.meant
            // A text is one line.
            out.append(scalar.isNewline ? " " : scalar)
            if mark == "|" || mark == "[" || mark == "]" { out.append(scalar) }
        }
        return composed(String(out))
    }

    /// Unicode's composed form (NFC), so that the same words are the same bytes.
    static func composed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x300 && !isHan($0) }) else { return text }
        var out = String.UnicodeScalarView()
        // The standard library composes for its own comparisons; Foundation would be the other way to it.
        for scalar in text._nfc { out.append(scalar) }
        return String(out)
    }

    /// The bulk of what is written needs no look at the tables.
    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
}
