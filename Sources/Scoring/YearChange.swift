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
            round.plan.dimension(named: name)?.comparable.flatMap {
                PersonScores(plan: round.plan).distribution($0, round.whole.tally)
            }
        }
        guard let after = scores(later), let before = scores(earlier) else { return nil }
        return MannWhitneyTest(after, before, missing: missing)
    }

    /// By the units of both years, each with the weight of its answers; nil for a composite, and unless every unit of
    /// both years is one whose people were told in the other year too.
    private static func decomposition(
        _ name: String, _ earlier: AssessedRound, _ later: AssessedRound
    ) -> KitagawaDecomposition? {
        func scale(_ round: AssessedRound) -> SurveyPlan.PlannedScale? {
            guard case .scale(let scale)? = round.plan.dimension(named: name)?.comparable else { return nil }
            return scale
        }
        func answers(_ units: [AssessedGroup], _ scale: SurveyPlan.PlannedScale) -> Moments {
            let sums = units.map { PooledScores.Sums($0.tally.scales[scale.index]) }.reduce(PooledScores.Sums(), +)
            // Of the spread nothing is taken.
            return Moments(
                n: sums.weight, mean: sums.mean.map { scale.offset + scale.slope * $0 },
                variance: sums.weight < 2 ? nil : 0)
        }
        let isTold = [earlier, later].allSatisfy { round in
            round.standings.areExact(name, isComparable: true)
                && round.units.allSatisfy { $0.score(name)?.comparable != nil }
        }
        let places = later.predecessors.flatMap(\.self)
        guard isTold, let now = scale(later), let then = scale(earlier), later.units.count >= 2,
            !later.predecessors.contains([]), Set(places).count == places.count, places.count == earlier.units.count
        else { return nil }
        return KitagawaDecomposition(
            earlier: later.predecessors.map { answers($0.map { earlier.units[$0] }, then) },
            later: later.units.map { answers([$0], now) })
    }
}
