import CNumerics

/// The eigenvalues of a symmetric matrix given row by row, ascending, by Eigen's tridiagonal QR.
///
/// The matrix is not checked for symmetry; one triangle is read. `nil` when the iteration does not converge, as with a NaN in the matrix.
/// Oracle: matrices whose eigenvalues are known in closed form.
package func symmetricEigenvalues(of matrix: [Double], order: Int) -> [Double]? {
    precondition(order > 0 && matrix.count == order * order, "a square matrix has order × order entries")
    guard matrix.allSatisfy(\.isFinite) else { return nil }
    var values = Array(repeating: 0.0, count: order)
    let converged = unsafe numerics_symmetric_eigenvalues(matrix, Int32(order), &values)
    return converged ? values : nil
}
