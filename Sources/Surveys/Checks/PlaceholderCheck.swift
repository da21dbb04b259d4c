/// Z104: a stem that a form program left behind.
let checkPlaceholders: SurveyCheck = { checked in
    checked.questions.filter { placeholders.contains($0.text.main) }.map { question in
        Diagnostic(
            "Z104", .hint, at: question.text.place.range,
            Wording("“\(question.text.main)”像是忘了改的题干", "\"\(question.text.main)\" looks like a stem that nobody wrote"))
    }
}

private let placeholders: Set<String> = ["题目", "标题", "问题", "题干", "请输入题目", "请输入标题", "未命名", "Question", "Untitled"]
