import CNumerics

/// The beta distribution, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package struct Beta: Sendable, Equatable {
    /// The two shapes, positive.
    package let a: Double, b: Double

    /// The distribution with two shapes.
    package init(a: Double, b: Double) {
        precondition(a > 0 && a.isFinite && b > 0 && b.isFinite, "shapes are positive")
        self.a = a
        self.b = b
    }

    /// P(X ≤ x).
    package func cdf(_ x: Double) -> Double {
        precondition((0...1).contains(x), "a share lies between 0 and 1")
        return numerics_beta_cdf(x, a, b)
    }

    /// P(X > x), exact in the small tail.
    package func upperTail(_ x: Double) -> Double {
        precondition((0...1).contains(x), "a share lies between 0 and 1")
        return numerics_beta_upper(x, a, b)
    }

    /// The x with P(X ≤ x) = p.
    package func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile is asked for a probability between 0 and 1")
        return numerics_beta_quantile(p, a, b)
    }
}
