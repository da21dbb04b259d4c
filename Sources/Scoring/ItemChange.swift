package import Statistics
package import Surveys

/// How the share of favourable answers to one item changed between two neighbouring years.
package struct ItemChange: Sendable, Equatable {
    package var variable: Variable
    package var dimension: LocalText
    package var from: Int
    package var to: Int
    /// The earlier and the later share.
    package var before: Estimate
    package var after: Estimate
    /// Later − earlier, with Newcombe's interval.
    package var difference: Estimate

    /// How many people the two shares rest on.
    package var bases: [Int] { [before.n, after.n] }

    /// Of the items that the dimension of the later year takes and all years share.
    static func all(_ rounds: [AssessedRound], history: SurveyHistory) -> [ItemChange] {
        zip(rounds, rounds.dropFirst()).flatMap { earlier, later in
            let shared = Dictionary(
                later.plan.dimensions.map {
                    ($0.dimension.name.main, history.comparableCodes(of: $0.dimension.name.main))
                }
            ) { first, _ in first }
            let before = Dictionary(earlier.whole.items.map { ($0.variable.name, $0) }) { first, _ in first }
            return later.whole.items.compactMap { item -> ItemChange? in
                guard item.isRated, let name = item.dimension, shared[name]?.contains(item.variable.code) == true,
                    let old = before[item.variable.name],
                    let dimension = later.plan.dimension(named: name)?.dimension.name
                else { return nil }
                return ItemChange(
                    variable: item.variable, dimension: dimension, from: earlier.year, to: later.year,
                    before: old.favourable, after: item.favourable,
                    difference: Estimate.proportionDifference(
                        (item.favourableCount, item.favourable.n), (old.favourableCount, old.favourable.n),
                        missing: item.favourable.missing + old.favourable.missing,
                        populations: (item.population, old.population)))
            }
        }
    }
}
