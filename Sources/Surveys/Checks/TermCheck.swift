/// Z036, Z061, Z068, Z069, Z074, Z075, Z076: a dimension takes items that exist, once each, score, and share their bounds.
let checkTerms: SurveyCheck = { checked in
    let survey = checked.survey
    let codes = SuggestionList(checked.questions.flatMap { [$0.code] + $0.rows.map(\.code) })
    var names: [String: Place] = [:]
    return survey.dimensions.flatMap { dimension -> [Diagnostic] in
        var found: [Diagnostic] = []
        if let earlier = dimension.name.wordings.lazy.compactMap({ names[$0] }).first, !dimension.name.main.isEmpty {
            found.append(
                Diagnostic(
                    "Z036", at: dimension.place.range,
                    Wording("有两个维度都叫“\(dimension.name.main)”", "two dimensions have this name"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一个在这里", "the first one"))]))
        }
        for name in dimension.name.wordings where names[name] == nil { names[name] = dimension.place }
        if dimension.terms.isEmpty, !dimension.isComposite, !checked.isBroken(dimension.place) {
            found.append(
                Diagnostic(
                    "Z061", at: dimension.place.range,
                    Wording("维度“\(dimension.name.main)”没有取题", "dimension \"\(dimension.name.main)\" takes no items"),
                    notes: [Wording("在它下面写：取题：代码、代码，或 合成：维度 50%、维度 50%", "write `items:` or `combine:` below it")]))
        }
        let items = terms(of: dimension, checked, codes)
        found += items.found
        if let most = dimension.mostMissing, let count = items.count, most >= count {
            found.append(
                Diagnostic(
                    "Z069", at: dimension.place.range,
                    Wording(
                        "“\(dimension.name.main)”一共 \(count) 题，不能缺答 \(most) 题",
                        "\"\(dimension.name.main)\" has \(count) items: \(most) cannot be missing"),
                    notes: [Wording("至少要有一题作答才有得分", "a score needs at least one answer")]))
        }
        return found
    }
}

/// - Returns: remarks, and how many items there are, if all of them were found.
private func terms(of dimension: Dimension, _ checked: CheckedSurvey, _ codes: SuggestionList) -> (
    found: [Diagnostic], count: Int?
) {
    var isWhole = !dimension.terms.isEmpty && !checked.isBroken(dimension.place)
    var found: [Diagnostic] = []
    var bounds: ClosedRange<Int>?
    var taken: [String: Place] = [:]
    for term in dimension.terms {
        // What could not be read was reported where it stands.
        if checked.unread.contains(term.code) {
            isWhole = false
            continue
        }
        let variables = checked.variables(of: term.code)
        guard let first = variables.first else {
            found.append(unknown(term, checked, codes))
            continue
        }
        if checked.isBroken(checked.questions[first.ordinal].place) || variables.contains(where: \.lacksScale) {
            isWhole = false
            continue
        }
        let question = checked.questions[first.ordinal]
        let isPair = variables.contains { $0.part != nil }
        let scorings = variables.map(\.scoring)
        let isUnscored = zip(variables, scorings).contains { $1 == nil && !$0.marks.isUnscored }
        if isUnscored || isPair != (dimension.method == .gap) || scorings.allSatisfy({ $0 == nil }) {
            found.append(noScore(term, isPair: isPair, isGap: dimension.method == .gap, question, checked))
            continue
        }
        if let double = variables.first(where: { taken[$0.name] != nil }), let earlier = taken[double.name] {
            found.append(
                Diagnostic(
                    "Z068", at: term.place.range,
                    Wording("“\(double.code)”取了两次，会重复计分", "\(double.code) is taken twice and would count twice"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))],
                    notes: [Wording("要加重它，写权重：\(double.code) ×2", "to weigh it more write \(double.code) ×2")]))
            continue
        }
        for variable in variables { taken[variable.name] = term.place }
        // A sum adds lines of different maxima (a check sheet); a mean of different scales means nothing.
        guard dimension.method != .sum else { continue }
        for scoring in scorings.compactMap({ $0 }) {
            if let bounds, bounds != scoring.bounds {
                found.append(differentBounds(term, scoring.bounds, bounds))
                break
            }
            bounds = scoring.bounds
        }
    }
    let count = Set(taken.keys.map { checked.itemName(of: $0) }).count
    return (found, isWhole && found.isEmpty ? count : nil)
}

private func unknown(_ term: Dimension.Term, _ checked: CheckedSurvey, _ codes: SuggestionList) -> Diagnostic {
    // A note, or a block that lost its rows, has a code and no answers.
    if let question = checked.questions.first(where: { $0.code == term.code }) {
        return noScore(term, isPair: false, isGap: false, question, checked)
    }
    if let remark = range(term, checked) { return remark }
    let guess = Suggestion.nearest(to: term.code, among: codes)
    return Diagnostic(
        "Z075", at: term.place.range,
        Wording("取题里的“\(term.code)”不存在", "there is no question \"\(term.code)\""),
        notes: term.code.contains(" ")
            ? [Wording("代码之间用“、”分开", "put a comma between codes")]
            : guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? [],
        fix: guess.map { Diagnostic.Fix(range: term.place.range, replacement: $0, isCertain: false) })
}

/// `ZF1~ZF3`
private func range(_ term: Dimension.Term, _ checked: CheckedSurvey) -> Diagnostic? {
    let ends = term.code.split { "~-至到 ".contains($0) }.map(String.init)
    guard ends.count == 2, !ends[0].isEmpty, term.code.contains(where: { "~-至到".contains($0) }),
        let block = checked.questions.first(where: { $0.code == ends[0] || $0.rows.contains { $0.code == ends[0] } })
    else { return nil }
    let isWhole = block.rows.isEmpty
    return Diagnostic(
        "Z075", at: term.place.range,
        Wording("取题不写起止，“\(term.code)”看不懂", "items are not given as a range: \"\(term.code)\""),
        notes: [
            isWhole
                ? Wording("逐个写，用“、”分开", "name each, with commas between them")
                : Wording("逐个写，或写整块的代码 \(block.code)", "name each, or the whole block: \(block.code)")
        ])
}

private func differentBounds(_ term: Dimension.Term, _ bounds: ClosedRange<Int>, _ others: ClosedRange<Int>)
    -> Diagnostic
{
    Diagnostic(
        "Z076", at: term.place.range,
        Wording(
            "“\(term.code)”的分值是 \(bounds.lowerBound)~\(bounds.upperBound)，和前面的 \(others.lowerBound)~\(others.upperBound) 不同，不能求平均",
            "\(term.code) scores \(bounds.lowerBound)~\(bounds.upperBound), the items before it \(others.lowerBound)~\(others.upperBound): no mean"
        ),
        notes: [Wording("把它们分成两个维度，再用“合成：”", "make two dimensions and combine them")])
}

private func noScore(
    _ term: Dimension.Term, isPair: Bool, isGap: Bool, _ question: Question, _ checked: CheckedSurvey
) -> Diagnostic {
    if isPair, !isGap {
        return Diagnostic(
            "Z074", at: term.place.range,
            Wording("“\(term.code)”是能力对，要说明怎么计分", "\(term.code) is a pair: say how it scores"),
            notes: [Wording("能力对要写：计法：要求-现有", "pairs need `method: required-current`")])
    }
    if isGap, !isPair {
        return Diagnostic(
            "Z074", at: term.place.range,
            Wording("“\(term.code)”不是能力对，没有要求和现有之差", "\(term.code) is no pair and has no gap"),
            notes: [Wording("去掉“计法：要求-现有”，或改取能力对", "leave out the method, or take pairs")])
    }
    return Diagnostic(
        "Z074", at: term.place.range,
        Wording("“\(term.code)”没有分值，不能放进维度", "\(term.code) has no score, so it cannot be part of a dimension"),
        related: [whyNoScore(question, checked)],
        notes: [
            Wording("若要计分，请给选项写分值，例如：- 1 = 集中学习 [2分]", "give its options points, such as `- 1 = text [2pts]`")
        ])
}

/// The mark that says so, or else the type.
private func whyNoScore(_ question: Question, _ checked: CheckedSurvey) -> Diagnostic.Related {
    let place = question.place.range
    return question.marks.isUnscored
        ? Diagnostic.Related(
            range: checked.source.place(of: .unscored, at: place),
            label: Wording("这道题不计分", "this question does not score"))
        : Diagnostic.Related(
            range: checked.source.typePlace(of: place),
            label: Wording("这种题默认不计分", "questions of this type do not score"))
}

extension Variable {
    /// Its scale was not found or not read, which was said already.
    fileprivate var lacksScale: Bool {
        if case .levels(let scale) = domain { scale.levels.isEmpty } else { false }
    }
}
