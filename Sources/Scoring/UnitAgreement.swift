package import Statistics
import Surveys

/// Whether the units' means on a unit-level dimension may be read as properties of the units.
package struct UnitAgreement: Sendable, Equatable {
    package var dimension: String
    package var intraclass: IntraclassCorrelation
    /// One for each unit of the round.
    package var verdicts: [AgreementGate.Verdict]

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
            let verdicts = units.map { unit in
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
                return gate.verdict(
                    responses: unit.responses, population: unit.headcount, uniform: agreement(.uniform),
                    slightSkew: agreement(.slightSkew), units: intraclass)
            }
            return UnitAgreement(dimension: planned.dimension.name.main, intraclass: intraclass, verdicts: verdicts)
        }
    }

    /// The gate's own floor; what may be shown at all is decided by disclosure.
    private static let smallestGroup = 10
}
