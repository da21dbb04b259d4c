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
                ScoreField("spearmanBrown", Wording("S-B", "S-B"), .number(reliability.spearmanBrown, decimals: 4)),
                ScoreField(
                    "standardError", Wording("测量标准误（分值）", "SEM (points)"),
                    .number(reliability.standardError, decimals: 4)),
            ]
        }
    }
}
