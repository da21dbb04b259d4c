import Surveys

/// LimeSurvey: one line of headings, as codes `XF[XF1]`, as texts `自评 [甲项]`, or as both `XF[XF1]. 自评 [甲项]`.
///
/// Answers come as codes or in full. Several choices have a column each with Y, or 是 and 否; a ranking has a column for
/// each place, and what somebody wrote beside 其他 a column `[other]`.
enum LimeSurveyExport {
    static func recognizes(_ table: CSVTable) -> Bool {
        let names = Set(table.header.map(systemName))
        let telling: Set<String> = ["submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"]
        if names.intersection(telling).count >= (names.contains("id") ? 2 : 3) { return true }
        // Published files come without the tool's own columns, but few others write `XF[XF1]. 自评 [甲项]`.
        let headings = table.header.filter { !$0.isEmpty }
        return headings.count { $0.prefixMatch(of: #/[A-Za-z][A-Za-z0-9_]*(\[[^\[\]]*\])*\.\s+\S/#) != nil } * 5
            > headings.count * 4
    }

    static func layout(of table: CSVTable) -> ExportLayout {
        let columns = table.header.enumerated().map { position, title in
            var column = ExportColumn(position: position, title: title)
            if let reason = reason(title) {
                column.role = .dropped(reason)
                return column
            }
            column.wordings = [title]
            column.parts = brackets(in: title)
            guard let heading = Heading(title) else {
                // The text before the bracket is the question's in every column of it.
                column.group = column.parts.isEmpty ? nil : String(title.prefix { $0 != "[" })
                return column
            }
            column.group = heading.path.code
            column.codes = [heading.path]
            if heading.path.steps.isEmpty, let cut = heading.path.code.lastIndex(of: "_") {
                // The names of the expression manager: XF_XF1.
                column.codes.append(
                    .init(
                        code: String(heading.path.code[..<cut]),
                        steps: [String(heading.path.code[heading.path.code.index(after: cut)...])]))
            }
            if !heading.text.isEmpty { column.wordings.append(heading.text) }
            switch heading.path.steps.last?.lowercased() {
            case "other": column.role = .otherText
            case "comment": column.role = .dropped(.otherText)
            case "filecount": column.role = .dropped(.custom)
            case "othercomment": column.role = .dropped(.otherText)
            default: break
            }
            return column
        }
        let submitted = table.header.firstIndex { systemName($0) == "submitdate" }
        return ExportLayout(
            columns: columns, rows: table.rows, blanks: ["n/a", "{question_not_shown}"], writesCodes: true,
            unfinished: submitted.map { .init(column: $0, values: ["", "n/a"]) })
    }

    private struct Heading {
        var path: ExportColumn.CodePath
        var text: String

        /// Nil for a heading that is a text alone.
        init?(_ title: String) {
            guard let match = title.prefixMatch(of: /([A-Za-z][A-Za-z0-9_]*)((?:\[[^\[\]]*\])*)(?:$|[.:]\s+|[.:]$)/)
            else {
                return nil
            }
            path = .init(code: String(match.1), steps: brackets(in: String(match.2)))
            text = String(title[match.range.upperBound...])
        }
    }

    /// What stands in square brackets, from the first to the last.
    private static func brackets(in text: String) -> [String] {
        text.matches(of: /\[([^\[\]]*)\]/).map { String($0.1) }
    }

    /// `submitdate. Date submitted` and `Date submitted` are both `submitdate`.
    static func systemName(_ title: String) -> String {
        let name = KnownHeadings.folded(title)
        switch name {
        case "response id": return "id"
        case "date submitted": return "submitdate"
        case "last page": return "lastpage"
        case "start language": return "startlanguage"
        case "date started": return "startdate"
        case "date last action": return "datestamp"
        case "ip address": return "ipaddr"
        case "referrer url": return "refurl"
        case "access code": return "token"
        case "total time": return "interviewtime"
        default: return name.prefixMatch(of: #/([a-z]+)\. /#).map { String($0.1) } ?? name
        }
    }

    private static func reason(_ title: String) -> DropReason? {
        switch systemName(title) {
        case "id", "token", "seed": return .identifier
        case "submitdate", "startdate", "datestamp", "interviewtime": return .time
        case "lastpage": return .progress
        case "startlanguage": return .language
        case "ipaddr": return .address
        case "refurl": return .source
        case "firstname", "lastname", "first name", "last name": return .name
        case "email", "email address": return .email
        case let name where name.hasPrefix("attribute_"): return .custom
        // How long a page or a question was looked at: `groupTime12`, `GWTime`.
        case let name where name.wholeMatch(of: /(group|question) ?time:?.*/) != nil || title.hasSuffix("Time"):
            return .time
        default: return nil
        }
    }
}
