import Statistics
import Testing

@Suite struct AgreementGateTests {
    private let gate = AgreementGate(minimumResponses: 5)
    private let units = IntraclassCorrelation(
        of: [[1.0, 2, 1, 2], [3, 4, 3, 4], [5, 6, 5, 6]].map(moments), missing: 0)

    private func agreement(_ value: Double?) -> Estimate {
        Estimate(
            value: value, n: 6, missing: 0, method: "rwgj.uniform",
            undefined: value == nil ? .noNullDistribution : nil)
    }

    @Test func aUnitThatAgreesAndDiffersFromOthersPasses() {
        let verdict = gate.verdict(
            responses: 6, population: 10, uniform: agreement(0.7), slightSkew: agreement(0.7), units: units)
        #expect(verdict == AgreementGate.Verdict(reasons: []))
        #expect(verdict.isUnitProperty && verdict.mayBeRanked)
    }

    @Test(
        arguments: [
            (4, 5, 0.9, 0.9, [.tooFewResponses]), (6, 11, 0.9, 0.9, [.lowResponseRate]),
            (6, nil, 0.9, 0.9, [.unknownResponseRate]), (6, 6, 0.69, 0.9, [.weakAgreementUniform]),
            (6, 6, 0.9, 0.69, [.weakAgreementSlightSkew]), (6, 6, 0.9, nil, [.unknownAgreement]),
            (4, 40, nil, 0.1, [.tooFewResponses, .lowResponseRate, .unknownAgreement, .weakAgreementSlightSkew]),
        ] as [(Int, Int?, Double?, Double?, [AgreementGate.Reason])])
    func everyReasonIsNamed(
        responses: Int, population: Int?, uniform: Double?, skew: Double?, reasons: [AgreementGate.Reason]
    ) {
        let verdict = gate.verdict(
            responses: responses, population: population, uniform: agreement(uniform), slightSkew: agreement(skew),
            units: units)
        #expect(verdict.reasons == reasons)
        #expect(!verdict.isUnitProperty && !verdict.mayBeRanked)
    }

    @Test func unitsThatDoNotDifferAreNotUnits() {
        let same = IntraclassCorrelation(of: [[1.0, 2, 3], [1, 2, 3]].map(moments), missing: 0)
        let verdict = gate.verdict(
            responses: 6, population: 6, uniform: agreement(0.9), slightSkew: agreement(0.9), units: same)
        // ICC(2) of means that are all the same is not defined, and so not said to be small.
        #expect(verdict.reasons == [.unitsDoNotDiffer])
    }

    /// All of a unit say the same: the units' means differ, and nothing says how far they might by chance.
    @Test func unitsWithoutATestAreNotSaidToBeAlike() {
        let constant = IntraclassCorrelation(of: [[1.0, 1, 1], [2, 2, 2]].map(moments), missing: 0)
        #expect(constant.p == nil && constant.icc1.value == 1)
        let verdict = gate.verdict(
            responses: 6, population: 6, uniform: agreement(0.9), slightSkew: agreement(0.9), units: constant)
        #expect(verdict.reasons == [.unknownUnitDifference])
        #expect(!verdict.isUnitProperty && !verdict.mayBeRanked)
    }

    @Test func unreliableMeansForbidOnlyTheRanking() {
        let strict = AgreementGate(minimumResponses: 5, minimumUnitReliability: 0.999)
        let verdict = strict.verdict(
            responses: 6, population: 6, uniform: agreement(0.9), slightSkew: agreement(0.9), units: units)
        #expect(verdict.reasons == [.unreliableUnitMeans])
        #expect(verdict.isUnitProperty && !verdict.mayBeRanked)
    }
}
