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
        case .composite(let index, let parts, _): lines += composite(index, parts)
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
                say("一组人", "a group"),
                "m = \(formula)" + say("，对全部答案求和", ", summed over all answers")
            ),
        ]
    }

    private func mean(_ scale: SurveyPlan.PlannedScale) -> [(String, String)] {
        guard let pooled = round.plan.pooled(.scale(scale), round.whole.tally), let value = score.estimate.value,
            scale.slope != 0
        else { return [undefinedLine] }
        let mean = (pooled.mean - scale.offset) / scale.slope
        let missing = score.estimate.missing
        let sum = "\(fixed(mean * Double(pooled.weight), 0)) ÷ \(pooled.weight) = \(fixed(mean, 6))"
        let people = say(
            "（\(pooled.people) 人的答案，缺 \(missing) 人）", " (answers of \(pooled.people) people, missing: \(missing))")
        var lines = [(say("均值", "mean"), "m = \(sum)" + people)]
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
        let leaves = round.plan.survey.leaves(of: score.dimension) ?? []
        var lines = [(say("合成", "composite"), say("Σ 权重×各维度得分", "Σ weight × score"))]
        var sum: [String] = []
        for (member, (leaf, part)) in zip(round.plan.tally.composites[index], zip(leaves, parts)) {
            guard let shown = round.plan.attainment(part, scale: member, round.whole.tally)?.mean else { continue }
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

    private var undefinedLine: (String, String) {
        (say("得分", "score"), score.estimate.undefined?.wording.text(in: language) ?? "")
    }

    // MARK: Words

    func fixed(_ number: Double, _ decimals: Int) -> String { NumberText.fixed(number, decimals) }

    func percent(_ share: Double) -> String {
        let hundredths = share * 100
        return fixed(hundredths, abs(hundredths - hundredths.rounded()) < 1e-9 ? 0 : 2) + "%"
    }

    func name(_ text: LocalText) -> String { language == .english ? text.text(in: "en") : text.main }

    func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
}
