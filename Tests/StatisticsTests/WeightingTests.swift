import Statistics
import Testing

@Suite struct WeightingTests {
    private static let strata = [
        ("a", [3.0, 4, 5, 4], 10), ("b", [2, 2, 3], 12), ("c", [5, 4], 5),
    ].map { PostStratification.Stratum(name: $0.0, answers: moments($0.1), population: $0.2) }

    /// The digits by NumPy and SciPy from the single answers.
    @Test func strataCountWithTheirHeadcount() throws {
        let found = try PostStratification(Self.strata, missing: 4)
        #expect(found.weights == [2.5, 4, 2.5])
        expectClose(found.mean.value, 3.3518518518518516)
        expectClose(found.standardError, 0.16446592285492231)
        expectClose(found.mean.lower, 2.9725927536482315)
        expectClose(found.mean.upper, 3.7311109500554718)
        expectClose(found.effect.designEffect, 1.0555555555555556)
        expectClose(found.effect.effectiveN, 8.526315789473685)
        #expect(found.mean.n == 9 && found.mean.missing == 4 && found.mean.method == "mean.poststratified.t.fpc")
    }

    @Test func strataThatCannotBeWeightedAreNamed() throws {
        func strata(_ answers: [[Double]], _ population: [Int]) throws -> PostStratification {
            try PostStratification(
                zip(answers, population).enumerated().map {
                    .init(name: "s\($0.offset)", answers: moments($0.element.0), population: $0.element.1)
                }, missing: 0)
        }
        #expect(throws: WeightingError.emptyCell(margin: "strata", category: "s1")) { try strata([[1], []], [1, 2]) }
        #expect(throws: WeightingError.moreAnswersThanPeople(category: "s0", answers: 2, people: 1)) {
            try strata([[1, 2]], [1])
        }
        #expect(try strata([[], []], [0, 0]).mean.undefined == .noAnswers)
        #expect(try strata([[1, 3], [2]], [5, 5]).mean.undefined == .oneAnswer)
        #expect(try strata([[2, 2], [3, 3]], [5, 5]).mean.undefined == .constant)
        #expect(try strata([[2, 2], [3, 3]], [5, 5]).mean.value == 2.5)
        // Everybody of the lone stratum answered: nothing is open there.
        #expect(try strata([[1, 3], [2]], [5, 1]).mean.lower != nil)
        let census = try strata([[1, 3], [2]], [2, 1])
        #expect(census.mean.lower == 2 && census.mean.upper == 2 && census.standardError == 0)
        // What the lone one says today is no more certain than what others say.
        let lone = [[1.0, 3], [2]].map {
            PostStratification.Stratum(name: "", answers: moments($0), population: $0.count)
        }
        #expect(try PostStratification(lone, missing: 0, lasting: 0.4).mean.undefined == .oneAnswer)
        // A category of the roster without people asks for nobody.
        #expect(try strata([[1, 3], []], [5, 0]).weights == [2.5, 0])
    }

    private static let cells = [(0, 0, 3), (0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 1, 4), (1, 2, 2)].map {
        Raking.Cell(categories: [$0.0, $0.1], n: $0.2)
    }
    private static let margins = [
        Raking.Margin(name: "sex", categories: ["f", "m"], population: [20, 30]),
        Raking.Margin(name: "age", categories: ["young", "middle", "old"], population: [14, 24, 12]),
    ]
    private static let answers = [[1.0, 2, 2], [3, 4], [5], [2, 3], [4, 4, 5, 3], [1, 5]].map(moments)

    /// The digits by NumPy: 3,000 cycles of proportional fitting, and the residuals of an ordinary regression.
    @Test func rakingMeetsBothMargins() throws {
        let raking = try Raking(Self.cells, to: Self.margins)
        let weights = [
            2.7603016086923517, 3.9063650579743148, 3.9063650579743148, 2.859547586961473, 4.046817471012843,
            4.046817471012843,
        ]
        for (found, expected) in zip(raking.weights, weights) { expectClose(found, expected, tolerance: 1e-9) }
        for (found, expected) in zip(raking.counts(of: 0), [20.0, 30]) { expectClose(found, expected, tolerance: 1e-9) }
        for (found, expected) in zip(raking.counts(of: 1), [14.0, 24, 12]) {
            expectClose(found, expected, tolerance: 1e-9)
        }
        #expect(raking.marginError < 1e-10 && raking.cycles > 1 && raking.capped == 0)
        let found = raking.mean(of: Self.answers, missing: 1)
        expectClose(found.mean.value, 3.280112220724869, tolerance: 1e-10)
        expectClose(found.standardError, 0.27000095568469074, tolerance: 1e-9)
        expectClose(found.mean.lower, 2.696810618848664, tolerance: 1e-9)
        expectClose(found.mean.upper, 3.863413822601074, tolerance: 1e-9)
        expectClose(raking.effect.designEffect, 1.0262071314751184, tolerance: 1e-10)
        #expect(found.mean.n == 14 && found.mean.missing == 1 && found.mean.method == "mean.raked.t.fpc")
    }

    @Test func aCapSaysWhomItCutAndWhatItCosts() throws {
        let raking = try Raking(Self.cells, to: Self.margins)
        let capped = raking.capped(at: 1.1)
        // The mean weight is 50/14, so only the six of the second row above 3.93 are cut.
        #expect(capped.capped == 6 && capped.marginError > 0.01)
        #expect(
            capped.weights[4] == 1.1 * (zip(raking.weights, Self.cells).reduce(0) { $0 + $1.0 * Double($1.1.n) }) / 14)
        #expect(capped.mean(of: Self.answers, missing: 0).mean.method == "mean.raked.capped.t.fpc")
        #expect(raking.capped(at: 5).capped == 0 && raking.capped(at: 5).weights == raking.weights)
    }

    @Test func marginsThatCannotBeMetAreNamed() {
        func error(_ cells: [(Int, Int, Int)], _ first: [Int], _ second: [Int], cycles: Int = 1000) -> WeightingError? {
            do {
                _ = try Raking(
                    cells.map { Raking.Cell(categories: [$0.0, $0.1], n: $0.2) },
                    to: [
                        .init(name: "sex", categories: ["f", "m"], population: first),
                        .init(name: "age", categories: ["young", "old"], population: second),
                    ], maximumCycles: cycles)
                return nil
            } catch { return error }
        }
        #expect(error([(0, 0, 2), (1, 0, 2)], [5, 5], [5, 5]) == .emptyCell(margin: "age", category: "old"))
        #expect(
            error([(0, 0, 2), (1, 1, 2)], [5, 5], [5, 6]) == .marginsDisagree(first: 10, margin: "age", people: 11))
        #expect(
            error([(0, 0, 9), (1, 1, 2)], [5, 5], [5, 5])
                == .moreAnswersThanPeople(category: "f", answers: 9, people: 5))
        // All women are young and all men old: the margins contradict one another.
        guard
            case .rakingNotConverged(let cycles, let miss) = error(
                [(0, 0, 2), (1, 1, 2)], [6, 4], [4, 6], cycles: 50)
        else {
            Issue.record("margins that contradict one another are met")
            return
        }
        #expect(cycles == 50 && miss > 0.1)
        #expect(error([(0, 0, 2), (1, 1, 2)], [6, 4], [6, 4]) == nil)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func rakingOfAnyFullTableMeetsItsMargins(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let sizes = (0..<Int.random(in: 1...3, using: &chance)).map { _ in Int.random(in: 1...4, using: &chance) }
        var all: [[Int]] = [[]]
        for size in sizes { all = all.flatMap { cell in (0..<size).map { cell + [$0] } } }
        let cells = all.map { Raking.Cell(categories: $0, n: Int.random(in: 1...9, using: &chance)) }
        // A roster with at least as many people in every cell.
        let people = cells.map { $0.n + Int.random(in: 0...60, using: &chance) }
        let margins = sizes.indices.map { margin in
            Raking.Margin(
                name: "m\(margin)", categories: (0..<sizes[margin]).map(String.init),
                population: (0..<sizes[margin]).map { category in
                    zip(cells, people).reduce(0) { $0 + ($1.0.categories[margin] == category ? $1.1 : 0) }
                })
        }
        let raking = try Raking(cells, to: margins)
        for margin in margins.indices {
            for (found, expected) in zip(raking.counts(of: margin), margins[margin].population) {
                expectClose(found, Double(expected), tolerance: 1e-9)
            }
        }
        let design = try #require(raking.effect.designEffect)
        expectClose(design * (raking.effect.effectiveN ?? 0), Double(raking.effect.n))
        // One margin is post-stratification.
        let answers = cells.map { cell in
            moments((0..<cell.n).map { _ in Double(Int.random(in: 1...5, using: &chance)) })
        }
        let mean = raking.mean(of: answers, missing: 0)
        let shifted = raking.mean(of: answers.map { $0.scaled(by: 2, offset: 10) }, missing: 0)
        expectClose(shifted.mean.value, 2 * (mean.mean.value ?? 0) + 10, tolerance: 1e-11)
        if let error = mean.standardError { expectClose(shifted.standardError, 2 * error, tolerance: 1e-8) }
        guard sizes.count == 1 else { return }
        let strata = zip(answers, people).map {
            PostStratification.Stratum(name: "", answers: $0, population: $1)
        }
        let post = try PostStratification(strata, missing: 0)
        expectClose(mean.mean.value, post.mean.value ?? -1, tolerance: 1e-10)
        if let error = post.standardError { expectClose(mean.standardError, error, tolerance: 1e-9) }
    }

    @Test func rakingHasReasonsForWhatItCannotTell() throws {
        let raking = try Raking(
            [.init(categories: [0], n: 2), .init(categories: [1], n: 2)],
            to: [.init(name: "sex", categories: ["f", "m"], population: [4, 2])])
        func mean(_ answers: [[Double]]) -> Estimate { raking.mean(of: answers.map(moments), missing: 0).mean }
        #expect(mean([[], []]).undefined == .noAnswers)
        #expect(mean([[3], []]).undefined == .oneAnswer)
        // What varies lies between the categories, and the roster knows those.
        #expect(mean([[3, 3], [4, 4]]).undefined == .constant)
        expectClose(mean([[3, 3], [4, 4]]).value, 10.0 / 3)
        let census = try Raking(
            [.init(categories: [0], n: 2)], to: [.init(name: "all", categories: ["x"], population: [2])])
        let all = census.mean(of: [moments([1, 2])], missing: 0)
        #expect(all.mean.lower == 1.5 && all.standardError == 0)
        let moody = census.mean(of: [moments([1, 2])], missing: 0, lasting: 0.4)
        expectClose(moody.standardError, (0.6 * 0.5 / 2.0).squareRoot())
        #expect(WeightingEffect([]).designEffect == nil)
        #expect(WeightingEffect([(weight: 7, n: 5)]).designEffect == 1)
    }
}

