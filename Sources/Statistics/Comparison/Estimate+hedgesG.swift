import CNumerics

extension Estimate {
    /// Hedges's g, the difference of two means in pooled standard deviations, corrected for small samples.
    ///
    /// g = J·(m₁ − m₂)/s_p, s²_p = Σ(nᵢ − 1)sᵢ²/m, m = n₁ + n₂ − 2, J = Γ(m/2)/(√(m/2)·Γ((m − 1)/2)). The interval is
    /// the pivot of the noncentral t: J·c·δ for the two δ at which the observed t = (m₁ − m₂)/(s_p·c), c = √(1/n₁ +
    /// 1/n₂), lies at either tail. Against `populations` nᵢ is there nᵢ/(1 − κ·nᵢ/Nᵢ), as in ``WelchTest``.
    ///
    /// - Unit: standard deviations. The test is ``WelchTest``, which does not assume equal variances; the interval does.
    /// - Missing: not in the moments; carried along. Undefined below two answers in either group or without variance.
    /// - Source: Hedges 1981, Journal of Educational Statistics 6:107–128; Steiger & Fouladi 1997, in Harlow, Mulaik &
    ///   Steiger, What if there were no significance tests?
    /// - Oracle: R effectsize `hedges_g`; J against 60-digit values by mpmath. The ratio of gamma functions is taken as
    ///   one function, since a difference of lgamma values loses its digits above m = 10⁴.
    public static func hedgesG(
        _ first: Moments, _ second: Moments, missing: Int,
        populations: (FinitePopulation?, FinitePopulation?) = (nil, nil), level: Double = 0.95
    ) -> Estimate {
        let n = first.n + second.n
        let method = "hedges.g.noncentral" + (populations.0 ?? populations.1).suffix
        func undefined(_ reason: Undefined) -> Estimate {
            Estimate(value: nil, n: n, missing: missing, method: method, undefined: reason)
        }
        guard let left = first.mean, let right = second.mean else { return undefined(.noAnswers) }
        guard let leftVariance = first.variance, let rightVariance = second.variance else {
            return undefined(.oneAnswer)
        }
        let degrees = n - 2
        let squares = Double(first.n - 1) * leftVariance + Double(second.n - 1) * rightVariance
        guard squares > 0 else { return undefined(.constant) }
        let d = (left - right) / (squares / Double(degrees)).squareRoot()
        let correction = hedgesCorrection(degrees: degrees)
        let open = (populations.0.open(after: first.n), populations.1.open(after: second.n))
        let scale = (open.0 / Double(first.n) + open.1 / Double(second.n)).squareRoot()
        guard scale > 0 else {
            let g = d * correction
            return Estimate(value: g, interval: (g, g), n: n, missing: missing, method: method)
        }
        let distribution = StudentT(df: Double(degrees))
        let tail = Confidence.tail(of: level)
        func bound(_ p: Double) -> Double { distribution.noncentrality(of: d / scale, p: p) * scale * correction }
        return Estimate(
            value: d * correction, interval: (bound(1 - tail), bound(tail)), n: n, missing: missing, method: method)
    }

    /// J(m), for m ≥ 2.
    package static func hedgesCorrection(degrees: Int) -> Double {
        precondition(degrees >= 2, "the correction needs two degrees of freedom")
        return numerics_gamma_half_step(Double(degrees - 1) / 2) / (Double(degrees) / 2).squareRoot()
    }
}
