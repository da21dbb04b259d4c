/// Input that no statistic can be computed from.
public enum StatisticsError: Error, Equatable, CustomStringConvertible {
    /// A group answered more often than it has people: the roster or the responses are wrong.
    case moreAnswersThanPeople(answers: Int, people: Int)
    /// A value of a list, counted from 0, is NaN, infinite or too large to be squared.
    case notANumber(position: Int)

    /// The sentence for the person at the terminal.
    public var description: String {
        switch self {
        case .moreAnswersThanPeople(let answers, let people):
            "There are \(answers) answers but only \(people) people: the roster or the responses must be wrong."
        case .notANumber(let position):
            "The value at position \(position + 1) is not a number that can be computed with."
        }
    }
}
