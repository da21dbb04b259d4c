import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// How far the items of a dimension of the whole measure one thing; nil where the question does not arise.
    func reliabilityRecord(_ score: DimensionScore) -> ScoreRecord? {
        guard let reliability = score.reliability else { return nil }
        return ScoreRecord(.whole, .dimension(score.dimension.name), isShown: shows(reliability.alpha)) {
            [
                ScoreField("items", Wording("题数", "items"), .count(score.itemCount)),
                ScoreField("alpha", Wording("α", "alpha"), .estimate(reliability.alpha, .decimals(4))),
                ScoreField("omega", Wording("ω", "omega"), .estimate(reliability.omega.total, .decimals(4, .value))),
                ScoreField("heywood", nil, .count(reliability.omega.heywood.count)),
                ScoreField("spearmanBrown", Wording("S-B", "S-B"), .number(reliability.spearmanBrown, decimals: 4)),
                ScoreField(
                    "standardisedAlpha", Wording("标准化α", "std. alpha"),
                    .number(reliability.standardisedAlpha, decimals: 4)),
                ScoreField(
                    "meanInterItemCorrelation", Wording("题间相关", "mean r"),
                    .number(reliability.meanInterItemCorrelation, decimals: 3)),
                ScoreField(
                    "standardError", Wording("测量标准误", "SEM"), .number(reliability.standardError, decimals: 4)),
                ScoreField("verdict", Wording("判断", "verdict"), verdict(score, reliability)),
            ]
        }
    }

    /// By alpha, or by Spearman–Brown for two items; at .70 by convention (Nunnally 1978, Psychometric Theory).
    private func verdict(_ score: DimensionScore, _ reliability: Reliability) -> ScoreField.Value {
        guard let value = score.itemCount == 2 ? reliability.spearmanBrown : reliability.alpha.value else {
            return .word("undefined", Wording("无法判断", "cannot be told"))
        }
        if value >= 0.7 { return .word("sufficient", Wording("合格", "sufficient")) }
        return .word("insufficient", Wording("偏低，解释得分要谨慎", "low: read the score with care"))
    }
}
