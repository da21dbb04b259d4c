import Surveys
import TestSupport
import Testing

@Suite("Text from outside on a terminal")
struct TerminalTextTests {
    @Test(
        "what a terminal would obey is shown as an escape",
        arguments: [
            ("\u{1B}[2J", "\\u{1B}[2J"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\u{D}\\nb"),
            ("\u{7F}\u{9B}1m", "\\u{7F}\\u{9B}1m"),
            ("\u{202E}xslx", "\\u{202E}xslx"), ("\u{2067}a\u{2069}", "\\u{2067}a\\u{2069}"),
            ("a\u{2028}b", "a\\u{2028}b"),
            ("\t\0\u{85}", "\\u{9}\\u{0}\\u{85}"), ("\u{61C}\u{200E}\u{200F}", "\\u{61C}\\u{200E}\\u{200F}"),
        ])
    func escapes(text: String, shown: String) {
        #expect(TerminalText.line(text) == shown)
        #expect(TerminalText.line(shown) == shown, "escaping again changes nothing")
        #expect(TerminalText.lines(shown) == shown)
    }

    @Test(
        "everything else stays as it is",
        arguments: ["办公室（党办）", "שלום", "👨‍👩‍👧", "é", "e\u{301}", "a\\nb", "𠮷 A\u{A0}B", ""])
    func keeps(text: String) {
        #expect(TerminalText.line(text) == text)
        #expect(TerminalText.lines(text) == text)
    }

    @Test("a text of several lines keeps its lines and tabs, and nothing else")
    func lines() {
        #expect(TerminalText.lines("a\tb\nc\u{1B}d\n") == "a\tb\nc\\u{1B}d\n")
        #expect(TerminalText.lines("a\r\nb\u{7}\r\n") == "a\nb\\u{7}\n")
        #expect(TerminalText.lines("50%\rforged") == "50%\\u{D}forged")
    }

    @Test("no text made of any characters leaves one that acts on a terminal")
    func property() {
        var chance = SplitMix64(seed: 14)
        var escaped = 0
        for _ in 0..<2000 {
            let scalars = (0..<12).map { _ in
                Unicode.Scalar(UInt32.random(in: 0..<0x2100, using: &chance)) ?? " "
            }
            var text = ""
            for scalar in scalars { text.unicodeScalars.append(scalar) }
            let shown = TerminalText.line(text)
            #expect(!shown.unicodeScalars.contains(where: TerminalText.isActive))
            if shown != text { escaped += 1 }
        }
        #expect(escaped > 0)
    }
}
