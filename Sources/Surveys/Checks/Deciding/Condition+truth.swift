extension Condition {
    /// Whether it holds when only some of the answers are known: nil while that depends on the others.
    ///
    /// What a single comparison means is left to `holds`; only 且, 或 and 非 are followed here, so that a search can turn
    /// back early.
    func truth(_ answer: (Reference) -> Answer?) -> Bool? {
        switch self {
        case .all(let parts): Self.joined(parts, decidedBy: false, answer)
        case .any(let parts): Self.joined(parts, decidedBy: true, answer)
        case .not(let part): part.truth(answer).map { !$0 }
        case .compare(let left, _, let operand):
            if let known = answer(left) {
                if case .reference(let right) = operand {
                    answer(right).map { other in holds { $0 == left ? known : other } }
                } else {
                    holds { _ in known }
                }
            } else {
                nil
            }
        case .answered(let reference), .unanswered(let reference):
            answer(reference).map { known in holds { _ in known } }
        }
    }

    /// 且 is decided by the first part that is false, 或 by the first that is true.
    private static func joined(
        _ parts: [Condition], decidedBy decisive: Bool, _ answer: (Reference) -> Answer?
    ) -> Bool? {
        var isOpen = false
        for part in parts {
            switch part.truth(answer) {
            case decisive: return decisive
            case nil: isOpen = true
            default: break
            }
        }
        return isOpen ? nil : !decisive
    }

    /// The parts that all have to hold.
    var conjuncts: [Condition] {
        if case .all(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
    }
}
