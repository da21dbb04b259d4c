import Disclosure
import Scoring
import Statistics
import Surveys

/// What one person's own sheet says, before it is laid out.
struct PersonalPage {
    let context: ReportContext
    let own: PersonalAssessment
    let reference: ReferenceGroup

    /// Where a score lies among those of all: below the lower quartile, between the two, above the upper one.
    enum Position: Equatable { case low, middle, high }

    /// One dimension. Its position is read off what is printed, so that it tells no more than that.
    struct Line {
        var score: DimensionScore
        var own: Double?
        var median: ShownNumber
        var lower: ShownNumber
        var upper: ShownNumber
        var position: Position?
    }

    /// Every dimension that the survey scores and that speaks of the person, in its order.
    ///
    /// What somebody said of the unit or of the whole office, and what is made of it, is no score of this person.
    var lines: [Line] {
        context.now.whole.scores.filter { $0.itemCount > 0 && isOfPerson($0.dimension) }.map { score in
            let told = reference.score(score.name)
            let decimals = context.decimals(of: score.dimension)
            let frame = context.frame(of: score.dimension)
            func shown(_ number: Double?) -> ShownNumber {
                guard let told, let number else {
                    return .absent(score.dimension.isComposite ? .notApplicable : .hidden)
                }
                // Rounded before it is stored: a median may be somebody's very score.
                return .mean(NumberText.rounded(number, decimals), n: told.n, in: frame)
            }
            let value = own.scores.first { $0.name == score.name }?.value
            let (lower, upper) = (shown(told?.quartiles?.lowerBound), shown(told?.quartiles?.upperBound))
            return Line(
                score: score, own: value, median: shown(told?.median), lower: lower, upper: upper,
                position: value.flatMap {
                    Self.position(of: NumberText.rounded($0, decimals), between: lower, and: upper)
                })
        }
    }

    private func isOfPerson(_ dimension: Dimension) -> Bool {
        (context.survey.leaves(of: dimension) ?? []).allSatisfy { $0.dimension.level == .person }
            && dimension.level == .person
    }

    /// Whether some dimension is left out because it speaks of others.
    var leavesOut: Bool {
        context.now.whole.scores.contains { $0.itemCount > 0 && !isOfPerson($0.dimension) }
    }

    private static func position(
        of value: Double, between lower: ShownNumber, and upper: ShownNumber
    ) -> Position? {
        guard lower.drawn != nil, upper.drawn != nil else { return nil }
        // Beyond a bound nothing is told, so there nothing is outside either.
        let isLow =
            switch lower {
            case .exact(let number), .atLeast(let number): value < number
            case .atMost, .absent: false
            }
        let isHigh =
            switch upper {
            case .exact(let number), .atMost(let number): value > number
            case .atLeast, .absent: false
            }
        return isLow ? .low : isHigh ? .high : .middle
    }

    /// The person's competences, the widest gap first.
    var levels: [PersonalAssessment.Level] {
        own.levels.enumerated().sorted { ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset) }.map(\.element)
    }

    // MARK: Suggestions

    struct Suggestion: Equatable {
        /// The dimension or the competence that it is for.
        var subject: String
        /// The numbers that it rests on.
        var reason: String
        var advice: String
    }

    static let mostSuggestions = 3

    /// What the survey advises for the widest gaps and for the scores on the lesser side of the quartiles.
    ///
    /// Each shortfall is measured against the width of its own scale, so that gaps and scores can stand in one order.
    var suggestions: [Suggestion] {
        let found = shortfalls.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
        return found.prefix(Self.mostSuggestions).map(\.element.suggestion)
    }

    private typealias Shortfall = (size: Double, suggestion: Suggestion)

    private var shortfalls: [Shortfall] { levels.compactMap(shortfall(of:)) + lines.compactMap(shortfall(of:)) }

    private func shortfall(of level: PersonalAssessment.Level) -> Shortfall? {
        let rows = context.survey.sections.flatMap(\.questions).flatMap(\.rows)
        guard level.gap > 0, let row = rows.first(where: { $0.code == level.code }), !row.advice.isEmpty else {
            return nil
        }
        let (required, current) = (NumberText.fixed(level.required, 0), NumberText.fixed(level.current, 0))
        return (
            level.relativeGap,
            Suggestion(
                subject: context.text(level.text).withoutRemark,
                reason: context.say("要求\(required)级，现状\(current)级", "required \(required), current \(current)"),
                advice: text(of: row.advice))
        )
    }

    private func shortfall(of line: Line) -> Shortfall? {
        let dimension = line.score.dimension
        guard let value = line.own, !dimension.advice.isEmpty else { return nil }
        let decimals = context.decimals(of: dimension)
        let frame = context.frame(of: dimension)
        let isLowBetter = context.isLowBetter(dimension)
        guard line.position == (isLowBetter ? .high : .low), let limit = (isLowBetter ? line.upper : line.lower).drawn
        else { return nil }
        let (own, quartile) = (NumberText.fixed(value, decimals), NumberText.fixed(limit, decimals))
        return (
            abs(limit - value) / max(frame.upperBound - frame.lowerBound, .leastNormalMagnitude),
            Suggestion(
                subject: context.name(of: line.score),
                reason: isLowBetter
                    ? context.say("本人\(own)，全局上四分位\(quartile)", "own \(own), upper quartile of the whole \(quartile)")
                    : context.say("本人\(own)，全局下四分位\(quartile)", "own \(own), lower quartile of the whole \(quartile)"),
                advice: text(of: dimension.advice))
        )
    }

    private func text(of paragraphs: [LocalText]) -> String {
        paragraphs.map(context.text).joined(separator: context.say("", " "))
    }

    /// Whether the survey advises anything at all.
    var surveyAdvises: Bool {
        context.survey.dimensions.contains { !$0.advice.isEmpty }
            || context.survey.sections.contains { section in
                section.questions.contains { question in question.rows.contains { !$0.advice.isEmpty } }
            }
    }
}
