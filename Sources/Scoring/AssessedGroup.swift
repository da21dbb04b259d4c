package import Statistics
package import Surveys

/// Everything that one round says of one group: a unit, several merged ones, or the whole.
package struct AssessedGroup: Sendable, Equatable {
    /// The units that it is made of, in the roster's order; the empty name stands for people who named none.
    package var units: [String]
    package var responses: Int
    /// From the roster; nil without one, or where it covers only a part of the group.
    package var headcount: Int?
    /// In the order of the survey's dimensions.
    package var scores: [DimensionScore]
    /// In the order of the questionnaire.
    package var gaps: [CompetenceGap]
    package var items: [ItemResult]
    package var tally: Tally

    package var responseRate: Double? {
        headcount.map { Double(responses) / Double($0) }
    }

    package func score(_ dimension: String) -> DimensionScore? {
        scores.first { $0.dimension.name.main == dimension }
    }

    /// - Parameters:
    ///   - name: of the group, for the error; nil for the whole.
    ///   - judgesReliability: of the whole; see `DimensionScore`.
    init(
        units: [String], name: String?, tally: Tally, headcount: Int?, plan: SurveyPlan, year: Int,
        judgesReliability: Bool = false
    ) throws(ScoringError) {
        // Before any mean, which may rest on fewer answers than there are responses.
        if let headcount, tally.responses > headcount {
            throw ScoringError(group: name, year: year, responses: tally.responses, people: headcount)
        }
        self.units = units
        self.tally = tally
        self.headcount = headcount
        responses = tally.responses
        do throws(StatisticsError) {
            scores = try plan.dimensions.map { planned throws(StatisticsError) in
                try DimensionScore(
                    planned, tally: tally, headcount: headcount, judgesReliability: judgesReliability)
            }
            gaps = try CompetenceGap.all(plan.pairs, tally: tally, headcount: headcount)
            items = try plan.items.map { item throws(StatisticsError) in
                try ItemResult(item, tally: tally.items[item.index], headcount: headcount)
            }
            judgeItems(plan)
        } catch {
            // The only one that tallies can throw: their values are numbers.
            guard case .moreAnswersThanPeople(let answers, let people) = error else {
                preconditionFailure(error.description)
            }
            throw ScoringError(group: name, year: year, responses: answers, people: people)
        }
    }

    /// What each item contributes to the first dimension that takes it.
    private mutating func judgeItems(_ plan: SurveyPlan) {
        var judged: [String: [String: Reliability.Item]] = [:]
        var complete: [String: Int] = [:]
        for (planned, score) in zip(plan.dimensions, scores) {
            guard case .scale(let scale)? = planned.own, let reliability = score.reliability else { continue }
            complete[score.name] = reliability.alpha.n
            judged[score.name] = Dictionary(zip(scale.codes, reliability.items)) { first, _ in first }
        }
        for index in items.indices {
            guard let dimension = items[index].dimension,
                let item = judged[dimension]?[items[index].variable.code]
            else { continue }
            items[index].itemRest = item.itemRest
            items[index].alphaIfDropped = item.alphaIfDropped
            items[index].completeOfDimension = complete[dimension]
        }
    }
}

/// Why a round cannot be scored.
package struct ScoringError: Error, Sendable, Equatable {
    package var wording: Wording

    init(group: String?, year: Int, responses: Int, people: Int) {
        wording = Wording(
            "\(year) 年\(group.map { "“\($0)”" } ?? "全体")有 \(responses) 份答卷，名册上只有 \(people) 人；请查同一批答卷是不是收了两次，或者名册的人数不对",
            "\(group.map { "\"\($0)\"" } ?? "the whole") has \(responses) responses in \(year) but \(people) people on the roster; see whether the same responses were taken twice, or correct the roster"
        )
    }
}
