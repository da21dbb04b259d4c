import TestSupport
import Testing

@testable import Disclosure

/// Small organisations: units, ordered grades and a grouping of two classes.
private struct People {
    var units: [Int] = []
    var classes: [[Int]] = []

    /// 9 to 26 people of one to four units, whose grades differ from unit to unit.
    init(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let lastUnit = Int.random(in: 1...3, using: &chance)
        for _ in 0..<Int.random(in: 9...26, using: &chance) {
            let unit = Int.random(in: 0...lastUnit, using: &chance)
            let shift = (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -0.75...0.75, using: &chance) }
            add(
                unit,
                [min(2, max(0, Int((Double(unit % 3) + shift).rounded()))), Int.random(in: 0...1, using: &chance)])
        }
    }

    /// 3 to 10 units of 10 to 60 people with few high grades, as in the prototype of the rule.
    init(organisation seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        for unit in 0..<Int.random(in: 3...10, using: &chance) {
            let leads = Double.random(in: 0..<1, using: &chance) < 0.25
            let size = Int.random(
                in: [10...20, 12...40, 20...60].randomElement(using: &chance) ?? 10...20, using: &chance)
            for _ in 0..<size {
                var grade = leads ? 2 : 0
                while grade < 5, Double.random(in: 0..<1, using: &chance) < 0.4 { grade += 1 }
                let isMember = Double.random(in: 0..<1, using: &chance) < (grade >= 2 ? 0.9 : 0.6)
                add(unit, [grade, isMember ? 1 : 0])
            }
        }
    }

    mutating func add(_ unit: Int, _ classes: [Int]) {
        units.append(unit)
        self.classes.append(classes)
    }

    var counts: JointCounts {
        JointCounts(
            zip(units, classes).map { JointCounts.Cell(unit: $0, classes: $1, people: 1) },
            groupings: classes.first?.count ?? 0)
    }
}

/// Whether some combination of the sums of units and groupings is about fewer than k people, by trying every set of
/// them: a set carries one exactly where the sums of all others have a smaller rank.
private func leaks(_ counts: JointCounts, k: Int) -> Bool {
    let columns = [counts.units] + counts.groupings
    var kinds: [[Int]: Int] = [:]
    for (row, people) in counts.people.enumerated() { kinds[columns.map { $0[row] }, default: 0] += people }
    let rows = kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let vectors = rows.map { row in
        zip(columns, row.key).flatMap { column, own in Set(column).sorted().map { $0 == own ? 1 : 0 } }
    }
    let whole = rank(vectors)
    func carries(_ chosen: [Int]) -> Bool {
        rank(vectors.indices.filter { !chosen.contains($0) }.map { vectors[$0] }) < whole
    }
    func search(from start: Int, _ chosen: [Int], _ size: Int) -> Bool {
        (start..<max(start, rows.count)).contains { kind in
            let people = size + rows[kind].value
            guard people < k else { return false }
            return carries(chosen + [kind]) || search(from: kind + 1, chosen + [kind], people)
        }
    }
    return search(from: 0, [], 0)
}

/// Of a small matrix of 0 and 1, whose minors are smaller than the prime.
private func rank(_ matrix: [[Int]]) -> Int {
    let prime = 2_147_483_647
    func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
    var rows = matrix
    var rank = 0
    for column in (matrix.first ?? []).indices {
        guard let pivot = rows.indices.dropFirst(rank).first(where: { rows[$0][column] != 0 }) else { continue }
        rows.swapAt(rank, pivot)
        let inverse = power(rows[rank][column], prime - 2)
        for other in rows.indices.dropFirst(rank + 1) where rows[other][column] != 0 {
            let factor = rows[other][column] * inverse % prime
            for place in rows[other].indices {
                rows[other][place] = (rows[other][place] + (prime - factor) * rows[rank][place]) % prime
            }
        }
        rank += 1
    }
    return rank
}

@Suite struct Gluings {
    private static let seeds: Range<UInt64> = 0..<1500

    @Test func leakNothingWhereTheyAreSafe() {
        let safe = Self.seeds.map { People(seed: $0).counts }.filter { Gluing($0, k: 3).isSafe }
        #expect(safe.count > 50)
        #expect(safe.count { leaks($0, k: 3) } == 0)
    }

    @Test func leakNothingWhereTheirCrossingIsSafe() {
        let crossed = Self.seeds.map { seed in
            let counts = People(seed: seed).counts
            return counts.adding(zip(counts.groupings[0], counts.groupings[1]).map { $0 * 2 + $1 })
        }
        let safe = crossed.filter { $0.isSafeWithCrossings(k: 3) }
        #expect(safe.count > 10)
        #expect(safe.count { leaks($0, k: 3) } == 0)
    }

