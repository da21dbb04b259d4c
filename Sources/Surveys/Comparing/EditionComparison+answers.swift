/// What can be answered, and what each answer counts.
extension EditionComparison {
    // MARK: Types

    mutating func compareKind(_ before: Question, _ after: Question) {
        guard let kind = change(from: before, to: after) else { return }
        let isSettled = kind == .answers(isBroken: true) && isBreakTold(of: after)
        add(
            kind, .question(code: after.code, text: after.text.main), Wording("题型", "type"),
            spelled(.old) { $0.words(of: before.kind).joined(separator: " ") },
            spelled(.new) { $0.words(of: after.kind).joined(separator: " ") }, at: after.place,
            mark: after.marks.change, isSettled: isSettled)
    }

    /// Every row says, or the block says for all, that the years are not compared.
    private func isBreakTold(of question: Question) -> Bool {
        let items = question.rows.isEmpty ? [question.code] : question.rows.map(\.code)
        return items.allSatisfy { code in
            guard let item = new.item(code) else { return false }
            return item.change == .rewordedNotComparable || item.change == .new
        }
    }

    /// What kind of change the types make, or nil when they ask for the same.
    private func change(from before: Question, to after: Question) -> SurveyDifference.Kind? {
        switch (before.kind, after.kind) {
        case (.single, .single), (.yesNo, .yesNo), (.note, .note): return nil
        case (.multiple(let was), .multiple(let now)): return was == now ? nil : .logic
        case (.ranking(let was), .ranking(let now)): return was == now ? nil : .logic
        case (.text(let was), .text(let now)): return was == now ? nil : .logic
        case (.longText(let was), .longText(let now)): return was == now ? nil : .logic
        // A list of units has several names.
        case (.dropdown(let was), .dropdown(let now)):
            return (was == nil) == (now == nil) ? nil : .answers(isBroken: true)
        case (.rating(let was), .rating(let now)): return was == now ? nil : .answers(isBroken: true)
        case (.likert(let was), .likert(let now)), (.pair(let was), .pair(let now)): return scaleChange(was, now)
        case (.date(let was), .date(let now)), (.month(let was), .month(let now)):
            return was == now || isNextYears(was, now) ? nil : .logic
        case (.number(let was, let wasUnit), .number(let now, let nowUnit)):
            if was != now { return isScored(after.code) ? .answers(isBroken: true) : .logic }
            return wasUnit == nowUnit ? nil : .logic
        default: return .answers(isBroken: true)
        }
    }

    private func isScored(_ code: String) -> Bool {
        [old, new].contains { edition in
            edition.survey.dimensions.contains { edition.composition(of: $0).contains { $0.code == code } }
        }
    }

    /// Another scale is another question, unless it counts the same; one that only has another name is told once.
    private func scaleChange(_ was: String, _ now: String) -> SurveyDifference.Kind? {
        guard let before = old.survey.scale(named: was), let after = new.survey.scale(named: now) else {
            return was == now ? nil : .answers(isBroken: true)
        }
        if after.name.main == before.name.main || scalePairs[after.name.main] == before.name.main { return nil }
        if !counts(before, likeThoseOf: after) { return .answers(isBroken: true) }
        return isSame(before, after) ? nil : .answers(isBroken: false)
    }

    /// This year's range of days is last year's, moved on by the years between.
    private func isNextYears(_ was: ClosedRange<Day>?, _ now: ClosedRange<Day>?) -> Bool {
        guard let was, let now, let before = old.survey.year, let after = new.survey.year, after > before else {
            return false
        }
        func moved(_ day: Day) -> Day? { Day(year: day.year + after - before, month: day.month, day: day.day) }
        return moved(was.lowerBound) == now.lowerBound && moved(was.upperBound) == now.upperBound
    }

    // MARK: Options

