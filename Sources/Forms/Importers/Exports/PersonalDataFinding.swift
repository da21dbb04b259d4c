/// Texts of one column in which personal data seem to stand: where, and never what.
package struct PersonalDataFinding: Sendable, Equatable {
    package var title: String
    package var kind: PersonalData
    /// As a spreadsheet numbers them.
    package var rows: [Int]

    package init(title: String, kind: PersonalData, rows: [Int]) {
        self.title = title
        self.kind = kind
        self.rows = rows
    }

    /// Looks through the texts of a table's column.
    static func find(in rows: [CSVTable.Row], column: Int, title: String) -> [PersonalDataFinding] {
        var found: [PersonalData: [Int]] = [:]
        for row in rows {
            for kind in PersonalData.kinds(in: row.cells[column]) { found[kind, default: []].append(row.number) }
        }
        return PersonalData.allCases.compactMap { kind in
            found[kind].map { PersonalDataFinding(title: title, kind: kind, rows: $0) }
        }
    }
}
