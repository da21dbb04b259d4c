/// Z106: without a dimension no report holds a score. Said only where nothing else is wrong.
func unscoredSurvey(_ survey: Survey, _ remarks: [Diagnostic]) -> [Diagnostic] {
    guard survey.dimensions.isEmpty, !survey.variables.isEmpty, !remarks.contains(where: { $0.severity == .error })
    else { return [] }
    return [
        Diagnostic(
            "Z106", .hint, at: survey.title.place.range,
            Wording("问卷里没有“维度：”，报告里不会有得分", "the survey has no dimension, so reports will hold no scores"),
            notes: [
                Wording(
                    "要得分，在卷末写：维度：名称，下一行 取题：代码", "for scores end it with `dimension: name` and below it `items: code`")
            ])
    ]
}
