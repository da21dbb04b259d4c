import Scoring
import Statistics
import Surveys

/// How one item was answered, as far as it is told.
package struct ReleasedItem: Sendable, Equatable {
    /// The answers that score, from the worst to the best; none of a number, and of a scale with very many.
    package var grades: [Grade]
    /// Of the grades, in their order.
    package var answers: ReleasedAnswers
    /// Of the points, reversal made.
    package var mean: ReleasedNumber
}

/// The answers of a round's whole to its graded items: an item's bounds must hold also beside the dimensions, which are
/// the means of the items.
struct RoundAnswers {
    /// One item as it takes part in lines.
    struct Item {
        var place: Int
        var released: ReleasedItem
        var n: Int
        var value: Double
        /// The ends of its points.
        var frame: ClosedRange<Double>
    }

    /// By the name of the variable.
    private(set) var items: [String: Item] = [:]

    /// - Parameter before: of a round whose people joined in more than one report, the numbers that were hidden before; nil
    ///   of another round.
    init(_ told: ToldRound, hidden before: Set<String>?) {
        let alone = Set(
            told.plan.dimensions.flatMap { [$0.own, $0.comparable] }.compactMap { told.plan.scaleIndex($0) }
                .filter { told.plan.tally.scales[$0].terms.count == 1 }.flatMap { told.plan.items(ofScale: $0) })
        for plan in told.plan.items {
            var item = Self.item(plan, told, isAlone: alone.contains(plan.index))
            if let before {
                // Bounds of some of the people and of all of them would narrow one another.
                let name = plan.variable.name
                item.released.answers.withholdBounds(
                    hidShares: before.contains(Self.sharesName(name)),
                    hidFavourable: before.contains(Self.favourableName(name)))
                if item.released.mean.exact == nil, item.n > 0 { item.released.mean = .withheld(.besideBound) }
            }
            items[plan.variable.name] = item
        }
    }

    private static func sharesName(_ variable: String) -> String { "answers " + variable }

    private static func favourableName(_ variable: String) -> String { "favourable " + variable }

    /// What reports hide again, once more people have joined.
    var hidden: [LedgerTable.Hidden] {
        items.flatMap { name, item -> [LedgerTable.Hidden] in
            guard !item.released.grades.isEmpty, item.n > 0 else { return [] }
            let answers = item.released.answers
            return [
                answers.areExact ? nil : LedgerTable.Hidden(number: Self.sharesName(name), cell: nil),
                answers.favourable.exact != nil
                    ? nil : LedgerTable.Hidden(number: Self.favourableName(name), cell: nil),
            ].compactMap(\.self)
        }
    }

    /// A scale from 0 to 10 is still a row of shares; one from 0 to 100 is a number.
    private static let mostGrades = 11

    private static func item(_ plan: SurveyPlan.PlannedItem, _ told: ToldRound, isAlone: Bool) -> Item {
        let all = plan.isRated ? Grade.all(of: plan.variable) : []
        let grades = (2...Self.mostGrades).contains(all.count) ? all : []
        let side = FavourableSide(
            points: plan.scoring.points, plan.isLowBetter ? .lowerIsBetter : .higherIsBetter)
        let counts = told.whole.items[plan.index].counts
        let points = grades.map { plan.scoring.points[$0.index] ?? 0 }
        var answers = ReleasedAnswers(
            counts: grades.map { counts[$0.index] }, points: points, isFavourable: points.map(side.isFavourable),
            isSpreadTold: isAlone)
        var (n, sum) = (0, 0)
        for (points, count) in zip(plan.scoring.points, counts) {
            guard let points else { continue }
            n += count
            sum += points * count
        }
        let value = n == 0 ? 0 : Double(sum) / Double(n)
        let frame = Double(plan.scoring.bounds.lowerBound)...Double(plan.scoring.bounds.upperBound)
        let areExact = !grades.isEmpty && answers.areExact
        var mean: ReleasedNumber =
            n == 0
            ? .withheld(.nobodyAnswered)
            : areExact ? .exact(value) : ReleasedNumber(value, Bound.ofMean(value, n: n, in: frame))
        if !told.wholeItems.contains(plan.index) {
            answers.withhold(.fewPeople)
            mean = .withheld(.fewPeople)
        }
        return Item(
            place: plan.index, released: ReleasedItem(grades: grades, answers: answers, mean: mean), n: n, value: value,
            frame: frame)
    }

    // MARK: What the lines of dimensions and cells ask for

    /// Tells nothing of an item, since a bound beside it would follow.
    mutating func withhold(_ name: String) {
        items[name]?.released.answers.withhold(.besideBound)
        items[name]?.released.mean = .withheld(.besideBound)
    }
}
