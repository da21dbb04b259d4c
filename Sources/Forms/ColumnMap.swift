package import Surveys

/// From the column names of somebody else's export to our codes: a CSV with the columns `column,code`.
package struct ColumnMap: Sendable, Equatable {
    /// Our code by foreign column name.
    package var codes: [String: String]

    /// What the first line of a map holds.
    package static let headings = Wording(" column 和 code", "column and code")

    init(codes: [String: String]) {
        self.codes = codes
    }

    /// - Throws: `FormError` for a table without the two columns, a column mapped twice, and two columns for one code.
    package init(_ table: CSVTable) throws(FormError) {
        guard let columns = table.column(named: "column"), let targets = table.column(named: "code") else {
            throw table.titleError(Self.headings)
                ?? FormError("映射表要有 column 和 code 两列", "a map has the columns column and code")
        }
        codes = [:]
        var taken: [String: Int] = [:]
        for row in table.rows {
            let column = AnswerReader.trimmed(row.cells[columns])
            let code = AnswerReader.trimmed(row.cells[targets])
            guard !column.isEmpty, !code.isEmpty else {
                throw FormError("映射表第 \(row.number) 行有空格子", "row \(row.number) of the map has an empty cell")
            }
            guard codes.updateValue(code, forKey: column) == nil else {
                throw FormError(
                    "映射表第 \(row.number) 行：这一列已经映射过", "row \(row.number) of the map: this column is mapped twice")
            }
            if let earlier = taken.updateValue(row.number, forKey: code) {
                throw FormError(
                    "映射表第 \(earlier) 行和第 \(row.number) 行都映射到“\(code)”",
                    "rows \(earlier) and \(row.number) of the map both lead to \(code)")
            }
        }
    }
}
