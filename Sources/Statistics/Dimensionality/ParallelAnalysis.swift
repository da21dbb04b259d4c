/// How many components hold more than chance would put into them.
///
/// Horn's parallel analysis: the eigenvalues of the items' correlations are compared with those of samples of as many
/// uncorrelated normal items from as many people. Components count from the first on while their eigenvalue exceeds
/// what chance gives.
///
/// The samples are drawn as correlation matrices at once: the sums of products of n rows of k independent normals are
/// LLᵀ with L lower triangular, √χ²(n − 1), √χ²(n − 2), … on its diagonal and independent normals below (Bartlett 1933).
/// That is the same distribution as drawing the n·k numbers, and its cost does not grow with n.
///
/// - Unit: eigenvalues in items.
/// - Missing: as in ``Dimensionality``, in pairs with samples of the fewest people who gave two of the items. Undefined
///   for its reasons, and where the correlations are singular.
/// - Chance: SplitMix64 from the seed that the result states, uniform numbers turned into normal and χ² ones by the
///   inverse distribution functions: the same on every run.
/// - Source: Horn 1965, Psychometrika 30:179–185; the 95th percentile by Glorfeld 1995, Educational and Psychological
///   Measurement 55:377–393; the triangular matrix by Bartlett 1933, Proceedings of the Royal Society of Edinburgh
///   53:260–283.
/// - Oracle: 200 drawn samples in R, within their error of simulation.
public struct ParallelAnalysis: Sendable, Equatable {
    /// The eigenvalues of the items' correlations, largest first.
    public let eigenvalues: [Double]
    /// The mean of each eigenvalue over the samples.
    public let meanOfChance: [Double]
    /// The 95th percentile (type 7) of each eigenvalue over the samples.
    public let percentile95OfChance: [Double]
    /// How many components exceed the 95th percentile, method `parallel.p95`; `undefined` says why there is none.
    public let components: Estimate
    /// How many exceed the mean, Horn's own rule, which keeps more; `nil` where ``components`` is undefined.
    public let componentsAboveMean: Int?
    /// How many samples were drawn.
    public let replications: Int
    /// What the chance began with.
    public let seed: UInt64

    /// Compares a set of items with chance; `responses` is the number of all.
    public init(of moments: ProductMoments, responses: Int, replications: Int = 500, seed: UInt64 = 1) {
        self.init(of: ItemCovariances(moments), responses: responses, replications: replications, seed: seed)
    }

    /// Compares some variables of a table, pair by pair.
    public init(
        of table: CrossProducts, _ variables: [Int], responses: Int, replications: Int = 500, seed: UInt64 = 1
    ) {
        self.init(
            of: ItemCovariances(table, variables), responses: responses, replications: replications, seed: seed)
    }

    private init(of covariances: ItemCovariances, responses: Int, replications: Int, seed: UInt64) {
        precondition(replications > 0, "chance is drawn at least once")
        self.replications = replications
        self.seed = seed
        func count(_ value: Int?, _ reason: Undefined?) -> Estimate {
            Estimate(
                value: value.map(Double.init), n: covariances.n, missing: responses - covariances.n,
                method: "parallel.p95", undefined: reason)
        }
        let observed: [Double]
        var reason: Undefined?
        switch CorrelationMatrix.decomposed(covariances) {
        case .failure(let failure):
            observed = []
            reason = failure.reason
        case .success(let found):
            observed = found.system.values.reversed()
            // Correlations of pairs can be regular with fewer people than items; no sample of so few is.
            reason = found.system.isPositiveDefinite && covariances.n > covariances.order ? nil : .singular
        }
        eigenvalues = observed
        guard reason == nil, let chance = Self.chance(covariances, replications: replications, seed: seed) else {
            (meanOfChance, percentile95OfChance, componentsAboveMean) = ([], [], nil)
            components = count(nil, reason ?? .notConverged)
            return
        }
        let means = chance.map { $0.reduce(0, +) / Double(replications) }
        let percentiles = chance.compactMap {
            CountTable(values: $0, counts: Array(repeating: 1, count: replications)).quantile(0.95)
        }
        func leading(above bounds: [Double]) -> Int { zip(observed, bounds).prefix { $0.0 > $0.1 }.count }
        meanOfChance = means
        percentile95OfChance = percentiles
        components = count(leading(above: percentiles), nil)
        componentsAboveMean = leading(above: means)
    }

    /// The samples' eigenvalues, one list an eigenvalue, largest first.
    private static func chance(
        _ covariances: ItemCovariances, replications: Int, seed: UInt64
    ) -> [[Double]]? {
        let k = covariances.order
        var chance = SplitMix64(state: seed)
        var lists = Array(repeating: [Double](), count: k)
        for _ in 0..<replications {
            let matrix = correlations(variables: k, rows: covariances.n, using: &chance)
            guard let values = symmetricEigenvalues(of: matrix, order: k) else { return nil }
            for index in 0..<k { lists[index].append(values[k - 1 - index]) }
        }
        return lists
    }

    /// The correlations of independent normal variables in a sample of more rows than variables, row by row.
    private static func correlations(variables k: Int, rows: Int, using chance: inout SplitMix64) -> [Double] {
        var lower = Array(repeating: 0.0, count: k * k)
        for i in 0..<k {
            for j in 0..<i { lower[i * k + j] = Normal.quantile(chance.uniform()) }
            lower[i * k + i] = ChiSquare(df: Double(rows - 1 - i)).quantile(chance.uniform()).squareRoot()
        }
        var products = Array(repeating: 1.0, count: k * k)
        let lengths = (0..<k).map { i in (0...i).reduce(0) { $0 + lower[i * k + $1] * lower[i * k + $1] }.squareRoot() }
        for i in 0..<k {
            for j in 0..<i {
                let product = (0...j).reduce(0) { $0 + lower[i * k + $1] * lower[j * k + $1] }
                products[i * k + j] = product / (lengths[i] * lengths[j])
                products[j * k + i] = products[i * k + j]
            }
        }
        return products
    }
}
