/// Student's test of a mean against 0, with the finite population correction against a roster.
///
/// t = m/se, df = n − 1. `nil` below two values, without variance, and for a census, which leaves nothing to infer.
struct MeanTest {
    let t: Double
    let degreesOfFreedom: Double
    let p: Double

    init?(of moments: Moments, population: Int?) {
        guard let mean = moments.mean,
            let error = Estimate.standardError(of: moments, population: population), error > 0
        else { return nil }
        t = mean / error
        degreesOfFreedom = Double(moments.n - 1)
        p = StudentT(df: degreesOfFreedom).twoSided(t)
    }
}

extension Moments {
    /// The mean in standard deviations; `nil` without variance.
    var standardisedMean: Double? {
        guard let mean, let deviation = standardDeviation, deviation > 0 else { return nil }
        return mean / deviation
    }
}
