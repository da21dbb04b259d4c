import Statistics
import Testing

@Suite struct OmegaTests {
    /// The digits by SciPy, which minimised the likelihood of loadings and uniquenesses together, another route to the
    /// same estimand.
    @Test func omegaOfAPublishedTable() {
        let omega = Reliability(of: ShroutFleiss.moments(judges: 4), responses: 8).omega
        expectClose(omega.total.value, 0.9102313011509257, tolerance: 1e-7)
        let uniquenesses = [0.3642064692926098, 0.0991521058264872, 0.1276450365726526, 0.38315603667574355]
        let loadings = [1.3020942141282739, 1.5595798039927478, 1.5252146562439148, 1.966101558083822]
        for item in 0..<4 {
            expectClose(omega.uniquenesses[item], uniquenesses[item], tolerance: 1e-6)
            expectClose(omega.loadings[item], loadings[item], tolerance: 1e-6)
        }
        #expect(omega.heywood.isEmpty && omega.total.n == 6 && omega.total.missing == 2)
        #expect(omega.total.method == "omega.ml.listwise" && omega.total.lower == nil && omega.total.undefined == nil)
    }

    /// Covariances λλᵀ + Ψ that hold exactly have the closed form as their omega, also with a reversed item left as it is.
    @Test(
        arguments: [
            ([3, 2, 4, 1], [7, 5, 9, 3]), ([5, 5, 5], [1, 1, 1]), ([3, 2, -4, 1, 2], [7, 5, 9, 3, 30]),
            ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [90, 20, 3, 4, 5, 6, 7, 8, 9, 10]),
        ] as [([Int], [Int])])
    func oneFactorThatFitsExactlyHasItsClosedForm(loadings: [Int], unique: [Int]) throws {
        let omega = FactorOmega(of: Self.exact(loadings, unique), responses: 101)
        let common = Double(loadings.reduce(0, +) * loadings.reduce(0, +))
        let found = try #require(omega.total.value)
        expectClose(found, common / (common + Double(unique.reduce(0, +))), tolerance: 1e-9)
        for (item, loading) in loadings.enumerated() {
            // The products are the covariances times n − 1.
            expectClose(omega.loadings[item], Double(loading), tolerance: 1e-7)
        }
    }

    /// Items that load alike and are alike have alpha = omega (Novick & Lewis 1967); loads that differ put alpha below.
    @Test func alphaIsOmegaOnlyForItemsThatLoadAlike() throws {
        let alike = Reliability(of: Self.exact([2, 2, 2, 2], [5, 3, 8, 4]), responses: 101)
        expectClose(alike.alpha.value, try #require(alike.omega.total.value), tolerance: 1e-9)
        let unlike = Reliability(of: Self.exact([1, 2, 5, 9], [5, 3, 8, 4]), responses: 101)
        #expect(try #require(unlike.alpha.value) < #require(unlike.omega.total.value))
    }

    /// λ² = r₁₂r₁₃/r₂₃ = .7·.7/.3 is above 1: the first item has nothing of its own, and the floor holds it.
    @Test func aHeywoodCaseIsToldByItsItem() throws {
        var moments = ProductMoments(zeroFor: 3)
        moments.n = 101
        moments.products = [1000, 700, 1000, 700, 300, 1000]
        let omega = FactorOmega(of: moments, responses: 101)
        #expect(omega.heywood == [0])
        #expect(omega.uniquenesses[0] == FactorOmega.floor)
        // By SciPy, as above.
        expectClose(omega.total.value, 0.8489093481600192, tolerance: 1e-6)
    }

    @Test(
        arguments: [
            ([[1, 2, 3, 4], [2, 1, 4, 3]], .tooFewItems), ([[1], [2], [3]], .oneAnswer), ([[], [], []], .noAnswers),
            ([[1, 2, 3, 4], [2, 1, 4, 3], [3, 3, 3, 3]], .constant),
            ([[1, 2, 3, 4], [1, 2, 3, 4], [2, 1, 4, 3]], .singular),
            ([[1, 2, 5], [5, 4, 3], [2, 5, 1], [3, 1, 2]], .singular),
        ] as [([[Int32]], Undefined)])
    func whatCannotBeFittedHasAReason(columns: [[Int32]], reason: Undefined) {
        let omega = Reliability(of: rawMoments(columns), responses: columns[0].count).omega
        #expect(omega.total.value == nil && omega.total.undefined == reason)
        #expect(omega.loadings.isEmpty && omega.uniquenesses.isEmpty && omega.heywood.isEmpty)
    }

    /// Loosely joined items of few people, where other programs' searches end in a lesser minimum or nowhere.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func everyRegularScaleHasAFitThatDoesNotDependOnOrderOrUnit(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let columns = RandomScale.columns(&chance, items: 3...8, people: 12...60)
        let moments = rawMoments(columns)
        let omega = FactorOmega(of: moments, responses: columns[0].count)
        guard let value = omega.total.value else {
            #expect([.constant, .singular].contains(omega.total.undefined))
            return
        }
        #expect((0...1).contains(value))
        #expect(omega.uniquenesses.allSatisfy { $0 >= FactorOmega.floor && $0 <= 1 + 1e-9 })
        let order = columns.indices.shuffled(using: &chance)
        let shuffled = FactorOmega(of: rawMoments(order.map { columns[$0] }), responses: columns[0].count)
        expectClose(shuffled.total.value, value, tolerance: 1e-7)
        // 3x + 2 for every item: the same share of variance.
        let stretched = columns.map { $0.map { 3 * $0 + 2 } }
        expectClose(
            FactorOmega(of: rawMoments(stretched), responses: columns[0].count).total.value, value, tolerance: 1e-7)
    }

    @Test func standardisedAlphaFollowsFromTheMeanCorrelation() {
        let reliability = Reliability(of: ShroutFleiss.moments(judges: 4), responses: 6)
        expectClose(reliability.meanInterItemCorrelation, 0.7603077175599272)
        expectClose(reliability.standardisedAlpha, 0.9269436462587374)
        let constant = Reliability(of: rawMoments([[1, 2], [3, 3]]), responses: 2)
        #expect(constant.meanInterItemCorrelation == nil && constant.standardisedAlpha == nil)
        let opposed = Reliability(of: rawMoments([[1, 2, 4], [4, 3, 1]]), responses: 3)
        expectClose(opposed.meanInterItemCorrelation, -1)
        #expect(opposed.standardisedAlpha == nil)
    }

    /// 101 rows whose covariance matrix is λλᵀ + Ψ.
    private static func exact(_ loadings: [Int], _ unique: [Int]) -> ProductMoments {
        var moments = ProductMoments(zeroFor: loadings.count)
        moments.n = 101
        moments.products = loadings.indices.flatMap { i in
            (0...i).map { j in 100 * (loadings[i] * loadings[j] + (i == j ? unique[i] : 0)) }
        }
        return moments
    }
}
