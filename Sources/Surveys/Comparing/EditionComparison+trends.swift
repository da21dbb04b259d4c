/// Which trends survive, by the rule that the reports use.
extension EditionComparison {
    mutating func judgeTrends() {
        let history = SurveyHistory([
            SurveyHistory.Edition(year: 0, survey: old.survey), SurveyHistory.Edition(year: 1, survey: new.survey),
        ])
        var judged: [String: SurveyDifference.Trend] = [:]
        for dimension in new.survey.dimensions where !dimension.isComposite {
            judged[dimension.name.main] = trend(of: dimension, history)
        }
        for dimension in new.survey.dimensions where dimension.isComposite {
            judged[dimension.name.main] = composite(dimension, judged)
        }
        difference.trends = new.survey.dimensions.compactMap { judged[$0.name.main] }
        for dimension in old.survey.dimensions where new.dimension(named: dimension.name.main) == nil {
            difference.trends.append(
                SurveyDifference.Trend(
                    dimension: dimension.name.main, isComposite: dimension.isComposite, verdict: .gone,
                    reasons: renaming(of: dimension.name.main)))
        }
    }

    private func trend(of dimension: Dimension, _ history: SurveyHistory) -> SurveyDifference.Trend {
        let name = dimension.name.main
        var trend = SurveyDifference.Trend(dimension: name, verdict: .new)
        guard let before = old.dimension(named: name) else {
            trend.reasons = renaming(of: name)
            return trend
        }
        let now = new.composition(of: dimension).map(\.code)
        let was = old.composition(of: before).map(\.code)
        let editions = [old, new]
        let common = history.comparableCodes(of: name) { editions[$0].variables(of: $1.code) }
        let taken = Set(now)
        let codes = now + was.filter { !taken.contains($0) }
        trend.reasons = codes.filter { !common.contains($0) }.map { reason(why: $0, isLostFrom: dimension, before) }
        let rule = changedRules(of: name)
        if common.isEmpty {
            trend.verdict = .broken
        } else if common.count < codes.count {
            trend.verdict = .overCommonItems(now.filter(common.contains), of: now.count)
            trend.reasons += rule
        } else {
            trend.verdict = rule.isEmpty ? .unchanged : .byThisYearsRule
            trend.reasons += rule
        }
        return trend
    }

    /// Why the report leaves an item out of the comparison.
    private func reason(why code: String, isLostFrom dimension: Dimension, _ before: Dimension) -> Wording {
        guard let item = new.item(code) else {
            return new.survey.retired.contains(code)
                ? Wording("\(code) 停用", "\(code) was retired") : Wording("\(code) 今年没有了", "\(code) is gone")
        }
        if old.item(code) == nil { return Wording("\(code) 是今年新增的", "\(code) is new") }
        if item.change == .new { return Wording("\(code) 标了 [新增]", "\(code) is marked [new]") }
        if item.change == .rewordedNotComparable {
            return Wording("\(code) 改述不可比", "\(code) is reworded and not comparable")
        }
        let was = old.composition(of: before).first { $0.code == code }
        let now = new.composition(of: dimension).first { $0.code == code }
        guard let was else { return Wording("\(code) 去年不在这个维度", "\(code) was not taken last year") }
        guard let now else { return Wording("\(code) 今年不在这个维度", "\(code) is not taken this year") }
        if was.weight != now.weight {
            return Wording(
                "\(code) 的权重由 \(was.weight) 改为 \(now.weight)",
                "the weight of \(code) went from \(was.weight) to \(now.weight)")
        }
        return Wording("\(code) 的选项、分值或反向改了", "the answers or points of \(code) changed")
    }

    /// Rules that both years are scored by as they stand this year.
    private func changedRules(of name: String) -> [Wording] {
        difference.changes.compactMap { change in
            guard change.subject == .dimension(name), [.method, .rescale, .missing, .combine].contains(change.keyword)
            else { return nil }
            let (was, now) = (change.before ?? Wording("无", "none"), change.after ?? Wording("无", "none"))
            return Wording(
                "\(change.what.chinese)由“\(was.chinese)”改为“\(now.chinese)”",
                "\(change.what.english) went from \(was.english) to \(now.english)")
        }
    }

    private func renaming(of name: String) -> [Wording] {
        difference.changes.compactMap { change in
            guard case .renamed = change.kind, case .dimension = change.subject, let was = change.before,
                let now = change.after, was.chinese == name || now.chinese == name
            else { return nil }
            return Wording(
                "看来由“\(was.chinese)”改名为“\(now.chinese)”；报告按名称比较",
                "it seems that \"\(was.english)\" became \"\(now.english)\"; reports compare by name")
        }
    }

    /// As good as the weakest of the dimensions that it is made of.
    private func composite(_ dimension: Dimension, _ judged: [String: SurveyDifference.Trend]) -> SurveyDifference.Trend
    {
        let name = dimension.name.main
        var trend = SurveyDifference.Trend(dimension: name, isComposite: true, verdict: .unchanged)
        guard let before = old.dimension(named: name), before.isComposite else {
            trend.verdict = old.dimension(named: name) == nil ? .new : .broken
            trend.reasons = renaming(of: name)
            return trend
        }
        let leaves = leaves(of: dimension)
        let parts = leaves.compactMap { judged[$0] }
        trend.reasons = parts.filter { $0.verdict != .unchanged }.map {
            Wording(
                "“\($0.dimension)”：\($0.verdict.wording.chinese)", "\"\($0.dimension)\": \($0.verdict.wording.english)")
        }
        let rule = changedRules(of: name)
        trend.reasons += rule
        if parts.contains(where: { [.broken, .new, .gone].contains($0.verdict) }) {
            trend.verdict = .broken
            return trend
        }
        var common: [String] = []
        var count = 0
        var isPartial = false
        for part in parts {
            let codes = new.dimension(named: part.dimension).map { new.composition(of: $0).map(\.code) } ?? []
            count += codes.count
            if case .overCommonItems(let shared, _) = part.verdict {
                isPartial = true
                common += shared
            } else {
                common += codes
            }
        }
        if isPartial {
            trend.verdict = .overCommonItems(common, of: count)
        } else if !rule.isEmpty || parts.contains(where: { $0.verdict == .byThisYearsRule }) {
            trend.verdict = .byThisYearsRule
        }
        return trend
    }

    /// The dimensions of items below a composite; a circle, which is an error elsewhere, is walked once.
    private func leaves(of composite: Dimension) -> [String] {
        var open = [composite.name.main]
        var seen: Set<String> = []
        var leaves: [String] = []
        while let name = open.popLast() {
            guard seen.insert(name).inserted, let dimension = new.dimension(named: name) else { continue }
            if dimension.isComposite {
                open += dimension.shares.reversed().map {
                    new.dimension(named: $0.dimension)?.name.main ?? $0.dimension
                }
            } else {
                leaves.append(dimension.name.main)
            }
        }
        return leaves
    }
}
