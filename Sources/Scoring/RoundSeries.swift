import Statistics
import Surveys

/// The rounds that a report compares, each with its units under the names that they have in the latest.
package struct RoundSeries: Sendable, Equatable {
    /// Ascending by year.
    package let rounds: [Round]
    /// What the units of earlier years are called here.
    package let succession: UnitSuccession

    /// - Throws: `ScoringError` for a unit with more responses than people, and for such a round.
    package init(_ rounds: [Round]) throws(ScoringError) {
        let ordered = rounds.sorted { $0.year < $1.year }
        let succession = UnitSuccession(ordered)
        self.succession = succession
        self.rounds = ordered.map(succession.applied)
        for round in self.rounds { try round.checkHeadcounts() }
    }
}

extension Round {
    /// Asked before any group is formed: within a larger group it would not be seen that one unit has too many.
    fileprivate func checkHeadcounts() throws(ScoringError) {
        guard let roster else { return }
        let headcounts = roster.headcounts
        for (unit, tally) in zip(counted.groups, counted.tallies) {
            guard let people = headcounts[unit], tally.responses > people else { continue }
            throw ScoringError(group: unit, year: year, responses: tally.responses, people: people)
        }
        let responses = counted.tallies.reduce(0) { $0 + $1.responses }
        guard responses <= roster.headcount else {
            throw ScoringError(group: nil, year: year, responses: responses, people: roster.headcount)
        }
    }
}
