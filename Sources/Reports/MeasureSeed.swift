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
    }

    var rule: Rule
    /// The dimension, competence or unit, in every wording that a list of another year may have used.
    var names: [String]
    var problem: String
    var evidence: String

    static func all(_ context: ReportContext) -> [MeasureSeed] {
        falls(context) + lowScores(context) + gaps(context) + lowResponses(context)
    }

    /// The largest first, each as a share of its scale.
    private static func falls(_ context: ReportContext) -> [MeasureSeed] {
        context.clearFalls.map { fall in
            let name = context.text(fall.score.dimension.name).shortened(to: 60)
            let decimals = context.decimals(of: fall.score.dimension)
            let size = context.size(of: fall.change)
            let sheet = context.name(of: .dimensions)
            let evidence =
                size.map {
                    let points = NumberText.fixed(abs($0), decimals)
                    return context.say(
                        "较\(context.previousWord)\($0 > 0 ? "上升" : "下降")\(points)分，校正后p<0.05",
                        "\($0 > 0 ? "up" : "down") \(points) points from \(context.previousWord), corrected p < 0.05")
                } ?? context.say("较\(context.previousWord)明显变差", "clearly worse than \(context.previousWord)")
            return MeasureSeed(
                rule: .fall, names: fall.score.dimension.name.wordings,
                problem: context.say("“\(name)”明显变差", "“\(name)” clearly worse"),
                evidence: evidence + see(sheet, context))
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
            let size = context.shown(gap).gap.map { NumberText.fixed($0, 2) }
            let required = context.shown(gap).required.text(2)
            return MeasureSeed(
                rule: .gap, names: gap.text.wordings.map(\.withoutRemark),
                problem: context.say("“\(name)”差距大", "“\(name)”: wide gap"),
                evidence: context.say(
                    size.map { "差距\($0)，要求\(required)" } ?? "差距达到量表宽度的五分之一，要求\(required)",
                    size.map { "gap \($0), required \(required)" }
                        ?? "gap of a fifth of the scale or more, required \(required)")
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
    /// Clear changes for the worse among the dimensions of items, the largest first.
    ///
    /// Each with its size as a share of its scale, so that points of five and of a hundred can be compared.
    var clearFalls: [(score: DimensionScore, change: YearChange, share: Double)] {
        let falls = scored.filter { !$0.dimension.isComposite }.compactMap {
            score -> (score: DimensionScore, change: YearChange, share: Double)? in
            guard let change = change(score.name, to: now.year), isClearlyWorse(change) else { return nil }
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
    var urgentGaps: [CompetenceGap] {
        let required = competences.compactMap(\.test.meanRequired)
        let mean = required.isEmpty ? 0 : required.reduce(0, +) / Double(required.count)
        let urgent = competences.filter {
            // Levels of another width have no mean in common.
            let isImportant = !hasOneLevel || ($0.test.meanRequired ?? 0) >= mean
            return isClearGap($0) && isWide($0) && isImportant
        }
        return urgent.enumerated().sorted {
            (-($0.element.test.gap.value ?? 0), $0.offset) < (-($1.element.test.gap.value ?? 0), $1.offset)
        }.map(\.element)
    }

    private var hasOneLevel: Bool { Set(competences.map(\.bounds)).count == 1 }
}
