package import Statistics
package import Surveys

/// One person's own scores and levels.
///
/// They are a round of one response, counted and scored by the same plan as everybody's: whatever rule the survey has
/// for missing answers, reversed items or weights, the person is held to the rule of the group beside it.
package struct PersonalAssessment: Sendable, Equatable {
    package var plan: SurveyPlan
    /// In the order of the survey's dimensions.
    package var scores: [Score]
    /// In the order of the questionnaire.
    package var levels: [Level]

    package struct Score: Sendable, Equatable {
        package var dimension: Dimension
        /// Nil where too few of its items were answered.
        package var value: Double?

        package var name: String { dimension.name.main }
    }

    /// What a person can do and what the post requires.
    package struct Level: Sendable, Equatable {
        package var code: String
        package var text: LocalText
        package var bounds: ClosedRange<Int>
        package var current: Double
        package var required: Double

        package var gap: Double { required - current }
        /// As a share of the widest possible one, so that gaps on different scales can be put in order.
        package var relativeGap: Double { gap / Double(max(1, bounds.upperBound - bounds.lowerBound)) }
    }

    /// - Parameter tally: of the one response, counted by the plan.
    package init(of tally: Tally, by plan: SurveyPlan) {
        precondition(tally.responses == 1, "a person has one response")
        self.plan = plan
        scores = plan.dimensions.map { planned in
            Score(
                dimension: planned.dimension,
                value: planned.own.flatMap { PersonScores(plan: plan).moments($0, tally).mean })
        }
        levels = plan.pairs.compactMap { pair in
            let moments = tally.pairs[pair.index].moments
            guard let current = moments.mean(0), let required = moments.mean(1) else { return nil }
            return Level(code: pair.code, text: pair.text, bounds: pair.bounds, current: current, required: required)
        }
    }
}
