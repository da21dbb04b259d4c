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

    static func all(_ units: [AssessedGroup], plan: SurveyPlan) -> [UnitContrast] {
        guard units.count >= 2 else { return [] }
        return plan.dimensions.flatMap { planned -> [UnitContrast] in
            guard let own = planned.own else { return [] }
            let samples = units.map { DimensionScore.moments(own, $0.tally) }
            let missing = zip(units, samples).reduce(0) { $0 + $1.0.responses - $1.1.n }
            let people = units.map { planned.population($0.headcount) }
            let width = own.ends.upperBound - own.ends.lowerBound
            let tests = WelchTest.eachAgainstTheRest(
                samples, missing: missing, populations: people, range: -width...width)
            let adjusted = MultipleTesting.holm(tests.map(\.p))
            return tests.indices.map { unit in
                UnitContrast(
                    dimension: planned.dimension.name.main, unit: unit, test: tests[unit], own: samples[unit],
                    rest: .pooled(samples.without(unit)), ownPopulation: people[unit],
                    restPopulation: .pooled(people.without(unit)), adjustedP: adjusted[unit])
            }
        }
    }
}
