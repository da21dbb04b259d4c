import Statistics
import Surveys

/// The rounds that a report compares, each with its units under the names of its own year.
package struct RoundSeries: Sendable, Equatable {
    /// Ascending by year.
    package let rounds: [Round]
    /// Which units of the years go on from which.
    package let succession: UnitSuccession

    /// - Throws: `ScoringError` for a unit with more responses than people, and for such a round.
    package init(_ rounds: [Round]) throws(ScoringError) {
        self.rounds = rounds.sorted { $0.year < $1.year }
        succession = UnitSuccession(self.rounds)
        for round in self.rounds { try round.checkHeadcounts() }
    }
}

extension Round {
    /// Asked before any group is formed: within a larger group it would not be seen that one unit has too many.
    fileprivate func checkHeadcounts() throws(ScoringError) {
        guard let roster else { return }
        let headcounts = roster.headcounts
        for (unit, responses) in zip(units, responses) {
            guard let people = headcounts[unit], responses > people else { continue }
            throw ScoringError(group: unit, year: year, responses: responses, people: people)
        }
        let total = responses.reduce(0, +)
        guard total <= roster.headcount else {
            throw ScoringError(group: nil, year: year, responses: total, people: roster.headcount)
        }
    }
}
