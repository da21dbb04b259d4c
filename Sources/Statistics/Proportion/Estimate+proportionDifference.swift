extension Estimate {
    /// The difference of two independent shares, first − second, with Newcombe's hybrid score interval.
    ///
    /// d − √((p₁ − l₁)² + (u₂ − p₂)²) … d + √((u₁ − p₁)² + (p₂ − l₂)²), lᵢ and uᵢ the bounds of
    /// ``proportion(_:of:missing:population:level:)``, each with the correction of its population.
    ///
    /// - Unit: a difference of shares, −1…1.
    /// - Missing: not in the two n; carried along. Undefined when either group did not answer.
    /// - Source: Newcombe 1998, Statistics in Medicine 17:873–890, method 10.
    /// - Oracle: his table II.
    public static func proportionDifference(
        _ first: (count: Int, n: Int), _ second: (count: Int, n: Int), missing: Int,
        populations: (FinitePopulation?, FinitePopulation?) = (nil, nil), level: Double = 0.95
    ) -> Estimate {
        precondition(first.n >= 0 && (0...first.n).contains(first.count), "a share is a part of a whole")
        precondition(second.n >= 0 && (0...second.n).contains(second.count), "a share is a part of a whole")
        let name = "proportion.difference.newcombe" + (populations.0 ?? populations.1).suffix
        let n = first.n + second.n
        guard first.n > 0, second.n > 0 else {
            return Estimate(value: nil, n: n, missing: missing, method: name, undefined: .noAnswers)
        }
        let p = (Double(first.count) / Double(first.n), Double(second.count) / Double(second.n))
        let z = Normal.critical(level: level)
        let left = wilson(p.0, effective: Double(first.n) / populations.0.open(after: first.n), quantile: z)
        let right = wilson(p.1, effective: Double(second.n) / populations.1.open(after: second.n), quantile: z)
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        let difference = p.0 - p.1
        // The formula stays within −1…1; its last bit may not.
        let lower = max(-1, difference - distance(p.0 - left.lower, right.upper - p.1))
        let upper = min(1, difference + distance(left.upper - p.0, p.1 - right.lower))
        return Estimate(value: difference, interval: (lower, upper), n: n, missing: missing, method: name)
    }
}
