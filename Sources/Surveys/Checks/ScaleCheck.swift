/// Z036, Z056, Z067, Z072, Z073: a scale has levels without a gap, and somebody uses it.
let checkScales: SurveyCheck = { checked in
    let survey = checked.survey
    var mainNames: [String: String] = [:]
    for scale in survey.scales {
        for name in scale.name.wordings where mainNames[name] == nil { mainNames[name] = scale.name.main }
    }
    let used = Set(
        checked.questions.compactMap { question -> String? in
            switch question.kind {
            case .likert(let name), .pair(let name): mainNames[name]
            default: nil
            }
        })
    var names: [String: Place] = [:]
    return survey.scales.flatMap { scale -> [Diagnostic] in
        var found: [Diagnostic] = []
        for name in Set(scale.name.wordings) where !name.isEmpty {
            if let earlier = names[name] {
                found.append(
                    Diagnostic(
                        "Z036", at: scale.place.range, Wording("有两个量表都叫“\(name)”", "two scales are named \"\(name)\""),
                        related: [Diagnostic.Related(range: earlier.range, label: Wording("第一个在这里", "the first one"))]))
                break
            }
        }
        for name in scale.name.wordings where names[name] == nil { names[name] = scale.place }
        found += levels(of: scale, isWhole: !checked.isBroken(scale.place))
        if !used.contains(scale.name.main), !checked.hasLostScale, !scale.name.main.isEmpty {
            found.append(
                Diagnostic(
                    "Z072", .warning, at: scale.place.range,
                    Wording("没有题目用到量表“\(scale.name.main)”", "no question uses this scale")))
        }
        return found
    }
}

private func levels(of scale: Scale, isWhole: Bool) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: [Int?: Place] = [:]
    for level in scale.levels {
        let name = level.code.map(String.init) ?? "NA"
        if let earlier = seen[level.code] {
            found.append(
                Diagnostic(
                    "Z036", at: level.place.range,
                    Wording("量表“\(scale.name.main)”有两档都是 \(name)", "two levels of this scale are \(name)"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))]))
        } else {
            seen[level.code] = level.place
        }
    }
    guard isWhole else { return found }
    let codes = Set(scale.levels.compactMap(\.code))
    guard codes.count >= 2, let low = codes.min(), let high = codes.max() else {
        if !found.isEmpty { return found }
        return [
            Diagnostic(
                "Z056", at: scale.place.range,
                Wording("量表“\(scale.name.main)”至少要有两档", "a scale needs at least two levels"),
                notes: [Wording("在它下面写“- 1 = 文字”", "write `- 1 = text` below it")])
        ]
    }
    if let gap = (low...high).first(where: { !codes.contains($0) }) {
        found.append(
            Diagnostic(
                "Z073", at: scale.place.range,
                Wording("量表“\(scale.name.main)”缺了 \(gap) 这一档", "this scale has no level \(gap)"),
                notes: [Wording("各档的数值要连续", "levels are numbered without a gap")]))
    }
    if scale.levels.contains(where: { $0.points != nil }),
        let bare = scale.levels.first(where: { $0.points == nil && !$0.isUnscored })
    {
        found.append(missingPoints(of: bare.text.main, at: bare.place))
    }
    return found
}
