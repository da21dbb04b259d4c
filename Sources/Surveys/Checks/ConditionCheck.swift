/// Z088: conditions that hold of nobody or of everybody, decided over all possible answers.
///
/// What is hidden takes part: a question that is asked only under a condition has no answer where that does not hold.
let checkConditions: SurveyCheck = { checked in
    guard !checked.map.conditions.isEmpty else { return [] }
    var rule = ConditionRule(checked)
    var ordinal = 0
    for section in checked.survey.sections {
        rule.judge(section.show, of: .section, at: section.place, behind: [])
        for question in section.questions {
            let page = rule.logic.gates(ofQuestion: ordinal).filter { $0.owner != question.place.range.lowerBound }
            rule.judge(question.show, of: .question(question.code), at: question.place, behind: page)
            let gates = rule.logic.gates(ofQuestion: ordinal)
            for option in question.options {
                rule.judge(option.show, of: .option(option.text.main), at: option.place, behind: gates)
            }
            for row in question.rows { rule.judge(row.show, of: .question(row.code), at: row.place, behind: gates) }
            for check in question.checks { rule.judge(check, of: question, ordinal) }
            ordinal += 1
        }
    }
    return rule.found
}

/// What a show condition shows.
private enum Shown {
    case section
    case question(String)
    case option(String)

    var neverTitle: Wording {
        switch self {
        case .section: Wording("显示条件永远不会成立，这一章谁也看不到", "this condition can never hold, so nobody sees the section")
        case .question(let code):
            Wording("显示条件永远不会成立，“\(code)”谁也看不到", "this condition can never hold, so nobody sees \(code)")
        case .option(let text):
            Wording("显示条件永远不会成立，“\(text)”谁也选不到", "this condition can never hold, so nobody can choose \"\(text)\"")
        }
    }
}

private struct ConditionRule {
    let checked: CheckedSurvey
    var logic: Logic
    var found: [Diagnostic] = []
    /// To quote parts of conditions; made when the first is quoted.
    private lazy var spellers = (
        chinese: SurveyWriter(survey: checked.survey, keywords: .chinese),
        english: SurveyWriter(survey: checked.survey, keywords: .english)
    )
    private lazy var lastVariables = Dictionary(
        checked.variables.filter { !$0.isOptionText }.map { ($0.ordinal, $0.name) }
    ) { _, last in last }

    init(_ checked: CheckedSurvey) {
        self.checked = checked
        logic = Logic(checked)
    }

    // MARK: 显示

    mutating func judge(_ condition: Condition?, of shown: Shown, at place: Place, behind outer: [Logic.Gate]) {
        guard let condition, let range = expression(of: place.range.lowerBound) else { return }
        if outer.isEmpty, logic.isPlain(condition) { return }
        let needed = [condition] + outer.map(\.condition)
        if logic.canHold(needed) == .impossible {
            let conflict = conflict(condition.conjuncts, outer, given: [])
            report(shown.neverTitle, conflict, at: range)
            logic.forget(place.range.lowerBound)
            return
        }
        // Whoever asks whether a question was answered has people in mind who left it out, though they must not.
        let people: Logic.People = condition.asksWhetherAnswered ? .anybody : .conscientious
        if !wasDecided(range), logic.canHold([.not(condition)], for: people) == .impossible {
            found.append(
                Diagnostic(
                    "Z088", .warning, at: range,
                    Wording("这个显示条件总是成立，写不写都一样", "this condition always holds and hides nothing"),
                    notes: [Wording("删去它，或看看是不是把“且”写成了“或”", "remove it, or see whether `or` should be `and`")]))
        }
    }

    // MARK: 校验 提醒

    /// A rule is looked at only when everything that it uses was answered.
    mutating func judge(_ check: Check, of question: Question, _ ordinal: Int) {
        guard !check.condition.references.isEmpty, let range = expression(of: check.place.range.lowerBound),
            let last = lastVariables[ordinal]
        else { return }
        let given = (check.condition.references + [Condition.Reference(last)]).map { Condition.answered($0) }
        if logic.canHold([check.condition] + given) == .impossible {
            if logic.canHold(given) == .impossible {
                reportIdle(check, given, at: range)
            } else {
                let title =
                    check.isHard
                    ? Wording(
                        "没有答案能通过这条校验，答了“\(question.code)”的人都交不了卷",
                        "no answer passes this check: whoever answers \(question.code) cannot go on")
                    : Wording(
                        "没有答案符合这条提醒，答了“\(question.code)”的人都会被提醒",
                        "no answer meets this condition: whoever answers \(question.code) is warned")
                report(title, conflict(check.condition.conjuncts, [], given: given), at: range)
            }
        } else if !wasDecided(range), logic.canHold([.not(check.condition)] + given) == .impossible {
            let asksWhether = check.condition.asksWhetherAnswered
            found.append(
                Diagnostic(
                    "Z088", .warning, at: range,
                    check.isHard
                        ? Wording("这条校验怎么答都能通过，不起作用", "every answer passes this check, so it does nothing")
                        : Wording(
                            "怎么答都符合这条提醒，它不会出现", "every answer meets this condition, so the warning never appears"),
                    notes: asksWhether
                        ? [
                            Wording(
                                "用到的题都答了才核对，所以这里不用写“已答”",
                                "it is looked at once all its questions are answered, so `answered` says nothing here")
                        ] : []))
        }
    }

