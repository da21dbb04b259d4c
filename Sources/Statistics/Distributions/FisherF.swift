import CNumerics

/// Fisher's F distribution, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package struct FisherF: Sendable, Equatable {
    /// The degrees of freedom of numerator and denominator, positive.
    package let df1: Double, df2: Double

    /// The distribution with some degrees of freedom.
    package init(df1: Double, df2: Double) {
        precondition(df1 > 0 && df1.isFinite && df2 > 0 && df2.isFinite, "degrees of freedom are positive")
        self.df1 = df1
        self.df2 = df2
    }

    /// P(F ≤ f).
    package func cdf(_ f: Double) -> Double {
        precondition(f >= 0, "a ratio of variances is not negative")
        return numerics_f_cdf(f, df1, df2)
    }

    /// P(F > f), exact in the small tail.
    package func upperTail(_ f: Double) -> Double {
        precondition(f >= 0, "a ratio of variances is not negative")
        return numerics_f_upper(f, df1, df2)
    }

    /// The f with P(F ≤ f) = p.
    package func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile is asked for a probability between 0 and 1")
        return numerics_f_quantile(p, df1, df2)
    }
}
