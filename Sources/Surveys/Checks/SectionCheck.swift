/// Z060: a page shows something.
let checkSections: SurveyCheck = { checked in
    checked.survey.sections.compactMap { section in
        guard section.questions.isEmpty, section.help.isEmpty, !checked.isBroken(section.place) else { return nil }
        return Diagnostic(
            "Z060", .warning, at: section.place.range, Wording("这一章没有题目", "this section has no questions"),
            notes: [Wording("删去这一行，或在下面写题目", "delete the line, or write questions below it")])
    }
}
