/// What an expression may speak of: the variables of a survey, and the raw columns of a file.
struct ConditionScope {
    enum Subject {
        case variable(Variable)
        /// A block: one of its rows has to be named.
        case block(String, rows: [String])
        /// A pair without saying which level.
        case pair(String)
        case column(String)

        var name: String {
            switch self {
            case .variable(let variable): variable.name
            case .block(let name, _), .pair(let name), .column(let name): name
            }
        }
    }

    private var subjects: [String: Subject] = [:]
    private(set) var names: [String] = []
    /// Questions with a smaller ordinal are answered when the expression is evaluated.
    var known = Int.max

    init(survey: Survey, columns: [String] = []) {
        for column in columns { add(column, .column(column)) }
        for question in survey.questions where !question.rows.isEmpty {
            add(question.code, .block(question.code, rows: question.rows.map(\.code)))
        }
        for variable in survey.variables {
            if variable.part != nil { add(variable.code, .pair(variable.code)) }
            add(variable.name, .variable(variable))
        }
    }

    private mutating func add(_ name: String, _ subject: Subject) {
        if subjects.updateValue(subject, forKey: name) == nil { names.append(name) }
    }

    func subject(named name: String) -> Subject? { subjects[name] }
}

extension SurveyParser {
    /// Reads every condition, now that every question is known.
    mutating func resolveConditions() {
        guard !pending.isEmpty else { return }
        var scope = ConditionScope(survey: survey)
        for item in pending {
            scope.known = item.known
            var parser = ConditionParser(line: item.line, range: item.range, scope: scope)
            if let condition = parser.condition() { item.store(&survey, condition) }
            diagnostics += parser.diagnostics
        }
    }

    /// Every scale named in brackets must be defined.
    mutating func resolveScales() {
        let names = survey.scales.flatMap(\.name.wordings)
        for use in scaleUses {
            guard let name = use.name else {
                report(
                    "Z054", at: use.range, Wording("这种题要写量表名", "this type needs the name of a scale"),
                    notes: [
                        names.isEmpty
                            ? Wording("先定义：量表：符合五级", "define one first: scale: name")
                            : Wording("例如 [量表题 \(names[0])]", "such as [likert \(names[0])]")
                    ])
                continue
            }
            guard survey.scale(named: name) == nil else { continue }
            let guess = Suggestion.nearest(to: name, among: names)
            report(
                "Z055", at: use.range, Wording("没有叫“\(name)”的量表", "there is no scale named \"\(name)\""),
                related: survey.scales.prefix(1).map {
                    Diagnostic.Related(range: $0.place.range, label: Wording("已定义的量表", "a scale is defined here"))
                },
                notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? [],
                fix: guess.map { Diagnostic.Fix(range: use.range, replacement: $0, isCertain: false) })
        }
    }
}

extension Condition {
    /// Reads an expression that stands by itself, over a survey's variables and the raw columns of a file.
    ///
    /// - Returns: the condition, or nil with the remarks; their places are offsets into `text`.
    public static func read(_ text: String, survey: Survey, columns: [String]) -> (condition: Condition?, diagnostics: [Diagnostic]) {
        let source = SourceText(text)
        var parser = ConditionParser(
            line: source.lines[0], range: source.lines[0].content, scope: ConditionScope(survey: survey, columns: columns))
        let condition = parser.condition()
        return (parser.diagnostics.isEmpty ? condition : nil, parser.diagnostics)
    }
}
