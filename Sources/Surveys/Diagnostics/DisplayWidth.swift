/// Columns that a text takes on a terminal and in a sheet: a Han character two, a Latin letter one.
public enum DisplayWidth {
    public static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    public static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.isASCII { return isControl(character) ? 0 : character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
        let properties = scalar.properties
        switch properties.generalCategory {
        // A soft hyphen is a format character with a width of its own.
        case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
        case .format where scalar.value != 0xAD: return 0
        default: break
        }
        // U+FE0F asks for the coloured, wide form of a sign that also has a narrow one.
        let isEmoji = properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        return isEmoji || isWide(scalar.value) ? 2 : 1
    }

    /// Moves a cursor or does nothing, but shows no mark: a tab, a bell, a NUL.
    private static func isControl(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.properties.generalCategory == .control
    }

    /// East Asian Width W and F (Unicode Standard Annex 11), in the blocks that questionnaires use.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text with blanks behind it up to a width.
    public static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// The text where it fits into a width, or as much of it as fits before an ellipsis.
    public static func clipped(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var kept = ""
        var used = 0
        for character in text {
            used += of(character)
            guard used < width else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
