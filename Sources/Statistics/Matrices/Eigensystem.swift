import CNumerics

/// The eigenvalues and eigenvectors of a symmetric matrix, by Eigen's tridiagonal QR.
///
/// Oracle: matrices whose eigenvalues are known in closed form; the vectors put the matrix together again.
package struct Eigensystem: Sendable, Equatable {
    /// How many rows the matrix has.
    package let order: Int
    /// The eigenvalues, ascending.
    package let values: [Double]
    /// The orthonormal eigenvectors, one after the other: component i of vector j at j·order + i.
    package let vectors: [Double]

    /// Decomposes a matrix given row by row; one triangle is read.
    ///
    /// `nil` when the iteration does not converge, as with a NaN in the matrix.
    package init?(of matrix: [Double], order: Int) {
        precondition(order > 0 && matrix.count == order * order, "a square matrix has order × order entries")
        guard matrix.allSatisfy(\.isFinite) else { return nil }
        var values = Array(repeating: 0.0, count: order)
        var vectors = Array(repeating: 0.0, count: order * order)
        guard unsafe numerics_symmetric_eigensystem(matrix, Int32(order), &values, &vectors) else { return nil }
        self.order = order
        self.values = values
        self.vectors = vectors
    }

    /// Component `row` of eigenvector `index`.
    package func vector(_ index: Int, _ row: Int) -> Double { vectors[index * order + row] }

    /// Whether the matrix is positive definite by more than rounding: its smallest eigenvalue above 10⁻¹² of its largest.
    ///
    /// Matrices of exact sums come out around 10⁻¹⁶ where an item is determined by the others.
    package var isPositiveDefinite: Bool {
        guard let smallest = values.first, let largest = values.last else { return false }
        return smallest > 1e-12 * largest
    }

    /// The inverse matrix, row by row, of a matrix that is positive definite.
    package var inverse: [Double] {
        precondition(isPositiveDefinite, "a singular matrix has no inverse")
        var inverse = Array(repeating: 0.0, count: order * order)
        for index in 0..<order {
            let scale = 1 / values[index]
            for row in 0..<order {
                let part = scale * vector(index, row)
                for column in 0..<order { inverse[row * order + column] += part * vector(index, column) }
            }
        }
        return inverse
    }
}
