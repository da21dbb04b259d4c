package import Statistics
package import Surveys

/// Scores of single persons by the survey's 缺答: what a person reads of himself, and what the analyst compares with other
/// programs. What is told of groups is made of their answers instead, see `PooledScores`.
package struct PersonScores: Sendable {
    let plan: SurveyPlan

    package init(plan: SurveyPlan) { self.plan = plan }

    /// n, mean and variance on the scale that is shown.
    package func moments(_ measure: SurveyPlan.Measure, _ tally: Tally) -> Moments {
        switch measure {
        case .scale(let scale):
            tally.scales[scale.index].scores(minimumAnswered: scale.minimumAnswered)
                .scaled(by: scale.slope, offset: scale.offset)
        case .composite(let index, let parts, _): tally.composites[index].composite(parts)
        }
    }

    /// Scores on the scale of the items; nil for a composite, of which only moments are kept.
    package func distribution(_ measure: SurveyPlan.Measure, _ tally: Tally) -> CountTable? {
        guard case .scale(let scale) = measure else { return nil }
        return tally.scales[scale.index].distribution(minimumAnswered: scale.minimumAnswered)
    }
}

/// The persons' scores of everybody who responded, for the analyst who holds the responses: nothing of them is protected.
package struct UnprotectedScores: Sendable, Equatable {
    package var year: Int
    /// The whole, then each unit of its own in the order of the round.
    package var groups: [Group]

    package struct Group: Sendable, Equatable {
        /// Nil for the whole; empty for people who named none.
        package var unit: String?
        /// Of the dimensions that score by this year's own items.
        package var scores: [Score]
    }

    package struct Score: Sendable, Equatable {
        package var dimension: Dimension
        package var estimate: Estimate
        /// Divisor n − 1.
        package var standardDeviation: Double?
        /// By complete responses; of reflective dimensions with two items or more.
        package var reliability: Reliability?
        /// Of the items, in the order of the reliability's.
        package var codes: [String]
    }

    package init(of round: Round) {
        let people = round.units.indices.map { unit in
            round.cohorts.reduce(Tally(zeroFor: round.plan.tally)) { $0 + $1.counted.tallies[unit] }
        }
        let whole = people.reduce(Tally(zeroFor: round.plan.tally), +)
        func scores(_ tally: Tally, headcount: Int?) -> [Score] {
            round.plan.dimensions.compactMap { Score($0, tally, headcount: headcount, plan: round.plan) }
        }
        year = round.year
        groups = [Group(unit: nil, scores: scores(whole, headcount: round.roster?.headcount))]
        let headcounts = round.roster?.headcounts
        for (unit, tally) in zip(round.units, people) where tally.responses > 0 {
            groups.append(Group(unit: unit, scores: scores(tally, headcount: headcounts?[unit])))
        }
    }
}

extension UnprotectedScores.Score {
    /// Nil for a dimension without a score of its own.
    fileprivate init?(
        _ planned: SurveyPlan.PlannedDimension, _ tally: Tally, headcount: Int?, plan: SurveyPlan
    ) {
        guard let own = planned.own else { return nil }
        let moments = PersonScores(plan: plan).moments(own, tally)
        do {
            estimate = try Estimate.mean(
                of: moments, missing: tally.responses - moments.n, population: planned.population(headcount),
                scale: own.ends)
        } catch {
            preconditionFailure("A round of more responses than people has no series.")
        }
        dimension = planned.dimension
        standardDeviation = moments.standardDeviation
        guard case .scale(let scale) = own, planned.dimension.isReflective, scale.codes.count >= 2 else {
            codes = []
            return
        }
        codes = scale.codes
        reliability = Reliability(of: tally.scales[scale.index].listwise, responses: tally.responses)
    }
}
