/// Whether the mean of a unit's members may be shown as a property of the unit, and whether units may be ranked.
///
/// A property of the unit: enough responses, response ≥ 60 %, rwg(J) ≥ .70 under the uniform and the slightly skewed
/// null, and ICC(1) > 0 with p < .05. rwg alone can show pseudo-agreement, where all units answer alike; hence ICC
/// beside it. Ranked: all of that, and ICC(2) ≥ .70.
///
/// - Unit: thresholds in the units of what they are compared with; shares 0…1.
/// - Missing: what is unknown or undefined does not pass, and the reason says that it is not known.
/// - Source: LeBreton & Senter 2008, Organizational Research Methods 11:815–852; Bliese 2000, in Klein & Kozlowski,
///   Multilevel Theory, Research, and Methods in Organizations. The response rate is ours.
/// - Oracle: none; it is a rule, and a test names every reason.
public struct AgreementGate: Sendable, Equatable {
    /// The smallest number of responses.
    public var minimumResponses: Int
    /// The smallest share of the unit's people.
    public var minimumResponseRate: Double
    /// The smallest rwg(J), under both null distributions.
    public var minimumAgreement: Double
    /// The p value that the F test of ICC(1) must stay below.
    public var significance: Double
    /// The smallest ICC(2) for a ranking.
    public var minimumUnitReliability: Double

    /// A gate with the thresholds of the literature unless others are given.
    public init(
        minimumResponses: Int, minimumResponseRate: Double = 0.6, minimumAgreement: Double = 0.7,
        significance: Double = 0.05, minimumUnitReliability: Double = 0.7
    ) {
        self.minimumResponses = minimumResponses
        self.minimumResponseRate = minimumResponseRate
        self.minimumAgreement = minimumAgreement
        self.significance = significance
        self.minimumUnitReliability = minimumUnitReliability
    }

    /// Why a unit's mean is not a property of the unit, or is not ranked.
    public enum Reason: String, Sendable, Equatable, CaseIterable {
        /// Fewer responses than the smallest group.
        case tooFewResponses
        /// The number of people is not known, so the response rate is not.
        case unknownResponseRate
        /// Too small a share of the people responded.
        case lowResponseRate
        /// rwg(J) is not defined under one of the nulls, so whether members agree is not.
        case unknownAgreement
        /// Members disagree, judged by the uniform null.
        case weakAgreementUniform
        /// Members disagree, judged by the slightly skewed null.
        case weakAgreementSlightSkew
        /// There is no F test, so whether units differ is not known.
        case unknownUnitDifference
        /// Units are not shown to differ: ICC(1) ≤ 0, or its F test not significant.
        case unitsDoNotDiffer
        /// ICC(2) is too small for an order of the units. This alone forbids only the ranking.
        case unreliableUnitMeans
    }

    /// The decision with all its reasons.
    public struct Verdict: Sendable, Equatable {
        /// Every reason against, in the order of ``AgreementGate/Reason``.
        public let reasons: [Reason]

        /// States a verdict.
        public init(reasons: [Reason]) {
            self.reasons = reasons
        }

        /// Whether the mean may be shown as the unit's own; otherwise show the distribution and say that views differ.
        public var isUnitProperty: Bool { reasons.allSatisfy { $0 == .unreliableUnitMeans } }
        /// Whether the unit may take a place in a ranking.
        public var mayBeRanked: Bool { reasons.isEmpty }
    }

    /// Judges one unit on one dimension.
    ///
    /// - Parameters:
    ///   - responses: how many of the unit's people responded.
    ///   - population: the unit's headcount on the roster, when it is known.
    ///   - uniform: ``Estimate/withinGroupAgreement(of:responses:levels:null:)`` under the uniform null.
    ///   - slightSkew: the same under the slightly skewed null.
    ///   - units: the comparison of all units on this dimension.
    public func verdict(
        responses: Int, population: Int?, uniform: Estimate, slightSkew: Estimate, units: IntraclassCorrelation
    ) -> Verdict {
        var reasons: [Reason] = []
        if responses < minimumResponses { reasons.append(.tooFewResponses) }
        if let population {
            let isEnough = Double(responses) >= minimumResponseRate * Double(population)
            if !isEnough { reasons.append(.lowResponseRate) }
        } else {
            reasons.append(.unknownResponseRate)
        }
        if uniform.value == nil || slightSkew.value == nil { reasons.append(.unknownAgreement) }
        if let value = uniform.value, value < minimumAgreement { reasons.append(.weakAgreementUniform) }
        if let value = slightSkew.value, value < minimumAgreement { reasons.append(.weakAgreementSlightSkew) }
        if let share = units.icc1.value, let p = units.p {
            if share <= 0 || p >= significance { reasons.append(.unitsDoNotDiffer) }
        } else {
            reasons.append(.unknownUnitDifference)
        }
        // Where it is not defined the units' means are all the same, or there is no test: they do not pass already.
        if let value = units.icc2.value, value < minimumUnitReliability { reasons.append(.unreliableUnitMeans) }
        return Verdict(reasons: reasons)
    }
}
