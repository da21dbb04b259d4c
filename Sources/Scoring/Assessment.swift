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
    package private(set) var succession = UnitSuccession()

    package var survey: Survey { rounds.last?.plan.survey ?? Survey() }

    package init(of rounds: [Round], history: SurveyHistory) throws(ScoringError) {
        let rounds = rounds.sorted { $0.year < $1.year }
        let succession = UnitSuccession(rounds)
        try self.init(rounds: rounds.map(succession.applied), history: history, merging: [])
        self.succession = succession
    }

    /// The same with units merged and some years left out; a unit that is in no set stands alone.
    package func merging(_ sets: [[String]], withoutYears years: Set<Int> = []) throws(ScoringError) -> Assessment {
        let kept = rounds.filter { !years.contains($0.year) }
        var merged = try Assessment(rounds: kept.map(\.source), history: history, merging: sets, knowing: kept)
        merged.succession = succession
        return merged
    }

    /// - Parameter known: the same rounds assessed before with other sets: what no merging changes is taken from there.
    private init(
        rounds: [Round], history: SurveyHistory, merging sets: [[String]], knowing known: [AssessedRound] = []
    ) throws(ScoringError) {
        self.history = history
        self.rounds = []
        for (index, round) in rounds.enumerated() {
            let before = known.indices.contains(index) && known[index].isComplete ? known[index] : nil
            self.rounds.append(try AssessedRound(round, merging: sets, knowing: before))
        }
        changes = YearChange.all(self.rounds)
        itemChanges = ItemChange.all(self.rounds, history: history)
        trends = DimensionTrend.all(self.rounds)
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
    /// Nothing has been taken out of it; what has is made anew from the counts when groups are formed otherwise.
    package var isComplete = true
    /// Kept so that other groups can be formed from the same counts.
    var source: Round

    init(_ round: Round, merging sets: [[String]], knowing known: AssessedRound? = nil) throws(ScoringError) {
        year = round.year
        plan = round.plan
        intake = round.intake
        source = round
        let tallies = round.counted
        units = []
        // Units first, so that an error names the unit whose roster is wrong and not only the whole.
        if zip(tallies.groups, tallies.tallies).contains(where: { !$0.isEmpty && $1.responses > 0 }) {
            for members in Self.partition(tallies.groups, by: sets) {
                let names = members.map { tallies.groups[$0] }
                if let unit = known?.units.first(where: { $0.units == names }) {
                    units.append(unit)
                    continue
                }
                let tally = members.reduce(Tally(zeroFor: round.plan.tally)) { sum, index in
                    sum + tallies.tallies[index]
                }
                units.append(
                    try AssessedGroup(
                        units: names, name: names.joined(separator: "、"), tally: tally,
                        headcount: Self.headcount(of: names, on: round.roster), plan: round.plan, year: round.year))
            }
        }
        if let known {
            (whole, careless) = (known.whole, known.careless)
        } else {
            whole = try AssessedGroup(
                units: tallies.groups, name: nil,
                tally: tallies.tallies.reduce(Tally(zeroFor: round.plan.tally), +),
                headcount: round.roster?.headcount, plan: round.plan, year: round.year, judgesReliability: true)
            careless = try CarelessAnswering(
                tallies, plan: round.plan, headcount: round.roster?.headcount, year: round.year)
        }
        contrasts = UnitContrast.all(units, plan: round.plan)
        variation = UnitVariation.all(units, plan: round.plan)
        agreement = UnitAgreement.all(units, plan: round.plan)
        weighted = WeightedScore.all(units, plan: round.plan)
    }

    /// How many units the roster lists; nil without one.
    package var rosterUnitCount: Int? { source.roster?.units.count }

    /// 并入: the unit that the round's roster declares for a small one.
    package func mergeTarget(of unit: String) -> String? {
        source.roster?.units.first { $0.name == unit }?.mergeInto
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

    /// Known only when the roster lists every member.
    private static func headcount(of names: [String], on roster: Roster?) -> Int? {
        guard let roster else { return nil }
        var sum = 0
        for name in names {
            guard let unit = roster.units.first(where: { $0.name == name }) else { return nil }
            sum += unit.headcount
        }
        return sum
    }
}
