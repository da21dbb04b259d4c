package import Statistics
import Surveys

/// One unit against all others on one dimension.
package struct UnitContrast: Sendable, Equatable {
    package var dimension: String
    /// Position among the round's units.
    package var unit: Int
    package var test: WelchTest
    /// The scores of the unit and of all others, and the people of either.
    var own: Moments
    var rest: Moments
    var ownPopulation: FinitePopulation?
    var restPopulation: FinitePopulation?
    /// Holm over the units of the dimension.
    package var adjustedP: Double?

    /// The same difference in pooled standard deviations; made when it is asked for, since its interval is a search.
    package var effect: Estimate {
        Estimate.hedgesG(
            own, rest, missing: test.difference.missing, populations: (ownPopulation, restPopulation))
    }

    /// Beyond chance at 5 % after Holm; nil where nothing can be tested.
    package var isClear: Bool? { adjustedP.map { $0 < 0.05 } }

    /// Of the units whose own score is told, and the whole's too; the others are what the unit leaves of the whole.
    static func all(
        _ units: [AssessedGroup], whole: AssessedGroup, plan: SurveyPlan, standings: [ScoreName: ScoreStanding]
    ) -> [UnitContrast] {
        guard units.count >= 2 else { return [] }
        let pooled = PooledScores(plan: plan)
        return plan.dimensions.enumerated().flatMap { place, planned -> [UnitContrast] in
            let name = planned.dimension.name.main
            func isExact(_ cell: Int?) -> Bool {
                standings[ScoreName(dimension: name, isComparable: false, cell: cell)] == nil
            }
            guard let own = planned.own, isExact(nil), let all = whole.scores[place].moments.told else { return [] }
            let width = own.ends.upperBound - own.ends.lowerBound
            let missing = whole.responses - all.n
            var contrasts: [UnitContrast] = []
            for (unit, group) in units.enumerated() where isExact(unit) {
                guard let moments = group.scores[place].moments.told,
                    let rest = pooled.rest(own, of: whole.tally, without: group.tally),
                    let left = all.rest(without: moments, mean: rest.mean, n: rest.n)
                else { continue }
                // The others are the rest of the roster where all of them named a unit that it lists.
                let isListed = units.allSatisfy { $0.headcount != nil }
                let others = isListed ? whole.headcount.flatMap { all in group.headcount.map { all - $0 } } : nil
                let people = (planned.population(group.headcount), planned.population(others))
                contrasts.append(
                    UnitContrast(
                        dimension: name, unit: unit,
                        test: WelchTest(
                            moments, left, missing: missing, populations: people, range: -width...width),
                        own: moments, rest: left, ownPopulation: people.0, restPopulation: people.1))
            }
            let adjusted = MultipleTesting.holm(contrasts.map(\.test.p))
            for index in contrasts.indices { contrasts[index].adjustedP = adjusted[index] }
            return contrasts
        }
    }
}

extension Moments {
    /// nil where there is nothing.
    fileprivate var told: Moments? { n > 0 ? self : nil }

    /// What a part leaves of a whole: its squares are the whole's without those within the part and those between both.
    fileprivate func rest(without part: Moments, mean rest: Double, n: Int) -> Moments? {
        guard n > 0, let own = part.mean, let variance else { return nil }
        let between = Double(part.n) * Double(n) / Double(part.n + n) * (own - rest) * (own - rest)
        let within = Double(max(0, part.n - 1)) * (part.variance ?? 0)
        let squares = Double(self.n - 1) * variance - within - between
        return Moments(n: n, mean: rest, variance: n < 2 ? nil : max(0, squares) / Double(n - 1))
    }
}
