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
            guard let value = score.estimate.value, context.release.shows(n: score.estimate.n) else { return nil }
            let decimals = context.decimals(of: score.dimension)
            let band = score.band.map { "（\($0.main)）" } ?? ""
            return "\(score.name)\(NumberText.fixed(value, decimals))分\(band)\(change(score, context, decimals))"
        }
        return parts.isEmpty ? nil : parts.joined(separator: "；") + "。"
    }

    /// “基本持平” whenever the difference is not beyond chance, whatever its sign.
    private static func change(_ score: DimensionScore, _ context: ReportContext, _ decimals: Int) -> String {
        guard let change = context.change(score.name, to: context.now.year),
            let difference = change.test.difference.value, let isClear = change.isClear
        else { return "" }
        guard isClear else { return "，与上年基本持平" }
        return "，较上年\(difference > 0 ? "提高" : "下降")\(NumberText.fixed(abs(difference), decimals))分"
    }

    /// ② the largest clear fall among the dimensions of items, and its lowest item.
    private static func largestFall(_ context: ReportContext) -> String? {
        guard context.previous != nil else { return nil }
        let falls = clearFalls(context)
        guard let worst = falls.min(by: { $0.difference < $1.difference }) else { return "没有维度较上年明显下降。" }
        let decimals = context.decimals(of: worst.score.dimension)
        var text = "“\(worst.score.name)”较上年下降\(NumberText.fixed(-worst.difference, decimals))分"
        text += falls.count == 1 ? "，是唯一明显下降的维度" : "，在\(falls.count)个明显下降的维度中降幅最大"
        let items = context.now.whole.items.filter {
            $0.dimension == worst.score.name && context.release.shows(n: $0.favourable.n)
        }
        if let lowest = items.min(by: { ($0.favourable.value ?? 1) < ($1.favourable.value ?? 1) }), let share = lowest.favourable.value {
            text += "；其中\(lowest.variable.code)有利回答\(shareText(share))，为该维度最低"
        }
        return text + "。"
    }

    private static func clearFalls(_ context: ReportContext) -> [(score: DimensionScore, difference: Double)] {
        context.scored.filter { !$0.dimension.isComposite }.compactMap { score in
            guard let change = context.change(score.name, to: context.now.year), change.isClear == true,
                let difference = change.test.difference.value, difference < 0
            else { return nil }
            return (score, difference)
        }
    }

    /// ③ the two largest competence gaps.
    private static func largestGaps(_ context: ReportContext) -> String? {
        let gaps = context.now.whole.gaps.filter { context.release.shows(n: $0.test.gap.n) && ($0.test.gap.value ?? 0) > 0 }
            .sorted { ($0.test.gap.value ?? 0) > ($1.test.gap.value ?? 0) }
        guard let first = gaps.first, let value = first.test.gap.value else { return nil }
        var text = "能力差距最大的是“\(first.text.main.withoutRemark)”（\(NumberText.fixed(value, 2))）"
        if gaps.count > 1, let second = gaps[1].test.gap.value {
            text += "，其次是“\(gaps[1].text.main.withoutRemark)”（\(NumberText.fixed(second, 2))）"
        }
        return text + "，按\(first.bounds.lowerBound)—\(first.bounds.upperBound)级计。"
    }

    /// ④ units that lie clearly below the others, and those that are not shown alone.
    private static func units(_ context: ReportContext) -> String? {
        guard !context.units.isEmpty else { return nil }
        let names = Set(context.members.map(\.name))
        var parts: [String] = []
        for (index, unit) in context.units.enumerated() {
            let low = context.now.contrasts.filter {
                $0.unit == index && $0.isClear && ($0.test.difference.value ?? 0) < 0 && names.contains($0.dimension)
                    && context.release.showsUnits($0.dimension, year: context.now.year)
            }
            if !low.isEmpty { parts.append("\(context.name(of: unit))（\(low.count)个维度）") }
        }
        var text =
            parts.isEmpty
            ? "没有处室明显低于其他处室" : "\(parts.prefix(3).joined(separator: "、"))\(parts.count > 3 ? "等\(parts.count)个处室" : "")明显低于其他处室"
        let merged = context.release.merged.reduce(0) { $0 + $1.count }
        if merged > 0 { text += "；\(merged)个处室因答卷不足\(context.release.k)份合并显示" }
        return text + "。"
    }

    /// ⑤ what the meeting has to decide, by the rules that seed the list of measures.
    private static func decisions(_ context: ReportContext) -> String? {
        let falls = context.previous == nil ? 0 : clearFalls(context).count
        let low = context.members.count {
            context.frame(of: $0.dimension).upperBound == 100 && context.release.shows(n: $0.estimate.n) && ($0.estimate.value ?? 100) < 60
        }
        let gaps = context.now.whole.gaps.count {
            context.release.shows(n: $0.test.gap.n) && ($0.test.gap.value ?? 0) >= 0.8
                && ($0.quadrant == .concentrateHere || $0.quadrant == .keepUp)
        }
        let absent = context.units.count { ($0.responseRate ?? 1) < lowResponseRate }
        let counts = [("明显下降的维度", falls), ("低于60分的维度", low), ("差距达到0.8的重要能力", gaps), ("回收率低于75%的处室", absent)]
        let found = counts.filter { $0.1 > 0 }
        guard !found.isEmpty else { return "请委员会决定\(context.now.year + 1)年的改进重点；按规则没有必须列入的事项。" }
        let total = found.reduce(0) { $0 + $1.1 }
        return "请委员会决定\(context.now.year + 1)年的改进重点；按规则应列入\(total)项：\(found.map { "\($0.0)\($0.1)个" }.joined(separator: "，"))。"
    }
}
