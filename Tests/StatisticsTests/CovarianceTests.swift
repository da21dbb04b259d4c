import Statistics
import Testing

/// What is computed from the sums of pairs.
@Suite struct CovarianceTests {
    /// Complete rows as the exact sums of one scale.
    private func listwise(_ sample: BatchedPeople, _ variables: [Int]) -> ProductMoments {
        var moments = ProductMoments(zeroFor: variables.count)
        for person in sample.people { NaiveCount.add(variables.compactMap { person[$0] }, to: &moments) }
        return moments
    }

    private func expectSame(_ found: Double?, _ expected: Double?, tolerance: Double = 1e-12) {
        #expect((found == nil) == (expected == nil))
        if let expected { expectClose(found, expected, tolerance: tolerance) }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func pairsAreListwiseWhereNothingIsMissing(seed: UInt64) throws {
        let sample = BatchedPeople.random(seed, people: [33, 20], variables: 6, missing: 0)
        let variables = seed.isMultiple(of: 4) ? [4, 1] : [5, 0, 2, 3, 1]
        let table = sample.table(smallestBase: 10)
        let pairs = Reliability(of: table, variables, responses: 60)
        let rows = Reliability(of: listwise(sample, variables), responses: 60)
        expectSame(pairs.alpha.value, rows.alpha.value)
        expectSame(pairs.alpha.lower, rows.alpha.lower)
        expectSame(pairs.alpha.upper, rows.alpha.upper)
        #expect(pairs.alpha.n == 53 && pairs.alpha.missing == 7)
        #expect(pairs.alpha.method == "alpha.pairs" && rows.alpha.method == "alpha.feldt.listwise")
        expectSame(pairs.standardisedAlpha, rows.standardisedAlpha)
        expectSame(pairs.meanInterItemCorrelation, rows.meanInterItemCorrelation)
        expectSame(pairs.spearmanBrown, rows.spearmanBrown)
        expectSame(pairs.standardError, rows.standardError)
        for (found, expected) in zip(pairs.items, rows.items) {
            expectSame(found.itemRest, expected.itemRest)
            expectSame(found.alphaIfDropped, expected.alphaIfDropped)
        }
        #expect(pairs.omega.total.undefined == rows.omega.total.undefined)
        expectSame(pairs.omega.total.value, rows.omega.total.value, tolerance: 1e-8)
        let (left, right) = (
            Dimensionality(of: table, variables, responses: 60),
            Dimensionality(of: listwise(sample, variables), responses: 60)
        )
        expectSame(left.samplingAdequacy.value, right.samplingAdequacy.value)
        for (found, expected) in zip(left.eigenvalues, right.eigenvalues) { expectClose(found, expected) }
        expectSame(left.sphericity?.chiSquare, right.sphericity?.chiSquare)
        #expect(left.samplingAdequacy.method == "kmo.pairs" && left.eigenvalues.count == variables.count)
        let chance = ParallelAnalysis(of: table, variables, responses: 60, replications: 5)
        #expect(
            chance.percentile95OfChance
                == ParallelAnalysis(of: listwise(sample, variables), responses: 60, replications: 5)
                .percentile95OfChance)
    }

    /// Variances 2, 2, 2 and covariances 1: alpha = 3/2·(1 − 6/12) = .75, whoever left something out.
    @Test func alphaByHand() throws {
        // Each pair has (±1, ±1) six times alike and twice unlike, by four people and their opposites, and once (0, 0).
        let rows: [[Int?]] = (0..<3).flatMap { gap in
            ([[1, 1], [1, 1], [1, 1], [1, -1], [-1, -1], [-1, -1], [-1, -1], [-1, 1]] as [[Int?]]).map { pair in
                var row = pair
                row.insert(nil, at: gap)
                return row
            }
        }
        let table = BatchedPeople(batches: [rows]).table()
        // Qᵢ = 16 of 16 answers, P = 6 − 2 = 4 of 8 people.
        let variance = 16.0 / 15
        let covariance = 4.0 / 7
        expectClose(table.variance(0), variance)
        expectClose(table.covariance(2, 0), covariance)
        let reliability = Reliability(of: table, [0, 1, 2], responses: 24)
        expectClose(reliability.alpha.value, 1.5 * (1 - 3 * variance / (3 * variance + 6 * covariance)))
        #expect(reliability.alpha.n == 8 && reliability.alpha.missing == 16)
        // Of eight people nothing but alpha is told.
        #expect(reliability.omega.total.undefined == .tooFewTogether && reliability.standardError == nil)
        #expect(reliability.standardisedAlpha == nil && reliability.items.allSatisfy { $0.itemRest == nil })
        #expect(reliability.items.allSatisfy { $0.alphaIfDropped == nil && !$0.isConstant })
        let found = Dimensionality(of: table, [0, 1, 2], responses: 24)
        #expect(found.samplingAdequacy.undefined == .tooFewTogether && found.eigenvalues.isEmpty)
    }

