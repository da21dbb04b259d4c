extension Estimate {
    /// The mean weighted discrepancy score: the gap, weighted by how much is required.
    ///
    /// (1/n)·Σ(requiredₚ − currentₚ)·r̄ = r̄·(r̄ − c̄), r̄ and c̄ the means of complete pairs. The group's own r̄ is used.
    /// Its companion interval is that of the unweighted gap, ``PairedTest/gap``.
    ///
    /// - Unit: squared levels; −6.25…20 on levels 1…5.
    /// - Missing: complete pairs only; without one undefined.
    /// - Source: Borich 1980, Journal of Teacher Education 31:39–42; McKim & Saucier 2011, Journal of Extension 49(2).
    /// - Oracle: the definition in R.
    public static func meanWeightedDiscrepancy(of pair: PairTally) -> Estimate {
        let levels = pair.moments
        let missing = pair.incomplete + pair.outside
        guard let current = levels.mean(0), let required = levels.mean(1) else {
            return Estimate(value: nil, n: 0, missing: missing, method: "gap.mwds", undefined: .noAnswers)
        }
        return Estimate(
            value: required * (required - current), n: levels.n, missing: missing, method: "gap.mwds")
    }
}
