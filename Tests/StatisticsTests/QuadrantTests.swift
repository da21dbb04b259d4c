import Statistics
import Testing

@Suite struct QuadrantTests {
    private static let means: [(importance: Double?, performance: Double?)] = [
        (4.5, 2.5), (4.5, 4.5), (2.5, 2.5), (2.5, 4.5), (nil, 3),
    ]

    @Test func everyFieldOfTheGridHasItsName() {
        let found = ImportancePerformance(Self.means, crosshair: .dataCentred)
        #expect(found.importanceCut == 3.5 && found.performanceCut == 3.5 && found.crosshair == .dataCentred)
        #expect(found.quadrants == [.concentrateHere, .keepUp, .lowPriority, .possibleOverkill, nil])
    }

    @Test func aCrosshairMayStandInTheMiddleOfTheScale() {
        let good = [(importance: 4.0, performance: 3.5), (importance: 4.5, performance: 4.5)].map {
            (importance: Double?($0.importance), performance: Double?($0.performance))
        }
        let scale = ImportancePerformance(good, crosshair: .scaleCentred(low: 1, high: 5))
        #expect(scale.quadrants == [.keepUp, .keepUp] && scale.importanceCut == 3 && scale.performanceCut == 3)
        #expect(ImportancePerformance(good, crosshair: .dataCentred).quadrants == [.lowPriority, .keepUp])
    }

    /// A third of ten thirds three times is a last bit off ten thirds.
    @Test func tiesGoToTheHighSide() {
        let same = (0..<7).map { _ in (importance: Double?(10.0 / 3), performance: Double?(2.1)) }
        let found = ImportancePerformance(same, crosshair: .dataCentred)
        #expect(found.quadrants.allSatisfy { $0 == .keepUp })
        let nothing = ImportancePerformance([(nil, nil)], crosshair: .dataCentred)
        #expect(nothing.quadrants == [nil] && nothing.importanceCut == nil)
    }

    @Test func pairsGiveTheirMeansOverCompletePairs() {
        let columns: [[Int32]] = [[1, 2, 5], [5, 4, ResponseTable.missing], [4, 4, 4], [1, 2, 1]]
        let plan = TallyPlan(pairs: [
            .init(current: 0, required: 1, low: 1, high: 5), .init(current: 2, required: 3, low: 1, high: 5),
        ])
        let found = ImportancePerformance(of: tally(columns, by: plan).pairs, crosshair: .dataCentred)
        #expect(found.quadrants == [.concentrateHere, .possibleOverkill])
        expectClose(found.performanceCut, 2.75)
    }
}

@Suite struct FavourabilityTests {
    private let item: ItemTally = {
        var item = ItemTally(zeroFor: .init(column: 0, low: 1, high: 5))
        item.counts = [2, 3, 5, 6, 4]
        item.missing = 3
        item.notApplicable = 1
        return item
    }()

    /// The interval of the balance by SciPy from +1, 0 and −1.
    @Test func sharesAndTheirBalance() throws {
        let found = try Favourability(of: item, favourable: 4...5, unfavourable: 1...2)
        #expect(found.favourable.value == 0.5 && found.neutral.value == 0.25 && found.unfavourable.value == 0.25)
        #expect(found.favourable.n == 20 && found.favourable.missing == 4)
        #expect(found.net.value == 0.25 && found.net.method == "net.t")
        expectClose(found.net.lower, -0.14813812820480626)
        expectClose(found.net.upper, 0.6481381282048062)
        let reversed = try Favourability(of: item, favourable: 1...2, unfavourable: 4...5)
        #expect(reversed.net.value == -0.25 && reversed.favourable == found.unfavourable)
        #expect(throws: StatisticsError.moreAnswersThanPeople(answers: 20, people: 19)) {
            try Favourability(of: item, favourable: 4...5, unfavourable: 1...2, population: FinitePopulation(size: 19))
        }
    }

    @Test func nobodyIsOnNoSide() throws {
        let nobody = ItemTally(zeroFor: .init(column: 0, low: 1, high: 5))
        let found = try Favourability(of: nobody, favourable: 4...5, unfavourable: 1...2)
        #expect(found.favourable.undefined == .noAnswers && found.net.undefined == .noAnswers)
    }

    @Test func unitsGoByTheDeclaredBounds() {
        let units = ScoreUnits(low: 1, high: 5)
        let scores = moments([2, 3, 4])
        #expect(units.percentOfMaximumPossible(3) == 50)
        #expect(
            units.percentOfMaximumPossible(scores).mean == 50 && units.percentOfMaximumPossible(scores).variance == 625)
        #expect(units.percentOfHighest(scores).mean == 60 && units.percentOfHighest(scores).variance == 400)
        let estimate = Estimate(value: 3, interval: (2, 4), n: 3, missing: 0, method: "mean.t")
        #expect(units.percentOfMaximumPossible(estimate).lower == 25)
        #expect(units.percentOfHighest(estimate).upper == 80)
        #expect(CountTable(values: [1, 2], counts: [3, 4]).count(of: 2) == 4)
        #expect(CountTable(values: [1, 2], counts: [3, 4]).count(of: 1.5) == 0)
    }
}