    @Test(arguments: [(29, false), (30, true)])
    func belowThirtyPeopleNothingButAlphaIsJudged(people: Int, isJudged: Bool) {
        let table = BatchedPeople.random(6, people: [people], variables: 4, missing: 0).table(smallestBase: 10)
        let reliability = Reliability(of: table, [0, 1, 2, 3], responses: people)
        #expect(reliability.alpha.value != nil)
        #expect((reliability.omega.total.value != nil) == isJudged)
        #expect((reliability.items[0].itemRest != nil) == isJudged)
        #expect((reliability.standardError != nil) == isJudged)
        let parallel = ParallelAnalysis(of: table, [0, 1, 2, 3], responses: people, replications: 3)
        #expect((parallel.components.value != nil) == isJudged)
    }

    @Test func aPairThatIsNotToldLeavesNoAlpha() {
        let rows: [[Int?]] = (0..<40).map { [$0 % 4, $0 < 35 ? $0 % 3 : nil, $0 < 30 ? nil : $0 % 5] }
        let table = BatchedPeople(batches: [rows]).table(smallestBase: 10)
        #expect(Reliability(of: table, [0, 1, 2], responses: 40).alpha.undefined == .tooFewTogether)
        #expect(Reliability(of: table, [0, 1], responses: 40).alpha.value != nil)
        #expect(table.standardDeviation(of: WeightedBlock([0, 1, 2])) == nil)
        let nobody = BatchedPeople(batches: [[[nil, nil]]]).table()
        #expect(Reliability(of: nobody, [0, 1], responses: 1).alpha.undefined == .noAnswers)
    }

