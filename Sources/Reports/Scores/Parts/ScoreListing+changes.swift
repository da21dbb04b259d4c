import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// What changed between neighbouring years, for the whole.
    var changeRecords: [ScoreRecord] {
        yearChanges.map { change in
            ScoreRecord(.whole, .change(change.dimension.name, from: change.from, to: change.to)) {
                [
                    ScoreField("verdict", Wording("判断", "verdict"), verdict(change)),
                    ScoreField(
                        "difference", Wording("差异", "difference"), .estimate(change.test.difference, .decimals(3))),
                ]
                    + ScoreField.test(
                        t: change.test.t, df: change.test.degreesOfFreedom, p: change.test.p,
                        adjusted: change.adjustedP) + [
                        ScoreField("hedgesG", Wording("g", "g"), .estimate(change.effect, .decimals(3, .interval))),
                        ScoreField("rankP", Wording("p(秩和)", "p(ranks)"), .probability(change.ranks?.p)),
                        ScoreField(
                            "cliffsDelta", Wording("δ", "delta"), .number(change.ranks?.delta.value, decimals: 3)),
                        ScoreField(
                            "within", Wording("处室内", "within"), .number(change.decomposition?.within, decimals: 3)),
                        ScoreField(
                            "composition", Wording("构成", "composition"),
                            .number(change.decomposition?.composition, decimals: 3)),
                    ]
            }
        }
    }

    private func verdict(_ change: YearChange) -> ScoreField.Value {
        guard let isClear = change.isClear, let difference = change.test.difference.value else {
            return .word("undefined", Wording("无法判断", "cannot be told"))
        }
        guard isClear else { return .word("steady", Wording("— 基本持平", "— about the same")) }
        return difference > 0
            ? .word("rise", Wording("▲ 明显上升", "▲ a clear rise")) : .word("fall", Wording("▼ 明显下降", "▼ a clear fall"))
    }

    /// How the favourable share of every shared item changed.
    var itemChangeRecords: [ScoreRecord] {
        release.assessment.itemChanges.map { change in
            let subject = ScoreSubject.itemChange(
                code: change.variable.name, change.variable.text, dimension: change.dimension, from: change.from,
                to: change.to)
            return ScoreRecord(.whole, subject) {
                [
                    ScoreField("before", Wording("上年好评率", "before"), .estimate(change.before, .percent(.value))),
                    ScoreField("after", Wording("今年好评率", "after"), .estimate(change.after, .percent(.value))),
                    ScoreField(
                        "difference", Wording("相差百分点", "points"), .estimate(change.difference, .points)),
                ]
            }
        }
    }

    /// The line through all years.
    var trendRecords: [ScoreRecord] {
        release.assessment.trends.map { line in
            ScoreRecord(.whole, .dimension(line.dimension.name)) {
                [
                    ScoreField("years", Wording("年数", "years"), .count(line.trend.years)),
                    ScoreField("slope", Wording("每年变化", "a year"), .estimate(line.trend.slope, .decimals(3))),
                    ScoreField("t", Wording("t", "t"), .number(line.trend.t, decimals: 3)),
                    ScoreField("p", Wording("p", "p"), .probability(line.trend.p)),
                    ScoreField("rSquared", Wording("R²", "R²"), .number(line.trend.rSquared, decimals: 3)),
                ]
            }
        }
    }
}
