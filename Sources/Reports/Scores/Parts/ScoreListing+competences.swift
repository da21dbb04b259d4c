import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// A competence of the whole.
    func competenceRecord(_ gap: CompetenceGap) -> ScoreRecord {
        let test = gap.test
        return ScoreRecord(.whole, .competence(code: gap.code, gap.text), isShown: shows(test.gap)) {
            [
                ScoreField("current", Wording("现有", "current"), .number(test.meanCurrent, decimals: 4)),
                ScoreField("required", Wording("要求", "required"), .number(test.meanRequired, decimals: 4)),
                ScoreField("gap", Wording("差距", "gap"), .estimate(test.gap, .decimals(4))),
            ]
                + ScoreField.test(t: test.t, df: test.degreesOfFreedom, p: test.p, adjusted: gap.adjustedP) + [
                    ScoreField("dz", Wording("dz", "dz"), .number(test.dz, decimals: 4)),
                    ScoreField("borich", Wording("Borich", "Borich"), .estimate(gap.borich, .decimals(4, .value))),
                    ScoreField("shortShare", Wording("不足者", "short"), .percent(gap.ranked.shortShare)),
                    ScoreField("rankedDiscrepancy", Wording("排序差异", "ranked"), .number(gap.ranked.score, decimals: 2)),
                    ScoreField(
                        "quadrant", Wording("象限", "quadrant"),
                        gap.quadrant.map { .word($0.rawValue, $0.wording) } ?? .name(nil)),
                    ScoreField(
                        "quadrantOfScale", Wording("象限（按量表中点）", "quadrant (scale)"),
                        gap.quadrantOfScale.map { .word($0.rawValue, $0.wording) } ?? .name(nil)),
                ]
        }
    }
}

extension ImportancePerformance.Quadrant {
    var wording: Wording {
        switch self {
        case .concentrateHere: Wording("优先改进", "concentrate here")
        case .keepUp: Wording("继续保持", "keep up")
        case .lowPriority: Wording("暂缓", "low priority")
        case .possibleOverkill: Wording("可能过度", "possible overkill")
        }
    }
}
