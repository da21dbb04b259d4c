package import Statistics
package import Surveys

/// Everything that one round says of one group: a unit, several merged ones, or the whole.
package struct AssessedGroup: Sendable, Equatable {
    /// The units that it is made of, in the roster's order; the empty name stands for people who named none.
    package var units: [String]
    /// How many people are counted.
    package var responses: Int
    /// How many responded: those who are counted and those who came after the last report and are still too few.
    package var received: Int
    /// From the roster; nil without one, or where it covers only a part of the group.
    package var headcount: Int?
    /// In the order of the survey's dimensions.
    package var scores: [DimensionScore]
    /// In the order of the questionnaire.
    package var gaps: [CompetenceGap]
    package var items: [ItemResult]
    package var tally: Tally

    package var responseRate: Double? {
        headcount.map { Double(received) / Double($0) }
    }

    package func score(_ dimension: String) -> DimensionScore? {
        scores.first { $0.dimension.name.main == dimension }
    }

    /// - Parameters:
    ///   - name: of the group, for the error; nil for the whole.
    ///   - scores: of each dimension, by its planned place.
    ///   - items: which items and pairs of the plan are told of it; nil for all of them.
    init(
        units: [String], name: String?, tally: Tally, received: Int, headcount: Int?, plan: SurveyPlan, year: Int,
        scores: (Int, Int?) throws(StatisticsError) -> DimensionScore, items: Set<Int>? = nil, pairs: Set<Int>? = nil
    ) throws(ScoringError) {
        self.units = units
        self.tally = tally
        self.received = received
        self.headcount = headcount
        responses = tally.responses
        do throws(StatisticsError) {
            self.scores = []
            for place in plan.dimensions.indices { self.scores.append(try scores(place, headcount)) }
            gaps = try CompetenceGap.all(
                plan.pairs.filter { pairs?.contains($0.index) ?? true }, tally: tally, headcount: headcount)
            self.items = []
            for item in plan.items where items?.contains(item.index) ?? true {
                self.items.append(try ItemResult(item, tally: tally.items[item.index], headcount: headcount))
            }
        } catch {
            // The only one that tallies can throw: their values are numbers.
            guard case .moreAnswersThanPeople(let answers, let people) = error else {
                preconditionFailure(error.description)
            }
            throw ScoringError(group: name, year: year, responses: answers, people: people)
        }
    }

    /// What each item contributes to the first dimension that takes it.
    mutating func judgeItems(_ plan: SurveyPlan) {
        var judged: [String: [String: Reliability.Item]] = [:]
        for (planned, score) in zip(plan.dimensions, scores) {
            guard case .scale(let scale)? = planned.own, let reliability = score.reliability else { continue }
            judged[score.name] = Dictionary(zip(scale.codes, reliability.items)) { first, _ in first }
        }
        for index in items.indices {
            guard let dimension = items[index].dimension,
                let item = judged[dimension]?[items[index].variable.code]
            else { continue }
            items[index].itemRest = item.itemRest
            items[index].alphaIfDropped = item.alphaIfDropped
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
