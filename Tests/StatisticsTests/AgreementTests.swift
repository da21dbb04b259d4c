import Statistics
import Testing

@Suite struct AgreementTests {
    private static let columns: [[Int32]] = [[4, 4, 5, 4, 3], [4, 5, 4, 4, 4], [5, 4, 4, 4, 5]]

    private func listwise(_ columns: [[Int32]]) -> ProductMoments {
        let terms = columns.indices.map {
            TallyPlan.Term.points(column: $0, low: 1, points: Array(1...5), weight: 1)
        }
        return tally(columns, by: TallyPlan(scales: [.init(terms: terms, minimumAnswered: 1)])).scales[0].listwise
    }

    @Test(arguments: [(.uniform, 0.9375), (.slightSkew, 0.900596421471173)] as [(NullDistribution, Double)])
    func agreementFollowsTheDefinition(null: NullDistribution, expected: Double) {
        let found = Estimate.withinGroupAgreement(
            of: listwise(Self.columns), responses: 6, levels: 5, null: null)
        expectClose(found.value, expected)
        #expect(found.n == 5 && found.missing == 1)
        #expect(found.method == "rwgj." + null.rawValue)
    }

    @Test func unanimityIsOneAndPolarisationZero() {
        let same = Estimate.withinGroupAgreement(
            of: listwise([[3, 3, 3], [3, 3, 3]]), responses: 3, levels: 5, null: .uniform)
        #expect(same.value == 1)
        let opposed = Estimate.withinGroupAgreement(
            of: listwise([[1, 5, 3], [5, 1, 3]]), responses: 3, levels: 5, null: .uniform)
        #expect(opposed.value == 0)
    }

    @Test func agreementWithoutGroundsHasAReason() {
        func reason(_ columns: [[Int32]], levels: Int) -> Undefined? {
            Estimate.withinGroupAgreement(
                of: listwise(columns), responses: columns[0].count, levels: levels, null: .slightSkew
            ).undefined
        }
        #expect(reason([[3], [4]], levels: 5) == .oneAnswer)
        #expect(reason([[], []], levels: 5) == .noAnswers)
        #expect(reason(Self.columns, levels: 4) == .noNullDistribution)
        #expect(NullDistribution.slightSkew.variance(levels: 7) == 2.9)
        #expect(NullDistribution.uniform.variance(levels: 1) == nil)
    }

    @Test func averageDeviationIsThatOfTheDefinition() {
        let items = (0..<3).map { TallyPlan.Item(column: $0, low: 1, high: 5) }
        let tables = tally(Self.columns, by: TallyPlan(items: items)).items.map(\.answers)
        expectClose(Estimate.averageDeviation(of: tables, responses: 5).value, 0.4)
        #expect(Estimate.averageDeviation(of: [], responses: 5).undefined == .tooFewItems)
        #expect(Estimate.averageDeviation(of: tables + [CountTable()], responses: 5).undefined == .noAnswers)
        expectClose(Estimate.averageDeviationCut(levels: 5), 5.0 / 6)
    }

    /// Shrout & Fleiss 1979: ICC(1,1) = .17, ICC(1,4) = .44; the digits from R multilevel.
    @Test func intraclassCorrelationOfAPublishedTable() {
        let targets = (0..<6).map { target in moments(ShroutFleiss.judges.map { Double($0[target]) }) }
        let icc = IntraclassCorrelation(of: targets + [Moments(n: 0, mean: nil, variance: nil)], missing: 0)
        #expect(icc.groups == 6 && icc.betweenDegrees == 5 && icc.withinDegrees == 18)
        expectClose(icc.betweenMeanSquare, 11.2416666666667)
        expectClose(icc.withinMeanSquare, 6.26388888888889)
        expectClose(icc.f, 1.79467849223947)
        expectClose(icc.p, 0.16476880834464)
        expectClose(icc.icc1.value, 0.165741768405475)
        expectClose(icc.icc1.lower, -0.132932324874751)
        expectClose(icc.icc1.upper, 0.722560062328121)
        expectClose(icc.icc2.value, 0.442797133679268)
    }

    @Test func groupsThatCannotBeComparedHaveAReason() {
        func icc(_ groups: [[Double]]) -> IntraclassCorrelation {
            IntraclassCorrelation(of: groups.map(moments), missing: 0)
        }
        #expect(icc([]).icc1.undefined == .noAnswers)
        #expect(icc([[1, 2, 3]]).icc1.undefined == .tooFewGroups)
        #expect(icc([[1], [2]]).icc1.undefined == .tooFewGroups)
        #expect(icc([[2, 2], [2, 2]]).icc1.undefined == .constant)
        #expect(icc([[1, 1], [2, 2]]).icc1.value == 1)
        #expect(icc([[1, 1], [2, 2]]).p == nil)
        #expect(icc([[1, 3], [1, 3]]).icc2.undefined == .constant)
        #expect(icc([[1, 3], [1, 3]]).icc1.value == -1)
    }

    /// Groups of four, two and five; the digits by NumPy.
    @Test func groupsOfDifferentSizeHaveSnedecorsSize() {
        let icc = IntraclassCorrelation(of: [[1.0, 2, 2, 4], [3, 5], [4, 4, 6, 7, 5]].map(moments), missing: 0)
        expectClose(icc.icc1.value, 0.5625300176103315)
        expectClose(icc.icc1BySnedecor, 0.5771362871104176)
        expectClose(icc.etaSquared, 0.5882596685082874)
        let alone = IntraclassCorrelation(of: [], missing: 0)
        #expect(alone.icc1BySnedecor == nil && alone.etaSquared == nil)
    }

    @Test func unitsAreSummedUpWithoutThoseThatCannotBeJudged() {
        let estimates = [0.9, 0.7, 0.2, nil, 0.8].map {
            Estimate(value: $0, n: 3, missing: 0, method: "rwgj.uniform", undefined: $0 == nil ? .oneAnswer : nil)
        }
        let summary = AgreementSummary(of: estimates)
        expectClose(summary.mean, 0.65)
        expectClose(summary.median, 0.75)
        #expect(summary.shareAgreeing == 0.75 && summary.units == 4 && summary.undefinedUnits == 1)
        #expect(AgreementSummary(of: []).median == nil && AgreementSummary(of: []).shareAgreeing == nil)
        #expect(AgreementSummary(of: estimates, threshold: 0.85).shareAgreeing == 0.25)
    }

    @Test func completeRowsAreThoseThatAnsweredAll() {
        let missing = ResponseTable.missing
        let table = ResponseTable(
            columns: [[1, missing, 3, 4], [1, 2, ResponseTable.notApplicable, 4], [missing, 2, 3, missing]],
            groups: [0, 0, 1, 1], groupCount: 2)
        let complete = table.completeRows(in: [0, 1])
        #expect(complete.columns == [[1, 4], [1, 4], [missing, missing]])
        #expect(complete.groups == [0, 1] && complete.groupCount == 2)
        #expect(table.completeRows(in: []) == table)
    }
}
