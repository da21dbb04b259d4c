import Statistics
import Surveys

/// The scores of one round's whole and cells, as far as they may be told.
///
/// Spread belongs to the whole: a cell's interval uses the spread within cells, which follows from the whole's and from
/// the cells' means alone.
struct ToldScores {
    private let told: ToldRound
    private let products: CrossProducts
    private let pooled: PooledScores
    /// By dimension: the whole's own and comparable moments, and the variance within the cells of either.
    private let wholes: [(own: Moments?, comparable: Moments?)]
    private let within: [(own: Double?, comparable: Double?)]

    init(_ told: ToldRound, _ products: CrossProducts) {
        self.told = told
        self.products = products
        let pooled = PooledScores(plan: told.plan)
        self.pooled = pooled
        func spread(_ moments: Moments?, _ measure: SurveyPlan.Measure?, _ name: String, isComparable: Bool) -> Double?
        {
            guard let moments, let measure else { return nil }
            guard told.tells(measure, ofCells: true) else { return moments.variance }
            func isExact(_ cell: Int?) -> Bool {
                told.standings[ScoreName(dimension: name, isComparable: isComparable, cell: cell)] == nil
            }
            let exact = told.cells.enumerated().compactMap { index, cell in
                isExact(nil) && isExact(index) ? pooled.mean(measure, cell.tally) : nil
            }
            return moments.varianceWithin(exact)
        }
        wholes = told.plan.dimensions.map { planned in
            func moments(_ measure: SurveyPlan.Measure?) -> Moments? {
                told.tells(measure, ofCells: false)
                    ? measure.map { pooled.moments($0, told.whole, products) } : nil
            }
            return (moments(planned.own), moments(planned.comparable))
        }
        within = zip(told.plan.dimensions, wholes).map { planned, whole in
            let name = planned.dimension.name.main
            return (
                spread(whole.own, planned.own, name, isComparable: false),
                spread(whole.comparable, planned.comparable, name, isComparable: true)
            )
        }
    }

    func whole(_ place: Int, headcount: Int?) throws(StatisticsError) -> DimensionScore {
        let planned = told.plan.dimensions[place]
        let isTold = wholes[place].own != nil
        var score = try DimensionScore(
            planned, own: wholes[place].own, comparable: wholes[place].comparable,
            favourable: isTold ? pooled.favourable(planned, told.whole) : nil, people: told.whole.responses,
            headcount: headcount)
        guard isTold, case .scale(let scale)? = planned.own else { return score }
        score.standardDeviation = products.standardDeviation(of: told.plan.block(ofScale: scale.index)).map {
            $0 * abs(scale.slope)
        }
        let variables = told.plan.variables(ofScale: scale.index)
        if planned.dimension.isReflective, variables.count >= 2 {
            score.reliability = Reliability(of: products, variables, responses: told.whole.responses)
        }
        return score
    }

    /// The score of one cell, or of several together.
    func cell(_ tally: Tally, _ place: Int, headcount: Int?) throws(StatisticsError) -> DimensionScore {
        let planned = told.plan.dimensions[place]
        func moments(_ measure: SurveyPlan.Measure?, _ variance: Double?) -> Moments? {
            guard let measure, told.tells(measure, ofCells: true) else { return nil }
            let mean = pooled.mean(measure, tally)
            return Moments(
                n: mean?.n ?? 0, mean: mean?.mean, variance: (mean?.n ?? 0) < 2 ? nil : variance ?? 0)
        }
        return try DimensionScore(
            planned, own: moments(planned.own, within[place].own),
            comparable: moments(planned.comparable, within[place].comparable),
            // Beside the shares of the items it would be one more line.
            favourable: nil, people: tally.responses, headcount: headcount)
    }
}
