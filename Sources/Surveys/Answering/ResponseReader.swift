/// Reads one respondent's cells after the other into checked `Response`s.
public struct ResponseReader: Sendable {
    public let variables: [Variable]
    private let readers: [AnswerReader]
    /// What cells stood for that were read before, by variable: many people give few different answers.
    private var known: [[String: Result<Answer, RefusalError>]]
    private let logic: AnswerLogic
    /// For each option that takes words: its question's variable, and the variable of the words.
    private let optionTexts: [(choice: Int, option: String, text: Int)]

    public init(survey: Survey, roster: Roster? = nil) {
        variables = survey.variables
        readers = variables.map { AnswerReader($0, roster: roster) }
        known = variables.map { _ in [:] }
        logic = AnswerLogic(variables)
        let choices = Dictionary(
            variables.enumerated().filter { $0.element.part == nil }.map { ($0.element.ordinal, $0.offset) }
        ) { first, _ in first }
        optionTexts = variables.enumerated().compactMap { index, variable in
            guard case .text(let option) = variable.part else { return nil }
            return choices[variable.ordinal].map { ($0, option, index) }
        }
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
        splitOptionTexts(cells, &answers)
        refused += logic.apply(to: &answers)
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

    /// `其他：自学考试` in the cell of the question says what the words' own column leaves empty.
    private func splitOptionTexts(_ cells: [Substring?], _ answers: inout [Answer]) {
        for (choice, option, text) in optionTexts where answers[choice].isGiven && !answers[text].isGiven {
            guard let cell = cells[choice], let words = readers[choice].optionTexts(in: cell)[option] else { continue }
            answers[text] = .text(words)
        }
    }
}
