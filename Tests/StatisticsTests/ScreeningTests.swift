import Statistics
import Testing

@Suite struct CountingWithoutTheCareless {
    private static let items = 12
    private let plan = TallyPlan(
        items: (0..<items).map { .init(column: $0, low: 1, high: 5) },
        scales: [
            .init(
                terms: (0..<6).map { .points(column: $0, low: 1, points: [1, 2, 3, 4, 5], weight: 1) },
                minimumAnswered: 3)
        ],
        screening: ScreeningPlan(
            items: (0..<items).map { .init(column: $0, low: 1, high: 5) },
            scales: (0..<4).map { scale in (0..<3).map { .init(place: scale * 3 + $0, low: 1, high: 5) } }))

    /// Every tenth person gives one answer throughout.
    private func table(_ rows: Int, seed: UInt64) -> ResponseTable {
        var chance = SplitMix64(state: seed)
        var columns = Array(repeating: [Int32](), count: Self.items)
        for row in 0..<rows {
            let same = Int32.random(in: 1...5, using: &chance)
            for item in 0..<Self.items {
                let answer = Int32.random(in: 1...5, using: &chance)
                let isMissing = Int.random(in: 0..<20, using: &chance) == 0
                columns[item].append(row % 10 == 0 ? same : isMissing ? ResponseTable.missing : answer)
            }
        }
        let groups = (0..<rows).map { _ in Int32.random(in: 0..<3, using: &chance) }
        return ResponseTable(columns: columns, groups: groups, groupCount: 3)
    }

    private func rows(_ table: ResponseTable, _ isWanted: (Int) -> Bool) -> ResponseTable {
        let kept = table.groups.indices.filter(isWanted)
        return ResponseTable(
            columns: table.columns.map { column in kept.map { column[$0] } }, groups: kept.map { table.groups[$0] },
            groupCount: table.groupCount)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `counts everybody, and apart those who are not flagged`(seed: UInt64) throws {
        let table = table(300, seed: seed)
        let counted = GroupedTally(groups: ["a", "b", "c"], counting: table, by: plan)
        #expect(counted.tallies == Tally.counting(table, by: plan))
        let found = try #require(counted.screening)
        let distance = MahalanobisDistance(
            of: Tally.counting(table, by: try #require(plan.screening).moments).map(\.scales[0].listwise).reduce(
                into: ProductMoments(zeroFor: Self.items)
            ) { $0.add($1) })
        let screen = CarelessScreen(
            consistency: EvenOddConsistency(scales: try #require(plan.screening).scales), distance: distance)
        let flags = screen.profiles(of: table, columns: Array(0..<Self.items)).map(\.isFlagged)
        #expect(found.attentive == Tally.counting(rows(table) { !flags[$0] }, by: plan))
        let flagged = found.careless.reduce(0) { $0 + $1.flagged }
        #expect(flagged == flags.count { $0 } && flagged >= 25)
        #expect(found.careless.reduce(0) { $0 + $1.responses } == 300)
        for (group, careless) in found.careless.enumerated() {
            #expect(counted.tallies[group].responses - found.attentive[group].responses == careless.flagged)
        }
    }

    @Test(arguments: [1, 7, 100, 299])
    func `gives the same in parts as at once`(cut: Int) {
        let table = table(300, seed: 4)
        let parts = [rows(table) { $0 < cut }, rows(table) { $0 >= cut }]
        let names = ["a", "b", "c"]
        let whole = GroupedTally(groups: names, counting: table, by: plan)
        #expect(
            GroupedTally(groups: names, by: plan) { visit in for part in parts.reversed() { visit(part) } } == whole)
        // As an engine counts whose shares are read side by side.
        let products = plan.screening!.moments
        var everybody = RoundCount(groupCount: 3, by: products)
        for part in parts {
            var share = RoundCount(groupCount: 3, by: products)
            share.count(part)
            everybody.add(share)
        }
        var sum = RoundCount(groupCount: 3, by: plan, knowing: everybody)
        for part in parts {
            var share = RoundCount(groupCount: 3, by: plan, knowing: everybody)
            share.count(part)
            sum.add(share)
        }
        #expect(sum.grouped(names) == whole)
    }

    @Test func `looks at nobody where nothing was asked for`() {
        var silent = plan
        silent.screening = nil
        let counted = GroupedTally(groups: ["a", "b", "c"], counting: table(50, seed: 5), by: silent)
        #expect(counted.screening == nil)
    }
}
