package import Statistics
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

    package init(
        of told: [ToldRound], succession: UnitSuccession, history: SurveyHistory
    ) throws(ScoringError) {
        self.history = history
        self.succession = succession
        rounds = []
        for round in told { rounds.append(try AssessedRound(round)) }
        for index in rounds.indices.dropFirst() {
            rounds[index].predecessors = rounds[index - 1].predecessors(of: rounds[index], succession)
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
    /// In the roster's order, those without responses among them; empty where the round is told as a whole only.
    ///
    /// A unit that the year's roster does not list, and that nobody named, has no row in that year.
    package var units: [AssessedGroup]
    /// By unit: the places of the units of the round before that had its posts; none where their people were told together
    /// with others then.
    package var predecessors: [[Int]]
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
    /// Whether the items hang together, and in how many directions; nil where fewer than three can be judged.
    package var validity: Validity? { Validity(products, plan, responses: whole.responses) }
    /// How many units the roster lists; nil without one.
    package var rosterUnitCount: Int?

    /// Of scores that must not be told as they are.
    package var standings: [ScoreName: ScoreStanding]
    package var shareStandings: [ShareName: ScoreStanding]
    /// What it was made of.
    package let told: ToldRound
    /// Of second order, what every spread of the round is made of.
    package let products: CrossProducts

    init(_ told: ToldRound) throws(ScoringError) {
        self.told = told
        year = told.year
        plan = told.plan
        intake = told.intake
        standings = told.standings
        shareStandings = told.shareStandings
        rosterUnitCount = told.roster?.units.count
        let plan = told.plan
        let products = CrossProducts(told.pairSums, smallestBase: told.smallestBase)
        self.products = products
        let scores = ToldScores(told, products)
        whole = try AssessedGroup(
            units: told.units, name: nil, tally: told.whole, received: told.received,
            headcount: told.roster?.headcount, plan: plan, year: told.year
        ) { (place, headcount) throws(StatisticsError) in try scores.whole(place, headcount: headcount) }
        units = []
        let headcounts = told.roster?.headcounts
        for cell in told.cells {
            let people = cell.units.map { headcounts?[$0] }
            units.append(
                try AssessedGroup(
                    units: cell.units, name: cell.units.joined(separator: "、"), tally: cell.tally,
                    received: cell.received,
                    // Known only when the roster lists every member.
                    headcount: people.contains(nil) ? nil : people.reduce(0) { $0 + ($1 ?? 0) }, plan: plan,
                    year: told.year,
                    scores: { (place, headcount) throws(StatisticsError) in
                        try scores.cell(cell.tally, place, headcount: headcount)
                    }, items: told.cellItems, pairs: told.cellPairs))
        }
        predecessors = units.map { _ in [] }
        whole.judgeItems(plan)
        careless = CarelessAnswering(told)
        contrasts = UnitContrast.all(units, whole: whole, plan: plan, standings: told.standings)
        variation = UnitVariation.all(units, whole: whole, plan: plan, standings: told.standings)
        agreement = UnitAgreement.all(units, plan: plan, standings: told.standings)
        weighted = WeightedScore.all(units, plan: plan, standings: told.standings)
    }

    /// The places of the units of this round whose posts those of the next have.
    fileprivate func predecessors(of next: AssessedRound, _ succession: UnitSuccession) -> [[Int]] {
        let posts = units.map { unit in Set(unit.units.map { succession.latestName(of: $0, in: year) }) }
        return next.units.map { unit in
            let names = Set(unit.units.map { succession.latestName(of: $0, in: next.year) })
            let places = posts.indices.filter { !posts[$0].isDisjoint(with: names) }
            return places.allSatisfy { posts[$0].isSubset(of: names) } ? places : []
        }
    }

    /// The own score of several units together; nil where nobody of them answered, and where one of them is not told.
    package func score(_ dimension: String, ofUnits places: [Int]) -> Double? {
        guard let own = plan.dimension(named: dimension)?.own,
            places.allSatisfy({ place in
                units[place].score(dimension)?.isWithheld == false
                    && standings[ScoreName(dimension: dimension, isComparable: false, cell: place)] == nil
            })
        else { return nil }
        let tally = places.reduce(Tally(zeroFor: plan.tally)) { $0 + units[$1].tally }
        return PooledScores(plan: plan).mean(own, tally)?.mean
    }
}
