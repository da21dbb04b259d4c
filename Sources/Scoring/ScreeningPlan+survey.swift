import Statistics
import Surveys

extension ScreeningPlan {
    /// The rated items that everybody was asked, in the order of the questionnaire.
    ///
    /// Pairs are left out: to require the same of every competence is an opinion, not carelessness. Nil where there are
    /// too few items for any sign to mean something.
    init?(_ survey: Survey, _ index: VariableIndex) {
        let limits = CarelessLimits()
        var items: [Item] = []
        var placeOf: [String: Int] = [:]
        for (column, variable) in index.variables.enumerated() where variable.part == nil && variable.show.isEmpty {
            guard variable.isRating, let codes = variable.codes, codes.count >= 2 else { continue }
            placeOf[variable.name] = items.count
            items.append(Item(column: column, low: codes.lowerBound, high: codes.upperBound))
        }
        guard items.count >= limits.fewestAnswers else { return nil }
        var scales: [[EvenOddConsistency.Item]] = []
        for dimension in survey.dimensions where dimension.isReflective {
            let scale = dimension.terms.flatMap(index.variables(of:)).compactMap { variable in
                placeOf[variable.name].map { place in
                    EvenOddConsistency.Item(
                        place: place, low: items[place].low, high: items[place].high,
                        isReversed: variable.marks.isReversed)
                }
            }
            if scale.count >= 2 { scales.append(scale) }
        }
        self.init(items: items, scales: Self.alike(scales), limits: limits)
    }

    /// The scales on the levels that most of them have: among halves on 1…5 one on 1…10 would make everybody look
    /// consistent.
    private static func alike(_ scales: [[EvenOddConsistency.Item]]) -> [[EvenOddConsistency.Item]] {
        var counts: [ClosedRange<Int>: Int] = [:]
        func levels(_ scale: [EvenOddConsistency.Item]) -> ClosedRange<Int>? {
            let bounds = scale[0].low...scale[0].high
            return scale.allSatisfy { $0.low...$0.high == bounds } ? bounds : nil
        }
        for bounds in scales.compactMap(levels) { counts[bounds, default: 0] += 1 }
        let usual = counts.max {
            ($0.value, -$0.key.lowerBound, -$0.key.upperBound) < ($1.value, -$1.key.lowerBound, -$1.key.upperBound)
        }
        return scales.filter { levels($0) == usual?.key }
    }
}

extension Variable {
    /// An answer on a ladder of levels, as straight-lining runs along it.
    fileprivate var isRating: Bool {
        switch domain {
        case .levels, .integers: true
        default: false
        }
    }
}
