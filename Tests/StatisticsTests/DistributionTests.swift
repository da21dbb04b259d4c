import Foundation
import Statistics
import Testing

/// Reference values: the golden case distributions (60-digit mpmath) and SciPy 1.17.
@Suite struct DistributionTests {
    @Test func normal() {
        expectClose(Normal.cdf(-3), 0.0013498980316300946, tolerance: 1e-15)
        expectClose(Normal.quantile(0.975), 1.959963984540054, tolerance: 1e-15)
        expectClose(Normal.critical(level: 0.95), 1.959963984540054, tolerance: 1e-15)
        expectClose(Normal.upperTail(30) / 4.906713927148187e-198, 1, tolerance: 1e-12)
    }

    @Test func studentT() {
        expectClose(StudentT(df: 9).critical(level: 0.95), 2.262157162798205, tolerance: 1e-14)
        expectClose(StudentT(df: 30).twoSided(40) / 1.3726045194406417e-27, 1, tolerance: 1e-12)
        expectClose(StudentT(df: 1).cdf(1), 0.75, tolerance: 1e-15)
        expectClose(StudentT(df: 10).cdf(2, noncentrality: 1.5), 0.6591540724421909, tolerance: 1e-12)
    }

    @Test func fisherFChiSquareAndBeta() {
        expectClose(FisherF(df1: 4, df2: 20).upperTail(3.5), 0.02538523086644128, tolerance: 1e-14)
        expectClose(ChiSquare(df: 5).upperTail(11), 0.05137998348306955, tolerance: 1e-14)
        expectClose(Beta(a: 2, b: 5).cdf(0.3), 0.579825, tolerance: 1e-14)
    }

    /// Relative to the value, also in the smallest tail; a value of 0 is hit exactly.
    @Test(arguments: Set(DistributionGrid.rows.map(\.function)).sorted())
    func everyFunctionIsWithinItsTolerance(name: Substring) {
        let rows = DistributionGrid.rows.filter { $0.function == name }
        var worst = 0.0
        for row in rows {
            let found = Self.function(name, row.x, row.a, row.b)
            let error = row.value == 0 ? abs(found) : abs(found / row.value - 1)
            #expect(error <= 1e-12, "\(name)(\(row.x), \(row.a), \(row.b)) = \(found), not \(row.value)")
            worst = max(worst, error)
        }
        #expect(!rows.isEmpty && worst.isFinite)
    }

    private static func function(_ name: Substring, _ x: Double, _ a: Double, _ b: Double) -> Double {
        switch name {
        case "pnorm": Normal.cdf(x)
        case "pnorm_upper": Normal.upperTail(x)
        case "qnorm": Normal.quantile(x)
        case "pt": StudentT(df: a).cdf(x)
        case "pt_two_sided": StudentT(df: a).twoSided(x)
        case "qt": StudentT(df: a).quantile(x)
        case "pf_upper": FisherF(df1: a, df2: b).upperTail(x)
        case "qf": FisherF(df1: a, df2: b).quantile(x)
        case "pchisq_upper": ChiSquare(df: a).upperTail(x)
        case "qchisq": ChiSquare(df: a).quantile(x)
        case "pbeta": Beta(a: a, b: b).cdf(x)
        case "qbeta": Beta(a: a, b: b).quantile(x)
        case "pt_noncentral": StudentT(df: a).cdf(x, noncentrality: b)
        case "pt_noncentral_upper": StudentT(df: a).upperTail(x, noncentrality: b)
        case "lgamma": Gamma.log(x)
        case "hedges_J": Estimate.hedgesCorrection(degrees: Int(a))
        default: .nan
        }
    }

    @Test(arguments: [1, 2.5, 9, 120, 1e5, 1e9] as [Double])
    func noncentralityInvertsItsProbability(df: Double) {
        let distribution = StudentT(df: df)
        for t in [-40, -3, -0.2, 0, 0.7, 4, 25] as [Double] {
            for p in [0.001, 0.025, 0.5, 0.975, 0.9999] {
                let noncentrality = distribution.noncentrality(of: t, p: p)
                expectClose(distribution.cdf(t, noncentrality: noncentrality), p, tolerance: 1e-11)
                // The mirror image.
                expectClose(distribution.noncentrality(of: -t, p: 1 - p), -noncentrality, tolerance: 1e-10)
            }
        }
    }

    @Test(
        arguments: [
            (0, 5), (1e9, 0), (1e9, 1e9), (-1e9, 3), (3, 1e9), (1e300, 1e300), (3, -1e300), (-1e300, 0), (1e5, 8e4),
        ] as [(Double, Double)])
    func noncentralTailsAddUpAlsoFarOut(t: Double, noncentrality: Double) {
        for df in [1, 30, 1e6] as [Double] {
            let below = StudentT(df: df).cdf(t, noncentrality: noncentrality)
            let above = StudentT(df: df).upperTail(t, noncentrality: noncentrality)
            #expect((0...1).contains(below) && (0...1).contains(above))
            expectClose(below + above, 1, tolerance: 1e-11)
        }
    }

    /// Over twelve decades and more: neither a wrong tail nor a search without end.
    @Test func noncentralTailsAddUpAnywhere() {
        var chance = SplitMix64(state: 20)
        func anywhere(_ range: ClosedRange<Double>) -> Double {
            let size = pow(10, Double.random(in: range, using: &chance))
            return Bool.random(using: &chance) ? size : -size
        }
        for _ in 0..<2000 {
            let (t, noncentrality) = (anywhere(-5...12), anywhere(-5...12))
            let distribution = StudentT(df: abs(anywhere(-0.9...12)))
            let below = distribution.cdf(t, noncentrality: noncentrality)
            expectClose(below + distribution.upperTail(t, noncentrality: noncentrality), 1, tolerance: 1e-11)
        }
    }

    @Test(arguments: [0.001, 0.025, 0.3, 0.5, 0.9, 0.999])
    func quantilesInvertProbabilities(p: Double) {
        expectClose(Normal.cdf(Normal.quantile(p)), p)
        expectClose(StudentT(df: 3.5).cdf(StudentT(df: 3.5).quantile(p)), p)
        let f = FisherF(df1: 3, df2: 17)
        expectClose(f.cdf(f.quantile(p)), p)
        expectClose(f.upperTail(f.quantile(p)), 1 - p)
        let chi = ChiSquare(df: 4)
        expectClose(chi.cdf(chi.quantile(p)), p)
        expectClose(chi.upperTail(chi.quantile(p)), 1 - p)
        let beta = Beta(a: 1.5, b: 4)
        expectClose(beta.cdf(beta.quantile(p)), p)
        expectClose(beta.upperTail(beta.quantile(p)), 1 - p)
    }

    /// The second difference matrix of order n has the eigenvalues 2 − 2cos(kπ/(n + 1)).
    @Test func eigenvaluesOfAKnownMatrix() throws {
        let matrix: [Double] = [2, -1, 0, -1, 2, -1, 0, -1, 2]
        let values = try #require(symmetricEigenvalues(of: matrix, order: 3))
        for (found, expected) in zip(values, [2 - 2.0.squareRoot(), 2, 2 + 2.0.squareRoot()]) {
            expectClose(found, expected, tolerance: 1e-14)
        }
        #expect(symmetricEigenvalues(of: [.nan], order: 1) == nil)
    }
}
