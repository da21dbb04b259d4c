import CNumerics

/// One factor by maximum likelihood from a correlation matrix.
///
/// Newton's method over the logarithms of the uniquenesses, with exact first and second derivatives, a lower bound on
/// each, damping where the curvature is not positive, and halved steps where the function does not fall. It starts from
/// what multiple correlation leaves of each item, (1 − 1/2k)/(R⁻¹)ᵢᵢ, so it is the same on every run.
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
        let bound = numerics_log(FactorOmega.floor)
        var place = (0..<k).map { max(bound, numerics_log((1 - 0.5 / Double(k)) / inverse[$0 * k + $0])) }
        guard var point = Discrepancy(correlations, at: place) else {
            return .failure(Failure(reason: .notConverged))
        }
        for _ in 0..<100 {
            let gradient = point.gradient
            let free = place.indices.filter { place[$0] > bound || gradient[$0] < 0 }
            // Well below what moves the sixth digit of ω, and above what rounding leaves of a gradient.
            if free.allSatisfy({ abs(gradient[$0]) < 1e-9 }) {
                return .success(fit(point, place: place, bound: bound))
            }
            guard let next = step(from: place, point, free: free, bound: bound, correlations) else {
                // Nothing falls any more: at the minimum within rounding, or lost.
                let isNear = free.allSatisfy { abs(gradient[$0]) < 1e-7 }
                return isNear
                    ? .success(fit(point, place: place, bound: bound)) : .failure(Failure(reason: .notConverged))
            }
            (place, point) = next
        }
        return .failure(Failure(reason: .notConverged))
    }

    /// A place where the discrepancy is smaller; `nil` when no step finds one.
    private static func step(
        from place: [Double], _ point: Discrepancy, free: [Int], bound: Double, _ correlations: CorrelationMatrix
    ) -> (place: [Double], point: Discrepancy)? {
        let hessian = point.hessian
        let gradient = point.gradient
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
                        return (trial, next)
                    }
                    share /= 2
                }
            }
            damping = damping == 0 ? 1e-3 : damping * 4
        }
        return nil
    }

    private static func fit(_ point: Discrepancy, place: [Double], bound: Double) -> OneFactorFit {
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
    var value: Double
    /// Of Ψ^−½RΨ^−½; the last eigenvalue is the factor's.
    var system: Eigensystem
    var gradient: [Double]

    init?(_ correlations: CorrelationMatrix, at place: [Double]) {
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
