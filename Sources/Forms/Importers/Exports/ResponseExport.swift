package import Surveys

/// The responses of a file from another tool, with everything that was not taken of it.
package struct ImportedResponses: Sendable, Equatable {
    /// The same as a table of our own would have brought in, with the file's headings for its places.
    package var content: ResponseImport
    package var report: ExportReport
    /// What the file says of each response beside its answers; empty where it says nothing.
    package var origins: [RowOrigin?]

    package var responses: [Response] { content.responses }
    package var units: [String?] { content.units }
}

/// Files of responses: our own tables and the exports of other tools, as CSV or as workbook.
package enum ResponseExport {
    /// Reads a file into checked responses, whatever tool it comes from.
    ///
    /// A column is matched by code, then by wording, and by the map wherever that names it; what may be two things is
    /// reported and not read. Columns that the tool added — addresses, names, times, numbers of people — are left behind.
    ///
    /// - Parameters:
    ///   - map: for our own tables as `ResponseImport` takes it; for other tools' it settles the columns that it names.
    ///   - condition: keeps the responses for which it holds.
    ///   - setAside: texts that count as missing wherever they are no answer.
    /// - Throws: `FormError` for a file that is no table, one in which no question of the survey appears, and whatever
    ///   `ResponseImport` refuses.
    package static func read(
        bytes: [UInt8], survey: Survey, roster: Roster? = nil, map: ColumnMap? = nil, where condition: String? = nil,
        setAside: [String] = []
    ) throws(FormError) -> ImportedResponses {
        let table = try CSVTable(file: bytes)
        let format = ExportFormat.detect(table)
        guard let layout = format.layout(of: table) else {
            return try own(table, survey: survey, roster: roster, map: map, where: condition, setAside)
        }
        guard !layout.rows.isEmpty else {
            throw FormError(
                "是\(format.name.chinese)导出的文件，只有表头，没有答卷；请等有人答了再导出",
                "a file exported from \(format.name.english) with headings and no responses; export it again when there are some"
            )
        }
        return try other(
            format, layout, of: table, survey: survey, roster: roster, map: map, where: condition, setAside)
    }

    private static func other(
        _ format: ExportFormat, _ layout: ExportLayout, of table: CSVTable, survey: Survey, roster: Roster?,
        map: ColumnMap?, where condition: String?, _ setAside: [String]
    ) throws(FormError) -> ImportedResponses {
        var layout = layout
        let origins = OriginColumns(format, titles: layout.columns.map { ($0.title, $0.position) })
        let repeated = origins.removeRepetitions(from: &layout.rows)
        let rows = layout.rows.count
        if let trial = layout.trial { layout.rows.removeAll(where: trial.holds) }
        let targets = ExportTargets(survey: survey, variables: survey.variables)
        let matching = try ColumnMatching(layout, targets, survey: survey, map: map)
        let units = matching.found.filter { targets.variables[$0.key.variable].domain == .unit }
        let answers = matching.found.filter { targets.variables[$0.key.variable].domain != .unit }
        try table.checkMerged(
            answers: answers.values.map(\.position), unit: units.values.first?.position, rows: layout.rows)
        let cells = ExportCells(layout, matching, targets.variables)
        guard !cells.titles.isEmpty else {
            throw FormError(
                "是\(format.name.chinese)导出的文件，但没有一列能和这份问卷的题对上；请核对问卷，或用 --map 指定哪一列是哪一题",
                "a file exported from \(format.name.english), but none of its columns is a question of this survey; check the survey, or say by a --map which column is which"
            )
        }
        var content: ResponseImport
        if condition == nil {
            content = try ResponseImport(cells.table, survey: survey, roster: roster, setAside: setAside)
        } else {
            // A condition may speak of the tool's own columns, too; the map keeps them out of the answers.
            let codes = Dictionary(cells.table.header.map { ($0, $0) }) { first, _ in first }
            content = try ResponseImport(
                cells.table.beside(layout), survey: survey, roster: roster, map: ColumnMap(codes: codes),
                where: condition, setAside: setAside)
            content.ignoredColumns = []
        }
        content.rename(cells.titles)
        var report = ExportReport(format, rows: rows, content)
        report.trialRows = rows - layout.rows.count
        report.repeatedRows = repeated
        report.unfinishedRows = layout.unfinished.map { mark in layout.rows.count(where: mark.holds) } ?? 0
        report.dropped = matching.dropped
        report.uncarried = (matching.uncarried + cells.uncarried).sorted { $0.number < $1.number }
        report.byPosition = cells.byPosition
        report.byPoints = cells.byPoints
        report.ratings = cells.ratings
        report.otherTexts = cells.otherTexts
        report.partial = cells.partial
        for variable in targets.variables where variable.takesWords {
            guard let column = cells.table.header.firstIndex(of: variable.name) else { continue }
            report.look(at: cells.table, column, of: variable, cells.titles[variable.name] ?? variable.name)
        }
        return ImportedResponses(
            content: content, report: report, origins: origins.origins(of: layout.rows, numbered: content.rowNumbers))
    }

    private static func own(
        _ table: CSVTable, survey: Survey, roster: Roster?, map: ColumnMap?, where condition: String?,
        _ setAside: [String]
    ) throws(FormError) -> ImportedResponses {
        let variables = survey.variables
        let columns = try ResponseColumns(of: table, survey: survey, variables: variables, map: map)
        let unit = variables.firstIndex { $0.domain == .unit }
        try table.checkMerged(
            answers: columns.source.indices.compactMap { $0 == unit ? nil : columns.source[$0] }
                + [columns.code].compactMap { $0 },
            unit: unit.flatMap { columns.source[$0] } ?? columns.unit, rows: table.rows)
        var table = table
        // Only columns that are no question's.
        let others = table.header.enumerated().filter { columns.ignored.contains($0.element) }
        let origins = OriginColumns(.own, titles: others.map { ($0.element, $0.offset) })
        let repeated = origins.removeRepetitions(from: &table.rows)
        for (variable, column) in zip(variables, columns.source) where variable.takesDays {
            guard let column else { continue }
            for row in table.rows.indices {
                guard
                    let day = CSVTable.day(
                        serial: table.rows[row].cells[column], countsFrom1904: table.countsFrom1904)
                else { continue }
                table.rows[row].cells[column] = day
            }
        }
        let content = try ResponseImport(
            table, survey: survey, roster: roster, map: map, where: condition, setAside: setAside)
        var report = ExportReport(.own, rows: table.rows.count, content)
        for (variable, column) in zip(variables, columns.source) {
            guard let column, variable.takesWords else { continue }
            report.look(at: table, column, of: variable, table.header[column])
        }
        report.repeatedRows = repeated
        return ImportedResponses(
            content: content, report: report, origins: origins.origins(of: table.rows, numbered: content.rowNumbers))
    }
}

