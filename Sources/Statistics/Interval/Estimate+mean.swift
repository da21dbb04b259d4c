extension Estimate {
    /// A mean with Student's t interval and, against a roster, the finite population correction.
    ///
    /// m ± t(1 − α/2; n − 1)·√((1 − n/N)·s²/n), without a `population` N the factor 1 − n/N is 1.
    ///
    /// - Unit: that of the values.
    /// - Missing: a mean of the answers that are there; `missing` is carried along. One answer has no interval, nor
    ///   have answers that do not vary (a width of 0 would claim certainty), unless everybody answered: n = N gives
    ///   the interval m…m and the method `mean.census`.
    /// - Source: Cochran 1977, Sampling Techniques, §2.6–2.9.
    /// - Oracle: R `t.test`; the correction agrees with R survey's `svymean(fpc =)`.
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public static func mean(
        of moments: Moments, missing: Int, population: Int? = nil, level: Double = 0.95
    ) throws(StatisticsError) -> Estimate {
        try mean(of: moments, missing: missing, population: population, level: level, method: "mean")
    }

    /// The same for statistics that are means of something: `method` is their name.
    static func mean(
        of moments: Moments, missing: Int, population: Int?, level: Double, method: String
    ) throws(StatisticsError) -> Estimate {
        let n = moments.n
        try StatisticsError.check(answers: n, population: population)
        let name = method + (population == nil ? ".t" : population == n ? ".census" : ".t.fpc")
        guard let mean = moments.mean else {
            return Estimate(value: nil, n: 0, missing: missing, method: name, undefined: .noAnswers)
        }
        if population == n {
            return Estimate(value: mean, interval: (mean, mean), n: n, missing: missing, method: name)
        }
        guard let error = standardError(of: moments, population: population), error > 0 else {
            let reason: Undefined = n == 1 ? .oneAnswer : .constant
            return Estimate(value: mean, n: n, missing: missing, method: name, undefined: reason)
        }
        let half = StudentT(df: Double(n - 1)).critical(level: level) * error
        return Estimate(value: mean, interval: (mean - half, mean + half), n: n, missing: missing, method: name)
    }

    /// √((1 − n/N)·s²/n); `nil` below two answers.
    static func standardError(of moments: Moments, population: Int?) -> Double? {
        guard let variance = moments.variance else { return nil }
        let open = population.map { Double($0 - moments.n) / Double($0) } ?? 1
        return (open * variance / Double(moments.n)).squareRoot()
    }
}

extension StatisticsError {
    /// Refuses more answers than people.
    static func check(answers: Int, population: Int?) throws(StatisticsError) {
        if let population, answers > population {
            throw .moreAnswersThanPeople(answers: answers, people: population)
        }
    }
}
