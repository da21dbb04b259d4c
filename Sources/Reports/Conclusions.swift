import Disclosure
import Scoring
import Statistics
import Surveys

/// The sentences of the first page: at most five, made by rules, facts only. Never a cause, never a person, never a
/// group below the limit.
struct Conclusions {
    let sentences: [Conclusion]

    init(_ context: ReportContext) {
        let spoken = ConclusionRule.allCases.compactMap { rule in Self.text(by: rule, context).map { (rule, $0) } }
        sentences = zip(spoken, ["①", "②", "③", "④", "⑤"]).map { Conclusion(rule: $0.0, mark: $1, text: $0.1) }
    }

    private static func text(by rule: ConclusionRule, _ context: ReportContext) -> String? {
        switch rule {
        case .totals: totals(context)
        case .largestFall: largestFall(context)
        case .largestGaps: largestGaps(context)
        case .units: units(context)
        case .decisions: decisions(context)
        }
    }

    /// ① the headline dimensions with their change.
    private static func totals(_ context: ReportContext) -> String? {
        let parts = context.headlines.prefix(3).compactMap { score -> String? in
            let shown = context.shown(score)
            guard shown.drawn != nil else { return nil }
            let decimals = context.decimals(of: score.dimension)
            let remarks = [scale(of: score, context), score.band.map { context.text($0).shortened(to: 20) }]
                .compactMap(\.self)
            let inBrackets = remarks.joined(separator: context.say("，", ", "))
            let remark = remarks.isEmpty ? "" : context.say("（\(inBrackets)）", " (\(inBrackets))")
            let name = context.label(of: score).shortened(to: 40)
            let space = name.last?.isASCII == true ? " " : ""
            let points = shown.words(decimals, context.language)
            return context.say("\(name)\(space)\(points)分", "\(name): \(points) points") + remark
                + change(score, context, decimals)
        }
        return parts.isEmpty ? nil : context.clauses(parts) + context.say("。", ".") + caution(context)
    }

    /// `1—5分`; nil of a hundred points, which go without saying.
    private static func scale(of score: DimensionScore, _ context: ReportContext) -> String? {
        let frame = context.frame(of: score.dimension)
        guard abs(frame.upperBound - 100) > 1e-6 else { return nil }
        let ends = [frame.lowerBound, frame.upperBound].map { NumberText.fixed($0, $0 == $0.rounded() ? 0 : 1) }
        return context.say("\(ends[0])—\(ends[1])分", "on \(ends[0])–\(ends[1])")
    }

    /// Few answers weaken every sentence that follows.
    private static func caution(_ context: ReportContext) -> String {
        guard let rate = context.now.whole.responseRate, rate < lowResponseRate else { return "" }
        let (found, limit) = (NumberText.percent(rate), NumberText.percent(lowResponseRate, 0))
        return context.say(
            "回收率\(found)，低于\(limit)，没有回答的人可能与回答的人不同。",
            " The response rate is \(found), below \(limit): those who did not answer may differ from those who did.")
    }

    /// “基本持平” whenever the difference is not beyond chance, whatever its sign.
    private static func change(_ score: DimensionScore, _ context: ReportContext, _ decimals: Int) -> String {
        guard let change = context.change(score.name, to: context.now.year) else { return "" }
        guard let isClear = change.isClear else {
            return context.say(
                "，较\(context.previousWord)的变化不判", ", the change from \(context.previousWord) is not judged")
        }
        guard isClear else {
            return context.say("，与\(context.previousWord)基本持平", ", broadly unchanged from \(context.previousWord)")
        }
        let moved = moved(change, context, decimals)
        return context.say("，较\(context.previousWord)\(moved)", ", \(moved) from \(context.previousWord)")
    }

    /// `提高1.2分`; a low that is good neither 提高 nor 下降 says enough of, so it also says which it is.
    private static func moved(_ change: YearChange, _ context: ReportContext, _ decimals: Int) -> String {
        let isRise = (change.test.difference.value ?? 0) > 0
        let size =
            context.size(of: change).map {
                context.say(
                    "\(NumberText.fixed(abs($0), decimals))分", " by \(NumberText.fixed(abs($0), decimals)) points")
            } ?? ""
        guard context.isLowBetter(change.dimension) else {
            return (isRise ? context.say("提高", "up") : context.say("下降", "down")) + size
        }
        return isRise
            ? context.say("上升\(size)（变差）", "up\(size) (worse)") : context.say("下降\(size)（改善）", "down\(size) (better)")
    }

