/// The joint moments of the person scores of several scales, in integers that add.
///
/// A person score is a fraction: weighted sum over weight answered. Bringing all fractions to one denominator would
/// need the least common multiple of all weights that can occur, whose square leaves 128 bits at some forty items.
/// So the rows are kept apart by the weights that they answered: within such a stratum the denominators are the same
/// for all rows, and sums and sums of products of the numerators are whole numbers of any survey's size.
///
/// Only rows that have a score on every scale are counted (listwise).
public struct MomentTally: Sendable, Equatable {
    /// How many scales there are.
    public var scales: Int
    /// The moments of the weighted sums, by the weights answered, one a scale.
    public var strata: [[Int]: ProductMoments]

    /// No rows of `scales` scales.
    public init(scales: Int) {
        self.scales = scales
        strata = [:]
    }

    /// How many responses have a score on every scale.
    public var n: Int { strata.values.reduce(0) { $0 + $1.n } }

    /// The rows that answered the same weights.
    public typealias Stratum = (weights: [Int], moments: ProductMoments)

    /// The strata in stated order, so that sums over them never depend on how the tally came about.
    public var sortedStrata: [Stratum] {
        strata.map { (weights: $0.key, moments: $0.value) }.sorted { $0.weights.lexicographicallyPrecedes($1.weights) }
    }

    /// n, mean and variance (divisor n − 1) of the person scores of one scale.
    public func moments(of scale: Int) -> Moments {
        Moments(n: n, mean: mean(of: scale), variance: covariance(scale, scale))
    }

    /// The mean person score of a scale; `nil` without rows.
    public func mean(of scale: Int) -> Double? {
        guard n > 0 else { return nil }
        return shiftedMeans(of: scale, in: sortedStrata).value
    }

    /// The covariance of the person scores of two scales, divisor n − 1; `nil` below two rows.
    ///
    /// The sum of the covariances within the strata, whose numerators are exact, and of that between the means of
    /// the strata.
    public func covariance(_ first: Int, _ second: Int) -> Double? {
        guard n >= 2 else { return nil }
        let strata = sortedStrata
        return covariance(
            first, second, in: strata, shiftedMeans(of: first, in: strata), shiftedMeans(of: second, in: strata))
    }

    /// The same, where the strata are in order and their means taken.
    func covariance(
        _ first: Int, _ second: Int, in strata: [Stratum], _ left: ShiftedMeans, _ right: ShiftedMeans
    ) -> Double {
        var sum = 0.0
        for (index, stratum) in strata.enumerated() {
            let moments = stratum.moments
            let rows = Double(moments.n)
            let denominator = rows * Double(stratum.weights[first]) * Double(stratum.weights[second])
            sum += moments.roundedScaledCovariance(first, second) / denominator
            sum += rows * (left.means[index] - left.centre) * (right.means[index] - right.centre)
        }
        return sum / Double(n - 1)
    }

    /// The stratum means less that of the first stratum, and the mean of these over all rows.
    ///
    /// Equal fractions round to the same number, so scores that do not vary give a variance of exactly 0.
    struct ShiftedMeans {
        var origin: Double
        var means: [Double]
        var centre: Double

        /// The mean over all rows.
        var value: Double { origin + centre }
    }

    func shiftedMeans(of scale: Int, in strata: [Stratum]) -> ShiftedMeans {
        let means = strata.map {
            Double($0.moments.sums[scale]) / (Double($0.moments.n) * Double($0.weights[scale]))
        }
        let origin = means.first ?? 0
        let shifted = means.map { $0 - origin }
        let total = zip(shifted, strata).reduce(0.0) { $0 + $1.0 * Double($1.1.moments.n) }
        return ShiftedMeans(origin: origin, means: shifted, centre: total / Double(n))
    }

    /// Adds the moments over other responses to the same scales.
    public mutating func add(_ other: MomentTally) {
        precondition(scales == other.scales, "tallies of one plan add")
        for (weights, moments) in other.strata {
            strata[weights, default: ProductMoments(zeroFor: scales)].add(moments)
        }
    }
}
