/// Z072, Z073, Z036: a scale has levels without a gap, and somebody uses it.
let checkScales: SurveyCheck = { survey in
    let used = Set(
        survey.questions.compactMap { question -> String? in
            switch question.kind {
            case .likert(let name), .pair(let name): survey.scale(named: name)?.name.main
            default: nil
            }
        })
    var names: [String: Place] = [:]
    return survey.scales.flatMap { scale -> [Diagnostic] in
        var found: [Diagnostic] = []
        if let earlier = names.updateValue(scale.place, forKey: scale.name.main) {
            found.append(
                Diagnostic(
                    "Z036", at: scale.place.range, Wording("有两个量表都叫“\(scale.name.main)”", "two scales have this name"),
                    related: [Diagnostic.Related(range: earlier.range, label: Wording("第一个在这里", "the first one"))]))
        }
        let codes = scale.numbered.compactMap(\.code)
        if codes.count < 2 {
            found.append(
                Diagnostic(
                    "Z056", at: scale.place.range,
                    Wording("量表“\(scale.name.main)”至少要有两档", "a scale needs at least two levels"),
                    notes: [Wording("在它下面写“- 1 = 文字”", "write `- 1 = text` below it")]))
        } else if let low = codes.min(), let high = codes.max() {
            if Set(codes).count < codes.count {
                found.append(
                    Diagnostic(
                        "Z036", at: scale.place.range,
                        Wording("量表“\(scale.name.main)”有两档用了同一个数", "two levels of this scale have the same number")))
            } else if let gap = (low...high).first(where: { !codes.contains($0) }) {
                found.append(
                    Diagnostic(
                        "Z073", at: scale.place.range,
                        Wording("量表“\(scale.name.main)”缺了 \(gap) 这一档", "this scale has no level \(gap)"),
                        notes: [Wording("各档的数值要连续", "levels are numbered without a gap")]))
            }
        }
        if !used.contains(scale.name.main) {
            found.append(
                Diagnostic(
                    "Z072", .warning, at: scale.place.range,
                    Wording("没有题目用到量表“\(scale.name.main)”", "no question uses this scale")))
        }
        return found
    }
}
