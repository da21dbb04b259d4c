import Disclosure
import Scoring
import Statistics
package import Surveys

extension ScoreListing {
    /// How the score of one dimension of the whole came about: each formula, then the same with its numbers filled in.
    ///
    /// - Parameter name: of a dimension, in any of the survey's languages.
    /// - Throws: `ExplanationError` for a name that no round's survey knows, with the nearest one that it does.
    package func explanation(of name: String, language: ReaderLanguage) throws(ExplanationError) -> String {
        var parts: [String] = []
        var hidden: [String] = []
        for (year, round) in years {
            guard let round else {
                let wording = Wording(
                    "\(year) 年不足 \(release.k) 份答卷，不显示算式\n",
                    "\(year): fewer than \(release.k) responses, nothing is explained\n")
                hidden.append(wording.text(in: language))
                continue
            }
            let place = round.whole.scores.firstIndex { $0.dimension.name.wordings.contains(name) }
            guard let place else { continue }
            parts.append(
                ScoreExplanation(
                    listing: self, year: year, round: round, score: round.whole.scores[place],
                    planned: round.plan.dimensions[place], language: language
                ).text)
        }
        // Where every year is hidden nobody can tell whether there is such a dimension.
        guard !parts.isEmpty || years.allSatisfy({ $0.round == nil }) else {
            let known = years.compactMap(\.round).flatMap { $0.whole.scores.flatMap(\.dimension.name.wordings) }
            throw ExplanationError(name: name, among: known)
        }
        return (parts + hidden).joined(separator: "\n")
    }
}

/// Why nothing is explained.
package struct ExplanationError: Error, Sendable, Equatable {
    package var wording: Wording

    init(name: String, among known: [String]) {
        let guess = Suggestion.nearest(to: name, among: known)
        var names: [String] = []
        for one in known where !names.contains(one) { names.append(one) }
        let more = names.count > 12
        let list = names.prefix(12)
        wording = Wording(
            "没有维度“\(name)”\(guess.map { "；您是不是想写“\($0)”？" } ?? "；有：\(list.joined(separator: "、"))\(more ? "等" : "")")",
            "there is no dimension \"\(name)\"\(guess.map { "; did you mean \"\($0)\"?" } ?? "; there are \(list.joined(separator: ", "))\(more ? " …" : "")")"
        )
    }
}

/// One dimension in one year, line by line.
///
/// Only sums over everybody stand here: of those who answered some of the items alone there may be very few.
struct ScoreExplanation {
    let listing: ScoreListing
    let year: Int
    let round: AssessedRound
    let score: DimensionScore
    let planned: SurveyPlan.PlannedDimension
    let language: ReaderLanguage

    var text: String {
        let title = say(
            "\(name(score.dimension.name))　\(year) 年　全体", "\(name(score.dimension.name))  \(year)  the whole")
        guard score.itemCount > 0, let measure = planned.own else {
            return title + "\n" + say("  这一年没有计分的题", "  nothing is scored in this year") + "\n"
        }
        guard listing.shows(score.estimate) else {
            return title + "\n"
                + say("  [隐] 不足 \(listing.release.k) 人", "  [hidden] fewer than \(listing.release.k) people") + "\n"
        }
        var lines: [(label: String, text: String)] = []
        switch measure {
        case .scale(let scale): lines += person(scale) + mean(scale)
        case .composite(let index, let parts): lines += composite(index, parts)
        }
        lines += interval + band + favourable + comparable
        if case .scale(let scale) = measure { lines += reliability(scale) }
        let width = lines.map { DisplayWidth.of($0.label) }.max() ?? 0
        return title + "\n"
            + lines.map { "  " + DisplayWidth.padded($0.label, to: width) + "  " + $0.text + "\n" }.joined()
    }

    // MARK: A dimension of items

    private func person(_ scale: SurveyPlan.PlannedScale) -> [(String, String)] {
        let terms = round.plan.tally.scales[scale.index].terms
        let isGap = score.dimension.method == .gap
        let items = zip(scale.codes, terms).map { code, term in
            let variable = round.plan.survey.variables.first { $0.code == code }
            let weight = term.weight == 1 ? "" : "×\(term.weight)"
            return code + weight + (variable?.marks.isReversed == true ? say("（反向）", " (reversed)") : "")
        }
        let points =
            isGap
            ? "" : say("；每题 ", "; points ") + "\(scale.bounds.lowerBound)…\(scale.bounds.upperBound)" + say(" 分", "")
        let formula =
            isGap
            ? say("Σ 权重×(要求－现有) ÷ Σ 权重", "Σ weight × (required − current) ÷ Σ weight")
            : say("Σ 权重×分值 ÷ Σ 权重", "Σ weight × points ÷ Σ weight")
        return [
            (say("取题", "items"), items.joined(separator: say("、", ", ")) + points),
            (
                say("每人", "a person"),
                "y = \(formula)"
                    + say(
                        "，只算答了的题；至少答 \(scale.minimumAnswered) 题才有得分",
                        ", over what was answered; a score needs \(scale.minimumAnswered) of them")
            ),
        ]
    }

