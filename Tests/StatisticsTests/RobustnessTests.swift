import Statistics
import Testing

/// Small, sparse and lopsided groups: whatever they answer, every number is a number or has a reason.
@Suite struct RobustnessTests {
    private static let plan: TallyPlan = {
        let terms = (0..<3).map {
            TallyPlan.Term.points(column: $0, low: 1, points: [1, 2, 3, 4, 5], weight: $0 + 1)
        }
        return TallyPlan(
            items: (0..<3).map { .init(column: $0, low: 1, high: 5) },
            scales: [
                .init(terms: terms, minimumAnswered: 2),
                .init(terms: [.gap(current: 0, required: 1, weight: 1)], minimumAnswered: 1),
            ], pairs: [.init(current: 0, required: 1, low: 1, high: 5)], composites: [[0, 1]])
    }()

    @Test(arguments: 0..<300 as Range<UInt64>)
    func nothingIsEverNaNOrACrash(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let rows = Int.random(in: 0...6, using: &chance)
        // From answers that are all the same to answers that are anything, from all there to nearly none.
        let highest = Int32.random(in: 1...5, using: &chance)
        let absent = Int.random(in: 0...4, using: &chance)
        let columns = (0..<3).map { _ in
            (0..<rows).map { _ in
                Int.random(in: 0..<5, using: &chance) < absent
                    ? ResponseTable.missing : Int32.random(in: 1...highest, using: &chance)
            }
        }
        let groups = (0..<rows).map { _ in Int32.random(in: 0..<3, using: &chance) }
        let tallies = Tally.counting(
            ResponseTable(columns: columns, groups: groups, groupCount: 3), by: Self.plan)
        let scores = tallies.map { $0.scales[0].scores(minimumAnswered: 2) }
        var estimates: [Estimate] = []
        for tally in tallies {
            for size in [nil, tally.responses, tally.responses + 2] {
                let population = size.map { FinitePopulation(size: $0, lasting: seed.isMultiple(of: 2) ? 0.4 : 1) }
                let moments = tally.scales[0].scores(minimumAnswered: 2)
                estimates += [
                    try .mean(of: moments, missing: tally.responses - moments.n, population: population),
                    try .composite(
                        of: tally.composites[0], [CompositePart(weight: 0.4), CompositePart(weight: 0.6)],
                        responses: tally.responses, population: population),
                    try PairedTest(of: tally.pairs[0], population: population).gap,
                ]
            }
            let reliability = Reliability(of: tally.scales[0].listwise, responses: tally.responses)
            #expect(reliability.items.allSatisfy { ($0.itemRest ?? 0).isFinite && ($0.alphaIfDropped ?? 0).isFinite })
            #expect((reliability.standardError ?? 0).isFinite)
            estimates += [
                reliability.alpha, reliability.omega.total,
                Dimensionality(of: tally.scales[0].listwise, responses: tally.responses).samplingAdequacy,
                ParallelAnalysis(of: tally.scales[0].listwise, responses: tally.responses, replications: 2).components,
                try Favourability(of: tally.items[0], favourable: 4...5, unfavourable: 1...2).net,
                .meanWeightedDiscrepancy(of: tally.pairs[0]),
                .averageDeviation(of: tally.items.map(\.answers), responses: tally.responses),
            ]
            estimates += NullDistribution.allCases.map {
                .withinGroupAgreement(
                    of: tally.scales[0].listwise, responses: tally.responses, levels: 5, null: $0)
            }
        }
        let units = IntraclassCorrelation(of: scores, missing: 0)
        estimates += [units.icc1, units.icc2, .hedgesG(scores[0], scores[1], missing: 0)]
        for test in WelchTest.eachAgainstTheRest(scores, missing: 0) {
            estimates.append(test.difference)
            #expect(test.p.map((0...1).contains) ?? true)
        }
        #expect(units.p.map((0...1).contains) ?? true)
        for estimate in estimates {
            // The initialiser stops on NaN and infinity; what is left is that every gap has its reason.
            #expect(estimate.value != nil || estimate.undefined != nil)
            if let value = estimate.value, let lower = estimate.lower, let upper = estimate.upper {
                #expect(lower <= value && value <= upper, "\(estimate)")
            }
        }
    }
}
