extension Estimate {
    /// AD_M: how far the members of one group lie from their mean, on average over the items.
    ///
    /// (1/J)·Σⱼ (1/nⱼ)·Σ|x − x̄ⱼ|. Practical agreement is AD_M ≤ A/6, see ``averageDeviationCut(levels:)``.
    ///
    /// - Unit: points; reversal does not change it, so raw codes a step apart serve as well as points.
    /// - Missing: each item goes by those who answered it; `n` is the smallest of their numbers. Undefined when an item
    ///   has fewer than two answers.
    ///   Each item's mean is its own, so nobody's answer to one item is lost for lack of another; that is the default.
    ///   Other programs take complete rows: count those of ``ResponseTable/completeRows(in:)`` for their number.
    /// - Source: Burke, Finkelstein & Dusig 1999, Organizational Research Methods 2:49–68.
    /// - Oracle: R multilevel `ad.m`, on complete rows.
    public static func averageDeviation(of items: [CountTable], responses: Int) -> Estimate {
        let n = items.map(\.n).min() ?? 0
        var reason: Undefined?
        var value: Double?
        if items.isEmpty {
            reason = .tooFewItems
        } else if n < 2 {
            reason = n == 0 ? .noAnswers : .oneAnswer
        } else {
            value = items.reduce(0) { $0 + $1.meanAbsoluteDeviation } / Double(items.count)
        }
        return Estimate(value: value, n: n, missing: responses - n, method: "ad.mean", undefined: reason)
    }

    /// The largest AD_M that counts as agreement on A levels, A/6.
    ///
    /// - Unit: levels.
    /// - Missing: none.
    /// - Source: Burke & Dunlap 2002, Organizational Research Methods 5:159–172.
    /// - Oracle: the definition.
    public static func averageDeviationCut(levels: Int) -> Double { Double(levels) / 6 }
}

extension CountTable {
    /// (1/n)·Σ|x − x̄|; 0 without values.
    fileprivate var meanAbsoluteDeviation: Double {
        guard let mean = moments.mean else { return 0 }
        return zip(values, counts).reduce(0.0) { $0 + abs($1.0 - mean) * Double($1.1) } / Double(n)
    }
}
