import CNumerics

/// Student's t distribution, by Boost.Math.
///
/// Oracle: 60-digit values by mpmath.
package struct StudentT: Sendable, Equatable {
    /// The degrees of freedom, positive, not necessarily whole.
    package let df: Double

    /// The distribution with some degrees of freedom.
    package init(df: Double) {
        precondition(df > 0 && df.isFinite, "degrees of freedom are positive")
        self.df = df
    }

    /// P(T ≤ t).
    package func cdf(_ t: Double) -> Double { numerics_t_cdf(t, df) }

    /// P(|T| ≥ |t|), the p value of a two-sided test, from the small tail.
    package func twoSided(_ t: Double) -> Double { 2 * numerics_t_cdf(-abs(t), df) }

    /// The t with P(T ≤ t) = p.
    package func quantile(_ p: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile is asked for a probability between 0 and 1")
        return numerics_t_quantile(p, df)
    }

    /// The t that an interval of this confidence level reaches to on either side.
    package func critical(level: Double) -> Double { -quantile(Confidence.tail(of: level)) }

    /// P(T ≤ t) when the mean lies `noncentrality` away from 0.
    package func cdf(_ t: Double, noncentrality: Double) -> Double {
        numerics_noncentral_t_cdf(t, df, noncentrality)
    }
}
