/// The solution of a small system with a positive definite matrix, by Cholesky; `nil` when it is not positive definite.
func solvePositive(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    let order = right.count
    var lower = matrix
    for i in 0..<order {
        for j in 0...i {
            let sum = (0..<j).reduce(matrix[i][j]) { $0 - lower[i][$1] * lower[j][$1] }
            if i == j {
                // Relative to the diagonal, so that rounding does not pass for curvature.
                guard sum > 1e-12 * abs(matrix[i][i]), sum.isFinite else { return nil }
                lower[i][i] = sum.squareRoot()
            } else {
                lower[i][j] = sum / lower[j][j]
            }
        }
    }
    var solution = right
    for i in 0..<order {
        solution[i] = (0..<i).reduce(solution[i]) { $0 - lower[i][$1] * solution[$1] } / lower[i][i]
    }
    for i in (0..<order).reversed() {
        solution[i] = (i + 1..<order).reduce(solution[i]) { $0 - lower[$1][i] * solution[$1] } / lower[i][i]
    }
    return solution
}
