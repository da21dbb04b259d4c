/// Input that no statistic can be computed from.
public enum StatisticsError: Error, Equatable, CustomStringConvertible {
    /// A group answered more often than it has people: the roster or the responses are wrong.
    case moreAnswersThanPeople(answers: Int, people: Int)
    /// A category of the roster in which nobody answered cannot be weighted to: merge it with another.
    case emptyCell(margin: String, category: String)
    /// The margins of one roster do not add up to the same number of people.
    case marginsDisagree(first: Int, margin: String, people: Int)
    /// Raking did not meet its margins: categories that hardly anybody shares pull in opposite directions.
    case rakingNotConverged(cycles: Int, error: Double)
    /// A class of raters in which nobody answered cannot count with its weight.
    case emptyClass(String)
    /// The weights of the classes are not shares of one whole.
    case weightsAreNotShares(sum: Double)
    /// A value of a list, counted from 0, is NaN, infinite or too large to be squared.
    case notANumber(position: Int)

    /// The sentence for the person at the terminal.
    public var description: String {
        switch self {
        case .moreAnswersThanPeople(let answers, let people):
            "There are \(answers) answers but only \(people) people: the roster or the responses must be wrong."
        case .emptyCell(let margin, let category):
            "Nobody in \(category) of \(margin) answered: merge it with another category before weighting."
        case .marginsDisagree(let first, let margin, let people):
            "The first margin has \(first) people and \(margin) has \(people): both must count the same roster."
        case .rakingNotConverged(let cycles, let error):
            "After \(cycles) cycles the weights still miss a margin by a share of \(error): merge small categories."
        case .emptyClass(let name):
            "Nobody of the class \(name) answered, so its weight would be lost: leave the class out and state new weights."
        case .weightsAreNotShares(let sum):
            "The weights of the classes must not be below 0 and must sum to 1; they sum to \(sum)."
        case .notANumber(let position):
            "The value at position \(position + 1) is not a number that can be computed with."
        }
    }
}
