import Scoring

extension Assessment {
    /// Takes out what a reader of the release could otherwise come upon: an unreleased number should not have to be
    /// avoided on every sheet, it should not be there.
    func withholding(below k: Int, hidesUnits: Bool, wholeOnly: [Int: Set<String>]) -> Assessment {
        var kept = self
        // The other year's mean and the difference give the mean of the few.
        kept.changes.removeAll { $0.bases.contains { $0 < k } }
        kept.trends.removeAll { $0.bases.contains { $0 < k } }
        kept.itemChanges.removeAll { $0.bases.contains { $0 < k } }
        for index in kept.changes.indices {
            // Made of the units' means: where those may not be shown, neither may their sum with other weights.
            let change = kept.changes[index]
            let thin = [change.from, change.to].contains { wholeOnly[$0]?.contains(change.name) ?? false }
            if hidesUnits || thin { kept.changes[index].decomposition = nil }
        }
        for index in kept.rounds.indices {
            let thin = wholeOnly[kept.rounds[index].year] ?? []
            kept.rounds[index].contrasts.removeAll { hidesUnits || thin.contains($0.dimension) }
            kept.rounds[index].variation.removeAll { hidesUnits || thin.contains($0.name) }
            kept.rounds[index].agreement.removeAll { hidesUnits || thin.contains($0.dimension) }
            // Beside the plain mean the weighted one is a second equation for the units' means.
            kept.rounds[index].weighted.removeAll { hidesUnits || thin.contains($0.name) }
            let whole = kept.rounds[index].whole
            kept.rounds[index].careless?.withhold(below: k, beside: whole)
            if hidesUnits { kept.rounds[index].units = [] }
            for unit in kept.rounds[index].units.indices {
                // Whether enough people answered is settled for the units' dimensions, not for each of their items.
                kept.rounds[index].units[unit].items = []
                kept.rounds[index].units[unit].gaps = []
            }
        }
        return kept
    }
}

extension CarelessAnswering {
    /// With everybody and without the flagged, the difference tells of the flagged: of fewer than k nothing may remain.
    fileprivate mutating func withhold(below k: Int, beside whole: AssessedGroup) {
        guard flagged >= k, let rest = attentive, rest.responses >= k else {
            attentive = nil
            return
        }
        attentive?.items = []
        attentive?.gaps = []
        attentive?.scores = zip(whole.scores, rest.scores).compactMap { all, some in
            zip(all.bases, some.bases).allSatisfy { $0 - $1 == 0 || ($0 - $1 >= k && $1 >= k) } ? some : nil
        }
    }
}
