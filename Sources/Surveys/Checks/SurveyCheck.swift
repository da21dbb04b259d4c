/// A rule over a survey that was read: one rule a file, its message beside it.
typealias SurveyCheck = @Sendable (CheckedSurvey) -> [Diagnostic]

/// The rules that find errors. Remarks are sorted by place afterwards, so the order here means nothing.
let surveyChecks: [SurveyCheck] = [
    checkCodes, checkOptions, checkWordings, checkScales, checkTerms, checkComposites, checkBands, checkPiping,
    checkConditions,
]

/// The rules that only ever warn or hint: no survey is unfit for use by them.
let surveyLints: [SurveyCheck] = [
    checkSections, checkTranslations, checkPlaceholders, checkNegativeWordings, checkDoubleBarrels, checkStrayMarks,
    checkCodeShapes, checkFieldwork, checkUnitWords,
]