@Suite struct RaterClassTests {
    private static let classes = [
        RaterClass(name: "A", weight: 0.5, ratings: moments([90, 85, 88, 92]), population: .init(size: 5)),
        RaterClass(name: "B", weight: 0.3, ratings: moments([80, 70, 75, 85, 78]), population: .init(size: 20)),
        RaterClass(name: "C", weight: 0.2, ratings: moments([60, 72, 66]), population: .init(size: 30)),
    ]
    private static let unrostered = classes.map { RaterClass(name: $0.name, weight: $0.weight, ratings: $0.ratings) }

    /// The digits by NumPy and SciPy.
    @Test func classesCountWithTheirWeights() throws {
        let found = try Estimate.raterClasses(Self.unrostered, missing: 2)
        expectClose(found.value, 80.855)
        expectClose(found.lower, 77.97230358888716)
        expectClose(found.upper, 83.73769641111285)
        #expect(found.n == 12 && found.missing == 2 && found.method == "classes.t")
        let rostered = try Estimate.raterClasses(Self.classes, missing: 2)
        expectClose(rostered.lower, 78.49952006083731)
        expectClose(rostered.upper, 83.2104799391627)
        #expect(rostered.method == "classes.t.fpc")
    }

    /// ½·m₁ + ½·m₂ is half of m₁ − (−m₂).
    @Test func twoEqualClassesAreHalfOfWelch() throws {
        let (first, second) = (moments([4, 5, 7, 4]), moments([1, 3, 2]))
        let found = try Estimate.raterClasses(
            [
                RaterClass(name: "A", weight: 0.5, ratings: first), RaterClass(name: "B", weight: 0.5, ratings: second),
            ], missing: 0)
        let welch = WelchTest(first, second.scaled(by: -1), missing: 0).difference.scaled(by: 0.5)
        expectClose(found.value, welch.value ?? 0)
        expectClose(found.lower, welch.lower ?? 0)
        expectClose(found.upper, welch.upper ?? 0)
    }

