/// Texts of one column in which personal data seem to stand: where, and never what.
package struct PersonalDataFinding: Sendable, Equatable {
    package var title: String
    package var kind: PersonalData
    /// The lines of the file, or the rows of its sheet.
    package var lines: [Int]

    package init(title: String, kind: PersonalData, lines: [Int]) {
        self.title = title
        self.kind = kind
        self.lines = lines
    }

    /// Looks through the texts of a table's column.
    static func find(in rows: [CSVTable.Row], column: Int, title: String) -> [PersonalDataFinding] {
        var lines: [PersonalData: [Int]] = [:]
        for row in rows {
            for kind in PersonalData.kinds(in: row.cells[column]) { lines[kind, default: []].append(row.line) }
        }
        return PersonalData.allCases.compactMap { kind in
            lines[kind].map { PersonalDataFinding(title: title, kind: kind, lines: $0) }
        }
    }
}
