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
        let book: WorkbookReader
        let content: (cells: [Cell: WorkbookReader.Content], merged: MergedCells)?
        do throws(WorkbookError) {
            book = try WorkbookReader(bytes, limits: .export, mostCells: Self.mostCells)
            content = try book.sheetNames.first.flatMap { sheet throws(WorkbookError) in
                try book.cellsAndMerges(of: sheet)
            }
        } catch {
            throw Self.unreadable
        }
        let cells = content?.cells ?? [:]
        try Self.checkFormulas(
            in: cells, of: book.sheetNames.first ?? "", areComputed: !book.computesOnOpening)
        var texts = cells.compactMapValues { Self.text($0.value) }
        guard let width = texts.keys.map(\.column).max(), let top = texts.keys.map(\.row).min() else {
            throw FormError("第一张工作表是空的", "the first sheet is empty")
        }
        let merged = content?.merged.blocks.filter { texts[$0.first] != nil } ?? []
        guard MergedCells(merged).repeatDown(in: &texts, below: top, atMost: Self.mostCells) else {
            throw Self.unreadable
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
        headerRow = top
        rows = ordered.dropFirst().map { Row(number: $0.key, cells: $0.value) }
        countsFrom1904 = book.countsFrom1904
        self.merged = MergedCells(merged)
    }

    private static let unreadable = FormError(
        "不是能读的 Excel 工作簿，或者太大；请重新导出，或另存为 CSV UTF-8",
        "not a readable Excel workbook, or too large a one; export it again, or save it as CSV UTF-8")

    /// What a formula gives is known only where the program that saved the file computed it.
    private static func checkFormulas(
        in cells: [Cell: WorkbookReader.Content], of sheet: String, areComputed: Bool
    ) throws(FormError) {
        let unknown = cells.filter { $0.value.isFormula && (!areComputed || $0.value.value == .unknown) }.keys
            .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        guard let first = unknown.first else { return }
        throw FormError(
            unknown.count == 1
                ? "工作表“\(sheet)”的 \(first.name) 是公式，没有存下算好的结果；请在表格软件里打开、另存一次再用"
                : "工作表“\(sheet)”的 \(first.name) 等 \(unknown.count) 格是公式，没有存下算好的结果；请在表格软件里打开、另存一次再用",
            unknown.count == 1
                ? "\(first.name) of sheet \"\(sheet)\" is a formula without a computed value; open the file in a spreadsheet, save it again and use that"
                : "\(first.name) and \(unknown.count - 1) more cells of sheet \"\(sheet)\" are formulas without a computed value; open the file in a spreadsheet, save it again and use that"
        )
    }

    /// Refuses answers that several people or questions share: whose the value is, nobody can tell.
    ///
    /// - Parameters:
    ///   - answers: the positions of the columns that hold answers, the unit left out.
    ///   - unit: the column of the units, whose merged cells stand for every row beside them.
    ///   - rows: those of people.
    func checkMerged(answers: [Int], unit: Int?, rows: [Row]) throws(FormError) {
        let numbers = rows.map(\.number)
        let answers = answers.map { $0 + 1 }
        let unit = unit.map { $0 + 1 }
        let shared = merged.blocks.filter { block in
            let people =
                numbers.firstIndex(atLeast: block.last.row + 1) - numbers.firstIndex(atLeast: block.first.row)
            let held = (answers + [unit].compactMap { $0 }).filter(block.columns.contains)
            guard people > 0, !held.isEmpty else { return false }
            let isWhole = held == [block.first.column] && block.first.row > headerRow
            return !isWhole || (people > 1 && held.first != unit)
        }
        guard let first = shared.min(by: { ($0.first.row, $0.first.column) < ($1.first.row, $1.first.column) }) else {
            return
        }
        guard first.first.row > headerRow else {
            throw FormError(
                "\(first.name) 是合并的表头；表头只能占一行，请取消合并，每列写一个题目代码",
                "\(first.name) is a merged heading; headings take one row, so unmerge them and write a code above each column"
            )
        }
        let more = shared.count - 1
        throw FormError(
            "\(first.name)\(more > 0 ? " 等 \(shared.count) 处" : "")是合并的格子，里面的答案分不清是哪一行、哪一题的；请取消合并，逐格填写",
            "\(first.name)\(more > 0 ? " and \(more) more are merged cells" : " is a merged cell"), so nobody can tell whose answer it holds or to which question; unmerge and fill in every cell"
        )
    }

    /// A hundred thousand people's answers to a page of questions.
    private static let mostCells = 4_000_000

    /// Nil for what a reader sees as empty.
    private static func text(_ value: WorkbookReader.Content.Value) -> String? {
        switch value {
        case .text(let text): AnswerReader.trimmed(text).isEmpty ? nil : text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        case .day(let text): text
        case .truth(let isTrue): isTrue ? "1" : "0"
        case .error: "#N/A"
        case .unknown: nil
        }
    }

    /// A day as spreadsheets keep it, the number of days since 1899-12-30, or since 1904-01-01.
    static func day(serial cell: String, countsFrom1904: Bool) -> String? {
        guard cell.utf8.count <= 20, let serial = Double(cell), (20_000...80_000).contains(serial) else { return nil }
        return WorkbookDay(serial: serial, countsFrom1904: countsFrom1904)?.text
    }
}
