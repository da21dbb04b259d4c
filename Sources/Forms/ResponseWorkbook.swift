package import Surveys
package import Workbooks

/// Responses as a workbook: their table as a CSV has it, and beside it what every column means.
///
/// For offices whose spreadsheet opens a CSV in another encoding, or takes a code for a date. Nothing is kept in memory
/// beyond the table itself: the responses go to the disk row by row.
package struct ResponseWorkbook {
    private let responses: CSVTable
    private let survey: Survey

    /// - Parameter responses: the table that `CSVTable(_:survey:)` makes, with or without units.
    package init(_ responses: CSVTable, survey: Survey) {
        self.responses = responses
        self.survey = survey
    }

    /// Writes a file that only its owner can read.
    ///
    /// - Parameter made: the day that the file's properties tell.
    package func write(to path: String, made: WorkbookDay) throws(WorkbookError) -> WorkbookSeal {
        do {
            let properties = WorkbookProperties(
                title: String(survey.title.main.prefix(120)), author: "zicha", created: try WorkbookMoment(made),
                category: "答卷 Responses")
            var book = try Workbook(at: path, properties: properties, isPrivate: true, normal: .standard)
            try addResponses(to: &book)
            try addCodebook(to: &book)
            return try book.close()
        } catch let error as WorkbookError {
            throw error
        } catch {
            preconditionFailure("only a workbook throws here")
        }
    }

    private func addResponses(to book: inout Workbook) throws {
        let columns = responses.header.enumerated().map { index, title in
            let texts = [title] + responses.rows.prefix(ResponseWorkbook.looked).map { $0.cells[index] }
            return DataColumn(title, width: TextMeasure.columnWidth(for: texts, atMost: 40))
        }
        let numbers = numberColumns
        let areNumbers = responses.header.map(numbers.contains)
        try book.addData("答卷", columns: columns) { sheet in
            var cells: [DataCell] = []
            for row in responses.rows {
                cells.removeAll(keepingCapacity: true)
                for (text, isNumber) in zip(row.cells, areNumbers) {
                    cells.append(ResponseWorkbook.cell(text, isNumber: isNumber))
                }
                try sheet.append(cells)
            }
        }
    }

    private func addCodebook(to book: inout Workbook) throws {
        let table = CSVTable(codebookOf: survey)
        try book.addSheet("变量说明") { sheet in
            for (index, title) in table.header.enumerated() {
                let texts = [title] + table.rows.map { $0.cells[index] }
                try sheet.setWidth(TextMeasure.columnWidth(for: texts, atMost: 40), ofColumn: index + 1)
                try sheet.write(title, at: Cell(row: 1, column: index + 1), .head)
            }
            for (index, row) in table.rows.enumerated() {
                for (column, text) in row.cells.enumerated() {
                    try sheet.write(text, at: Cell(row: index + 2, column: column + 1), .wrapped)
                }
            }
            try sheet.freeze(at: "A2")
            sheet.print.orientation = .landscape
            sheet.print.footer = .numbered(left: "", right: "")
            sheet.print.repeatedRows = 1...1
        }
    }

    /// Rows that a column's width is measured by.
    private static let looked = 200

    /// Codes of options and units stay texts: `01` is not 1.
    private var numberColumns: Set<String> {
        Set(
            survey.variables.filter { variable in
                switch variable.domain {
                case .levels, .integers, .number: true
                default: false
                }
            }.map(\.name))
    }

    private static func cell(_ text: String, isNumber: Bool) -> DataCell {
        // A level without a number (`NA`), or a number of more digits than a spreadsheet keeps, stays as it was written.
        if isNumber, let number = Double(text), text.utf8.count <= 15, number.isFinite { return .number(number) }
        return text.isEmpty ? .empty : .text(text)
    }
}
