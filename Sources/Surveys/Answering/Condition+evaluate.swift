extension Condition {
    /// Whether it holds for one respondent.
    ///
    /// A comparison with an answer that was not given does not hold, whatever its sign: `A3 ≥ 5` and `A3 < 5` are both
    /// false for somebody who skipped A3.
    public func holds(_ answer: (Reference) -> Answer) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(answer) }
        case .any(let parts): parts.contains { $0.holds(answer) }
        case .not(let part): !part.holds(answer)
        case .answered(let reference): answer(reference).isGiven
        case .unanswered(let reference): !answer(reference).isGiven
        case .compare(let reference, let comparison, let operand):
            Self.compare(answer(reference), comparison, operand, answer)
        }
    }

    private static func compare(
        _ left: Answer, _ comparison: Comparison, _ operand: Operand, _ answer: (Reference) -> Answer
    ) -> Bool {
        switch operand {
        case .option(let code): return choice(left, comparison, code)
        case .number(let number): return order(left.quantity, comparison, number)
        case .day(let day): return order(left.quantity, comparison, Double(day.number))
        case .reference(let other): return order(left.quantity, comparison, answer(other).quantity)
        case .text(let text):
            guard case .text(let said) = left else { return false }
            return comparison == .equal ? said == text : comparison == .notEqual && said != text
        }
    }

    private static func choice(_ left: Answer, _ comparison: Comparison, _ code: String) -> Bool {
        let chosen: [String]
        switch left {
        case .option(let one): chosen = [one]
        case .options(let several): chosen = several
        default: return false
        }
        return switch comparison {
        case .equal, .hasOnly: chosen == [code]
        case .notEqual: chosen != [code]
        case .has: chosen.contains(code)
        case .lacks: !chosen.contains(code)
        case .greater, .less, .atLeast, .atMost: false
        }
    }

    private static func order(_ left: Double?, _ comparison: Comparison, _ right: Double?) -> Bool {
        guard let left, let right else { return false }
        return switch comparison {
        case .equal: left == right
        case .notEqual: left != right
        case .greater: left > right
        case .less: left < right
        case .atLeast: left >= right
        case .atMost: left <= right
        case .has, .lacks, .hasOnly: false
        }
    }
}

extension Answer {
    /// The answer as a number that can be compared, or nil.
    fileprivate var quantity: Double? {
        switch self {
        case .level(let code): Double(code)
        case .number(let units, let decimals):
            Double(units) / (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        case .day(let day): Double(day.number)
        case .text(let text): PlainNumber.decimal(text)
        case .missing, .notAsked, .notApplicable, .option, .options: nil
        }
    }
}
