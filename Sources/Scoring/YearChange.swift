package import Statistics
package import Surveys

/// What changed between two neighbouring years, on the items that all years share.
package struct YearChange: Sendable, Equatable {
    package var dimension: Dimension
    package var from: Int
    package var to: Int
    /// The later year minus the earlier.
    package var test: WelchTest
    /// The scores of the later and of the earlier year, and the people of either.
    var later: Moments
    var earlier: Moments
    var laterPopulation: FinitePopulation?
    var earlierPopulation: FinitePopulation?
    /// By ranks, as a check on the test of means; nil for composites.
    package var ranks: MannWhitneyTest?
    /// How much of the change comes from scores within the units, and how much from units that grew or shrank.
    package var decomposition: KitagawaDecomposition?
    /// How many people the earlier and the later mean rest on.
    package var bases: [Int]
    /// Holm over the dimensions of the same two years.
    package var adjustedP: Double?

    package var name: String { dimension.name.main }

    /// The same difference in pooled standard deviations; made when it is asked for, since its interval is a search.
    package var effect: Estimate {
        Estimate.hedgesG(
            later, earlier, missing: test.difference.missing, populations: (laterPopulation, earlierPopulation))
    }

    /// Beyond chance at 5 % after Holm, or nil where nothing can be tested.
    package var isClear: Bool? { adjustedP.map { $0 < 0.05 } }

    /// Anonymous rounds cannot be linked, so the years are compared as independent samples, each with the standard error
    /// of its own interval. Where many people answered in both years this is on the safe side.
    static func all(_ rounds: [AssessedRound]) -> [YearChange] {
        zip(rounds, rounds.dropFirst()).flatMap { earlier, later in
            var changes: [YearChange] = []
            for score in later.whole.scores {
                guard let after = score.comparable?.moments,
                    let before = earlier.whole.score(score.name)?.comparable?.moments,
                    let now = later.plan.dimension(named: score.name),
                    let then = earlier.plan.dimension(named: score.name),
                    let ends = now.comparable?.ends, let former = then.comparable?.ends
                else { continue }
                let missing = later.whole.responses - after.n + earlier.whole.responses - before.n
                let people = (now.population(later.whole.headcount), then.population(earlier.whole.headcount))
                changes.append(
                    YearChange(
                        dimension: score.dimension, from: earlier.year, to: later.year,
                        test: WelchTest(
                            after, before, missing: missing, populations: people,
                            range: ends.lowerBound - former.upperBound...ends.upperBound - former.lowerBound),
                        later: after, earlier: before, laterPopulation: people.0, earlierPopulation: people.1,
                        ranks: ranks(score.name, earlier, later, missing: missing),
                        decomposition: decomposition(score.name, earlier, later), bases: [before.n, after.n]))
            }
            let adjusted = MultipleTesting.holm(changes.map(\.test.p))
            for index in changes.indices { changes[index].adjustedP = adjusted[index] }
            return changes
        }
    }

    private static func ranks(
        _ name: String, _ earlier: AssessedRound, _ later: AssessedRound, missing: Int
    ) -> MannWhitneyTest? {
        func scores(_ round: AssessedRound) -> CountTable? {
            round.plan.dimension(named: name)?.comparable.flatMap { DimensionScore.distribution($0, round.whole.tally) }
        }
        guard let after = scores(later), let before = scores(earlier) else { return nil }
        return MannWhitneyTest(after, before, missing: missing)
    }

    /// By the units of both years; nil where fewer than two have answers.
    private static func decomposition(
        _ name: String, _ earlier: AssessedRound, _ later: AssessedRound
    ) -> KitagawaDecomposition? {
        func moments(_ round: AssessedRound, _ units: [String]) -> Moments {
            let unit = round.units.first { !Set($0.units).isDisjoint(with: units) }
            return unit?.score(name)?.comparable?.moments ?? Moments(n: 0, mean: nil, variance: nil)
        }
        var groups = later.units.map(\.units)
        // Units are merged alike in all years, so a group has some of its units in both or none; one that came or went
        // does not make it another.
        for unit in earlier.units where groups.allSatisfy({ Set($0).isDisjoint(with: unit.units) }) {
            groups.append(unit.units)
        }
        let (before, after) = (groups.map { moments(earlier, $0) }, groups.map { moments(later, $0) })
        guard before.count(where: { $0.n > 0 }) >= 2, after.count(where: { $0.n > 0 }) >= 2 else { return nil }
        return KitagawaDecomposition(earlier: before, later: after)
    }
}
