import Statistics
import Testing

/// A table with every kind of code, and a plan with every kind of part.
private struct Sample {
    static let plan = TallyPlan(
        items: [.init(column: 0, low: 1, high: 5), .init(column: 3, low: 0, high: 2)],
        scales: [
            .init(
                terms: [
                    .points(column: 0, low: 1, points: [1, 2, 3, 4, 5], weight: 1),
                    .points(column: 1, low: 1, points: [5, 4, 3, 2, 1], weight: 2),
                    .points(column: 2, low: 1, points: [0, 1, nil, 3, 4], weight: 1),
                ], minimumAnswered: 2),
            .init(
                terms: [.gap(current: 3, required: 4, weight: 1), .shortfall(current: 0, required: 1, weight: 3)],
                minimumAnswered: 1),
        ],
        pairs: [.init(current: 3, required: 4, low: 1, high: 5)],
        composites: [[0, 1], [1]])

    /// Random rows, as arrays of codes with the group last.
    static func rows(_ count: Int, seed: UInt64) -> [[Int32]] {
        var chance = SplitMix64(state: seed)
        return (0..<count).map { _ in
            let codes = (0..<5).map { _ -> Int32 in
                switch Int.random(in: 0..<20, using: &chance) {
                case 0: ResponseTable.missing
                case 1: ResponseTable.notApplicable
                case 2: ResponseTable.notAsked
                default: Int32.random(in: 1...5, using: &chance)
                }
            }
            return codes + [Int32.random(in: 0..<3, using: &chance)]
        }
    }

    static func tallies(_ rows: [[Int32]]) -> [Tally] {
        let table = ResponseTable(
            columns: (0..<5).map { column in rows.map { $0[column] } }, groups: rows.map { $0[5] }, groupCount: 3)
        return Tally.counting(table, by: plan)
    }
}

@Suite struct TallyTests {
    @Test(arguments: [1, 7, 250, 5000])
    func equalsANaiveComputation(count: Int) throws {
        let rows = Sample.rows(count, seed: UInt64(count))
        let tallies = Sample.tallies(rows)
        for group in 0..<3 {
            let rows = rows.filter { $0[5] == Int32(group) }
            let tally = tallies[group]
            #expect(tally.responses == rows.count)

            let item = tally.items[1]
            #expect(item.counts == (0...2).map { code in rows.count { $0[3] == Int32(code) } })
            #expect(item.missing == rows.count { $0[3] == ResponseTable.missing })
            #expect(item.notApplicable == rows.count { $0[3] == ResponseTable.notApplicable })
            #expect(item.notAsked == rows.count { $0[3] == ResponseTable.notAsked })
            #expect(item.outside == rows.count { $0[3] > 2 })

            let pair = tally.pairs[0]
            for current in 1...5 {
                for required in 1...5 {
                    let expected = rows.count { $0[3] == Int32(current) && $0[4] == Int32(required) }
                    #expect(pair.count(current: current, required: required) == expected)
                }
            }
            #expect(pair.complete + pair.incomplete == rows.count)

            let values = rows.map(termValues)
            for scale in 0..<2 {
                let weights = scale == 0 ? [1, 2, 1] : [1, 3]
                var cells: [ScaleCell: Int] = [:]
                var listwise: [[Int]] = []
                for row in values {
                    let answered = zip(row[scale], weights).filter { $0.0 != nil }
                    let cell = ScaleCell(
                        answered: answered.count, weight: answered.reduce(0) { $0 + $1.1 },
                        sum: answered.reduce(0) { $0 + ($1.0 ?? 0) * $1.1 })
                    cells[cell, default: 0] += 1
                    let complete = row[scale].compactMap { $0 }
                    if complete.count == weights.count { listwise.append(complete) }
                }
                #expect(tally.scales[scale].cells == cells)
                let moments = tally.scales[scale].listwise
                #expect(moments.n == listwise.count)
                for i in weights.indices {
                    #expect(moments.sums[i] == listwise.reduce(0) { $0 + $1[i] })
                    for j in 0...i {
                        #expect(moments.products[i * (i + 1) / 2 + j] == listwise.reduce(0) { $0 + $1[i] * $1[j] })
                    }
                }
            }
        }
    }

