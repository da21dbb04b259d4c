package import Statistics
package import Surveys

/// What changed between two neighbouring years, on the items that all years share.
package struct YearChange: Sendable, Equatable {
    package var dimension: Dimension
    package var from: Int
    package var to: Int
    /// The later year minus the earlier.
    package var test: WelchTest
    /// The same difference in pooled standard deviations.
    package var effect: Estimate
    /// How many people the earlier and the later mean rest on.
    package var bases: [Int]
    /// Holm over the dimensions of the same two years.
    package var adjustedP: Double?

    /// Beyond chance at 5 % after Holm, or nil where nothing can be tested.
    package var isClear: Bool? { adjustedP.map { $0 < 0.05 } }

    /// Anonymous rounds cannot be linked, so the years are compared as independent samples, without the finite
    /// population correction: the question is whether the people behind the answers changed, not only whether these
    /// answers did. Where many people answered in both years this is on the safe side.
    static func all(_ rounds: [AssessedRound]) -> [YearChange] {
        zip(rounds, rounds.dropFirst()).flatMap { earlier, later in
            var changes: [YearChange] = []
            for score in later.whole.scores {
                guard let after = score.comparable?.moments,
                    let before = earlier.whole.score(score.dimension.name.main)?.comparable?.moments
                else { continue }
                let missing = later.whole.responses - after.n + earlier.whole.responses - before.n
                changes.append(
                    YearChange(
                        dimension: score.dimension, from: earlier.year, to: later.year,
                        test: WelchTest(after, before, missing: missing),
                        effect: Estimate.hedgesG(after, before, missing: missing), bases: [before.n, after.n]))
            }
            let adjusted = MultipleTesting.holm(changes.map(\.test.p))
            for index in changes.indices { changes[index].adjustedP = adjusted[index] }
            return changes
        }
    }
}
