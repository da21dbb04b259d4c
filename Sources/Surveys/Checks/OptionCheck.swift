/// Z056, Z036, Z058, Z059: the options of a question are there, coded alike, and can be chosen as asked.
let checkOptions: SurveyCheck = { survey in
    survey.questions.flatMap { question -> [Diagnostic] in
        guard question.kind.takesOptions else { return [] }
        guard question.options.count >= 2 else {
            return [
                Diagnostic(
                    "Z056", at: question.place.range,
                    Wording("“\(question.code)”还没有选项", "\(question.code) has no options"),
                    notes: [Wording("在它下面至少写两行“- 代码 = 文字”", "write at least two lines `- code = text` below it")])
            ]
        }
        return duplicates(question) + impossibleCount(question)
    }
}

/// Z058 is reported while options are numbered; here only codes that collide.
private func duplicates(_ question: Question) -> [Diagnostic] {
    var seen: [String: Place] = [:]
    return question.options.compactMap { option in
        guard !option.code.isEmpty, let earlier = seen.updateValue(option.place, forKey: option.code) else { return nil }
        return Diagnostic(
            "Z036", at: option.place.range, Wording("选项代码“\(option.code)”用了两次", "option code \(option.code) is used twice"),
            label: Wording("又用了一次", "used again"),
            related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))])
    }
}

private func impossibleCount(_ question: Question) -> [Diagnostic] {
    let count: ClosedRange<Int>? =
        switch question.kind {
        case .multiple(let count): count
        case .ranking(let count): count.map { $0...$0 }
        default: nil
        }
    let together = question.options.count { !$0.marks.isExclusive }
    guard let count, count.lowerBound > together else { return [] }
    return [
        Diagnostic(
            "Z059", at: question.place.range,
            Wording(
                "“\(question.code)”要求选 \(count.lowerBound) 项以上，但只有 \(together) 个能一起选的选项",
                "\(question.code) needs \(count.lowerBound) answers but only \(together) options can be chosen together"),
            notes: [Wording("减少要求的项数，或补充选项", "ask for fewer, or add options")])
    ]
}

extension SurveyParser {
    /// Codes are all written or all left out; left out, they are 1, 2, 3 … (Z058).
    mutating func numberOptions() {
        for section in survey.sections.indices {
            for index in survey.sections[section].questions.indices {
                let options = survey.sections[section].questions[index].options
                guard let bare = options.first(where: { $0.code.isEmpty }) else { continue }
                if let coded = options.first(where: { !$0.code.isEmpty }) {
                    report(
                        "Z058", at: bare.place.range,
                        Wording("这道题有的选项写了代码，有的没写", "some options have a code and some do not"),
                        label: Wording("没有代码", "no code"),
                        related: [Diagnostic.Related(range: coded.place.range, label: Wording("这个写了", "this one has one"))],
                        notes: [Wording("要么都写，要么都不写（不写时按 1、2、3… 编号）", "write all or none (then they are 1, 2, 3 …)")])
                    continue
                }
                for number in options.indices {
                    survey.sections[section].questions[index].options[number].code = String(number + 1)
                }
            }
        }
    }
}
