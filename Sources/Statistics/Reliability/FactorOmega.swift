/// McDonald's omega of one factor: which share of the variance of the sum the common factor explains.
///
/// ω = (Σlᵢ)²/((Σlᵢ)² + Σψᵢs²ᵢ), lᵢ = sᵢ·λᵢ, with the standardised loadings λ and uniquenesses ψ of one factor by maximum
/// likelihood: ψ minimises Σ over the eigenvalues e₂…e_k of Ψ^−½RΨ^−½ of e − log e − 1, and λᵢ = √ψᵢ·√(e₁ − 1)·ω₁ᵢ. The
/// denominator is the variance that the model implies. Loadings stay as they are keyed: items that run against the
/// others lower ω.
///
/// - Unit: 0…1. No interval: bootstrapping needs the persons, and the literature agrees on no other.
/// - Missing: listwise, or in pairs, which are not judged below 30 people. Undefined below three items (one factor is not identified), below two complete rows, where an
///   item does not vary, where the correlations are singular (an item repeats others, there are not more people than items,
///   or pairs do not fit together), and where the minimisation does not converge.
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

    /// Omega total, method `omega.ml.listwise` or `omega.ml.pairs`.
    public let total: Estimate
    /// The loadings in points, one an item; empty where ω is undefined.
    public let loadings: [Double]
    /// The uniquenesses as shares of the items' variances, one an item; empty where ω is undefined.
    public let uniquenesses: [Double]
    /// The items, by their place, whose uniqueness rests at the floor.
    public let heywood: [Int]

    /// Fits one factor to a scale's complete responses; `responses` is the number of all.
    public init(of moments: ProductMoments, responses: Int) {
        self.init(of: ItemCovariances(moments), responses: responses)
    }

    /// Fits one factor to some variables of a table, pair by pair.
    public init(of table: CrossProducts, _ variables: [Int], responses: Int) {
        self.init(of: ItemCovariances(table, variables), responses: responses)
    }

    private init(of covariances: ItemCovariances, responses: Int) {
        self.init(of: covariances, CorrelationMatrix(of: covariances), responses: responses)
    }

    /// The same where the correlations are known already.
    init(of covariances: ItemCovariances, _ correlations: CorrelationMatrix?, responses: Int) {
        func estimate(_ value: Double?, _ reason: Undefined?) -> Estimate {
            Estimate(
                value: value, n: covariances.n, missing: responses - covariances.n,
                method: "omega.ml.\(covariances.base)", undefined: reason)
        }
        let deviations = (0..<covariances.order).map(covariances.deviation)
        var fit: OneFactorFit?
        if covariances.order < 3 {
            total = estimate(nil, .tooFewItems)
        } else if let reason = covariances.limit {
            total = estimate(nil, reason)
        } else if let correlations {
            switch OneFactorFit.minimise(correlations) {
            case .success(let found):
                fit = found
                let common = zip(found.loadings, deviations).reduce(0) { $0 + $1.0 * $1.1 }
                let unique = zip(found.uniquenesses, deviations).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
                total = estimate(common * common / (common * common + unique), nil)
            case .failure(let reason): total = estimate(nil, reason.reason)
            }
        } else {
            total = estimate(nil, .constant)
        }
        loadings = fit.map { zip($0.loadings, deviations).map { $0 * $1 } } ?? []
        uniquenesses = fit?.uniquenesses ?? []
        heywood = uniquenesses.indices.filter { fit?.uniquenesses[$0] == Self.floor }
    }
}
