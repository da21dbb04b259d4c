package import Surveys

/// One grade among the answers to an item.
package struct Grade: Sendable, Equatable {
    /// Its place among the counts of the item.
    package var index: Int
    package var text: LocalText
    /// Before reversal.
    package var points: Int
    /// `[100分]` stands beside it.
    package var isDeclared: Bool
}

extension Grade {
    /// The answers that score.
    package static func all(of variable: Variable) -> [Grade] {
        let grades: [Grade]
        switch variable.domain {
        case .levels(let scale):
            let low = scale.bounds?.lowerBound ?? 0
            grades = scale.numbered.compactMap { level in
                guard let code = level.code, let points = scale.points(of: code) else { return nil }
                return Grade(index: code - low, text: level.text, points: points, isDeclared: level.points != nil)
            }
        case .options(let options):
            grades = options.enumerated().compactMap { index, option in
                guard let points = option.marks.points, !option.marks.isUnscored else { return nil }
                return Grade(index: index, text: option.text, points: points, isDeclared: true)
            }
        case .integers(let range):
            grades = range.enumerated().map {
                Grade(index: $0.offset, text: LocalText("\($0.element)"), points: $0.element, isDeclared: false)
            }
        default: grades = []
        }
        return grades.enumerated().sorted { ($0.element.points, $0.offset) < ($1.element.points, $1.offset) }
            .map(\.element)
    }
}
