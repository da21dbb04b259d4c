import Statistics
import Testing

@Suite struct EdgeTests {
    @Test(
        arguments: [
            ([], .noAnswers, nil), ([3], .oneAnswer, 3), ([4, 4, 4], .constant, 4),
            ([ResponseTable.missing, ResponseTable.notAsked], .noAnswers, nil),
        ] as [([Int32], Undefined, Double?)])
    func aMeanThatCannotBeToldHasAReason(codes: [Int32], reason: Undefined, value: Double?) throws {
        let plan = TallyPlan(items: [.init(column: 0, low: 1, high: 5)])
        let moments = tally([codes], by: plan).items[0].answers.moments
        let mean = try Estimate.mean(of: moments, missing: codes.count - moments.n)
        #expect(mean.value == value)
        #expect(mean.lower == nil && mean.upper == nil)
        #expect(mean.undefined == reason)
        #expect(mean.n + mean.missing == codes.count)
    }

    /// Fractions such as 4/3 and 8/6 must not leave a spread of rounding errors.
    @Test func scoresThatAreEqualFractionsAreConstant() throws {
        let points = [nil, 1, 2, nil, 4] as [Int?]
        let terms = (0..<6).map { TallyPlan.Term.points(column: $0, low: 0, points: points, weight: 1) }
        let rows: [[Int32]] = [[1, 1, 2, 0, 0, 0], [1, 1, 2, 1, 1, 2], [0, 2, 0, 1, 0, 1]]
        let columns = (0..<6).map { column in rows.map { $0[column] } }
        let scale = tally(columns, by: TallyPlan(scales: [.init(terms: terms, minimumAnswered: 3)])).scales[0]
        let scores = scale.scores(minimumAnswered: 3)
        #expect(scores.n == 3 && scores.variance == 0)
        #expect(scale.distribution(minimumAnswered: 3).values == [4.0 / 3])
        #expect(try Estimate.mean(of: scores, missing: 0).undefined == .constant)
        #expect(scale.scores(minimumAnswered: 4).n == 1)
    }

    @Test func sharesOfNobodyHaveAReason() throws {
        #expect(try Estimate.proportion(0, of: 0, missing: 3).undefined == .noAnswers)
        let nobody = FinitePopulation(size: 0)
        #expect(try Estimate.proportion(0, of: 0, missing: 0, population: nobody).undefined == .noAnswers)
        #expect(Estimate.proportionDifference((0, 0), (1, 2), missing: 0).undefined == .noAnswers)
    }

    @Test func ourOwnMistakesStopTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = Estimate(value: .nan, n: 1, missing: 0, method: "mean.t") }
        await #expect(processExitsWith: .failure) {
            _ = ResponseTable(columns: [[1, 2]], groups: [0], groupCount: 1)
        }
    }
}
