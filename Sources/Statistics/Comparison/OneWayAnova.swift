/// Whether the means of several independent groups differ, assuming equal variances.
///
/// MSB = Σn_g(m_g − m)²/(K − 1), MSW = Σ(n_g − 1)s²_g/(N − K), F = MSB/MSW;
/// η² = SSB/(SSB + SSW), ω² = (SSB − (K − 1)·MSW)/(SSB + SSW + MSW). ω² may be negative and is reported so.
///
/// - Unit of the mean squares: that of the values, squared; η² and ω² are shares of the variance.
/// - Missing: not in the moments; carried along. Groups without answers do not count.
/// - Undefined: fewer than two groups, or one answer in each; answers that do not vary within groups have no F, and
///   where they do not vary at all no share of the variance either.
/// - Source: Fisher 1925, Statistical Methods for Research Workers; Hays 1963, Statistics for Psychologists, for ω².
/// - Oracle: NIST's certified values for SmLs01–09; R `aov`.
public struct OneWayAnova: Sendable, Equatable {
    /// How many groups have answers.
    public let groups: Int
    /// How many answers there are, and how many responses have none.
    public let n: Int, missing: Int
    /// The mean square between groups; `nil` when it is not defined.
    public let betweenMeanSquare: Double?
    /// The mean square within groups; `nil` when it is not defined.
    public let withinMeanSquare: Double?
    /// The degrees of freedom between groups, K − 1, and within them, N − K.
    public let betweenDegrees: Int, withinDegrees: Int
    /// The ratio of the two mean squares.
    public let f: Double?
    /// P(F > f) if the groups did not differ.
    public let p: Double?
    /// The share of the variance between groups in this sample.
    public let etaSquared: Double?
    /// The same share in the population, less biased.
    public let omegaSquared: Double?
    /// Why there is no F.
    public let undefined: Undefined?

    /// Compares groups by their moments; `missing` is the number of responses without a value.
    public init(of samples: [Moments], missing: Int) {
        let samples = samples.filter { $0.n > 0 }
        let total = Moments.pooled(samples)
        groups = samples.count
        n = total.n
        self.missing = missing
        let between = max(0, samples.count - 1)
        let within = total.n - samples.count
        betweenDegrees = between
        withinDegrees = within
        guard between > 0, within > 0, let mean = total.mean else {
            (betweenMeanSquare, withinMeanSquare, f, p) = (nil, nil, nil, nil)
            (etaSquared, omegaSquared) = (nil, nil)
            undefined = total.n == 0 ? .noAnswers : .tooFewGroups
            return
        }
        let spread = samples.reduce(0.0) { sum, sample in
            let deviation = (sample.mean ?? mean) - mean
            return sum + Double(sample.n) * deviation * deviation
        }
        let residue = samples.reduce(0.0) { $0 + Double($1.n - 1) * ($1.variance ?? 0) }
        let msb = spread / Double(between)
        let msw = residue / Double(within)
        betweenMeanSquare = msb
        withinMeanSquare = msw
        let varies = spread + residue > 0
        etaSquared = varies ? spread / (spread + residue) : nil
        omegaSquared = varies ? (spread - Double(between) * msw) / (spread + residue + msw) : nil
        guard msw > 0 else {
            (f, p) = (nil, nil)
            undefined = .constant
            return
        }
        f = msb / msw
        p = FisherF(df1: Double(between), df2: Double(within)).upperTail(msb / msw)
        undefined = nil
    }

    /// Compares groups of numbers, given as lists.
    ///
    /// The first value of all is taken from every value before anything is squared or rounded, so that a large common
    /// offset costs no digits, as it would in the moments of each group.
    ///
    /// - Throws: ``StatisticsError/notANumber(position:)``, the position counted within its list.
    public init(of samples: [[Double]], missing: Int) throws(StatisticsError) {
        for sample in samples { try StatisticsError.check(sample) }
        let origin = samples.lazy.compactMap(\.first).first ?? 0
        var shifted: [Moments] = []
        for sample in samples { shifted.append(try Moments(of: sample.map { $0 - origin })) }
        self.init(of: shifted, missing: missing)
    }
}
