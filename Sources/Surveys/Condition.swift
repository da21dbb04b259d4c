/// A rule over answers: when a question is shown, what must hold, which rows count.
public indirect enum Condition: Sendable, Equatable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case compare(Reference, Comparison, Operand)
    case answered(Reference)
    case unanswered(Reference)

    /// Whose answer: the name of a variable (`A1`, `NL1_req`) or of a raw column.
    public struct Reference: Sendable, Hashable {
        public var name: String
        public init(_ name: String) { self.name = name }
    }

    public enum Comparison: Sendable, Equatable {
        case equal, notEqual, greater, less, atLeast, atMost, has, lacks, hasOnly
    }

    public enum Operand: Sendable, Equatable {
        case number(Double)
        case day(Day)
        case option(String)
        case text(String)
        case reference(Reference)
    }

    /// Every variable that it reads, in the order of the text.
    public var references: [Reference] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.references)
        case .not(let part): part.references
        case .compare(let left, _, .reference(let right)): [left, right]
        case .compare(let left, _, _), .answered(let left), .unanswered(let left): [left]
        }
    }
}