    private func mean(_ scale: SurveyPlan.PlannedScale) -> [(String, String)] {
        let moments = round.whole.tally.scales[scale.index].scores(minimumAnswered: scale.minimumAnswered)
        guard let mean = moments.mean, let value = score.estimate.value else { return [undefinedLine] }
        let missing = score.estimate.missing
        var lines = [
            (
                say("均值", "mean"),
                "m = Σy ÷ n = \(fixed(mean * Double(moments.n), 4)) ÷ \(moments.n) = \(fixed(mean, 6))"
                    + say("（缺 \(missing) 人）", " (missing: \(missing))")
            )
        ]
        if scale.slope != 1 || scale.offset != 0 {
            let offset = scale.offset == 0 ? "" : " \(scale.offset < 0 ? "−" : "+") \(fixed(abs(scale.offset), 4))"
            lines.append(
                (
                    rescaling,
                    "\(fixed(scale.slope, 4)) × m\(offset) = \(fixed(scale.slope, 4)) × \(fixed(mean, 6))\(offset) = \(fixed(value, 3))"
                ))
        }
        return lines
    }

    private var rescaling: String {
        if score.dimension.method == .sum { return say("合计", "sum") }
        return switch score.dimension.rescale {
        case .percentOfMaximumPossible: say("百分制", "POMP")
        case .shareOfMaximum: say("折百", "share of max")
        case .onto, .raw: say("换算", "rescaled")
        }
    }

    // MARK: A composite

    private func composite(_ index: Int, _ parts: [CompositePart]) -> [(String, String)] {
        guard let value = score.estimate.value else { return [undefinedLine] }
        let tally = round.whole.tally.composites[index]
        let leaves = round.plan.survey.leaves(of: score.dimension) ?? []
        var lines = [
            (
                say("合成", "composite"),
                say(
                    "Σ 权重×各维度得分，只算每个维度都有得分的 \(tally.n) 人（缺 \(score.estimate.missing) 人）",
                    "Σ weight × score, over the \(tally.n) people with a score on each dimension (missing: \(score.estimate.missing))"
                )
            )
        ]
        var sum: [String] = []
        for (place, (leaf, part)) in zip(leaves, parts).enumerated() {
            guard let mean = tally.mean(of: place) else { continue }
            // The member's own score is of a few people more: the difference would tell theirs.
            let others = (round.whole.score(leaf.dimension.name.main)?.estimate.n ?? tally.n) - tally.n
            guard others == 0 || listing.release.shows(n: others) else {
                let few = Wording(
                    "[隐] 另有不足 \(listing.release.k) 人只有这个维度的得分",
                    "[hidden] fewer than \(listing.release.k) people more have a score on it")
                lines.append(("", "\(percent(part.weight))  \(name(leaf.dimension.name)) \(few.text(in: language))"))
                sum.append("\(percent(part.weight))×[\(say("隐", "hidden"))]")
                continue
            }
            let shown = part.offset + part.slope * mean
            lines.append(
                (
                    "",
                    "\(percent(part.weight))  \(name(leaf.dimension.name)) \(fixed(shown, 3))" + turned(leaf.dimension)
                ))
            sum.append("\(percent(part.weight))×\(fixed(shown, 3))")
        }
        lines.append((say("得分", "score"), sum.joined(separator: " + ") + " = " + fixed(value, 3)))
        return lines
    }

    /// How a member enters whose own score is not what is weighted.
    private func turned(_ member: Dimension) -> String {
        if member.method == .gap {
            return say("（100－平均不足÷最大差距×100）", " (100 − mean shortfall ÷ widest gap × 100)")
        }
        guard member.direction != score.dimension.direction else { return "" }
        return say("（方向相反，按本维度的满分对调）", " (its other end is the better one, so it is turned round)")
    }

    // MARK: What goes with it

    private var interval: [(String, String)] {
        let estimate = score.estimate
        guard let value = estimate.value else { return [] }
        guard let lower = estimate.lower, let upper = estimate.upper, let deviation = score.standardDeviation,
            estimate.n >= 2
        else {
            let reason = estimate.undefined?.wording.text(in: language) ?? ""
            return [(say("区间", "interval"), say("没有：\(reason)", "none: \(reason)"))]
        }
        if estimate.method.hasSuffix(".census") {
            return [
                (
                    say("区间", "interval"),
                    say(
                        "名册上 \(estimate.n) 人都答了，没有抽样误差",
                        "all \(estimate.n) people on the roster answered: no sampling error")
                )
            ]
        }
        let t = StudentT(df: Double(estimate.n - 1)).critical(level: 0.95)
        let headcount = round.whole.headcount
        let open = headcount.map { 1 - Double(estimate.n) / Double($0) } ?? 1
        let error = (open * deviation * deviation / Double(estimate.n)).squareRoot()
        let correction = headcount.map { "(1 − \(estimate.n)/\($0)) × " } ?? ""
        return [
            (say("标准差", "sd"), "s = \(fixed(deviation, 4))"),
            (
                say("标准误", "se"),
                "√(\(correction)s² ÷ n) = √(\(correction)\(fixed(deviation * deviation, 4)) ÷ \(estimate.n)) = \(fixed(error, 4))"
            ),
            (
                say("95% 区间", "95% interval"),
                "\(say("得分", "score")) ± t(\(estimate.n - 1)) × se = \(fixed(value, 3)) ± \(fixed(t, 4)) × \(fixed(error, 4)) = \(fixed(lower, 3))…\(fixed(upper, 3))"
            ),
        ]
    }

