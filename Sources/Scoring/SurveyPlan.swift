package import Statistics
package import Surveys

/// What to count for a survey, and where each count will stand: the survey's scoring rules as a `TallyPlan`.
package struct SurveyPlan: Sendable, Equatable {
    package let survey: Survey
    package private(set) var tally = TallyPlan()
    package private(set) var dimensions: [PlannedDimension] = []
    package private(set) var items: [PlannedItem] = []
    package private(set) var pairs: [PlannedPair] = []

    /// A dimension of items, or a composite of such.
    package struct PlannedDimension: Sendable, Equatable {
        package var dimension: Dimension
        /// Scored by this year's own items.
        package var own: Measure?
        /// Scored by the items that all compared years share; nil where there are none.
        package var comparable: Measure?
    }

    package enum Measure: Sendable, Equatable {
        case scale(PlannedScale)
        case composite(index: Int, parts: [CompositePart])
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
    }

    /// An item whose answers are counted one by one.
    package struct PlannedItem: Sendable, Equatable {
        package var variable: Variable
        package var scoring: ItemScoring
        package var index: Int
        /// The first dimension that takes it.
        package var dimension: String?
    }

    /// A competence with its current and required level.
    package struct PlannedPair: Sendable, Equatable {
        package var code: String
        package var text: LocalText
        package var bounds: ClosedRange<Int>
        package var index: Int
    }

    /// - Parameter history: the years that are compared; nil when there is nothing to compare.
    package init(_ survey: Survey, history: SurveyHistory? = nil) {
        self.survey = survey
        let variables = survey.variables
        let columns = Dictionary(variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        planPairs(variables, columns)
        planItems(variables, columns)
        for dimension in survey.dimensions where !dimension.isComposite {
            let own = addScale(dimension, columns, only: nil)
            var comparable = own
            if let history {
                let common = history.comparableCodes(of: dimension.name.main)
                let all = Set(own?.codes ?? [])
                if common != all { comparable = common.isEmpty ? nil : addScale(dimension, columns, only: common) }
            }
            dimensions.append(
                PlannedDimension(
                    dimension: dimension, own: own.map { .scale($0) }, comparable: comparable.map { .scale($0) }))
        }
        for dimension in survey.dimensions where dimension.isComposite {
            let own = addComposite(dimension, columns) { $0.own }
            let comparable = addComposite(dimension, columns) { $0.comparable }
            dimensions.append(
                PlannedDimension(dimension: dimension, own: own, comparable: comparable == own ? own : comparable))
        }
        // The survey's own order, composites among the others.
        let order = Dictionary(survey.dimensions.enumerated().map { ($0.element.name.main, $0.offset) }) { first, _ in first }
        dimensions.sort { order[$0.dimension.name.main, default: 0] < order[$1.dimension.name.main, default: 0] }
    }

    package func dimension(named name: String) -> PlannedDimension? {
        dimensions.first { $0.dimension.name.main == name }
    }

    // MARK: Parts

    private mutating func planPairs(_ variables: [Variable], _ columns: [String: Int]) {
        for variable in variables where variable.part == .current {
            guard let bounds = variable.codes, let current = columns["\(variable.code)_cur"],
                let required = columns["\(variable.code)_req"]
            else { continue }
            pairs.append(
                PlannedPair(code: variable.code, text: variable.text, bounds: bounds, index: tally.pairs.count))
            tally.pairs.append(
                TallyPlan.Pair(current: current, required: required, low: bounds.lowerBound, high: bounds.upperBound))
        }
    }

    private mutating func planItems(_ variables: [Variable], _ columns: [String: Int]) {
        for variable in variables where variable.part == nil {
            guard let codes = variable.codes, let scoring = variable.scoring, let column = columns[variable.name] else {
                continue
            }
            let home = survey.dimensions.first { dimension in
                dimension.terms.contains { survey.variables(of: $0).contains(variable) }
            }
            items.append(
                PlannedItem(
                    variable: variable, scoring: scoring, index: tally.items.count, dimension: home?.name.main))
            tally.items.append(TallyPlan.Item(column: column, low: codes.lowerBound, high: codes.upperBound))
        }
    }

    private mutating func addScale(
        _ dimension: Dimension, _ columns: [String: Int], only: Set<String>?
    ) -> PlannedScale? {
        var terms: [TallyPlan.Term] = []
        var codes: [String] = []
        var bounds: ClosedRange<Int>?
        var lowest = 0
        var highest = 0
        for term in dimension.terms {
            for variable in survey.variables(of: term) where only?.contains(variable.code) ?? true {
                let range: ClosedRange<Int>
                if dimension.method == .gap {
                    guard variable.part == .current, let levels = variable.codes,
                        let current = columns["\(variable.code)_cur"], let required = columns["\(variable.code)_req"]
                    else { continue }
                    terms.append(.gap(current: current, required: required, weight: term.weight))
                    let width = levels.upperBound - levels.lowerBound
                    range = -width...width
                } else {
                    guard let scoring = variable.scoring, let column = columns[variable.name] else { continue }
                    terms.append(
                        .points(column: column, low: scoring.low, points: scoring.points, weight: term.weight))
                    range = scoring.bounds
                }
                codes.append(variable.code)
                lowest += range.lowerBound * term.weight
                highest += range.upperBound * term.weight
                bounds = bounds.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
            }
        }
        guard let bounds, !terms.isEmpty else { return nil }
        let minimum = dimension.mostMissing.map { max(1, terms.count - $0) } ?? (terms.count + 1) / 2
        tally.scales.append(TallyPlan.Scale(terms: terms, minimumAnswered: minimum))
        let weights = Double(terms.reduce(0) { $0 + $1.weight })
        let isSum = dimension.method == .sum
        // A sum is the weighted mean times the weights; its bounds are those of the sum.
        let (low, high) = isSum ? (Double(lowest), Double(highest)) : (Double(bounds.lowerBound), Double(bounds.upperBound))
        let (slope, offset) = Self.line(dimension.rescale, low: low, high: high)
        return PlannedScale(
            index: tally.scales.count - 1, codes: codes, minimumAnswered: minimum, bounds: bounds,
            slope: isSum ? slope * weights : slope, offset: offset)
    }

    /// The straight line from raw points to the scale that is shown.
    private static func line(_ rescale: Dimension.Rescale, low: Double, high: Double) -> (slope: Double, offset: Double) {
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

    /// A composite over the leaves; a gap enters as attainment, 100 × (1 − mean shortfall ÷ widest possible gap).
    private mutating func addComposite(
        _ dimension: Dimension, _ columns: [String: Int], _ measure: (PlannedDimension) -> Measure?
    ) -> Measure? {
        var members: [Int] = []
        var parts: [CompositePart] = []
        for leaf in survey.leaves(of: dimension) ?? [] {
            guard let planned = self.dimension(named: leaf.dimension.name.main), case .scale(let scale)? = measure(planned)
            else { return nil }
            if leaf.dimension.method == .gap {
                let terms = tally.scales[scale.index].terms.map { term in
                    switch term {
                    case .gap(let current, let required, let weight):
                        TallyPlan.Term.shortfall(current: current, required: required, weight: weight)
                    case .points, .shortfall: term
                    }
                }
                let shortfall = TallyPlan.Scale(terms: terms, minimumAnswered: scale.minimumAnswered)
                let index = tally.scales.firstIndex(of: shortfall) ?? tally.scales.count
                if index == tally.scales.count { tally.scales.append(shortfall) }
                members.append(index)
                parts.append(
                    CompositePart(weight: leaf.share, offset: 100, slope: -100 / Double(scale.bounds.upperBound)))
            } else {
                members.append(scale.index)
                parts.append(CompositePart(weight: leaf.share, offset: scale.offset, slope: scale.slope))
            }
        }
        guard !members.isEmpty else { return nil }
        let index = tally.composites.firstIndex(of: members) ?? tally.composites.count
        if index == tally.composites.count { tally.composites.append(members) }
        return .composite(index: index, parts: parts)
    }
}
