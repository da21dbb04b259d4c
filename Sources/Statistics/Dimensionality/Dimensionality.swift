import CNumerics

/// Whether items hang together enough for factors to be sought in them, and how much lies in how many directions.
///
/// All of it from the correlations R of k items, over complete responses or pair by pair.
///
/// - Sampling adequacy (Kaiser–Meyer–Olkin): Σr²ᵢⱼ/(Σr²ᵢⱼ + Σp²ᵢⱼ) over i ≠ j, pᵢⱼ = −qᵢⱼ/√(qᵢᵢqⱼⱼ) the partial
///   correlations from Q = R⁻¹; for one item over its own row.
/// - Sphericity (Bartlett): χ² = −(n − 1 − (2k + 5)/6)·log det R with k(k − 1)/2 degrees of freedom.
/// - Kaiser's count: eigenvalues above 1. It finds too many; ``ParallelAnalysis`` is the better count.
/// - Unit: adequacy 0…1; eigenvalues in items, their sum is k.
/// - Missing: listwise, or in pairs with n the fewest people who gave two of the items; below 30 of them pairs are not
///   judged. Below two items, below two complete responses and with an item that does not vary everything is undefined.
///   With singular R the eigenvalues are told and the rest is not; with no correlation at all the adequacy is undefined.
///   Pairs whose R has a negative eigenvalue are not judged.
/// - Source: Kaiser 1974, Psychometrika 39:31–36; Kaiser & Rice 1974, Educational and Psychological Measurement
///   34:111–117; Bartlett 1951, Biometrika 38:337–344; Kaiser 1960, Educational and Psychological Measurement
///   20:141–151.
/// - Oracle: R psych `KMO` and `cortest.bartlett`, R `eigen`.
public struct Dimensionality: Sendable, Equatable {
    /// The overall sampling adequacy, method `kmo.listwise` or `kmo.pairs`.
    public let samplingAdequacy: Estimate
    /// The sampling adequacy of every item, `nil` for one that is correlated with no other; empty without R⁻¹.
    public let itemAdequacy: [Double?]
    /// Bartlett's test that the items are uncorrelated; `nil` for the reason in ``samplingAdequacy``.
    public let sphericity: Sphericity?
    /// The eigenvalues of R, largest first; empty where R is undefined.
    public let eigenvalues: [Double]
    /// How many eigenvalues exceed 1; `nil` where R is undefined.
    public let kaiserCount: Int?

    /// Bartlett's test.
    public struct Sphericity: Sendable, Equatable {
        /// χ².
        public let chiSquare: Double
        /// k(k − 1)/2.
        public let degreesOfFreedom: Int
        /// P(χ² or more) if the items were uncorrelated; 0 where that is below the smallest number.
        public let p: Double
    }

    /// Looks at a set of items by their complete responses; `responses` is the number of all.
    public init(of moments: ProductMoments, responses: Int) {
        self.init(of: ItemCovariances(moments), responses: responses)
    }

    /// Looks at some variables of a table, pair by pair.
    public init(of table: CrossProducts, _ variables: [Int], responses: Int) {
        self.init(of: ItemCovariances(table, variables), responses: responses)
    }

    private init(of covariances: ItemCovariances, responses: Int) {
        let n = covariances.n
        func adequacy(_ value: Double?, _ reason: Undefined?) -> Estimate {
            Estimate(
                value: value, n: n, missing: responses - n, method: "kmo.\(covariances.base)", undefined: reason)
        }
        let correlations: CorrelationMatrix
        let system: Eigensystem
        switch CorrelationMatrix.decomposed(covariances) {
        case .failure(let reason):
            samplingAdequacy = adequacy(nil, reason.reason)
            itemAdequacy = []
            sphericity = nil
            eigenvalues = []
            kaiserCount = nil
            return
        case .success(let found): (correlations, system) = found
        }
        eigenvalues = system.values.reversed()
        kaiserCount = system.values.count { $0 > 1 }
        guard system.isPositiveDefinite else {
            samplingAdequacy = adequacy(nil, .singular)
            itemAdequacy = []
            sphericity = nil
            return
        }
        let shares = Adequacy(correlations, inverse: system.inverse)
        samplingAdequacy = adequacy(shares.overall, shares.overall == nil ? .uncorrelated : nil)
        itemAdequacy = shares.items
        let k = covariances.order
        let factor = Double(n - 1) - Double(2 * k + 5) / 6
        let logDeterminant = system.values.reduce(0) { $0 + numerics_log($1) }
        // log det R is at most 0, but rounding may lift it; with few people the factor falls below 0.
        let statistic = max(0, -factor * logDeterminant)
        let degrees = k * (k - 1) / 2
        sphericity = Sphericity(
            chiSquare: statistic, degreesOfFreedom: degrees, p: ChiSquare(df: Double(degrees)).upperTail(statistic))
    }
}

/// Kaiser–Meyer–Olkin's shares of plain among plain and partial correlation.
private struct Adequacy {
    var overall: Double?
    var items: [Double?] = []

    init(_ correlations: CorrelationMatrix, inverse: [Double]) {
        let k = correlations.order
        func share(_ plain: Double, _ partial: Double) -> Double? {
            plain + partial > 0 ? plain / (plain + partial) : nil
        }
        var (plain, partial) = (0.0, 0.0)
        for i in 0..<k {
            var (rowPlain, rowPartial) = (0.0, 0.0)
            for j in 0..<k where j != i {
                let q = inverse[i * k + j]
                rowPlain += correlations[i, j] * correlations[i, j]
                rowPartial += q * q / (inverse[i * k + i] * inverse[j * k + j])
            }
            items.append(share(rowPlain, rowPartial))
            plain += rowPlain
            partial += rowPartial
        }
        overall = share(plain, partial)
    }
}

extension CorrelationMatrix {
    /// Why there is nothing to decompose.
    struct Failure: Error {
        var reason: Undefined
    }

    /// The correlations of two items or more with their eigensystem.
    static func decomposed(
        _ covariances: ItemCovariances
    ) -> Result<(correlations: CorrelationMatrix, system: Eigensystem), Failure> {
        guard covariances.order >= 2 else { return .failure(Failure(reason: .tooFewItems)) }
        if let reason = covariances.limit { return .failure(Failure(reason: reason)) }
        guard let correlations = CorrelationMatrix(of: covariances) else { return .failure(Failure(reason: .constant)) }
        guard let system = Eigensystem(of: correlations.values, order: correlations.order) else {
            return .failure(Failure(reason: .notConverged))
        }
        // No more than rounding makes an eigenvalue of complete responses negative.
        guard system.values[0] > -1e-12 * Double(covariances.order) else {
            return .failure(Failure(reason: .singular))
        }
        return .success((correlations, system))
    }
}
