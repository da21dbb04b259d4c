package import Scoring
package import Surveys

/// Who may be told apart in a report. `Disclosure` forms it from counts; of the numbers of these groups it makes a
/// `Release`.
package struct Groups: Sendable, Equatable {
    /// The smallest group of which anything is shown.
    package let k: Int
    /// Units that are shown together, each set in the roster's order; the empty name stands for people who named none.
    package let joined: [[String]]
    /// The units are not shown one by one at all: even together the smaller ones stay below k.
    package let hidesUnits: Bool
    /// Years with fewer than k responses: nothing of them is shown.
    package let hiddenYears: Set<Int>

    /// What may be told of an assessment of these groups.
    package func release(_ assessment: Assessment) -> Release {
        var wholeOnly: [Int: Set<String>] = [:]
        for round in assessment.rounds { wholeOnly[round.year] = thinDimensions(round) }
        let details = assessment.rounds.last.map { round in
            hidesUnits ? [] : UnitDetail.all(of: round, k: k, withoutDimensions: wholeOnly[round.year] ?? [])
        }
        return Release(
            assessment: assessment.withholding(below: k, hidesUnits: hidesUnits, wholeOnly: wholeOnly), k: k,
            merged: joined, hidesUnits: hidesUnits, wholeOnly: wholeOnly, hiddenYears: hiddenYears,
            unitDetails: details ?? [])
    }

    /// Dimensions on which some unit has scores of fewer than k people: showing the others would give it away.
    private func thinDimensions(_ round: AssessedRound) -> Set<String> {
        var thin: Set<String> = []
        for unit in round.units {
            for score in unit.scores where score.bases.contains(where: { $0 > 0 && $0 < k }) { thin.insert(score.name) }
        }
        return thin
    }
}

extension Assessment {
    /// Everything that the rounds say of these groups.
    ///
    /// - Throws: `ScoringError` for a group with more answers than people.
    package init(of series: RoundSeries, in groups: Groups, history: SurveyHistory) throws(ScoringError) {
        try self.init(of: series, history: history, joining: groups.joined, withoutYears: groups.hiddenYears)
    }
}
