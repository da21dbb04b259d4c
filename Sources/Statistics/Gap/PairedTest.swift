/// The gap between the required and the current level of the same people.
///
/// d = required − current, gap = d̄ with Student's interval, t = d̄/(s_d/√n), df = n − 1, dz = d̄/s_d. Against a roster
/// the standard error carries the finite population correction, in the interval and in the test; where κ = 1 and everybody
/// answered the interval is d̄…d̄, and there is no test. Near −(high − low) and high − low, the ends of a gap's scale,
/// interval and test are Wilson's, as in ``Estimate/mean(of:missing:population:scale:level:)``.
///
/// - Unit: codes (levels); dz in standard deviations of the differences.
/// - Missing: complete pairs only. One pair, or gaps that do not vary, leave the gap without interval and test.
/// - Source: Student 1908, Biometrika 6:1–25; dz by Cohen 1988; the correction by Cochran 1977.
/// - Oracle: R `t.test(paired = TRUE)`.
public struct PairedTest: Sendable, Equatable {
    /// The mean current level of complete pairs.
    public let meanCurrent: Double?
    /// The mean required level of complete pairs.
    public let meanRequired: Double?
    /// required − current with its interval, method `gap.t` or `gap.wilson`, with `.fpc` where it is corrected.
    public let gap: Estimate
    /// The gap over its standard error.
    public let t: Double?
    /// n − 1, where there is a test.
    public let degreesOfFreedom: Double?
    /// The two-sided p value.
    public let p: Double?
    /// The gap in standard deviations of the differences.
    public let dz: Double?

    /// Compares the two levels of a pair.
    ///
    /// - Throws: ``StatisticsError/moreAnswersThanPeople(answers:people:)`` when n > N.
    public init(of pair: PairTally, population: FinitePopulation? = nil, level: Double = 0.95) throws(StatisticsError) {
        let levels = pair.moments
        let differences = pair.gaps.moments
        let widest = Double(pair.levels - 1)
        let scale = -widest...widest
        meanCurrent = levels.mean(0)
        meanRequired = levels.mean(1)
        gap = try Estimate.mean(
            of: differences, missing: pair.incomplete + pair.outside, population: population, scale: scale,
            level: level, method: "gap")
        dz = differences.standardisedMean
        let test = differences.inference(population: population, scale: scale, level: level)
        (t, degreesOfFreedom, p) = (test?.t, test?.degreesOfFreedom, test?.p)
    }
}
