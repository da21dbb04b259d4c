import Disclosure
import TestSupport
import Testing

/// Numbers and lines of a report of means from 0 to 100.
private struct Printed {
    var numbers: [PrintedNumber] = []
    var lines: [PrintedLine] = []

    func value(_ id: Int) -> Double { numbers.first { $0.id == id }?.value ?? .nan }

    /// Adds the weighted mean of other numbers.
    mutating func addTotal(_ id: Int, n: Int, of addends: [(id: Int, weight: Double)]) {
        let weight = addends.reduce(0) { $0 + $1.weight }
        let mean = addends.reduce(0) { $0 + $1.weight * value($1.id) } / weight
        numbers.append(PrintedNumber(id: id, mean: mean, n: n, in: 0...100))
        lines.append(
            PrintedLine(
                total: id, weight: weight, addends: addends.map { PrintedLine.Addend(id: $0.id, weight: $0.weight) }))
    }

    /// One line: cells of these people with these means, and their whole as number 100.
    init(cells: [(n: Int, mean: Double)]) {
        numbers = cells.enumerated().map { PrintedNumber(id: $0, mean: $1.mean, n: $1.n, in: 0...100) }
        addTotal(100, n: cells.reduce(0) { $0 + $1.n }, of: cells.indices.map { ($0, Double(cells[$0].n)) })
    }

    /// A table of units and items, with the means of the items, of the units and of the whole.
    init(grid seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let (units, items) = (Int.random(in: 2...5, using: &chance), Int.random(in: 2...4, using: &chance))
        let people = (0..<units).map { _ in Int.random(in: 10...60, using: &chance) }
        for unit in 0..<units {
            for item in 0..<items {
                let mean =
                    Double.random(in: 0..<1, using: &chance) < 0.12
                    ? Double.random(in: 95...100, using: &chance) : Double.random(in: 30...94, using: &chance)
                numbers.append(PrintedNumber(id: unit * 10 + item, mean: mean, n: people[unit], in: 0...100))
            }
            addTotal(unit * 10 + 9, n: people[unit], of: (0..<items).map { (unit * 10 + $0, 1) })
        }
        let whole = people.reduce(0, +)
        for item in Array(0..<items) + [9] {
            addTotal(900 + item, n: whole, of: (0..<units).map { ($0 * 10 + item, Double(people[$0])) })
        }
        // The whole of the units is also the mean of the whole's items.
        lines.append(
            PrintedLine(
                total: 909, weight: Double(items),
                addends: (0..<items).map { PrintedLine.Addend(id: 900 + $0, weight: 1) }))
    }

    var bounded: [PrintedNumber] { numbers.filter(\.isBounded) }

    /// What a reader knows of a hidden number without any line.
    func known(of number: PrintedNumber, as role: RoomForBounds.Role?) -> ClosedRange<Double> {
        number.isBounded && role != .bounded ? number.frame : number.interval
    }

    func room(hiddenBefore: Set<Int> = []) -> [Int: RoomForBounds.Role] {
        RoomForBounds(numbers, lines, hiddenBefore: hiddenBefore).hidden
    }

    /// Which part of a bounded number's zone all lines at once leave.
    func left(of number: PrintedNumber, hiding hidden: [Int: RoomForBounds.Role]) -> Double {
        let unknown = numbers.filter { hidden[$0.id] != nil }
        let rows = lines.map { line in
            unknown.map { number in
                line.addends.filter { $0.id == number.id }.reduce(line.total == number.id ? -line.weightOfTotal : 0) {
                    $0 + $1.weight
                }
            }
        }
        let ends = unknown.map { number in
            let known = known(of: number, as: hidden[number.id])
            return (lower: known.lowerBound - number.value, upper: known.upperBound - number.value)
        }
        let aim = unknown.map { $0.id == number.id ? 1.0 : 0.0 }
        let (most, least) = (
            greatest(aim, rows, ends), -greatest(aim.map { -$0 }, rows, ends)
        )
        // Where its own bound is not printed, the lines may leave more than the bound would.
        return min(1, (most - least) / (number.interval.upperBound - number.interval.lowerBound))
    }
}

