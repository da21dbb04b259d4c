package import Statistics
import Surveys

/// Whether the units' means on a unit-level dimension may be read as properties of the units.
package struct UnitAgreement: Sendable, Equatable {
    package var dimension: String
    package var intraclass: IntraclassCorrelation
    /// One for each unit of the round.
    package var units: [Unit]

    /// How far the members of one unit agree, and what follows.
    package struct Unit: Sendable, Equatable {
        /// rwg(J) against people who answer without an opinion in common.
        package var uniform: Estimate
        /// The same against such people when they lean a little to the favourable end.
        package var slightSkew: Estimate
        /// AD_M in levels, and the largest that counts as agreement.
        package var averageDeviation: Estimate
        package var averageDeviationCut: Double?
        package var verdict: AgreementGate.Verdict
    }

    package var verdicts: [AgreementGate.Verdict] { units.map(\.verdict) }

    /// Judged only for 层级：部门: what people say of themselves is no property of their unit.
    ///
    /// The null distributions are known for levels that lie equally far apart; where the points do not (100, 80, 60,
    /// 30), agreement is undefined and the gate stays shut.
    static func all(_ units: [AssessedGroup], plan: SurveyPlan) -> [UnitAgreement] {
        plan.dimensions.compactMap { planned in
            guard planned.dimension.level == .unit, case .scale(let scale)? = planned.own, !units.isEmpty else {
                return nil
            }
            // People who named no unit are nobody's members.
            let named = units.filter { $0.units != [""] }
            let samples = named.map { DimensionScore.moments(.scale(scale), $0.tally) }
            let missing = zip(named, samples).reduce(0) { $0 + $1.0.responses - $1.1.n }
            let intraclass = IntraclassCorrelation(of: samples, missing: missing)
            let ladder = PointsLadder(of: plan.tally.scales[scale.index].terms)
            let gate = AgreementGate(minimumResponses: Self.smallestGroup)
            let places = scale.codes.compactMap { code in plan.items.first { $0.variable.code == code }?.index }
            let judged = units.map { unit in
                let listwise = unit.tally.scales[scale.index].listwise
                func agreement(_ null: NullDistribution) -> Estimate {
                    guard let ladder else {
                        return Estimate(
                            value: nil, n: listwise.n, missing: unit.responses - listwise.n,
                            method: "rwgj." + null.rawValue,
                            undefined: .noNullDistribution)
                    }
                    return Estimate.withinGroupAgreement(
                        of: ladder.inSteps(listwise), responses: unit.responses, levels: ladder.levels, null: null)
                }
                let (uniform, slightSkew) = (agreement(.uniform), agreement(.slightSkew))
                // Agreement is told by those who answered every item; of fewer than the gate asks for it says nothing.
                let isJudged = listwise.n >= Self.smallestGroup
                return Unit(
                    uniform: uniform, slightSkew: slightSkew,
                    averageDeviation: Estimate.averageDeviation(
                        of: places.map { unit.tally.items[$0].answers }, responses: unit.responses),
                    averageDeviationCut: ladder.map { Estimate.averageDeviationCut(levels: $0.levels) },
                    verdict: isJudged
                        ? gate.verdict(
                            responses: unit.responses, population: unit.headcount, uniform: uniform,
                            slightSkew: slightSkew, units: intraclass)
                        : AgreementGate.Verdict(reasons: [.tooFewResponses]))
            }
            return UnitAgreement(dimension: planned.dimension.name.main, intraclass: intraclass, units: judged)
        }
    }

    /// The gate's own floor; what may be shown at all is decided by disclosure.
    private static let smallestGroup = 10
}