    /// Two of the questions that a rule compares are never asked of the same person.
    private mutating func reportIdle(_ check: Check, _ given: [Condition], at range: Range<Int>) {
        let conflict = conflict([], [], given: given)
        found.append(
            Diagnostic(
                "Z088", .warning, at: range,
                check.isHard
                    ? Wording("这条校验永远不会用到", "this check is never looked at")
                    : Wording("这条提醒永远不会用到", "this warning is never looked at"),
                label: Wording("没有人会把用到的题都答了", "nobody answers all of its questions"),
                related: related(conflict), notes: exclusion(of: given.flatMap(\.references))))
    }

    // MARK: Why

    /// Parts that cannot hold together, while any of them may be left out.
    private struct Conflict {
        var own: [Condition]
        var outer: [Logic.Gate]
        var gates: [Logic.Gate]
    }

    private func conflict(_ own: [Condition], _ outer: [Logic.Gate], given: [Condition]) -> Conflict {
        var kept = Conflict(own: own, outer: outer, gates: [])
        let gates = logic.gates(behind: own + outer.map(\.condition) + given)
        kept.gates = gates
        var ignored: Set<Int> = []
        func isImpossible(_ conflict: Conflict, _ ignored: Set<Int>) -> Bool {
            logic.canHold(conflict.own + conflict.outer.map(\.condition) + given, without: ignored) == .impossible
        }
        // What lies furthest from the condition in hand is thought away first, so that it is blamed last.
        for gate in gates where isImpossible(kept, ignored.union([gate.owner])) {
            ignored.insert(gate.owner)
            kept.gates.removeAll { $0.owner == gate.owner }
        }
        for index in kept.outer.indices.reversed() {
            var fewer = kept
            fewer.outer.remove(at: index)
            if isImpossible(fewer, ignored) { kept = fewer }
        }
        for index in kept.own.indices.reversed() {
            var fewer = kept
            fewer.own.remove(at: index)
            if isImpossible(fewer, ignored) { kept = fewer }
        }
        return kept
    }

    private mutating func report(_ title: Wording, _ conflict: Conflict, at range: Range<Int>) {
        var names: [String] = []
        for reference in conflict.own.flatMap(\.references) {
            let name = checked.itemName(of: reference.name)
            if !names.contains(name) { names.append(name) }
        }
        let isAlone = conflict.outer.isEmpty && conflict.gates.isEmpty
        let label: Wording =
            if !isAlone {
                Wording("和标出的条件不能同时成立", "it cannot hold together with the conditions marked")
            } else if names.count == 1 {
                Wording("“\(names[0])”没有一个答案能让它成立", "no answer to \(names[0]) makes it hold")
            } else {
                Wording(
                    "\(names.map { "“\($0)”" }.joined(separator: "和"))的答案不可能同时这样",
                    "\(names.joined(separator: " and ")) cannot be answered so together")
            }
        var notes: [Wording] = []
        if conflict.own.count > 1 {
            notes.append(
                Wording(
                    "不能同时成立：\(quoted(conflict.own, spellers.chinese, "、"))",
                    "these cannot hold together: \(quoted(conflict.own, spellers.english, ", "))"))
            if isAlone, names.count == 1 {
                notes.append(Wording("只要其中之一，就把“且”改成“或”", "if one of them is enough, join them by `or`"))
            }
        }
        notes += exclusion(of: conflict.own.flatMap(\.references))
        found.append(Diagnostic("Z088", at: range, title, label: label, related: related(conflict), notes: notes))
    }

    private func quoted(_ parts: [Condition], _ speller: SurveyWriter, _ comma: String) -> String {
        parts.map { speller.expression($0, owner: .nowhere) }.joined(separator: comma)
    }

    private func related(_ conflict: Conflict) -> [Diagnostic.Related] {
        func frame(_ gate: Logic.Gate, _ label: Wording) -> Diagnostic.Related? {
            checked.map.conditions[gate.owner].map { Diagnostic.Related(range: $0, label: label) }
        }
        let outer = conflict.outer.compactMap { frame($0, Wording("要先符合这个条件", "this has to hold first")) }
        let gates = conflict.gates.filter { gate in !conflict.outer.contains { $0.owner == gate.owner } }
            .compactMap {
                frame($0, Wording("“\($0.name)”只问符合这个条件的人", "\"\($0.name)\" is asked only where this holds"))
            }
        return (outer + gates).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The first two questions that nobody is asked both of.
    private func exclusion(of all: [Condition.Reference]) -> [Wording] {
        // Every pair is a search of its own.
        let references = all.prefix(8)
        for (index, left) in references.enumerated() {
            for right in references.dropFirst(index + 1) where right != left {
                let names = (checked.itemName(of: left.name), checked.itemName(of: right.name))
                guard names.0 != names.1, logic.canHold([.answered(left)]) != .impossible,
                    logic.canHold([.answered(right)]) != .impossible,
                    logic.canHold([.answered(left), .answered(right)]) == .impossible
                else { continue }
                return [
                    Wording("没有人会同时问到“\(names.0)”和“\(names.1)”", "nobody is asked both \(names.0) and \(names.1)")
                ]
            }
        }
        return []
    }

    // MARK: Places

    private func expression(of owner: Int) -> Range<Int>? { checked.map.conditions[owner] }

    /// A part of it was already said to hold always.
    private func wasDecided(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = checked.decided.count
        while low < high {
            let middle = (low + high) / 2
            if checked.decided[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < checked.decided.count && checked.decided[low] < range.upperBound
    }
}

extension Condition {
    fileprivate var asksWhetherAnswered: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.asksWhetherAnswered)
        case .not(let part): part.asksWhetherAnswered
        case .answered, .unanswered: true
        case .compare: false
        }
    }
}
