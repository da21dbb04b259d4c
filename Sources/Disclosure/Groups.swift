package import Scoring
import Statistics
package import Surveys

/// Who may be told apart in a report. `Disclosure` forms it from counts; of the numbers of these groups it makes a
/// `Release`.
package struct Groups: Sendable, Equatable {
    /// The smallest group of which anything is shown.
    package let k: Int
    /// Of the rounds that are shown, ascending by year.
    package let rounds: [RoundGroups]
    /// Years with fewer than k responses: nothing of them is shown.
    package let hiddenYears: Set<Int>
    let succession: UnitSuccession

    /// What may be told of an assessment of these groups.
    package func release(_ assessment: Assessment) -> Release {
        var kept = assessment
        // The other year's mean and the difference give the mean of the few.
        kept.itemChanges.removeAll { $0.bases.contains { $0 < k } }
        let details = assessment.rounds.last.map { UnitDetail.all(of: $0) } ?? []
        for index in kept.rounds.indices {
            kept.rounds[index].keepBandsOfBounds()
            // Their favourable shares and mean gaps are told, see `UnitDetail`, and nothing else of them.
            for unit in kept.rounds[index].units.indices {
                kept.rounds[index].units[unit].items = []
                kept.rounds[index].units[unit].gaps = []
            }
        }
        var answers: [Int: [String: ReleasedItem]] = [:]
        var tables: [Int: LedgerTable] = [:]
        for (groups, round) in zip(rounds, assessment.rounds) {
            let told = groups.standings(round.told).answers
            answers[groups.year] = told.items.mapValues(\.released)
            let untold = groups.itemBlocks.flatMap { round.plan.blocks[$0].items }.filter {
                !round.told.cellItems.contains($0)
            }
            tables[groups.year] = groups.table(
                hiding: round.hidden + told.hidden
                    + untold.map { LedgerTable.Hidden(sharesOf: round.plan.name(ofItem: $0)) })
        }
        return Release(
            assessment: kept, k: k, answers: answers, hiddenYears: hiddenYears, unitDetails: details, tables: tables,
            joining: Dictionary(uniqueKeysWithValues: rounds.map { ($0.year, $0.joining) }))
    }
}

extension AssessedRound {
    /// A score that is told as a bound has a band only where all that the bound allows lies in one; one that is not told
    /// has none.
    fileprivate mutating func keepBandsOfBounds() {
        for (name, standing) in standings where !name.isComparable {
            func keep(_ score: inout DimensionScore) {
                guard score.name == name.dimension, let value = score.estimate.value,
                    let ends = plan.dimension(named: name.dimension)?.own?.ends
                else { return }
                let zone = Bound.ofMean(value, n: score.estimate.n, in: ends)?.zone(in: ends)
                let bands = zone.map { zone in
                    [zone.lowerBound, zone.upperBound].map { score.dimension.band(for: $0)?.text }
                }
                score.band = standing == .bounded && bands?[0] == bands?[1] ? bands?[0] : nil
            }
            if let cell = name.cell {
                for place in units[cell].scores.indices { keep(&units[cell].scores[place]) }
            } else {
                for place in whole.scores.indices { keep(&whole.scores[place]) }
            }
        }
    }
}

extension Assessment {
    /// Everything that the rounds say of these groups.
    ///
    /// - Throws: `ScoringError` for a group with more answers than people.
    package init(of series: RoundSeries, in groups: Groups, history: SurveyHistory) throws(ScoringError) {
        let told = groups.rounds.compactMap { groups in
            series.rounds.first { $0.year == groups.year }.map { groups.told($0) }
        }
        try self.init(of: told, succession: groups.succession, history: history)
    }
}
