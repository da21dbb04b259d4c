import Surveys

/// Rows of cells under a header, aligned by display width: numbers to the right, words to the left.
struct TextTable {
    private let rows: [[String]]

    /// - Parameter rows: the header first; every row has as many cells.
    init(_ rows: [[String]]) {
        self.rows = rows.map { $0.map(TerminalText.line) }
    }

    /// One line a row; columns that stay empty below the header are left out.
    var text: String {
        let body = rows.dropFirst()
        let columns = rows[0].indices.filter { column in body.contains { !$0[column].isEmpty } }
        let widths = columns.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let isNumeric = columns.map { column in body.contains { Self.isNumber($0[column]) } }
        return rows.map { row in
            var line = ""
            for (index, column) in columns.enumerated() {
                let blanks = String(repeating: " ", count: widths[index] - DisplayWidth.of(row[column]))
                line += (index > 0 ? "  " : "") + (isNumeric[index] ? blanks + row[column] : row[column] + blanks)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    /// A number as our tables print it, with its sign, bound, mark or per cent.
    private static func isNumber(_ cell: String) -> Bool {
        cell.contains { $0.isASCII && $0.isNumber } && cell.allSatisfy { "0123456789.-+<%≥≤▲▼".contains($0) }
    }
}
