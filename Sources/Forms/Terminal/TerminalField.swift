import Surveys

/// How one variable is answered at a terminal.
enum TerminalField: Equatable {
    /// One line an option.
    case list([Choice])
    /// One line in all, the steps side by side.
    case row([Choice])
    /// Something is typed.
    case entry

    struct Choice: Equatable {
        /// As it stands in a cell.
        var code: String
        var label: String
        var help: [LocalText] = []
    }

    /// As many numbers as stand side by side; beyond, a number is typed.
    private static let mostSteps = 11

    init(_ index: Int, of interview: Interview) {
        let variable = interview.variables[index]
        let question = interview.questions[variable.ordinal]
        if variable.isOptionText {
            self = .entry
            return
        }
        switch variable.domain {
        case .levels(let scale):
            let steps = scale.levels.map {
                Choice(code: $0.code.map(String.init) ?? "NA", label: interview.text($0.text))
            }
            self = question.rows.isEmpty && variable.part == nil ? .list(steps) : .row(steps)
        case .integers(let range) where range.count <= Self.mostSteps:
            self = .row(range.map { Choice(code: String($0), label: String($0)) })
        case .options, .optionSet, .ranking:
            self = .list(
                interview.options(of: variable.ordinal).map {
                    Choice(code: $0.code, label: interview.text($0.text), help: $0.help)
                })
        case .unit:
            guard let roster = interview.roster else {
                self = .entry
                return
            }
            self = .list(roster.units.map { Choice(code: $0.name, label: $0.name) })
        case .integers, .number, .text, .day, .month: self = .entry
        }
    }
}

/// A place on the screen where the cursor can stand.
enum FormStop: Equatable {
    case option(variable: String, code: String)
    case row(variable: String)
    case entry(variable: String)
    /// A question that the review says is not done.
    case problem(Int)
    case submit

    var variable: String? {
        switch self {
        case .option(let variable, _), .row(let variable), .entry(let variable): variable
        case .problem, .submit: nil
        }
    }

    /// The stops of the screen that an interview is at, from top to bottom.
    static func all(of interview: Interview) -> [FormStop] {
        guard let question = interview.current else {
            return interview.problems.indices.map { .problem($0) } + [.submit]
        }
        let asked = interview.asked(in: question)
        let texts = asked.map { interview.variables[$0] }.filter(\.isOptionText)
        return asked.flatMap { index -> [FormStop] in
            let variable = interview.variables[index]
            if variable.isOptionText { return [] }
            switch TerminalField(index, of: interview) {
            case .row: return [.row(variable: variable.name)]
            case .entry: return [.entry(variable: variable.name)]
            case .list(let choices):
                return choices.flatMap { choice -> [FormStop] in
                    [.option(variable: variable.name, code: choice.code)]
                        + texts.filter { $0.part == .text(option: choice.code) }.map { .entry(variable: $0.name) }
                }
            }
        }
    }
}

extension Interview {
    func index(of name: String) -> Int? { variables.firstIndex { $0.name == name } }

    /// Whether a choice is the answer, or among the answers.
    func isChosen(_ code: String, of name: String) -> Bool {
        if case .options(let codes) = answer(to: name) { return codes.contains(code) }
        let answer = answer(to: name)
        return answer.isGiven && answer.cell == code
    }
}
