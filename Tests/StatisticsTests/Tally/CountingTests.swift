import Statistics
import Testing

@Suite struct CountingTests {
    /// Block borders, whole eights and single rows, narrow and wide plans.
    @Test(arguments: [0, 1, 7, 8, 9, 255, 256, 257, 1500], [false, true])
    func equalsTheNaiveCount(rows: Int, isWide: Bool) {
        for seed in 0..<UInt64(rows > 1000 ? 3 : rows > 200 ? 10 : 20) {
            var random = RandomCount(seed: seed &* 1000 &+ UInt64(rows), isWide: isWide)
            let plan = random.plan()
            let table = random.table(rows: rows, groups: random.pick(1...5))
            #expect(Tally.counting(table, by: plan) == NaiveCount.tallies(table, by: plan), "seed \(seed)")
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func doesNotDependOnTheNumberingOfGroupsOrTheOrderOfRows(seed: UInt64) {
        var random = RandomCount(seed: seed)
        let plan = random.plan()
        let table = random.table(rows: 3000, groups: 7)
        let order = Array(0..<7).shuffled(using: &random.chance)
        let rows = Array(0..<3000).shuffled(using: &random.chance)
        let other = ResponseTable(
            columns: table.columns.map { column in rows.map { column[$0] } },
            groups: rows.map { Int32(order[Int(table.groups[$0])]) }, groupCount: 7)
        let tallies = Tally.counting(table, by: plan)
        let others = Tally.counting(other, by: plan)
        #expect((0..<7).map { others[order[$0]] } == tallies)
    }

    /// More rows than one pass over a column takes at once, and groups with few of them.
    @Test func countsManyRowsInManyGroups() {
        var random = RandomCount(seed: 70, columns: 2)
        let terms = (0..<2).map { TallyPlan.Term.points(column: $0, low: 1, points: [1, 2, 3, 4, 5], weight: 1) }
        let plan = TallyPlan(scales: [.init(terms: terms, minimumAnswered: 1)])
        let table = random.table(rows: 66_000, groups: 500)
        #expect(Tally.counting(table, by: plan) == NaiveCount.tallies(table, by: plan))
    }

    @Test func theLargestPointsOfTheNarrowPathDoNotWrap() {
        // 256 rows of 2896² in 32 bits: the largest sums a block can have; and one point more, which goes another way.
        for largest in [2896, 2897] {
            let plan = TallyPlan(scales: [
                .init(
                    terms: (0..<2).map { .points(column: $0, low: 0, points: [largest, -largest], weight: 1) },
                    minimumAnswered: 1)
            ])
            for codes in [[0, 0], [1, 0], [1, 1]] as [[Int32]] {
                let table = ResponseTable(
                    columns: codes.map { Array(repeating: $0, count: 512) }, groups: Array(repeating: 0, count: 512),
                    groupCount: 1)
                #expect(Tally.counting(table, by: plan) == NaiveCount.tallies(table, by: plan))
            }
        }
    }

    @Test func codesNearTheEndsOf32BitsAreCounted() {
        let ends: [Int32] = [.max, .max - 1, .min + 3, .min + 4, .min, .min + 1, .min + 2, 0]
        let table = ResponseTable(columns: [ends], groups: Array(repeating: 0, count: 8), groupCount: 1)
        let plan = TallyPlan(
            items: [
                .init(column: 0, low: Int(Int32.max) - 1, high: Int(Int32.max)),
                .init(column: 0, low: Int(Int32.min), high: Int(Int32.min) + 3),
            ],
            scales: [
                .init(
                    terms: [
                        .points(column: 0, low: Int(Int32.min), points: [1, 2, 3, 4, 5], weight: 1),
                        .points(column: 0, low: Int(Int32.max) - 1, points: [1, 2, 3], weight: 1),
                    ], minimumAnswered: 1)
            ])
        #expect(Tally.counting(table, by: plan) == NaiveCount.tallies(table, by: plan))
    }

    @Test func sumsThatCouldLeave64BitsAreRefused() async {
        await #expect(processExitsWith: .failure) {
            let plan = TallyPlan(scales: [
                .init(terms: [.points(column: 0, low: 1, points: [1 << 31], weight: 2)], minimumAnswered: 1)
            ])
            _ = tally([[1]], by: plan)
        }
        await #expect(processExitsWith: .failure) {
            let plan = TallyPlan(scales: [
                .init(terms: [.points(column: 0, low: 1, points: [.max], weight: .max)], minimumAnswered: 1)
            ])
            _ = tally([[1]], by: plan)
        }
        await #expect(processExitsWith: .failure) {
            var moments = ProductMoments(zeroFor: 1)
            moments.products[0] = .max
            moments.add(moments)
        }
    }

    /// What is just below the bound is counted and does not wrap: (3 · 10⁹)² = 9 · 10¹⁸ < 2⁶³.
    @Test func theLargestSumsThatAreCountedAreExact() {
        let plan = TallyPlan(scales: [
            .init(terms: [.points(column: 0, low: 1, points: [1_000_000_000], weight: 3)], minimumAnswered: 1)
        ])
        let found = tally([[1]], by: plan)
        #expect(found.scales[0].cells == [ScaleCell(answered: 1, weight: 3, sum: 3_000_000_000): 1])
        #expect(found.scales[0].listwise.products == [1_000_000_000_000_000_000])
    }
}
