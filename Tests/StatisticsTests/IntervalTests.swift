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
        let sample = try Estimate.mean(of: gaps, missing: 4, population: FinitePopulation(size: 10))
        expectClose(sample.lower, 4.390746381640431)
        expectClose(sample.upper, 5.942586951692903)
        #expect(sample.method == "mean.t.fpc")
        #expect(sample.missing == 4)
        // Where all that is said lasts, a census leaves nothing to infer.
        let census = try Estimate.mean(of: gaps, missing: 0, population: FinitePopulation(size: 6))
        #expect(census.lower == census.value && census.upper == census.value)
    }

    /// The digits by SciPy, from (1 − 0.4·n/N)·s²/n.
    @Test func whatDoesNotLastIsNotKnownOfEverybodyEither() throws {
        let gaps = CountTable(values: [4, 5, 6, 7], counts: [2, 2, 1, 1]).moments
        let sample = try Estimate.mean(of: gaps, missing: 4, population: FinitePopulation(size: 10, lasting: 0.4))
        expectClose(sample.lower, 4.097134363012929)
        expectClose(sample.upper, 6.236198970320405)
        #expect(sample.method == "mean.t.fpc40")
        let census = try Estimate.mean(of: gaps, missing: 0, population: FinitePopulation(size: 6, lasting: 0.4))
        expectClose(census.lower, 4.2163622769720845)
        expectClose(census.upper, 6.116971056361249)
        // Nothing lasts: the roster tells nothing.
        let fleeting = try Estimate.mean(of: gaps, missing: 0, population: FinitePopulation(size: 6, lasting: 0))
        #expect(fleeting == (try Estimate.mean(of: gaps, missing: 0)))
    }

    /// 22 of 25 people at 100, one at 50, two at 0; the bounds as the roots of (p − q)² = t²·q(1 − q)/n*, by SciPy.
    @Test(
        arguments: [(nil, 72.20625252290154, 96.89234952463359), (100, 73.33745002885915, 96.71574927296666)]
            as [(Int?, Double, Double)])
    func anIntervalThatWouldLeaveTheScaleIsWilsons(people: Int?, lower: Double, upper: Double) throws {
        let scores = CountTable(values: [0, 50, 100], counts: [2, 1, 22]).moments
        let population = people.map { FinitePopulation(size: $0, lasting: 0.4) }
        let free = try Estimate.mean(of: scores, missing: 0, population: population)
        #expect(try #require(free.upper) > 100)
        let kept = try Estimate.mean(of: scores, missing: 0, population: population, scale: 0...100)
        expectClose(kept.lower, lower)
        expectClose(kept.upper, upper)
        #expect(kept.method == "mean.wilson" + (people == nil ? "" : ".fpc40"))
        let turned = try Estimate.mean(
            of: scores.scaled(by: -1, offset: 100), missing: 0, population: population, scale: 0...100)
        expectClose(turned.lower, 100 - upper)
        expectClose(turned.upper, 100 - lower)
    }

    /// The golden case weights-apisrs (R survey, `svymean(fpc =)`): 200 of 6194 schools.
    @Test func theCorrectionAgreesWithRSurvey() throws {
        let sample = Moments(n: 200, mean: 656.585, variance: 200 * 9.40277217088064 * 9.40277217088064)
        let mean = try Estimate.mean(of: sample, missing: 0, population: FinitePopulation(size: 6194))
        expectClose(mean.upper, 656.585 + StudentT(df: 199).critical(level: 0.95) * 9.24972203928281)
    }

    @Test func moreAnswersThanPeopleAreRefused() {
        let error = StatisticsError.moreAnswersThanPeople(answers: 3, people: 2)
        let three = Moments(n: 3, mean: 1, variance: 1)
        let two = FinitePopulation(size: 2, lasting: 0.4)
        #expect(throws: error) { try Estimate.mean(of: three, missing: 0, population: two) }
        #expect(throws: error) { try Estimate.meanShare(of: three, missing: 0, population: two) }
        #expect(throws: error) { try Estimate.proportion(1, of: 3, missing: 0, population: two) }
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

    /// The golden case proportions-published, by Cochran's n(N − 1)/(N − n).
    @Test(
        arguments: [
            (9, 12, 15, 0.623073578523325, 0.844829453117293), (40, 100, 120, 0.361399058820511, 0.439883904729895),
            (0, 8, 10, 0, 0.0964186285944636), (7, 12, 12, 7.0 / 12, 7.0 / 12),
        ] as [(Int, Int, Int, Double, Double)])
    func aRosterNarrowsWilsonsInterval(count: Int, n: Int, people: Int, lower: Double, upper: Double) throws {
        let lasting = Double(people * (n - 1)) / Double(n * (people - 1))
        let share = try Estimate.proportion(
            count, of: n, missing: 0, population: FinitePopulation(size: people, lasting: lasting))
        expectClose(share.lower, lower)
        expectClose(share.upper, upper)
    }

    /// Wilson's roots for n/(1 − 0.25·n/N) answers, by SciPy.
    @Test(
        arguments: [
            (7, 12, 12, 0.3496729766152404, 0.7847257432956869), (9, 12, 15, 0.49697437036410336, 0.9010839791179723),
        ] as [(Int, Int, Int, Double, Double)])
    func aShareOfEverybodyHasAnInterval(count: Int, n: Int, people: Int, lower: Double, upper: Double) throws {
        let population = FinitePopulation(size: people, lasting: 0.25)
        let share = try Estimate.proportion(count, of: n, missing: 0, population: population)
        expectClose(share.lower, lower)
        expectClose(share.upper, upper)
        #expect(share.method == "proportion.wilson.fpc25")
        // A share of shares that are 0 or 1 is the same, but for the last bits.
        let each = CountTable(values: [0, 1], counts: [n - count, count]).moments
        expectClose(try Estimate.meanShare(of: each, missing: 0, population: population).lower, lower)
    }

    /// By hand from Wilson's roots.
    @Test func aDifferenceOfSharesTakesThePeopleOfEither() {
        let difference = Estimate.proportionDifference(
            (56, 70), (48, 80), missing: 0,
            populations: (FinitePopulation(size: 100, lasting: 0.25), FinitePopulation(size: 80, lasting: 0.25)))
        expectClose(difference.lower, 0.06889329117060652)
        expectClose(difference.upper, 0.31866199383517696)
        #expect(difference.method == "proportion.difference.newcombe.fpc25")
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
