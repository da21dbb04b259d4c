/// A questionnaire's logic over one respondent's answers: what was asked, and which answers pass their checks.
struct AnswerLogic: Sendable {
    private let variables: [Variable]
    private let indices: [String: Int]
    /// The variables with conditions or rules of their own.
    private let ruled: [Int]

    init(_ variables: [Variable]) {
        self.variables = variables
        indices = Dictionary(variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        ruled = variables.indices.filter { !variables[$0].show.isEmpty || !variables[$0].checks.isEmpty }
    }

    func index(of name: String) -> Int? { indices[name] }

    /// Whether a condition holds of the answers.
    func holds(_ condition: Condition, _ answers: [Answer]) -> Bool {
        condition.holds { answer(to: $0, answers) }
    }

    /// Whether a check of an answered question can be decided and is not met.
    ///
    /// A check that speaks of something nobody answered says nothing.
    func fails(_ check: Check, of index: Int, _ answers: [Answer]) -> Bool {
        answers[index].isGiven && check.condition.references.allSatisfy { answer(to: $0, answers).isGiven }
            && !holds(check.condition, answers)
    }

    /// Makes what is hidden `notAsked`, and what fails a 校验 `missing`, in the order of the questionnaire.
    ///
    /// - Returns: the answers that were given all the same.
    func apply(to answers: inout [Answer]) -> [(variable: Int, refusal: Refusal)] {
        var refused: [(variable: Int, refusal: Refusal)] = []
        for index in ruled {
            let variable = variables[index]
            if !variable.show.allSatisfy({ holds($0, answers) }) {
                if answers[index].isGiven { refused.append((index, .notAsked)) }
                answers[index] = .notAsked
            }
            if variable.checks.contains(where: { $0.isHard && fails($0, of: index, answers) }) {
                refused.append((index, .checkFailed))
                answers[index] = .missing
            }
        }
        return refused
    }

    private func answer(to reference: Condition.Reference, _ answers: [Answer]) -> Answer {
        indices[reference.name].map { answers[$0] } ?? .missing
    }
}
