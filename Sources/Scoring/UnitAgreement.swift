package import Statistics
import Surveys

/// Whether the units' means on a unit-level dimension may be read as properties of the units.
package struct UnitAgreement: Sendable, Equatable {
    package var dimension: String
    /// Nil where some unit's score is not told.
    package var intraclass: IntraclassCorrelation?
    /// Whether the members of each unit agree, in words only: how far they do would tell how their answers spread.
    package var verdicts: [AgreementGate.Verdict]

    /// Judged only for 层级：部门: what people say of themselves is no property of their unit.
    ///
    /// The null distributions are known for levels that lie equally far apart; where the points do not (100, 80, 60,
    /// 30), agreement is undefined and the gate stays shut.
    static func all(
        _ units: [AssessedGroup], plan: SurveyPlan, standings: [ScoreName: ScoreStanding]
    ) -> [UnitAgreement] {
        plan.dimensions.enumerated().compactMap { place, planned in
            guard planned.dimension.level == .unit, case .scale(let scale)? = planned.own,
                units.contains(where: { !$0.scores[place].isWithheld })
            else { return nil }
            // People who named no unit are nobody's members.
            let named = units.filter { $0.units != [""] }
            let samples = named.map(\.scores[place].moments)
            let missing = zip(named, samples).reduce(0) { $0 + $1.0.responses - $1.1.n }
            let intraclass = IntraclassCorrelation(of: samples, missing: missing)
            let ladder = PointsLadder(of: plan.tally.scales[scale.index].terms)
            let gate = AgreementGate(minimumResponses: Self.smallestGroup)
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
                return isJudged
                    ? gate.verdict(
                        responses: unit.responses, population: unit.headcount, uniform: uniform,
                        slightSkew: slightSkew, units: intraclass)
                    : AgreementGate.Verdict(reasons: [.tooFewResponses])
            }
            let isTold = standings.areExact(planned.dimension.name.main)
            return UnitAgreement(
                dimension: planned.dimension.name.main, intraclass: isTold ? intraclass : nil, verdicts: judged)
        }
    }

    /// The gate's own floor; what may be shown at all is decided by disclosure.
    private static let smallestGroup = 10
}
