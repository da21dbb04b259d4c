extension Estimate {
    /// A share with Wilson's score interval and, against a roster, the finite population correction.
    ///
    /// (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with p = x/n; a `population` replaces n within the interval by
    /// n/(1 − κ·n/N). Where κ = 1 and n = N the interval is p…p.
    ///
    /// - Unit: a share, 0…1.
    /// - Missing: not in `n`; carried along. x = 0 has the lower bound 0 and x = n the upper bound 1, exactly.
    /// - Source: Wilson 1927, JASA 22:209–212; ``FinitePopulation`` for κ. Cochran 1977, Sampling Techniques, §3, divides
    ///   the variance of a population by N and not N − 1: his n(N − 1)/(N − n) is ours with κ = N(n − 1)/(n(N − 1)).
    /// - Oracle: R `prop.test(correct = FALSE)`; Newcombe 1998, Statistics in Medicine 17:857–872, table I.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func proportion(
        _ count: Int, of n: Int, missing: Int, population: FinitePopulation? = nil, level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        precondition(n >= 0 && (0...n).contains(count), "a share is a part of a whole")
        try StatisticsError.check(answers: n, population: population)
        let name = "proportion.wilson" + population.suffix
        guard n > 0 else {
            return Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
        }
        let share = Double(count) / Double(n)
        let bounds = wilson(
            share, effective: Double(n) / population.open(after: n), quantile: Normal.critical(level: level))
        return Estimate(value: share, interval: bounds, n: n, missing: missing, method: name)
    }

    /// Wilson's bounds for a share as if `effective` people had answered, at a quantile such as 1.96.
    static func wilson(_ p: Double, effective: Double, quantile: Double) -> (lower: Double, upper: Double) {
        let extra = quantile * quantile / effective
        let middle = p + extra / 2
        let half = (extra * (p * (1 - p) + extra / 4)).squareRoot()
        return (
            lower: p == 0 ? 0 : max(0, (middle - half) / (1 + extra)),
            upper: p == 1 ? 1 : min(1, (middle + half) / (1 + extra))
        )
    }
}
