import Statistics
import Testing

@Suite struct LinkedTallyTests {
    /// People with an earlier and a later cell, some of whom lack one; and their scores.
    private static func people(_ seed: UInt64) -> [(earlier: ScaleCell?, later: ScaleCell?)] {
        var random = RandomCount(seed: seed)
        func cell() -> ScaleCell? {
            let answered = random.pick(0...4)
            return random.pick(0...4) == 0
                ? nil : ScaleCell(answered: answered, weight: 2 * answered, sum: random.pick(-answered...5 * answered))
        }
        return (0..<200).map { _ in (cell(), cell()) }
    }

    private static func scale(_ people: ArraySlice<(earlier: ScaleCell?, later: ScaleCell?)>) -> LinkedScale {
        var scale = LinkedScale()
        for person in people {
            switch person {
            case (let earlier?, let later?):
                scale.add(LinkedScale(stayers: [.init(earlier: earlier, later: later, count: 1)]))
            case (let cell?, nil): scale.add(LinkedScale(stayers: [], leavers: [.init(cell: cell, count: 1)]))
            case (nil, let cell?): scale.add(LinkedScale(stayers: [], joiners: [.init(cell: cell, count: 1)]))
            case (nil, nil): break
            }
        }
        return scale
    }

    @Test(arguments: [1, 2, 3] as [UInt64], [1, 3])
    func momentsEqualThoseOfThePersons(seed: UInt64, minimum: Int) throws {
        let people = Self.people(seed)
        func score(_ cell: ScaleCell?) -> Double? {
            cell.flatMap { $0.answered >= minimum ? Double($0.sum) / Double($0.weight) : nil }
        }
        let scores = people.compactMap { person in
            score(person.earlier).flatMap { earlier in score(person.later).map { (earlier: earlier, later: $0) } }
        }
        let scale = Self.scale(people[...])
        let found = scale.scores(minimumAnswered: minimum)
        #expect(found.n == scores.count)
        let (before, after) = (moments(scores.map(\.earlier)), moments(scores.map(\.later)))
        expectClose(found.mean(of: 0), try #require(before.mean), tolerance: 1e-13)
        expectClose(found.covariance(0, 0), try #require(before.variance), tolerance: 1e-12)
        expectClose(found.mean(of: 1), try #require(after.mean), tolerance: 1e-13)
        expectClose(found.covariance(1, 1), try #require(after.variance), tolerance: 1e-12)
        let change = moments(scores.map { $0.later - $0.earlier })
        let composite = found.composite([CompositePart(weight: -1), CompositePart(weight: 1)])
        expectClose(composite.mean, try #require(change.mean), tolerance: 1e-12)
        expectClose(composite.variance, try #require(change.variance), tolerance: 1e-12)

        let joint = scale.jointScores(minimumAnswered: minimum)
        #expect(joint.n == scores.count)
        for row in joint.rows {
            #expect(row.count == scores.count { $0.earlier == row.earlier && $0.later == row.later })
        }
        // What is said of the change of the same people is the same from the table and from the exact sums.
        let linked = try LinkedChange(of: joint, missing: 0)
        expectClose(linked.change.value, try #require(composite.mean), tolerance: 1e-12)

        let left = moments(people.filter { $0.later == nil }.compactMap { score($0.earlier) })
        expectClose(scale.leaverScores(minimumAnswered: minimum).mean, try #require(left.mean), tolerance: 1e-13)
        let joined = moments(people.filter { $0.earlier == nil }.compactMap { score($0.later) })
        expectClose(
            scale.joinerScores(minimumAnswered: minimum).variance, try #require(joined.variance), tolerance: 1e-12)
    }

    @Test func addsUpOverAnyPartsInAnyOrder() {
        let people = Self.people(7)
        let whole = Self.scale(people[...])
        for cut in [0, 1, 50, 199] {
            var (left, right) = (Self.scale(people[..<cut]), Self.scale(people[cut...]))
            let other = left
            left.add(right)
            right.add(other)
            #expect(left == whole && right == whole)
        }
        #expect(Self.scale(people.reversed()[...]) == whole)
    }

    @Test func linkedTallies() {
        var tally = LinkedTally(scales: 1)
        (tally.stayers, tally.leavers, tally.joiners) = (1, 2, 3)
        tally.scales[0] = Self.scale(Self.people(1)[...])
        let rounds = LinkedRounds(
            earlier: "1", later: "2", groups: [tally, LinkedTally(scales: 1)], movers: tally, anonymous: 0, ambiguous: 0
        )
        var twice = tally
        twice.add(tally)
        #expect(rounds.total == twice)
        #expect((twice.stayers, twice.leavers, twice.joiners) == (2, 4, 6))
    }
}

@Suite struct LinkedTableTests {
    /// Two tables, linked, and the people who stay counted apart: against the persons one by one.
    @Test(arguments: 0..<6 as Range<UInt64>, [false, true])
    func equalTheNaiveCount(seed: UInt64, isWide: Bool) throws {
        var random = RandomCount(seed: seed, isWide: isWide)
        let plan = random.plan()
        func round(_ rows: Int) -> (table: ResponseTable, persons: [String]) {
            let names = (0..<rows).map { _ in
                let number = random.pick(0...300)
                return number == 0 ? "" : number % 3 == 0 ? "somebody with a long name \(number)" : "P\(number)"
            }
            return (random.table(rows: rows, groups: 3), names)
        }
        let (earlier, later) = (round(random.pick(0...300)), round(random.pick(1...300)))
        let found = try LinkedRounds.counting(earlier: earlier, later: later, by: plan)

        func rows(_ round: (table: ResponseTable, persons: [String])) -> [String: [Int]] {
            Dictionary(grouping: round.persons.indices.filter { !round.persons[$0].isEmpty }) { round.persons[$0] }
        }
        func cell(_ round: (table: ResponseTable, persons: [String]), _ row: Int, _ scale: TallyPlan.Scale) -> ScaleCell
        {
            NaiveCount.cell(of: scale, row: round.table.columns.map { $0[row] })
        }
        let (before, after) = (rows(earlier), rows(later))
        var expected = Array(repeating: LinkedTally(scales: plan.scales.count), count: 4)
        var ambiguous = 0
        for name in Set(before.keys).union(after.keys) {
            let (left, right) = (before[name] ?? [], after[name] ?? [])
            guard left.count <= 1, right.count <= 1 else {
                ambiguous += 1
                continue
            }
            let groups = left.map { earlier.table.groups[$0] } + right.map { later.table.groups[$0] }
            let place = Set(groups).count == 2 ? 3 : Int(groups[0])
            if groups.count == 2 { expected[place].stayers += 1 }
            if right.isEmpty { expected[place].leavers += 1 }
            if left.isEmpty { expected[place].joiners += 1 }
            for (index, scale) in plan.scales.enumerated() {
                let first = left.map { cell(earlier, $0, scale) }
                let second = right.map { cell(later, $0, scale) }
                let stayers = zip(first, second).map { LinkedScale.Row(earlier: $0, later: $1, count: 1) }
                let one = LinkedScale(
                    stayers: stayers, leavers: right.isEmpty ? first.map { .init(cell: $0, count: 1) } : [],
                    joiners: left.isEmpty ? second.map { .init(cell: $0, count: 1) } : [])
                expected[place].scales[index].add(one)
            }
        }
        #expect(found.groups == Array(expected.dropLast()))
        #expect(found.movers == expected[3])
        #expect(found.ambiguous == ambiguous)
        #expect(found.anonymous == (earlier.persons + later.persons).count { $0.isEmpty })

        let apart = Tally.counting(earlier.table, by: plan, persons: earlier.persons, alsoIn: Set(later.persons))
        let whole = Tally.counting(earlier.table, by: plan)
        #expect(zip(apart.stayers, apart.others).map { $0 + $1 } == whole)
        let stay = earlier.persons.count { !$0.isEmpty && after[$0] != nil }
        #expect(apart.stayers.reduce(0) { $0 + $1.responses } == stay)
    }
}
