enum MarkdownText {
    /// Text in one line with nothing left in it that Markdown, or GitHub's, would read as markup.
    ///
    /// By scalars and not by characters: a mark with an accent over it is one character, and still a mark to a parser.
    static func escaped(_ text: String) -> String {
        var out = ""
        var before = ""
        for scalar in text.unicodeScalars {
            if scalar.value <= 0x20 || scalar == "\u{7F}" {
                // Four spaces at the start would be code.
                if !before.isEmpty, before.last != " " {
                    before.append(" ")
                    out.append(" ")
                }
                continue
            }
            out += escaped(scalar, after: before)
            before.unicodeScalars.append(scalar)
        }
        return out
    }

    private static func escaped(_ scalar: Unicode.Scalar, after before: String) -> String {
        let plain = String(Character(scalar))
        switch scalar {
        case "<": return "&lt;"
        case ">": return "&gt;"
        case "&": return "&amp;"
        case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "@": return "\\" + plain
        // A heading, a list, a rule.
        case "#", "-", "+", "=": return before.isEmpty ? "\\" + plain : plain
        // A number at the start would begin a list.
        case ")": return isNumber(before) ? "\\)" : plain
        // GitHub makes links of addresses that nobody marked.
        case ".": return isNumber(before) || before.suffix(3).lowercased() == "www" ? "\\." : plain
        case ":": return before.last.map { $0.isASCII && $0.isLetter } == true ? "\\:" : plain
        default: return plain
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        (1...9).contains(text.utf8.count)
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
