package import Surveys

/// What a table of responses brought in: the responses, and everything that was not taken, with its place.
package struct ResponseImport: Sendable, Equatable {
    package var responses: [Response]
    /// The row of the file in which each response stands, as a spreadsheet numbers it.
    package var rowNumbers: [Int]
    /// The name of each response's unit; nil where the survey does not ask or nobody answered.
    package var units: [String?]
    /// The code that stands beside each response of a survey that is answered by name; nil where there is none.
    package var codes: [String?]
    package var rejects: [Reject]
    /// The rejects by column, in the order of the questionnaire.
    package var rejectedColumns: [RejectedColumn]
    /// Rows for which the condition of `--where` does not hold.
    package var excludedRows: Int
    /// Rows in which at most the unit was filled in, among those that the condition keeps; no responses.
    package var blankRows: Int
    /// Columns that the map does not name.
    package var ignoredColumns: [String]
    /// Columns of retired codes: an earlier questionnaire asked them, this one does not.
    package var retiredColumns: [String]
    /// Variables of the survey for which the file has no column: nobody was asked.
    package var absentVariables: [String]

    /// A cell that is no answer to its question: counted as missing, never as something else.
    package struct Reject: Sendable, Equatable {
        /// As a spreadsheet numbers it, from 1.
        package var row: Int
        package var column: String
        package var refusal: Refusal

        package init(row: Int, column: String, refusal: Refusal) {
            self.row = row
            self.column = column
            self.refusal = refusal
        }
    }
}

extension ResponseImport {
    /// Checks every cell of a table against a survey.
    ///
    /// - Parameters:
    ///   - map: foreign column names; with a map, columns that it does not name are ignored (and listed), without one
    ///     an unknown column is an error.
    ///   - condition: keeps the rows for which it holds, over codes and raw columns.
    ///   - setAside: texts that count as missing wherever they are no answer, in any width and case of letters.
    /// - Throws: `FormError` for unknown columns or a doubled one, a map that does not fit, a condition that is not
    ///   understood, and a file in which no question of the survey appears.
    package init(
        _ table: CSVTable, survey: Survey, roster: Roster? = nil, map: ColumnMap? = nil, where condition: String? = nil,
        setAside: [String] = []
    ) throws(FormError) {
        var reader = ResponseReader(survey: survey, roster: roster)
        let columns = try ResponseColumns(of: table, survey: survey, variables: reader.variables, map: map)
        let filter = try condition.map { text throws(FormError) in
            try Self.filter(text, survey: survey, table: table, variables: reader.variables)
        }
        responses = []
        rowNumbers = []
        units = []
        codes = []
        rejects = []
        rejectedColumns = []
        excludedRows = 0
        blankRows = 0
        var tallies: [Int: RejectTally] = [:]
        var unitTally: RejectTally?
        func heading(_ variable: Int) -> String {
            columns.source[variable].map { table.header[$0] } ?? reader.variables[variable].name
        }
        ignoredColumns = columns.ignored
        retiredColumns = columns.retired
        // The words beside an option are an extra that few tools and no earlier file have a column for.
        absentVariables = reader.variables.indices.filter {
            columns.source[$0] == nil && !reader.variables[$0].isOptionText
        }.map { reader.variables[$0].name }
        // The writer puts an apostrophe before a text that a spreadsheet would take for a formula.
        let isText = reader.variables.map { if case .text = $0.domain { true } else { false } }
        let unitIndex = reader.variables.firstIndex { $0.domain == .unit }
        responses.reserveCapacity(table.rows.count)
        for row in table.rows {
            let cells = columns.source.enumerated().map { variable, source in
                source.map { isText[variable] ? CSVTable.unguarded(row.cells[$0])[...] : row.cells[$0][...] }
            }
            let (response, refused) = reader.read(cells)
            if let filter, !filter.keeps(response, row) {
                excludedRows += 1
                continue
            }
            // A cell that is refused was filled in all the same.
            let isBlank =
                response.answers.indices.allSatisfy { $0 == unitIndex || !response.answers[$0].isGiven }
                && refused.allSatisfy { $0.variable == unitIndex }
            if isBlank {
                blankRows += 1
                continue
            }
            for (variable, refusal) in refused {
                rejects.append(Reject(row: row.number, column: heading(variable), refusal: refusal))
                tallies[variable, default: RejectTally()].add(refusal, of: cells[variable] ?? "", row: row.number)
            }
            responses.append(response)
            rowNumbers.append(row.number)
            let code = columns.code.map { CSVTable.unguarded(AnswerReader.trimmed(row.cells[$0])) } ?? ""
            codes.append(code.isEmpty ? nil : code)
            if let unitIndex, case .text(let name) = response.answers[unitIndex] {
                units.append(name)
            } else {
                let name = columns.unit.map { CSVTable.unguarded(AnswerReader.trimmed(row.cells[$0])) } ?? ""
                let isKnown = name.isEmpty || roster?.units.contains { $0.name == name } ?? true
                if !isKnown {
                    rejects.append(Reject(row: row.number, column: CSVTable.unitColumn, refusal: .notOnRoster))
                    unitTally = unitTally ?? RejectTally()
                    unitTally?.add(.notOnRoster, of: name[...], row: row.number)
                }
                units.append(name.isEmpty || !isKnown ? nil : name)
            }
        }
        let named = Set(setAside.map(KnownHeadings.folded))
        let k = max(survey.smallestGroup ?? Self.leastToShow, Self.leastToShow)
        rejectedColumns = tallies.sorted { $0.key < $1.key }.map { variable, tally in
            tally.column(
                heading(variable), given: responses.count { $0.answers[variable].isGiven },
                accepts: reader.variables[variable].accepts, named: named, k: k)
        }
        if let unitTally {
            rejectedColumns.append(
                unitTally.column(
                    CSVTable.unitColumn, given: units.count { $0 != nil }, accepts: Variable.acceptsUnits,
                    named: named, k: k))
        }
    }

    /// A refused text is what few people answered unless so many cells of a column hold it.
    private static let leastToShow = 10

    // MARK: Rows

    private struct Filter {
        var condition: Condition
        var variables: [String: Int]
        var columns: [String: Int]

        func keeps(_ response: Response, _ row: CSVTable.Row) -> Bool {
            condition.holds { reference in
                if let index = variables[reference.name] { return response.answers[index] }
                guard let column = columns[reference.name] else { return .missing }
                let text = AnswerReader.trimmed(row.cells[column])
                return text.isEmpty ? .missing : .text(text)
            }
        }
    }

    private static func filter(
        _ text: String, survey: Survey, table: CSVTable, variables: [Variable]
    ) throws(FormError) -> Filter {
        let (condition, diagnostics) = Condition.read(
            text, survey: survey, columns: table.header.filter { !$0.isEmpty })
        guard let condition else {
            let first = diagnostics.first
            throw FormError(
                "--where 看不懂：\(first?.title.chinese ?? text)\(first?.notes.first.map { "。\($0.chinese)" } ?? "")",
                "--where is not understood: \(first?.title.english ?? text)\(first?.notes.first.map { ". \($0.english)" } ?? "")"
            )
        }
        return Filter(
            condition: condition,
            variables: Dictionary(variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first },
            columns: Dictionary(table.header.enumerated().map { ($0.element, $0.offset) }) { first, _ in first })
    }
}
