/// Z056, Z036, Z059, Z067: the options of a question are there, coded alike, and can be chosen and scored as asked.
let checkOptions: SurveyCheck = { checked in
    checked.questions.flatMap { question -> [Diagnostic] in
        guard question.kind.takesOptions else { return [] }
        let isWhole = !checked.isBroken(question.place)
        guard question.options.count >= 2 else {
            guard isWhole else { return [] }
            return [
                Diagnostic(
                    "Z056", at: question.place.range,
                    question.options.isEmpty
                        ? Wording("“\(question.code)”还没有选项", "\(question.code) has no options")
                        : Wording("“\(question.code)”只有一个选项", "\(question.code) has a single option"),
                    notes: [Wording("在它下面至少写两行“- 代码 = 文字”", "write at least two lines `- code = text` below it")])
            ]
        }
        return duplicates(question)
            + (isWhole ? impossibleCount(question, checked) : [])
            + (isWhole ? missingPoints(question) : [])
    }
}

/// Z058 is reported while options are numbered; here only codes that collide.
private func duplicates(_ question: Question) -> [Diagnostic] {
    var seen: [String: Place] = [:]
    return question.options.compactMap { option in
        guard !option.code.isEmpty else { return nil }
        // Cells are read without regard to case.
        guard let earlier = seen[option.code.lowercased()] else {
            seen[option.code.lowercased()] = option.place
            return nil
        }
        return Diagnostic(
            "Z036", at: option.place.range,
            Wording("选项代码“\(option.code)”用了两次", "option code \(option.code) is used twice"),
            label: Wording("又用了一次", "used again"),
            related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))])
    }
}

private func impossibleCount(_ question: Question, _ checked: CheckedSurvey) -> [Diagnostic] {
    let place = checked.countPlaces[question.place.range.lowerBound]
    let count: ClosedRange<Int>? =
        switch question.kind {
        case .multiple(let count): count
        case .ranking(let count): count.map { $0...$0 }
        default: nil
        }
    let exclusive = question.options.filter(\.marks.isExclusive)
    let together = question.options.count - exclusive.count
    if case .multiple = question.kind, together == 0 {
        return [
            Diagnostic(
                "Z059", at: question.place.range,
                Wording("选项都是独占的，只能选一项", "every option is exclusive, so only one can be chosen"),
                notes: [Wording("只选一项的题写 [单选]", "a question with one answer is [single]")])
        ]
    }
    guard let count, count.upperBound > together else { return [] }
    let asked = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound)~\(count.upperBound)"
    return [
        Diagnostic(
            "Z059", at: place ?? question.place.range,
            Wording(
                "要求选 \(asked) 项，但只有 \(together) 个能一起选的选项",
                "needs \(asked) answers but only \(together) options can be chosen together"),
            related: exclusive.map {
                Diagnostic.Related(
                    range: checked.source.place(of: .exclusive, at: $0.place.range),
                    label: Wording("独占选项不能和别的一起选", "an exclusive option is chosen alone"))
            },
            notes: together == 0 ? [] : [fewer(count, together)])
    ]
}

private func fewer(_ asked: ClosedRange<Int>, _ together: Int) -> Wording {
    let least = asked.lowerBound == asked.upperBound ? together : asked.lowerBound > together ? 1 : asked.lowerBound
    let count = least == together ? "\(together)" : "\(least)~\(together)"
    return Wording("改成 \(count)项，或补充选项", "write \(count)items, or add options")
}

/// An option that lost its points would silently count as not answered.
private func missingPoints(_ question: Question) -> [Diagnostic] {
    let hasPoints = question.options.contains { $0.marks.points != nil }
    if !hasPoints, question.marks.isReversed {
        return [
            Diagnostic(
                "Z015", at: question.place.range,
                Wording("选项没有分值，“反向”没有意义", "without points there is nothing to reverse"),
                notes: [Wording("给选项写分值，例如 [5分]，或去掉“反向”", "give the options points, or leave out `reverse`")])
        ]
    }
    guard hasPoints, !question.marks.isUnscored,
        let bare = question.options.first(where: { $0.marks.points == nil && !$0.marks.isUnscored })
    else { return [] }
    return [missingPoints(of: bare.text.main, at: bare.place)]
}

func missingPoints(of text: String, at place: Place) -> Diagnostic {
    Diagnostic(
        "Z067", at: place.range,
        Wording("别的选项有分值，“\(text)”没有", "other answers have points, \"\(text)\" has none"),
        notes: [Wording("行尾写分值，例如 [60分]；不计分的写 [不计分]", "end the line with points, such as [60pts], or [unscored]")])
}

extension SurveyParser {
    private func isReported(_ place: Place) -> Bool {
        let line = source.position(of: place.range.lowerBound).line
        return diagnostics.contains {
            $0.severity == .error && source.position(of: $0.range.lowerBound).line == line
        }
    }

    /// The least number that is no code of these options.
    private static func freeNumber(_ options: [Option]) -> Int {
        let used = Set(options.map(\.code))
        return (1...options.count).first { !used.contains(String($0)) } ?? options.count
    }

    /// Codes are all written or all left out; left out, they are 1, 2, 3 … (Z058).
    mutating func numberOptions() {
        for section in survey.sections.indices {
            for index in survey.sections[section].questions.indices {
                let options = survey.sections[section].questions[index].options
                guard let bare = options.first(where: { $0.code.isEmpty }) else { continue }
                if let coded = options.first(where: { !$0.code.isEmpty }) {
                    // Why it has none was said.
                    guard !isReported(bare.place) else { continue }
                    report(
                        "Z058", at: bare.text.place.range,
                        Wording("这道题有的选项写了代码，有的没写", "some options have a code and some do not"),
                        label: Wording("没有代码", "no code"),
                        related: [
                            Diagnostic.Related(range: coded.place.range, label: Wording("这个写了", "this one has one"))
                        ],
                        notes: [
                            Wording(
                                "代码会写进数据库和往年数据对应，要么都写，要么都不写（不写时按 1、2、3… 编号）",
                                "write all or none (then they are 1, 2, 3 …)")
                        ],
                        fix: Diagnostic.Fix(
                            range: bare.place.range.lowerBound..<bare.place.range.lowerBound,
                            replacement: "\(Self.freeNumber(options)) = ", isCertain: true))
                    continue
                }
                for number in options.indices {
                    survey.sections[section].questions[index].options[number].code = String(number + 1)
                }
            }
        }
    }
}