    /// r₀₁ = r₀₂ = 1 and r₁₂ = −1, each of other people: no people could have all three.
    @Test func pairsThatDoNotFitTogetherAreNotJudged() {
        let rows: [[Int?]] = (0..<180).map { person in
            let x = person.isMultiple(of: 2) ? 1 : -1
            return [[x, x, nil], [x, nil, x], [nil, x, -x]][person % 3]
        }
        let table = BatchedPeople(batches: [rows]).table(smallestBase: 10)
        #expect(Dimensionality(of: table, [0, 1, 2], responses: 180).samplingAdequacy.undefined == .singular)
        #expect(Dimensionality(of: table, [0, 1, 2], responses: 180).eigenvalues.isEmpty)
        #expect(FactorOmega(of: table, [0, 1, 2], responses: 180).total.undefined == .singular)
        let parallel = ParallelAnalysis(of: table, [0, 1, 2], responses: 180, replications: 2)
        #expect(parallel.components.undefined == .singular)
        // Half of the answers of each are of either pair, so that covariances of 60/59 stand beside variances of 120/119.
        #expect(Reliability(of: table, [0, 1], responses: 180).alpha.undefined == .singular)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func pooledMomentsAreThoseOfPersonScoresWhereNothingIsMissing(seed: UInt64) throws {
        let sample = BatchedPeople.random(seed, people: [17, 14], variables: 4, missing: 0)
        let weights = [1, 3, 2]
        let scores = sample.people.map { row in
            Double(zip([0, 2, 3], weights).reduce(0) { $0 + $1.1 * (row[$1.0] ?? 0) }) / 6
        }
        let expected = moments(scores)
        let table = sample.table(smallestBase: 10)
        let block = WeightedBlock([0, 2, 3], weights: weights)
        let found = try #require(table.moments(of: block, people: 31))
        expectClose(found.mean, try #require(expected.mean))
        expectClose(found.variance, try #require(expected.variance))
        expectClose(table.standardDeviation(of: block), try #require(expected.standardDeviation))
        #expect(found.n == 31 && table.weightedAnswers(block) == 6 * 31)
    }

    /// What a person deviates by, over what he gave of a block.
    private func deviation(_ row: [Int?], _ block: WeightedBlock, _ table: CrossProducts) -> Double? {
        let given = zip(block.variables, block.weights).filter { row[$0.0] != nil }
        guard !given.isEmpty else { return nil }
        return given.reduce(0.0) {
            $0 + Double($1.1) * (Double(row[$1.0] ?? 0) - (table.mean($1.0) ?? 0))
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func spreadsCompositesAndCorrelationsEqualTheNaiveOnesOfThePersons(seed: UInt64) throws {
        let sample = BatchedPeople.random(seed, people: [60, 44], variables: 5, missing: 0.25)
        let table = sample.table(smallestBase: 10)
        let blocks = [WeightedBlock([0, 1], weights: [2, 1]), WeightedBlock([2, 3, 4])]
        let deviations = blocks.map { block in sample.people.map { deviation($0, block, table) } }
        func sum(_ a: Int, _ b: Int) -> Double {
            zip(deviations[a], deviations[b]).reduce(0) { $0 + ($1.0 ?? 0) * ($1.1 ?? 0) }
        }
        let people = deviations.map { $0.count { $0 != nil } }
        let answers = blocks.map { Double(table.weightedAnswers($0)) }
        for block in 0..<2 {
            expectClose(table.spread(blocks[block]), sum(block, block), tolerance: 1e-11)
            let found = try #require(table.moments(of: blocks[block], people: people[block]))
            let n = Double(people[block])
            let squaredError = n / (n - 1) * sum(block, block) / (answers[block] * answers[block])
            expectClose(found.variance, n * squaredError, tolerance: 1e-11)
            let mean = try Estimate.mean(of: found, missing: 0, population: nil, scale: 1...5)
            #expect(mean.n == people[block] && mean.lower != nil)
        }
        expectClose(table.spread(blocks[0], blocks[1]), sum(0, 1), tolerance: 1e-11)

        let parts = [CompositePart(weight: 0.6, offset: -25, slope: 25), CompositePart(weight: 0.4, slope: -2)]
        let members = (0..<2).map { CompositeMoments.Member(blocks[$0], parts[$0], people: people[$0]) }
        let composite = try #require(CompositeMoments(of: members, in: table))
        let n = Double(people.min() ?? 0)
        let factors = [15 / answers[0], -0.8 / answers[1]]
        let squaredError = sample.people.indices.reduce(0.0) { total, person in
            let d = (deviations[0][person] ?? 0) * factors[0] + (deviations[1][person] ?? 0) * factors[1]
            return total + d * d
        }
        expectClose(composite.moments.variance, n * n / (n - 1) * squaredError, tolerance: 1e-11)
        let means = try blocks.map { try #require(table.mean($0)) }
        expectClose(composite.moments.mean, 0.6 * (25 * means[0] - 25) - 0.8 * means[1])
        #expect(composite.moments.n == people.min() && !composite.isUpperBound)

        let both = zip(deviations[0], deviations[1]).count { $0 != nil && $1 != nil }
        let r = Estimate.correlation(
            of: blocks[0], blocks[1], in: table, people: (people[0], people[1]), both: both, responses: 104)
        let moment = (sum(0, 0) / Double(people[0]) * sum(1, 1) / Double(people[1])).squareRoot()
        expectClose(r.value, sum(0, 1) / Double(both) / moment, tolerance: 1e-11)
        #expect(r.n == both && r.missing == 104 - both && r.lower == nil)
    }

    /// 12 people gave both blocks at first; of those who came later only two did.
    @Test func aCompositeWhoseMembersAreToldApartHasAnUpperBound() throws {
        let first = BatchedPeople.random(1, people: [12], variables: 2, missing: 0).people
        let later: [[Int?]] = (0..<24).map { $0 < 2 ? [2, 5] : $0 < 13 ? [$0 % 5 + 1, nil] : [nil, $0 % 4 + 1] }
        let table = BatchedPeople(batches: [first, later]).table(smallestBase: 10)
        let members = [
            CompositeMoments.Member(WeightedBlock([0]), CompositePart(weight: 0.5, slope: -20), people: 25),
            CompositeMoments.Member(WeightedBlock([1]), CompositePart(weight: 0.5, slope: 10), people: 25),
        ]
        let found = try #require(CompositeMoments(of: members, in: table))
        let errors = try (0..<2).map { (try #require(table.variance($0)) / 25).squareRoot() }
        #expect(found.isUpperBound && found.moments.n == 25)
        let bound = 10 * errors[0] + 5 * errors[1]
        expectClose(found.moments.variance, 25 * bound * bound)
        let r = Estimate.correlation(
            of: members[0].block, members[1].block, in: table, people: (25, 25), both: 14, responses: 36)
        #expect(r.value == nil && r.undefined == .tooFewTogether)
        // Within one block there is no bound: its own products are needed.
        #expect(table.moments(of: WeightedBlock([0, 1]), people: 36) == nil)
        let whole = CompositeMoments.Member(WeightedBlock([0, 1]), CompositePart(weight: 1), people: 36)
        #expect(CompositeMoments(of: [whole], in: table) == nil)
    }

    @Test func whatDoesNotVaryOrIsNotThereHasNoSpread() throws {
        let rows: [[Int?]] = (0..<20).map { [4, $0 < 10 ? 2 : nil, $0 < 10 ? nil : $0 % 3, nil] }
        let table = BatchedPeople(batches: [rows]).table(smallestBase: 10)
        let same = try #require(table.moments(of: WeightedBlock([0, 1]), people: 20))
        #expect(same.variance == 0 && table.standardDeviation(of: WeightedBlock([0, 1])) == 0)
        // Nobody gave both, so they share nothing.
        #expect(table.spread(WeightedBlock([1]), WeightedBlock([2])) == 0)
        let nobody = WeightedBlock([3])
        #expect(table.mean(nobody) == nil && table.moments(of: nobody, people: 0)?.n == 0)
        let composite = CompositeMoments(
            of: [
                .init(WeightedBlock([0]), CompositePart(weight: 1), people: 20),
                .init(nobody, CompositePart(weight: 1), people: 0),
            ], in: table)
        #expect(composite?.moments.mean == nil)
        func correlation(_ a: Int, _ b: Int, people: (Int, Int), both: Int) -> Undefined? {
            Estimate.correlation(
                of: WeightedBlock([a]), WeightedBlock([b]), in: table, people: people, both: both, responses: 20
            ).undefined
        }
        #expect(correlation(0, 2, people: (20, 10), both: 10) == .constant)
        #expect(correlation(1, 2, people: (10, 10), both: 0) == .noAnswers)
    }

    @Test func aCorrelationIsAtMostOne() {
        let rows: [[Int?]] = (0..<30).map { $0 < 10 ? [$0 % 2 * 4, $0 % 2 * 4] : $0 < 20 ? [2, nil] : [nil, 2] }
        let table = BatchedPeople(batches: [rows]).table(smallestBase: 10)
        let r = Estimate.correlation(
            of: WeightedBlock([0]), WeightedBlock([1]), in: table, people: (20, 20), both: 10, responses: 30)
        #expect(r.value == 1)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func theVarianceWithinCellsIsPooled(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let cells = (0..<5).map { cell in
            (0..<Int.random(in: 10...20, using: &chance)).map { _ in
                Double(cell) * 3 + Double.random(in: 0...20, using: &chance)
            }
        }
        let whole = moments(cells.flatMap { $0 })
        func told(_ cells: [[Double]]) throws -> [(n: Int, mean: Double)] {
            try cells.map { ($0.count, try #require(moments($0).mean)) }
        }
        func pooled(_ cells: [[Double]]) throws -> Double {
            let squares = try cells.reduce(0.0) { $0 + Double($1.count - 1) * (try #require(moments($1).variance)) }
            return squares / Double(cells.reduce(0) { $0 + $1.count - 1 })
        }
        let all = try #require(whole.varianceWithin(try told(cells)))
        expectClose(all, try pooled(cells), tolerance: 1e-11)
        // Two cells are hidden: they count as one.
        let rest = [Array(cells[..<3]), [cells[3] + cells[4]]].flatMap { $0 }
        expectClose(
            whole.varianceWithin(try told(Array(cells[..<3]))), try pooled(rest), tolerance: 1e-11)
        #expect(whole.varianceWithin(try told([cells[0]])) == whole.variance)
        #expect(Moments(n: 0, mean: nil, variance: nil).varianceWithin([]) == nil)
        // Cells with the common variance are samples like any other.
        let samples = try told(cells).map { Moments(n: $0.n, mean: $0.mean, variance: all) }
        let (found, expected) = (
            OneWayAnova(of: samples, missing: 0), OneWayAnova(of: cells.map(moments), missing: 0)
        )
        expectClose(found.f, try #require(expected.f), tolerance: 1e-10)
        expectClose(found.etaSquared, try #require(expected.etaSquared), tolerance: 1e-10)
        let (one, other) = (
            IntraclassCorrelation(of: samples, missing: 0), IntraclassCorrelation(of: cells.map(moments), missing: 0)
        )
        expectClose(one.icc1.value, try #require(other.icc1.value), tolerance: 1e-10)
    }

    /// Means 1 and 3 of two cells, the whole's variance below what they alone give: nothing is left within.
    @Test func whereNothingIsLeftWithinItIsTheWholesVariance() {
        let whole = Moments(n: 20, mean: 2, variance: 1)
        #expect(whole.varianceWithin([(10, 1), (10, 3)]) == 1)
        #expect(whole.varianceWithin([(10, 1.5), (10, 2.5)]) == (19.0 - 5) / 18)
    }
}