    /// `下降`, or where some dimensions are better low, the word that fits both.
    private static func worse(_ context: ReportContext) -> String {
        context.scored.contains { context.isLowBetter($0.dimension) }
            ? context.say("变差", "worse") : context.say("下降", "lower")
    }

    /// ② the largest clear change for the worse among the dimensions of items, and its lowest item.
    private static func largestFall(_ context: ReportContext) -> String? {
        let changes = context.scored.filter { !$0.dimension.isComposite }.compactMap {
            context.change($0.name, to: context.now.year)
        }
        // Where nothing could be compared, nothing is said.
        guard !changes.isEmpty else { return nil }
        let unjudged = changes.count { $0.isClear == nil }
        guard unjudged < changes.count else {
            return context.say(
                "各维度较\(context.previousWord)的变化都没有检验，不判。",
                "No change from \(context.previousWord) could be tested, so none is judged.")
        }
        let rest =
            unjudged == 0
            ? ""
            : context.say("；另有\(unjudged)个维度的变化没有检验，不判", "; changes without a test, not judged: \(unjudged)")
        let falls = context.clearFalls
        guard let worst = falls.first else {
            return context.say(
                "没有维度较\(context.previousWord)明显\(worse(context))\(rest)。",
                "No dimension is clearly \(worse(context)) than in \(context.previousWord)\(rest).")
        }
        let moved = moved(worst.change, context, context.decimals(of: worst.score.dimension))
        let name = context.name(of: worst.score).shortened(to: 40)
        var text = context.say(
            "“\(name)”较\(context.previousWord)\(moved)", "“\(name)” is \(moved) from \(context.previousWord)")
        text +=
            falls.count == 1
            ? context.say("，是唯一明显\(worse(context))的维度", ", the only dimension that is clearly \(worse(context))")
            : context.say(
                "，在\(falls.count)个明显\(worse(context))的维度中幅度最大",
                ", the most of the \(falls.count) dimensions that are clearly \(worse(context))")
        let items = context.rankedItems.filter { $0.dimension == worst.score.name }
        if let lowest = items.first, items.count > 1 {
            let shown = context.favourable(lowest.variable, in: context.now)
            if shown.exact != nil {
                text += context.say(
                    "；其中\(lowest.variable.code)有利回答\(shown.percent)，为该维度最低",
                    "; its least favourable item is \(lowest.variable.code), with \(shown.percent) favourable answers")
            }
        }
        return text + rest + context.say("。", ".")
    }

    /// ③ the two largest competence gaps, of those that are beyond chance.
    private static func largestGaps(_ context: ReportContext) -> String? {
        let competences = context.competences
        guard !competences.isEmpty else { return nil }
        let unjudged = competences.count { $0.isClear == nil }
        guard unjudged < competences.count else {
            return context.say("各项能力的差距都没有检验，不判。", "No competence gap could be tested, so none is judged.")
        }
        let rest =
            unjudged == 0
            ? "" : context.say("；另有\(unjudged)项的差距没有检验，不判", "; gaps without a test, not judged: \(unjudged)")
        let gaps = competences.filter { context.isClearGap($0) && context.shown($0).gap != nil }
            .sorted { ($0.test.gap.value ?? 0) > ($1.test.gap.value ?? 0) }
        guard let first = gaps.first else {
            return competences.contains(where: context.isClearGap)
                ? nil
                : context.say(
                    "各项能力的现状都没有明显低于要求\(rest)。", "No competence is clearly below what is required\(rest).")
        }
        func words(_ gap: CompetenceGap) -> String {
            let name = context.text(gap.text).withoutRemark.shortened(to: 40)
            let size = NumberText.fixed(gap.test.gap.value ?? 0, 2)
            return context.say("“\(name)”（\(size)）", "“\(name)” (\(size))")
        }
        var text = context.say("能力差距最大的是", "The widest competence gap is ") + words(first)
        if gaps.count > 1 { text += context.say("，其次是", ", followed by ") + words(gaps[1]) }
        guard gaps.prefix(2).allSatisfy({ $0.bounds == first.bounds }) else {
            return text + rest + context.say("。", ".")
        }
        return text
            + context.say(
                "，按\(first.bounds.lowerBound)—\(first.bounds.upperBound)级计\(rest)。",
                ", on levels \(first.bounds.lowerBound)–\(first.bounds.upperBound)\(rest).")
    }

