import Surveys
import Workbooks

/// What became of last year's measures: the list of measures as a meeting filled it in and offices kept it.
package struct FollowUp: Sendable, Equatable {
    /// One row, as it was typed.
    package struct Measure: Sendable, Equatable {
        package var problem: String
        package var evidence: String
        package var measure: String
        package var lead: String
        package var person: String
        package var due: String
        /// Empty where nothing was typed.
        package var status: String
        package var note: String

        fileprivate var isEmpty: Bool {
            [problem, evidence, measure, lead, person, due, status, note].allSatisfy(\.isEmpty)
        }
    }

    /// The year of the report that the list stands in; nil where its title does not say it.
    package var year: Int?
    package var measures: [Measure]

    package init(year: Int?, measures: [Measure]) {
        self.year = year
        self.measures = measures
    }

    /// Reads the list from a workbook of ours, whatever program saved it since.
    ///
    /// - Throws: `ReportError` that names the file and the cell, and never what stands in it.
    package init(contentsOf path: String) throws(ReportError) {
        let book: WorkbookReader
        let found: (cells: [Cell: WorkbookReader.Content], merged: MergedCells)?
        do throws(WorkbookError) {
            book = try WorkbookReader(contentsOf: path, limits: .report)
            found = try Self.list(in: book)
        } catch {
            guard error.code == .unreadableArchive else {
                throw ReportError(Wording(error.message(in: .chinese), error.message(in: .english)))
            }
            throw Self.unreadable(path)
        }
        guard let found else { throw Self.noList(path) }
        try self.init(found.cells, found.merged, countsFrom1904: book.countsFrom1904, path)
    }

    /// What the sheet with the list is called.
    package static var sheetNames: [String] { SheetKind.measures.name.both }

    /// The cells of the sheet with the list, under either of its names.
    private static func list(
        in reader: WorkbookReader
    ) throws(WorkbookError) -> (cells: [Cell: WorkbookReader.Content], merged: MergedCells)? {
        guard let name = reader.sheetNames.first(where: sheetNames.contains) else { return nil }
        return try reader.cellsAndMerges(of: name)
    }

    private init(
        _ cells: [Cell: WorkbookReader.Content], _ merged: MergedCells, countsFrom1904: Bool, _ path: String
    ) throws(ReportError) {
        guard let head = Self.header(cells) else { throw Self.noList(path) }
        // One office or one status for several measures: the merged cell stands beside each of them.
        var cells = cells
        guard merged.repeatDown(in: &cells, below: head.row, atMost: WorkbookReader.mostCells) else {
            throw Self.unreadable(path)
        }
        var measures: [Measure] = []
        // Rows that people put in have no number, and some programs save numbers as texts: only what follows the list ends it.
        let end = Self.end(of: cells, below: head)
        for row in Self.rows(of: cells, below: head.row) where row < end {
            func typed(_ column: MeasureColumn) throws(ReportError) -> String {
                guard let place = head.columns[column] else { return "" }
                let cell = Cell(row: row, column: place)
                guard let content = cells[cell] else { return "" }
                guard !content.isFormula else { throw Self.formula(path, cell) }
                if column == .due, case .number(let serial) = content.value,
                    let day = WorkbookDay(serial: serial, countsFrom1904: countsFrom1904)
                {
                    return day.text
                }
                return Self.text(content.value)
            }
            let measure = Measure(
                problem: try typed(.problem), evidence: try typed(.evidence), measure: try typed(.measure),
                lead: try typed(.lead), person: try typed(.person), due: try typed(.due),
                status: try typed(.status), note: try typed(.note))
            if !measure.isEmpty { measures.append(measure) }
        }
        self.measures = measures
        year = Self.year(in: cells["A1"])
    }

    /// The row with the titles, and where each stands: people insert columns.
    private static func header(
        _ cells: [Cell: WorkbookReader.Content]
    ) -> (row: Int, columns: [MeasureColumn: Int])? {
        for row in 1...12 {
            var columns: [MeasureColumn: Int] = [:]
            for column in 1...26 {
                guard case .text(let text)? = cells[Cell(row: row, column: column)]?.value else { continue }
                let found = MeasureColumn.allCases.first { $0.title.both.contains(text) }
                if let found, columns[found] == nil { columns[found] = column }
            }
            if columns[.problem] != nil, columns[.status] != nil { return (row, columns) }
        }
        return nil
    }

    /// The row below the list: the one that names the statuses, the first line of the meeting's decision, or the last.
    private static func end(
        of cells: [Cell: WorkbookReader.Content], below head: (row: Int, columns: [MeasureColumn: Int])
    ) -> Int {
        let below = rows(of: cells, below: head.row)
        let first = below.first { row in
            (1...3).contains { column in
                guard case .text(let text)? = cells[Cell(row: row, column: column)]?.value else { return false }
                return (MeasureColumn.status.title.both + MeasureColumn.decision.both).contains(text)
            }
        }
        return first ?? .max
    }

    /// The rows that hold anything: a stray blank far down must not make a million of them.
    private static func rows(of cells: [Cell: WorkbookReader.Content], below head: Int) -> [Int] {
        Set(cells.keys.map(\.row)).filter { $0 > head }.sorted()
    }

    private static func text(_ value: WorkbookReader.Content.Value) -> String {
        switch value {
        case .text(let text), .day(let text): trimmed(text)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .truth(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .error, .unknown: ""
        }
    }

    private static func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    private static func year(in title: WorkbookReader.Content?) -> Int? {
        guard case .text(let text)? = title?.value, let match = text.firstMatch(of: /[0-9]{4}/) else { return nil }
        return Int(match.0)
    }

    private static func unreadable(_ path: String) -> ReportError {
        ReportError(
            Wording(
                "\(path)：不是能读的 Excel 工作簿（.xlsx），或文件损坏、过大；--followup 要去年的报告工作簿，请核对文件",
                "\(path): no readable Excel workbook (.xlsx), or damaged or too large; --followup takes last year's report, check the file"
            ))
    }

    private static func noList(_ path: String) -> ReportError {
        ReportError(
            Wording(
                "\(path)：里面没有整改清单；请用 --followup 指去年用 zicha report 生成、会后填好的 .xlsx",
                "\(path): there is no action list in it; --followup takes last year's .xlsx as zicha report made it and the meeting filled it in"
            ))
    }

    private static func formula(_ path: String, _ cell: Cell) -> ReportError {
        ReportError(
            Wording(
                "\(path)：整改清单的 \(cell.name) 是公式，不知道该信哪个结果；请改成直接填写的文字",
                "\(path): \(cell.name) of the action list is a formula, whose result cannot be trusted; type the text instead"
            ))
    }
}
