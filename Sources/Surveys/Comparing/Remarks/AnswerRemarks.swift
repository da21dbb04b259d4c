/// Z093: where answers or their points have changed, the numbers of the two years mean different things.
extension YearCheck {
    mutating func remarkOnAnswers() {
        var groups: [[SurveyDifference.Change]] = []
        var indices: [String: Int] = [:]
        for change in difference.changes where !change.isSettled && change.mark != .new {
            guard case .answers = change.kind else { continue }
            let owner = change.subject.owner
            if let index = indices[owner.chinese] {
                groups[index].append(change)
            } else {
                indices[owner.chinese] = groups.count
                groups.append([change])
            }
        }
        for changes in groups { remark(on: changes) }
    }

    private mutating func remark(on changes: [SurveyDifference.Change]) {
        let isBroken = changes.contains { $0.kind == .answers(isBroken: true) }
        let owner = changes[0].subject.owner
        var notes = told(changes)
        if case .scale(let name) = changes[0].subject, let scale = reading.survey.scale(named: name) {
            let users = reading.survey.questions.filter { $0.usesScale(scale.name) }.map(\.code)
            notes.append(
                Wording("用到它的题：\(users.joined(separator: "、"))", "used by: \(users.joined(separator: ", "))"))
            notes.append(
                isBroken
                    ? Wording(
                        "确实要改 → 另起一个量表名，或给这些题标 [改述不可比]，从今年重新起算",
                        "meant so → mark these questions [reworded-not-comparable]; their trends begin anew")
                    : Wording(
                        "报告照常比较；意思变了，就给这些题标 [改述不可比]",
                        "the years stay compared; if the meaning changed, mark these questions [reworded-not-comparable]"
                    ))
        } else if isBroken {
            notes.append(
                Wording(
                    "确实要改 → 题目标 [改述不可比]，从今年重新起算；只加选项就给新选项标 [新增]",
                    "meant so → mark the question [reworded-not-comparable]; where options were only added mark them [new]"
                ))
        }
        let title =
            isBroken
            ? Wording(
                "\(owner.chinese)的答案或分值和 \(lastYear.chinese)不同，不能跨年比较",
                "the answers or points of \(owner.english) differ from \(lastYear.english): the years are not comparable"
            )
            : Wording(
                "\(owner.chinese)的答案文字和 \(lastYear.chinese)不同",
                "the answers of \(owner.english) read differently from \(lastYear.english)")
        remark(
            "Z093", isBroken ? .warning : .hint, at: place(of: changes[0]), title, notes: notes)
    }

    /// What was and what is, in a few lines.
    func told(_ changes: [SurveyDifference.Change], withSubject: Bool = false) -> [Wording] {
        let most = 6
        var notes = changes.prefix(most).map { change -> Wording in
            let none = Wording("无", "none")
            let (was, now) = (change.before ?? none, change.after ?? none)
            let name = withSubject || change.subject.isOption ? change.subject.shortName : nil
            return Wording(
                "\(name.map { "\($0.chinese)：" } ?? "")\(change.what.chinese)：\(was.chinese.excerpt) → \(now.chinese.excerpt)",
                "\(name.map { "\($0.english): " } ?? "")\(change.what.english): \(was.english.excerpt) → \(now.english.excerpt)"
            )
        }
        if changes.count > most {
            notes.append(
                Wording(
                    "…… 还有 \(changes.count - most) 处，用 zicha diff 看全部",
                    "… and \(changes.count - most) more: see `zicha diff`"))
        }
        return notes
    }

    /// The line that has changed, as near as the text tells it.
    func place(of change: SurveyDifference.Change) -> Range<Int> {
        let place = change.place.range
        if let keyword = change.keyword {
            var target = SurveyParser.Target.header
            if case .dimension(let name) = change.subject,
                let index = reading.survey.dimensions.firstIndex(where: { $0.name.main == name })
            {
                target = .dimension(index)
            }
            if let word = reading.map.properties[SourceMap.Property(target: target, keyword: keyword)],
                target != .header || change.subject == .survey
            {
                let line = reading.source.line(at: word.lowerBound)
                return line.place(line.content)
            }
            if keyword == .showIf, let condition = reading.map.conditions[place.lowerBound] { return condition }
        }
        if let language = change.language,
            let text = reading.map.translations[SourceMap.Translation(sentence: place.lowerBound, language: language)]
        {
            return text
        }
        return place.isEmpty ? reading.survey.title.place.range : place
    }
}

extension SurveyDifference.Subject {
    /// The question of an option; everything else stands for itself.
    fileprivate var owner: Wording {
        switch self {
        case .question(let code, _), .option(let code, _, _): Wording("“\(code)”", code)
        default: name
        }
    }

    fileprivate var isOption: Bool {
        if case .option = self { true } else { false }
    }
}
