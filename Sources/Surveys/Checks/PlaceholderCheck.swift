/// Z104: words that a form program left behind: 题目, 标题 1, 选项 2.
let checkPlaceholders: SurveyCheck = { checked in
    checked.questions.flatMap { question in
        ([question.text] + question.rows.map(\.text)).filter { isPlaceholder($0.main, stems) }
            .map { remark($0, Wording("像是忘了改的题干", "looks like a stem that nobody wrote")) }
            + question.options.map(\.text).filter { isPlaceholder($0.main, options) }
            .map { remark($0, Wording("像是忘了改的选项", "looks like an option that nobody wrote")) }
    }
}

private func remark(_ text: LocalText, _ what: Wording) -> Diagnostic {
    Diagnostic(
        "Z104", .hint, at: text.place.range,
        Wording("“\(text.main)”\(what.chinese)", "\"\(text.main)\" \(what.english)"))
}

/// Form programs count their fields: 题目1, Question 2.
private func isPlaceholder(_ text: String, _ words: Set<String>) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let word = text.lowercased().reversed().drop { $0.isNumber || $0 == " " }.reversed()
    return words.contains(String(word))
}

private let stems: Set<String> = [
    "题目", "标题", "问题", "题干", "请输入题目", "请输入标题", "未命名", "矩阵行", "question", "untitled", "untitled question", "row",
]
private let options: Set<String> = ["选项", "请输入选项", "option", "untitled option"]
private let longest = 24
