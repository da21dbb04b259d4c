/// Z060: a questionnaire asks something, and so does each of its pages.
let checkSections: SurveyCheck = { checked in
    if checked.survey.sections.isEmpty {
        return [
            Diagnostic(
                "Z060", .warning, at: checked.survey.title.place.range,
                Wording("问卷里还没有题目", "the survey has no questions yet"),
                notes: [Wording("题目写成“代码. 文字 [题型]”", "a question is written `code. text [type]`")])
        ]
    }
    return checked.survey.sections.compactMap { section in
        guard section.questions.isEmpty, section.help.isEmpty, !checked.isBroken(section.place) else { return nil }
        return Diagnostic(
            "Z060", .warning, at: section.place.range, Wording("这一章没有题目", "this section has no questions"),
            notes: [Wording("删去这一行，或在下面写题目", "delete the line, or write questions below it")])
    }
}
