extension Estimate {
    /// The correlation of two blocks, from the sums of products of all answers.
    ///
    /// r = X_AB/√(X_AA·X_BB)·√(n_A·n_B)/n_AB, n_A and n_B the people of either block and n_AB those of both, at most 1 in
    /// magnitude. Where nobody left anything out it is Pearson's r of the person scores.
    ///
    /// - Unit: −1…1; none is told of its error.
    /// - Missing: each sum over its own people. Undefined where nobody gave both, where too few did for a sum to be told,
    ///   and where a block does not vary.
    /// - Source: Pearson's r of the deviations from pooled means, each moment per person who has it.
    /// - Oracle: the naive computation over persons.
    public static func correlation(
        of first: WeightedBlock, _ second: WeightedBlock, in table: CrossProducts, people: (Int, Int), both: Int,
        responses: Int
    ) -> Estimate {
        precondition(both <= min(people.0, people.1), "who is in both blocks is in each")
        func estimate(_ value: Double?, _ reason: Undefined?) -> Estimate {
            Estimate(
                value: value, n: both, missing: responses - both, method: "correlation.pooled", undefined: reason)
        }
        guard both > 0 else { return estimate(nil, .noAnswers) }
        guard let product = table.spread(first, second), let left = table.spread(first),
            let right = table.spread(second)
        else { return estimate(nil, .tooFewTogether) }
        guard left > 0, right > 0 else { return estimate(nil, .constant) }
        let r = product / (left.squareRoot() * right.squareRoot())
        let bases = (Double(people.0) * Double(people.1)).squareRoot() / Double(both)
        return estimate(min(1, max(-1, r * bases)), nil)
    }
}
