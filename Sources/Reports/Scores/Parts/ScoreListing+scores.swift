import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// A dimension of the whole, or of a unit.
    func scoreRecord(_ score: DimensionScore, of unit: AssessedGroup?, in round: AssessedRound) -> ScoreRecord {
        let isShown = unit == nil ? shows(score.estimate) : shows(score, year: round.year)
        let shared = years.count > 1 ? score.comparable : nil
        return ScoreRecord(
            unit.map { .units($0.units) } ?? .whole, .dimension(score.dimension.name), isShown: isShown
        ) {
            [
                ScoreField("estimate", Wording("得分", "score"), .estimate(score.estimate, .decimals(3))),
                ScoreField("items", nil, .count(score.itemCount)),
                ScoreField("isComposite", nil, .truth(score.dimension.isComposite)),
                ScoreField("standardDeviation", Wording("标准差", "sd"), .number(score.standardDeviation, decimals: 3)),
                ScoreField("band", Wording("等次", "band"), .name(score.band)),
                ScoreField("benchmark", Wording("基准", "benchmark"), .number(benchmark(score.dimension), decimals: 3)),
                ScoreField(
                    "favourable", Wording("好评率", "favourable"), .estimate(score.favourable, .percent(.interval)),
                    isShown: score.favourable.map(shows) ?? true),
                ScoreField(
                    "comparable", Wording("可比得分", "comparable"), .estimate(shared?.estimate, .decimals(3, .value)),
                    isShown: shared.map { shows($0.estimate) } ?? true),
                ScoreField("comparableIsPartial", nil, .truth(shared?.isPartial ?? false)),
                ScoreField("method", Wording("方法", "method"), .code(score.estimate.method)),
            ]
        }
    }

    /// 基准, where it is a number.
    private func benchmark(_ dimension: Dimension) -> Double? {
        if case .value(let value) = dimension.benchmark { value } else { nil }
    }
}
