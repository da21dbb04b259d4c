package import Surveys

extension CSVTable {
    /// Responses as a table that `ResponseImport` reads back to the same responses: codes, not labels.
    package init(_ responses: [Response], survey: Survey) {
        header = survey.variables.map(\.name)
        rows = responses.enumerated().map { index, response in
            Row(number: index + 2, cells: response.answers.map(\.cell))
        }
    }

    /// Ready cells, the header first.
    package init(_ lines: [[String]]) {
        header = lines.first ?? []
        rows = lines.enumerated().dropFirst().map { Row(number: $0.offset + 1, cells: $0.element) }
    }

    /// Units of 10^-decimals as a decimal number.
    static func fixedPoint(_ units: Int, _ decimals: Int) -> String {
        guard decimals > 0 else { return String(units) }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (units < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// UTF-8 text with commas and LF; cells are quoted where they must be.
    ///
    /// A text cell that a spreadsheet would take for a formula gets a leading apostrophe; numbers are left alone.
    package var text: String { text(endingLinesBy: "\n") }

    /// The same as Excel opens it by a double click: with a byte order mark, by which it knows UTF-8, and CR LF.
    package var spreadsheetText: String { "\u{FEFF}" + text(endingLinesBy: "\r\n") }

    private func text(endingLinesBy newline: String) -> String {
        var out = ""
        for cells in [header] + rows.map(\.cells) {
            out += cells.map(Self.quoted).joined(separator: ",")
            out += newline
        }
        return out
    }

    /// What stood in a cell before the writer's apostrophe, where it has one.
    static func unguarded(_ cell: String) -> String {
        let scalars = cell.unicodeScalars
        guard scalars.first == "'", opensFormula(behindApostrophes: scalars) else { return cell }
        return String(String.UnicodeScalarView(scalars.dropFirst()))
    }

    /// Whether the first sign behind any apostrophes makes a spreadsheet think of a formula: an apostrophe of the
    /// author's own is guarded, too, so that taking one away always gives back what was written.
    private static func opensFormula(behindApostrophes scalars: String.UnicodeScalarView) -> Bool {
        scalars.first { $0 != "'" }.map(isFormulaOpener) ?? false
    }

    private static func isFormulaOpener(_ scalar: Unicode.Scalar) -> Bool {
        "=+-@\t\r".unicodeScalars.contains(scalar)
    }

    /// Goes by scalars, as the programs do that read the file: to Swift a comma with an accent is no comma.
    private static func quoted(_ cell: String) -> String {
        var scalars = cell.unicodeScalars
        if opensFormula(behindApostrophes: scalars), !isNumber(cell) {
            scalars.insert("'", at: scalars.startIndex)
        }
        guard scalars.contains(where: { ",;\t\"\n\r".unicodeScalars.contains($0) }) else { return String(scalars) }
        let doubled = scalars.split(separator: "\"", omittingEmptySubsequences: false).joined(
            separator: "\"\"".unicodeScalars)
        return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }

    /// Swift also takes `-inf` and `-nan` for numbers; a spreadsheet does not.
    private static func isNumber(_ cell: String) -> Bool {
        Double(cell) != nil && cell.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    }
}