    /// The values of the two scales' terms in one row, spelt out again.
    private func termValues(_ row: [Int32]) -> [[Int?]] {
        func answer(_ column: Int) -> Int? { (1...5).contains(row[column]) ? Int(row[column]) : nil }
        func gap(_ current: Int, _ required: Int) -> Int? {
            guard let current = answer(current), let required = answer(required) else { return nil }
            return required - current
        }
        return [
            [answer(0), answer(1).map { 6 - $0 }, answer(2).flatMap { $0 == 3 ? nil : $0 - 1 }],
            [gap(3, 4), gap(0, 1).map { max(0, $0) }],
        ]
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func scoresAndCompositesEqualThoseOfThePersons(seed: UInt64) throws {
        let rows = Sample.rows(400, seed: seed)
        let tally = Sample.tallies(rows)[0]
        let scores = rows.filter { $0[5] == 0 }.map { row -> [Double?] in
            zip(termValues(row), [([1, 2, 1], 2), ([1, 3], 1)]).map { values, rule in
                let answered = zip(values, rule.0).filter { $0.0 != nil }
                guard answered.count >= rule.1 else { return nil }
                return Double(answered.reduce(0) { $0 + ($1.0 ?? 0) * $1.1 }) / Double(answered.reduce(0) { $0 + $1.1 })
            }
        }
        for scale in 0..<2 {
            let expected = moments(scores.compactMap { $0[scale] })
            let minimum = Sample.plan.scales[scale].minimumAnswered
            let found = tally.scales[scale].scores(minimumAnswered: minimum)
            #expect(found.n == expected.n)
            expectClose(found.mean, try #require(expected.mean), tolerance: 1e-13)
            expectClose(found.variance, try #require(expected.variance), tolerance: 1e-13)
            #expect(tally.scales[scale].distribution(minimumAnswered: minimum).n == expected.n)
            #expect(tally.scales[scale].responses == tally.responses)
        }
        let joint = scores.compactMap { row -> Double? in
            guard let first = row[0], let second = row[1] else { return nil }
            return 0.25 * (10 + 20 * first) + 0.75 * (5 - 2 * second)
        }
        let expected = moments(joint)
        let found = tally.composites[0].composite([
            CompositePart(weight: 0.25, offset: 10, slope: 20), CompositePart(weight: 0.75, offset: 5, slope: -2),
        ])
        #expect(found.n == expected.n)
        expectClose(found.mean, try #require(expected.mean), tolerance: 1e-13)
        expectClose(found.variance, try #require(expected.variance), tolerance: 1e-12)
        // A composite of one scale is that scale.
        #expect(tally.composites[1].composite([CompositePart(weight: 1)]) == tally.composites[1].moments(of: 0))
        #expect(tally.composites[1].moments(of: 0) == tally.scales[1].scores(minimumAnswered: 1))
    }

    @Test(arguments: [50, 999, 4096, 4097])
    func addsUpOverAnyChunks(size: Int) {
        let rows = Sample.rows(9000, seed: 11)
        var sum = Sample.tallies([])
        for start in stride(from: 0, to: rows.count, by: size) {
            let part = Sample.tallies(Array(rows[start..<min(start + size, rows.count)]))
            for group in sum.indices { sum[group].add(part[group]) }
        }
        #expect(sum == Sample.tallies(rows))
    }

    @Test func doesNotDependOnTheOrderOfRowsOrSummands() {
        let rows = Sample.rows(600, seed: 3)
        var chance = SplitMix64(state: 4)
        #expect(Sample.tallies(rows.shuffled(using: &chance)) == Sample.tallies(rows))
        let (a, b, c) = (Sample.tallies(rows)[0], Sample.tallies(rows)[1], Sample.tallies(rows)[2])
        #expect(a + b == b + a)
        #expect((a + b) + c == a + (b + c))
        #expect(a + Tally(zeroFor: Sample.plan) == a)
    }

    /// What is computed from equal tallies is equal to the last bit, however their dictionaries came about.
    @Test func resultsAreBitIdenticalUnderMergingOrder() {
        let parts = (0..<12).map { Sample.tallies(Sample.rows(40, seed: UInt64($0)))[0] }
        let forward = parts.dropFirst().reduce(parts[0], +)
        let backward = parts.reversed().dropFirst().reduce(parts[11], +)
        #expect(forward.scales[0].scores(minimumAnswered: 2) == backward.scales[0].scores(minimumAnswered: 2))
        #expect(forward.composites[0].covariance(0, 1) == backward.composites[0].covariance(0, 1))
    }

    @Test func anEmptyTableGivesAnEmptyTallyForEveryGroup() {
        #expect(Sample.tallies([]) == Array(repeating: Tally(zeroFor: Sample.plan), count: 3))
    }

    @Test func aScaleLongerThanAnyCommonDenominatorIsCountedExactly() throws {
        // 60 terms of which some miss any number up to 30: lcm(30...60) does not fit into 64 bits.
        var chance = SplitMix64(state: 60)
        let columns = (0..<60).map { _ in
            (0..<40).map { row in
                Int.random(in: 0..<60, using: &chance) < row / 2
                    ? ResponseTable.missing : Int32.random(in: 1...5, using: &chance)
            }
        }
        let terms = (0..<60).map { TallyPlan.Term.points(column: $0, low: 1, points: [1, 2, 3, 4, 5], weight: 1) }
        let plan = TallyPlan(scales: [.init(terms: terms, minimumAnswered: 30)], composites: [[0, 0]])
        let found = tally(columns, by: plan).composites[0]
        let scores = (0..<40).compactMap { row -> Double? in
            let answers = columns.map { $0[row] }.filter { $0 != ResponseTable.missing }
            return answers.count < 30 ? nil : Double(answers.reduce(0, +)) / Double(answers.count)
        }
        expectClose(found.mean(of: 0), try #require(moments(scores).mean))
        expectClose(found.covariance(0, 1), try #require(moments(scores).variance))
    }
}
