/// A remark about a survey text: what is wrong, where, and what to write instead.
public struct Diagnostic: Sendable, Equatable {
    /// Stable, never reused: `Z013`.
    public var code: String
    public var severity: Severity
    /// UTF-8 offsets into the source text.
    public var range: Range<Int>
    public var title: Wording
    /// Stands behind the caret.
    public var label: Wording?
    /// The other places involved.
    public var related: [Related]
    public var notes: [Wording]
    public var fix: Fix?

    public enum Severity: Sendable, Equatable, Comparable {
        case hint, warning, error
    }

    public struct Related: Sendable, Equatable {
        public var range: Range<Int>
        public var label: Wording
    }

    /// A change of the text that would settle the remark.
    public struct Fix: Sendable, Equatable {
        public var range: Range<Int>
        public var replacement: String
        /// Only a certain fix may be made without asking.
        public var isCertain: Bool
    }

    public init(
        _ code: String, _ severity: Severity = .error, at range: Range<Int>, _ title: Wording, label: Wording? = nil,
        related: [Related] = [], notes: [Wording] = [], fix: Fix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.range = range
        self.title = title
        self.label = label
        self.related = related
        self.notes = notes
        self.fix = fix
    }
}
