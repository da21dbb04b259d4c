extension Estimate {
    /// The mean of persons' shares, such as of the favourable among their answers, with Wilson's interval.
    ///
    /// Several answers of one person say less than answers of several persons, so the interval is Wilson's for an
    /// effective number of answers n* = p(1 − p)/(v/n), v the variance of the shares with divisor n. With one answer a
    /// person n* is n, and the interval that of ``proportion(_:of:missing:population:level:)``. A `population` replaces
    /// n* by n*/(1 − κ·n/N).
    ///
    /// - Unit: a share, 0…1; so are the values behind `moments`.
    /// - Missing: not in `moments`; carried along. Equal shares that are neither 0 nor 1 leave the interval undefined.
    /// - Source: Wilson 1927, JASA 22:209–212; the effective number by Kish 1965, Survey Sampling; its use in Wilson's
    ///   interval by Franco, Little, Louis & Slud 2019, Journal of Survey Statistics and Methodology 7:334–364.
    /// - Oracle: with one answer a person the proportion's own, which agrees with R `prop.test(correct = FALSE)`.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func meanShare(
        of moments: Moments, missing: Int, population: FinitePopulation? = nil, level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        let n = moments.n
        try StatisticsError.check(answers: n, population: population)
        let name = "share.wilson" + population.suffix
        guard let mean = moments.mean else {
            return Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
        }
        // Sums of thirds may end a last bit beyond 1.
        let share = min(max(mean, 0), 1)
        let variance = (moments.variance ?? 0) * Double(n - 1) / Double(n)
        let isExtreme = share == 0 || share == 1
        guard isExtreme || variance > 0 else {
            let reason: Undefined = n == 1 ? .oneAnswer : .constant
            return Estimate(value: share, n: n, missing: missing, method: name, undefined: reason)
        }
        let answers = isExtreme ? Double(n) : Double(n) * share * (1 - share) / variance
        let bounds = wilson(
            share, effective: answers / population.open(after: n), quantile: Normal.critical(level: level))
        return Estimate(value: share, interval: bounds, n: n, missing: missing, method: name)
    }
}
