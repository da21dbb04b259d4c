import Statistics
import Testing

/// NIST's certified values (Statistical Reference Datasets, univariate and one-way), and R's on the golden case groups-bfi.
@Suite struct VarianceTests {
    private static let michelson: [Double] = [
        850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960, 960,
        940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800, 790, 760, 800, 880, 880, 880,
        860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840, 840, 890, 810, 810, 820, 800,
        770, 760, 740, 750, 760, 910, 920, 890, 860, 880, 720, 840, 850, 850, 780, 890, 840, 780, 810, 760, 810, 790,
        810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810, 870,
    ].map { (299_000 + $0) / 1000 }

    /// The rounding of the data to doubles leaves the digits that the tolerances ask for.
    @Test(
        arguments: [
            ([10_000_001, 10_000_003, 10_000_002], 10_000_002, 1, 1e-15),
            ([1.2] + (0..<1000).map { $0 % 2 == 0 ? 1.1 : 1.3 }, 1.2, 0.1, 1e-13),
            ([1_000_000.2] + (0..<1000).map { $0 % 2 == 0 ? 1_000_000.1 : 1_000_000.3 }, 1_000_000.2, 0.1, 1e-9),
            ([10_000_000.2] + (0..<1000).map { $0 % 2 == 0 ? 10_000_000.1 : 10_000_000.3 }, 10_000_000.2, 0.1, 1e-8),
            (michelson, 299.8524, 0.0790105478190518, 1e-13),
        ] as [([Double], Double, Double, Double)])
    func momentsReachNISTsCertifiedValues(values: [Double], mean: Double, deviation: Double, tolerance: Double) throws {
        let moments = try Moments(of: values)
        #expect(moments.n == values.count)
        expectClose(moments.mean, mean, tolerance: 1e-15)
        expectClose(moments.standardDeviation, deviation, tolerance: tolerance)
    }

    @Test func momentsOfListsThatHaveNone() throws {
        #expect(try Moments(of: []) == Moments(n: 0, mean: nil, variance: nil))
        #expect(try Moments(of: [3]) == Moments(n: 1, mean: 3, variance: nil))
        #expect(try Moments(of: [0.1, 0.1, 0.1]).variance == 0)
        for bad in [Double.nan, .infinity, -1e150] {
            #expect(throws: StatisticsError.notANumber(position: 1)) { try Moments(of: [1, bad]) }
        }
    }

    /// Nine treatments, the answers of each around 1.4, 1.3 or 1.5 in steps of a tenth, on an offset.
    private static func treatments(_ n: Int, offset: Double) -> [[Double]] {
        (1...9).map { treatment in
            let middle = treatment == 1 ? 4 : treatment % 2 == 0 ? 3 : 5
            return (0..<n).map { offset + Double($0 == 0 ? middle : $0 % 2 == 1 ? middle - 1 : middle + 1) / 10 }
        }
    }

    /// With the offset 1e12 the certified F = 21 is not that of the stored doubles, which is 21.00081188781877 exactly.
    @Test(
        arguments: [
            (21, 1, 21, 1e-12), (21, 1e6, 21, 1e-8), (21, 1e12, 21.00081188781877, 1e-13), (201, 1, 201, 1e-11),
            (201, 1e6, 201, 1e-8), (2001, 1, 2001, 1e-11),
        ] as [(Int, Double, Double, Double)])
    func varianceReachesNISTsCertifiedValues(n: Int, offset: Double, f: Double, tolerance: Double) throws {
        let test = try OneWayAnova(of: Self.treatments(n, offset: offset), missing: 2)
        #expect(test.betweenDegrees == 8 && test.withinDegrees == 9 * (n - 1) && test.groups == 9)
        #expect(test.n == 9 * n && test.missing == 2 && test.undefined == nil)
        expectClose(test.f, f, tolerance: tolerance)
        guard offset == 1 else { return }
        expectClose(test.withinMeanSquare, 0.01)
        expectClose(test.betweenMeanSquare, Double(n) / 100)
        // F = MSB/MSW turns into shares by the degrees of freedom alone.
        let between = 8 * Double(n)
        let within = 9 * Double(n - 1)
        expectClose(test.etaSquared, between / (between + within))
        expectClose(test.omegaSquared, (between - 8) / (between + within + 1))
    }

