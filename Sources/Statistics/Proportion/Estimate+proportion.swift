extension Estimate {
    /// A share with Wilson's score interval and, against a roster, the finite population correction.
    ///
    /// (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with p = x/n; a `population` N replaces n within the
    /// interval by n(N − 1)/(N − n).
    ///
    /// - Unit: a share, 0…1.
    /// - Missing: not in `n`; carried along. x = 0 has the lower bound 0 and x = n the upper bound 1, exactly. n = N
    ///   gives the interval p…p and the method `proportion.census`.
    /// - Source: Wilson 1927, JASA 22:209–212; Cochran 1977, Sampling Techniques, §3.
    /// - Oracle: R `prop.test(correct = FALSE)`; Newcombe 1998, Statistics in Medicine 17:857–872, table I.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func proportion(
        _ count: Int, of n: Int, missing: Int, population: Int? = nil, level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        precondition(n >= 0 && (0...n).contains(count), "a share is a part of a whole")
        try StatisticsError.check(answers: n, population: population)
        let census = population == n
        let name = "proportion" + (population == nil ? ".wilson" : census ? ".census" : ".wilson.fpc")
        guard n > 0 else {
            return Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
        }
        let share = Double(count) / Double(n)
        if census {
            return Estimate(value: share, interval: (share, share), n: n, missing: missing, method: name)
        }
        let effective = population.map { Double(n) * Double($0 - 1) / Double($0 - n) } ?? Double(n)
        let bounds = wilson(count, of: n, effective: effective, level: level)
        return Estimate(value: share, interval: bounds, n: n, missing: missing, method: name)
    }

    /// Wilson's bounds for count/n as if `effective` people had answered.
    static func wilson(
        _ count: Int, of n: Int, effective: Double, level: Double
    ) -> (lower: Double, upper: Double) {
        wilson(Double(count) / Double(n), effective: effective, level: level)
    }

    /// Wilson's bounds for a share as if `effective` people had answered.
    static func wilson(_ p: Double, effective: Double, level: Double) -> (lower: Double, upper: Double) {
        let z = Normal.critical(level: level)
        let extra = z * z / effective
        let middle = p + extra / 2
        let half = (extra * (p * (1 - p) + extra / 4)).squareRoot()
        return (
            lower: p == 0 ? 0 : max(0, (middle - half) / (1 + extra)),
            upper: p == 1 ? 1 : min(1, (middle + half) / (1 + extra))
        )
    }
}
