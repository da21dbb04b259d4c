/// The exact sums and sums of products of k integer variables over n rows.
///
/// Everything that alpha, omega, rwg and a covariance matrix need, in integers that add.
public struct ProductMoments: Sendable, Equatable {
    /// How many rows were counted.
    public var n: Int
    /// Σ xᵢ, one a variable.
    public var sums: [Int]
    /// Σ xᵢxⱼ for j ≤ i, row by row of the lower triangle: index i(i+1)/2 + j.
    public var products: [Int]

    /// No rows of `variables` variables.
    public init(zeroFor variables: Int) {
        n = 0
        sums = Array(repeating: 0, count: variables)
        products = Array(repeating: 0, count: variables * (variables + 1) / 2)
    }

    /// The number of variables.
    public var variables: Int { sums.count }

    /// n·Σxᵢxⱼ − Σxᵢ·Σxⱼ, that is n(n−1) times the covariance, without rounding.
    public func scaledCovariance(_ i: Int, _ j: Int) -> Int128 {
        let product = products[max(i, j) * (max(i, j) + 1) / 2 + min(i, j)]
        return Int128(n) * Int128(product) - Int128(sums[i]) * Int128(sums[j])
    }

    /// The same, rounded once to the nearest number.
    ///
    /// Nearly always it fits 64 bits, which convert many times faster than 128.
    func roundedScaledCovariance(_ i: Int, _ j: Int) -> Double {
        let product = products[max(i, j) * (max(i, j) + 1) / 2 + min(i, j)]
        let (whole, isWide) = n.multipliedReportingOverflow(by: product)
        let (part, isPartWide) = sums[i].multipliedReportingOverflow(by: sums[j])
        let (difference, isDifferenceWide) = whole.subtractingReportingOverflow(part)
        return isWide || isPartWide || isDifferenceWide ? Double(scaledCovariance(i, j)) : Double(difference)
    }

    /// The covariance with divisor n − 1; `nil` below two rows.
    public func covariance(_ i: Int, _ j: Int) -> Double? {
        n < 2 ? nil : roundedScaledCovariance(i, j) / (Double(n) * Double(n - 1))
    }

    /// The mean of a variable; `nil` without rows.
    public func mean(_ i: Int) -> Double? {
        n == 0 ? nil : Double(sums[i]) / Double(n)
    }

    /// Adds the sums over other rows of the same variables.
    public mutating func add(_ other: ProductMoments) {
        precondition(variables == other.variables, "tallies of one plan add")
        n += other.n
        for index in sums.indices { sums[index] = .exact(sums[index], other.sums[index]) }
        for index in products.indices { products[index] = .exact(products[index], other.products[index]) }
    }
}
