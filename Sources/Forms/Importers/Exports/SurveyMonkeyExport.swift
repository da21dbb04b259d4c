import Surveys

/// SurveyMonkey: two lines of headings, the question above the first of its columns and below it row, option or
/// `Response`.
///
/// Answers come as texts or as numbers; several choices have a column each, which holds the option's text, and a ranking
/// a column each with the places.
enum SurveyMonkeyExport {
    static func recognizes(_ table: CSVTable) -> Bool {
        let names = table.header.map(HeadingKey.of)
        guard names.contains("respondentid"), let second = table.rows.first else { return false }
        return names.contains("collectorid") || isSecondLine(second, table)
    }

    static func layout(of table: CSVTable) -> ExportLayout {
        let second = table.rows.first.flatMap { isSecondLine($0, table) ? $0.cells : nil }
        var question = ""
        var group = 0
        let columns = table.header.enumerated().map { position, heading in
            if !heading.isEmpty {
                question = heading
                group += 1
            }
            let part = AnswerReader.trimmed(second?[position] ?? "")
            let isWhole = part.isEmpty || isResponse(part)
            var column = ExportColumn(position: position, title: isWhole ? question : "\(question) [\(part)]")
            if let reason = reason(question) {
                column.role = .dropped(reason)
                return column
            }
            column.group = String(group)
            column.wordings = isWhole ? [question] : ["\(question) \(part)"]
            if HeadingKey.withoutNumber(question) != question {
                column.wordings.append(HeadingKey.withoutNumber(column.wordings[0]))
            }
            column.parts = isWhole ? [] : [part]
            column.codes = [.init(code: question, steps: isWhole ? [] : [part])]
            if isOther(part) { column.role = .otherText }
            return column
        }
        return ExportLayout(columns: columns, rows: second == nil ? table.rows : Array(table.rows.dropFirst()))
    }

    /// The tool's own columns have nothing in the second line, and some question has its `Response` there.
    private static func isSecondLine(_ row: CSVTable.Row, _ table: CSVTable) -> Bool {
        let cells = row.cells.map(AnswerReader.trimmed)
        let own = table.header.indices.filter { reason(table.header[$0]) != nil }
        return own.allSatisfy { cells[$0].isEmpty } && cells.contains { !$0.isEmpty }
    }

    private static func isResponse(_ part: String) -> Bool {
        ["response", "openendedresponse", "回答", "开放式回答", "答复", "开放式答复"].contains(HeadingKey.of(part))
    }

    private static func isOther(_ part: String) -> Bool {
        ["otherpleasespecify", "其他请注明", "其他请说明", "其他请具体说明"].contains(HeadingKey.of(part))
    }

    private static func reason(_ heading: String) -> DropReason? {
        switch HeadingKey.of(heading) {
        case "respondentid", "collectorid": return .identifier
        case "startdate", "enddate", "datecreated", "datemodified": return .time
        case "ipaddress": return .address
        case "emailaddress", "email": return .email
        case "firstname", "lastname": return .name
        case let key where key.wholeMatch(of: /customdata[0-9]*/) != nil: return .custom
        default: return nil
        }
    }
}
