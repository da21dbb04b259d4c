import Statistics
import Testing

/// People's values of some variables, where they gave one, in batches of the order of time.
struct BatchedPeople {
    /// One list a batch, of one row a person.
    var batches: [[[Int?]]]

    var people: [[Int?]] { batches.flatMap { $0 } }

    /// The exact sums of every batch, through the counting that stores use.
    var sums: [PairSums] {
        batches.map { rows in
            let count = people.first?.count ?? 0
            let columns = (0..<count).map { variable in
                rows.map { $0[variable].map(Int32.init) ?? ResponseTable.missing }
            }
            let plan = TallyPlan(
                variables: (0..<count).map { .points(column: $0, low: -20, points: Array(-20...20), weight: 1) })
            let groups = rows.map { _ in Int32(0) }
            let table = ResponseTable(columns: columns, groups: groups, groupCount: 1)
            return GroupedTally(groups: [""], counting: table, by: plan).pairSums[0]
        }
    }

    func table(smallestBase k: Int = 1) -> CrossProducts { CrossProducts(sums, smallestBase: k) }

    /// People who have something in common, each leaving out answers at a rate.
    static func random(
        _ seed: UInt64, people: [Int], variables: Int, missing: Double, levels: ClosedRange<Int> = 1...5
    ) -> BatchedPeople {
        var chance = SplitMix64(state: seed)
        return BatchedPeople(
            batches: people.map { count in
                (0..<count).map { _ in
                    let common = Int.random(in: levels, using: &chance)
                    return (0..<variables).map { _ in
                        let own = Int.random(in: levels, using: &chance)
                        let isCommon = Bool.random(using: &chance)
                        return Double.random(in: 0..<1, using: &chance) < missing ? nil : isCommon ? common : own
                    }
                }
            })
    }

    /// Σ(xᵢ − mᵢ)(xⱼ − mⱼ) over those who gave both, about these means.
    static func product(_ people: [[Int?]], _ i: Int, _ j: Int, about means: (Double, Double)) -> Double {
        people.reduce(0.0) { sum, person in
            guard let x = person[i], let y = person[j] else { return sum }
            return sum + (Double(x) - means.0) * (Double(y) - means.1)
        }
    }

    static func mean(_ people: [[Int?]], _ i: Int) -> Double {
        let values = people.compactMap { $0[i] }
        return Double(values.reduce(0, +)) / Double(values.count)
    }
}

@Suite struct CrossProductsTests {
    /// Means 2, 4 over all three answers each; both gave (1, 3), (3, 6): (−1)(−1) + (1)(2) = 3.
    @Test func anExampleByHand() throws {
        let table = BatchedPeople(batches: [[[1, 3], [2, nil], [3, 6], [nil, 3]]]).table()
        #expect(table.variables == 2 && table.answers(0) == 3 && table.mean(0) == 2 && table.mean(1) == 4)
        #expect(try #require(table[0, 1]) == (2, 3) && #require(table[1, 0]) == (2, 3))
        #expect(try #require(table[1, 1]) == (3, 6))
        #expect(table.covariance(0, 1) == 3 && table.variance(0) == 1 && table.variance(1) == 3)
        #expect(table.together(0, 1) == 2 && table.isCurrent(0, 1))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func sumsEqualThoseOfThePersons(seed: UInt64) throws {
        let sample = BatchedPeople.random(seed, people: [40, 25], variables: 4, missing: 0.2)
        let table = sample.table()
        for i in 0..<4 {
            let mean = BatchedPeople.mean(sample.people, i)
            #expect(table.mean(i) == mean)
            for j in 0..<4 {
                let expected = BatchedPeople.product(
                    sample.people, i, j, about: (mean, BatchedPeople.mean(sample.people, j)))
                let found = try #require(table[i, j])
                expectClose(found.sum, expected, tolerance: 1e-11)
                #expect(found.n == sample.people.count { $0[i] != nil && $0[j] != nil } && table.isCurrent(i, j))
                expectClose(table.covariance(i, j), expected / Double(found.n - 1), tolerance: 1e-12)
            }
        }
    }

