/// What an expression may speak of: the variables of a survey, and the raw columns of a file.
struct ConditionScope {
    enum Subject {
        case variable(Variable)
        /// A block: one of its rows has to be named.
        case block(String, rows: [String])
        /// A pair without saying which level.
        case pair(String)
        case column(String)
        /// A question whose line could not be read: nothing is said of it twice.
        case unread(String)

        /// A whole block cannot be compared with anything.
        fileprivate var isBlock: Bool {
            if case .block = self { true } else { false }
        }

        var name: String {
            switch self {
            case .variable(let variable): variable.name
            case .block(let name, _), .pair(let name), .column(let name), .unread(let name): name
            }
        }
    }

    private var subjects: [String: Subject] = [:]
    private var texts: [String: String] = [:]
    private let source: SourceText?
    private var places: [String: Range<Int>] = [:]
    private var names: [String] = []
    /// In scalars; what is longer need not be looked up.
    private(set) var longestName = 0
    private(set) var suggestions = SuggestionList([])
    /// Questions with a smaller ordinal are answered when the expression is evaluated.
    var known = Int.max

    /// - Parameter source: the survey's text, where there is one to point into.
    init(survey: Survey, columns: [String] = [], unread: Set<String> = [], source: SourceText? = nil) {
        self.source = source
        for name in unread { add(name, .unread(name)) }
        for question in survey.questions {
            note(question.code, question.text, question.place)
            for row in question.rows { note(row.code, row.text, row.place) }
            if !question.rows.isEmpty { add(question.code, .block(question.code, rows: question.rows.map(\.code))) }
        }
        for variable in survey.variables {
            if variable.part != nil, !variable.isOptionText { add(variable.code, .pair(variable.code)) }
            add(variable.name, .variable(variable))
        }
        for column in columns { add(column, .column(column)) }
        suggestions = SuggestionList(names.filter { subjects[$0]?.isBlock == false })
    }

    /// The first of a name stands; a code that is used twice is reported elsewhere.
    private mutating func add(_ name: String, _ subject: Subject) {
        guard subjects[name] == nil else { return }
        subjects[name] = subject
        longestName = max(longestName, name.unicodeScalars.count)
        names.append(name)
    }

    private mutating func note(_ code: String, _ text: LocalText, _ place: Place) {
        guard places[code] == nil else { return }
        places[code] = place.range
        texts[code] = text.main
    }

    func subject(named name: String) -> Subject? { subjects[name] }

    /// Where a question or row stands in the survey's text.
    func place(of code: String) -> Range<Int>? { places[code] }

    /// Where a question says its type.
    func typePlace(of code: String) -> Range<Int>? { places[code].map { source?.typePlace(of: $0) ?? $0 } }

    func text(of code: String) -> String? { texts[code] }
}

extension Condition {
    /// Reads an expression that stands by itself, over a survey's variables and the raw columns of a file.
    ///
    /// - Returns: the condition, or nil with the remarks; their places are offsets into `text`.
    public static func read(_ text: String, survey: Survey, columns: [String]) -> (
        condition: Condition?, diagnostics: [Diagnostic]
    ) {
        let source = SourceText(text)
        let line = source.lines[0]
        var parser = ConditionParser(
            line: line, range: line.content, scope: ConditionScope(survey: survey, columns: columns),
            isFromSurvey: false)
        let condition = parser.condition()
        if let second = source.lines.dropFirst().first(where: { !$0.content.isEmpty }) {
            let rest = second.place(second.content)
            parser.diagnostics.append(
                Diagnostic("Z082", at: rest, Wording("一个条件只写一行", "a condition is one line")))
        }
        let hasErrors = parser.diagnostics.contains { $0.severity == .error }
        return (hasErrors ? nil : condition, parser.diagnostics)
    }
}
