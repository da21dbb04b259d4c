import CNumerics

/// One factor by maximum likelihood from a correlation matrix.
///
/// Newton's method over the logarithms of the uniquenesses, with exact first and second derivatives, a lower bound on
/// each, damping where the curvature is not positive, and halved steps where the function does not fall.
///
/// It starts twice, and the deeper minimum counts: from what multiple correlation leaves of each item,
/// (1 − 1/2k)/(R⁻¹)ᵢᵢ, and from the item that serves best as the factor itself. Where items hang together loosely the
/// discrepancy can have several minima: of 1,500 simulated scales of 3 to 8 items and up to 60 people the first start
/// missed the lowest minimum of 14 to 19 starts (SciPy) 21 times, both together never.
struct OneFactorFit {
    /// Standardised, the sign such that their sum is not negative.
    var loadings: [Double]
    /// Shares of the items' variances, exactly ``FactorOmega/floor`` where the bound holds one.
    var uniquenesses: [Double]
    /// The discrepancy at the minimum.
    var discrepancy: Double

    /// Why there is no fit.
    struct Failure: Error {
        var reason: Undefined
    }

    /// The fit of a positive definite matrix of three variables or more.
    static func minimise(_ correlations: CorrelationMatrix) -> Result<OneFactorFit, Failure> {
        let k = correlations.order
        guard let system = Eigensystem(of: correlations.values, order: k) else {
            return .failure(Failure(reason: .notConverged))
        }
        guard system.isPositiveDefinite else { return .failure(Failure(reason: .singular)) }
        let inverse = system.inverse
        let multiple = (0..<k).map { (1 - 0.5 / Double(k)) / inverse[$0 * k + $0] }
        let single = (0..<k).map { item in
            (0..<k).map { $0 == item ? 0.01 : max(0.01, 1 - correlations[item, $0] * correlations[item, $0]) }
        }
        let best = single.compactMap { Discrepancy(correlations, at: place($0)) }.min { $0.value < $1.value }
        let fits = [
            minimum(from: place(multiple), correlations), best.flatMap { minimum(from: $0.place, correlations) },
        ]
        // The second only where it is deeper by more than rounding.
        guard let fit = fits.compactMap({ $0 }).min(by: { $0.discrepancy < $1.discrepancy - 1e-9 }) else {
            return .failure(Failure(reason: .notConverged))
        }
        return .success(fit)
    }

    private static let bound = numerics_log(FactorOmega.floor)

    private static func place(_ uniquenesses: [Double]) -> [Double] {
        uniquenesses.map { max(bound, numerics_log($0)) }
    }

    /// The minimum that a start leads to; `nil` when the search does not come to an end.
    private static func minimum(from start: [Double], _ correlations: CorrelationMatrix) -> OneFactorFit? {
        guard var point = Discrepancy(correlations, at: start) else { return nil }
        for _ in 0..<100 {
            let free = start.indices.filter { point.place[$0] > bound || point.gradient[$0] < 0 }
            let largest = free.reduce(0) { max($0, abs(point.gradient[$1])) }
            // Far below what moves the sixth digit of ω, and above what rounding leaves of a gradient.
            if largest < 1e-9 { return fit(point) }
            guard let next = step(from: point, free: free, correlations) else {
                // Nothing falls any more: at the minimum within rounding, or lost.
                return largest < 1e-7 ? fit(point) : nil
            }
            point = next
        }
        return nil
    }

    /// A place where the discrepancy is smaller; `nil` when no step finds one.
    private static func step(
        from point: Discrepancy, free: [Int], _ correlations: CorrelationMatrix
    ) -> Discrepancy? {
        let (hessian, gradient, place) = (point.hessian, point.gradient, point.place)
        let k = place.count
        var damping = 0.0
        for _ in 0..<40 {
            let matrix = free.map { i in free.map { j in hessian[i * k + j] + (i == j ? damping : 0) } }
            if let direction = solvePositive(matrix, free.map { -gradient[$0] }) {
                var share = 1.0
                for _ in 0..<12 {
                    var trial = place
                    for (index, change) in zip(free, direction) {
                        // A long step may leave the region that the curvature speaks of.
                        trial[index] = max(bound, place[index] + share * min(2, max(-2, change)))
                    }
                    if trial != place, let next = Discrepancy(correlations, at: trial),
                        next.value < point.value
                            || (next.value == point.value && next.largestGradient < point.largestGradient)
                    {
                        return next
                    }
                    share /= 2
                }
            }
            damping = damping == 0 ? 1e-3 : damping * 4
        }
        return nil
    }

    private static func fit(_ point: Discrepancy) -> OneFactorFit {
        let place = point.place
        let uniquenesses = place.map { $0 == bound ? FactorOmega.floor : numerics_exp($0) }
        let length = max(0, point.system.values[place.count - 1] - 1).squareRoot()
        var loadings = uniquenesses.indices.map {
            uniquenesses[$0].squareRoot() * length * point.system.vector(place.count - 1, $0)
        }
        if loadings.reduce(0, +) < 0 { loadings = loadings.map { -$0 } }
        return OneFactorFit(loadings: loadings, uniquenesses: uniquenesses, discrepancy: point.value)
    }
}

/// Jöreskog's discrepancy at one place, x = log ψ: its value and what its derivatives need.
private struct Discrepancy {
    /// x.
    var place: [Double]
    var value: Double
    /// Of Ψ^−½RΨ^−½; the last eigenvalue is the factor's.
    var system: Eigensystem
    var gradient: [Double]

    init?(_ correlations: CorrelationMatrix, at place: [Double]) {
        self.place = place
        let k = correlations.order
        let scales = place.map { numerics_exp(-$0 / 2) }
        var scaled = correlations.values
        for i in 0..<k {
            for j in 0..<k { scaled[i * k + j] *= scales[i] * scales[j] }
        }
        guard let system = Eigensystem(of: scaled, order: k), system.values.allSatisfy({ $0 > 0 }) else { return nil }
        self.system = system
        value = system.values.dropLast().reduce(0) { $0 + ($1 - numerics_log($1) - 1) }
        // ∂F/∂xᵢ = Σ over the residual eigenvalues of (1 − e)·ω²ᵢ
        gradient = (0..<k).map { i in
            (0..<k - 1).reduce(0) { sum, index in
                let component = system.vector(index, i)
                return sum + (1 - system.values[index]) * component * component
            }
        }
    }

    var largestGradient: Double { gradient.reduce(0) { max($0, abs($1)) } }

    /// The exact second derivatives, row by row.
    ///
    /// With a = Σω_iω_j and b = Σe·ω_iω_j over the residual vectors, and the factor's vector f:
    /// a·b + f_i·f_j·Σ(1 − e)(e₁ + e)/(e₁ − e)·ω_iω_j.
    var hessian: [Double] {
        let k = system.order
        let largest = system.values[k - 1]
        var hessian = Array(repeating: 0.0, count: k * k)
        for i in 0..<k {
            for j in 0...i {
                var (plain, weighted, mixed) = (0.0, 0.0, 0.0)
                for index in 0..<k - 1 {
                    let e = system.values[index]
                    let product = system.vector(index, i) * system.vector(index, j)
                    plain += product
                    weighted += e * product
                    // Where the factor is not set off from the rest, its direction has no derivative.
                    if largest - e > 1e-9 * largest { mixed += (1 - e) * (largest + e) / (largest - e) * product }
                }
                let factor = system.vector(k - 1, i) * system.vector(k - 1, j)
                hessian[i * k + j] = plain * weighted + factor * mixed
                hessian[j * k + i] = hessian[i * k + j]
            }
        }
        return hessian
    }
}
