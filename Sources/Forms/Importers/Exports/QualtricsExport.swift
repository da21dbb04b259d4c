import Surveys

/// Qualtrics: three lines of headings, the names, the texts, and the import ids as `{"ImportId":"QID3"}`.
///
/// Answers come as choice texts or as numbers; several choices stand in one cell with commas between, or have a column
/// each; a ranking has a column each with the places.
enum QualtricsExport {
    static func recognizes(_ table: CSVTable) -> Bool {
        if table.rows.prefix(2).contains(where: isImportIds) { return true }
        let telling: Set<String> = [
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
            "RecordedDate", "ResponseId", "DistributionChannel", "UserLanguage", "RecipientLastName",
        ]
        return telling.intersection(table.header).count >= 4
    }

    static func layout(of table: CSVTable) -> ExportLayout {
        let idLine = table.rows.prefix(2).firstIndex(where: isImportIds)
        // Without import ids, a line of texts is known by what stands below the first of the tool's own columns.
        let hasTexts =
            idLine.map { $0 > 0 }
            ?? table.header.indices.contains {
                reason(table.header[$0]) != nil
                    && HeadingKey.of(table.rows.first?.cells[$0] ?? "") == HeadingKey.of(table.header[$0])
            }
        let texts = hasTexts ? table.rows[0].cells : table.header.map { _ in "" }
        let ids = idLine.map { table.rows[$0].cells.map(importId) } ?? table.header.map { _ in nil }
        let columns = table.header.enumerated().map { position, name in
            var column = ExportColumn(position: position, title: name)
            if let reason = reason(name) {
                column.role = .dropped(reason)
                return column
            }
            let text = texts[position].replacing(" - Selected Choice", with: "")
            column.codes = [.init(code: name)]
            if let cut = name.lastIndex(of: "_") {
                column.codes.append(
                    .init(code: String(name[..<cut]), steps: [String(name[name.index(after: cut)...])]))
            }
            column.group = ids[position] ?? name.split(separator: "_").first.map(String.init)
            column.wordings = text.isEmpty ? [] : [text]
            column.parts = dashes(in: text)
            return column
        }
        let finished = table.header.firstIndex(of: "Finished")
        let status = table.header.firstIndex(of: "Status")
        return ExportLayout(
            columns: columns, rows: Array(table.rows.dropFirst(idLine.map { $0 + 1 } ?? (hasTexts ? 1 : 0))),
            blanks: ["-99"],
            unfinished: finished.map { .init(column: $0, values: ["0", "false", "否"]) },
            trial: status.map {
                .init(
                    column: $0,
                    values: [
                        "1", "2", "9", "17", "survey preview", "survey test", "survey preview spam",
                        "offline survey preview",
                    ])
            })
    }

    private static func isImportIds(_ row: CSVTable.Row) -> Bool {
        row.cells.count { $0.contains("\"ImportId\"") } * 2 > row.cells.count
    }

    /// `QID3` of `{"ImportId":"QID3_1"}`; nil for what is no question.
    private static func importId(_ cell: String) -> String? {
        cell.firstMatch(of: /"ImportId"\s*:\s*"(QID[0-9]+)/).map { String($0.1) }
    }

    /// What follows each dash between blanks: a text may hold such dashes itself.
    private static func dashes(in text: String) -> [String] {
        text.ranges(of: " - ").suffix(20).map { String(text[$0.upperBound...]) }
    }

    private static func reason(_ name: String) -> DropReason? {
        switch name {
        case "StartDate", "EndDate", "RecordedDate", "Duration (in seconds)": return .time
        case "Status", "Progress", "Finished": return .progress
        case "IPAddress": return .address
        case "ResponseId", "ResponseID", "ResponseSet", "ExternalReference", "ExternalDataReference": return .identifier
        case "RecipientLastName", "RecipientFirstName": return .name
        case "RecipientEmail": return .email
        case "LocationLatitude", "LocationLongitude", "LocationAccuracy": return .location
        case "DistributionChannel", "Q_URL", "Referer": return .source
        case "UserLanguage", "Q_Language": return .language
        case let name where name.wholeMatch(of: /SC[0-9]+/) != nil: return .score
        case let name where name.hasSuffix("_DO") || name.contains("_DO_"): return .order
        case let name where name.hasSuffix("_TEXT"): return .otherText
        case let name
        where ["_First Click", "_Last Click", "_Page Submit", "_Click Count"].contains(where: name.hasSuffix):
            return .time
        case let name
        where ["_Browser", "_Version", "_Operating System", "_Resolution"].contains(where: name.hasSuffix):
            return .device
        default: return nil
        }
    }
}
