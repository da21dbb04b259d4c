import Statistics
import Testing

@Suite struct ReliabilityTests {
    /// Shrout & Fleiss give .91 as ICC(3,4), which is alpha of the judges; the digits by NumPy and SciPy.
    @Test func alphaOfAPublishedTable() {
        let reliability = Reliability(of: ShroutFleiss.moments(judges: 4), responses: 8)
        expectClose(reliability.alpha.value, 0.9093155423770694)
        expectClose(reliability.alpha.lower, 0.6756747138163043)
        expectClose(reliability.alpha.upper, 0.9858916781690623)
        #expect(reliability.alpha.n == 6 && reliability.alpha.missing == 2)
        expectClose(reliability.standardError, 0.5048377076953656)
        #expect(reliability.spearmanBrown == nil)
        let itemRest = [0.8057873703521801, 0.8593040509596618, 0.8444792822226257, 0.7902036646570127]
        let dropped = [0.8833922261484098, 0.866504854368932, 0.8715486194477791, 0.9178743961352654]
        for (index, item) in reliability.items.enumerated() {
            expectClose(item.itemRest, itemRest[index])
            expectClose(item.alphaIfDropped, dropped[index])
            #expect(!item.isConstant)
        }
    }

    @Test func twoItemsHaveSpearmanBrown() {
        let reliability = Reliability(of: ShroutFleiss.moments(judges: 2), responses: 6)
        expectClose(reliability.spearmanBrown, 0.8541019662496845)
        expectClose(reliability.alpha.value, 0.8540925266903914)
        #expect(reliability.items.allSatisfy { $0.alphaIfDropped == nil })
    }

    /// The golden case edge: q1, q2 and a constant q4.
    @Test func aConstantItemStaysInTheFormulaAndIsNamed() {
        let reliability = reliability([[1, 5, 4, 2, 4], [2, 5, 4, 1, 5], [3, 3, 3, 3, 3]])
        expectClose(reliability.alpha.value, 0.70353982300885)
        #expect(reliability.items.map(\.isConstant) == [false, false, true])
        #expect(reliability.items[2].itemRest == nil)
    }

    @Test func aNegativeAlphaIsReported() throws {
        let reliability = reliability([[1, 2, 3, 5], [5, 3, 4, 1]])
        #expect(try #require(reliability.alpha.value) < 0)
        #expect(try #require(reliability.alpha.lower) < 0)
    }

    /// Neither alpha nor a correlation may round to above 1, where the rest would be NaN.
    @Test(arguments: 2...12)
    func itemsThatAreTheSameArePerfect(count: Int) {
        let reliability = reliability(Array(repeating: [1, 2, 4, 5, 5, 3, 1], count: count))
        #expect(reliability.alpha.value == 1 && reliability.alpha.lower == nil)
        #expect(reliability.alpha.undefined == .singular)
        #expect(reliability.standardError == 0)
        for item in reliability.items { expectClose(item.itemRest, 1) }
    }

    @Test(
        arguments: [
            ([[3, 3, 3], [4, 4, 4]], .constant), ([[1, 2, 5], [5, 4, 1]], .constant), ([[1], [2]], .oneAnswer),
            ([[1, 2, 3]], .tooFewItems), ([[], []], .noAnswers),
            ([[ResponseTable.missing, 1], [2, ResponseTable.missing]], .noAnswers),
        ] as [([[Int32]], Undefined)])
    func whatCannotBeToldHasAReason(columns: [[Int32]], reason: Undefined) {
        let reliability = reliability(columns)
        #expect(reliability.alpha.value == nil)
        #expect(reliability.alpha.undefined == reason)
        #expect(reliability.standardError == nil)
        #expect(reliability.spearmanBrown == nil)
    }

    private func reliability(_ columns: [[Int32]]) -> Reliability {
        let terms = columns.indices.map {
            TallyPlan.Term.points(column: $0, low: 1, points: Array(1...5), weight: 1)
        }
        let plan = TallyPlan(scales: [.init(terms: terms, minimumAnswered: 1)])
        return Reliability(of: tally(columns, by: plan).scales[0].listwise, responses: columns[0].count)
    }
}
