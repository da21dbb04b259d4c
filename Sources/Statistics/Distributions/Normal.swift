import CNumerics

/// The standard normal distribution, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package enum Normal {
    /// P(Z ≤ x).
    package static func cdf(_ x: Double) -> Double { numerics_normal_cdf(x) }

    /// P(Z > x), exact in the small tail.
    package static func upperTail(_ x: Double) -> Double { numerics_normal_upper(x) }

    /// The x with P(Z ≤ x) = p.
    package static func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile is asked for a probability between 0 and 1")
        return numerics_normal_quantile(p)
    }

    /// The z that an interval of this confidence level reaches to on either side.
    package static func critical(level: Double) -> Double { -quantile(Confidence.tail(of: level)) }
}
