import Disclosure
import Scoring
import Statistics
import Surveys

/// What has to stand on the list of measures by rule: a fact with its number and the sheet where it can be looked up.
///
/// The last conclusion counts these very values, so that the count and the list cannot differ.
struct MeasureSeed: Equatable {
    enum Rule: CaseIterable {
        /// A dimension of items that changed clearly for the worse.
        case fall
        /// A dimension of a hundred points below 60.
        case lowScore
        /// A competence whose gap is clear and wide, and which is required at least as much as the others on average.
        case gap
        /// A unit of which fewer than three quarters answered.
        case lowResponse
        /// A change for the worse, or a gap as wide and important as the others, for which there is no test.
        case unjudged
    }

    var rule: Rule
    /// The dimension, competence or unit, in every wording that a list of another year may have used.
    var names: [String]
    var problem: String
    var evidence: String

    static func all(_ context: ReportContext) -> [MeasureSeed] {
        falls(context) + lowScores(context) + gaps(context) + lowResponses(context) + unjudged(context)
    }

    /// The largest first, each as a share of its scale.
    private static func falls(_ context: ReportContext) -> [MeasureSeed] {
        context.clearFalls.map { fall in
            let name = context.text(fall.score.dimension.name).shortened(to: 60)
            let evidence =
                moved(fall, context).map { context.say("\($0)，校正后p<0.05", "\($0), corrected p < 0.05") }
                ?? context.say("较\(context.previousWord)明显变差", "clearly worse than \(context.previousWord)")
            return MeasureSeed(
                rule: .fall, names: fall.score.dimension.name.wordings,
                problem: context.say("“\(name)”明显变差", "“\(name)” clearly worse"),
                evidence: evidence + see(context.name(of: .dimensions), context))
        }
    }

    /// `较上年下降4.2分`; nil where the size would tell a bound.
    private static func moved(_ fall: ReportContext.Fall, _ context: ReportContext) -> String? {
        context.size(of: fall.change).map {
            let points = NumberText.fixed(abs($0), context.decimals(of: fall.score.dimension))
            return context.say(
                "较\(context.previousWord)\($0 > 0 ? "上升" : "下降")\(points)分",
                "\($0 > 0 ? "up" : "down") \(points) points from \(context.previousWord)")
        }
    }

    private static func lowScores(_ context: ReportContext) -> [MeasureSeed] {
        context.lowScores.map { score in
            let name = context.text(score.dimension.name).shortened(to: 60)
            // 59.97 must not read as 60.0.
            let decimals = NumberText.fixed(score.estimate.value ?? 0, 1) == "60.0" ? 2 : 1
            let shown = context.shown(score).words(decimals)
            return MeasureSeed(
                rule: .lowScore, names: score.dimension.name.wordings,
                problem: context.say("“\(name)”低于60分", "“\(name)” below 60 points"),
                evidence: context.say("\(shown)分", "\(shown) points") + see(context.name(of: .dimensions), context))
        }
    }

    private static func gaps(_ context: ReportContext) -> [MeasureSeed] {
        context.urgentGaps.map { gap in
            let name = context.text(gap.text).withoutRemark.shortened(to: 60)
            return MeasureSeed(
                rule: .gap, names: gap.text.wordings.map(\.withoutRemark),
                problem: context.say("“\(name)”差距大", "“\(name)”: wide gap"),
                evidence: levels(gap, context) + see(context.name(of: .gaps), context))
        }
    }

    private static func levels(_ gap: CompetenceGap, _ context: ReportContext) -> String {
        let size = context.shown(gap).gap.map { NumberText.fixed($0, 2) }
        let required = context.shown(gap).required.text(2)
        return context.say(
            size.map { "差距\($0)，要求\(required)" } ?? "差距达到量表宽度的五分之一，要求\(required)",
            size.map { "gap \($0), required \(required)" }
                ?? "gap of a fifth of the scale or more, required \(required)")
    }