    /// ④ units that lie clearly below the others, and those that are not shown alone.
    private static func units(_ context: ReportContext) -> String? {
        guard !context.units.isEmpty else { return nil }
        let members = context.members.filter { context.release.showsUnits($0.name, year: context.now.year) }
        let lowBetter = Set(members.filter { context.isLowBetter($0.dimension) }.map(\.name))
        let names = Set(members.map(\.name))
        let compared = context.now.contrasts.filter {
            names.contains($0.dimension) && context.units.indices.contains($0.unit) && $0.test.difference.value != nil
        }
        let unjudged = compared.count { $0.isClear == nil }
        var found: [(name: String, count: Int)] = []
        for (index, unit) in context.units.enumerated() {
            let worse = compared.filter {
                $0.unit == index && $0.isClear == true
                    && (($0.test.difference.value ?? 0) > 0) == lowBetter.contains($0.dimension)
            }
            if !worse.isEmpty {
                found.append((context.name(of: unit).shortened(to: 60), worse.count))
            }
        }
        let word =
            lowBetter.isEmpty
            ? context.say("明显低于其他处室", "clearly below the other units")
            : context.say("明显不如其他处室", "clearly worse than the other units")
        var sentences: [String] = []
        // On how many dimensions, so that no unit reads as low altogether.
        if let only = found.first, found.count == 1 {
            let dimensions = only.count == 1 ? "dimension" : "dimensions"
            sentences.append(
                context.say(
                    "\(only.name)在\(only.count)个维度上\(word)", "\(only.name) is \(word) on \(only.count) \(dimensions)"))
        } else if !found.isEmpty {
            let names = found.prefix(3).map { context.say("\($0.name)（\($0.count)个）", "\($0.name) (\($0.count))") }
            let rest = found.count > 3 ? context.say("等\(found.count)个处室", " and \(found.count - 3) more") : ""
            sentences.append(
                context.say("有维度\(word)的是", "Units \(word), with the number of dimensions: ") + context.list(names)
                    + rest)
        } else if unjudged < compared.count {
            sentences.append(context.say("没有处室\(word)", "No unit is \(word)"))
        }
        if unjudged > 0 {
            sentences.append(
                context.say(
                    "处室与其他处室的比较有\(unjudged)个没有检验，不判",
                    "comparisons of a unit with the others without a test, not judged: \(unjudged)"))
        }
        let merged = context.release.merged.reduce(0) { $0 + $1.count { !$0.isEmpty } }
        if merged > 0 {
            // Not every unit of a set is small itself: only the sets are said to be merged.
            let sets = context.release.merged.count
            sentences.append(
                context.say(
                    "有的处室答卷不足\(context.release.k)份，\(merged)个处室合并为\(sets)组显示",
                    "some units have fewer than \(context.release.k) responses, so \(merged) units are merged into \(sets) \(sets == 1 ? "set" : "sets")"
                ))
        }
        return sentences.isEmpty ? nil : context.clauses(sentences) + context.say("。", ".")
    }

    /// ⑤ what the meeting has to decide, by the rules that seed the list of measures.
    private static func decisions(_ context: ReportContext) -> String? {
        let seeds = MeasureSeed.all(context)
        func count(_ rule: MeasureSeed.Rule) -> Int { seeds.count { $0.rule == rule } }
        let limit =
            context.urgentGaps.allSatisfy { $0.bounds.upperBound - $0.bounds.lowerBound == 4 }
            ? "0.8" : context.say("量表五分之一", "a fifth of the scale")
        let counts = [
            (
                context.say("明显\(worse(context))的维度", "dimensions clearly \(worse(context))"), count(.fall)
            ),
            (context.say("低于60分的维度", "dimensions below 60 points"), count(.lowScore)),
            (
                context.say(
                    "差距达到\(limit)、要求不低于均值的能力", "competences of at least mean importance with a gap of \(limit) or more"),
                count(.gap)
            ),
            (context.say("回收率低于75%的处室", "units with a response rate below 75%"), count(.lowResponse)),
            (
                context.say("没有检验、不判的变差或差距", "changes for the worse or gaps without a test, not judged"),
                count(.unjudged)
            ),
        ]
        let found = counts.filter { $0.1 > 0 }
        guard !found.isEmpty else {
            return context.say(
                "请委员会决定\(context.now.year + 1)年的改进重点；按规则没有必须列入的事项。",
                "The committee is asked to decide where to improve in \(context.now.year + 1); by the rules nothing has to be listed."
            )
        }
        let total = found.reduce(0) { $0 + $1.1 }
        let listed = found.map { context.say("\($0.0)\($0.1)个", "\($0.0): \($0.1)") }
            .joined(separator: context.say("，", "; "))
        return context.say(
            "请委员会决定\(context.now.year + 1)年的改进重点；按规则应列入\(total)项：\(listed)。",
            "The committee is asked to decide where to improve in \(context.now.year + 1); by the rules \(total) should be listed – \(listed)."
        )
    }
}
