/// The change of the same people from one year to another.
///
/// d = later − earlier, change = d̄ with Student's interval, t = d̄/(s_d/√n), df = n − 1, dz = d̄/s_d, dav = d̄/√((s₁² +
/// s₂²)/2), the latter in the standard deviations of the scores, and so comparable with
/// ``Estimate/hedgesG(_:_:missing:populations:level:)``.
/// Against a roster the standard error carries the finite population correction; where κ = 1 and everybody answered the
/// interval is d̄…d̄, and there is no test.
///
/// - Unit of the change: that of the values.
/// - Missing: only people with a value in both years; who lacks one is carried along. One person, or differences that
///   do not vary, leave the change without interval and test.
/// - Source: Student 1908, Biometrika 6:1–25; Cohen 1988, dz; Cumming 2012, Understanding the New Statistics, dav.
/// - Oracle: R `t.test(paired = TRUE)`.
public struct LinkedChange: Sendable, Equatable {
    /// The earlier and the later values of the people who have both.
    public let earlier: Moments, later: Moments
    /// later − earlier with its interval, method `change.linked.t`, with `.fpc` where it is corrected.
    public let change: Estimate
    /// The change over its standard error.
    public let t: Double?
    /// n − 1, where there is a test.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?
    /// The change in standard deviations of the differences; `nil` where they do not vary.
    public let dz: Double?
    /// The change in standard deviations of the scores; `nil` where neither year varies.
    public let dav: Double?
    /// The correlation of the two years; `nil` where one does not vary.
    public let correlation: Double?

    /// Judges matched people; `missing` is the number of people who could be matched and lack a value, `population` that
    /// of the people on the rosters of both years.
    ///
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public init(
        of people: JointTable, missing: Int, population: FinitePopulation? = nil, level: Double = 0.95
    ) throws(StatisticsError) {
        let differences = people.differences.moments
        earlier = people.earlier.moments
        later = people.later.moments
        change = try Estimate.mean(
            of: differences, missing: missing, population: population, scale: nil, level: level,
            method: "change.linked")
        let test = differences.inference(population: population, scale: nil, level: level)
        (t, degreesOfFreedom, p) = (test?.t, test?.degreesOfFreedom, test?.p)
        dz = differences.standardisedMean
        if let mean = differences.mean, let first = earlier.variance, let second = later.variance,
            first + second > 0
        {
            dav = mean / ((first + second) / 2).squareRoot()
        } else {
            dav = nil
        }
        correlation = people.correlation
    }
}
