import Disclosure
import Scoring
import Statistics
import Surveys

/// One grade among the answers to an item.
struct Grade: Equatable {
    /// Its place among the counts of the item.
    var index: Int
    var text: LocalText
    /// Before reversal.
    var points: Int
    /// `[100分]` stands beside it.
    var isDeclared: Bool
}

/// An item whose answers are grades, with the grades from the worst wording to the best.
struct GradedItem {
    var result: ItemResult
    var grades: [Grade]
    var shown: ShownAnswers
    var mean: ShownNumber
    /// How many scored.
    var n: Int { result.favourable.n }
    /// Of last year's share; nil where the item cannot be compared.
    var change: ItemChange?
}

/// Items and how they were answered, as they may be shown.
extension ReportContext {
    /// Those of the year, in the order of the questionnaire; none that fewer than two or very many grades answer.
    func gradedItems(in round: AssessedRound? = nil) -> [GradedItem] {
        let round = round ?? now
        let plans = Dictionary(round.plan.items.map { ($0.variable.name, $0) }) { first, _ in first }
        let alone = Set(
            round.plan.dimensions.compactMap { planned -> String? in
                guard case .scale(let scale)? = planned.own, scale.codes.count == 1 else { return nil }
                return scale.codes[0]
            })
        return round.whole.items.compactMap { result in
            guard let plan = plans[result.variable.name], result.isRated else { return nil }
            let grades = Grade.all(of: result.variable)
            guard (2...Self.mostGrades).contains(grades.count) else { return nil }
            return graded(
                result, grades, plan, isAlone: alone.contains(result.variable.code), in: round)
        }
    }

    /// A scale from 0 to 10 is still a row of shares; one from 0 to 100 is a number.
    private static let mostGrades = 11

    private func graded(
        _ result: ItemResult, _ grades: [Grade], _ plan: SurveyPlan.PlannedItem, isAlone: Bool, in round: AssessedRound
    ) -> GradedItem {
        let side = FavourableSide(
            points: plan.scoring.points, plan.isLowBetter ? .lowerIsBetter : .higherIsBetter)
        var shown = ShownAnswers(
            counts: grades.map { result.counts[$0.index] },
            isFavourable: grades.map { grade in plan.scoring.points[grade.index].map(side.isFavourable) ?? false },
            isMeanTold: isAlone)
        var mean: ShownNumber =
            result.mean.value.map {
                .mean(
                    $0, n: result.mean.n,
                    in: Double(plan.scoring.bounds.lowerBound)...Double(plan.scoring.bounds.upperBound))
            } ?? .absent(.missing)
        if !release.shows(n: result.favourable.n) {
            // Nobody at all is no secret, and no answer either.
            let code: SheetComposer.Absence = result.favourable.n == 0 ? .missing : .hidden
            shown.shares = shown.shares.map { _ in .absent(code) }
            (shown.favourable, shown.drawn, mean) = (.absent(code), nil, .absent(code))
        } else if mean.exact != nil, !shown.tellsMean {
            mean = .absent(.bounded)
        }
        return GradedItem(
            result: result, grades: grades, shown: shown, mean: mean,
            change: round.year == now.year ? change(of: result.variable) : nil)
    }

    /// From the last round that may be shown.
    private func change(of variable: Variable) -> ItemChange? {
        guard let previous else { return nil }
        return release.assessment.itemChanges.first {
            $0.variable.name == variable.name && $0.from == previous.year && $0.to == now.year
        }
    }

    /// The title of the section that asks it.
    func area(of variable: Variable, in round: AssessedRound? = nil) -> String {
        let survey = (round ?? now).plan.survey
        var before = 0
        for section in survey.sections {
            before += section.questions.count
            if variable.ordinal < before {
                let title = text(section.title).withoutOrdinal
                return title.isEmpty ? text(survey.title) : title
            }
        }
        return text(survey.title)
    }

    /// What stands above last year's numbers.
    var previousTitle: String {
        guard let previous, previous.year != now.year - 1 else { return say("上年", "Year before") }
        return say("\(previous.year)年", "\(previous.year)")
    }

    /// `我有时抄笔记（反向）`
    func label(of variable: Variable) -> String {
        text(variable.text) + (variable.marks.isReversed ? say("（反向）", " (reversed)") : "")
    }
}

extension Grade {
    /// The answers that score.
    static func all(of variable: Variable) -> [Grade] {
        let grades: [Grade]
        switch variable.domain {
        case .levels(let scale):
            let low = scale.bounds?.lowerBound ?? 0
            grades = scale.numbered.compactMap { level in
                guard let code = level.code, let points = scale.points(of: code) else { return nil }
                return Grade(index: code - low, text: level.text, points: points, isDeclared: level.points != nil)
            }
        case .options(let options):
            grades = options.enumerated().compactMap { index, option in
                guard let points = option.marks.points, !option.marks.isUnscored else { return nil }
                return Grade(index: index, text: option.text, points: points, isDeclared: true)
            }
        case .integers(let range):
            grades = range.enumerated().map {
                Grade(index: $0.offset, text: LocalText("\($0.element)"), points: $0.element, isDeclared: false)
            }
        default: grades = []
        }
        return grades.enumerated().sorted { ($0.element.points, $0.offset) < ($1.element.points, $1.offset) }
            .map(\.element)
    }
}

extension GradedItem {
    /// A vote: every grade has its declared points, and one may abstain.
    var isVote: Bool { grades.allSatisfy(\.isDeclared) && !abstentions.isEmpty }

    /// The answers that do not score, 不了解 or 弃权.
    var abstentions: [LocalText] {
        switch result.variable.domain {
        case .levels(let scale): scale.levels.filter { $0.isUnscored || $0.code == nil }.map(\.text)
        case .options(let options): options.filter(\.marks.isUnscored).map(\.text)
        default: []
        }
    }
}