    @Test func whatCannotBeWeightedIsRefused() {
        func error(_ change: (inout [RaterClass]) -> Void) -> WeightingError? {
            var classes = Self.classes
            change(&classes)
            do {
                _ = try Estimate.raterClasses(classes, missing: 0)
                return nil
            } catch { return error }
        }
        #expect(error { _ in } == nil)
        #expect(error { $0[1].ratings = moments([]) } == .emptyClass("B"))
        #expect(error { $0.removeLast() } == .weightsAreNotShares(sum: 0.8))
        #expect(
            error {
                $0[0].weight = -0.5; $0[1].weight = 1.3
            } == .weightsAreNotShares(sum: 1))
        #expect(error { $0[2].population?.size = 2 } == .moreAnswersThanPeople(category: "C", answers: 3, people: 2))
        #expect(error { $0 = [] } == .weightsAreNotShares(sum: 0))
    }

    @Test func classesWithoutSpreadHaveAReason() throws {
        func estimate(_ ratings: [[Double]], _ population: [Int?], lasting: Double = 1) throws -> Estimate {
            try .raterClasses(
                zip(ratings, population).map { ratings, size in
                    let population = size.map { FinitePopulation(size: $0, lasting: lasting) }
                    return RaterClass(name: "", weight: 0.5, ratings: moments(ratings), population: population)
                }, missing: 0)
        }
        #expect(try estimate([[80], [70, 75]], [nil, nil]).undefined == .oneAnswer)
        #expect(try estimate([[80, 80], [70, 70]], [nil, nil]).undefined == .constant)
        #expect(try estimate([[80, 80], [70, 70]], [nil, nil]).value == 75)
        let census = try estimate([[80], [70, 74]], [1, 2])
        #expect(census.lower == 76 && census.upper == 76 && census.method == "classes.t.fpc")
        #expect(try estimate([[80], [70, 74]], [1, 2], lasting: 0.4).undefined == .oneAnswer)
        // One leader of one, and a sample of the rest.
        #expect(try estimate([[80], [70, 74]], [1, nil]).lower != nil)
    }
}
