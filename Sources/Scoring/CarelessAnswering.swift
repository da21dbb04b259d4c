package import Statistics

/// Who seems to have answered without reading, and what the scores are without them.
package struct CarelessAnswering: Sendable, Equatable {
    /// Of the whole.
    package var counts: CarelessTally
    /// From where on a sign fires, and how many make a flag.
    package var limits: CarelessLimits
    /// How many items were looked at.
    package var items: Int
    /// Why a sign could not be looked at in anybody.
    package var distanceUndefined: Undefined?
    package var consistencyUndefined: Undefined?
    /// Everybody who is not flagged; nil where nobody is, and where so few are that the difference would tell of them.
    package var attentive: AssessedGroup?

    package var flagged: Int { counts.flagged }

    init?(_ counted: GroupedTally, plan: SurveyPlan, headcount: Int?, year: Int) throws(ScoringError) {
        guard let screening = counted.screening, let screened = plan.tally.screening else { return nil }
        var counts = CarelessTally()
        for tally in screening.careless { counts.add(tally) }
        self.counts = counts
        limits = screened.limits
        items = screened.items.count
        distanceUndefined = screening.distanceUndefined
        consistencyUndefined = screened.scales.count < 3 ? .tooFewItems : nil
        guard counts.flagged > 0 else { return }
        attentive = try AssessedGroup(
            units: counted.groups, name: nil, tally: screening.attentive.reduce(Tally(zeroFor: plan.tally), +),
            headcount: headcount, plan: plan, year: year)
    }
}
