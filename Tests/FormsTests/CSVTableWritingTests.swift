import Forms
import TestSupport
import Testing

/// A table whose cells are made of the characters that hurt.
private func randomTable(_ seed: UInt64) throws -> CSVTable {
    var chance = SplitMix64(seed: seed)
    let alphabet: [Character] = [
        "a", "1", "中", " ", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "'", "é", ",\u{301}", "\"\u{301}", "\u{3000}",
        "😀", "┋",
        "-", "=", ".", "\u{2028}", "\u{FEFF}",
    ]
    func cell() -> String {
        String((0..<Int.random(in: 0..<6, using: &chance)).map { _ in alphabet.randomElement(using: &chance) ?? "x" })
    }
    let width = Int.random(in: 1..<5, using: &chance)
    // Headings are trimmed, and a row with nothing in it is no row: both begin and end with a letter.
    var table = try CSVTable(text: "x\n")
    table.header = (0..<width).map { "列\($0)" + cell() + "尾" }
    for index in 0..<Int.random(in: 0..<5, using: &chance) {
        let cells = ["首" + cell()] + (1..<width).map { _ in cell() }
        table.rows.append(CSVTable.Row(number: index + 2, cells: cells))
    }
    return table
}

/// The writer's one change to a cell.
private func marked(_ cell: String) -> String {
    let first = cell.unicodeScalars.first { $0 != "'" }
    guard let first, "=+-@\t\r".unicodeScalars.contains(first) else { return cell }
    return Double(cell) == nil ? "'" + cell : cell
}

@Suite struct CSVTableWriting {
    /// Table → text → table is the same table, but for the apostrophe before a cell that a spreadsheet would take for a
    /// formula; whoever knows that a cell is a text takes it away again.
    @Test func whatIsWrittenIsReadBack() throws {
        for seed in 0..<2000 as Range<UInt64> {
            let table = try randomTable(seed)
            var expected = table
            for row in expected.rows.indices { expected.rows[row].cells = expected.rows[row].cells.map(marked) }
            let read = try CSVTable(bytes: Array(table.text.utf8))
            try #require(read == expected, "seed \(seed)")
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd|x", "'+cmd|x"), ("-a", "'-a"), ("@SUM(1)", "'@SUM(1)"), ("\tx", "\"'\tx\""),
        ("\r\n=1", "\"'\r\n=1\""), ("=\u{338}A1", "'=\u{338}A1"), ("-inf", "'-inf"), ("-nan", "'-nan"),
        ("+0x1p3", "'+0x1p3"),
        ("-5", "-5"), ("+5.25", "+5.25"), ("-1e9", "-1e9"), ("'=1", "''=1"), ("'a", "'a"), ("a=b", "a=b"),
    ])
    func formulasGetAnApostropheAndNumbersDoNot(cell: String, written: String) throws {
        var table = try CSVTable(text: "x\n")
        table.rows = [CSVTable.Row(number: 2, cells: [cell])]
        #expect(Array(table.text.utf8) == Array(("x\n" + written + "\n").utf8))
    }
}
