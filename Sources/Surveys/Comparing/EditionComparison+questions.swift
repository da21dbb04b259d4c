extension EditionComparison {
    /// The same text under a code that last year did not have, where the old code is used no more.
    mutating func findRenamed() {
        var free: [String: [String]] = [:]
        for item in old.items.reversed() where new.item(item.code) == nil {
            free[renamingKey(item, in: old), default: []].append(item.code)
        }
        for item in new.items where old.item(item.code) == nil {
            if let code = free[renamingKey(item, in: new)]?.popLast() { renamed[item.code] = code }
        }
    }

    /// Blocks often share a stem; only a row is taken for a row, and a question for one of its kind.
    private func renamingKey(_ item: Edition.Item, in edition: Edition) -> String {
        let text = edition.wording(item.text, in: new.language) ?? item.text.main.withoutOuterBlanks
        return "\(item.row == nil ? item.question.kind.name.english : "-") \(text)"
    }

    mutating func compareItems() {
        let pages = sectionPairs()
        for item in new.items {
            if let before = old.item(item.code) {
                compare(before, item, pages)
            } else if let code = renamed[item.code], let before = old.item(code) {
                add(
                    .renamed, item.subject, Wording("代码", "code"), Self.verbatim(code), Self.verbatim(item.code),
                    at: item.place, mark: item.change,
                    isSettled: item.change == .new && new.survey.retired.contains(code))
                if item.row == nil { compareRest(before, item) }
            } else {
                let isPart = item.row != nil && old.item(item.question.code) == nil
                add(
                    .added, item.subject, Wording("新题", "new question"), nil, Self.verbatim(item.text.main),
                    at: item.place, mark: item.change, isSettled: item.change == .new,
                    isPart: isPart && renamed[item.question.code] == nil)
            }
        }
        let kept = Set(renamed.values)
        for item in old.items where new.item(item.code) == nil && !kept.contains(item.code) {
            add(
                .removed, item.subject, Wording("去掉的题", "question left out"), Self.verbatim(item.text.main), nil,
                isSettled: new.survey.retired.contains(item.code),
                isPart: item.row != nil && new.item(item.question.code) == nil && !kept.contains(item.question.code))
        }
        compareOrder(
            old.items.map(\.code), new.items.map(\.code), .text, .survey, Wording("题目的先后", "order of questions"),
            at: new.survey.title.place)
    }

    /// The same code in both years.
    private mutating func compare(_ before: Edition.Item, _ item: Edition.Item, _ pages: [Int?]) {
        let mark = item.change
        let isExplained = mark == .rewordedComparable || mark == .rewordedNotComparable
        if isReworded(before.text, item.text) {
            add(
                .reworded, item.subject, Wording("题干", "wording"),
                Self.verbatim(old.wording(before.text, in: new.language) ?? before.text.main),
                Self.verbatim(item.text.main), at: item.place, mark: mark, isSettled: isExplained)
        }
        compareText(
            before.text, item.text, item.subject, Wording("题干", "wording"), mark: mark, isSettled: isExplained,
            withMain: false)
        compareRest(before, item)
        let home = item.question.code
        if before.question.code != (renamed[home] ?? home) {
            add(
                .logic, item.subject, Wording("所在的题", "its question"), Self.verbatim(before.question.code),
                Self.verbatim(home), at: item.place)
        } else if item.row == nil, pages[item.section] != before.section {
            add(
                .text, item.subject, Wording("所在的章节", "its section"),
                Self.verbatim(old.survey.sections[before.section].title.main),
                Self.verbatim(new.survey.sections[item.section].title.main), at: item.place)
        }
    }

    /// Everything but the wording.
    private mutating func compareRest(_ before: Edition.Item, _ item: Edition.Item) {
        compareMarks(before, item)
        compareShow(
            before.row?.show ?? (before.row == nil ? before.question.show : nil),
            item.row?.show ?? (item.row == nil ? item.question.show : nil), item.subject, at: item.place)
        compareHelp(
            before.row?.help ?? before.question.help, item.row?.help ?? item.question.help, item.subject, at: item.place
        )
        compareHelp(
            before.row?.advice ?? [], item.row?.advice ?? [], item.subject, at: item.place, keyword: .advice)
        guard item.row == nil, before.row == nil else { return }
        compareKind(before.question, item.question)
        compareOptions(before.question, item.question)
        compareChecks(before.question, item.question)
    }

    private mutating func compareMarks(_ before: Edition.Item, _ item: Edition.Item) {
        func compare(
            _ mark: MarkWord, _ flag: (Marks) -> Bool, _ kind: SurveyDifference.Kind, isSettled: Bool = false
        ) {
            let (was, now) = (flag(before.marks), flag(item.marks))
            guard was != now else { return }
            add(
                kind, item.subject, Wording(mark.chinese, mark.english), was ? Wording("有", "yes") : nil,
                now ? Wording("有", "yes") : nil, at: item.place, mark: item.change, isSettled: isSettled)
        }
        let isBreakTold = item.change == .rewordedNotComparable
        compare(.reverse, \.isReversed, .answers(isBroken: true), isSettled: isBreakTold)
        compare(.unscored, \.isUnscored, .answers(isBroken: true), isSettled: isBreakTold)
        compare(.optional, \.isOptional, .logic)
        compare(.shuffle, \.isShuffled, .logic)
        compare(.write, \.takesText, .logic)
        compare(.exclusive, \.isExclusive, .logic)
        compare(.aggregateOnly, \.isAggregateOnly, .promise)
        if before.marks.points != item.marks.points {
            add(
                .answers(isBroken: true), item.subject, Wording("分值", "points"),
                before.marks.points.map { Self.verbatim(String($0)) },
                item.marks.points.map { Self.verbatim(String($0)) }, at: item.place, mark: item.change,
                isSettled: isBreakTold)
        }
    }

    private mutating func compareChecks(_ before: Question, _ after: Question) {
        func rules(_ checks: [Check]) -> [(Condition, Bool)] { checks.map { ($0.condition, $0.isHard) } }
        let subject = SurveyDifference.Subject.question(code: after.code, text: after.text.main)
        if !rules(before.checks).elementsEqual(rules(after.checks), by: { $0.0 == $1.0 && $0.1 == $1.1 }) {
            add(
                .logic, subject, Wording("校验和提醒", "checks and warnings"), told(before.checks, .old),
                told(after.checks, .new), at: after.checks.first?.place ?? after.place)
        }
        let (was, now) = (before.checks.map(\.message), after.checks.map(\.message))
        let differs =
            was.count == now.count
            && zip(was, now).contains { old, new in
                guard let old, let new else { return (old == nil) != (new == nil) }
                return isReworded(old, new) || !retranslated(old, new).isEmpty
            }
        guard differs else { return }
        func joined(_ messages: [LocalText?]) -> Wording? {
            let texts = messages.compactMap { $0 }
            return texts.isEmpty ? nil : Self.verbatim(texts.flatMap(\.wordings).joined(separator: " / "))
        }
        add(
            .text, subject, Self.name(.message), joined(was), joined(now),
            at: after.checks.first?.message?.place ?? after.place, keyword: .message)
    }

    private mutating func told(_ checks: [Check], _ side: Side) -> Wording? {
        guard !checks.isEmpty else { return nil }
        return spelled(side) { writer in
            checks.map { check in
                writer.opening(check.isHard ? .check : .warn) + writer.expression(check.condition, owner: .nowhere)
            }.joined(separator: writer.word("；", "; "))
        }
    }
}

extension Question.Kind {
    /// The type alone, without what stands behind it.
    var name: Wording {
        let word: TypeWord =
            switch self {
            case .single: .single
            case .multiple: .multi
            case .dropdown: .dropdown
            case .yesNo: .yesno
            case .likert: .likert
            case .rating: .rate
            case .pair: .pair
            case .ranking: .rank
            case .number: .number
            case .text: .text
            case .longText: .longtext
            case .date: .date
            case .month: .month
            case .note: .note
            }
        return Wording(word.chinese, word.english)
    }
}
