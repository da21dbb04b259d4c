import Forms
import Surveys
import Testing

/// Reads a table of some tool against the survey with every type of question.
func readExport(
    _ lines: [[String]], survey: Survey? = nil, map: [String: String]? = nil, roster: Roster? = nil
) throws -> ImportedResponses {
    let map = try map.map { map in
        try ColumnMap(CSVTable([["column", "code"]] + map.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }))
    }
    return try ResponseExport.read(
        bytes: ExportFile(lines: lines).bytes(.csv), survey: survey ?? everyType(), roster: roster, map: map)
}

/// A table of 问卷星 with the given columns of answers.
func wjxTable(_ headings: [String], _ rows: [String]...) -> [[String]] {
    [["序号", "提交答卷时间", "来自IP"] + headings]
        + rows.enumerated().map { ["\($0.offset + 1)", "2026/11/20 09:00:00", "10.1.2.3"] + $0.element }
}

/// What one variable was answered in a row.
func answer(_ read: ImportedResponses, _ name: String, row: Int = 0, survey: Survey? = nil) throws -> Answer {
    let index = try (survey ?? everyType()).variables.firstIndex { $0.name == name }
    return try read.responses[row].answers[#require(index)]
}
