/// The size, mean and variance of a sample.
///
/// `mean` is `nil` without values and `variance` (divisor n − 1) with fewer than two.
public struct Moments: Sendable, Equatable {
    /// How many values there are.
    public var n: Int
    /// Their mean; `nil` when n = 0.
    public var mean: Double?
    /// Their variance with divisor n − 1; `nil` when n < 2.
    public var variance: Double?

    /// States the moments of a sample.
    public init(n: Int, mean: Double?, variance: Double?) {
        precondition(n >= 0 && (mean == nil) == (n == 0), "there is a mean where there are values")
        precondition((variance == nil) == (n < 2), "there is a variance where there are two values")
        precondition(mean?.isFinite ?? true, "a mean is a number")
        precondition(variance.map { $0.isFinite && $0 >= 0 } ?? true, "a variance is a number and not negative")
        self.n = n
        self.mean = mean
        self.variance = variance
    }

    /// The square root of the variance; `nil` when n < 2.
    public var standardDeviation: Double? { variance?.squareRoot() }

    /// The moments of factor × value + offset.
    ///
    /// `scaled(by: 100 / (high - low), offset: -100 * low / (high - low))` turns mean scores into POMP.
    public func scaled(by factor: Double, offset: Double = 0) -> Moments {
        Moments(n: n, mean: mean.map { $0 * factor + offset }, variance: variance.map { $0 * factor * factor })
    }

    /// The moments of several samples taken as one.
    ///
    /// Mean Σn_g·m_g/n, variance (Σ(n_g − 1)s²_g + Σn_g(m_g − m)²)/(n − 1), in the order of the samples and less the first
    /// mean, so that a large common offset costs no digits.
    ///
    /// - Unit: that of the values.
    /// - Missing: empty samples do not count; none leaves no mean, one value no variance.
    /// - Source: Chan, Golub & LeVeque 1983, The American Statistician 37:242–247.
    /// - Oracle: the moments of the values taken together.
    public static func pooled(_ samples: [Moments]) -> Moments {
        let n = samples.reduce(0) { $0 + $1.n }
        guard let origin = samples.lazy.compactMap(\.mean).first else {
            return Moments(n: 0, mean: nil, variance: nil)
        }
        let shift = samples.reduce(0.0) { $0 + Double($1.n) * (($1.mean ?? origin) - origin) } / Double(n)
        guard n >= 2 else { return Moments(n: n, mean: origin + shift, variance: nil) }
        let squares = samples.reduce(0.0) { sum, sample in
            let deviation = (sample.mean ?? origin) - origin - shift
            let within = sample.variance.map { $0 * Double(sample.n - 1) } ?? 0
            return sum + within + Double(sample.n) * deviation * deviation
        }
        return Moments(n: n, mean: origin + shift, variance: squares / Double(n - 1))
    }
}
