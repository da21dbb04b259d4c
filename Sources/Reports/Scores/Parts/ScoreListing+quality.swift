import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// How many answered, of how many.
    func responseRecord(_ group: AssessedGroup, _ name: ScoreGroup) -> ScoreRecord {
        ScoreRecord(name, .group) {
            [
                ScoreField("responses", Wording("答卷", "responses"), .count(group.responses)),
                ScoreField("headcount", Wording("应参加", "people"), .count(group.headcount)),
                ScoreField("responseRate", Wording("回收率", "rate"), .percent(group.responseRate)),
            ]
        }
    }

    /// How many show each sign of careless answering, and how many enough signs to be flagged.
    func carelessRecords(_ round: AssessedRound) -> [ScoreRecord] {
        guard let careless = round.careless else { return [] }
        let counts = careless.counts
        func record(
            _ key: String, _ wording: Wording, _ count: Int?, _ rule: String, undefined: Undefined? = nil
        ) -> ScoreRecord {
            ScoreRecord(.whole, .named(key, wording)) {
                [
                    ScoreField("count", Wording("人数", "people"), .count(undefined == nil ? count : nil)),
                    ScoreField(
                        "share", Wording("占比", "share"),
                        .percent(
                            undefined == nil
                                ? count.flatMap { counts.responses > 0 ? Double($0) / Double(counts.responses) : nil }
                                : nil)),
                    ScoreField("rule", Wording("标准", "rule"), .code(rule)),
                    ScoreField(
                        "undefined", Wording("算不出来的原因", "undefined"),
                        undefined.map { .word($0.rawValue, $0.wording) } ?? .name(nil)),
                ]
            }
        }
        let limits = careless.limits
        // Answering times are not collected, so that sign has nothing to go by.
        let signs = zip(CarelessSigns.all, counts.signs).filter { $0.0 != .tooFast }.map { sign, count in
            let undefined: Undefined? =
                switch sign {
                case .unusual: careless.distanceUndefined
                case .inconsistent: careless.consistencyUndefined
                default: nil
                }
            return record(
                sign.key, sign.wording, count, sign.rule(limits, items: careless.items), undefined: undefined)
        }
        return signs + [
            record(
                "flagged", Wording("有 \(limits.signsForFlag) 个以上迹象", "\(limits.signsForFlag) signs or more"),
                counts.flagged, "≥\(limits.signsForFlag)")
        ]
    }

    /// The scores without the flagged, beside those of everybody.
    func attentiveRecords(_ round: AssessedRound) -> [ScoreRecord] {
        guard let rest = round.careless?.attentive else { return [] }
        return round.whole.scores.compactMap { all in
            guard let score = rest.scores[all.name], let mean = all.estimate.value else { return nil }
            return ScoreRecord(.whole, .dimension(all.dimension.name)) {
                [
                    ScoreField("everybody", Wording("全部", "everybody"), .estimate(all.estimate, .decimals(3, .value))),
                    ScoreField("n", Wording("去掉后 n", "n without"), .count(score.n)),
                    ScoreField("without", Wording("去掉后", "without"), .number(score.mean, decimals: 3)),
                    ScoreField("shift", Wording("相差", "shift"), .number(score.mean - mean, decimals: 3)),
                ]
            }
        }
    }

    /// The scores with every unit weighted to its headcount.
    func weightedRecords(_ round: AssessedRound) -> [ScoreRecord] {
        round.weighted.compactMap { score in
            guard let all = round.whole.score(score.name), all.itemCount > 0 else { return nil }
            let mean = score.mean
            let shift = all.estimate.value.flatMap { whole in mean.value.map { $0 - whole } }
            return ScoreRecord(.whole, .dimension(score.dimension.name), isShown: shows(mean)) {
                [
                    ScoreField(
                        "unweighted", Wording("未加权", "unweighted"), .estimate(all.estimate, .decimals(3, .value))),
                    ScoreField("weighted", Wording("加权", "weighted"), .estimate(mean, .decimals(3))),
                    ScoreField("shift", Wording("相差", "shift"), .number(shift, decimals: 3)),
                    ScoreField(
                        "designEffect", Wording("设计效应", "deff"),
                        .number(score.effect?.designEffect, decimals: 3)),
                    ScoreField(
                        "effectiveN", Wording("有效 n", "effective n"),
                        .number(score.effect?.effectiveN, decimals: 1)),
                ]
            }
        }
    }
}

extension CarelessSigns {
    fileprivate var key: String {
        switch self {
        case .longRun: "longRun"
        case .littleVariability: "littleVariability"
        case .inconsistent: "inconsistent"
        case .unusual: "unusual"
        case .tooFast: "tooFast"
        default: "muchMissing"
        }
    }

    var wording: Wording {
        switch self {
        case .longRun: Wording("连续选同一个答案", "one answer over a long run")
        case .littleVariability: Wording("答案几乎没有变化", "hardly any variation")
        case .inconsistent: Wording("同一维度前后矛盾", "halves of scales that contradict")
        case .unusual: Wording("答案组合异常", "an unusual combination")
        case .tooFast: Wording("答得太快", "too fast")
        default: Wording("漏答太多", "much left out")
        }
    }

    /// From where on it fires, as a formula.
    fileprivate func rule(_ limits: CarelessLimits, items: Int) -> String {
        func fixed(_ number: Double) -> String { NumberText.fixed(number, number < 0.01 ? 3 : 2) }
        return switch self {
        case .longRun: "longstring ≥ max(\(limits.fewestAnswers), \(fixed(limits.runShare))×\(items))"
        case .littleVariability: "IRV < \(fixed(limits.variability))"
        case .inconsistent: "even-odd < \(fixed(limits.consistency))"
        case .unusual: "p(D²) < \(fixed(limits.distanceP))"
        case .tooFast: "< \(fixed(limits.secondsPerItem)) s"
        default: "> \(fixed(limits.missingShare))"
        }
    }
}
