package import Surveys

/// How often people took part in something, with the item that asks those who did what it was good for.
///
/// Found by its form, not by its codes: an item of grades that is shown on one condition alone, `X ≠ 0`, where X is a
/// number from 0 or a choice among numbers of times, 0 the first of them.
package struct PlannedFrequency: Sendable, Equatable {
    package var count: Variable
    /// What each counted answer stands for; of a class such as 3 to 5 its least number.
    package var times: [Int]
    /// The name of the item for those who took part.
    package var usefulness: String
    /// Where the tally counts the answers.
    package var index: Int

    /// Is each answer a class of several numbers?
    package var isInClasses: Bool { if case .options = count.domain { true } else { false } }

    static func pairs(in index: VariableIndex) -> [(count: Variable, times: [Int], usefulness: Variable)] {
        index.variables.compactMap { item in
            guard item.part == nil, item.scoring != nil, item.isGraded else { return nil }
            let sources = item.show.compactMap(\.sourceOfAnyTimes)
            guard sources.count == 1, let column = index.column(sources[0].name) else { return nil }
            let count = index.variables[column]
            return count.times.map { (count, $0, item) }
        }
    }
}

extension Variable {
    fileprivate var isGraded: Bool { if case .number = domain { false } else { true } }

    /// The numbers of times that its answers stand for; nil where they are no such numbers.
    fileprivate var times: [Int]? {
        let times: [Int]
        switch domain {
        case .options(let options):
            let codes = options.map { Int($0.code) }
            guard options.count > 1, codes.allSatisfy({ $0 != nil }), !options.contains(where: \.marks.isUnscored)
            else {
                return nil
            }
            times = codes.compactMap { $0 }
        case .number(let range?) where range.decimals == 0: times = codes.map(Array.init) ?? []
        case .integers(let range): times = Array(range)
        default: return nil
        }
        let isAscending = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
        return times.first == 0 && isAscending ? times : nil
    }
}

extension Condition {
    /// X of `X ≠ 0` and of `X > 0`.
    fileprivate var sourceOfAnyTimes: Reference? {
        guard case .compare(let source, let comparison, let operand) = self else { return nil }
        let isZero =
            switch operand {
            case .number(let number): number == 0
            case .option(let code), .text(let code): code == "0"
            default: false
            }
        return isZero && (comparison == .notEqual || comparison == .greater) ? source : nil
    }
}