    private var band: [(String, String)] {
        guard let value = score.estimate.value, let band = score.dimension.band(for: value) else { return [] }
        let rule = band.from.map { "≥ \(fixed($0, $0 == $0.rounded() ? 0 : 2))" } ?? say("其余", "others")
        return [(say("等次", "band"), "\(rule) → \(name(band.text))")]
    }

    private var favourable: [(String, String)] {
        guard let share = score.favourable, listing.shows(share), let value = share.value else { return [] }
        let bounds = share.lower.flatMap { lower in
            share.upper.map { "\(NumberText.percent(lower))…\(NumberText.percent($0))" }
        }
        return [
            (
                say("好评率", "favourable"),
                NumberText.percent(value) + (bounds.map { say("（\($0)）", " (\($0))") } ?? "")
                    + say("，每人答的题中高于中点的比例，再平均", ": each person's share of answers beyond the middle, averaged")
            )
        ]
    }

    /// Years are compared on this and not on the score above.
    private var comparable: [(String, String)] {
        guard listing.years.count > 1, let shared = score.comparable, shared.isPartial, listing.shows(shared.estimate),
            let value = shared.estimate.value
        else { return [] }
        var items = ""
        if case .scale(let scale)? = planned.comparable { items = scale.codes.joined(separator: say("、", ", ")) }
        return [
            (
                say("可比得分", "comparable"),
                fixed(value, 3)
                    + (items.isEmpty
                        ? say("，按各年都有的题", ", by the items of all years")
                        : say("，只用各年都有的 \(items)", ", by the items of all years: \(items)"))
            )
        ]
    }

    private func reliability(_ scale: SurveyPlan.PlannedScale) -> [(String, String)] {
        guard let reliability = score.reliability, listing.shows(reliability.alpha) else { return [] }
        let moments = round.whole.tally.scales[scale.index].listwise
        let (n, k) = (moments.n, moments.variables)
        guard let alpha = reliability.alpha.value, let lower = reliability.alpha.lower,
            let upper = reliability.alpha.upper
        else { return [] }
        let items = (0..<k).reduce(0.0) { $0 + (moments.covariance($1, $1) ?? 0) }
        let total = (0..<k).reduce(0.0) { sum, i in
            sum + (0..<k).reduce(0.0) { $0 + (moments.covariance(i, $1) ?? 0) }
        }
        return [
            (
                "α",
                "k/(k−1) × (1 − Σs²ᵢ/s²_T) = \(k)/\(k - 1) × (1 − \(fixed(items, 4))/\(fixed(total, 4))) = \(fixed(alpha, 4))"
                    + say("（答全 \(n) 份；", " (\(n) complete; ") + say("Feldt 区间 ", "Feldt's interval ")
                    + "\(fixed(lower, 4))…\(fixed(upper, 4))" + say("）", ")")
            )
        ] + omega(reliability.omega)
    }

    private func omega(_ omega: FactorOmega) -> [(String, String)] {
        guard let value = omega.total.value else { return [] }
        let common = omega.loadings.reduce(0, +)
        let square = common * common
        let unique = square * (1 - value) / value
        return [
            (
                "ω",
                "(Σλ)² ÷ ((Σλ)² + Σψ) = \(fixed(common, 4))² ÷ (\(fixed(common, 4))² + \(fixed(unique, 4))) = \(fixed(value, 4))"
                    + say("（单因子，极大似然）", " (one factor, maximum likelihood)")
            )
        ]
    }

    private var undefinedLine: (String, String) {
        (say("得分", "score"), score.estimate.undefined?.wording.text(in: language) ?? "")
    }

    // MARK: Words

    private func fixed(_ number: Double, _ decimals: Int) -> String { NumberText.fixed(number, decimals) }

    private func percent(_ share: Double) -> String {
        let hundredths = share * 100
        return fixed(hundredths, abs(hundredths - hundredths.rounded()) < 1e-9 ? 0 : 2) + "%"
    }

    private func name(_ text: LocalText) -> String { language == .english ? text.text(in: "en") : text.main }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
}
