package import Surveys

/// The tool that a file of responses comes from.
package enum ExportFormat: Sendable, Equatable, CaseIterable {
    /// Our own table: one column a variable, its code above it.
    case own
    case wjx, limeSurvey, qualtrics, surveyMonkey

    /// The tool whose habits a table shows: by the columns that it adds to the answers, never by the answers.
    package static func detect(_ table: CSVTable) -> ExportFormat {
        // The most telling first: rows of import ids stand in no other tool's files.
        if QualtricsExport.recognizes(table) { return .qualtrics }
        if SurveyMonkeyExport.recognizes(table) { return .surveyMonkey }
        if WjxExport.recognizes(table) { return .wjx }
        if LimeSurveyExport.recognizes(table) { return .limeSurvey }
        return .own
    }

    package var name: Wording {
        switch self {
        case .own: Wording("题目代码作列名的表", "a table with the codes as headings")
        case .wjx: Wording("问卷星", "问卷星 (wjx)")
        case .limeSurvey: Wording("LimeSurvey", "LimeSurvey")
        case .qualtrics: Wording("Qualtrics", "Qualtrics")
        case .surveyMonkey: Wording("SurveyMonkey", "SurveyMonkey")
        }
    }

    /// Nil for our own tables, whose columns need no finding.
    func layout(of table: CSVTable) -> ExportLayout? {
        var layout: ExportLayout? =
            switch self {
            case .own: nil
            case .wjx: WjxExport.layout(of: table)
            case .limeSurvey: LimeSurveyExport.layout(of: table)
            case .qualtrics: QualtricsExport.layout(of: table)
            case .surveyMonkey: SurveyMonkeyExport.layout(of: table)
            }
        layout?.countsFrom1904 = table.countsFrom1904
        return layout
    }
}
