extension Logic {
    /// Comparisons with constants, of different questions that everybody is asked: they can be met and failed one by one,
    /// so that no search is needed. Most conditions are no more than that.
    ///
    /// The reader has refused what no answer within a question's range can meet.
    func isPlain(_ condition: Condition) -> Bool {
        switch condition {
        case .compare: return isPlain(comparison: condition)
        case .all(let parts), .any(let parts):
            guard parts.count <= Self.mostPlain else { return false }
            for (index, part) in parts.enumerated() {
                guard isPlain(comparison: part), case .compare(let own, _, _) = part else { return false }
                for earlier in parts[..<index] {
                    if case .compare(let other, _, _) = earlier, other == own { return false }
                }
            }
            return !parts.isEmpty
        case .not, .answered, .unanswered: return false
        }
    }

    private static let mostPlain = 16

    private func isPlain(comparison: Condition) -> Bool {
        guard case .compare(let reference, let sign, let operand) = comparison,
            let domain = domainForEverybody(reference.name)
        else { return false }
        return switch (domain, operand, sign) {
        case (.options(let options), .option, .equal), (.options(let options), .option, .notEqual): options.count > 1
        case (.levels, .number, let sign), (.integers, .number, let sign), (.number, .number, let sign),
            (.day, .day, let sign), (.month, .day, let sign):
            // A number may lie between two answers, so that none is equal to it.
            [.greater, .less, .atLeast, .atMost].contains(sign)
        default: false
        }
    }
}
