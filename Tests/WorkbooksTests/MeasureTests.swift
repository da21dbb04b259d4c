import Testing
import Workbooks

@Suite("Measuring text")
struct MeasureTests {
    @Test(
        "a Chinese character is two units wide, a digit one",
        arguments: [
            ("", 0), ("2025", 4), ("学风", 4), ("学风2025", 8), ("（一）", 6), ("▲ 上升", 7), ("一\n二三", 4), ("e\u{301}", 1),
            ("𠮷", 2), ("“学”", 6), ("0—100", 6),
        ])
    func widths(_ text: String, _ width: Int) {
        #expect(TextMeasure.width(of: text) == width)
    }

    @Test(
        "lines break between Chinese characters and between words",
        arguments: [
            ("", 1), ("学风作风", 1), ("学风作风学风作风学风", 2), ("one two three four", 2), ("一\n二\n三", 3),
            (String(repeating: "a", count: 60), 4), ("一二三四五六七八（五）", 2),
        ])
    func lines(_ text: String, _ lines: Int) {
        #expect(TextMeasure.lines(of: text, columnWidth: 16, size: 10.5) == lines)
    }

    @Test(
        "a row is as high as its lines, and never below 18 points",
        arguments: [(1, 10.5, 18.0), (2, 10.5, 28.5), (1, 24, 32.5)])
    func heights(_ lines: Int, _ size: Double, _ height: Double) {
        #expect(TextMeasure.rowHeight(lines: lines, size: size) == height)
    }

    @Test("a column is as wide as its widest text, within limits")
    func columns() {
        #expect(TextMeasure.columnWidth(for: ["一", "学风作风学风"], size: 11) == 14)
        #expect(TextMeasure.columnWidth(for: ["一"]) == 8)
        #expect(TextMeasure.columnWidth(for: [String(repeating: "一", count: 99)]) == 60)
    }
}
