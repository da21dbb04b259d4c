import Scoring
import Statistics
import Surveys
import TestSupport
import Testing

/// What holds of the scores of any round.
@Suite struct PooledScoresOfGroups {
    private static let seeds: Range<UInt64> = 0..<24

    private static func rows(_ seed: UInt64, missing: Double) -> [[String: String]] {
        var chance = SplitMix64(seed: seed &+ 1000)
        return ["甲处", "乙处", "丙处", ""].flatMap { unit in
            RandomRound.rows(of: unit, Int.random(in: 2...25, using: &chance), missing: missing, &chance)
        }
    }

    private static func missing(_ seed: UInt64) -> Double { [0.02, 0.1, 0.4][Int(seed % 3)] }

    private func round(_ seed: UInt64, missing: Double? = nil) throws -> AssessedRound {
        try assessed(RandomRound.survey(seed), Self.rows(seed, missing: missing ?? Self.missing(seed)))
    }

    /// So that no answer's weight depends on what else somebody left out.
    @Test(arguments: seeds) func followFromTheOptionCountsOfTheItems(seed: UInt64) throws {
        let round = try round(seed)
        var compared = 0
        for group in [round.whole] + round.units {
            for planned in round.plan.dimensions {
                guard case .scale(let scale)? = planned.own, planned.dimension.method == .mean else { continue }
                var (points, weights) = (0, 0)
                for item in round.plan.items {
                    guard let weight = round.plan.weight(of: item, in: scale) else { continue }
                    for (value, count) in zip(item.scoring.points, group.tally.items[item.index].counts) {
                        guard let value else { continue }
                        points += weight * value * count
                        weights += weight * count
                    }
                }
                let expected = weights == 0 ? nil : scale.offset + scale.slope * (Double(points) / Double(weights))
                #expect(isClose(group.score(planned.dimension.name.main)?.estimate.value, expected))
                compared += 1
            }
        }
        #expect(compared >= 25)
    }

    @Test(arguments: seeds) func ofCompositesAreMadeOfThePrintedMeansToTheLastBit(seed: UInt64) throws {
        let round = try round(seed)
        var compared = 0
        for planned in round.plan.dimensions {
            guard case .composite(let index, let parts, _)? = planned.own else { continue }
            let leaves = try #require(round.plan.survey.leaves(of: planned.dimension))
            for group in [round.whole] + round.units {
                var (sum, people) = (0.0, Int.max)
                for ((leaf, part), scale) in zip(zip(leaves, parts), round.plan.tally.composites[index]) {
                    let printed = try #require(group.score(leaf.dimension.name.main))
                    let attained = round.plan.attainment(part, scale: scale, group.tally)?.mean
                    let isGap = leaf.dimension.method == .gap
                    sum += part.weight * (try #require(isGap ? attained : printed.estimate.value))
                    people = min(people, printed.estimate.n)
                }
                let composite = try #require(group.score(planned.dimension.name.main))
                #expect(composite.estimate.value == sum && composite.estimate.n == people)
                compared += 1
            }
        }
        #expect(compared >= 5)
    }

    @Test(arguments: seeds) func ofUnitsAddUpToTheWhole(seed: UInt64) throws {
        let round = try round(seed)
        for planned in round.plan.dimensions {
            let own = try #require(planned.own)
            guard case .scale = own, let whole = round.plan.pooled(own, round.whole.tally) else { continue }
            let units = round.units.compactMap { round.plan.pooled(own, $0.tally) }
            #expect(units.reduce(0) { $0 + $1.people } == whole.people)
            #expect(units.reduce(0) { $0 + $1.weight } == whole.weight)
            let points = units.reduce(0) { $0 + Double($1.weight) * $1.mean }
            #expect(isClose(points, Double(whole.weight) * whole.mean))
        }
        #expect(round.units.reduce(0) { $0 + $1.responses } == round.whole.responses)
        for item in round.whole.items {
            let parts = round.units.compactMap { $0.items.first { $0.variable == item.variable }?.counts }
            #expect(parts.reduce(item.counts.map { _ in 0 }) { zip($0, $1).map(+) } == item.counts)
        }
    }

    /// An answer more or less changes what is made of it, and nothing else.
    @Test(arguments: seeds) func doNotDependOnWhatElseSomebodyLeftOut(seed: UInt64) throws {
        let survey = try RandomRound.survey(seed)
        var rows = Self.rows(seed, missing: Self.missing(seed))
        var chance = SplitMix64(seed: seed)
        let before = try assessed(survey, rows)
        let variable = ["PD1", "ZF1", "XF1", "SH"].randomElement(using: &chance) ?? "SH"
        let person = try #require(rows.indices.filter { rows[$0][variable] != "" }.randomElement(using: &chance))
        rows[person][variable] = ""
        let after = try assessed(survey, rows)
        let touched = Set(
            before.plan.dimensions.filter { planned in
                let leaves = survey.leaves(of: planned.dimension) ?? []
                return leaves.contains { leaf in
                    leaf.dimension.terms.contains { term in
                        survey.variables(of: term).contains { $0.name == variable }
                    }
                }
            }.map(\.dimension.name.main))
        #expect(!touched.isEmpty)
        for name in touched { #expect(before.whole.score(name) != after.whole.score(name)) }
        for (old, new) in zip([before.whole] + before.units, [after.whole] + after.units) {
            for (one, other) in zip(old.scores, new.scores) where !touched.contains(one.name) { #expect(one == other) }
            #expect(old.gaps == new.gaps)
            for (one, other) in zip(old.items, new.items) where one.dimension.map(touched.contains) != true {
                #expect(one == other)
            }
        }
    }

    @Test(arguments: seeds) func areThoseOfPersonsWhereNothingIsMissing(seed: UInt64) throws {
        let round = try round(seed, missing: 0)
        let persons = PersonScores(plan: round.plan)
        #expect(round.whole.scores.count >= 7)
        for (planned, score) in zip(round.plan.dimensions, round.whole.scores) {
            let own = try #require(planned.own)
            let expected = persons.moments(own, round.whole.tally)
            #expect(score.moments.n == expected.n && isClose(score.moments.mean, expected.mean))
            #expect(isClose(score.moments.variance, expected.variance))
            for unit in round.units {
                let mean = persons.moments(own, unit.tally).mean
                #expect(isClose(unit.score(score.name)?.estimate.value, mean))
            }
            guard case .scale(let scale) = own else { continue }
            #expect(isClose(score.standardDeviation, expected.variance?.squareRoot()))
            guard let reliability = score.reliability else { continue }
            let listwise = Reliability(
                of: round.whole.tally.scales[scale.index].listwise, responses: round.whole.responses)
            #expect(isClose(reliability.alpha.value, listwise.alpha.value))
            #expect(isClose(reliability.omega.total.value, listwise.omega.total.value, within: 1e-6))
        }
        #expect(round.whole.scores.contains { $0.reliability != nil })
    }
}
