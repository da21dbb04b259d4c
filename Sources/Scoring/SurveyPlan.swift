package import Statistics
package import Surveys

/// What to count for a survey, and where each count will stand: the survey's scoring rules as a `TallyPlan`.
package struct SurveyPlan: Sendable, Equatable {
    package let survey: Survey
    package private(set) var tally = TallyPlan()
    package private(set) var dimensions: [PlannedDimension] = []
    package private(set) var items: [PlannedItem] = []
    package private(set) var pairs: [PlannedPair] = []
    /// Counts of times, each with the item that only those were asked whose count is not 0.
    package private(set) var frequencies: [PlannedFrequency] = []
    /// All items of reflective dimensions that everybody was asked, as one scale: what 效度 is judged by. Nil below three.
    package private(set) var validity: PlannedValidity?
    /// Every item and competence once.
    package private(set) var blocks: [PlannedBlock] = []

    /// A dimension of items, or a composite of such.
    package struct PlannedDimension: Sendable, Equatable {
        package var dimension: Dimension
        /// Scored by this year's own items.
        package var own: Measure?
        /// Scored by the items that all compared years share and by the latest year's rule, so that a change of the
        /// questionnaire does not look like one of the people; nil where nothing is shared.
        package var comparable: Measure?
        /// Its answers are grades, some of which are favourable: those on the better side of the middle of the item's own
        /// scale. No composite and no gap.
        package var isRated: Bool
        /// None of its questions stands under a condition: who has no score did not answer, and was not left out.
        package var isAskedOfAll: Bool

        /// The people of a roster whose scores the answers are a sample of.
        package func population(_ headcount: Int?, lasting: Double = LastingShare.ofScores) -> FinitePopulation? {
            FinitePopulation(headcount, lasting: lasting, isAskedOfAll: isAskedOfAll)
        }
    }

    package enum Measure: Sendable, Equatable {
        case scale(PlannedScale)
        case composite(index: Int, parts: [CompositePart], ends: ClosedRange<Double>)

        /// The least and the greatest score that a person can have.
        package var ends: ClosedRange<Double> {
            switch self {
            case .scale(let scale): scale.ends
            case .composite(_, _, let ends): ends
            }
        }
    }

    /// A scale of the tally plan, with the way from its raw mean to the score that is shown.
    package struct PlannedScale: Sendable, Equatable {
        package var index: Int
        package var codes: [String]
        package var minimumAnswered: Int
        /// Least and greatest points of an item.
        package var bounds: ClosedRange<Int>
        /// shown = offset + slope × raw mean
        package var slope: Double
        package var offset: Double
        /// The least and the greatest score that can be shown.
        package var ends: ClosedRange<Double>
    }

    /// An item whose answers are counted one by one.
    package struct PlannedItem: Sendable, Equatable {
        package var variable: Variable
        package var scoring: ItemScoring
        package var index: Int
        /// The first dimension that takes it.
        package var dimension: String?
        /// 低为好: of a dimension whose low points are the better ones.
        package var isLowBetter: Bool
    }

    /// Items that are looked at together, whatever dimension they belong to.
    package struct PlannedValidity: Sendable, Equatable {
        package var codes: [String]
        /// Places in `TallyPlan.variables`.
        package var variables: [Int]
    }

    /// A competence with its current and required level.
    package struct PlannedPair: Sendable, Equatable {
        package var code: String
        package var text: LocalText
        package var bounds: ClosedRange<Int>
        package var index: Int
        /// Does it stand under no condition?
        package var isAskedOfAll: Bool
    }

    /// - Parameter history: the years that are compared; nil when there is nothing to compare.
    package init(_ survey: Survey, history: SurveyHistory? = nil) {
        self.survey = survey
        let index = VariableIndex(survey)
        planPairs(index)
        planItems(index)
        planFrequencies(index)
        tally.screening = ScreeningPlan(survey, index)
        let latest = history?.latest?.survey ?? survey
        for dimension in survey.dimensions where !dimension.isComposite {
            var comparable: PlannedScale?
            if let history {
                let common = history.comparableCodes(of: dimension.name.main)
                let rule = latest.dimension(named: dimension.name.main)
                comparable = rule.flatMap { addScale(dimension, by: $0, index, only: common) }
            }
            let own = addScale(dimension, by: dimension, index, like: comparable)
            if history == nil { comparable = own }
            dimensions.append(
                PlannedDimension(
                    dimension: dimension, own: own.map { .scale($0) }, comparable: comparable.map { .scale($0) },
                    isRated: isRated(dimension, index),
                    isAskedOfAll: dimension.terms.flatMap(index.variables(of:)).allSatisfy(\.show.isEmpty)))
        }
        for dimension in survey.dimensions where dimension.isComposite {
            let own = addComposite(survey.leaves(of: dimension), dimension.direction) { $0.own }
            let rule = latest.dimension(named: dimension.name.main)
            let comparable = addComposite(
                rule.flatMap { latest.leaves(of: $0) }, rule?.direction ?? dimension.direction
            ) { $0.comparable }
            let members = (survey.leaves(of: dimension) ?? []).map { self.dimension(named: $0.dimension.name.main) }
            dimensions.append(
                PlannedDimension(
                    dimension: dimension, own: own, comparable: comparable, isRated: false,
                    isAskedOfAll: members.allSatisfy { $0?.isAskedOfAll ?? true }))
        }
        blocks = .all(of: dimensions, items: items, &tally)
        planVariables()
        // The survey's own order, composites among the others.
        let order = Dictionary(survey.dimensions.enumerated().map { ($0.element.name.main, $0.offset) }) { first, _ in
            first
        }
        dimensions.sort { order[$0.dimension.name.main, default: 0] < order[$1.dimension.name.main, default: 0] }
    }

    package func dimension(named name: String) -> PlannedDimension? {
        dimensions.first { $0.dimension.name.main == name }
    }

    // MARK: Parts

    private mutating func planPairs(_ index: VariableIndex) {
        for variable in index.variables where variable.part == .current {
            guard let bounds = variable.codes, let current = index.column("\(variable.code)_cur"),
                let required = index.column("\(variable.code)_req")
            else { continue }
            pairs.append(
                PlannedPair(
                    code: variable.code, text: variable.text, bounds: bounds, index: tally.pairs.count,
                    isAskedOfAll: variable.show.isEmpty))
            tally.pairs.append(
                TallyPlan.Pair(current: current, required: required, low: bounds.lowerBound, high: bounds.upperBound))
        }
    }

    private mutating func planItems(_ index: VariableIndex) {
        var homes: [String: Dimension] = [:]
        for dimension in survey.dimensions {
            for variable in dimension.terms.flatMap(index.variables(of:)) where homes[variable.name] == nil {
                homes[variable.name] = dimension
            }
        }
        for variable in index.variables where variable.part == nil {
            guard let codes = variable.codes, let scoring = variable.scoring, let column = index.column(variable.name)
            else {
                continue
            }
            items.append(
                PlannedItem(
                    variable: variable, scoring: scoring, index: tally.items.count,
                    dimension: homes[variable.name]?.name.main,
                    isLowBetter: homes[variable.name]?.direction == .lowerIsBetter))
            tally.items.append(TallyPlan.Item(column: column, low: codes.lowerBound, high: codes.upperBound))
        }
    }

    private mutating func planFrequencies(_ index: VariableIndex) {
        for found in PlannedFrequency.pairs(in: index) {
            guard let codes = found.count.codes, let column = index.column(found.count.name) else { continue }
            // A number that scores is counted as an item already.
            let place = tally.items.firstIndex { $0.column == column } ?? tally.items.count
            if place == tally.items.count {
                tally.items.append(TallyPlan.Item(column: column, low: codes.lowerBound, high: codes.upperBound))
            }
            frequencies.append(
                PlannedFrequency(
                    count: found.count, times: found.times, usefulness: found.usefulness.name, index: place))
        }
    }

    /// What is summed pair by pair: the terms of every scale that a number is made of, each once.
    private mutating func planVariables() {
        let measures = dimensions.flatMap { [$0.own, $0.comparable] }.compactMap(\.self)
        for scale in Set(measures.flatMap(scales(of:))).sorted() {
            for term in tally.scales[scale].terms.map(\.unweighted) where !tally.variables.contains(term) {
                tally.variables.append(term)
            }
        }
        var codes: [String] = []
        var places: [Int] = []
        for planned in dimensions where planned.dimension.isReflective && planned.isAskedOfAll {
            guard case .scale(let scale)? = planned.own else { continue }
            for (code, member) in zip(scale.codes, variables(ofScale: scale.index)) where !places.contains(member) {
                guard case .points = tally.variables[member] else { continue }
                codes.append(code)
                places.append(member)
            }
        }
        validity = codes.count < 3 ? nil : PlannedValidity(codes: codes, variables: places)
    }

    /// The terms of a scale as variables, each with its weight.
    func block(ofScale index: Int) -> WeightedBlock {
        WeightedBlock(variables(ofScale: index), weights: tally.scales[index].terms.map(\.weight))
    }

    /// Places of its terms among the variables.
    package func variables(ofScale index: Int) -> [Int] {
        // Every scale of a number has its terms among them; others have none of their own.
        tally.scales[index].terms.compactMap { tally.variables.firstIndex(of: $0.unweighted) }
    }

    /// The items of one dimension, scored by the rule of another: itself, or the same in the latest year.
    private mutating func addScale(
        _ dimension: Dimension, by rule: Dimension, _ index: VariableIndex, only: Set<String>? = nil,
        like shared: PlannedScale? = nil
    ) -> PlannedScale? {
        var terms: [TallyPlan.Term] = []
        var codes: [String] = []
        var bounds: ClosedRange<Int>?
        var lowest = 0
        var highest = 0
        var areAlike = true
        for term in dimension.terms {
            for variable in index.variables(of: term) where only?.contains(variable.code) ?? true {
                let range: ClosedRange<Int>
                if rule.method == .gap {
                    guard variable.part == .current, let levels = variable.codes,
                        let current = index.column("\(variable.code)_cur"),
                        let required = index.column("\(variable.code)_req")
                    else { continue }
                    terms.append(.gap(current: current, required: required, weight: term.weight))
                    let width = levels.upperBound - levels.lowerBound
                    range = -width...width
                } else {
                    guard let scoring = variable.scoring, let column = index.column(variable.name) else { continue }
                    terms.append(
                        .points(column: column, low: scoring.low, points: scoring.points, weight: term.weight))
                    range = scoring.bounds
                }
                codes.append(variable.code)
                areAlike = areAlike && (bounds == nil || bounds == range)
                lowest += range.lowerBound * term.weight
                highest += range.upperBound * term.weight
                bounds =
                    bounds.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
            }
        }
        guard let bounds, !terms.isEmpty else { return nil }
        var minimum = rule.mostMissing.map { max(1, terms.count - $0) } ?? (terms.count + 1) / 2
        // Of the same items two missing rules would give two means, whose difference tells of the few who meet only one.
        if let shared, tally.scales[shared.index].terms == terms { minimum = shared.minimumAnswered }
        // A sum is prorated item for item, which needs items of one range; of others all must be answered.
        if rule.method == .sum, !areAlike { minimum = terms.count }
        let weights = Double(terms.reduce(0) { $0 + $1.weight })
        let isSum = rule.method == .sum
        // A sum is the weighted mean times the weights; its bounds are those of the sum.
        let (low, high) =
            isSum ? (Double(lowest), Double(highest)) : (Double(bounds.lowerBound), Double(bounds.upperBound))
        let (slope, offset) = Self.line(rule.rescale, low: low, high: high)
        let ends = (offset + slope * low, offset + slope * high)
        return PlannedScale(
            index: self.index(of: TallyPlan.Scale(terms: terms, minimumAnswered: minimum)), codes: codes,
            minimumAnswered: minimum, bounds: bounds, slope: isSum ? slope * weights : slope, offset: offset,
            ends: min(ends.0, ends.1)...max(ends.0, ends.1))
    }

    /// Whether the answers to a dimension are grades: of hours and counts none is favourable.
    private func isRated(_ dimension: Dimension, _ index: VariableIndex) -> Bool {
        dimension.method != .gap
            && dimension.terms.flatMap(index.variables(of:)).allSatisfy { variable in
                if case .number = variable.domain { false } else { true }
            }
    }

    /// Where a scale is counted; each is counted once.
    private mutating func index(of scale: TallyPlan.Scale) -> Int {
        if let known = tally.scales.firstIndex(of: scale) { return known }
        tally.scales.append(scale)
        return tally.scales.count - 1
    }

    /// The straight line from raw points to the scale that is shown.
    private static func line(_ rescale: Dimension.Rescale, low: Double, high: Double) -> (slope: Double, offset: Double)
    {
        switch rescale {
        case .raw: (1, 0)
        case .percentOfMaximumPossible: high > low ? (100 / (high - low), -100 * low / (high - low)) : (1, 0)
        case .shareOfMaximum: high > 0 ? (100 / high, 0) : (1, 0)
        case .onto(let range):
            high > low
                ? (
                    Double(range.upperBound - range.lowerBound) / (high - low),
                    Double(range.lowerBound) - low * Double(range.upperBound - range.lowerBound) / (high - low)
                ) : (1, 0)
        }
    }

    /// A composite over the leaves; a gap enters as attainment, 100 × (1 − mean shortfall ÷ widest possible gap), and a
    /// dimension whose better end is not the composite's is turned round on its own scale.
    private mutating func addComposite(
        _ leaves: [(dimension: Dimension, share: Double)]?, _ direction: Dimension.Direction,
        _ measure: (PlannedDimension) -> Measure?
    ) -> Measure? {
        var members: [Int] = []
        var parts: [CompositePart] = []
        var (low, high) = (0.0, 0.0)
        for leaf in leaves ?? [] {
            guard let planned = dimension(named: leaf.dimension.name.main), case .scale(let scale)? = measure(planned)
            else { return nil }
            if leaf.dimension.method == .gap {
                let widest = Double(scale.bounds.upperBound)
                guard widest > 0 else { return nil }
                let terms = tally.scales[scale.index].terms.map { term in
                    switch term {
                    case .gap(let current, let required, let weight):
                        TallyPlan.Term.shortfall(current: current, required: required, weight: weight)
                    case .points, .shortfall: term
                    }
                }
                members.append(index(of: TallyPlan.Scale(terms: terms, minimumAnswered: scale.minimumAnswered)))
                // Attainment is better high; in a composite that is better low the shortfall itself counts.
                let isAttainment = direction == .higherIsBetter
                parts.append(
                    CompositePart(
                        weight: leaf.share, offset: isAttainment ? 100 : 0, slope: (isAttainment ? -100 : 100) / widest)
                )
                high += leaf.share * 100
            } else {
                members.append(scale.index)
                let isTurned = leaf.dimension.direction != direction
                parts.append(
                    CompositePart(
                        weight: leaf.share,
                        offset: isTurned ? scale.ends.lowerBound + scale.ends.upperBound - scale.offset : scale.offset,
                        slope: isTurned ? -scale.slope : scale.slope))
                low += leaf.share * scale.ends.lowerBound
                high += leaf.share * scale.ends.upperBound
            }
        }
        guard !members.isEmpty else { return nil }
        let index = tally.composites.firstIndex(of: members) ?? tally.composites.count
        if index == tally.composites.count { tally.composites.append(members) }
        return .composite(index: index, parts: parts, ends: low...high)
    }
}

extension TallyPlan.Term {
    fileprivate var unweighted: TallyPlan.Term {
        switch self {
        case .points(let column, let low, let points, _): .points(column: column, low: low, points: points, weight: 1)
        case .gap(let current, let required, _): .gap(current: current, required: required, weight: 1)
        case .shortfall(let current, let required, _): .shortfall(current: current, required: required, weight: 1)
        }
    }
}
