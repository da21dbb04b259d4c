import Statistics
import Testing

/// What must hold of every interval, over random small groups: it stays on its scale, it has a width unless all say the
/// same, it is narrower the more of the people answered, and it agrees with its test.
@Suite struct FinitePopulationTests {
    private static let seeds = 0..<400 as Range<UInt64>

    /// Answers from 1 to 5: anything, or nearly all at one end.
    private static func answers(_ range: ClosedRange<Int>, _ chance: inout SplitMix64) -> [Double] {
        let low = Int.random(in: 1...5, using: &chance)
        let isLopsided = Bool.random(using: &chance)
        return (0..<Int.random(in: range, using: &chance)).map { _ in
            isLopsided && Int.random(in: 0..<6, using: &chance) > 0
                ? Double(low) : Double(Int.random(in: 1...5, using: &chance))
        }
    }

    private static func gaps(_ gaps: [Double]) -> PairTally {
        var pair = PairTally(zeroFor: .init(current: 0, required: 1, low: 1, high: 5))
        for gap in gaps {
            let current = max(1, 1 - Int(gap))
            pair.counts[(current - 1) * 5 + current + Int(gap) - 1] += 1
        }
        return pair
    }

    private struct Bounded {
        var estimate: Estimate
        /// The ends of its scale.
        var scale: ClosedRange<Double>
        /// Whether what it is the mean of does not vary.
        var isConstant: Bool
    }

    /// Every estimate with an interval that a group of answers has.
    private static func estimates(_ answers: [Double], in population: FinitePopulation?) throws -> [Bounded] {
        let scores = moments(answers)
        let percent = scores.scaled(by: 25, offset: -25)
        let shares = moments(answers.map { ($0 - 1) / 4 })
        let high = answers.count { $0 >= 4 }
        var item = ItemTally(zeroFor: .init(column: 0, low: 1, high: 5))
        for answer in answers { item.counts[Int(answer) - 1] += 1 }
        let raters = RaterClass(name: "", weight: 1, ratings: scores, population: population)
        let isConstant = Set(answers).count < 2
        return try [
            Bounded(
                estimate: .mean(of: scores, missing: 0, population: population, scale: 1...5), scale: 1...5,
                isConstant: isConstant),
            Bounded(
                estimate: .mean(of: percent, missing: 0, population: population, scale: 0...100), scale: 0...100,
                isConstant: isConstant),
            Bounded(
                estimate: PairedTest(of: gaps(answers.map { 2 * ($0 - 3) }), population: population).gap,
                scale: -4...4, isConstant: isConstant),
            Bounded(
                estimate: .proportion(high, of: answers.count, missing: 0, population: population), scale: 0...1,
                isConstant: false),
            Bounded(
                estimate: .meanShare(of: shares, missing: 0, population: population), scale: 0...1,
                isConstant: isConstant && shares.mean != 0 && shares.mean != 1),
            Bounded(
                estimate: Favourability(of: item, favourable: 4...5, unfavourable: 1...2, population: population).net,
                scale: -1...1, isConstant: Set(answers.map { $0 >= 4 ? 1 : $0 <= 2 ? -1 : 0 }).count < 2),
            Bounded(
                estimate: .raterClasses([raters], missing: 0, scale: 1...5), scale: 1...5, isConstant: isConstant),
        ]
    }

    @Test(arguments: seeds) func intervalsStayOnTheirScaleAndHaveAWidth(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let answers = Self.answers(2...13, &chance)
        let size = answers.count + Int.random(in: 0...9, using: &chance)
        let lasting: Double = [0, 0.25, 0.4, 0.99].randomElement(using: &chance) ?? 0
        for population in [nil, FinitePopulation(size: size, lasting: lasting)] as [FinitePopulation?] {
            for bounded in try Self.estimates(answers, in: population) {
                let (estimate, scale, isConstant) = (bounded.estimate, bounded.scale, bounded.isConstant)
                guard let lower = estimate.lower, let upper = estimate.upper else {
                    #expect(isConstant && estimate.undefined == .constant, "\(estimate)")
                    continue
                }
                #expect(!isConstant && lower < upper, "\(estimate)")
                #expect(scale.lowerBound <= lower && upper <= scale.upperBound, "\(estimate)")
                let value = try #require(estimate.value)
                #expect(lower <= value + 1e-12 && value - 1e-12 <= upper, "\(estimate)")
            }
        }
    }

