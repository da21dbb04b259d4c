import Disclosure
import Scoring

extension ScoreListing {
    /// The records of one part of a round.
    func records(_ part: ScorePart, of round: AssessedRound) -> [ScoreRecord] {
        switch part {
        case .responses:
            [responseRecord(round.whole, .whole)]
                + release.units(of: round).map { responseRecord($0, .units($0.units)) }
        case .scores: round.whole.scores.filter { $0.itemCount > 0 }.map { scoreRecord($0, of: nil, in: round) }
        case .reliability: round.whole.scores.compactMap(reliabilityRecord)
        case .items: round.whole.items.map { itemRecord($0, of: round.plan.survey) }
        case .competences: round.whole.gaps.map(competenceRecord)
        case .units:
            release.units(of: round).flatMap { unit in
                unit.scores.filter { $0.itemCount > 0 }.map { scoreRecord($0, of: unit, in: round) }
            }
        case .contrasts: contrastRecords(round)
        case .variation: variationRecords(round)
        case .agreement: agreementRecords(round)
        case .weighted: weightedRecords(round)
        case .careless: carelessRecords(round)
        case .attentive: attentiveRecords(round)
        case .validity: validityRecords(round)
        case .persons, .changes, .itemChanges, .trends: []
        }
    }

    /// The records of a part that speaks of several years at once.
    func records(_ part: ScorePart) -> [ScoreRecord] {
        switch part {
        case .changes: changeRecords
        case .itemChanges: itemChangeRecords
        case .trends: trendRecords
        default: []
        }
    }
}
