import Testing

@testable import Reports

/// Every way in which so many people can answer with so many grades.
private func allCounts(_ n: Int, _ grades: Int) -> [[Int]] {
    guard grades > 1 else { return [[n]] }
    return (0...n).flatMap { first in allCounts(n - first, grades - 1).map { [first] + $0 } }
}

@Suite("The answers to an item")
struct ShownAnswersTests {
    @Test(
        "never let a bound be told, not even to a reader who knows the rule",
        arguments: [
            (10, [false, false, false, true, true]), (12, [false, false, false, true, true]),
            (30, [false, false, false, true, true]),
            (45, [false, false, true, true]), (21, [false, false, false, true, true]), (101, [false, false, true]),
            (41, [false, false, true, true]), (110, [false, false, true]), (24, [true, true, false, false]),
        ])
    func indistinguishable(n: Int, isFavourable: [Bool]) {
        // All answers that give the same row, favourable share and bar are one and the same to the reader.
        var values: [String: [Set<Int>]] = [:]
        var shown: [String: ShownAnswers] = [:]
        var outside = 0.0
        for counts in allCounts(n, isFavourable.count) {
            let answers = ShownAnswers(counts: counts, isFavourable: isFavourable)
            let points = counts.indices.map { 20 * ($0 + 1) }
            let mean = Double(zip(points, counts).reduce(0) { $0 + $1.0 * $1.1 }) / Double(n)
            guard let range = answers.range(of: points) else {
                Issue.record("no range")
                continue
            }
            outside = max(outside, range.lowerBound - mean, mean - range.upperBound)
            let key = "\(answers.shares) \(answers.favourable) \(answers.drawn ?? []) \(range)"
            shown[key] = answers
            var sets = values[key] ?? Array(repeating: [], count: counts.count)
            for (index, count) in counts.enumerated() { sets[index].insert(count) }
            values[key] = sets
        }
        #expect(outside < 1e-9, "the mean lies in the range that the shares allow")
        var told = 0
        for (key, answers) in shown {
            for (index, share) in answers.shares.enumerated() where share.exact == nil {
                if (values[key]?[index].count ?? 0) < 2 { told += 1 }
            }
        }
        #expect(told == 0, "of \(shown.count)")
    }

    @Test("are told one by one where none is near the end of the scale")
    func plain() {
        let answers = ShownAnswers(counts: [10, 20, 30, 25, 15], isFavourable: [false, false, false, true, true])
        #expect(answers.shares == [0.1, 0.2, 0.3, 0.25, 0.15].map { .exact($0) })
        #expect(answers.favourable == .exact(0.4) && answers.tellsMean && answers.drawn == [0.1, 0.2, 0.3, 0.25, 0.15])
    }

    @Test("keep the mean and a neighbour back beside a bound, and are drawn with it as one part")
    func partner() {
        let answers = ShownAnswers(counts: [1, 19, 30, 30, 20], isFavourable: [false, false, false, true, true])
        #expect(
            answers.shares == [.atMost(0.05), .exact(0.19), .absent(.bounded), .exact(0.3), .exact(0.2)])
        #expect(answers.favourable == .exact(0.5) && !answers.tellsMean)
        #expect(answers.drawn == [0, 0.19, 0.31, 0.3, 0.2])
    }

    @Test("tell nothing but the bound where their mean stands elsewhere")
    func alone() {
        let answers = ShownAnswers(
            counts: [1, 19, 30, 30, 20], isFavourable: [false, false, false, true, true], isMeanTold: true)
        #expect(answers.shares.allSatisfy { $0.exact == nil } && answers.drawn == nil && answers.tellsMean)
    }

    @Test("of one mind are a bound, and drawn at it")
    func unanimous() {
        let answers = ShownAnswers(counts: [0, 0, 0, 0, 100], isFavourable: [false, false, false, true, true])
        #expect(answers.shares[4] == .atLeast(0.95) && answers.favourable == .atLeast(0.95))
        #expect(answers.drawn == [0, 0, 0, 0, 0.95])
    }
}
