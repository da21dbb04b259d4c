/// Pearson's correlations of integer variables, from their covariances.
///
/// cov(i, j)/√(cov(i, i)·cov(j, j)), at most 1 in magnitude; the diagonal is exactly 1.
package struct CorrelationMatrix: Sendable, Equatable {
    /// How many variables there are.
    package let order: Int
    /// The correlations row by row.
    package let values: [Double]

    /// The correlations of all variables; `nil` where there is nothing to judge, or where a variable does not vary.
    init?(of covariances: ItemCovariances) {
        let order = covariances.order
        let variances = (0..<order).map { covariances[$0, $0] }
        guard covariances.limit == nil, variances.allSatisfy({ $0 > 0 }) else { return nil }
        let deviations = variances.map { $0.squareRoot() }
        var values = Array(repeating: 1.0, count: order * order)
        for i in 0..<order {
            for j in 0..<i {
                let r = covariances[i, j] / (deviations[i] * deviations[j])
                values[i * order + j] = min(1, max(-1, r))
                values[j * order + i] = values[i * order + j]
            }
        }
        self.order = order
        self.values = values
    }

    /// A matrix given row by row.
    package init(order: Int, values: [Double]) {
        precondition(values.count == order * order, "a square matrix has order × order entries")
        self.order = order
        self.values = values
    }

    package subscript(_ i: Int, _ j: Int) -> Double { values[i * order + j] }

    /// The mean of the correlations of different variables; `nil` for fewer than two.
    package var meanOffDiagonal: Double? {
        guard order >= 2 else { return nil }
        var sum = 0.0
        for i in 0..<order {
            for j in 0..<i { sum += self[i, j] }
        }
        return sum / Double(order * (order - 1) / 2)
    }
}
