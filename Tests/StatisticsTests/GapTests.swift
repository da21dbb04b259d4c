import Statistics
import Testing

@Suite struct GapTests {
    /// The second judge's ratings as current, the first judge's as required levels; the digits by SciPy.
    private let pair = pairTally(ShroutFleiss.judges[1], ShroutFleiss.judges[0], high: 10)

    private static func pairTally(_ current: [Int32], _ required: [Int32], high: Int) -> PairTally {
        let plan = TallyPlan(pairs: [.init(current: 0, required: 1, low: 1, high: high)])
        return tally([current, required], by: plan).pairs[0]
    }

    @Test func pairedTestOfAPublishedTable() throws {
        let test = try PairedTest(of: pair)
        expectClose(test.gap.value, 31.0 / 6)
        expectClose(test.gap.lower, 3.939828974961693)
        expectClose(test.gap.upper, 6.393504358371641)
        expectClose(test.t, 10.825669584428464)
        expectClose(test.p, 0.00011671413474317247)
        expectClose(test.dz, 4.419561100969559)
        expectClose(test.meanRequired, 46.0 / 6)
        #expect(test.meanCurrent == 2.5 && test.degreesOfFreedom == 5 && test.gap.method == "gap.t")
    }

    @Test func aRosterNarrowsTheGap() throws {
        let test = try PairedTest(of: pair, population: FinitePopulation(size: 10))
        expectClose(test.gap.lower, 4.390746381640431)
        expectClose(test.t, 17.116886541601218)
        expectClose(test.p, 1.2457417617639574e-05)
        let census = try PairedTest(of: pair, population: FinitePopulation(size: 6))
        #expect(census.gap.lower == census.gap.value && census.p == nil && census.degreesOfFreedom == nil)
        #expect(throws: StatisticsError.self) { try PairedTest(of: pair, population: FinitePopulation(size: 5)) }
    }

    /// The digits by SciPy.
    @Test func aGapOfEverybodyIsTested() throws {
        let census = try PairedTest(of: pair, population: FinitePopulation(size: 6, lasting: 0.4))
        expectClose(census.gap.lower, 4.2163622769720845)
        expectClose(census.t, 13.975879337345201)
        expectClose(census.p, 3.371909387950298e-05)
    }

    /// Nine of ten lack all four levels, one has four too many: 3.2 ± 1.81 would go beyond 4.
    @Test func aGapStaysBetweenTheWidestOnes() throws {
        let test = try PairedTest(
            of: Self.pairTally(Array(repeating: 1, count: 9) + [5], Array(repeating: 5, count: 9) + [1], high: 5))
        #expect(test.gap.method == "gap.wilson" && test.gap.value == 3.2)
        // p = 0.9 of n* = 9 answers.
        let (lower, upper) = (try #require(test.gap.lower), try #require(test.gap.upper))
        let reach = StudentT(df: 9).critical(level: 0.95)
        for bound in [lower, upper] {
            let q = (bound + 4) / 8
            expectClose((0.9 - q) * (0.9 - q), reach * reach * q * (1 - q) / 9, tolerance: 1e-12)
        }
        // The test goes with it: 0 is a share of one half.
        expectClose(test.t, 0.4 / (0.25 / 9.0).squareRoot())
    }

    @Test func theDiscrepancyIsWeightedByTheMeanRequirement() {
        let score = Estimate.meanWeightedDiscrepancy(of: pair)
        expectClose(score.value, 39.611111111111114)
        // The ends of the range on levels 1…5: all required and nothing there; 2.5 required of 5 on average.
        #expect(Estimate.meanWeightedDiscrepancy(of: Self.pairTally([1], [5], high: 5)).value == 20)
        #expect(Estimate.meanWeightedDiscrepancy(of: Self.pairTally([5, 5], [2, 3], high: 5)).value == -6.25)
    }

    @Test func ranksCountWhoFallsShort() {
        let ranked = RankedDiscrepancy(
            of: Self.pairTally([1, 2, 3, 5, ResponseTable.notApplicable], [5, 2, 4, 4, 1], high: 5))
        #expect(ranked.short == 2 && ranked.met == 1 && ranked.over == 1 && ranked.missing == 1 && ranked.n == 4)
        #expect(ranked.shortShare == 0.5 && ranked.metShare == 0.25 && ranked.overShare == 0.25)
        #expect(ranked.score == -25)
        #expect(RankedDiscrepancy(of: pair).score == -100)
    }

    @Test func whatCannotBeToldHasAReason() throws {
        let nobody = Self.pairTally([ResponseTable.missing], [3], high: 5)
        #expect(try PairedTest(of: nobody).gap.undefined == .noAnswers)
        #expect(try PairedTest(of: nobody).gap.missing == 1)
        #expect(Estimate.meanWeightedDiscrepancy(of: nobody).undefined == .noAnswers)
        #expect(RankedDiscrepancy(of: nobody).score == nil)
        #expect(try PairedTest(of: Self.pairTally([1], [3], high: 5)).gap.undefined == .oneAnswer)
        let constant = try PairedTest(of: Self.pairTally([1, 2], [3, 4], high: 5))
        #expect(constant.gap.undefined == .constant && constant.gap.value == 2)
        #expect(constant.t == nil && constant.p == nil && constant.dz == nil)
    }
}
