import CNumerics

/// The gamma function, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package enum Gamma {
    /// log Γ(x), x > 0.
    package static func log(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "the gamma function is asked for a positive number")
        return numerics_log_gamma(x)
    }
}
