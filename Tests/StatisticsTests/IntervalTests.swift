import Statistics
import Testing

@Suite struct IntervalTests {
    /// The golden case groups-bfi (R 4.2.2, `t.test`): conscientiousness of the third education group.
    @Test func aMeanHasStudentsInterval() throws {
        let first = Moments(n: 224, mean: 4.12068452380952, variance: 0.941046882655072 * 0.941046882655072)
        let mean = try Estimate.mean(of: first, missing: 0)
        expectClose(mean.lower, 3.99677670167527)
        #expect(mean.method == "mean.t")
        #expect(mean.undefined == nil)
    }

    @Test func aRosterNarrowsTheInterval() throws {
        let gaps = CountTable(values: [4, 5, 6, 7], counts: [2, 2, 1, 1]).moments
        let sample = try Estimate.mean(of: gaps, missing: 4, population: 10)
        expectClose(sample.lower, 4.390746381640431)
        expectClose(sample.upper, 5.942586951692903)
        #expect(sample.method == "mean.t.fpc")
        #expect(sample.missing == 4)
        let census = try Estimate.mean(of: gaps, missing: 0, population: 6)
        #expect(census.lower == census.value && census.upper == census.value)
        #expect(census.method == "mean.census")
    }

    /// The golden case weights-apisrs (R survey, `svymean(fpc =)`): 200 of 6194 schools.
    @Test func theCorrectionAgreesWithRSurvey() throws {
        let sample = Moments(n: 200, mean: 656.585, variance: 200 * 9.40277217088064 * 9.40277217088064)
        let mean = try Estimate.mean(of: sample, missing: 0, population: 6194)
        expectClose(mean.upper, 656.585 + StudentT(df: 199).critical(level: 0.95) * 9.24972203928281)
    }

    @Test func moreAnswersThanPeopleAreRefused() {
        let error = StatisticsError.moreAnswersThanPeople(answers: 3, people: 2)
        let three = Moments(n: 3, mean: 1, variance: 1)
        #expect(throws: error) { try Estimate.mean(of: three, missing: 0, population: 2) }
        #expect(throws: error) { try Estimate.proportion(1, of: 3, missing: 0, population: 2) }
        #expect(error.description.contains("3 answers but only 2 people"))
    }

    @Test func scalingSwapsTheBoundsWhenNegative() throws {
        let estimate = Estimate(value: 2, interval: (1, 4), n: 9, missing: 1, method: "mean.t")
        #expect(
            estimate.scaled(by: -10, offset: 50)
                == Estimate(value: 30, interval: (10, 40), n: 9, missing: 1, method: "mean.t"))
        #expect(estimate.scaled(by: 25, offset: -25).lower == 0)
    }

    /// Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3 (digits from R's `prop.test`).
    @Test(
        arguments: [
            (81, 263, 0.255288519878274, 0.3662095769828), (15, 148, 0.0623863995307363, 0.160487241723308),
            (0, 20, 0, 0.161125158052819), (1, 29, 0.00611321429276266, 0.171755218793203),
        ] as [(Int, Int, Double, Double)])
    func aShareHasWilsonsInterval(count: Int, n: Int, lower: Double, upper: Double) throws {
        let share = try Estimate.proportion(count, of: n, missing: 2)
        expectClose(share.lower, lower)
        expectClose(share.upper, upper)
        #expect(share.method == "proportion.wilson")
        let opposite = try Estimate.proportion(n - count, of: n, missing: 2)
        expectClose(opposite.upper, 1 - lower)
    }

    /// The golden case proportions-published.
    @Test(
        arguments: [
            (9, 12, 15, 0.623073578523325, 0.844829453117293), (40, 100, 120, 0.361399058820511, 0.439883904729895),
            (0, 8, 10, 0, 0.0964186285944636), (7, 12, 12, 7.0 / 12, 7.0 / 12),
        ] as [(Int, Int, Int, Double, Double)])
    func aRosterNarrowsWilsonsInterval(count: Int, n: Int, people: Int, lower: Double, upper: Double) throws {
        let share = try Estimate.proportion(count, of: n, missing: 0, population: people)
        expectClose(share.lower, lower)
        expectClose(share.upper, upper)
        #expect(share.method == (n == people ? "proportion.census" : "proportion.wilson.fpc"))
    }

    @Test func theEndsOfAShareAreExact() throws {
        #expect(try Estimate.proportion(0, of: 7, missing: 0).lower == 0)
        #expect(try Estimate.proportion(7, of: 7, missing: 0).upper == 1)
    }

    /// Newcombe 1998, Statistics in Medicine 17:873–890, table II, method 10.
    @Test(
        arguments: [
            ([56, 70, 48, 80], 0.0524314724023649, 0.333872654036906),
            ([9, 10, 3, 10], 0.170522723934503, 0.809017973535488),
            ([5, 56, 0, 29], -0.0381371479035369, 0.192560013855112),
            ([0, 10, 0, 20], -0.161125158052819, 0.277532799862889),
            ([0, 10, 0, 10], -0.277532799862889, 0.277532799862889), ([10, 10, 0, 20], 0.679086037141915, 1),
            ([10, 10, 0, 10], 0.607509350430524, 1),
        ] as [([Int], Double, Double)])
    func aDifferenceOfSharesHasNewcombesInterval(counts: [Int], lower: Double, upper: Double) {
        let difference = Estimate.proportionDifference((counts[0], counts[1]), (counts[2], counts[3]), missing: 0)
        expectClose(difference.lower, lower)
        expectClose(difference.upper, upper)
    }
}
