package import Statistics

extension AssessedRound {
    /// The persons' scores on a dimension on the scale that is shown; nil for a composite, of which only moments are
    /// kept, and for what the survey does not score.
    package func distribution(of dimension: String) -> CountTable? {
        guard case .scale(let scale)? = plan.dimension(named: dimension)?.own else { return nil }
        let raw = PersonScores(plan: plan).distribution(.scale(scale), whole.tally) ?? CountTable()
        return CountTable(values: raw.values.map { scale.offset + scale.slope * $0 }, counts: raw.counts)
    }
}
