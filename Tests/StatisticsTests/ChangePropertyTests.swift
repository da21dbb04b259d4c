import Statistics
import Testing

/// What must hold whatever people answer, over random samples: small and large, lopsided, with and without spread.
@Suite struct ChangePropertyTests {
    /// Scores in steps of a third from one to six; few different ones in some samples, all the same in others.
    private struct Chance {
        var generator: SplitMix64

        init(_ seed: UInt64) { generator = SplitMix64(state: seed &* 7919 &+ 1) }

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

        mutating func values(_ range: ClosedRange<Int>) -> [Double] {
            let highest = number(0...15)
            return (0..<number(range)).map { _ in 1 + Double(number(0...highest)) / 3 }
        }

        mutating func pairs(_ range: ClosedRange<Int>) -> JointTable {
            let highest = number(0...15)
            return JointTable(
                rows: (0..<number(range)).map { _ in
                    .init(
                        earlier: 1 + Double(number(0...highest)) / 3, later: 1 + Double(number(0...15)) / 3,
                        count: number(1...3))
                })
        }
    }

    private static func table(_ values: [Double]) -> CountTable {
        CountTable(values: values, counts: values.map { _ in 1 })
    }

    private func expectSame(
        _ left: Double?, _ right: Double?, tolerance: Double = 1e-9,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard let left, let right else {
            #expect(left == nil && right == nil, sourceLocation: sourceLocation)
            return
        }
        expectClose(left, right, tolerance: tolerance, sourceLocation: sourceLocation)
    }

    private func expectSound(_ estimate: Estimate, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(estimate.value != nil || estimate.undefined != nil, sourceLocation: sourceLocation)
        if let value = estimate.value, let lower = estimate.lower, let upper = estimate.upper {
            #expect(lower <= value && value <= upper, "\(estimate)", sourceLocation: sourceLocation)
        }
    }

