/// Z064, Z065, Z066: bands run from high to low within the scores that are possible, and end in 其余.
let checkBands: SurveyCheck = { checked in
    checked.survey.dimensions.flatMap { dimension -> [Diagnostic] in
        guard !checked.isBroken(dimension.place) else { return [] }
        return order(of: dimension.bands) + outside(dimension, checked)
    }
}

private func order(of bands: [Dimension.Band]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (upper, lower) in zip(bands, bands.dropFirst()) {
        guard let high = upper.from else {
            return found + [
                Diagnostic("Z065", at: upper.place.range, Wording("“其余”要写在最后一档", "`rest` must be the last band"))
            ]
        }
        if let low = lower.from, low >= high {
            let line = PlainNumber.text(high)
            found.append(
                Diagnostic(
                    "Z064", at: lower.place.range,
                    Wording(
                        "等级分数线没有从高到低，“\(lower.text.main)”永远评不上",
                        "band thresholds are not descending: \"\(lower.text.main)\" can never be reached"),
                    label: Wording(
                        "\(line) 分以上已经是“\(upper.text.main)”", "from \(line) it is \"\(upper.text.main)\" already"),
                    related: [Diagnostic.Related(range: upper.place.range, label: Wording("上一档", "the band above"))]))
        }
    }
    if let last = bands.last, last.from != nil {
        found.append(
            Diagnostic(
                "Z065", at: last.place.range, Wording("最后一档应当是“其余”", "the last band must be `rest`"),
                notes: [Wording("加一行：- 其余 = 待改进", "add: - rest = Needs work")]))
    }
    return found
}

private func outside(_ dimension: Dimension, _ checked: CheckedSurvey) -> [Diagnostic] {
    guard let scores = possibleScores(dimension, checked) else { return [] }
    var found: [Diagnostic] = []
    if case .value(let value)? = dimension.benchmark, !scores.contains(value) {
        found.append(
            Diagnostic(
                "Z066", at: dimension.place.range,
                Wording(
                    "基准 \(PlainNumber.text(value)) 在得分范围 \(PlainNumber.text(scores.lowerBound))~\(PlainNumber.text(scores.upperBound)) 之外",
                    "the benchmark \(PlainNumber.text(value)) is outside the possible scores \(PlainNumber.text(scores.lowerBound))~\(PlainNumber.text(scores.upperBound))"
                )))
    }
    return found
        + dimension.bands.compactMap { band in
            guard let from = band.from, !scores.contains(from) else { return nil }
            return Diagnostic(
                "Z066", at: band.place.range,
                Wording(
                    "分数线 \(PlainNumber.text(from)) 在得分范围 \(PlainNumber.text(scores.lowerBound))~\(PlainNumber.text(scores.upperBound)) 之外",
                    "\(PlainNumber.text(from)) is outside the possible scores \(PlainNumber.text(scores.lowerBound))~\(PlainNumber.text(scores.upperBound))"
                )
            )
        }
}

/// The least and greatest score, where they follow from the text.
private func possibleScores(_ dimension: Dimension, _ checked: CheckedSurvey) -> ClosedRange<Double>? {
    switch dimension.rescale {
    case .percentOfMaximumPossible, .shareOfMaximum: return 0...100
    case .onto(let range): return Double(range.lowerBound)...Double(range.upperBound)
    case .raw: break
    }
    var low: [Int] = []
    var high: [Int] = []
    for term in dimension.terms {
        for scoring in checked.variables(of: term.code).compactMap(\.scoring) {
            let weight = dimension.method == .sum ? term.weight : 1
            low.append(weight * scoring.bounds.lowerBound)
            high.append(weight * scoring.bounds.upperBound)
        }
    }
    guard let least = low.min(), let greatest = high.max() else { return nil }
    return switch dimension.method {
    case .mean: Double(least)...Double(greatest)
    case .sum: Double(min(0, low.reduce(0, +)))...Double(max(0, high.reduce(0, +)))
    case .gap: Double(least - greatest)...Double(greatest - least)
    }
}