/// The greatest aim · x with rows · x = 0 and x within its ends, which hold 0: the simplex method with Bland's rule, on
/// x = y − z, where y and z are not negative.
private func greatest(_ aim: [Double], _ rows: [[Double]], _ ends: [(lower: Double, upper: Double)]) -> Double {
    let count = aim.count
    var table: [[Double]] = []
    func add(_ row: [Double], _ right: Double) { table.append(row + row.map { -$0 } + [right]) }
    for row in rows where row.contains(where: { $0 != 0 }) {
        let scale = row.map { abs($0) }.max() ?? 1
        add(row.map { $0 / scale }, 0)
        add(row.map { -$0 / scale }, 0)
    }
    for place in 0..<count {
        let unit = (0..<count).map { $0 == place ? 1.0 : 0.0 }
        add(unit, max(0, ends[place].upper))
        add(unit.map { -$0 }, max(0, -ends[place].lower))
    }
    var goal = aim.map { -$0 } + aim + [0]
    let width = 2 * count
    // The columns of what is in the basis are never written: a leaving variable takes the entering one's column.
    var (basis, columns) = (Array(width..<(width + table.count)), Array(0..<width))
    while let entering = (0..<width).filter({ goal[$0] < -1e-9 }).min(by: { columns[$0] < columns[$1] }) {
        let rising = table.indices.filter { table[$0][entering] > 1e-9 }
        guard
            let leaving = rising.min(by: { one, other in
                let ratios = (table[one][width] / table[one][entering], table[other][width] / table[other][entering])
                return abs(ratios.0 - ratios.1) > 1e-12 ? ratios.0 < ratios.1 : basis[one] < basis[other]
            })
        else { return .infinity }
        let pivot = table[leaving][entering]
        for column in 0...width { table[leaving][column] /= column == entering ? 1 : pivot }
        table[leaving][entering] = 1 / pivot
        func clear(_ row: inout [Double]) {
            let factor = row[entering]
            guard factor != 0 else { return }
            for column in 0...width where column != entering { row[column] -= factor * table[leaving][column] }
            row[entering] = -factor / pivot
        }
        for row in table.indices where row != leaving {
            var changed = table[row]
            clear(&changed)
            table[row] = changed
        }
        clear(&goal)
        swap(&basis[leaving], &columns[entering])
    }
    return goal[width]
}

@Suite struct Bounds {
    @Test(arguments: [
        (20, 0.2), (21, 0.1), (40, 0.1), (41, 0.05), (100, 0.05), (101, 0.02), (300, 0.02), (301, 0.01),
    ])
    func ofSharesAreNearerToTheEndsForMorePeople(n: Int, edge: Double) {
        #expect(Bound.ofShare(1 - edge, n: n) == .atLeast(1 - edge) && Bound.ofShare(1, n: n) == .atLeast(1 - edge))
        #expect(Bound.ofShare(edge, n: n) == .atMost(edge) && Bound.ofShare(0, n: n) == .atMost(edge))
        #expect(Bound.ofShare(1 - edge - 1e-6, n: n) == nil && Bound.ofShare(edge + 1e-6, n: n) == nil)
    }

    @Test func ofMeansTakeFivePercentOrLess() {
        #expect(Bound.ofMean(4.8, n: 12, in: 1...5) == .atLeast(4.8))
        #expect(Bound.ofMean(4.79, n: 12, in: 1...5) == nil)
        #expect(Bound.ofMean(4.9, n: 400, in: 1...5) == nil)
        #expect(Bound.ofMean(1.01, n: 400, in: 1...5) == .atMost(1.04))
        // 100 − 5 after some arithmetic.
        #expect(Bound.ofMean(95 - 1e-12, n: 12, in: 0...100) == .atLeast(95))
        #expect(Bound.atLeast(95).zone(in: 0...100) == 95...100 && Bound.atMost(5).zone(in: 0...100) == 0...5)
    }

