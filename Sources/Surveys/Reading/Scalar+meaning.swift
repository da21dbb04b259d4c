/// What a scalar is to the reader of a survey. Latin and Han, nearly all of every text, are answered without the
/// Unicode tables.
extension Unicode.Scalar {
    /// What a key of a Chinese input method stands for where the machine reads.
    var meant: Unicode.Scalar {
        if isASCII { return self == "\t" ? " " : self == "*" ? "×" : self }
        if isCommonHan { return self }
        switch self {
        case "。", "．": return "."
        case "【", "［": return "["
        case "】", "］": return "]"
        case "～", "〜": return "~"
        case "—", "–", "−", "－": return "-"
        case "《": return "<"
        case "》": return ">"
        case "｜": return "|"
        case "“", "”", "‘", "’": return "\""
        case "＊": return "×"
        case "\u{3000}", "\u{00A0}", "\u{200B}", "\u{FEFF}": return " "
        // Full-width letters, digits and signs lie at a fixed distance from their ASCII twins.
        case "\u{FF01}"..."\u{FF5E}": return Unicode.Scalar(value - 0xFEE0) ?? self
        default: return self
        }
    }

    /// The block of unified ideographs, which are letters and nothing else.
    private var isCommonHan: Bool { (0x4E00...0x9FFF).contains(value) }

    var isNewline: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// 0 to 9 and no digit of another script.
    var isDigit: Bool { (0x30...0x39).contains(value) }

    var isLetter: Bool {
        if isASCII { return (0x41...0x5A).contains(value & 0xDF) }
        if isCommonHan { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// A number of any script, 三 and ③ among them.
    var isNumber: Bool { isASCII ? isDigit : properties.numericType != nil }

    /// A to Z or Han. Letters of other scripts look like these and would make two codes that no eye tells apart.
    var isCodeLetter: Bool { isASCII ? isLetter : isCommonHan || properties.isIdeographic }

    var isWordCharacter: Bool { isLetter || isNumber || self == "_" }

    func isOne(of marks: String) -> Bool {
        // Bytes are looked through sooner than scalars are made of them.
        isASCII ? marks.utf8.contains(UInt8(value)) : marks.unicodeScalars.contains(self)
    }
}

extension Character {
    /// 0 to 9 and no digit of another script.
    var isDigit: Bool { isASCII && isNumber }

    /// What a key of a Chinese input method stands for where the machine reads.
    var meant: Character {
        let scalars = unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return self }
        return Character(scalar.meant)
    }
}

extension StringProtocol {
    /// A word as codes are spelled: letters, digits and underscores.
    var isSpelledAsCode: Bool {
        unicodeScalars.allSatisfy { $0.isCodeLetter || $0.isDigit || $0 == "_" }
    }
}
