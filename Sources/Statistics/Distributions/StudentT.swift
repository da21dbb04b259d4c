import CNumerics

/// Student's t distribution, by Boost.Math, and the noncentral one.
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

    /// P(T ≤ t) of (Z + noncentrality)/√(χ²/df), by quadrature of our own.
    package func cdf(_ t: Double, noncentrality: Double) -> Double {
        precondition(df >= 0.1, "a noncentral t has more than a fraction of a degree of freedom")
        return numerics_noncentral_t_cdf(t, df, noncentrality)
    }

    /// P(T > t) of the same, exact in the small tail.
    package func upperTail(_ t: Double, noncentrality: Double) -> Double {
        precondition(df >= 0.1, "a noncentral t has more than a fraction of a degree of freedom")
        return numerics_noncentral_t_upper(t, df, noncentrality)
    }

    /// The noncentrality for which P(T ≤ t) = p: a bound of the pivot interval around an observed t.
    ///
    /// P falls as the noncentrality rises, and on the probit scale nearly along a line, so that the secant rule, kept
    /// between a lower and an upper bound (Illinois), ends after a few steps.
    package func noncentrality(of t: Double, p: Double) -> Double {
        precondition(t.isFinite, "an observed t is a number")
        precondition(p > 0 && p < 1, "a noncentrality is asked for a probability between 0 and 1")
        let wanted = Normal.quantile(p)
        func excess(_ noncentrality: Double) -> Double {
            let below = cdf(t, noncentrality: noncentrality)
            // Both tails are asked, so that neither end becomes infinite through 1 − p.
            guard below > 0.5 else { return Normal.quantile(max(below, .leastNormalMagnitude)) - wanted }
            let above = upperTail(t, noncentrality: noncentrality)
            return -Normal.quantile(max(above, .leastNormalMagnitude)) - wanted
        }
        // So far out the normal deviate does not count against t·√(χ²/df): 1e-12 relative.
        if abs(t) > 1e6 * df.squareRoot() {
            return t * (ChiSquare(df: df).quantile(t > 0 ? 1 - p : p) / df).squareRoot()
        }
        // Johnson & Welch's normal approximation, 1940.
        let width = (1 + t * t / (2 * df)).squareRoot()
        let guess = t - wanted * width
        var low = (at: guess, excess: excess(guess))
        var high = low
        var reach = width / 64
        while low.excess < 0 {
            high = low
            low.at -= reach
            low.excess = excess(low.at)
            reach *= 2
        }
        reach = width / 64
        while high.excess > 0 {
            low = high
            high.at += reach
            high.excess = excess(high.at)
            reach *= 2
        }
        var lastSide = 0
        var previous = Double.infinity
        // The probability carries some fourteen digits; steps below that are noise.
        for _ in 0..<60 where low.excess > 0 && high.excess < 0 {
            let share = low.excess / (low.excess - high.excess)
            let middle = low.at + (high.at - low.at) * share
            let found = excess(middle)
            if found == 0 || abs(middle - previous) <= 1e-13 * max(1, abs(middle)) { return middle }
            previous = middle
            if found > 0 {
                low = (middle, found)
                if lastSide > 0 { high.excess /= 2 }
                lastSide = 1
            } else {
                high = (middle, found)
                if lastSide < 0 { low.excess /= 2 }
                lastSide = -1
            }
        }
        return low.excess < -high.excess ? low.at : high.at
    }
}
