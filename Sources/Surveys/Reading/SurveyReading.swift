/// What reading a survey text yields: as much of the survey as could be read, and every remark in the order of the text.
public struct SurveyReading: Sendable {
    public var survey: Survey
    public var source: SourceText
    public var diagnostics: [Diagnostic]
    let map: SourceMap

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Survey {
    /// Reads a survey text. Never throws and never stops at the first mistake.
    ///
    /// - Parameter warnsToo: false for a survey that is only used, as last year's is, and not revised.
    public static func read(_ text: String, warnsToo: Bool = true) -> SurveyReading {
        let source = SourceText(text)
        var parser = SurveyParser(source: source)
        parser.readLines()
        let misread = parser.diagnostics.filter { $0.severity == .error }.map(\.range.lowerBound)
        parser.numberOptions()
        parser.resolveScales()
        parser.resolveConditions()
        let checked = CheckedSurvey(parser, misread: misread)
        // One mistake, one message: where the parser has already spoken of a place, the checks stay silent.
        let spoken = Set(parser.diagnostics.filter { $0.severity == .error }.map(\.range.lowerBound))
        let rules = surveyChecks + (warnsToo ? surveyLints : [])
        let found = rules.flatMap { $0(checked) }.filter { !spoken.contains($0.range.lowerBound) }
        let remarks = parser.diagnostics + found
        let diagnostics = (remarks + unscoredSurvey(parser.survey, remarks)).enumerated()
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
            .map(\.element)
        return SurveyReading(survey: parser.survey, source: source, diagnostics: diagnostics, map: parser.map)
    }
}
