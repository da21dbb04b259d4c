/// The logic of a survey as a whole: who is asked what, and whether there can be anybody of whom conditions hold.
struct Logic {
    /// A show condition, of a section, a question or a row.
    struct Gate {
        var condition: Condition
        /// Where the thing stands that it shows.
        var owner: Int
        /// What it shows, as the officer calls it.
        var name: String
    }

    /// Which people are thought of.
    enum People {
        /// Anybody, with any question left out: what holds of none of them holds of nobody.
        case anybody
        /// Those who answered all that must be answered.
        case conscientious
    }

    private let checked: CheckedSurvey
    private let indices: [String: Int]
    /// By the number of the question.
    private var questionGates: [[Gate]] = []
    private var rowGates: [String: Gate] = [:]
    /// What a condition shows that could not be read, so that nobody knows to whom.
    private var lost: Set<Int> = []
    /// Conditions of which it was said that they never hold; what follows from them is not said again.
    private var impossible: Set<Int> = []

    init(_ checked: CheckedSurvey) {
        self.checked = checked
        indices = Dictionary(checked.variables.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
        func gate(_ condition: Condition?, _ place: Place, _ name: String) -> Gate? {
            condition.map { Gate(condition: $0, owner: place.range.lowerBound, name: name) }
        }
        for section in checked.survey.sections {
            let page = gate(section.show, section.place, section.title.main)
            for question in section.questions {
                let own = gate(question.show, question.place, question.code)
                questionGates.append([page, own].compactMap { $0 })
                if isLost(section.show, section.place) || isLost(question.show, question.place) {
                    lost.insert(questionGates.count - 1)
                }
                for row in question.rows {
                    if let own = gate(row.show, row.place, row.code) { rowGates[row.code] = own }
                    if isLost(row.show, row.place) { lost.insert(questionGates.count - 1) }
                }
            }
        }
    }

    private func isLost(_ show: Condition?, _ place: Place) -> Bool {
        show == nil && checked.map.conditions[place.range.lowerBound] != nil
    }

    mutating func forget(_ owner: Int) { impossible.insert(owner) }

    /// The conditions under which a question is asked.
    func gates(ofQuestion ordinal: Int) -> [Gate] {
        questionGates[ordinal].filter { !impossible.contains($0.owner) }
    }

    private func gates(of variable: Variable) -> [Gate] {
        let row = rowGates[variable.code].map { [$0] } ?? []
        return gates(ofQuestion: variable.ordinal) + row.filter { !impossible.contains($0.owner) }
    }

    /// What can be answered to a question that was read whole and that nothing hides; else nil.
    func domainForEverybody(_ name: String) -> Variable.Domain? {
        guard let index = indices[name] else { return nil }
        let ordinal = checked.variables[index].ordinal
        guard questionGates[ordinal].isEmpty, !lost.contains(ordinal),
            rowGates.isEmpty || rowGates[checked.variables[index].code] == nil,
            !checked.isBroken(checked.questions[ordinal].place)
        else { return nil }
        return checked.variables[index].domain
    }

    /// Whether there can be somebody of whom all of this holds.
    ///
    /// - Parameter ignored: owners of gates that are thought away.
    func canHold(_ goals: [Condition], for people: People = .anybody, without ignored: Set<Int> = [])
        -> AnswerSearch.Verdict
    {
        guard let (slots, _) = slots(for: goals, people, ignored), var search = AnswerSearch(goals, over: slots) else {
            return .unknown
        }
        return search.verdict()
    }

    /// The gates that decide whether the goals' questions are asked, and those of the questions in them in turn.
    func gates(behind goals: [Condition]) -> [Gate] {
        var seen: Set<Int> = []
        return slots(for: goals, .anybody, [])?.gates.filter { seen.insert($0.owner).inserted } ?? []
    }

    /// More questions than this behind one condition are thought of as asked or not asked as may be.
    private static let mostSlots = 6

    /// - Returns: nil where a question was not read whole.
    private func slots(
        for goals: [Condition], _ people: People, _ ignored: Set<Int>
    ) -> (slots: [AnswerSearch.Slot], gates: [Gate])? {
        var order: [Int] = []
        for reference in goals.flatMap(\.references) {
            guard let index = indices[reference.name] else { return nil }
            if !order.contains(index) { order.append(index) }
        }
        var found: [Int: AnswerSearch.Slot] = [:]
        var used: [Gate] = []
        var next = 0
        while next < order.count {
            let index = order[next]
            next += 1
            let variable = checked.variables[index]
            guard !checked.isBroken(checked.questions[variable.ordinal].place) else { return nil }
            var slot = AnswerSearch.Slot(
                variable: variable, gates: [],
                mayBeMissing: people == .anybody || !variable.isRequired || lost.contains(variable.ordinal))
            for gate in gates(of: variable) where !ignored.contains(gate.owner) {
                let behind = gate.condition.references.compactMap { indices[$0.name] }
                let new = behind.filter { !order.contains($0) }
                // A gate looks back only; the search decides it before it comes to the slot.
                guard order.count + new.count <= Self.mostSlots, behind.allSatisfy({ $0 < index }) else {
                    slot.mayBeMissing = true
                    continue
                }
                for one in new where !order.contains(one) { order.append(one) }
                slot.gates.append(gate.condition)
                used.append(gate)
            }
            found[index] = slot
        }
        return (order.sorted().compactMap { found[$0] }, used)
    }
}
