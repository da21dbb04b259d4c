import Surveys

/// Steps side by side below their heads, for rows that share them.
struct FormGrid {
    /// Lines above the rows.
    let heads: [String]
    /// Columns left for the statement; nil where the steps stand on a line of their own.
    let statement: Int?
    private let widths: [Int]

    /// Narrower, a statement is hard to read beside its steps.
    private static let leastStatement = 22

    init(_ steps: [TerminalField.Choice], width: Int, lines: TextLines) {
        let labels = steps.map { max(4, DisplayWidth.of($0.label) + 2) }
        let codes = steps.map { max(4, DisplayWidth.of($0.code) + 1) }
        let isNamed = steps.contains { $0.label != $0.code }
        let room = width - 2
        let total = labels.reduce(0, +)
        let codesTotal = codes.reduce(0, +)
        if total <= room - Self.leastStatement, total * 5 <= room * 3 {
            widths = labels
            statement = room - total
            heads = [Self.line(steps.map(\.label), labels, indent: 2 + room - total)]
        } else {
            let legend = steps.map { "\($0.code)\u{A0}\($0.label)" }.joined(separator: " · ")
            let isBeside = codesTotal <= room - Self.leastStatement
            widths = isBeside || codesTotal <= room ? codes : steps.map { max(3, DisplayWidth.of($0.code)) }
            statement = isBeside ? room - codesTotal : nil
            let indent = 2 + (statement ?? 0)
            heads = (isNamed ? lines.wrapped(legend) : []) + [Self.line(steps.map(\.code), widths, indent: indent)]
        }
    }

    private static func line(_ texts: [String], _ widths: [Int], indent: Int) -> String {
        String(repeating: " ", count: indent)
            + zip(texts, widths).map { text, width in
                let left = max(0, (width - DisplayWidth.of(text)) / 2)
                return DisplayWidth.padded(String(repeating: " ", count: left) + text, to: width)
            }.joined()
    }

    /// `( )`, `(*)` for the answer, and square brackets at the cursor.
    func cells(chosen: Int?, cursor: Int?) -> String {
        widths.enumerated().map { index, width in
            let mark = index == chosen ? "*" : " "
            let cell = index == cursor ? "[\(mark)]" : "(\(mark))"
            let left = max(0, (width - 3) / 2)
            return DisplayWidth.padded(String(repeating: " ", count: left) + cell, to: width)
        }.joined()
    }
}
