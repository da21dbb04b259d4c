import CNumerics

/// The chi-square distribution, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package struct ChiSquare: Sendable, Equatable {
    /// The degrees of freedom, positive.
    package let df: Double

    /// The distribution with some degrees of freedom.
    package init(df: Double) {
        precondition(df > 0 && df.isFinite, "degrees of freedom are positive")
        self.df = df
    }

    /// P(X ≤ x).
    package func cdf(_ x: Double) -> Double {
        precondition(x >= 0, "a sum of squares is not negative")
        return numerics_chi_square_cdf(x, df)
    }

    /// P(X > x), exact in the small tail.
    package func upperTail(_ x: Double) -> Double {
        precondition(x >= 0, "a sum of squares is not negative")
        return numerics_chi_square_upper(x, df)
    }

    /// The x with P(X ≤ x) = p.
    package func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile is asked for a probability between 0 and 1")
        return numerics_chi_square_quantile(p, df)
    }
}
