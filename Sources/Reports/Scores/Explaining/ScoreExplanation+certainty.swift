import Disclosure
import Scoring
import Statistics
import Surveys

/// How sure the score is, and what it is read by.
extension ScoreExplanation {
    var interval: [(String, String)] {
        let estimate = score.estimate
        guard let value = estimate.value else { return [] }
        guard let lower = estimate.lower, let upper = estimate.upper, let deviation = score.moments.standardDeviation,
            estimate.n >= 2
        else {
            let reason = estimate.undefined?.wording.text(in: language) ?? ""
            return [(say("区间", "interval"), say("没有：\(reason)", "none: \(reason)"))]
        }
        let n = estimate.n
        let t = StudentT(df: Double(n - 1)).critical(level: 0.95)
        let people = planned.population(round.whole.headcount)
        let error = (people.open(after: n) * deviation * deviation / Double(n)).squareRoot()
        let formula = (people == nil ? "" : "(1 − κ × n ÷ N) × ") + "s² ÷ n"
        let correction = people.map { "(1 − \(fixed($0.lasting, 1)) × \(n) ÷ \($0.size)) × " } ?? ""
        var lines = [
            (
                say("离散", "spread"),
                "s = \(fixed(deviation, 4))" + say("，由各题的方差和协方差算出", ", from the variances and covariances of the items")
            ),
            (
                say("标准误", "se"),
                "√(\(formula)) = √(\(correction)\(fixed(deviation * deviation, 4)) ÷ \(n)) = \(fixed(error, 4))"
            ),
        ]
        if let lasting = people.map({ fixed($0.lasting, 1) }) {
            lines.append(
                (
                    "κ",
                    say(
                        "\(lasting)：人与人的差别中长久不变的部分所占的比例；其余随当天的心情变，人人都答了也不知道，所以标准误不会是 0",
                        "\(lasting): the part of the differences between people that lasts; the rest is the mood of the day, unknown even when everybody answered, so the error is never 0"
                    )
                ))
        }
        let bounds = "\(fixed(lower, 3))…\(fixed(upper, 3))"
        let label = say("95% 区间", "95% interval")
        let student = "\(fixed(value, 3)) ± \(fixed(t, 4)) × \(fixed(error, 4))"
        guard estimate.method.contains(".wilson"), let ends = planned.own?.ends else {
            return lines + [(label, "\(say("得分", "score")) ± t(\(n - 1)) × se = \(student) = \(bounds)")]
        }
        let width = ends.upperBound - ends.lowerBound
        let share = (value - ends.lowerBound) / width
        let effective = share * (1 - share) * width * width / (error * error)
        let scale = "\(fixed(ends.lowerBound, 0))…\(fixed(ends.upperBound, 0))"
        return lines + [
            (
                label,
                say(
                    "\(student) 会越出 \(scale)，改用 Wilson 法：p = \(fixed(share, 4))，n* = p(1 − p) ÷ se²（量表折成 0…1）= \(fixed(effective, 2))，z 换成 t(\(n - 1))",
                    "\(student) would leave \(scale), so Wilson's: p = \(fixed(share, 4)), n* = p(1 − p) ÷ se² (on a scale of 0…1) = \(fixed(effective, 2)), t(\(n - 1)) for z"
                )
            ),
            ("", "(p + t² ÷ 2n* ± t × √(p(1 − p) ÷ n* + t² ÷ 4n*²)) ÷ (1 + t² ÷ n*) = \(bounds)"),
        ]
    }

    var band: [(String, String)] {
        guard let value = score.estimate.value, let band = score.dimension.band(for: value) else { return [] }
        let rule = band.from.map { "≥ \(fixed($0, $0 == $0.rounded() ? 0 : 2))" } ?? say("其余", "others")
        return [(say("等次", "band"), "\(rule) → \(name(band.text))")]
    }

    var favourable: [(String, String)] {
        guard let share = score.favourable, listing.shows(share), let value = share.value else { return [] }
        let bounds = share.lower.flatMap { lower in
            share.upper.map { "\(NumberText.percent(lower))…\(NumberText.percent($0))" }
        }
        return [
            (
                say("好评率", "favourable"),
                NumberText.percent(value) + (bounds.map { say("（\($0)）", " (\($0))") } ?? "")
                    + say("，全部答案中高于中点的比例", ": the share of all answers beyond the middle")
            )
        ]
    }

    /// Years are compared on this and not on the score above.
    var comparable: [(String, String)] {
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

    func reliability(_ scale: SurveyPlan.PlannedScale) -> [(String, String)] {
        guard let reliability = score.reliability, listing.shows(reliability.alpha) else { return [] }
        let k = scale.codes.count
        guard let alpha = reliability.alpha.value, let lower = reliability.alpha.lower,
            let upper = reliability.alpha.upper, alpha < Double(k) / Double(k - 1)
        else { return [] }
        let n = reliability.alpha.n
        let items = round.whole.items.filter { scale.codes.contains($0.variable.code) }.reduce(0.0) {
            $0 + ($1.standardDeviation ?? 0) * ($1.standardDeviation ?? 0)
        }
        // Of the sum of all items, as alpha has it.
        let total = items / (1 - alpha * Double(k - 1) / Double(k))
        return [
            (
                "α",
                "k/(k−1) × (1 − Σs²ᵢ/s²_T) = \(k)/\(k - 1) × (1 − \(fixed(items, 4))/\(fixed(total, 4))) = \(fixed(alpha, 4))"
                    + say("（每两题都答的至少 \(n) 份；", " (at least \(n) responses to each two items; ")
                    + say("Feldt 区间 ", "Feldt's interval ")
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
}
