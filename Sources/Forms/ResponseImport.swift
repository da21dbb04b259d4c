package import Surveys

/// What a table of responses brought in: the responses, and everything that was not taken, with its place.
package struct ResponseImport: Sendable, Equatable {
    package var responses: [Response]
    /// The name of each response's unit; nil where the survey does not ask or nobody answered.
    package var units: [String?]
    package var rejects: [Reject]
    /// Rows for which the condition of `--where` does not hold.
    package var excludedRows: Int
    /// Columns that the map does not name.
    package var ignoredColumns: [String]
    /// Columns of retired codes: an earlier questionnaire asked them, this one does not.
    package var retiredColumns: [String]
    /// Variables of the survey for which the file has no column: nobody was asked.
    package var absentVariables: [String]

    /// A cell that is no answer to its question: counted as missing, never as something else.
    package struct Reject: Sendable, Equatable {
        /// Line of the file, counted from 1.
        package var line: Int
        package var column: String
        package var refusal: Refusal

        package init(line: Int, column: String, refusal: Refusal) {
            self.line = line
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
    /// - Throws: `FormError` for an unknown or doubled column, a map that does not fit, a condition that is not
    ///   understood, and a file in which no question of the survey appears.
    package init(
        _ table: CSVTable, survey: Survey, roster: Roster? = nil, map: ColumnMap? = nil, where condition: String? = nil
    ) throws(FormError) {
        let reader = ResponseReader(survey: survey, roster: roster)
        let columns = try Self.columns(of: table, survey: survey, variables: reader.variables, map: map)
        let filter = try condition.map { text throws(FormError) in
            try Self.filter(text, survey: survey, table: table, variables: reader.variables)
        }
        responses = []
        units = []
        rejects = []
        excludedRows = 0
        ignoredColumns = columns.ignored
        retiredColumns = columns.retired
        absentVariables = reader.variables.indices.filter { columns.source[$0] == nil }.map {
            reader.variables[$0].name
        }
        let unitIndex = reader.variables.firstIndex { $0.domain == .unit }
        responses.reserveCapacity(table.rows.count)
        for row in table.rows {
            let (response, refused) = reader.read(columns.source.map { $0.map { row.cells[$0][...] } })
            if let filter, !filter.keeps(response, row) {
                excludedRows += 1
                continue
            }
            for (variable, refusal) in refused {
                let column = columns.source[variable].map { table.header[$0] } ?? reader.variables[variable].name
                rejects.append(Reject(line: row.line, column: column, refusal: refusal))
            }
            responses.append(response)
            if let unitIndex, case .text(let name) = response.answers[unitIndex] {
                units.append(name)
            } else {
                units.append(nil)
            }
        }
    }

    // MARK: Columns

    private struct Columns {
        /// The column of the table for each variable.
        var source: [Int?]
        var ignored: [String]
        var retired: [String]
    }

    private static func columns(
        of table: CSVTable, survey: Survey, variables: [Variable], map: ColumnMap?
    ) throws(FormError) -> Columns {
        var indices: [String: Int] = [:]
        for (index, variable) in variables.enumerated() {
            indices[variable.name] = index
            // What the language writes is accepted as a heading too: NL1.现有
            switch variable.part {
            case .current: indices["\(variable.code).现有"] = index
            case .required: indices["\(variable.code).要求"] = index
            case nil: break
            }
        }
        let retired = Set(survey.retired)
        var columns = Columns(source: Array(repeating: nil, count: variables.count), ignored: [], retired: [])
        if let map {
            let known = Set(table.header)
            if let lost = map.codes.keys.sorted().first(where: { !known.contains($0) }) {
                throw FormError("文件里没有映射表写的列“\(lost)”", "the file has no column \"\(lost)\" that the map names")
            }
        }
        let codes = table.header.map { name in map.map { $0.codes[name] } ?? name }
        // Before a heading is quoted: a file without headings has somebody's answers in its first line.
        guard codes.contains(where: { $0.map { indices[$0] != nil } ?? false }) else {
            throw FormError(
                "文件里没有一列是这份问卷的题目；第一行要写题目代码，列名不同时用 --map 指定",
                "no column belongs to this survey; the first line holds the codes, or give a --map for other names")
        }
        for (position, (name, code)) in zip(table.header, codes).enumerated() {
            // What a spreadsheet leaves to the right of a table.
            if name.isEmpty, table.rows.allSatisfy({ AnswerReader.trimmed($0.cells[position]).isEmpty }) { continue }
            guard let code else {
                columns.ignored.append(name)
                continue
            }
            guard let index = indices[code] else {
                if retired.contains(code) {
                    columns.retired.append(name)
                    continue
                }
                throw unknownColumn(name, code, position, indices.keys.sorted(), isMapped: map != nil)
            }
            if let earlier = columns.source[index] {
                throw FormError(
                    "第 \(earlier + 1) 列和第 \(position + 1) 列都是“\(code)”",
                    "columns \(earlier + 1) and \(position + 1) are both \"\(code)\"")
            }
            columns.source[index] = position
        }
        return columns
    }

    private static func unknownColumn(
        _ name: String, _ code: String, _ position: Int, _ known: [String], isMapped: Bool
    ) -> FormError {
        let guess = Suggestion.nearest(to: code, among: known)
        if isMapped {
            return FormError(
                "映射表把列“\(name)”映射到“\(code)”，问卷里没有这个代码\(guess.map { "；您是不是想写“\($0)”？" } ?? "")",
                "the map leads column \"\(name)\" to \"\(code)\", which the survey does not have\(guess.map { "; did you mean \"\($0)\"?" } ?? "")"
            )
        }
        return FormError(
            "第 \(position + 1) 列“\(name)”不是问卷里的代码\(guess.map { "；您是不是想写“\($0)”？" } ?? "；删去这一列，或用 --map 只取需要的列")",
            "column \(position + 1) \"\(name)\" is no code of the survey\(guess.map { "; did you mean \"\($0)\"?" } ?? "; remove it, or take the columns you need by --map")"
        )
    }

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
