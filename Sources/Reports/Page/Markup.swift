import Workbooks

/// Pieces of a page, valid both as HTML and as XML.
enum Markup {
    /// Text with nothing left in it that a browser would take for markup, and no character that XML forbids.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\u{9}", "\u{A}", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
                out.unicodeScalars.append(scalar)
            default: break
            }
        }
        return out
    }

    /// Lines of a cell stay lines.
    static func lines(_ text: String) -> String {
        escaped(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br/>")
    }

    /// A coordinate: two decimals whatever the locale.
    static func coordinate(_ number: Double) -> String { NumberText.fixed(number, 2) }

    static func color(_ color: Color) -> String {
        let digits = String(color.rgb, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
