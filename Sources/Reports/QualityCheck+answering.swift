import Disclosure
import Scoring
import Statistics
import Surveys

/// Whether people answered with care, whether those who answered stand for all, and whether the items hang together.
extension QualityCheck {
    /// Signs of careless answering. Nobody is taken out: what the scores would be without them is said beside.
    static func careless(_ context: ReportContext) -> [QualityCheck] {
        guard let careless = context.now.careless, careless.counts.responses > 0 else { return [] }
        let counts = careless.counts
        let share = Double(counts.flagged) / Double(counts.responses)
        let signs = zip(CarelessSigns.all, counts.signs).filter { sign, _ in
            switch sign {
            // Answering times are not collected, so that sign has nothing to go by.
            case .tooFast: false
            case .unusual: careless.distanceUndefined == nil
            case .inconsistent: careless.consistencyUndefined == nil
            default: true
            }
        }
        let found = signs.map { context.say($0.wording) + context.say("：", ": ") + people($1, context) }
        var remark = found.joined(separator: context.say("；", "; "))
        if let shift = largestShift(careless, context) {
            remark += context.say(
                "。不计这些人，维度分最多相差\(NumberText.fixed(shift, 1))分",
                ". Without them no score moves by more than \(NumberText.fixed(shift, 1)) points")
        }
        remark += context.say("。答卷一份不删", ". No response is removed")
        return [
            QualityCheck(
                name: context.say("不认真作答的迹象", "Signs of careless answering"),
                result: context.say(
                    "有\(careless.limits.signsForFlag)个以上迹象：\(people(counts.flagged, context))",
                    "\(careless.limits.signsForFlag) signs or more: \(people(counts.flagged, context))"),
                standard: "≤10%",
                // Of a few the verdict would tell how many; of none it may be said.
                verdict: !isTold(counts.flagged, context) ? .remark : share > 0.1 ? .attention : .sound, remark: remark)
        ]
    }

    /// How many people; of fewer than k not how many.
    private static func people(_ count: Int, _ context: ReportContext) -> String {
        let k = context.release.k
        guard isTold(count, context) else {
            return count < k
                ? context.say("不足\(k)人", "fewer than \(k) people")
                : context.say("除不足\(k)人外的所有人", "all but fewer than \(k) people")
        }
        return context.say("\(count)人", "\(count) people")
    }

    /// Neither those who show the sign nor those who do not are few.
    static func isTold(_ count: Int, _ context: ReportContext) -> Bool {
        let rest = context.now.whole.responses - count
        return [count, rest].allSatisfy { $0 == 0 || context.release.shows(n: $0) }
    }

    /// Over the dimensions of a hundred points; nil where Disclosure took the scores without the flagged out.
    static func largestShift(_ careless: CarelessAnswering, _ context: ReportContext) -> Double? {
        let shifts = context.now.whole.scores.compactMap { all -> Double? in
            guard context.isLong(all.dimension), context.shown(all).exact != nil, let with = all.estimate.value,
                let without = careless.attentive?.scores[all.name]?.mean
            else { return nil }
            return abs(with - without)
        }
        return shifts.max()
    }

    /// Every unit with its headcount instead of its responses: how far the scores would move.
    static func weights(_ context: ReportContext) -> [QualityCheck] {
        let moved = context.now.weighted.compactMap { weighted -> (shift: Double, isWithin: Bool?)? in
            guard context.isLong(weighted.dimension), let score = context.now.whole.score(weighted.name),
                context.shown(score).exact != nil, let plain = score.estimate.value, let mean = weighted.mean.value
            else { return nil }
            return (abs(mean - plain), score.estimate.interval?.contains(mean))
        }
        guard let largest = moved.map(\.shift).max() else { return [] }
        let judged = moved.compactMap(\.isWithin)
        return [
            QualityCheck(
                name: context.say("按名册加权", "Weighted to the roster"),
                result: context.say(
                    "维度分最多相差\(NumberText.fixed(largest, 1))分",
                    "scores move by at most \(NumberText.fixed(largest, 1)) points"),
                standard: context.say("在区间之内", "within the interval"),
                verdict: judged.isEmpty ? .remark : judged.allSatisfy(\.self) ? .sound : .attention,
                remark: context.say(
                    "各处室按名册人数计（事后分层），看回收率高低不齐有没有影响；报告中的得分不加权",
                    "every unit counts with its headcount (post-stratification), to see whether unequal response rates matter; the scores of this report are not weighted"
                ))
        ]
    }

    /// Whether the items of all dimensions hang together. Only in the office's book: it draws random matrices.
    static func validity(_ context: ReportContext) -> [QualityCheck] {
        guard context.edition == .office, let validity = context.now.validity,
            context.release.shows(n: validity.dimensionality.samplingAdequacy.n),
            let adequacy = validity.dimensionality.samplingAdequacy.value
        else { return [] }
        var remark = context.say(
            "KMO取样适切性；\(validity.codes.count)题一并分析", "Kaiser–Meyer–Olkin; \(validity.codes.count) items together")
        if let components = validity.parallel.components.value {
            let count = NumberText.fixed(components, 0)
            remark += context.say("；平行分析得\(count)个成分", "; parallel analysis finds \(count) components")
        }
        return [
            QualityCheck(
                name: context.say("结构效度", "Construct validity"), result: "KMO=\(NumberText.fixed(adequacy, 2))",
                standard: "≥0.60", verdict: adequacy < 0.6 ? .attention : .sound, remark: remark)
        ]
    }
}
