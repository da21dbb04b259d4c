/// How far a person's answers lie from everybody's, along the directions in which answers usually move together.
///
/// D² = (x − m)ᵀS⁻¹(x − m), m and S the means and covariances of complete rows; under normality χ² with k degrees of
/// freedom. Over the rows that m and S come from, ΣD² = (n − 1)·k.
///
/// - Unit: D² has none: squared standard deviations along each direction.
/// - Missing: complete rows only. Undefined for the reasons of ``Dimensionality``.
/// - Source: Mahalanobis 1936, Proceedings of the National Institute of Sciences of India 2:49–55; as a sign of
///   carelessness Meade & Craig 2012, Psychological Methods 17:437–455.
/// - Oracle: R `mahalanobis` and `pchisq`.
public struct MahalanobisDistance: Sendable, Equatable {
    /// How many complete rows the means and covariances come from.
    public let n: Int
    /// How many items there are.
    public let items: Int
    /// Why there are no distances.
    public let undefined: Undefined?
    private let means: [Double]
    /// Turns deviations into uncorrelated ones of variance 1, row by row; empty when undefined.
    private let whitening: [Double]

    /// Takes the raw codes of complete rows, in the order in which ``squared(of:)`` is given them.
    public init(of moments: ProductMoments) {
        n = moments.n
        items = moments.variables
        var reason: Undefined?
        var system: Eigensystem?
        switch CorrelationMatrix.decomposed(ItemCovariances(moments)) {
        case .failure(let failure): reason = failure.reason
        case .success(let found):
            if found.system.isPositiveDefinite { system = found.system } else { reason = .singular }
        }
        undefined = reason
        let order = moments.variables
        means = system == nil ? [] : (0..<order).compactMap { moments.mean($0) }
        let deviations = (0..<order).map { (moments.covariance($0, $0) ?? 0).squareRoot() }
        whitening =
            system.map { system in
                (0..<order).flatMap { index in
                    let scale = 1 / system.values[index].squareRoot()
                    return (0..<order).map { system.vector(index, $0) * scale / deviations[$0] }
                }
            } ?? []
    }

    /// D² of one person's raw codes; `nil` when one is missing. Nothing is allocated.
    public func squared(of codes: [Int32?]) -> Double? {
        precondition(codes.count == items, "every item has a code or none")
        guard undefined == nil else { return nil }
        for code in codes where code == nil { return nil }
        var sum = 0.0
        for direction in 0..<items {
            var along = 0.0
            for item in 0..<items {
                // Every code is there: looked at above.
                along += whitening[direction * items + item] * (Double(codes[item] ?? 0) - means[item])
            }
            sum += along * along
        }
        return sum
    }

    /// P(χ² with k degrees of freedom ≥ D²).
    public func p(ofSquared distance: Double) -> Double { ChiSquare(df: Double(items)).upperTail(distance) }
}
