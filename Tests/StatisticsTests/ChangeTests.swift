import Statistics
import Testing

@Suite struct ChangeTests {
    private static let none = Moments(n: 0, mean: nil, variance: nil)

    private static func table(_ earlier: [Double], _ later: [Double]) -> JointTable {
        JointTable(rows: zip(earlier, later).map { .init(earlier: $0, later: $1, count: 1) })
    }

    /// Two of Shrout & Fleiss's judges as two years; the digits by SciPy 1.17 `ttest_rel`.
    private let people = table(
        ShroutFleiss.judges[2].map(Double.init), ShroutFleiss.judges[3].map(Double.init))

    @Test func aJointTableOrdersAndJoinsItsPairs() {
        let table = JointTable(rows: [
            .init(earlier: 2, later: 1, count: 1), .init(earlier: 1, later: 5, count: 2),
            .init(earlier: 2, later: 1, count: 3), .init(earlier: 1, later: 3, count: 0),
        ])
        #expect(
            table.rows == [.init(earlier: 1, later: 5, count: 2), .init(earlier: 2, later: 1, count: 4)])
        #expect(table.n == 6)
        #expect(table.earlier == CountTable(values: [1, 2], counts: [2, 4]))
        #expect(table.later == CountTable(values: [1, 5], counts: [4, 2]))
        #expect(table.differences == CountTable(values: [-1, 4], counts: [4, 2]))
        #expect(table.swapped.swapped == table && table.swapped.differences.values == [-4, 1])
        #expect(table.scaled(by: -1).rows[0] == .init(earlier: -2, later: -1, count: 4))
        #expect(table.correlation == -1)
        var both = table
        both.add(table.swapped)
        #expect(both.n == 12 && both.rows.count == 4)
        #expect(JointTable().covariance == nil && JointTable().differences == CountTable())
    }

    /// 4/3 − 1 and 5/3 − 4/3 round differently; everybody rose by a third.
    @Test func equalDifferencesOfFractionsAreOne() throws {
        let table = Self.table([1, 4.0 / 3, 5.0 / 3, 2], [4.0 / 3, 5.0 / 3, 2, 7.0 / 3])
        #expect(table.differences.values.count == 1)
        let change = try LinkedChange(of: table, missing: 0)
        #expect(change.change.undefined == .constant && change.t == nil && change.dz == nil && change.dav != nil)
        #expect(OverlapTest(stayers: table, leavers: Self.none, joiners: Self.none, missing: 0).p == nil)
        // Whole numbers far from 0 stay apart.
        #expect(Self.table([1e9, 1e9], [1e9 + 1, 1e9 + 2]).differences.values == [1, 2])
    }

    @Test func linkedChangeOfAPublishedTable() throws {
        let test = try LinkedChange(of: people, missing: 2)
        expectClose(test.t, 3.263766828841098)
        expectClose(test.p, 0.022352224087994692)
        expectClose(test.change.lower, 0.49557206002534215)
        expectClose(test.change.upper, 4.171094606641325)
        expectClose(test.dz, 1.3324272283470417)
        expectClose(test.dav, 1.1040405212838957)
        expectClose(test.correlation, 0.7175608803587865)
        #expect(test.degreesOfFreedom == 5 && test.change.method == "change.linked.t" && test.change.missing == 2)
        let census = try LinkedChange(of: people, missing: 0, population: FinitePopulation(size: 6))
        #expect(census.change.method == "change.linked.t.fpc" && census.p == nil)
        #expect(census.change.lower == census.change.value)
        #expect(throws: StatisticsError.self) {
            try LinkedChange(of: people, missing: 0, population: FinitePopulation(size: 5))
        }
    }

    /// The example of Derrick, Russ, Toher & White 2017, The Quantitative Methods for Psychology 13:120–126, sample 2
    /// less sample 1 turned round; the values of T_new2 by R.
    @Test func overlapOfThePublishedExample() {
        let stayers = Self.table([15, 10, 15, 17, 13, 19, 12, 13], [14, 15, 18, 20, 11, 19, 14, 15])
        let test = OverlapTest(
            stayers: stayers, leavers: moments([10, 16, 18, 16, 15, 14, 13, 10]),
            joiners: moments([20, 21, 16, 18, 14, 12, 14, 17]), missing: 0)
        expectClose(test.change.value, 2)
        expectClose(test.standardError, 0.826754561923462)
        expectClose(test.t, 2.41909762837831)
        expectClose(test.degreesOfFreedom, 18.4223322692641)
        expectClose(test.p, 0.0261044448619575)
        #expect(test.change.n == 24 && test.change.method == "change.overlap.t")
    }

    @Test func overlapEndsInTheTestsItLiesBetween() throws {
        let paired = try LinkedChange(of: people, missing: 0)
        let all = OverlapTest(stayers: people, leavers: Self.none, joiners: Self.none, missing: 0)
        expectClose(all.t, paired.t ?? .nan)
        expectClose(all.degreesOfFreedom, 5)
        let (first, second) = (people.earlier.moments, people.later.moments)
        let welch = WelchTest(second, first, missing: 0)
        let nobody = OverlapTest(stayers: JointTable(), leavers: first, joiners: second, missing: 0)
        expectClose(nobody.t, welch.t ?? .nan)
        expectClose(nobody.degreesOfFreedom, welch.degreesOfFreedom ?? .nan)
        expectClose(nobody.p, welch.p ?? .nan)
    }

    @Test func turnoverNamesItsParts() {
        // Two stay (2 → 3, 4 → 4), one leaves with 6, two join with 5 and 8.
        let turnover = Turnover(
            stayers: Self.table([2, 4], [3, 4]), leavers: moments([6]), joiners: moments([5, 8]))
        expectClose(turnover.total, 1)
        expectClose(turnover.stayers, 0.5)
        expectClose(turnover.joiners, 1.5)
        expectClose(turnover.leavers, -1)
        #expect(turnover.stayerCount == 2 && turnover.joinerCount == 2 && turnover.leaverCount == 1)
        let still = Turnover(stayers: people, leavers: Self.none, joiners: Self.none)
        #expect(still.joiners == 0 && still.leavers == 0 && still.total == still.stayers && still.undefined == nil)
        let renewed = Turnover(stayers: JointTable(), leavers: moments([1, 2]), joiners: moments([4]))
        #expect(renewed.total == 2.5 && renewed.stayers == nil && renewed.undefined == .nobodyStayed)
        let begun = Turnover(stayers: JointTable(), leavers: Self.none, joiners: moments([4]))
        #expect(begun.total == nil && begun.undefined == .noAnswers)
    }

    /// Group scores 2 and 4 with shares ½, ½ become 1 and 3 with ¼, ¾: scores fall by 1, composition gives ½ back.
    @Test func kitagawaPartsScoresFromShares() {
        func group(_ n: Int, _ mean: Double) -> Moments { Moments(n: n, mean: mean, variance: 0) }
        let parts = KitagawaDecomposition(
            earlier: [group(10, 2), group(10, 4)], later: [group(5, 1), group(15, 3)])
        expectClose(parts.within, -1)
        expectClose(parts.composition, 0.5)
        expectClose(parts.total, -0.5)
        #expect(parts.groups[0].within == -0.375 && parts.groups[1].within == -0.625)
        #expect(parts.groups[0].composition == -0.375 && parts.groups[1].composition == 0.875)
        #expect(parts.groups[0].centredComposition == 0.3125 && parts.groups[1].centredComposition == 0.1875)

        let arrived = KitagawaDecomposition(
            earlier: [group(10, 2), Self.none, Self.none], later: [group(10, 2), group(10, 4), Self.none])
        #expect(arrived.within == 0 && arrived.composition == 1 && arrived.total == 1)
        #expect(arrived.groups[2].composition == 0)
        let empty = KitagawaDecomposition(earlier: [Self.none], later: [group(3, 1)])
        #expect(empty.undefined == .noAnswers && empty.total == nil && empty.groups.isEmpty)
    }

    /// The digits from the formula in NumPy and SciPy 1.17.
    @Test func standardisedMeansWeighTheirGroups() {
        let judges = ShroutFleiss.judges.prefix(3).map { judge in moments(judge.map(Double.init)) }
        for shares in [[0.5, 0.3, 0.2], [50, 30, 20]] {
            let mean = Estimate.standardisedMean(of: judges, shares: shares, missing: 1)
            expectClose(mean.value, 5.45)
            expectClose(mean.lower, 4.53335139194318)
            expectClose(mean.upper, 6.366648608056822)
            #expect(mean.n == 18 && mean.missing == 1 && mean.method == "mean.standardised.t")
        }
        let one = Moments(n: 1, mean: 3, variance: nil)
        func undefined(_ groups: [Moments]) -> Undefined? {
            Estimate.standardisedMean(of: groups, shares: [1, 1, 0], missing: 0).undefined
        }
        #expect(undefined([judges[0], Self.none, judges[1]]) == .emptyGroup)
        #expect(undefined([Self.none, Self.none, judges[1]]) == .noAnswers)
        #expect(undefined([judges[0], one, Self.none]) == .oneAnswer)
        let constant = Moments(n: 4, mean: 3, variance: 0)
        #expect(undefined([constant, constant, judges[0]]) == .constant)
        #expect(undefined([judges[0], judges[1], Self.none]) == nil)
    }

    /// The digits by SciPy 1.17 `linregress` over the judges' 24 ratings as four years.
    @Test func trendOfAPublishedTable() {
        let rounds = zip([2020, 2021, 2023, 2024], ShroutFleiss.judges).map {
            (year: $0.0, moments: moments($0.1.map(Double.init)))
        }
        let trend = Trend(of: rounds + [(year: 2025, moments: Self.none)], missing: 3)
        expectClose(trend.slope.value, -1.0 / 60)
        expectClose(trend.standardError, 0.35775146556109466)
        expectClose(trend.p, 0.9632624904297667)
        expectClose(trend.rSquared, 9.864364981504248e-05)
        #expect(trend.years == 4 && trend.degreesOfFreedom == 22 && trend.slope.missing == 3)
        #expect(Trend(of: Array(rounds.prefix(2)), missing: 0).slope.undefined == .tooFewYears)
        #expect(Trend(of: [], missing: 0).slope.undefined == .noAnswers)
        let line = Trend(of: (1...4).map { ($0, Moments(n: 2, mean: Double($0) / 10, variance: 0)) }, missing: 0)
        expectClose(line.slope.value, 0.1)
        #expect(line.slope.undefined == .constant && line.p == nil)
        expectClose(line.rSquared, 1)
    }

    /// Jacobson & Truax 1991: a couple falls from 47.5 to 32.5 where s₁ = 7.5 and r = .80; SE 3.35, S_diff 4.74, RC −3.16.
    @Test func reliableChangeOfThePublishedExample() throws {
        let couple = JointTable(rows: [.init(earlier: 47.5, later: 32.5, count: 1)])
        let change = ReliableChange(of: couple, standardDeviation: 7.5, reliability: 0.8, missing: 0)
        expectClose(change.standardErrorOfMeasurement, 3.35410196624968)
        expectClose(change.standardErrorOfDifference, 4.74341649025257)
        let critical = try #require(change.criticalChange)
        expectClose(critical, 1.96 * 4.74341649025257)
        #expect(change.deteriorated == 1 && change.improved == 0 && change.unchanged == 0)
        let around = JointTable(rows: [
            .init(earlier: 0, later: critical * 1.001, count: 2), .init(earlier: 0, later: critical * 0.999, count: 3),
            .init(earlier: critical * 1.001, later: 0, count: 4),
        ])
        let counts = ReliableChange(of: around, standardDeviation: 7.5, reliability: 0.8, missing: 5)
        #expect(counts.improved == 2 && counts.unchanged == 3 && counts.deteriorated == 4)
        #expect(counts.n == 9 && counts.missing == 5)
    }

    @Test func unreliableScalesCountNobody() {
        #expect(ReliableChange(of: people, reliability: nil, missing: 0).undefined == .noReliability)
        #expect(ReliableChange(of: people, reliability: 1, missing: 0).undefined == .noReliability)
        #expect(ReliableChange(of: JointTable(), reliability: 0.8, missing: 0).undefined == .noAnswers)
        let one = JointTable(rows: [.init(earlier: 1, later: 2, count: 1)])
        #expect(ReliableChange(of: one, reliability: 0.8, missing: 0).undefined == .oneAnswer)
        let constant = JointTable(rows: [.init(earlier: 1, later: 2, count: 3)])
        #expect(ReliableChange(of: constant, reliability: 0.8, missing: 0).undefined == .constant)
        #expect(ReliableChange(of: people, reliability: -0.5, missing: 0).undefined == nil)
    }

    @Test func whatCannotBeComparedHasAReason() {
        let one = JointTable(rows: [.init(earlier: 1, later: 2, count: 1)])
        let constant = JointTable(rows: [.init(earlier: 3, later: 3, count: 4)])
        let some = moments([1, 2, 4])
        for (stayers, leavers, joiners, reason) in [
            (JointTable(), some, Self.none, .noAnswers), (one, some, some, .tooFewPairs),
            (one, Self.none, some, .oneAnswer), (constant, some, some, .constant),
            (constant, Self.none, Self.none, .constant),
        ] as [(JointTable, Moments, Moments, Undefined)] {
            let test = OverlapTest(stayers: stayers, leavers: leavers, joiners: joiners, missing: 0)
            #expect(test.change.undefined == reason && test.p == nil && test.t == nil && test.standardError == nil)
        }
        #expect((try? LinkedChange(of: JointTable(), missing: 2))?.change.undefined == .noAnswers)
        #expect((try? LinkedChange(of: one, missing: 0))?.change.undefined == .oneAnswer)
    }
}