    @Test func haveABandWhereTheZoneHasOne() {
        #expect(Bound.band(of: 95...100, starts: [60, 80, 95]) == 3)
        #expect(Bound.band(of: 95...100, starts: [60, 80]) == 2)
        #expect(Bound.band(of: 95...100, starts: [97, 60]) == nil)
        #expect(Bound.band(of: 0...5, starts: [60, 5]) == nil)
        #expect(Bound.band(of: 0...5, starts: []) == 0)
    }
}

@Suite struct RoomForBoundsRule {
    @Test func hidesNothingBesideNoBound() {
        #expect(Printed(cells: [(12, 60), (15, 70)]).room() == [:])
    }

    @Test func hidesTheLightestThatIsEnough() {
        // Alone, the bound is the whole less the others.
        #expect(
            Printed(cells: [(12, 97), (30, 60), (15, 70), (20, 50)]).room() == [0: .bounded, 2: .companion])
        // 10 people with 90 points of room are enough for 120 with 5.
        #expect(Printed(cells: [(120, 98.5), (30, 60), (10, 50)]).room() == [0: .bounded, 2: .companion])
    }

    @Test func hidesTheThirdWhereTwoBoundsDetermineEachOther() {
        // 甲 is between its bound and its end; 乙 is at its end, and so 甲 would be at its own.
        #expect(Printed(cells: [(12, 100), (12, 100), (11, 50)]).room() == [0: .bounded, 1: .bounded, 2: .companion])
        // Two bounds in the middle of their zones give room to one another.
        #expect(Printed(cells: [(12, 97.5), (12, 97.5), (11, 50)]).room() == [0: .bounded, 1: .bounded])
    }

    @Test func hidesTheTotalWhereNoAddendIsLeft() {
        let printed = Printed(cells: [(12, 100), (12, 100), (12, 100)])
        #expect(printed.room()[100] == .bounded)
        // Of 400 people 95 is no bound.
        #expect(Printed(cells: [(12, 100), (388, 97.5)]).room() == [0: .bounded, 1: .companion])
        #expect(
            Printed(cells: [(90, 95), (90, 95), (90, 95)]).room()
                == [0: .bounded, 1: .bounded, 2: .bounded, 100: .total])
    }

    /// The whole of 110 people may be printed up to 98, and then the larger cell is no less than 97.8.
    @Test func withholdsABoundThatNarrowsAnother() {
        #expect(Printed(cells: [(100, 98.5), (10, 100)]).room() == [0: .bounded, 1: .bounded, 100: .total])
    }

    /// The whole of 97 and 94 is no more than 97.5, since 94 is below 95: its own bound is not printed.
    @Test func withholdsABoundThatItsAddendsCannotFill() {
        #expect(Printed(cells: [(12, 97), (12, 94)]).room()[100] == .total)
    }

    @Test func hidesAnAddendOfTheLineOfAHiddenTotal() {
        // 100 is the total of three bounds, which give one another no room, and an addend of 200.
        var printed = Printed(cells: [(90, 95), (90, 95), (90, 95)])
        printed.numbers.append(PrintedNumber(id: 150, mean: 50, n: 300, in: 0...100))
        printed.addTotal(200, n: 570, of: [(100, 270), (150, 300)])
        #expect(
            printed.room() == [0: .bounded, 1: .bounded, 2: .bounded, 100: .total, 150: .companion])
    }

    @Test func countsWhatWasHiddenBefore() {
        let cells = Printed(cells: [(12, 97), (30, 60), (15, 70), (20, 50)])
        #expect(cells.room(hiddenBefore: [1]) == [0: .bounded, 1: .companion])
        #expect(cells.room(hiddenBefore: [0]) == cells.room())
        #expect(Printed(cells: [(12, 60), (15, 70)]).room(hiddenBefore: [1]) == [1: .companion])
    }

    @Test func takesAnAddendThatIsTurnedRound() {
        // 200 = 0.5 × 0 + 0.5 × (100 − 1).
        var printed = Printed(cells: [(12, 97), (30, 60)])
        printed.numbers = [
            PrintedNumber(id: 0, mean: 97, n: 12, in: 0...100), PrintedNumber(id: 1, mean: 60, n: 12, in: 0...100),
            PrintedNumber(id: 200, mean: 68.5, n: 12, in: 0...100),
        ]
        printed.lines = [
            PrintedLine(total: 200, weight: 1, addends: [.init(id: 0, weight: 0.5), .init(id: 1, weight: -0.5)])
        ]
        #expect(printed.room() == [0: .bounded, 1: .companion])
        #expect(printed.left(of: printed.numbers[0], hiding: printed.room()) == 1)
        // Both at the ends that the sign puts together: 100 and 0 are the only pair with the total 100.
        printed.numbers = [
            PrintedNumber(id: 0, mean: 100, n: 12, in: 0...100), PrintedNumber(id: 1, mean: 0, n: 12, in: 0...100),
            PrintedNumber(id: 200, mean: 50, n: 12, in: -50...150),
        ]
        #expect(printed.room() == [0: .bounded, 1: .bounded, 200: .total])
    }

    @Test(arguments: 0..<300)
    func leavesRoomInOneLine(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let cells = (0..<Int.random(in: 2...9, using: &chance)).map { _ in
            let mean =
                Double.random(in: 0..<1, using: &chance) < 0.3
                ? Double.random(in: 95...100, using: &chance) : Double.random(in: 2...94, using: &chance)
            return (n: Int.random(in: 10...80, using: &chance), mean: mean)
        }
        let printed = Printed(cells: cells)
        let hidden = printed.room()
        #expect(hidden.isEmpty == printed.bounded.isEmpty)
        // Σ over the hidden cells, less the whole where it is hidden.
        let terms = printed.numbers.filter { hidden[$0.id] != nil }.map { number in
            let weight = number.id == 100 ? -cells.reduce(0) { $0 + Double($1.n) } : Double(cells[number.id].n)
            return (weight, number)
        }
        let known = terms.reduce(0) { $0 + $1.0 * $1.1.value }
        for (weight, number) in terms where number.isBounded {
            var (least, greatest) = (known, known)
            for (other, its) in terms where its.id != number.id {
                let known = printed.known(of: its, as: hidden[its.id])
                let ends = (other * known.lowerBound, other * known.upperBound)
                least -= max(ends.0, ends.1)
                greatest -= min(ends.0, ends.1)
            }
            let ends = (least / weight, greatest / weight)
            let own = printed.known(of: number, as: hidden[number.id])
            let lower = max(own.lowerBound, min(ends.0, ends.1)), upper = min(own.upperBound, max(ends.0, ends.1))
            let width = number.interval.upperBound - number.interval.lowerBound
            #expect(upper - lower >= 0.6 * width - 1e-6 * width)
        }
    }

    @Test func leavesHalfOfTheRoomInAllLinesAtOnce() {
        var (bounded, hidden, numbers, least) = (0, 0, 0, 1.0)
        for seed: UInt64 in 0..<300 {
            let printed = Printed(grid: seed)
            let room = printed.room()
            bounded += printed.bounded.count
            hidden += room.count
            numbers += printed.numbers.count
            for number in printed.bounded {
                let left = printed.left(of: number, hiding: room)
                least = min(least, left)
                #expect(left >= 0.5 - 1e-6, "seed \(seed), number \(number.id)")
            }
        }
        #expect(bounded > 100 && least >= 0.5 - 1e-6)
        #expect(Double(hidden) < 4 * Double(bounded))
    }

    @Test(arguments: 0..<60)
    func hidesTheSameInAnyOrder(seed: UInt64) {
        var chance = SplitMix64(seed: seed &+ 1_000_000)
        let printed = Printed(grid: seed)
        var shuffled = printed
        shuffled.numbers.shuffle(using: &chance)
        shuffled.lines = printed.lines.shuffled(using: &chance).map {
            PrintedLine(
                total: $0.total, weight: $0.weightOfTotal, addends: $0.addends.shuffled(using: &chance))
        }
        #expect(shuffled.room() == printed.room())
        let again = printed.room(hiddenBefore: Set(printed.room().keys))
        #expect(Set(again.keys) == Set(printed.room().keys))
        let before = Set(printed.numbers.map(\.id).filter { _ in Bool.random(using: &chance) })
        #expect(before.isSubset(of: Set(printed.room(hiddenBefore: before).keys)))
    }
}
