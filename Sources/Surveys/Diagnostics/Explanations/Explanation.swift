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

        init(_ text: String, savedAs encoding: TextEncoding = .utf8) {
            self.text = text
            self.encoding = encoding
        }
    }

    init(_ code: String, _ title: Wording, why: Wording, wrong: Example, right: Example) {
        self.code = code
        self.title = title
        self.why = why
        self.wrong = wrong
        self.right = right
    }
}

extension Explanation.Example: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