    /// From a roster so long that few of it answered to one of which all did; an interval that changes its kind on the
    /// way, as its end comes back onto the scale, is compared with those of its own kind.
    @Test(arguments: seeds) func intervalsAreNarrowerTheMoreAnswered(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let answers = Self.answers(2...13, &chance)
        let sizes = [40, 9, 3, 1, 0].map { answers.count * (100 + 10 * $0) / 100 }
        for lasting in [0.25, 0.4] {
            let rows = try sizes.map { size in
                try Self.estimates(answers, in: FinitePopulation(size: size, lasting: lasting)).map(\.estimate)
            }
            for (wide, narrow) in zip(rows, rows.dropFirst()) {
                for (before, after) in zip(wide, narrow) where before.method == after.method {
                    guard let width = before.width, let next = after.width else { continue }
                    #expect(next <= width && next > 0, "\(before) \(after)")
                }
            }
        }
    }

    @Test(arguments: seeds) func weightedMeansStayOnTheirScale(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let groups = (0..<3).map { _ in moments(Self.answers(1...6, &chance)) }
        let people = groups.map { $0.n + Int.random(in: 0...3, using: &chance) }
        let strata = zip(groups, people).map { PostStratification.Stratum(name: "", answers: $0, population: $1) }
        let post = try PostStratification(strata, missing: 0, lasting: 0.4, scale: 1...5)
        let raking = try Raking(
            groups.indices.map { .init(categories: [$0], n: groups[$0].n) },
            to: [.init(name: "unit", categories: ["a", "b", "c"], population: people)])
        let raked = raking.mean(of: groups, missing: 0, lasting: 0.4, scale: 1...5)
        for mean in [post.mean, raked.mean] {
            guard let lower = mean.lower, let upper = mean.upper else {
                let isAlike = groups.allSatisfy { ($0.variance ?? 0) == 0 }
                #expect(groups.contains { $0.n == 1 } || isAlike, "\(mean)")
                continue
            }
            #expect(1 <= lower && lower < upper && upper <= 5, "\(mean)")
        }
        if let error = post.standardError {
            // As the classical one, but for the share of the variance that is open.
            let classical = try #require(
                try PostStratification(
                    strata.map { stratum in
                        var stratum = stratum
                        stratum.population *= 1000
                        return stratum
                    }, missing: 0
                ).standardError)
            let answered = Double(post.mean.n) / Double(people.reduce(0, +))
            let open = (1 - 0.4 * answered) / (1 - answered / 1000)
            expectClose(error, classical * open.squareRoot(), tolerance: 1e-9)
        }
    }

    @Test(arguments: seeds) func thePictureAgreesWithTheTest(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let samples = (0..<3).map { _ in moments(Self.answers(2...13, &chance)) }
        let populations = samples.map { sample -> FinitePopulation? in
            Int.random(in: 0..<4, using: &chance) == 0
                ? nil : FinitePopulation(size: sample.n + Int.random(in: 0...5, using: &chance), lasting: 0.4)
        }
        var judged: [(estimate: Estimate, p: Double?)] = []
        for test in WelchTest.eachAgainstTheRest(
            samples, missing: 0, populations: populations, range: -4...4)
        {
            judged.append((test.difference, test.p))
            if let lower = test.difference.lower, let upper = test.difference.upper {
                #expect(-4 <= lower && lower < upper && upper <= 4)
            }
        }
        let gap = try PairedTest(
            of: Self.gaps(Self.answers(2...13, &chance).map { 2 * ($0 - 3) }), population: nil)
        judged.append((gap.gap, gap.p))
        for (estimate, p) in judged {
            #expect((p == nil) == (estimate.lower == nil))
            guard let p, let lower = estimate.lower, let upper = estimate.upper else { continue }
            #expect((p < 0.05) == (lower > 0 || upper < 0), "\(estimate) \(p)")
        }
    }

    /// The digits by SciPy: five of six people against all of four.
    @Test func aDifferenceTakesThePeopleOfEither() {
        let test = WelchTest(
            moments([4, 5, 7, 4, 6]), moments([1, 3, 2, 2]), missing: 0,
            populations: (FinitePopulation(size: 6, lasting: 0.4), FinitePopulation(size: 4, lasting: 0.4)))
        expectClose(test.t, 5.598833697790121)
        expectClose(test.degreesOfFreedom, 6.596153846153846)
        expectClose(test.p, 0.0010027293924697559)
        expectClose(test.difference.lower, 1.8315485334599393)
        #expect(test.difference.method == "mean.difference.welch.fpc40")
    }

    /// The people of the rest are known where those of all its groups are.
    @Test func theRestIsMadeOfThePeopleOfTheOthers() {
        let samples = [moments([1, 2, 4]), moments([3, 5]), moments([2, 2, 5, 4])]
        let known = [3, 4, 6].map { FinitePopulation(size: $0, lasting: 0.4) }
        let first = WelchTest.eachAgainstTheRest(samples, missing: 0, populations: known)[0]
        let rest = Moments.pooled([samples[1], samples[2]])
        #expect(
            first
                == WelchTest(
                    samples[0], rest, missing: 0, populations: (known[0], FinitePopulation(size: 10, lasting: 0.4))))
        let partly = WelchTest.eachAgainstTheRest(samples, missing: 0, populations: [known[0], nil, known[2]])[0]
        #expect(partly == WelchTest(samples[0], rest, missing: 0, populations: (known[0], nil)))
    }

    /// Where all that is said lasts and everybody said it there is a difference and nothing to infer.
    @Test func aClassicalCensusOfBothHasNoTest() {
        let (first, second) = (moments([4, 5, 7]), moments([1, 3]))
        let all = (FinitePopulation(size: 3), FinitePopulation(size: 2))
        let test = WelchTest(first, second, missing: 0, populations: all)
        #expect(test.p == nil && test.difference.lower == test.difference.value)
        let effect = Estimate.hedgesG(first, second, missing: 0, populations: all)
        #expect(effect.lower == effect.value && effect.value != nil)
    }

    /// With half of the variance open t is greater by √2, and its noncentrality is what the interval bounds.
    @Test func theSizeOfADifferenceIsAsSureAsItsTest() throws {
        let (first, second) = (moments([4, 5, 7, 4, 6]), moments([1, 3, 2, 2, 4]))
        let half = FinitePopulation(size: 5, lasting: 0.5)
        let plain = Estimate.hedgesG(first, second, missing: 0)
        let sure = Estimate.hedgesG(first, second, missing: 0, populations: (half, half))
        #expect(sure.value == plain.value && sure.method == "hedges.g.noncentral.fpc50")
        let unit = Estimate.hedgesCorrection(degrees: 8) * (0.5 * 2 / 5.0).squareRoot()
        let t = try #require(sure.value) / unit
        for (bound, p) in [(sure.lower, 0.975), (sure.upper, 0.025)] {
            let noncentrality = try #require(bound) / unit
            expectClose(StudentT(df: 8).cdf(t, noncentrality: noncentrality), p, tolerance: 1e-9)
        }
    }

    /// Everybody at one end in the first year and at the other in the last: steeper no line can be.
    @Test func aTrendIsNoSteeperThanItsScaleAllows() {
        let rounds = [(2024, [1.0, 1, 1]), (2025, [1, 5, 1]), (2026, [5, 5, 5])].map {
            (year: $0, moments: moments($1))
        }
        #expect((Trend(of: rounds, missing: 0).slope.upper ?? 0) > 2)
        #expect(Trend(of: rounds, missing: 0, scale: 1...5).slope.upper == 2)
    }
}

extension Estimate {
    fileprivate var width: Double? { lower.flatMap { low in upper.map { $0 - low } } }
}
