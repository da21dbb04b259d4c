/// Why answers cannot be weighted as was asked.
public enum WeightingError: Error, Equatable, CustomStringConvertible {
    /// A category answered more often than it has people: the roster or the responses are wrong.
    case moreAnswersThanPeople(category: String, answers: Int, people: Int)
    /// A category of the roster in which nobody answered cannot be weighted to: merge it with another.
    case emptyCell(margin: String, category: String)
    /// The margins of one roster do not add up to the same number of people.
    case marginsDisagree(first: Int, margin: String, people: Int)
    /// Raking did not meet its margins: they contradict one another in the cells that answered.
    case rakingNotConverged(cycles: Int, error: Double)
    /// A class of raters in which nobody rated cannot count with its weight.
    case emptyClass(String)
    /// The weights of the classes are not shares of one whole.
    case weightsAreNotShares(sum: Double)

    /// The sentence for the person at the terminal.
    public var description: String {
        switch self {
        case .moreAnswersThanPeople(let category, let answers, let people):
            "\(category) has \(answers) answers but only \(people) people: the roster or the responses must be wrong."
        case .emptyCell(let margin, let category):
            "Nobody in \(category) of \(margin) answered: merge it with another category before weighting."
        case .marginsDisagree(let first, let margin, let people):
            "The first margin has \(first) people and \(margin) has \(people): both must count the same roster."
        case .rakingNotConverged(let cycles, let error):
            "After \(cycles) cycles the weights still miss a margin by \(error) of its headcount: merge small categories."
        case .emptyClass(let name):
            "Nobody of the class \(name) rated, so its weight would be lost: leave it out and state new weights."
        case .weightsAreNotShares(let sum):
            "The weights of the classes must not be below 0 and must sum to 1; they sum to \(sum)."
        }
    }

    /// Refuses more answers than people.
    static func check(_ category: String, answers: Int, population: Int?) throws(WeightingError) {
        if let population, answers > population {
            throw .moreAnswersThanPeople(category: category, answers: answers, people: population)
        }
    }
}
