import Disclosure
import Scoring
import Statistics
import Surveys

/// How a group's answers to one item are spread, as a reader may see it.
struct ShownAnswers: Equatable {
    var shares: [ShownNumber]
    var favourable: ShownNumber
    /// Every share is told as it is, and so may their spread be.
    var areExact: Bool
    /// The lengths of a bar; nil where none can be drawn.
    var drawn: [Double]?

    init(_ released: ReleasedAnswers) {
        shares = released.shares.map { ShownNumber($0) }
        favourable = ShownNumber(released.favourable)
        areExact = released.areExact
        drawn = released.drawn
    }
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
    /// Those of the year, in the order of the questionnaire.
    func gradedItems(in round: AssessedRound? = nil) -> [GradedItem] {
        let round = round ?? now
        return round.whole.items.compactMap { result in
            guard let told = release.answers(to: result.variable.name, in: round.year), !told.grades.isEmpty else {
                return nil
            }
            return GradedItem(
                result: result, grades: told.grades, shown: ShownAnswers(told.answers), mean: ShownNumber(told.mean),
                change: round.year == now.year ? change(of: result.variable) : nil)
        }
    }

    /// The favourable share of an item in a round.
    func favourable(_ variable: Variable, in round: AssessedRound?) -> ShownNumber {
        guard let round, let told = release.answers(to: variable.name, in: round.year), !told.grades.isEmpty else {
            return .absent(.missing)
        }
        return ShownNumber(told.answers.favourable)
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
