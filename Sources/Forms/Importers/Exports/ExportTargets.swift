import Surveys

/// Everything that a column may be the answers to, by code and by wording.
struct ExportTargets {
    let variables: [Variable]
    private let questions: [Question]
    private var byCode: [String: Set<ColumnTarget>] = [:]
    private var byWording: [String: Set<ColumnTarget>] = [:]
    /// The wordings of rows and options alone, by the question's place in the survey.
    private var parts: [Int: [String: Set<ColumnTarget>]] = [:]
    /// The place in the survey of each question with that code.
    private var ordinals: [String: Int] = [:]
    /// The questions that are numbered by the tools, in their order: those that ask something.
    private var numbered: [Int] = []

    init(survey: Survey, variables: [Variable]) {
        self.variables = variables
        questions = survey.questions
        for (index, variable) in variables.enumerated() {
            if numbered.last != variable.ordinal { numbered.append(variable.ordinal) }
            ordinals[KnownHeadings.folded(questions[variable.ordinal].code)] = variable.ordinal
            addCodes(of: index)
            addWordings(of: index)
        }
    }

    // MARK: Looking up

    /// What a path of codes leads to. `ranksByPlace`: the step below a ranking is a place, as LimeSurvey writes it.
    func named(_ path: ExportColumn.CodePath, ranksByPlace: Bool) -> Set<ColumnTarget> {
        guard let last = path.steps.last else { return byCode[KnownHeadings.folded(path.code)] ?? [] }
        guard let ordinal = ordinals[KnownHeadings.folded(path.code)] else {
            // The row's own code, with the side of a pair behind it.
            guard path.steps.count == 1 else { return [] }
            return side(last, of: byCode[KnownHeadings.folded(path.code)] ?? [])
        }
        let (step, question) = (path.steps[0], questions[ordinal])
        if case .ranking = question.kind, ranksByPlace, let place = Int(step) {
            return whole(of: ordinal).map { [ColumnTarget(variable: $0, piece: .place(place))] } ?? []
        }
        let folded = KnownHeadings.folded(step)
        if let option = question.options.firstIndex(where: { KnownHeadings.folded($0.code) == folded }) {
            guard takesPieces(ordinal), let variable = whole(of: ordinal) else { return [] }
            return [ColumnTarget(variable: variable, piece: .option(option))]
        }
        let rows = targets(of: ordinal).filter { KnownHeadings.folded(variables[$0.variable].code) == folded }
        if !rows.isEmpty { return path.steps.count == 2 ? side(last, of: rows) : rows }
        guard let position = Self.generated(step) else { return [] }
        if takesPieces(ordinal), question.options.indices.contains(position - 1), let variable = whole(of: ordinal) {
            return [ColumnTarget(variable: variable, piece: .option(position - 1))]
        }
        guard question.rows.indices.contains(position - 1) else { return [] }
        let row = targets(of: ordinal).filter { variables[$0.variable].code == question.rows[position - 1].code }
        return path.steps.count == 2 ? side(last, of: row) : row
    }

    func worded(_ text: String) -> Set<ColumnTarget> { byWording[HeadingKey.of(text)] ?? [] }

    func part(_ text: String, of ordinal: Int) -> Set<ColumnTarget> { parts[ordinal]?[HeadingKey.of(text)] ?? [] }

    func ordinal(ofQuestion code: String) -> Int? { ordinals[KnownHeadings.folded(code)] }

    /// The place in the survey of the question that a tool numbers so.
    func ordinal(numbered number: Int) -> Int? { numbered.indices.contains(number - 1) ? numbered[number - 1] : nil }

    /// The places in the survey of the questions that have rows or options of their own.
    var composed: [Int] { parts.keys.sorted() }

    /// The variable of a question without rows.
    func whole(of ordinal: Int) -> Int? {
        let found = variables.indices.filter { variables[$0].ordinal == ordinal && !variables[$0].isOptionText }
        return found.count == 1 && questions[ordinal].rows.isEmpty ? found[0] : nil
    }

    /// Whether each option of a question may have a column of its own.
    private func takesPieces(_ ordinal: Int) -> Bool {
        switch questions[ordinal].kind {
        case .multiple, .ranking: true
        default: false
        }
    }

