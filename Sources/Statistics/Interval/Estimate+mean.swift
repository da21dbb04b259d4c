extension Estimate {
    /// A mean with Student's t interval, which carries the finite population correction and stays on its scale.
    ///
    /// m ± t(1 − α/2; n − 1)·√((1 − κ·n/N)·s²/n), κ and N those of the `population`; without one the factor is 1. Where
    /// this would leave the `scale` of the values the interval is Wilson's for as many answers as have the same standard
    /// error, n* = p(1 − p)/se², p the mean and se the error on a scale from 0 to 1, with t for the normal quantile.
    ///
    /// - Unit: that of the values.
    /// - Missing: a mean of the answers that are there; `missing` is carried along. One answer has no interval, nor
    ///   have answers that do not vary: a width of 0 would claim certainty. Only where all that is said lasts, κ = 1, and
    ///   everybody said it, n = N, is the interval m…m.
    /// - Source: Cochran 1977, Sampling Techniques, §2.6–2.9; ``FinitePopulation`` for κ; Wilson 1927, JASA 22:209–212,
    ///   and Korn & Graubard 1998, Survey Methodology 24:193–201, near the ends.
    /// - Oracle: R `t.test`; with κ = 1 R survey's `svymean(fpc =)`.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func mean(
        of moments: Moments, missing: Int, population: FinitePopulation? = nil, scale: ClosedRange<Double>? = nil,
        level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        try mean(of: moments, missing: missing, population: population, scale: scale, level: level, method: "mean")
    }

    /// The same for statistics that are means of something: `method` is their name.
    static func mean(
        of moments: Moments, missing: Int, population: FinitePopulation?, scale: ClosedRange<Double>?, level: Double,
        method: String
    ) throws(StatisticsError) -> Estimate {
        try StatisticsError.check(answers: moments.n, population: population)
        let name = method + ".t" + population.suffix
        guard let mean = moments.mean else {
            return Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
        }
        guard let inference = moments.inference(population: population, scale: scale, level: level) else {
            let reason: Undefined = moments.n == 1 ? .oneAnswer : .constant
            return Estimate(value: mean, n: moments.n, missing: missing, method: name, undefined: reason)
        }
        return Estimate(
            value: mean, inference, n: moments.n, missing: missing, method: method, population: population)
    }
}

extension Moments {
    /// What can be inferred of the mean; `nil` below two values and without variance.
    func inference(population: FinitePopulation?, scale: ClosedRange<Double>?, level: Double) -> MeanInference? {
        guard let mean, let error = standardError(population: population), let variance, variance > 0 else {
            return nil
        }
        return MeanInference(
            of: mean, standardError: error, degreesOfFreedom: Double(n - 1), level: level, scale: scale)
    }

    /// √((1 − κ·n/N)·s²/n); `nil` below two values.
    func standardError(population: FinitePopulation?) -> Double? {
        variance.map { (population.open(after: n) * $0 / Double(n)).squareRoot() }
    }

    /// The mean in standard deviations; `nil` without variance.
    var standardisedMean: Double? {
        guard let mean, let deviation = standardDeviation, deviation > 0 else { return nil }
        return mean / deviation
    }
}
