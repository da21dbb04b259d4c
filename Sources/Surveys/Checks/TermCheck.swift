/// Z061, Z074, Z075, Z076: a dimension takes items that exist, score, and share their bounds.
let checkTerms: SurveyCheck = { survey in
    let codes = survey.questions.flatMap { [$0.code] + $0.rows.map(\.code) }
    var names: [String: Place] = [:]
    return survey.dimensions.flatMap { dimension -> [Diagnostic] in
        var found: [Diagnostic] = []
        if let earlier = names.updateValue(dimension.place, forKey: dimension.name.main) {
            found.append(
                Diagnostic(
                    "Z036", at: dimension.place.range,
                    Wording("有两个维度都叫“\(dimension.name.main)”", "two dimensions have this name"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一个在这里", "the first one"))]))
        }
        if dimension.terms.isEmpty, !dimension.isComposite {
            found.append(
                Diagnostic(
                    "Z061", at: dimension.place.range,
                    Wording("维度“\(dimension.name.main)”没有取题", "dimension \"\(dimension.name.main)\" takes no items"),
                    notes: [Wording("在它下面写：取题：代码、代码，或 合成：维度 50%、维度 50%", "write `items:` or `combine:` below it")]))
        }
        var bounds: ClosedRange<Int>?
        for term in dimension.terms {
            let variables = survey.variables(of: term)
            if variables.isEmpty {
                let guess = Suggestion.nearest(to: term.code, among: codes)
                found.append(
                    Diagnostic(
                        "Z075", at: term.place.range,
                        Wording("取题里的“\(term.code)”不存在", "there is no question \"\(term.code)\""),
                        notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? []))
                continue
            }
            let isPair = variables.contains { $0.part != nil }
            if isPair != (dimension.method == .gap) || variables.contains(where: { $0.scoring == nil && !$0.marks.isUnscored }) {
                found.append(noScore(term, isPair: isPair))
                continue
            }
            // A sum adds lines of different maxima (a check sheet); a mean of different scales means nothing.
            guard dimension.method != .sum else { continue }
            for scoring in variables.compactMap(\.scoring) {
                if let bounds, bounds != scoring.bounds {
                    found.append(
                        Diagnostic(
                            "Z076", at: term.place.range,
                            Wording(
                                "“\(term.code)”的分值是 \(scoring.bounds.lowerBound)~\(scoring.bounds.upperBound)，和前面的 \(bounds.lowerBound)~\(bounds.upperBound) 不同，不能求平均",
                                "\(term.code) scores \(scoring.bounds.lowerBound)~\(scoring.bounds.upperBound), the items before it \(bounds.lowerBound)~\(bounds.upperBound): no mean"),
                            notes: [Wording("把它们分成两个维度，再用“合成：”", "make two dimensions and combine them")]))
                    break
                }
                bounds = scoring.bounds
            }
        }
        return found
    }
}

private func noScore(_ term: Dimension.Term, isPair: Bool) -> Diagnostic {
    Diagnostic(
        "Z074", at: term.place.range,
        Wording("“\(term.code)”没有分值，不能放进维度", "\(term.code) has no score, so it cannot be part of a dimension"),
        notes: [
            isPair
                ? Wording("能力对要写：计法：要求-现有", "pairs need `method: required-current`")
                : Wording("若要计分，请给选项写分值，例如：- 1 = 集中学习 [2分]；能力差距只取能力对", "give its options points, such as `- 1 = text [2分]`; a gap takes pairs only")
        ])
}
