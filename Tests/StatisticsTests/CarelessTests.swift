import Statistics
import Testing

@Suite struct CarelessTests {
    @Test(
        arguments: [
            ([], 0), ([nil, nil], 0), ([3], 1), ([1, 2, 3], 1), ([1, 2, 2, 2, 1, 1], 3), ([2, 2, nil, 2, 2, 2], 3),
            ([4, nil, 4, nil, 4], 1), ([5, 5, 5, 5], 4),
        ] as [([Int32?], Int)])
    func aRunEndsAtAnotherCodeOrAMissingAnswer(codes: [Int32?], expected: Int) {
        #expect(AnswerPattern.longestRun(of: codes) == expected)
    }

    @Test func variabilityIsTheStandardDeviationOfTheCodes() {
        // NumPy's std(ddof = 1).
        expectClose(AnswerPattern.variability(of: [1, nil, 4, 2, 2, nil, 5]), 1.6431676725154984)
        #expect(AnswerPattern.variability(of: [7, 7, nil, 7]) == 0)
        #expect(AnswerPattern.variability(of: [7, nil]) == nil)
        #expect(AnswerPattern.variability(of: []) == nil)
        // The widest codes there are overflow nothing.
        let widest = AnswerPattern.variability(of: [ResponseTable.notAsked + 1, .max])
        expectClose(widest, (Double(Int32.max) - Double(ResponseTable.notAsked + 1)) / 2.0.squareRoot())
    }

    /// Halves 1, 2, 4 and 2, 3, 4: r = 3/√(28/3), and 2r/(1 + r).
    @Test func consistencyIsTheSteppedUpCorrelationOfTheHalves() {
        let consistency = Self.threeScales(of: 3)
        let r = 3 / (28.0 / 3).squareRoot()
        // The second item of the first scale is reversed: 5 scores as 2.
        expectClose(consistency.value(of: [1, 5, nil, 1, 3, 3, 5, 4, 3]), 2 * r / (1 + r))
    }

