/// What one respondent said of one variable, checked against the survey.
public enum Answer: Sendable, Equatable {
    /// Asked and left empty.
    case missing
    /// Hidden by the questionnaire's logic: not the same as no answer.
    case notAsked
    /// 不适用: an answer, but never a score.
    case notApplicable
    case level(Int)
    /// The code of an option.
    case option(String)
    /// Codes in the order of the options (several choices) or of preference (a ranking).
    case options([String])
    /// Units of 10^-decimals.
    case number(Int, decimals: Int)
    case day(Day)
    case text(String)

    /// True for an answer in the everyday sense.
    public var isGiven: Bool {
        switch self {
        case .missing, .notAsked: false
        default: true
        }
    }
}

extension Answer {
    /// The answer as it stands in a cell, where `AnswerReader` reads the same again: codes, not labels.
    public var cell: String {
        switch self {
        case .missing, .notAsked: ""
        case .notApplicable: "NA"
        case .level(let code): String(code)
        case .option(let code): code
        case .options(let codes): codes.joined(separator: ";")
        case .number(let units, let decimals): PlainNumber.text(units: units, decimals: decimals)
        case .day(let day): day.description
        case .text(let text): text
        }
    }
}

/// One respondent's answers, in the order of `Survey.variables`.
public struct Response: Sendable, Equatable {
    public var answers: [Answer]

    public init(answers: [Answer]) {
        self.answers = answers
    }
}