    private let groups = ComparisonTests.groups

    @Test func analysesOfVarianceAgreeWithR() {
        let test = OneWayAnova(of: groups, missing: 0)
        expectClose(test.f, 5.90738578796542, tolerance: 1e-11)
        expectClose(test.p, 9.91750479282739e-05, tolerance: 1e-14)
        expectClose(test.etaSquared, 0.0091106084190984, tolerance: 1e-13)
        expectClose(test.omegaSquared, 0.00756545118499515, tolerance: 1e-13)
        let welch = WelchAnova(of: groups, missing: 4)
        expectClose(welch.f, 5.96533329486206, tolerance: 1e-11)
        expectClose(welch.withinDegrees, 777.955973138372, tolerance: 1e-11)
        expectClose(welch.p, 9.90786981851195e-05, tolerance: 1e-14)
        #expect(welch.betweenDegrees == 4 && welch.n == 2575 && welch.missing == 4)
    }

    /// SciPy 1.17 `f_oneway` on the judges of Shrout & Fleiss, equal_var true and false.
    @Test func analysesOfVarianceOfAPublishedTable() throws {
        let judges = ShroutFleiss.judges.map { $0.map(Double.init) }
        let test = try OneWayAnova(of: judges, missing: 0)
        expectClose(test.f, 9.087024087024087)
        expectClose(test.p, 0.0005343820680310632)
        let welch = WelchAnova(of: judges.map(moments), missing: 0)
        expectClose(welch.f, 9.963412815527244)
        expectClose(welch.p, 0.0018077575375254483)
        let pair = WelchTest(moments(judges[0]), moments(judges[1]), missing: 0)
        let two = WelchAnova(of: [moments(judges[0]), moments(judges[1])], missing: 0)
        expectClose(two.f, (pair.t ?? 0) * (pair.t ?? 0))
        expectClose(two.withinDegrees, pair.degreesOfFreedom ?? 0)
    }

    @Test func whatCannotBeComparedHasAReason() {
        let none = Moments(n: 0, mean: nil, variance: nil)
        let one = Moments(n: 1, mean: 3, variance: nil)
        let constant = Moments(n: 3, mean: 3, variance: 0)
        let other = Moments(n: 3, mean: 4, variance: 0)
        for (samples, reason) in [
            ([], .noAnswers), ([none, none], .noAnswers), ([none, groups[0]], .tooFewGroups),
            ([one, one], .tooFewGroups), ([constant, constant], .constant), ([constant, other], .constant),
        ] as [([Moments], Undefined)] {
            let test = OneWayAnova(of: samples, missing: 0)
            #expect(test.undefined == reason && test.f == nil && test.p == nil)
        }
        #expect(OneWayAnova(of: [constant, constant], missing: 0).etaSquared == nil)
        #expect(OneWayAnova(of: [constant, other], missing: 0).etaSquared == 1)
        #expect(OneWayAnova(of: [constant, other, groups[0]], missing: 0).f != nil)
        for (samples, reason) in [
            ([], .noAnswers), ([none, groups[0]], .tooFewGroups), ([groups[0], one], .oneAnswer),
            ([groups[0], constant], .constant),
        ] as [([Moments], Undefined)] {
            let test = WelchAnova(of: samples, missing: 0)
            #expect(test.undefined == reason && test.f == nil && test.p == nil && test.withinDegrees == nil)
        }
        #expect(WelchAnova(of: [none, groups[0], groups[1]], missing: 0).groups == 2)
    }
}
