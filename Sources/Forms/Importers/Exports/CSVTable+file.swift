import Surveys
import Workbooks

extension CSVTable {
    /// The table in a file that a survey tool made: a CSV, or the first sheet of a workbook.
    ///
    /// - Throws: `FormError` as for a CSV; for a workbook of the old kind, one that cannot be read, and an empty sheet.
    init(file bytes: [UInt8], headings: Wording = codes) throws(FormError) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw FormError(
                "是旧格式的 Excel 文件（.xls），请另存为 .xlsx 或 CSV UTF-8",
                "an Excel file of the old kind (.xls); save it as .xlsx or as CSV UTF-8")
        }
        if bytes.starts(with: Array("PK".utf8)) {
            try self.init(workbook: bytes)
        } else {
            try self.init(bytes: bytes, headings: headings)
        }
    }

    private init(workbook bytes: [UInt8]) throws(FormError) {
        let cells: [Cell: WorkbookReader.Content]
        do throws(WorkbookError) {
            let book = try WorkbookReader(bytes, limits: .export, mostCells: Self.mostCells)
            cells =
                try book.sheetNames.first.flatMap { sheet throws(WorkbookError) in try book.cells(of: sheet) } ?? [:]
        } catch {
            throw FormError(
                "不是能读的 Excel 工作簿，或者太大；请重新导出，或另存为 CSV UTF-8",
                "not a readable Excel workbook, or too large a one; export it again, or save it as CSV UTF-8")
        }
        let texts = cells.compactMapValues { Self.text($0.value) }
        guard let width = texts.keys.map(\.column).max() else {
            throw FormError("第一张工作表是空的", "the first sheet is empty")
        }
        var lines: [Int: [String]] = [:]
        // One cell at the far end of a sheet would make every row as wide.
        guard Set(texts.keys.map(\.row)).count * width <= Self.mostCells * 4 else {
            throw FormError(
                "第一张工作表太大：有 \(width) 列；请删去右边多余的格子，或另存为 CSV UTF-8",
                "the first sheet is too large, with \(width) columns; remove what stands far to the right, or save it as CSV UTF-8"
            )
        }
        for (cell, text) in texts {
            lines[cell.row, default: Array(repeating: "", count: width)][cell.column - 1] = text
        }
        let ordered = lines.sorted { $0.key < $1.key }
        self.init([ordered[0].value.map { AnswerReader.trimmed($0) }])
        rows = ordered.dropFirst().map { Row(line: $0.key, cells: $0.value) }
    }

    /// A hundred thousand people's answers to a page of questions.
    private static let mostCells = 4_000_000

    /// Nil for what a reader sees as empty.
    private static func text(_ value: WorkbookReader.Content.Value) -> String? {
        switch value {
        case .text(let text): AnswerReader.trimmed(text).isEmpty ? nil : text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .truth(let isTrue): isTrue ? "1" : "0"
        case .error: "#N/A"
        }
    }

    /// A day as spreadsheets keep it, the number of days since 1899-12-30.
    static func day(serial cell: String) -> String? {
        guard cell.utf8.count <= 20, let serial = Double(cell), (20_000...80_000).contains(serial) else { return nil }
        return WorkbookDay(serial: serial)?.text
    }
}