    /// The rule that would take classes of k people for k pairs; it leaks, and the search above finds it.
    @Test func mustCountPairsAndNotPeople() {
        let large = Self.seeds.prefix(600).map { People(seed: $0).counts }.filter { $0.isSized(3) }
        #expect(large.count > 50)
        #expect(large.count { leaks($0, k: 3) } > 10)
    }

    @Test(arguments: 0..<200)
    func areTheSameInAnyOrderAndUnderAnyNames(seed: UInt64) {
        let people = People(seed: seed)
        var chance = SplitMix64(seed: seed &+ 1_000_000)
        let names = (0..<4).map { _ in Array(0..<4).shuffled(using: &chance) }
        let cells = zip(people.units, people.classes).map { unit, classes in
            JointCounts.Cell(
                unit: names[0][unit], classes: [names[1][classes[0]], names[2][classes[1]]], people: 1)
        }
        let (one, other) = (
            Gluing(people.counts, k: 3), Gluing(JointCounts(cells.shuffled(using: &chance), groupings: 2), k: 3)
        )
        #expect(one.isSafe == other.isSafe)
        for grouping in 0..<2 {
            func parts(_ blocks: [Int: Int], _ name: (Int) -> Int) -> Set<Set<Int>> {
                Set(Dictionary(grouping: blocks.keys, by: { blocks[$0] ?? $0 }).values.map { Set($0.map(name)) })
            }
            #expect(
                parts(one.blocks[grouping]) { names[grouping + 1][$0] } == parts(other.blocks[grouping]) { $0 })
        }
    }

    @Test func takeGluedClassesForOne() {
        // Grades 0 and 1 meet in three people of unit 0, grades 1 and 2 in two; 0 and 2 meet once more in unit 1.
        let cells = [(0, 0, 3), (0, 1, 5), (1, 1, 2), (1, 0, 1), (1, 2, 3)]
            .map { JointCounts.Cell(unit: $0.0, classes: [$0.1], people: $0.2) }
        let gluing = Gluing(JointCounts(cells, groupings: 1), k: 3)
        #expect(gluing.isSafe && gluing.blocks == [[0: 0, 1: 0, 2: 0]])
        #expect(Gluing(JointCounts(cells, groupings: 1), k: 4).isSafe == false)
    }

    @Test func ofNobodyAreSafe() {
        let counts = JointCounts([JointCounts.Cell(unit: 0, classes: [0, 1], people: 0)], groupings: 2)
        #expect(Gluing(counts, k: 10).isSafe && counts.isSafeWithCrossings(k: 10))
    }
}

@Suite struct Spans {
    @Test func holdRationalCombinations() {
        var span = LinearSpan()
        span.insert([2, 1, 0])
        span.insert([0, 3, 1])
        span.insert([2, 4, 1])
        // (4, 5, 1) = 2 (2, 1, 0) + (0, 3, 1); (1, 2, 1/2) doubled is the sum of both.
        #expect(span.contains([4, 5, 1]) && span.contains([2, 4, 1]) && span.contains([0, 0, 0]))
        #expect(!span.contains([1, 0, 0]) && !span.contains([4, 5, 2]))
    }

    @Test func holdNothingThatDoesNotFit() {
        var span = LinearSpan()
        span.insert([Int.max, 2])
        span.insert([Int.max - 1, 3])
        #expect(!span.contains([0, 1]))
    }
}

@Suite struct Coarsenings {
    private static let kinds = [Coarsening.Grouping(isOrdered: true), Coarsening.Grouping(isOrdered: false)]

    private func counts(_ cells: [(unit: Int, classes: [Int], people: Int)]) -> JointCounts {
        JointCounts(
            cells.map { JointCounts.Cell(unit: $0.unit, classes: $0.classes, people: $0.people) },
            groupings: cells.first?.classes.count ?? 0)
    }

    @Test func leakNothing() {
        var (printed, crossed) = (0, 0)
        for seed: UInt64 in 0..<500 {
            let counts = People(seed: seed).counts
            let coarsening = Coarsening(counts, Self.kinds, k: 3)
            let applied = coarsening.applied(to: counts)
            guard applied.isSized(3) else {
                #expect(coarsening.groupings.allSatisfy { $0 == nil })
                continue
            }
            printed += applied.groupings.count
            if coarsening.crossing != nil { crossed += 1 }
            #expect(coarsening.isSafe(for: counts, k: 3) && !leaks(applied, k: 3), "seed \(seed)")
        }
        #expect(printed > 300 && crossed > 40)
    }

