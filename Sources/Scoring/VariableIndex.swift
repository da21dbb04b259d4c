import Surveys

/// A survey's variables by column and by code, made once: to ask the survey for a term builds all of them anew.
struct VariableIndex {
    let variables: [Variable]
    private let columns: [String: Int]
    private let byCode: [String: [Variable]]

    init(_ survey: Survey) {
        variables = survey.variables
        columns = Dictionary(variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        let questions = survey.questions
        var byCode: [String: [Variable]] = [:]
        for variable in variables where !variable.isOptionText {
            byCode[variable.code, default: []].append(variable)
            let block = questions[variable.ordinal].code
            if block != variable.code { byCode[block, default: []].append(variable) }
        }
        self.byCode = byCode
    }

    func column(_ name: String) -> Int? { columns[name] }

    /// What 取题 names: a block's rows, one row, or one question.
    func variables(of term: Dimension.Term) -> [Variable] { byCode[term.code] ?? [] }
}
