import Disclosure
import Testing

/// Every way in which so many people can answer with so many grades.
private func allCounts(_ n: Int, _ grades: Int) -> [[Int]] {
    guard grades > 1 else { return [[n]] }
    return (0...n).flatMap { first in allCounts(n - first, grades - 1).map { [first] + $0 } }
}

/// How far each of some hidden shares can be from its value while sums of them stay what they are: the ends of a linear
/// programme, which lie where all but as many shares as there are sums are at their own ends.
private func ranges(sums: [[Double]], ends: [(Double, Double)]) -> [(low: Double, high: Double)] {
    var found = ends.map { _ in (low: 0.0, high: 0.0) }
    for chosen in 0..<(1 << ends.count) where chosen.nonzeroBitCount == sums.count {
        let free = ends.indices.filter { chosen & (1 << $0) != 0 }
        let fixed = ends.indices.filter { chosen & (1 << $0) == 0 }
        for sides in 0..<(1 << fixed.count) {
            var values = [Double](repeating: 0, count: ends.count)
            for (bit, index) in fixed.enumerated() {
                values[index] = sides & (1 << bit) == 0 ? ends[index].0 : ends[index].1
            }
            let rows = sums.map { sum in
                free.map { sum[$0] } + [-fixed.reduce(0) { $0 + sum[$1] * values[$1] }]
            }
            guard let solved = solve(rows) else { continue }
            for (index, value) in zip(free, solved) { values[index] = value }
            guard zip(values, ends).allSatisfy({ $0 >= $1.0 - 1e-9 && $0 <= $1.1 + 1e-9 }) else { continue }
            for (index, value) in values.enumerated() {
                found[index] = (min(found[index].low, value), max(found[index].high, value))
            }
        }
    }
    return found
}

/// The only solution of as many linear equations as unknowns, each with its right side as the last number; nil where
/// there is none.
private func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    for column in rows.indices {
        guard let pivot = rows.indices.dropFirst(column).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
            abs(rows[pivot][column]) > 1e-9
        else { return nil }
        rows.swapAt(column, pivot)
        for row in rows.indices where row != column {
            let factor = rows[row][column] / rows[column][column]
            for place in rows[row].indices { rows[row][place] -= factor * rows[column][place] }
        }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
}

@Suite("The answers to an item")
struct ReleasedAnswersTests {
    @Test(
        "leave a bound half of its width, to a reader who knows the mean",
        arguments: [
            (10, [false, false, false, true, true]), (21, [false, false, true, true]),
            (41, [false, false, true]),
        ])
    func indistinguishable(n: Int, isFavourable: [Bool]) {
        let points = isFavourable.indices.map { $0 + 1 }
        var (narrow, bounds) = (0, 0)
        for counts in allCounts(n, isFavourable.count) {
            let answers = ReleasedAnswers(counts: counts, points: points, isFavourable: isFavourable)
            let hidden = answers.shares.indices.filter { answers.shares[$0].exact == nil }
            var sums = [hidden.map { _ in 1.0 }, hidden.map { Double(points[$0]) }]
            let sides = hidden.map { isFavourable[$0] ? 1.0 : 0 }
            if answers.favourable.exact != nil, Set(sides).count == 2 { sums.append(sides) }
            let ends = hidden.map { index -> (Double, Double) in
                let share = Double(counts[index]) / Double(n)
                switch answers.shares[index] {
                case .atLeast(let least): return (least - share, 1 - share)
                case .atMost(let most): return (-share, most - share)
                case .exact, .withheld: return (-share, 1 - share)
                }
            }
            let left = ranges(sums: sums, ends: ends)
            for (place, index) in hidden.enumerated() where !answers.shares[index].isWithheld {
                bounds += 1
                if left[place].high - left[place].low < (ends[place].1 - ends[place].0) / 2 { narrow += 1 }
            }
        }
        #expect(narrow == 0, "of \(bounds)")
        #expect(bounds > 0)
    }

    @Test("are told one by one where none is near the end of the scale")
    func plain() {
        let answers = ReleasedAnswers(
            counts: [10, 20, 30, 25, 15], points: [1, 2, 3, 4, 5], isFavourable: [false, false, false, true, true])
        #expect(answers.shares == [0.1, 0.2, 0.3, 0.25, 0.15].map { .exact($0) })
        #expect(answers.favourable == .exact(0.4) && answers.areExact)
        #expect(answers.drawn == [0.1, 0.2, 0.3, 0.25, 0.15])
    }

    @Test("keep others back beside a bound, from the middle outwards, and are drawn with them as one part")
    func partner() {
        let answers = ReleasedAnswers(
            counts: [1, 19, 30, 30, 20], points: [1, 2, 3, 4, 5], isFavourable: [false, false, false, true, true])
        #expect(answers.shares[0] == .atMost(0.05) && answers.shares[2] == .withheld(.besideBound))
        #expect(answers.shares.filter { $0.exact == nil }.count > 2, "the mean is a sum, too")
        #expect(answers.favourable == .exact(0.5) && !answers.areExact)
    }

    @Test("of one mind are a bound")
    func unanimous() {
        let answers = ReleasedAnswers(
            counts: [0, 0, 0, 0, 100], points: [1, 2, 3, 4, 5], isFavourable: [false, false, false, true, true])
        #expect(answers.shares.allSatisfy { $0.exact == nil } && answers.favourable.exact == nil)
    }
}