extension Variable {
    /// Whether people write what they like: a text, or words behind an option in the option's own cell.
    fileprivate var takesWords: Bool {
        if case .text = domain { return true }
        return domain.options.contains(where: \.marks.takesText)
    }
}

extension CSVTable {
    /// The same table with the columns of the file to the right of its own, under the headings that it has not.
    fileprivate func beside(_ layout: ExportLayout) -> CSVTable {
        var taken = Set(header)
        let added = layout.columns.filter { !$0.title.isEmpty && taken.insert($0.title).inserted }
        var table = self
        table.header += added.map(\.title)
        for index in table.rows.indices {
            table.rows[index].cells += added.map { layout.rows[index].cells[$0.position] }
        }
        return table
    }
}

extension ResponseImport {
    /// Puts the file's own headings where a column is named.
    fileprivate mutating func rename(_ titles: [String: String]) {
        for index in rejects.indices { rejects[index].column = titles[rejects[index].column] ?? rejects[index].column }
        for index in rejectedColumns.indices {
            rejectedColumns[index].column = titles[rejectedColumns[index].column] ?? rejectedColumns[index].column
        }
    }
}

extension ExportReport {
    fileprivate init(_ format: ExportFormat, rows: Int, _ content: ResponseImport) {
        self.format = format
        self.rows = rows
        accepted = content.responses.count
        blankRows = content.blankRows
        excludedRows = content.excludedRows
        absentVariables = content.absentVariables
    }

    /// Points out what in a column of words may name a person, and what may have been a day.
    fileprivate mutating func look(at table: CSVTable, _ column: Int, of variable: Variable, _ title: String) {
        personalData += PersonalDataFinding.find(in: table.rows, column: column, title: title)
        guard case .text = variable.domain else { return }
        let days = table.rows.filter {
            CSVTable.day(serial: $0.cells[column], countsFrom1904: table.countsFrom1904) != nil
        }
        if !days.isEmpty { dayNumbers.append(DayNumbers(title: title, rows: days.map(\.number))) }
    }
}
