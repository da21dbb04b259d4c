/// A rule over a survey that was read: one rule a file, its message beside it.
typealias SurveyCheck = @Sendable (CheckedSurvey) -> [Diagnostic]

/// Every rule; remarks are sorted by place afterwards, so the order here means nothing.
let surveyChecks: [SurveyCheck] = [
    checkCodes, checkOptions, checkWordings, checkScales, checkSections, checkTerms, checkComposites, checkBands,
    checkTranslations, checkPiping, checkPlaceholders, checkConditions,
    checkNegativeWordings, checkDoubleBarrels,
    checkStrayMarks, checkCodeShapes, checkFieldwork, checkUnitWords,
]
