/// Looks for a respondent of whom given conditions hold: a search over finitely many answers with a limit of steps.
struct AnswerSearch {
    /// What one person may have answered to one variable.
    struct Slot {
        var variable: Variable
        /// Asked only where these hold; they speak of slots before this one.
        var gates: [Condition]
        /// Can it be without an answer although it was asked?
        var mayBeMissing: Bool
    }

    enum Verdict { case possible, impossible, unknown }

    private let goals: [Condition]
    private let slots: [Slot]
    private let samples: [[Answer]]
    /// Do the goals speak of it? Else nothing is known of them yet that was not known before.
    private let isNamed: [Bool]
    private var chosen: [Answer?]
    private var steps = 0

    /// - Returns: nil where there are too many answers to try.
    init?(_ goals: [Condition], over slots: [Slot]) {
        self.goals = goals
        self.slots = slots
        let classes = AnswerSamples(goals + slots.flatMap(\.gates))
        var samples: [[Answer]] = []
        for slot in slots {
            guard
                let answers = classes.answers(
                    to: slot.variable, named: { name in slots.first { $0.variable.name == name }?.variable })
            else { return nil }
            // Nobody can answer a question without options; that is said elsewhere.
            samples.append(answers + (slot.mayBeMissing || answers.isEmpty ? [.missing] : []))
        }
        self.samples = samples
        let named = goals.flatMap(\.references)
        isNamed = slots.map { slot in named.contains { $0.name == slot.variable.name } }
        chosen = Array(repeating: nil, count: slots.count)
    }

    /// Past the limit of steps nothing is claimed.
    mutating func verdict() -> Verdict {
        if let found = extend(0) { return found ? .possible : .impossible }
        return .unknown
    }

    /// A few milliseconds of work at most; an ordinary condition needs about ten.
    private static let mostSteps = 4_000

    /// Answers the slots from one on: whether that can be done so that all goals hold, nil when the steps run out.
    private mutating func extend(_ index: Int) -> Bool? {
        if index == 0 || isNamed[index - 1] {
            switch truth(of: goals) {
            case false: return false
            // Whatever was not answered yet can be answered somehow, or was not asked.
            case true: return true
            case nil: break
            }
        }
        guard index < slots.count else { return false }
        let answers = truth(of: slots[index].gates) == false ? [Answer.notAsked] : samples[index]
        for answer in answers {
            steps += 1
            guard steps <= Self.mostSteps else { return nil }
            chosen[index] = answer
            guard let found = extend(index + 1) else { return nil }
            if found { return true }
        }
        chosen[index] = nil
        return false
    }

    private func truth(of conditions: [Condition]) -> Bool? {
        var isOpen = false
        for condition in conditions {
            switch condition.truth(answer) {
            case false: return false
            case nil: isOpen = true
            default: break
            }
        }
        return isOpen ? nil : true
    }

    private func answer(to reference: Condition.Reference) -> Answer? {
        for index in slots.indices where slots[index].variable.name == reference.name { return chosen[index] }
        return .missing
    }
}
