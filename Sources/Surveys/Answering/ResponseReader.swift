/// Reads one respondent's cells after the other into checked `Response`s.
public struct ResponseReader: Sendable {
    public let variables: [Variable]
    private let readers: [AnswerReader]
    /// What cells stood for that were read before, by variable: many people give few different answers.
    private var known: [[String: Result<Answer, RefusalError>]]
    private let indices: [String: Int]
    /// The variables with conditions or rules of their own.
    private let ruled: [Int]

    public init(survey: Survey, roster: Roster? = nil) {
        variables = survey.variables
        readers = variables.map { AnswerReader($0, roster: roster) }
        known = variables.map { _ in [:] }
        let variables = variables
        ruled = variables.indices.filter { !variables[$0].show.isEmpty || !variables[$0].checks.isEmpty }
        indices = Dictionary(variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// Checks every cell against its question, then the questionnaire's logic over the whole row.
    ///
    /// A cell that is refused counts as missing; an answer that its condition hides is refused, and so is one that
    /// fails a 校验 of its question.
    ///
    /// - Parameter cells: one for each variable; nil where the source has no such column, so nothing was asked.
    public mutating func read(_ cells: [Substring?]) -> (
        response: Response, refused: [(variable: Int, refusal: Refusal)]
    ) {
        var answers: [Answer] = []
        var refused: [(variable: Int, refusal: Refusal)] = []
        answers.reserveCapacity(cells.count)
        for (index, cell) in cells.enumerated() {
            guard let cell else {
                answers.append(.notAsked)
                continue
            }
            switch read(cell, of: index) {
            case .success(let answer): answers.append(answer)
            case .failure(let error):
                answers.append(.missing)
                refused.append((index, error.refusal))
            }
        }
        applyLogic(to: &answers, &refused)
        return (Response(answers: answers), refused.sorted { $0.variable < $1.variable })
    }

    private mutating func read(_ cell: Substring, of index: Int) -> Result<Answer, RefusalError> {
        let text = String(cell)
        if let outcome = known[index][text] { return outcome }
        let outcome = readers[index].read(cell)
        // Free texts differ from person to person and are not worth keeping.
        if known[index].count < Self.mostKnown { known[index][text] = outcome }
        return outcome
    }

    private static let mostKnown = 256

    private func applyLogic(to answers: inout [Answer], _ refused: inout [(variable: Int, refusal: Refusal)]) {
        for index in ruled {
            let variable = variables[index]
            if !variable.show.isEmpty {
                let known = answers
                let isShown = variable.show.allSatisfy { $0.holds { answer(to: $0, known) } }
                if !isShown {
                    if answers[index].isGiven { refused.append((index, .notAsked)) }
                    answers[index] = .notAsked
                }
            }
            let known = answers
            for check in variable.checks where check.isHard && answers[index].isGiven {
                let isDecided = check.condition.references.allSatisfy { answer(to: $0, known).isGiven }
                if isDecided, !check.condition.holds({ answer(to: $0, known) }) {
                    refused.append((index, .checkFailed))
                    answers[index] = .missing
                    break
                }
            }
        }
    }

    private func answer(to reference: Condition.Reference, _ answers: [Answer]) -> Answer {
        indices[reference.name].map { answers[$0] } ?? .missing
    }
}
