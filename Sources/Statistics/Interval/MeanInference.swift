/// What a standard error says of a mean: its interval, and its distance from 0.
///
/// The interval is m ± t(df)·se. Where that would leave the scale of the values, a…b, it is Wilson's: with
/// p = (m − a)/(b − a) and n* = p(1 − p)·((b − a)/se)², the bounds that ``Estimate/wilson(_:effective:quantile:)`` gives p
/// of n* answers, put back onto the scale. t(df) takes the place of the normal quantile there too, since the standard
/// error is estimated. The test goes with the interval: it excludes 0 where p < 1 − level.
///
/// - Source: Student 1908; Wilson 1927, JASA 22:209–212; n* by Kish 1965, Survey Sampling; t(df) within Wilson's interval
///   as the degrees of freedom of Korn & Graubard 1998, Survey Methodology 24:193–201.
struct MeanInference {
    let lower: Double, upper: Double
    /// Whether the interval is Wilson's.
    let isWilson: Bool
    /// The mean over its standard error, or in Wilson's case over that of a mean of 0; `nil` without an error.
    let t: Double?
    let degreesOfFreedom: Double?
    /// The two-sided p value of a mean of 0.
    let p: Double?

    init(
        of mean: Double, standardError: Double, degreesOfFreedom: Double, level: Double, scale: ClosedRange<Double>?
    ) {
        let distribution = StudentT(df: degreesOfFreedom)
        let reach = distribution.critical(level: level)
        let half = reach * standardError
        var deviation = standardError
        if let scale, mean <= scale.lowerBound || mean >= scale.upperBound {
            // All answers are at the end, and the spread is one that others have: only one side of the interval is open.
            (lower, upper) = (max(scale.lowerBound, mean - half), min(scale.upperBound, mean + half))
            isWilson = false
        } else if let scale, mean - half < scale.lowerBound || mean + half > scale.upperBound {
            let width = scale.upperBound - scale.lowerBound
            let share = (mean - scale.lowerBound) / width
            let error = standardError / width
            let effective = share * (1 - share) / (error * error)
            let bounds = Estimate.wilson(share, effective: effective, quantile: reach)
            (lower, upper) = (scale.lowerBound + width * bounds.lower, scale.lowerBound + width * bounds.upper)
            isWilson = true
            let zero = -scale.lowerBound / width
            if zero > 0, zero < 1 { deviation = width * (zero * (1 - zero) / effective).squareRoot() }
        } else {
            (lower, upper) = (mean - half, mean + half)
            isWilson = false
        }
        // Without an error, that of a census where all that is said lasts, there is nothing to test.
        t = deviation > 0 ? mean / deviation : nil
        self.degreesOfFreedom = t == nil ? nil : degreesOfFreedom
        p = t.map(distribution.twoSided)
    }
}

extension Estimate {
    /// A mean with its interval, `method` followed by the kind of interval and by the correction that it carries.
    init(
        value: Double, _ inference: MeanInference, n: Int, missing: Int, method: String, population: FinitePopulation?
    ) {
        self.init(
            value: value, interval: (inference.lower, inference.upper), n: n, missing: missing,
            method: method + (inference.isWilson ? ".wilson" : ".t") + population.suffix)
    }
}