    @Test(
        arguments: [
            // A half lies empty: two scales are left.
            ([1, nil, 1, 2, 3, 2, 4, 4, 4], nil), ([1, 5, 1, nil, 3, nil, 4, 4, 4], nil),
            // One half is the same throughout.
            ([2, 5, 2, 2, 3, 2, 2, 4, 2], nil),
            // Exactly opposed, where the formula falls below −1; and r = −√(3/28), just above −⅓.
            ([1, 2, 1, 2, 4, 2, 4, 2, 4], -1), ([1, 2, 1, 2, 3, 2, 4, 4, 4], -0.9732121111929343),
        ] as [([Int32?], Double?)])
    func consistencyNeedsThreeScalesThatVary(codes: [Int32?], expected: Double?) {
        let found = Self.threeScales(of: 3).value(of: codes)
        if let expected { expectClose(found, expected) } else { #expect(found == nil) }
    }

    /// Shrout & Fleiss's six targets; the digits by NumPy and SciPy.
    @Test func distancesOfAPublishedTable() {
        let distance = MahalanobisDistance(of: rawMoments(ShroutFleiss.judges))
        let squared = [
            4.149241346609771, 4.123636794689425, 1.7168089141773353, 3.6257705073494533, 3.41417733522997,
            2.9703651019440507,
        ]
        let p = [
            0.3861848500794607, 0.3895319415926748, 0.7876620463797137, 0.4590140238029964, 0.49104726033966395,
            0.5627969163012236,
        ]
        for target in 0..<6 {
            let found = distance.squared(of: ShroutFleiss.judges.map { $0[target] })
            expectClose(found, squared[target], tolerance: 1e-11)
            expectClose(found.map { distance.p(ofSquared: $0) }, p[target], tolerance: 1e-11)
        }
        #expect(distance.squared(of: [1, nil, 3, 4]) == nil)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func distancesSumToTheirNumberTimesTheItems(seed: UInt64) {
        var chance = SplitMix64(state: seed)
        let columns = RandomScale.columns(&chance, items: 2...7, people: 20...60)
        let distance = MahalanobisDistance(of: rawMoments(columns))
        let rows = columns[0].indices.map { row in columns.map { Int32?($0[row]) } }
        let sum = rows.compactMap { distance.squared(of: $0) }.reduce(0, +)
        expectClose(sum, Double((rows.count - 1) * columns.count), tolerance: 1e-10)
        // Another unit of every item moves nobody.
        let others = MahalanobisDistance(of: rawMoments(columns.map { $0.map { 50 - 3 * $0 } }))
        for row in rows {
            expectClose(
                others.squared(of: row.map { $0.map { 50 - 3 * $0 } }), distance.squared(of: row) ?? -1,
                tolerance: 1e-9)
        }
    }

    @Test func distancesWithoutGroundsHaveAReason() {
        func reason(_ columns: [[Int32]]) -> Undefined? { MahalanobisDistance(of: rawMoments(columns)).undefined }
        #expect(reason([[1, 2, 3], [1, 2, 3]]) == .singular)
        #expect(reason([[1, 2, 3], [2, 2, 2]]) == .constant)
        #expect(reason([[1], [2]]) == .oneAnswer)
        #expect(MahalanobisDistance(of: rawMoments([[1, 2, 3], [1, 2, 3]])).squared(of: [1, 1]) == nil)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func runsStayWithinTheirBounds(seed: UInt64) {
        var chance = SplitMix64(state: seed)
        let codes = (0..<Int.random(in: 1...30, using: &chance)).map { _ in
            Bool.random(using: &chance) ? Int32.random(in: 1...3, using: &chance) : nil
        }
        let run = AnswerPattern.longestRun(of: codes)
        let answers = codes.compactMap { $0 }
        #expect(run <= answers.count && (run > 0) == !answers.isEmpty)
        #expect(AnswerPattern.longestRun(of: codes.reversed()) == run)
        #expect(AnswerPattern.longestRun(of: codes + codes) <= 2 * run)
        if let variability = AnswerPattern.variability(of: codes) {
            expectClose(AnswerPattern.variability(of: codes.shuffled(using: &chance)), variability)
            #expect(variability <= 2.0.squareRoot(), "three codes reach half their range times √(n/(n − 1))")
        }
    }

    @Test func oneSignIsNoFlagAndTwoAre() {
        let screen = CarelessScreen(consistency: Self.threeScales(of: 3))
        let careful: [Int32?] = [1, 5, 1, 2, 3, 2, 4, 4, 5]
        #expect(screen.profile(of: careful, seconds: 60).signs == [])
        let hasty = screen.profile(of: careful, seconds: 9)
        #expect(hasty.signs == [.tooFast] && hasty.secondsPerItem == 1 && !hasty.isFlagged)
        let straight = screen.profile(of: Array(repeating: 4, count: 9), seconds: 90)
        // Reversed items answered like the others contradict them, but no half varies enough to say so.
        #expect(straight.signs == [.longRun, .littleVariability] && straight.isFlagged)
        #expect(straight.longestRun == 9 && straight.variability == 0)
        let empty = screen.profile(of: Array(repeating: nil, count: 9), seconds: 1)
        #expect(empty.signs == [.muchMissing] && empty.missingShare == 1 && !empty.isFlagged)
        #expect(empty.secondsPerItem == nil && empty.consistency == nil && empty.squaredDistance == nil)
        let lenient = CarelessScreen(limits: CarelessLimits(signsForFlag: 3))
        #expect(!lenient.profile(of: Array(repeating: 4, count: 9)).isFlagged)
    }

    @Test(arguments: [Double.nan, .infinity, -1, nil] as [Double?])
    func aTimeThatIsNoneIsNoSign(seconds: Double?) {
        let profile = CarelessScreen().profile(of: [1, 2, 3], seconds: seconds)
        #expect(profile.secondsPerItem == nil && profile.signs.isEmpty)
    }

    @Test func aCombinationThatNobodyGivesIsUnusual() {
        // Two items that are nearly the same for everybody else.
        let same = (0..<60).map { Int32($0 % 5 + 1) }
        let near = same.enumerated().map { $0.offset == 7 ? $0.element % 5 + 1 : $0.element }
        let screen = CarelessScreen(distance: MahalanobisDistance(of: rawMoments([same, near])))
        #expect(screen.profile(of: [1, 5]).signs == [.unusual])
        #expect(screen.profile(of: [3, 3]).signs == [])
    }

    @Test func aTableIsScreenedRowByRowAndItsCountsAdd() {
        let table = ResponseTable(
            columns: [
                [1, 4, ResponseTable.missing], [3, 4, ResponseTable.notAsked], [2, 4, ResponseTable.notApplicable],
            ],
            groups: [0, 0, 0], groupCount: 1)
        let screen = CarelessScreen(limits: CarelessLimits(fewestAnswers: 3))
        let profiles = screen.profiles(of: table, columns: [2, 0, 1], seconds: [60, 3, nil])
        #expect(profiles.map(\.longestRun) == [1, 3, 0])
        #expect(profiles[1].signs == [.longRun, .littleVariability, .tooFast])
        #expect(profiles.map(\.isFlagged) == [false, true, false])
        var first = CarelessTally()
        var second = CarelessTally()
        first.count(profiles[0])
        second.count(profiles[1])
        second.count(profiles[2])
        first.add(second)
        #expect(first.responses == 3 && first.flagged == 1 && first.signs == [1, 1, 0, 0, 1, 1])
    }

    /// Three scales of consecutive items 1…6 with the second item of the first reversed as 7 − x.
    private static func threeScales(of items: Int) -> EvenOddConsistency {
        EvenOddConsistency(
            scales: (0..<3).map { scale in
                (0..<items).map { item in
                    .init(place: scale * items + item, low: 1, high: 6, isReversed: scale == 0 && item == 1)
                }
            })
    }
}
