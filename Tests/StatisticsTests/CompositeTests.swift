import Statistics
import Testing

@Suite struct CompositeTests {
    private func composites(_ first: [Int32], _ second: [Int32]) -> MomentTally {
        func scale(_ column: Int) -> TallyPlan.Scale {
            .init(terms: [.points(column: column, low: 1, points: Array(1...5), weight: 1)], minimumAnswered: 1)
        }
        return tally([first, second], by: TallyPlan(scales: [scale(0), scale(1)], composites: [[0, 1]])).composites[0]
    }

    @Test func theIntervalUsesTheCovariance() throws {
        let first: [Int32] = [1, 2, 4, 5, ResponseTable.missing]
        let second: [Int32] = [2, 2, 5, 4, 3]
        let parts = [CompositePart(weight: 0.5, offset: -25, slope: 25), CompositePart(weight: 0.5, slope: 10)]
        let estimate = try Estimate.composite(
            of: composites(first, second), parts, responses: 5, population: .init(size: 9))
        let persons = moments(zip(first, second).prefix(4).map { 0.5 * (25 * Double($0) - 25) + 5 * Double($1) })
        let expected = try Estimate.mean(of: persons, missing: 1, population: .init(size: 9))
        expectClose(estimate.value, try #require(expected.value))
        expectClose(estimate.lower, try #require(expected.lower))
        #expect(estimate.method == "composite.t.fpc")
        #expect(estimate.n == 4 && estimate.missing == 1)
    }

    @Test func scalesThatCancelHaveNoSpread() throws {
        let opposed = composites([1, 2, 4, 5], [5, 4, 2, 1])
        let parts = [CompositePart(weight: 0.3), CompositePart(weight: 0.3)]
        let estimate = try Estimate.composite(of: opposed, parts, responses: 4)
        #expect(estimate.undefined == .constant)
        expectClose(estimate.value, 1.8)
    }

    @Test func withoutScoresThereIsNoComposite() throws {
        let parts = [CompositePart(weight: 1), CompositePart(weight: 1)]
        let none = try Estimate.composite(of: composites([], []), parts, responses: 0)
        #expect(none.undefined == .noAnswers)
        #expect(try Estimate.composite(of: composites([1], [2]), parts, responses: 1).undefined == .oneAnswer)
    }
}
