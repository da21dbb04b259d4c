/// Why responses cannot be counted at all.
public enum TallyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The exact sums of so many responses could leave 64 bits; `limit` is how many the plan can count.
    case sumsTooLarge(responses: Int, limit: Int)

    /// The sentence for the person at the terminal.
    public var description: String {
        switch self {
        case .sumsTooLarge(let responses, let limit):
            "The points and weights are too large to count \(responses) responses exactly; at most \(limit) can be."
        }
    }
}

extension TallyError {
    /// Refuses more responses than can be counted.
    static func check(responses: Int, limit: Int) throws(TallyError) {
        guard limit > 0, responses <= limit else { throw .sumsTooLarge(responses: responses, limit: limit) }
    }
}

extension Int {
    /// The sum of two counts; traps with a sentence where 64 bits do not hold it.
    static func exact(_ left: Int, _ right: Int) -> Int {
        let (sum, overflow) = left.addingReportingOverflow(right)
        precondition(!overflow, "the sums of these tallies leave 64 bits: the tallies are of too many responses")
        return sum
    }
}