    private func expectProbability(_ p: Double?, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(p.map((0...1).contains) ?? true, sourceLocation: sourceLocation)
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func comparisonsDoNotDependOnScaleOrOrder(seed: UInt64) throws {
        var chance = Chance(seed)
        let samples = (0..<chance.number(2...4)).map { _ in chance.values(0...12) }
        let factor = Double(chance.number(1...9)) / 4
        let offset = Double(chance.number(-50...50))
        let moved = samples.map { $0.map { $0 * factor + offset } }
        let shuffled = samples.map { $0.shuffled(using: &chance.generator) }

        let anova = OneWayAnova(of: try samples.map { try Moments(of: $0) }, missing: 0)
        let listed = try OneWayAnova(of: shuffled, missing: 0)
        let rescaled = try OneWayAnova(of: moved, missing: 0)
        for other in [listed, rescaled] where anova.undefined == other.undefined {
            expectSame(anova.f, other.f, tolerance: 1e-8)
            expectSame(anova.p, other.p, tolerance: 1e-8)
            expectSame(anova.etaSquared, other.etaSquared)
            expectSame(anova.omegaSquared, other.omegaSquared)
        }
        expectProbability(anova.p)
        expectProbability(anova.etaSquared)

        let welch = WelchAnova(of: try samples.map { try Moments(of: $0) }, missing: 0)
        let welchMoved = WelchAnova(of: try moved.map { try Moments(of: $0) }, missing: 0)
        if welch.undefined == welchMoved.undefined {
            expectSame(welch.f, welchMoved.f, tolerance: 1e-7)
            expectSame(welch.p, welchMoved.p, tolerance: 1e-7)
        }
        let reversed = WelchAnova(of: try samples.reversed().map { try Moments(of: $0) }, missing: 0)
        expectSame(welch.f, reversed.f)
        expectProbability(welch.p)

        let kruskal = KruskalWallisTest(of: samples.map(Self.table), missing: 0)
        #expect(kruskal == KruskalWallisTest(of: shuffled.map(Self.table), missing: 0))
        expectSame(kruskal.h, KruskalWallisTest(of: samples.reversed().map(Self.table), missing: 0).h)
        expectProbability(kruskal.p)
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func swappingTheSidesTurnsTheSign(seed: UInt64) throws {
        var chance = Chance(seed)
        let (first, second) = (chance.values(0...12), chance.values(0...12))
        let (left, right) = (try Moments(of: first), try Moments(of: second))
        let g = Estimate.hedgesG(left, right, missing: 0)
        let back = Estimate.hedgesG(right, left, missing: 0).scaled(by: -1)
        expectSound(g)
        expectSame(g.value, back.value)
        expectSame(g.lower, back.lower)
        expectSame(g.upper, back.upper)
        let moved = Estimate.hedgesG(left.scaled(by: 3, offset: 7), right.scaled(by: 3, offset: 7), missing: 0)
        expectSame(g.value, moved.value)
        expectSame(g.upper, moved.upper)

        let rank = MannWhitneyTest(Self.table(first), Self.table(second), missing: 0)
        let rankBack = MannWhitneyTest(Self.table(second), Self.table(first), missing: 0)
        expectSame(rank.delta.value, rankBack.delta.value.map { -$0 })
        expectSame(rank.z, rankBack.z.map { -$0 })
        expectSame(rank.p, rankBack.p)
        expectProbability(rank.p)
        // Pair by pair.
        if !first.isEmpty, !second.isEmpty {
            let won = first.reduce(0.0) { sum, x in
                sum + second.reduce(0.0) { $0 + ($1 < x ? 1 : $1 == x ? 0.5 : 0) }
            }
            #expect(rank.u == won)
        }
        // Only order counts.
        let curved = MannWhitneyTest(
            Self.table(first.map { $0 * $0 }), Self.table(second.map { $0 * $0 }), missing: 0)
        #expect(rank == curved)
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func linkedChangeTurnsWithTheYears(seed: UInt64) throws {
        var chance = Chance(seed)
        let people = chance.pairs(0...12)
        let change = try LinkedChange(of: people, missing: 0)
        let back = try LinkedChange(of: people.swapped, missing: 0)
        expectSound(change.change)
        expectProbability(change.p)
        expectSame(change.change.value, back.change.value.map { -$0 })
        expectSame(change.change.lower, back.change.upper.map { -$0 })
        expectSame(change.p, back.p)
        expectSame(change.dz, back.dz.map { -$0 })
        expectSame(change.dav, back.dav.map { -$0 })
        expectSame(change.correlation, back.correlation)
        if let r = change.correlation { #expect(abs(r) <= 1) }
        let moved = try LinkedChange(of: people.scaled(by: 25, offset: -25), missing: 0)
        expectSame(change.change.value.map { $0 * 25 }, moved.change.value)
        if change.change.undefined == moved.change.undefined { expectSame(change.t, moved.t, tolerance: 1e-7) }
        expectSame(change.dav, moved.dav)

        let signed = SignedRankTest(of: people.differences, missing: 0)
        let signedBack = SignedRankTest(of: people.swapped.differences, missing: 0)
        expectSame(signed.z, signedBack.z.map { -$0 })
        expectSame(signed.p, signedBack.p)
        expectProbability(signed.p)
        #expect(signed.n + signed.zeros == people.n)
        if let up = signed.v, let down = signedBack.v {
            #expect(up + down == Double(signed.n * (signed.n + 1)) / 2)
        }

        let reliable = ReliableChange(of: people, reliability: 0.8, missing: 0)
        if let improved = reliable.improved, let unchanged = reliable.unchanged, let worse = reliable.deteriorated {
            #expect(improved + unchanged + worse == people.n)
        } else {
            #expect(reliable.undefined != nil)
        }
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func turnoverAddsUp(seed: UInt64) throws {
        var chance = Chance(seed)
        let people = chance.pairs(0...8)
        let (leavers, joiners) = (try Moments(of: chance.values(0...6)), try Moments(of: chance.values(0...6)))
        let turnover = Turnover(stayers: people, leavers: leavers, joiners: joiners)
        if let total = turnover.total, turnover.undefined == nil {
            let sum = (turnover.stayers ?? .nan) + (turnover.joiners ?? .nan) + (turnover.leavers ?? .nan)
            expectClose(sum, total, tolerance: 1e-13)
        } else {
            #expect(turnover.undefined != nil)
        }
        let back = Turnover(stayers: people.swapped, leavers: joiners, joiners: leavers)
        expectSame(turnover.total, back.total.map { -$0 })
        expectSame(turnover.joiners, back.leavers.map { -$0 })

        let overlap = OverlapTest(stayers: people, leavers: leavers, joiners: joiners, missing: 0)
        let overlapBack = OverlapTest(stayers: people.swapped, leavers: joiners, joiners: leavers, missing: 0)
        expectSound(overlap.change)
        expectProbability(overlap.p)
        expectSame(overlap.change.value, turnover.total)
        expectSame(overlap.t, overlapBack.t.map { -$0 })
        expectSame(overlap.p, overlapBack.p)
        func moved(_ moments: Moments) -> Moments { moments.scaled(by: 2, offset: 3) }
        let rescaled = OverlapTest(
            stayers: people.scaled(by: 2, offset: 3), leavers: moved(leavers), joiners: moved(joiners), missing: 0)
        if overlap.change.undefined == rescaled.change.undefined { expectSame(overlap.p, rescaled.p) }
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func decompositionsAddUp(seed: UInt64) throws {
        var chance = Chance(seed)
        let count = chance.number(1...5)
        let earlier = try (0..<count).map { _ in try Moments(of: chance.values(0...6)) }
        let later = try (0..<count).map { _ in try Moments(of: chance.values(0...6)) }
        let parts = KitagawaDecomposition(earlier: earlier, later: later)
        let (before, after) = (Moments.pooled(earlier), Moments.pooled(later))
        expectSame(parts.total, before.mean.flatMap { first in after.mean.map { $0 - first } }, tolerance: 1e-13)
        guard let within = parts.within, let composition = parts.composition else {
            #expect(parts.undefined == .noAnswers)
            return
        }
        expectClose(parts.groups.reduce(0) { $0 + $1.within }, within, tolerance: 1e-13)
        expectClose(parts.groups.reduce(0) { $0 + $1.composition }, composition, tolerance: 1e-13)
        expectClose(parts.groups.reduce(0) { $0 + $1.centredComposition }, composition, tolerance: 1e-13)
        let back = KitagawaDecomposition(earlier: later, later: earlier)
        expectSame(back.within, -within, tolerance: 1e-13)
        func moved(_ samples: [Moments]) -> [Moments] { samples.map { $0.scaled(by: 25, offset: 300) } }
        let rescaled = KitagawaDecomposition(earlier: moved(earlier), later: moved(later))
        expectSame(rescaled.within, 25 * within)
        expectSame(rescaled.groups[0].centredComposition, 25 * parts.groups[0].centredComposition)

        // A year standardised to its own composition is its mean.
        let own = Estimate.standardisedMean(of: later, shares: later.map { Double($0.n) }, missing: 0)
        expectSame(own.value, after.mean, tolerance: 1e-13)
        expectSound(own)
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func trendsDoNotDependOnOrderOrOrigin(seed: UInt64) throws {
        var chance = Chance(seed)
        let rounds = try (0..<chance.number(2...6)).map { index in
            (year: 2015 + 2 * index, moments: try Moments(of: chance.values(0...6)))
        }
        let trend = Trend(of: rounds, missing: 0)
        expectSound(trend.slope)
        expectProbability(trend.p)
        expectProbability(trend.rSquared)
        let shuffled = Trend(of: rounds.shuffled(using: &chance.generator), missing: 0)
        expectSame(trend.slope.value, shuffled.slope.value)
        expectSame(trend.standardError, shuffled.standardError)
        let moved = Trend(
            of: rounds.map { (year: $0.year + 100, moments: $0.moments.scaled(by: -4, offset: 9)) }, missing: 0)
        expectSame(trend.slope.value.map { $0 * -4 }, moved.slope.value)
        expectSame(trend.p, moved.p, tolerance: 1e-8)
    }

    @Test(arguments: 0..<250 as Range<UInt64>)
    func holmIsTheStricterCorrection(seed: UInt64) {
        var chance = Chance(seed)
        let p = (0..<chance.number(0...12)).map { _ -> Double? in
            chance.number(0...4) == 0 ? nil : Double(chance.number(0...1000)) / Double(chance.number(1...3) * 1000)
        }
        let holm = MultipleTesting.holm(p)
        let discovery = MultipleTesting.benjaminiHochberg(p)
        for index in p.indices {
            guard let raw = p[index], let strict = holm[index], let mild = discovery[index] else {
                #expect(p[index] == nil && holm[index] == nil && discovery[index] == nil)
                continue
            }
            #expect(raw <= mild * (1 + 1e-15) && mild <= strict * (1 + 1e-15) && strict <= 1)
            for other in p.indices where (p[other] ?? 2) < raw {
                #expect((holm[other] ?? 2) <= strict && (discovery[other] ?? 2) <= mild)
            }
        }
        expectSame(holm.reversed().compactMap { $0 }.first, MultipleTesting.holm(p.reversed()).compactMap { $0 }.first)
    }
}