    mutating func compareOptions(_ before: Question, _ after: Question) {
        let isBreakTold = after.marks.change == .rewordedNotComparable
        let was = Dictionary(before.options.map { ($0.code, $0) }) { first, _ in first }
        let now = Set(after.options.map(\.code))
        let isCounted: Bool =
            switch after.kind {
            case .single, .dropdown: true
            default: false
            }
        for option in after.options {
            let subject = option.subject(in: after)
            guard let earlier = was[option.code] else {
                add(
                    .answers(isBroken: true), subject, Wording("新选项", "new option"), nil,
                    Self.verbatim(option.text.main), at: option.place, mark: option.marks.change,
                    isSettled: isBreakTold || option.marks.change == .new)
                continue
            }
            compare(earlier, option, subject, of: after)
        }
        for option in before.options where !now.contains(option.code) {
            add(
                .answers(isBroken: true), option.subject(in: after), Wording("去掉的选项", "option left out"),
                Self.verbatim(option.text.main), nil, at: after.place, mark: after.marks.change, isSettled: isBreakTold)
        }
        compareOrder(
            before.options.map(\.code), after.options.map(\.code), isCounted ? .answers(isBroken: true) : .logic,
            .question(code: after.code, text: after.text.main), Wording("选项的先后", "order of options"), at: after.place,
            isSettled: isCounted && isBreakTold)
    }

    private mutating func compare(
        _ before: Option, _ after: Option, _ subject: SurveyDifference.Subject, of question: Question
    ) {
        let mark = after.marks.change ?? question.marks.change
        let isExplained = mark == .rewordedComparable || mark == .rewordedNotComparable
        if isReworded(before.text, after.text) {
            add(
                .reworded, subject, Wording("选项的文字", "wording of the option"),
                Self.verbatim(old.wording(before.text, in: new.language) ?? before.text.main),
                Self.verbatim(after.text.main), at: after.place, mark: mark, isSettled: isExplained)
        }
        compareText(
            before.text, after.text, subject, Wording("选项的文字", "wording of the option"), mark: mark,
            isSettled: isExplained, withMain: false)
        compareHelp(before.help, after.help, subject, at: after.place)
        compareShow(before.show, after.show, subject, at: after.place)
        func points(_ option: Option) -> Wording? {
            option.marks.isUnscored
                ? Wording(MarkWord.unscored.chinese, MarkWord.unscored.english)
                : option.marks.points.map { Wording("\($0)分", "\($0)pts") }
        }
        if points(before) != points(after) {
            add(
                .answers(isBroken: true), subject, Wording("分值", "points"), points(before), points(after),
                at: after.place, mark: mark, isSettled: mark == .rewordedNotComparable)
        }
        for (word, flag) in [(MarkWord.write, \Marks.takesText), (.exclusive, \.isExclusive)] {
            let (was, now) = (before.marks[keyPath: flag], after.marks[keyPath: flag])
            guard was != now else { continue }
            add(
                .logic, subject, Wording(word.chinese, word.english), was ? Wording("有", "yes") : nil,
                now ? Wording("有", "yes") : nil, at: after.place)
        }
    }

    // MARK: Scales

    mutating func compareScales() {
        let pairs = scalePairs
        for scale in new.survey.scales {
            guard let before = pairs[scale.name.main].flatMap(old.survey.scale(named:)) else {
                add(
                    .text, .scale(scale.name.main), Wording("新的量表", "new scale"), nil, Self.verbatim(scale.name.main),
                    at: scale.place)
                continue
            }
            compareText(before.name, scale.name, .scale(scale.name.main), Wording("名称", "name"))
            compare(before, scale)
        }
        let kept = Set(pairs.values)
        for scale in old.survey.scales where !kept.contains(scale.name.main) {
            add(
                .text, .scale(scale.name.main), Wording("去掉的量表", "scale left out"), Self.verbatim(scale.name.main), nil,
                at: new.survey.scales.first?.place ?? new.survey.title.place)
        }
        compareOrder(
            old.survey.scales.map(\.name.main), new.survey.scales.map(\.name.main), .text, .survey,
            Wording("量表的先后", "order of scales"), at: new.survey.scales.first?.place ?? .nowhere)
    }

