/// McDonald's omega of one factor: which share of the variance of the sum the common factor explains.
///
/// ω = (Σlᵢ)²/((Σlᵢ)² + Σψᵢs²ᵢ), lᵢ = sᵢ·λᵢ, with the standardised loadings λ and uniquenesses ψ of one factor by maximum
/// likelihood: ψ minimises Σ over the eigenvalues e₂…e_k of Ψ^−½RΨ^−½ of e − log e − 1, and λᵢ = √ψᵢ·√(e₁ − 1)·ω₁ᵢ. The
/// denominator is the variance that the model implies. Loadings stay as they are keyed: items that run against the
/// others lower ω.
///
/// - Unit: 0…1. No interval: bootstrapping needs the persons, and the literature agrees on no other.
/// - Missing: listwise. Undefined below three items (one factor is not identified), below two complete rows, where an
///   item does not vary, where the correlations are singular (an item repeats others, or there are not more people
///   than items), and where the minimisation does not converge.
/// - Heywood: a uniqueness is held at ``floor`` at least. Where one rests there, ω is told and the items are named in
///   ``heywood``: one factor hardly fits, and ω should be read with care.
/// - Source: McDonald 1999, Test Theory; Flora 2020, Advances in Methods and Practices in Psychological Science
///   3:484–501; Jöreskog 1967, Psychometrika 32:443–482; the derivatives by Lawley & Maxwell 1971, Factor Analysis as a
///   Statistical Method.
/// - Oracle: R `factanal(lower = 0.005)` and lavaan. psych and jamovi estimate by minres on correlations; over the five
///   scales of psych's bfi theirs lies between .004 below and .012 above.
public struct FactorOmega: Sendable, Equatable {
    /// The smallest uniqueness, as a share of an item's variance, that is admitted.
    public static let floor = 0.005

    /// Omega total, method `omega.ml.listwise`.
    public let total: Estimate
    /// The loadings in points, one an item; empty where ω is undefined.
    public let loadings: [Double]
    /// The uniquenesses as shares of the items' variances, one an item; empty where ω is undefined.
    public let uniquenesses: [Double]
    /// The items, by their place, whose uniqueness rests at the floor.
    public let heywood: [Int]

    /// Fits one factor to a scale's complete responses; `responses` is the number of all.
    public init(of moments: ProductMoments, responses: Int) {
        self.init(of: moments, CorrelationMatrix(of: moments), responses: responses)
    }

    /// The same where the correlations are known already.
    init(of moments: ProductMoments, _ correlations: CorrelationMatrix?, responses: Int) {
        let n = moments.n
        let missing = responses - n
        func undefined(_ reason: Undefined) -> Estimate {
            Estimate(value: nil, n: n, missing: missing, method: "omega.ml.listwise", undefined: reason)
        }
        var fit: OneFactorFit?
        if moments.variables < 3 {
            total = undefined(.tooFewItems)
        } else if n < 2 {
            total = undefined(n == 0 ? .noAnswers : .oneAnswer)
        } else if let correlations {
            switch OneFactorFit.minimise(correlations) {
            case .success(let found):
                fit = found
                let deviations = Self.deviations(moments)
                let common = zip(found.loadings, deviations).reduce(0) { $0 + $1.0 * $1.1 }
                let unique = zip(found.uniquenesses, deviations).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
                total = Estimate(
                    value: common * common / (common * common + unique), n: n, missing: missing,
                    method: "omega.ml.listwise")
            case .failure(let reason): total = undefined(reason.reason)
            }
        } else {
            total = undefined(.constant)
        }
        loadings = fit.map { zip($0.loadings, Self.deviations(moments)).map { $0 * $1 } } ?? []
        uniquenesses = fit?.uniquenesses ?? []
        heywood = uniquenesses.indices.filter { fit?.uniquenesses[$0] == Self.floor }
    }

    private static func deviations(_ moments: ProductMoments) -> [Double] {
        (0..<moments.variables).map { (moments.covariance($0, $0) ?? 0).squareRoot() }
    }
}