    @Test func keepNearlyAllClassesAndTheUnits() {
        var (classes, kept, crossings) = (0, 0, 0)
        for seed: UInt64 in 0..<60 {
            let counts = People(organisation: seed).counts
            let coarsening = Coarsening(counts, Self.kinds, k: 10)
            #expect(coarsening.isSafe(for: counts, k: 10))
            #expect(coarsening.applied(to: counts).units == counts.units)
            for (grouping, printed) in zip(counts.groupings, coarsening.groupings) {
                classes += counts.sizes(of: grouping).values.count { $0 >= 10 }
                kept += Set(printed.map { Array($0.values) } ?? []).count
            }
            if coarsening.crossing != nil { crossings += 1 }
        }
        #expect(Double(kept) >= 0.9 * Double(classes) && crossings > 20, "\(kept) of \(classes), \(crossings)")
    }

    /// Grades 0 to 4 of one unit.
    private func grades(_ people: [Int], unanswered: Int? = nil, isOrdered: Bool = true) -> [Int: Int]? {
        Coarsening(
            counts(people.enumerated().map { (0, [$0.offset], $0.element) }),
            [Coarsening.Grouping(isOrdered: isOrdered, unanswered: unanswered)], k: 10
        ).groupings[0]
    }

    @Test func joinOrderedClassesWithTheirSmallerNeighbour() {
        #expect(grades([30, 20, 15, 4, 12]) == [0: 0, 1: 1, 2: 2, 3: 4, 4: 4])
        #expect(grades([30, 20, 15, 12, 4]) == [0: 0, 1: 1, 2: 2, 3: 3, 4: 3])
        #expect(grades([4, 20, 15]) == [0: 1, 1: 1, 2: 2])
    }

    @Test func joinOtherClassesWithTheSmallest() {
        #expect(grades([30, 20, 15, 4, 12], isOrdered: false) == [0: 0, 1: 1, 2: 2, 3: 4, 4: 4])
        #expect(grades([4, 20, 15], isOrdered: false) == [0: 2, 1: 1, 2: 2])
    }

    @Test func joinThoseWhoLeftItOutWithTheSmallest() {
        #expect(grades([15, 20, 12, 4], unanswered: 3) == [0: 0, 1: 1, 2: 2, 3: 2])
        #expect(grades([12, 20, 15, 4], unanswered: 3) == [0: 0, 1: 1, 2: 2, 3: 0])
        // Grade 2 has no neighbour but 1, although those who left it out come next.
        #expect(grades([12, 20, 4, 15], unanswered: 3) == [0: 0, 1: 1, 2: 1, 3: 3])
    }

    @Test func leaveOutWhatWouldBeOneClass() {
        #expect(grades([9, 5, 3]) == nil)
        #expect(grades([30]) == nil)
        // Each unit has its own grade: nobody differs in the grade alone.
        #expect(Coarsening(counts([(0, [0], 30), (1, [1], 30)]), [Self.kinds[0]], k: 10).groupings == [nil])
    }

    @Test func printNoGroupingBesideASmallUnit() {
        let small = counts([(0, [0], 30), (0, [1], 30), (1, [0], 9)])
        #expect(Coarsening(small, [Self.kinds[0]], k: 10).groupings == [nil])
    }

    @Test func neverGiveUpAnEarlierGroupingForALaterOne() {
        // The second grouping is the first under other names; beside it nobody differs in one only.
        let twins = counts([(0, [0, 1], 30), (0, [1, 0], 30), (1, [0, 1], 12), (1, [1, 0], 12)])
        let coarsening = Coarsening(twins, [Self.kinds[1], Self.kinds[1]], k: 10)
        #expect(coarsening.groupings == [[0: 0, 1: 1], nil] && coarsening.crossing == nil)
    }

    @Test func joinClassesFurtherForTheCrossingAlone() throws {
        let skewed = counts([
            (0, [0, 0], 30), (0, [0, 1], 30), (0, [1, 0], 30), (0, [1, 1], 30), (0, [2, 0], 20), (0, [2, 1], 4),
        ])
        let coarsening = Coarsening(skewed, Self.kinds, k: 10)
        #expect(coarsening.groupings == [[0: 0, 1: 1, 2: 2], [0: 0, 1: 1]])
        let crossing = try #require(coarsening.crossing)
        #expect(crossing == Coarsening.Crossing(joined: 0, classes: [0: 0, 1: 1, 2: 1], other: 1))
    }

    @Test func decideOfALaterBatchByItsOwnPeople() {
        let first = counts([(0, [0], 30), (0, [1], 30), (1, [0], 30), (1, [1], 30)])
        let coarsening = Coarsening(first, [Self.kinds[0]], k: 10)
        #expect(coarsening.isSafe(for: counts([(0, [0], 12), (1, [0], 10), (1, [1], 10)]), k: 10))
        #expect(!coarsening.isSafe(for: counts([(0, [0], 12), (1, [1], 12)]), k: 10))
    }
}
