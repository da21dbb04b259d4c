/// The remarks about several files, for other programs: an editor, a review tool, a script.
public struct DiagnosticListing: Sendable {
    public var files: [File] = []

    public struct File: Sendable {
        public var path: String
        public var content: Content
    }

    public enum Content: Sendable {
        case reading(SurveyReading)
        /// The file is no text or could not be opened.
        case unreadable(Wording)
    }

    public init() {}

    public mutating func add(_ path: String, _ content: Content) {
        files.append(File(path: path, content: content))
    }

    /// Every remark in the form of docs/check-json.md, messages in both languages.
    public var json: String {
        JSON.object([
            ("format", .text("zicha-diagnostics")), ("version", .integer(1)), ("files", .array(files.map(json))),
        ]).text + "\n"
    }

    private func json(_ file: File) -> JSON {
        switch file.content {
        case .unreadable(let wording):
            return .object([("file", .text(file.path)), ("unreadable", json(wording))])
        case .reading(let reading):
            func count(_ severity: Diagnostic.Severity) -> JSON {
                .integer(reading.diagnostics.count { $0.severity == severity })
            }
            return .object([
                ("file", .text(file.path)), ("errors", count(.error)), ("warnings", count(.warning)),
                ("hints", count(.hint)),
                ("diagnostics", .array(reading.diagnostics.map { json($0, in: reading.source) })),
            ])
        }
    }

    private func json(_ remark: Diagnostic, in source: SourceText) -> JSON {
        .object([
            ("code", .text(remark.code)), ("severity", .text(remark.severity.name)), ("message", json(remark.title)),
            ("place", json(remark.range, in: source)), ("label", remark.label.map(json) ?? .null),
            (
                "related",
                .array(
                    remark.related.map { .object([("place", json($0.range, in: source)), ("label", json($0.label))]) })
            ),
            ("notes", .array(remark.notes.map(json))),
            (
                "fix",
                remark.fix.map {
                    .object([
                        ("isCertain", .truth($0.isCertain)), ("place", json($0.range, in: source)),
                        ("replacement", .text($0.replacement)),
                    ])
                } ?? .null
            ),
        ])
    }

    private func json(_ wording: Wording) -> JSON {
        .object([("zh", .text(wording.chinese)), ("en", .text(wording.english))])
    }

    /// Lines and characters as a person counts them, from 1; the end stands behind the last character.
    private func json(_ range: Range<Int>, in source: SourceText) -> JSON {
        let start = source.position(of: range.lowerBound)
        let end = source.position(of: range.upperBound)
        return .object([
            ("line", .integer(start.line)), ("character", .integer(start.character)), ("endLine", .integer(end.line)),
            ("endCharacter", .integer(end.character)), ("offset", .integer(range.lowerBound)),
            ("length", .integer(range.count)),
        ])
    }
}

extension Diagnostic.Severity {
    fileprivate var name: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .hint: "hint"
        }
    }
}
