/// Z094: a dimension that takes other items than last year is compared over the common ones only, or not at all.
extension YearCheck {
    mutating func remarkOnTrends() {
        for change in difference.changes {
            guard case .dimension(let name) = change.subject, change.kind == .renamed, let was = change.before else {
                continue
            }
            remark(
                "Z094", .warning, at: change.place.range,
                Wording(
                    "维度“\(name)”取的题和 \(lastYear.chinese)的“\(was.chinese)”相同，是不是改了名称？",
                    "dimension \"\(name)\" takes what \"\(was.chinese)\" took in \(lastYear.english): was it renamed?"),
                notes: [
                    Wording(
                        "报告按名称比较，改了名称趋势就断开；想接上往年，请用回原来的名称",
                        "reports compare by name; use the old one, or its trend breaks"),
                    Wording("只想换个说法，可以改译文和报告标题，不改这里", "to say it otherwise, change its translation"),
                ])
        }
        for trend in difference.trends {
            guard let dimension = new.dimension(named: trend.dimension), !dimension.isComposite else {
                continue
            }
            remark(on: trend, of: dimension)
        }
    }

    private mutating func remark(on trend: SurveyDifference.Trend, of dimension: Dimension) {
        let change = difference.changes.first {
            $0.kind == .composition && $0.subject == .dimension(dimension.name.main) && !$0.isSettled
        }
        let isBroken = trend.verdict == .broken
        guard change != nil || (isBroken && !isToldElsewhere(dimension)) else { return }
        let place = change.map { self.place(of: $0) } ?? dimension.place.range
        let title =
            isBroken
            ? Wording(
                "维度“\(dimension.name.main)”和 \(lastYear.chinese)没有共同的题，趋势在今年断开",
                "dimension \"\(dimension.name.main)\" shares no item with \(lastYear.english): its trend breaks")
            : Wording(
                "维度“\(dimension.name.main)”取的题和 \(lastYear.chinese)不同，报告只用共同的题比较",
                "dimension \"\(dimension.name.main)\" takes other items than in \(lastYear.english); reports compare the common ones"
            )
        remark(
            "Z094", isBroken ? .warning : .hint, at: place, title,
            notes: (change.map { told([$0]) } ?? []) + [trend.verdict.wording] + trend.reasons.prefix(6))
    }

    /// A question of it has a remark of its own, and settling that may mend the trend.
    private func isToldElsewhere(_ dimension: Dimension) -> Bool {
        let before = old.dimension(named: dimension.name.main)
        let codes = Set(
            (new.composition(of: dimension) + (before.map { old.composition(of: $0) } ?? [])).map(\.code))
        let questions = Set(codes.compactMap { (new.item($0) ?? old.item($0))?.question.code })
        return difference.changes.contains { change in
            guard !change.isSettled else { return false }
            switch (change.kind, change.subject) {
            case (.added, .question(let code, _)), (.removed, .question(let code, _)),
                (.renamed, .question(let code, _)), (.answers, .question(let code, _)),
                (.answers, .option(let code, _, _)):
                return codes.contains(code) || questions.contains(code)
            case (.answers, .scale(let name)):
                guard let scale = reading.survey.scale(named: name) else { return false }
                return questions.contains { new.item($0)?.question.usesScale(scale.name) == true }
            default: return false
            }
        }
    }
}
