import Disclosure
import Scoring
import Statistics
import Surveys

/// The sentences of the first page: at most five, made by rules, facts only. Never a cause, never a person, never a
/// group below the limit.
struct Conclusions {
    let sentences: [String]

    init(_ context: ReportContext) {
        sentences = [
            Self.totals(context), Self.largestFall(context), Self.largestGaps(context), Self.units(context),
            Self.decisions(context),
        ].compactMap { $0 }
    }

    /// ① the headline dimensions with their change.
    private static func totals(_ context: ReportContext) -> String? {
        let parts = context.headlines.prefix(3).compactMap { score -> String? in
            let shown = context.shown(score)
            guard shown.drawn != nil else { return nil }
            let decimals = context.decimals(of: score.dimension)
            let band = score.band.map { "（\($0.main.shortened(to: 20))）" } ?? ""
            let name = context.label(of: score).shortened(to: 40)
            let space = name.last?.isASCII == true ? " " : ""
            return "\(name)\(space)\(shown.words(decimals))分\(band)\(change(score, context, decimals))"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "；") + "。"
    }

    /// “基本持平” whenever the difference is not beyond chance, whatever its sign.
    private static func change(_ score: DimensionScore, _ context: ReportContext, _ decimals: Int) -> String {
        guard let change = context.change(score.name, to: context.now.year), let isClear = change.isClear else {
            return ""
        }
        guard isClear else { return "，与\(context.previousWord)基本持平" }
        return "，较\(context.previousWord)\(moved(change, context, decimals))"
    }

    /// `提高1.2分`; a low that is good neither 提高 nor 下降 says enough of, so it also says which it is.
    private static func moved(_ change: YearChange, _ context: ReportContext, _ decimals: Int) -> String {
        let isRise = (change.test.difference.value ?? 0) > 0
        let size = context.size(of: change).map { "\(NumberText.fixed(abs($0), decimals))分" } ?? ""
        guard context.isLowBetter(change.dimension) else { return (isRise ? "提高" : "下降") + size }
        return isRise ? "上升\(size)（变差）" : "下降\(size)（改善）"
    }

    /// `下降`, or where some dimensions are better low, the word that fits both.
    private static func worse(_ context: ReportContext) -> String {
        context.scored.contains { context.isLowBetter($0.dimension) } ? "变差" : "下降"
    }

    /// ② the largest clear change for the worse among the dimensions of items, and its lowest item.
    private static func largestFall(_ context: ReportContext) -> String? {
        let plain = context.scored.filter { !$0.dimension.isComposite }
        // Where nothing could be compared, nothing is said.
        guard plain.contains(where: { context.change($0.name, to: context.now.year)?.isClear != nil }) else {
            return nil
        }
        let falls = context.clearFalls
        guard let worst = falls.first else {
            return "没有维度较\(context.previousWord)明显\(worse(context))。"
        }
        let moved = moved(worst.change, context, context.decimals(of: worst.score.dimension))
        var text = "“\(worst.score.name.shortened(to: 40))”较\(context.previousWord)\(moved)"
        text += falls.count == 1 ? "，是唯一明显\(worse(context))的维度" : "，在\(falls.count)个明显\(worse(context))的维度中幅度最大"
        let items = context.rankedItems.filter { $0.dimension == worst.score.name }
        if let lowest = items.first, items.count > 1, let share = lowest.favourable.value {
            let shown = ShownNumber.share(share, n: lowest.favourable.n)
            if shown.exact != nil { text += "；其中\(lowest.variable.code)有利回答\(shown.percent)，为该维度最低" }
        }
        return text + "。"
    }

    /// ③ the two largest competence gaps, of those that are beyond chance.
    private static func largestGaps(_ context: ReportContext) -> String? {
        let competences = context.competences
        guard !competences.isEmpty else { return nil }
        let gaps = competences.filter { context.isClearGap($0) && context.shown($0).gap != nil }
            .sorted { ($0.test.gap.value ?? 0) > ($1.test.gap.value ?? 0) }
        guard let first = gaps.first else {
            return competences.contains(where: context.isClearGap) ? nil : "各项能力的现状都没有明显低于要求。"
        }
        func words(_ gap: CompetenceGap) -> String {
            "“\(gap.text.main.withoutRemark.shortened(to: 40))”（\(NumberText.fixed(gap.test.gap.value ?? 0, 2))）"
        }
        var text = "能力差距最大的是\(words(first))"
        if gaps.count > 1 { text += "，其次是\(words(gaps[1]))" }
        guard gaps.prefix(2).allSatisfy({ $0.bounds == first.bounds }) else { return text + "。" }
        return text + "，按\(first.bounds.lowerBound)—\(first.bounds.upperBound)级计。"
    }

    /// ④ units that lie clearly below the others, and those that are not shown alone.
    private static func units(_ context: ReportContext) -> String? {
        guard !context.units.isEmpty else { return nil }
        let members = context.members.filter { context.release.showsUnits($0.name, year: context.now.year) }
        let lowBetter = Set(members.filter { context.isLowBetter($0.dimension) }.map(\.name))
        let names = Set(members.map(\.name))
        let tested = context.now.contrasts.filter { names.contains($0.dimension) && $0.adjustedP != nil }
        var parts: [String] = []
        for (index, unit) in context.units.enumerated() {
            let worse = tested.filter {
                $0.unit == index && $0.isClear
                    && (($0.test.difference.value ?? 0) > 0) == lowBetter.contains($0.dimension)
            }
            if !worse.isEmpty { parts.append("\(context.name(of: unit).shortened(to: 40))（\(worse.count)个维度）") }
        }
        let word = lowBetter.isEmpty ? "明显低于其他处室" : "明显不如其他处室"
        var sentences: [String] = []
        if !parts.isEmpty {
            sentences.append(
                "\(parts.prefix(3).joined(separator: "、"))\(parts.count > 3 ? "等\(parts.count)个处室" : "")\(word)")
        } else if !tested.isEmpty {
            sentences.append("没有处室\(word)")
        }
        let merged = context.release.merged.reduce(0) { $0 + $1.count { !$0.isEmpty } }
        if merged > 0 {
            // Not every unit of a set is small itself: only the sets are said to be merged.
            sentences.append("有的处室答卷不足\(context.release.k)份，\(merged)个处室合并为\(context.release.merged.count)组显示")
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: "；") + "。"
    }

    /// ⑤ what the meeting has to decide, by the rules that seed the list of measures.
    private static func decisions(_ context: ReportContext) -> String? {
        let seeds = MeasureSeed.all(context)
        func count(_ rule: MeasureSeed.Rule) -> Int { seeds.count { $0.rule == rule } }
        let limit =
            context.urgentGaps.allSatisfy { $0.bounds.upperBound - $0.bounds.lowerBound == 4 } ? "0.8" : "量表五分之一"
        let counts = [
            ("明显\(worse(context))的维度", count(.fall)), ("低于60分的维度", count(.lowScore)),
            ("差距达到\(limit)、要求不低于均值的能力", count(.gap)), ("回收率低于75%的处室", count(.lowResponse)),
        ]
        let found = counts.filter { $0.1 > 0 }
        guard !found.isEmpty else { return "请委员会决定\(context.now.year + 1)年的改进重点；按规则没有必须列入的事项。" }
        let total = found.reduce(0) { $0 + $1.1 }
        return
            "请委员会决定\(context.now.year + 1)年的改进重点；按规则应列入\(total)项：\(found.map { "\($0.0)\($0.1)个" }.joined(separator: "，"))。"
    }
}