    private func targets(of ordinal: Int) -> Set<ColumnTarget> {
        let found = variables.indices.filter { variables[$0].ordinal == ordinal && !variables[$0].isOptionText }
        return Set(found.map { ColumnTarget(variable: $0, piece: .whole) })
    }

    private func side(_ step: String, of rows: Set<ColumnTarget>) -> Set<ColumnTarget> {
        switch KnownHeadings.folded(step) {
        case "1", "cur", "current", "现有": rows.filter { variables[$0.variable].part == .current }
        case "2", "req", "required", "要求": rows.filter { variables[$0.variable].part == .required }
        default: []
        }
    }

    /// `SQ001` is the first: LimeSurvey numbers the rows and options to which nobody gave a code.
    private static func generated(_ step: String) -> Int? {
        step.wholeMatch(of: /SQ0*([1-9][0-9]{0,3})/).flatMap { Int($0.1) }
    }

    // MARK: Filling

    private mutating func addCodes(of index: Int) {
        let variable = variables[index]
        let target = ColumnTarget(variable: index, piece: .whole)
        var codes = [variable.name, variable.code, variable.name.filter { $0 != "_" }]
        switch variable.part {
        case .current: codes += ["现有", "current"].map { "\(variable.code).\($0)" }
        case .required: codes += ["要求", "required"].map { "\(variable.code).\($0)" }
        // The words beside an option share the code of their question and are not meant by it.
        case .text: codes = [variable.name]
        case nil: break
        }
        for code in Set(codes.map(KnownHeadings.folded)) { byCode[code, default: []].insert(target) }
    }

    private mutating func addWordings(of index: Int) {
        let variable = variables[index]
        // The words beside an option stand in the option's own cell, or in a column under their code.
        guard !variable.isOptionText else { return }
        let question = questions[variable.ordinal]
        let target = ColumnTarget(variable: index, piece: .whole)
        func keys(_ texts: [String]...) -> Set<String> {
            Set(texts.reduce([""]) { keys, texts in keys.flatMap { key in texts.map { key + HeadingKey.of($0) } } })
        }
        let stems = question.text.wordings
        if question.rows.isEmpty {
            add(keys(stems).union(keys([question.code], stems)), target)
            guard takesPieces(variable.ordinal) else { return }
            for (option, content) in question.options.enumerated() {
                let piece = ColumnTarget(variable: index, piece: .option(option))
                let labels = content.text.wordings
                add(keys(stems, labels), piece)
                addPart(keys(labels).union(keys([content.code], labels)), piece, variable.ordinal)
                guard case .ranking = question.kind else { continue }
                // LimeSurvey has a column for each place: `排序 [排序 1]`.
                let place = ["排序", "排名", "rank", "ranking"].map { "\($0) \(option + 1)" }
                add(keys(stems, place), ColumnTarget(variable: index, piece: .place(option + 1)))
            }
            return
        }
        let rows = variable.text.wordings
        var whole = keys(rows).union(keys([variable.code], rows)).union(keys(stems, rows))
        var part = keys(rows).union(keys([variable.code], rows))
        let sides =
            switch variable.part {
            case .current: ["现有", "现有水平", "current", "current level", "present level"]
            case .required: ["要求", "岗位要求", "要求水平", "required", "required level"]
            case .text, nil: [String]()
            }
        if !sides.isEmpty {
            part.formUnion(keys(rows, sides).union(keys(sides, rows)))
            whole.formUnion(part)
            whole.formUnion(keys(stems, rows, sides).union(keys(stems, sides, rows)))
        }
        add(whole, target)
        addPart(part, target, variable.ordinal)
    }

    private mutating func add(_ keys: Set<String>, _ target: ColumnTarget) {
        for key in keys where !key.isEmpty { byWording[key, default: []].insert(target) }
    }

    private mutating func addPart(_ keys: Set<String>, _ target: ColumnTarget, _ ordinal: Int) {
        for key in keys where !key.isEmpty { parts[ordinal, default: [:]][key, default: []].insert(target) }
    }
}
