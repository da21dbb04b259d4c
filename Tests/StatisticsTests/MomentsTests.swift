import Statistics
import Testing

@Suite struct MomentsTests {
    @Test func scalesMeanAndVariance() {
        let pomp = Moments(n: 3, mean: 3, variance: 4).scaled(by: 25, offset: -25)
        #expect(pomp == Moments(n: 3, mean: 50, variance: 2500))
        #expect(pomp.standardDeviation == 50)
    }

    @Test func poolsSamplesAsOne() throws {
        let parts = [[1.0, 2, 4], [], [7], [3, 3, 9, 10]]
        let pooled = Moments.pooled(parts.map(moments))
        let whole = moments(parts.flatMap { $0 })
        #expect(pooled.n == 8)
        expectClose(pooled.mean, try #require(whole.mean))
        expectClose(pooled.variance, try #require(whole.variance))
        #expect(Moments.pooled([]) == Moments(n: 0, mean: nil, variance: nil))
    }

    @Test func aTableOrdersAndJoinsItsValues() {
        let table = CountTable(values: [3, 1, 3, 2], counts: [1, 2, 4, 0])
        #expect(table.values == [1, 3])
        #expect(table.counts == [2, 5])
    }

    /// NIST's NumAcc4 has the mean 10000000.2 and the standard deviation 0.1 exactly; 13.9 significant digits is what
    /// the rounding of the data to doubles leaves of them, 8.3 for the deviation.
    @Test func losesNoDigitsToALargeOffset() throws {
        let table = CountTable(values: [10000000.2, 10000000.1, 10000000.3], counts: [1, 500, 500])
        expectClose(table.moments.mean, 10000000.2, tolerance: 1e-14)
        expectClose(table.moments.standardDeviation, 0.1, tolerance: 1e-8)
    }

    @Test(arguments: [
        ([3.0], [3, 3, 3] as [Double]), ([1, 4], [1.75, 2.5, 3.25]), ([1, 2, 3, 4, 10], [2, 3, 4]),
    ])
    func quartilesAreThoseOfExcel(values: [Double], expected: [Double]) {
        let table = CountTable(values: values, counts: values.map { _ in 1 })
        #expect([0.25, 0.5, 0.75].map(table.quantile) == expected)
        #expect(table.median == expected[1])
        #expect(table.quantile(0) == values.min())
        #expect(table.quantile(1) == values.max())
    }

    @Test func quantilesOfCountsAreThoseOfTheWrittenOutList() {
        let table = CountTable(values: [1, 2, 5], counts: [3, 1, 4])
        let list = CountTable(values: [1, 1, 1, 2, 5, 5, 5, 5], counts: Array(repeating: 1, count: 8))
        #expect(table.median == 3.5)
        for p in [0.1, 0.3, 0.37, 0.9] { #expect(table.quantile(p) == list.quantile(p)) }
        #expect(CountTable().median == nil)
    }
}
