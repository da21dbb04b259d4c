import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// The persons' scores of a year, of the whole and of each unit; of every year, also of those that are hidden.
    func personRecords(_ year: Int) -> [ScoreRecord] {
        (persons ?? []).filter { $0.year == year }.flatMap(\.groups).flatMap { group in
            group.scores.map { personRecord($0, of: group.unit) }
        }
    }

    private func personRecord(_ score: UnprotectedScores.Score, of unit: String?) -> ScoreRecord {
        let reliability = score.reliability
        func byItem(_ value: (Reliability.Item) -> Double?) -> ScoreField.Value {
            .byItem(zip(score.codes, reliability?.items ?? []).map { (code: $0, value: value($1)) })
        }
        return ScoreRecord(unit.map { .units([$0]) } ?? .whole, .dimension(score.dimension.name)) {
            [
                ScoreField("estimate", Wording("个人得分平均", "mean of persons"), .estimate(score.estimate, .decimals(3))),
                ScoreField("standardDeviation", Wording("标准差", "sd"), .number(score.standardDeviation, decimals: 3)),
                ScoreField("alpha", Wording("α", "alpha"), .estimate(reliability?.alpha, .decimals(4, .value))),
                ScoreField("omega", Wording("ω", "omega"), .estimate(reliability?.omega.total, .decimals(4, .value))),
                ScoreField("itemRest", nil, byItem(\.itemRest)),
                ScoreField("alphaIfDropped", nil, byItem(\.alphaIfDropped)),
            ]
        }
    }
}
