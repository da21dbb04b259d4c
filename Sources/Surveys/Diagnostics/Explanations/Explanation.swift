/// Why a remark is made: for the person who met its code and wants to know what would go wrong otherwise.
public struct Explanation: Sendable, Equatable {
    public var code: String
    /// What the code stands for, whatever the survey says.
    public var title: Wording
    /// What would happen to respondents, to the data or to the comparison over the years.
    public var why: Wording
    /// What the examples are compared with, where it takes last year's survey to see the mistake.
    public var previous: Previous?
    /// The smallest survey that earns this remark and no other.
    public var wrong: Example
    /// The same survey as it should be.
    public var right: Example

    /// A whole survey, ready to be saved and checked.
    public struct Example: Sendable, Equatable {
        public var text: String
        public var encoding: TextEncoding

        init(_ text: String, savedAs encoding: TextEncoding = .utf8) {
            self.text = text
            self.encoding = encoding
        }
    }

    public enum Previous: Sendable, Equatable {
        case survey(String)
        /// Its file is not there.
        case missing
    }

    init(
        _ code: String, _ title: Wording, why: Wording, previous: Previous? = nil, wrong: Example, right: Example
    ) {
        self.code = code
        self.title = title
        self.why = why
        self.previous = previous
        self.wrong = wrong
        self.right = right
    }
}

extension Explanation {
    /// An example as check reads it, last year's survey beside it.
    public func reading(of example: Example) -> SurveyReading {
        let reading = Survey.read(example.text)
        guard let year = reading.survey.year else { return reading }
        switch previous {
        case .survey(let text): return reading.compared(with: Survey.read(text).survey)
        case .missing where reading.survey.previousYear != nil:
            return reading.missingPrevious(lookedFor: "self-check-\(year - 1).zicha")
        case .missing, nil: return reading
        }
    }
}

extension Explanation.Example: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