    @Test func whatDoesNotVaryIsExactlyZero() throws {
        let table = BatchedPeople(batches: [(0..<37).map { [7, $0 % 3, $0 % 5 == 0 ? nil : 7] }]).table()
        #expect(table.variance(0) == 0 && table.covariance(0, 1) == 0 && table.covariance(0, 2) == 0)
        #expect(try #require(table[1, 1]).sum != 0)
    }

    /// Of the second batch only two gave both variables: the product waits, about the means of the first.
    @Test func aBatchOfWhomTooFewGaveBothDoesNotEnter() throws {
        let first: [[Int?]] = [[1, 2, 1], [2, 5, 1], [4, 4, 2], [5, 1, nil]]
        let second: [[Int?]] = [[5, nil, 1], [4, nil, 1], [1, 1, nil], [nil, 3, 1], [2, 2, nil], [nil, 2, 2]]
        let table = BatchedPeople(batches: [first, second]).table(smallestBase: 3)
        let earlier = BatchedPeople.product(
            first, 0, 1, about: (BatchedPeople.mean(first, 0), BatchedPeople.mean(first, 1)))
        let stale = try #require(table[0, 1])
        expectClose(stale.sum, earlier)
        #expect(stale.n == 4 && table.together(0, 1) == 6 && !table.isCurrent(0, 1))
        // What is told of one variable alone is of everybody.
        #expect(table.mean(0) == BatchedPeople.mean(first + second, 0) && table.answers(0) == 8)
        // Of three people who gave 0 and 2 only two are of the second batch.
        #expect(try #require(table[0, 2]).n == 3 && !table.isCurrent(0, 2))
    }

    /// The third batch has as many as are needed: it enters, the second stays out, and the means are those of now.
    @Test func aLaterBatchBringsTheMeansOfItsTime() throws {
        let batches = [
            BatchedPeople.random(1, people: [12], variables: 2, missing: 0).people,
            BatchedPeople.random(2, people: [2], variables: 2, missing: 0).people,
            BatchedPeople.random(3, people: [11], variables: 2, missing: 0).people,
        ]
        let sample = BatchedPeople(batches: batches)
        let table = sample.table(smallestBase: 10)
        let means = (BatchedPeople.mean(sample.people, 0), BatchedPeople.mean(sample.people, 1))
        let found = try #require(table[0, 1])
        expectClose(found.sum, BatchedPeople.product(batches[0] + batches[2], 0, 1, about: means), tolerance: 1e-12)
        #expect(found.n == 23 && table.together(0, 1) == 25 && !table.isCurrent(0, 1))
    }

    /// A base that does not grow stands about its own means, and is behind as soon as one of the two grows alone.
    @Test(arguments: [(nil, 3, false), (3, nil, false), (nil, nil, true)] as [(Int?, Int?, Bool)])
    func aBaseThatDoesNotGrowStands(first: Int?, second: Int?, isCurrent: Bool) throws {
        let early = BatchedPeople.random(4, people: [15], variables: 2, missing: 0).people
        let late = (0..<12).map { _ in [first, second] }
        let table = BatchedPeople(batches: [early, late]).table(smallestBase: 10)
        let means = (BatchedPeople.mean(early, 0), BatchedPeople.mean(early, 1))
        expectClose(try #require(table[0, 1]).sum, BatchedPeople.product(early, 0, 1, about: means))
        #expect(table.isCurrent(0, 1) == isCurrent)
    }

    @Test func aBaseThatIsTooSmallOrEmptyIsNotTold() {
        let rows: [[Int?]] = (0..<20).map { [$0 % 4, $0 < 9 ? $0 % 3 : nil, $0 < 9 ? nil : $0] }
        let table = BatchedPeople(batches: [rows]).table(smallestBase: 10)
        #expect(table[0, 1] == nil && table.covariance(0, 1) == nil && !table.isCurrent(0, 1))
        #expect(table[1, 2] == nil && table.together(1, 2) == 0 && table.together(0, 1) == 9)
        #expect(table[0, 2] != nil)
        #expect(CrossProducts([], smallestBase: 10).variables == 0)
    }
}
