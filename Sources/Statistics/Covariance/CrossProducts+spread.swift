extension CrossProducts {
    /// Σwᵢnᵢ: how much was answered of a block.
    ///
    /// - Unit: weighted answers.
    /// - Missing: does not count.
    /// - Source: a count.
    /// - Oracle: the naive count over persons.
    public func weightedAnswers(_ block: WeightedBlock) -> Int {
        block.parts.reduce(0) { $0 + $1.1 * answers($1.0) }
    }

    /// The pooled mean of a block, Σ w·x/Σ w over all answers that people gave to it; `nil` without one.
    ///
    /// Nobody is scored first, so that what a person left out changes no weight of the others.
    ///
    /// - Unit: that of the variables.
    /// - Missing: an answer that is not there does not count.
    /// - Source: the ratio estimator of Cochran 1977, Sampling Techniques, §2.11, people being the clusters.
    /// - Oracle: the naive mean over answers; the mean of person scores where nothing is missing.
    public func mean(_ block: WeightedBlock) -> Double? {
        let answers = weightedAnswers(block)
        guard answers > 0 else { return nil }
        return Double(block.parts.reduce(0) { $0 + $1.1 * sum($1.0) }) / Double(answers)
    }

    /// X of two blocks: Σ over people of d·d′, d and d′ a person's Σ w·(x − m) over what he gave of either block.
    ///
    /// X = Σ wₐw_b·Pₐ_b over a of the first and b of the second block, Qₐ where both are one variable. A pair that nobody
    /// gave together counts 0.
    ///
    /// - Unit: that of the variables, squared.
    /// - Missing: pair by pair; `nil` where somebody gave a pair that is not told, or not current.
    /// - Source: the linearised variance of a ratio, Cochran 1977, Sampling Techniques, §6.3.
    /// - Oracle: the naive sum over persons.
    public func spread(_ first: WeightedBlock, _ second: WeightedBlock) -> Double? {
        var (sum, size) = (0.0, 0.0)
        for (a, weight) in first.parts {
            for (b, other) in second.parts where together(a, b) > 0 {
                guard isCurrent(a, b), let product = self[a, b] else { return nil }
                let summand = Double(weight * other) * product.sum
                sum += summand
                size += abs(summand)
            }
        }
        // Products that cancel exactly leave rounding behind, of either sign; it must not pass for a spread.
        return abs(sum) > size * 1e-14 ? sum : 0
    }

    /// X of a block with itself, never negative.
    ///
    /// - Unit: that of the variables, squared.
    /// - Missing: as in ``spread(_:_:)``.
    /// - Source: as there.
    /// - Oracle: as there.
    public func spread(_ block: WeightedBlock) -> Double? { spread(block, block).map { max(0, $0) } }

    /// The pooled mean of a block with the variance that gives its standard error, as the moments of `people` values.
    ///
    /// se² = n/(n − 1)·X/A² and s² = n·se², with n people and A = Σwᵢnᵢ. Where nobody left anything out s² is the
    /// variance of the person scores, and everything that takes moments works on: ``Estimate/mean(of:missing:population:scale:level:)``,
    /// ``WelchTest``, ``Trend``.
    ///
    /// - Parameter people: how many gave at least one variable of the block.
    /// - Unit: that of the variables.
    /// - Missing: right also where people gave different numbers of answers; `nil` where X is.
    /// - Source: Cochran 1977, Sampling Techniques, §6.3 and §9A.1, people being the clusters.
    /// - Oracle: the naive computation over persons; the moments of person scores where nothing is missing.
    public func moments(of block: WeightedBlock, people n: Int) -> Moments? {
        guard n > 0, let mean = mean(block) else { return Moments(n: 0, mean: nil, variance: nil) }
        guard n >= 2 else { return Moments(n: n, mean: mean, variance: nil) }
        return spread(block).map { spread in
            let answers = Double(weightedAnswers(block))
            let perPerson = Double(n) / answers
            return Moments(n: n, mean: mean, variance: perPerson * perPerson * spread / Double(n - 1))
        }
    }

    /// The standard deviation of a block's mean over persons who give all of it: √(ΣΣ wᵢwⱼcᵢⱼ)/Σw.
    ///
    /// - Unit: that of the variables.
    /// - Missing: each covariance over those who gave both, also where the table told it earlier; `nil` where one is not
    ///   told, and where the covariances of pairs do not fit together and their sum is negative.
    /// - Source: the variance of a sum.
    /// - Oracle: the standard deviation of person scores where nothing is missing.
    public func standardDeviation(of block: WeightedBlock) -> Double? {
        var (sum, size) = (0.0, 0.0)
        for (a, weight) in block.parts {
            for (b, other) in block.parts {
                guard let covariance = covariance(a, b) else { return nil }
                sum += Double(weight * other) * covariance
                size += abs(Double(weight * other) * covariance)
            }
        }
        guard !block.variables.isEmpty, sum >= -size * 1e-14 else { return nil }
        let weight = Double(block.weights.reduce(0, +))
        return sum > size * 1e-14 ? sum.squareRoot() / weight : 0
    }
}
