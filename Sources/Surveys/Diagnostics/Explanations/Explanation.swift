/// Why a remark is made: for the person who met its code and wants to know what would go wrong otherwise.
public struct Explanation: Sendable, Equatable {
    public var code: String
    /// What the code stands for, whatever the survey says.
    public var title: Wording
    /// What would happen to respondents, to the data or to the comparison over the years.
    public var why: Wording
    /// The smallest survey that earns this remark and no other.
    public var wrong: Example
    /// The same survey as it should be.
    public var right: Example

    /// A whole survey, ready to be saved and checked.
    public struct Example: Sendable, Equatable {
        public var text: String
        public var encoding: TextEncoding
        public var beside: Beside?

        init(_ text: String, savedAs encoding: TextEncoding = .utf8, beside: Beside? = nil) {
            self.text = text
            self.encoding = encoding
            self.beside = beside
        }
    }

    /// What check has to know beside the text, where that is not enough.
    public enum Beside: Sendable, Equatable {
        /// The previous edition.
        case previous(String)
        /// That the file of the previous edition is not there.
        case noPrevious
        /// The people who will be asked.
        case roster(Roster)
    }

    /// - Parameter beside: what both examples are checked with, unless they say it themselves.
    init(_ code: String, _ title: Wording, why: Wording, beside: Beside? = nil, wrong: Example, right: Example) {
        self.code = code
        self.title = title
        self.why = why
        self.wrong = wrong
        self.right = right
        if let beside {
            self.wrong.beside = beside
            self.right.beside = beside
        }
    }
}

extension Explanation.Example: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

extension Explanation.Example {
    /// What check makes of the text, as UTF-8 and with what stands beside it.
    public var reading: SurveyReading {
        var reading = Survey.read(text)
        switch beside {
        case .previous(let previous): return reading.compared(with: Survey.read(previous).survey, earlier: [])
        case .noPrevious: return reading.missingPrevious(lookedFor: "自查-2025.zicha")
        case .roster(let roster): reading.diagnostics += reading.remarks(knowing: roster)
        case nil: break
        }
        return reading
    }
}