    /// This year's name → last year's: the same name, else the one scale left over that counts the same.
    var scalePairs: [String: String] {
        var pairs: [String: String] = [:]
        for scale in new.survey.scales {
            if let before = old.survey.scale(named: scale.name.main), !pairs.values.contains(before.name.main) {
                pairs[scale.name.main] = before.name.main
            }
        }
        for scale in new.survey.scales where pairs[scale.name.main] == nil {
            let free = old.survey.scales.first { before in
                !pairs.values.contains(before.name.main) && new.survey.scale(named: before.name.main) == nil
                    && counts(before, likeThoseOf: scale)
            }
            pairs[scale.name.main] = free?.name.main
        }
        return pairs
    }

    private mutating func compare(_ before: Scale, _ after: Scale) {
        let subject = SurveyDifference.Subject.scale(after.name.main)
        let users = new.survey.questions.filter { $0.usesScale(after.name) && old.item($0.code) != nil }
        let codes = users.flatMap { $0.rows.isEmpty ? [$0.code] : $0.rows.map(\.code) }
        let marks = codes.map { new.item($0)?.change }
        let isBreakTold = !marks.isEmpty && marks.allSatisfy { $0 == .rewordedNotComparable || $0 == .new }
        let isExplained = !marks.isEmpty && marks.allSatisfy { $0 != nil }
        if !counts(before, likeThoseOf: after) {
            add(
                .answers(isBroken: true), subject, Wording("各档的数值和分值", "levels and their points"),
                told(before.numbered), told(after.numbered), at: after.place, isSettled: isBreakTold)
        } else if before.levels.map(\.code) != after.levels.map(\.code) {
            add(
                .answers(isBroken: false), subject, Wording("各档", "levels"), told(before.levels), told(after.levels),
                at: after.place, isSettled: isExplained)
        }
        for level in after.levels {
            guard let earlier = before.levels.first(where: { $0.code == level.code }) else { continue }
            let name = level.code.map(String.init) ?? "NA"
            let what = Wording("第 \(name) 档的文字", "wording of level \(name)")
            if isReworded(earlier.text, level.text) {
                add(
                    .answers(isBroken: false), subject, what,
                    Self.verbatim(old.wording(earlier.text, in: new.language) ?? earlier.text.main),
                    Self.verbatim(level.text.main), at: level.place, isSettled: isExplained)
            }
            compareText(earlier.text, level.text, subject, what, isSettled: isExplained, withMain: false)
        }
    }

    /// What `SurveyHistory` asks of two scales: the same levels with the same points.
    private func counts(_ before: Scale, likeThoseOf after: Scale) -> Bool {
        func counted(_ scale: Scale) -> [[Int?]] {
            scale.numbered.map { [$0.code, $0.isUnscored ? nil : $0.points ?? $0.code] }
                .sorted { ($0[0] ?? 0) < ($1[0] ?? 0) }
        }
        return counted(before) == counted(after)
    }

    private func isSame(_ before: Scale, _ after: Scale) -> Bool {
        before.levels.map(\.code) == after.levels.map(\.code)
            && zip(before.levels, after.levels).allSatisfy { !isReworded($0.text, $1.text) }
    }

    private func told(_ levels: [Level]) -> Wording {
        func spelled(_ points: String) -> String {
            levels.map { level in
                let code = level.code.map(String.init) ?? "NA"
                if level.isUnscored, level.code != nil { return "\(code)（—）" }
                return level.points.map { "\(code)（\($0)\(points)）" } ?? code
            }.joined(separator: " ")
        }
        return Wording(spelled("分"), spelled("pts"))
    }
}

extension Option {
    func subject(in question: Question) -> SurveyDifference.Subject {
        .option(question: question.code, code: code, text: text.main)
    }
}

extension Question {
    func usesScale(_ name: LocalText) -> Bool {
        switch kind {
        case .likert(let scale), .pair(let scale): name.wordings.contains(scale)
        default: false
        }
    }
}