    /// What no test can judge, such as answers that are all the same, is left to the meeting and not left out.
    private static func unjudged(_ context: ReportContext) -> [MeasureSeed] {
        let noTest = context.say("没有检验", "no test")
        let falls = context.unjudgedFalls.map { fall in
            let name = context.text(fall.score.dimension.name).shortened(to: 60)
            let evidence = [moved(fall, context), noTest].compactMap(\.self).joined(separator: context.say("，", ", "))
            return MeasureSeed(
                rule: .unjudged, names: fall.score.dimension.name.wordings,
                problem: context.say("“\(name)”变差，不判", "“\(name)” worse, not judged"),
                evidence: evidence + see(context.name(of: .dimensions), context))
        }
        return falls
            + context.unjudgedGaps.map { gap in
                let name = context.text(gap.text).withoutRemark.shortened(to: 60)
                return MeasureSeed(
                    rule: .unjudged, names: gap.text.wordings.map(\.withoutRemark),
                    problem: context.say("“\(name)”有差距，不判", "“\(name)”: a gap, not judged"),
                    evidence: levels(gap, context) + context.say("，", ", ") + noTest
                        + see(context.name(of: .gaps), context))
            }
    }

    private static func lowResponses(_ context: ReportContext) -> [MeasureSeed] {
        context.units.compactMap { unit in
            guard let rate = unit.responseRate, rate < lowResponseRate else { return nil }
            let name = context.name(of: unit).shortened(to: 60)
            return MeasureSeed(
                rule: .lowResponse, names: [context.name(of: unit)],
                problem: context.say("“\(name)”回收率低", "“\(name)”: low response rate"),
                evidence: context.say("回收率\(NumberText.percent(rate))", "response rate \(NumberText.percent(rate))")
                    + see(context.name(of: .units), context))
        }
    }

    private static func see(_ sheet: String, _ context: ReportContext) -> String {
        context.say("（见“\(sheet)”）", " (see “\(sheet)”)")
    }
}

extension ReportContext {
    /// A change for the worse, with its size as a share of its scale, so that points of five and of a hundred can be
    /// compared.
    typealias Fall = (score: DimensionScore, change: YearChange, share: Double)

    /// Clear changes for the worse among the dimensions of items, the largest first.
    var clearFalls: [Fall] { falls { $0.isClear == true } }

    /// Those for which there is no test.
    var unjudgedFalls: [Fall] { falls { $0.isClear == nil } }

    private func falls(where isTaken: (YearChange) -> Bool) -> [Fall] {
        let falls = scored.filter { !$0.dimension.isComposite }.compactMap { score -> Fall? in
            guard let change = change(score.name, to: now.year), isTaken(change), isWorse(change) else { return nil }
            let frame = frame(of: score.dimension)
            let width = max(frame.upperBound - frame.lowerBound, 1e-9)
            return (score, change, abs(change.test.difference.value ?? 0) / width)
        }
        return falls.enumerated().sorted { (-$0.element.share, $0.offset) < (-$1.element.share, $1.offset) }.map(
            \.element)
    }

    /// Members of a hundred points, high being good, that lie below 60.
    var lowScores: [DimensionScore] {
        members.filter { score in
            !isLowBetter(score.dimension) && abs(frame(of: score.dimension).upperBound - 100) < 1e-6
                && shown(score).drawn != nil && (score.estimate.value ?? 100) < 60
        }
    }

    /// Clear and wide gaps of what is required at least as much as the mean of all, the widest first.
    var urgentGaps: [CompetenceGap] { wideGaps.filter(isClearGap) }

    /// Those for which there is no test.
    var unjudgedGaps: [CompetenceGap] { wideGaps.filter { $0.isClear == nil } }

    private var wideGaps: [CompetenceGap] {
        let required = competences.compactMap(\.test.meanRequired)
        let mean = required.isEmpty ? 0 : required.reduce(0, +) / Double(required.count)
        let wide = competences.filter {
            // Levels of another width have no mean in common.
            let isImportant = !hasOneLevel || ($0.test.meanRequired ?? 0) >= mean
            return isWide($0) && isImportant
        }
        return wide.enumerated().sorted {
            (-($0.element.test.gap.value ?? 0), $0.offset) < (-($1.element.test.gap.value ?? 0), $1.offset)
        }.map(\.element)
    }

    private var hasOneLevel: Bool { Set(competences.map(\.bounds)).count == 1 }
}
