import Statistics
import Testing

/// The digits by SciPy 1.17; small cases by hand.
@Suite struct RankTests {
    private static func table(_ values: [Double]) -> CountTable {
        CountTable(values: values, counts: values.map { _ in 1 })
    }
    private let judges = ShroutFleiss.judges.map { table($0.map(Double.init)) }

    @Test func mannWhitneyOfAPublishedTable() {
        let test = MannWhitneyTest(judges[0], judges[2], missing: 1)
        #expect(test.u == 34)
        expectClose(test.p, 0.011518904220244241)
        expectClose(test.delta.value, 34.0 / 18 - 1)
        #expect(test.delta.n == 12 && test.delta.missing == 1 && test.delta.method == "cliffs.delta")
        #expect((test.z ?? 0) > 0)
    }

    /// Counting the pairs themselves, ties as half.
    @Test func deltaCountsPairs() {
        let first = CountTable(values: [1, 2, 4], counts: [3, 2, 5])
        let second = CountTable(values: [2, 3], counts: [4, 1])
        // Each of five fours beats all five; two twos tie with four twos, 8 halves; nothing else wins.
        #expect(MannWhitneyTest(first, second, missing: 0).u == 29)
        let all = MannWhitneyTest(Self.table([5, 6]), Self.table([1, 1, 2]), missing: 0)
        #expect(all.u == 6 && all.delta.value == 1)
    }

    @Test func signedRanksLeaveZerosOut() {
        let test = SignedRankTest(of: Self.table([4, 3, 2, 5, 4, 2, 0, -1, -2, 3]), missing: 2)
        #expect(test.v == 41 && test.n == 9 && test.zeros == 1 && test.missing == 2)
        expectClose(test.p, 0.03205141618214231)
    }

    @Test func kruskalWallisOfAPublishedTable() {
        let test = KruskalWallisTest(of: judges + [CountTable()], missing: 0)
        expectClose(test.h, 14.002432551968155)
        expectClose(test.p, 0.002901843523992824)
        #expect(test.degreesOfFreedom == 3 && test.groups == 4 && test.n == 24)
    }

    @Test func whatCannotBeRankedHasAReason() {
        let constant = CountTable(values: [3], counts: [4])
        let none = MannWhitneyTest(CountTable(), constant, missing: 0)
        #expect(none.delta.undefined == .noAnswers && none.u == nil && none.p == nil)
        let same = MannWhitneyTest(constant, constant, missing: 0)
        #expect(same.delta.value == 0 && same.delta.undefined == .constant && same.p == nil && same.z == nil)
        #expect(SignedRankTest(of: CountTable(), missing: 0).undefined == .noAnswers)
        let unchanged = SignedRankTest(of: CountTable(values: [0], counts: [5]), missing: 0)
        #expect(unchanged.undefined == .constant && unchanged.zeros == 5 && unchanged.p == nil)
        #expect(KruskalWallisTest(of: [], missing: 0).undefined == .noAnswers)
        #expect(KruskalWallisTest(of: [constant, CountTable()], missing: 0).undefined == .tooFewGroups)
        #expect(KruskalWallisTest(of: [constant, constant], missing: 0).undefined == .constant)
        // One answer each is a comparison, if a weak one.
        #expect(MannWhitneyTest(Self.table([1]), Self.table([2]), missing: 0).p == 1)
    }
}
