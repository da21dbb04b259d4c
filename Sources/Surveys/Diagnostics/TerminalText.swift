/// Text that comes from outside (names of files, headings, units, lines of a survey), made safe to show on a terminal.
///
/// A terminal obeys control characters: they move the cursor, change colours, or begin a line that looks like one of the
/// program's own. Marks of writing direction show letters in another order than they stand in. All of these are shown as
/// escapes such as `\u{1B}`, so that the reader sees that they are there.
///
/// Escaping a text twice changes nothing more.
package enum TerminalText {
    /// The text on one line.
    package static func line(_ text: String) -> String { escaped(text) { isActive($0) } }

    /// A text of several lines: line feeds and tabs stay, and so do carriage returns before a line feed.
    package static func lines(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        return text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in escaped(String(line)) { $0 != "\t" && isActive($0) } }.joined(separator: "\n")
    }

    /// Whether a scalar acts on a terminal instead of being shown: C0, DEL, C1, line and paragraph separators, and the
    /// marks of writing direction (Unicode Standard Annex 9).
    package static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escaped(_ text: String, _ isEscaped: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: isEscaped) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            if isEscaped(scalar) {
                shown += scalar == "\n" ? "\\n" : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
    }
}
