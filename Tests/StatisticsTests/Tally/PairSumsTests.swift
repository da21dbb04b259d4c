import Statistics
import Testing

@Suite struct PairSumsTests {
    /// Block borders and single rows, narrow and wide plans, with every kind of absence and code.
    @Test(arguments: [0, 1, 8, 9, 255, 257, 1500], [false, true])
    func equalTheNaiveCount(rows: Int, isWide: Bool) {
        for seed in 0..<UInt64(rows > 1000 ? 3 : 10) {
            var random = RandomCount(seed: seed &* 1000 &+ UInt64(rows), isWide: isWide)
            let plan = TallyPlan(variables: random.variables())
            let table = random.table(rows: rows, groups: 3)
            let found = GroupedTally(groups: ["a", "b", "c"], counting: table, by: plan)
            #expect(found.pairSums == [NaiveCount.pairSums(table, plan.variables)], "seed \(seed)")
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func areTheSameInAnySplitAndOrderOfTheRowsAndAddUpOverTheSets(seed: UInt64) throws {
        var random = RandomCount(seed: seed)
        let plan = TallyPlan(variables: random.variables())
        let table = random.table(rows: 900, groups: 5)
        let pairing = [2, 0, 0, 2, 1]
        let rows = Array(0..<900).shuffled(using: &random.chance)
        let empty = RoundCount(groupCount: 5, by: plan, pairing: pairing)
        var sum = empty
        for share in [rows[..<1], rows[1..<400], rows[400...]] {
            var part = empty
            part.count(table.rows(Array(share)))
            sum.add(part)
        }
        let names = ["a", "b", "c", "d", "e"]
        let found = sum.grouped(names)
        for set in 0..<3 {
            let members = (0..<900).filter { pairing[Int(table.groups[$0])] == set }
            #expect(found.pairSums[set] == NaiveCount.pairSums(table.rows(members), plan.variables))
        }
        var whole = found.pairSums[0]
        for other in found.pairSums.dropFirst() { whole.add(other) }
        #expect([whole] == GroupedTally(groups: names, counting: table, by: plan).pairSums)
        // Sets of rows, whatever their groups are called.
        #expect(found.regrouped { $0 < "c" ? "x" : "y" }.pairSums == found.pairSums)
        let kept = try #require(GroupedTally(groups: names, numbers: found.numbers, by: plan))
        #expect(kept == found)
        #expect(GroupedTally(groups: names, numbers: found.numbers.dropLast(), by: plan) == nil)
        #expect(GroupedTally(groups: names, numbers: found.numbers, by: TallyPlan()) == nil)
    }

    @Test func countEverybodyOnceWhereThePlanScreens() {
        var random = RandomCount(seed: 8)
        var plan = TallyPlan(variables: random.variables())
        let table = random.table(rows: 300, groups: 2)
        let plain = GroupedTally(groups: ["a", "b"], counting: table, by: plan).pairSums
        plan.screening = ScreeningPlan(items: (0..<4).map { .init(column: $0, low: 1, high: 5) })
        let screened = GroupedTally(groups: ["a", "b"], counting: table, by: plan)
        #expect(screened.screening != nil && screened.pairSums == plain)
        #expect(GroupedTally(groups: ["a", "b"], numbers: screened.numbers, by: plan) == screened)
    }

    @Test func aPlanWithoutVariablesKeepsWhatItKept() {
        let plan = TallyPlan(items: [.init(column: 0, low: 1, high: 2)])
        let table = ResponseTable(columns: [[1, 2, 2]], groups: [0, 0, 0], groupCount: 1)
        let counted = GroupedTally(groups: ["a"], counting: table, by: plan)
        #expect(counted.pairSums.isEmpty && counted.numbers == [1, 3, 1, 2, 0, 0, 0, 0, 0])
    }

    @Test func withoutSomeVariablesAllOthersStay() {
        var random = RandomCount(seed: 30)
        let terms = random.variables()
        let table = random.table(rows: 200, groups: 1)
        let sums = NaiveCount.pairSums(table, terms)
        let found = sums.without([0, 2])
        let nobody = PairSums(zeroFor: terms.count)
        for i in terms.indices {
            #expect(found.variables[i] == ([0, 2].contains(i) ? nobody.variables[i] : sums.variables[i]))
            for j in 0..<i {
                let isTold = ![0, 2].contains(i) && ![0, 2].contains(j)
                #expect(found[i, j] == (isTold ? sums[i, j] : nobody[i, j]))
                #expect(found[j, i].firstSum == found[i, j].secondSum)
            }
        }
    }

    /// 256 rows of 2896² in 32 bits, and one point more, which goes another way.
    @Test(arguments: [2896, 2897])
    func theLargestValuesDoNotWrap(largest: Int) {
        let terms = (0..<2).map {
            TallyPlan.Term.points(column: $0, low: 0, points: [largest, -largest], weight: 1)
        }
        for codes in [[0, 0], [1, 0], [1, 1]] as [[Int32]] {
            let table = ResponseTable(
                columns: codes.map { Array(repeating: $0, count: 512) }, groups: Array(repeating: 0, count: 512),
                groupCount: 1)
            let found = GroupedTally(groups: [""], counting: table, by: TallyPlan(variables: terms))
            #expect(found.pairSums == [NaiveCount.pairSums(table, terms)])
        }
    }

    @Test func sumsThatCouldLeave64BitsAreRefused() async {
        await #expect(processExitsWith: .failure) {
            let plan = TallyPlan(variables: [.points(column: 0, low: 1, points: [1 << 32], weight: 1)])
            let table = ResponseTable(columns: [[1]], groups: [0], groupCount: 1)
            _ = GroupedTally(groups: [""], counting: table, by: plan)
        }
        await #expect(processExitsWith: .failure) {
            let plan = TallyPlan(variables: [.points(column: 0, low: 1, points: [.min], weight: 1)])
            let table = ResponseTable(columns: [[1]], groups: [0], groupCount: 1)
            _ = GroupedTally(groups: [""], counting: table, by: plan)
        }
    }
}

extension NaiveCount {
    /// The sums of all rows, whatever their group.
    static func pairSums(_ table: ResponseTable, _ variables: [TallyPlan.Term]) -> PairSums {
        var sums = PairSums(zeroFor: variables.count)
        for row in 0..<table.rowCount {
            let values = variables.map { value(of: $0, row: table.columns.map { $0[row] }) }
            for (i, x) in values.enumerated() {
                guard let x else { continue }
                sums.variables[i].n += 1
                sums.variables[i].sum += x
                sums.variables[i].squares += x * x
                for (j, y) in values[..<i].enumerated() {
                    guard let y else { continue }
                    let place = i * (i - 1) / 2 + j
                    sums.pairs[place].n += 1
                    sums.pairs[place].firstSum += x
                    sums.pairs[place].secondSum += y
                    sums.pairs[place].product += x * y
                }
            }
        }
        return sums
    }
}

extension ResponseTable {
    /// Some of the rows, in this order.
    func rows(_ rows: [Int]) -> ResponseTable {
        ResponseTable(
            columns: columns.map { column in rows.map { column[$0] } }, groups: rows.map { groups[$0] },
            groupCount: groupCount)
    }
}
