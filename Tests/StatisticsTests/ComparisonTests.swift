import Statistics
import Testing

@Suite struct ComparisonTests {
    /// The golden case groups-bfi (R 4.2.2): n, mean and sd of conscientiousness in five education groups.
    static let groups = zip(
        [224, 292, 1247, 394, 418],
        [
            (4.12068452380952, 0.941046882655072), (4.2291095890411, 0.985448366376611),
            (4.38726276396685, 0.908202898637005), (4.22030456852792, 0.940565261599468),
            (4.28389154704944, 0.979570674888394),
        ]
    ).map { Moments(n: $0, mean: $1.0, variance: $1.1 * $1.1) }

    private let groups = Self.groups

    @Test func welchAgreesWithR() {
        let test = WelchTest(groups[2], groups[4], missing: 3)
        expectClose(test.difference.value, 0.103371216917412, tolerance: 1e-11)
        expectClose(test.difference.lower, -0.00340113123927191, tolerance: 1e-11)
        expectClose(test.difference.upper, 0.210143565074096, tolerance: 1e-11)
        expectClose(test.t, 1.90094874052553, tolerance: 1e-11)
        expectClose(test.degreesOfFreedom, 673.22418432582, tolerance: 1e-11)
        expectClose(test.p, 0.0577355177158888, tolerance: 1e-11)
        #expect(test.difference.n == 1665 && test.difference.missing == 3)
    }

    @Test func welchOfAPublishedTable() {
        let judges = ShroutFleiss.judges.map { judge in moments(judge.map(Double.init)) }
        let test = WelchTest(judges[0], judges[1], missing: 0)
        expectClose(test.t, 5.463032170589371)
        expectClose(test.degreesOfFreedom, 9.999614227297279)
        expectClose(test.p, 0.00027578462238831504)
        expectClose(test.difference.lower, 3.059391699954755)
    }

    @Test func hedgesGAgreesWithR() {
        expectClose(
            Estimate.hedgesG(groups[2], groups[4], missing: 0).value, 0.111507574608641, tolerance: 1e-12)
        let g = Estimate.hedgesG(groups[2], groups[4], missing: 0)
        // effectsize stops its search at 1e-6.
        expectClose(g.lower, 0.000702990959616594, tolerance: 1e-5)
        expectClose(g.upper, 0.222278657932868, tolerance: 1e-5)
        expectClose(Estimate.hedgesCorrection(degrees: 10), 0.922745608053087, tolerance: 1e-14)
        #expect(Estimate.hedgesCorrection(degrees: 100_000_000) < 1)
    }

    /// The bounds by 25-digit quadrature and bisection (mpmath).
    @Test func hedgesGOfAPublishedTable() {
        let judges = ShroutFleiss.judges.map { judge in moments(judge.map(Double.init)) }
        let g = Estimate.hedgesG(judges[0], judges[1], missing: 0)
        expectClose(g.value, 2.910416322682615)
        expectClose(g.lower, 1.2477334339451323)
        expectClose(g.upper, 4.515923462982572)
        let wide = Estimate.hedgesG(judges[0], judges[1], missing: 0, level: 0.99)
        #expect((wide.lower ?? 9) < (g.lower ?? 0) && (wide.upper ?? 0) > (g.upper ?? 9))
    }

    /// Differences without measure, as of answers that hardly vary, end and keep their order.
    @Test(arguments: [1e2, 1e4, 1e9, 1e100])
    func hedgesGOfAHugeDifferenceHasAnInterval(mean: Double) throws {
        for n in [2, 3, 1000] {
            let g = Estimate.hedgesG(
                Moments(n: n, mean: mean, variance: 1), Moments(n: n, mean: 0, variance: 1), missing: 0)
            let value = try #require(g.value)
            #expect(try #require(g.lower) < value && value < (try #require(g.upper)))
        }
    }

    @Test func everyGroupIsComparedWithTheRest() throws {
        let tests = WelchTest.eachAgainstTheRest(groups, missing: 0)
        let differences = [
            -0.200575932733791, -0.0842573258369885, 0.161810956737939, -0.0985934904664267, -0.0237811465064226,
        ]
        let adjusted = [
            0.01011413859238, 0.334624459951376, 5.97717169797394e-05, 0.167995366122322, 0.64730328496593,
        ]
        let found = [
            0.00632133662023752, 0.20914028746961, 5.97717169797394e-05, 0.0933307589568453, 0.64730328496593,
        ]
        let holm = MultipleTesting.holm(tests.map(\.p))
        let discovery = MultipleTesting.benjaminiHochberg(tests.map(\.p))
        for index in tests.indices {
            expectClose(tests[index].difference.value, differences[index], tolerance: 1e-11)
            expectClose(holm[index], adjusted[index], tolerance: 1e-11)
            expectClose(discovery[index], found[index], tolerance: 1e-11)
        }
    }

    @Test func whatCannotBeComparedHasAReason() {
        let none = Moments(n: 0, mean: nil, variance: nil)
        let one = Moments(n: 1, mean: 3, variance: nil)
        let constant = Moments(n: 3, mean: 3, variance: 0)
        for (first, second, reason) in [
            (none, groups[0], Undefined.noAnswers), (groups[0], one, .oneAnswer), (constant, constant, .constant),
        ] {
            let test = WelchTest(first, second, missing: 0)
            #expect(test.difference.undefined == reason)
            #expect(test.p == nil && test.t == nil && test.degreesOfFreedom == nil && test.difference.lower == nil)
            #expect(Estimate.hedgesG(first, second, missing: 0).undefined == reason)
        }
        #expect(WelchTest(constant, constant, missing: 0).difference.value == 0)
        #expect(WelchTest(constant, groups[0], missing: 0).p != nil)
        #expect(WelchTest.eachAgainstTheRest([groups[0]], missing: 0)[0].difference.undefined == .noAnswers)
    }

    /// The golden case edge, and what must hold for any p values.
    @Test func holmCountsOnlyTests() {
        let adjusted = MultipleTesting.holm([0.01, nil, 0.04, 0.03])
        #expect(adjusted[1] == nil)
        for (found, expected) in zip(adjusted.compactMap { $0 }, [0.03, 0.06, 0.06]) { expectClose(found, expected) }
        #expect(MultipleTesting.holm([]) == [])
        #expect(MultipleTesting.holm([0.9, 0.9]) == [1, 1])
        let discovery = MultipleTesting.benjaminiHochberg([0.01, nil, 0.04, 0.03])
        #expect(discovery[1] == nil)
        for (found, expected) in zip(discovery.compactMap { $0 }, [0.03, 0.04, 0.04]) { expectClose(found, expected) }
        #expect(MultipleTesting.benjaminiHochberg([]) == [])
    }
}
