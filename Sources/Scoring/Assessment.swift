import Statistics
package import Surveys

/// Every number of a survey over its rounds: scores, gaps, items, units and years, each with what it rests on.
///
/// Nothing of it may be shown: only what `Disclosure` releases reaches a report.
package struct Assessment: Sendable, Equatable {
    package var history: SurveyHistory
    /// Ascending by year.
    package var rounds: [AssessedRound]
    /// Of each two neighbouring years, for the whole.
    package var changes: [YearChange]
    /// Item by item, of the same years.
    package var itemChanges: [ItemChange]
    /// Over all years, where there are three or more.
    package var trends: [DimensionTrend]

    /// What the units of earlier years are called here.
    package let succession: UnitSuccession

    package var survey: Survey { rounds.last?.plan.survey ?? Survey() }

    /// - Parameters:
    ///   - sets: units that are assessed as one group; a unit that is in no set stands alone.
    ///   - years: rounds that are left out.
    package init(
        of series: RoundSeries, history: SurveyHistory, joining sets: [[String]] = [],
        withoutYears years: Set<Int> = []
    ) throws(ScoringError) {
        self.history = history
        succession = series.succession
        rounds = []
        for round in series.rounds where !years.contains(round.year) {
            rounds.append(try AssessedRound(round, joining: sets))
        }
        changes = YearChange.all(rounds)
        itemChanges = ItemChange.all(rounds, history: history)
        trends = DimensionTrend.all(rounds)
    }
}

/// One year.
package struct AssessedRound: Sendable, Equatable {
    package var year: Int
    package var plan: SurveyPlan
    package var intake: Intake
    package var whole: AssessedGroup
    /// In the roster's order, those without responses among them; empty when nobody named a unit.
    ///
    /// A unit that the year's roster does not list, and that nobody named, has no row in that year.
    package var units: [AssessedGroup]
    /// Each unit against all others, for each dimension of the whole.
    package var contrasts: [UnitContrast]
    /// How the units spread, dimension by dimension.
    package var variation: [UnitVariation]
    /// May a dimension's unit means be read as properties of the units?
    package var agreement: [UnitAgreement]
    /// Each dimension with the units weighted to the roster; empty where that cannot be done.
    package var weighted: [WeightedScore]
    /// Nil where the survey has too few rated items to tell.
    package var careless: CarelessAnswering?
    /// How many units the roster lists; nil without one.
    package var rosterUnitCount: Int?

    init(_ round: Round, joining sets: [[String]]) throws(ScoringError) {
        year = round.year
        plan = round.plan
        intake = round.intake
        rosterUnitCount = round.roster?.units.count
        let counted = round.counted
        let headcounts = round.roster?.headcounts
        units = []
        if round.namesUnits {
            for members in Self.partition(counted.groups, by: sets) {
                let names = members.map { counted.groups[$0] }
                let people = names.map { headcounts?[$0] }
                let tally = members.dropFirst().reduce(counted.tallies[members[0]]) { $0 + counted.tallies[$1] }
                units.append(
                    try AssessedGroup(
                        units: names, name: names.joined(separator: "、"), tally: tally,
                        // Known only when the roster lists every member.
                        headcount: people.contains(nil) ? nil : people.reduce(0) { $0 + ($1 ?? 0) },
                        plan: round.plan, year: round.year))
            }
        }
        whole = try AssessedGroup(
            units: counted.groups, name: nil, tally: round.whole, headcount: round.roster?.headcount,
            plan: round.plan, year: round.year, judgesReliability: true)
        careless = try CarelessAnswering(
            counted, plan: round.plan, headcount: round.roster?.headcount, year: round.year)
        contrasts = UnitContrast.all(units, plan: round.plan)
        variation = UnitVariation.all(units, plan: round.plan)
        agreement = UnitAgreement.all(units, plan: round.plan)
        weighted = WeightedScore.all(units, plan: round.plan)
    }

    /// Indices of the groups, in order, with the members of each set joined at the place of its first.
    private static func partition(_ names: [String], by sets: [[String]]) -> [[Int]] {
        let setOf = Dictionary(sets.enumerated().flatMap { index, set in set.map { ($0, index) } }) { first, _ in first
        }
        var classes: [[Int]] = []
        var classOfSet: [Int: Int] = [:]
        for (index, name) in names.enumerated() {
            if let set = setOf[name], let known = classOfSet[set] {
                classes[known].append(index)
            } else {
                if let set = setOf[name] { classOfSet[set] = classes.count }
                classes.append([index])
            }
        }
        return classes
    }
}
