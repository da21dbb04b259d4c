extension Interview {
    /// What stands in the way, with its place.
    public struct Problem: Sendable, Equatable {
        /// The question, as an index into `questions`.
        public var question: Int
        /// The name of the variable.
        public var variable: String
        public var reason: Reason

        public enum Reason: Sendable, Equatable {
            /// It has to be answered.
            case unanswered
            /// Fewer choices than wanted.
            case unfinished
            /// A 校验 is not met.
            case check(Check)
            /// A 提醒 is not met; it is said once and then lets go.
            case reminder(Check)
        }
    }

    /// Everything that keeps the response from being handed in, in the order of the questionnaire.
    public var problems: [Problem] { questions.indices.flatMap { problems(of: $0) } }

    /// What is missing or wrong in one question.
    public func problems(of question: Int) -> [Problem] {
        asked(in: question).flatMap { index -> [Problem] in
            let variable = variables[index]
            func problem(_ reason: Problem.Reason) -> Problem {
                Problem(question: question, variable: variable.name, reason: reason)
            }
            if answers[index].isGiven { return [] }
            let said = offered(entries[index], of: variable, answers)
            if said.isGiven {
                if isUnfinished(said, of: variable.domain) { return [problem(.unfinished)] }
                var complete = answers
                complete[index] = said
                return variable.checks.filter { $0.isHard && logic.fails($0, of: index, complete) }
                    .map { problem(.check($0)) }
            }
            return variable.isRequired ? [problem(.unanswered)] : []
        }
    }

    /// Goes to the next question that is asked, or to the review behind the last one.
    ///
    /// - Returns: what has to be put right first; empty when it went on.
    public mutating func next() -> [Problem] {
        guard let current else { return [] }
        let problems = obstacles(at: current)
        if problems.isEmpty { move(to: steps.first { $0 > current }) }
        return problems
    }

    /// Goes to the question before; nothing blocks it.
    public mutating func back() {
        let earlier = steps.filter { $0 < current ?? .max }
        if position != .submitted, let last = earlier.last { position = .question(last) }
    }

    /// Goes to a question: back at once, forward as far as nothing is missing on the way.
    ///
    /// - Returns: what stopped it, at the question where it stopped.
    public mutating func goTo(_ question: Int) -> [Problem] {
        guard position != .submitted, questions.indices.contains(question), isAsked(question) else { return [] }
        if let current {
            for step in steps where step >= current && step < question {
                position = .question(step)
                let problems = obstacles(at: step)
                if !problems.isEmpty { return problems }
            }
        }
        position = .question(question)
        return []
    }

    /// Goes to the review, as far as nothing is missing on the way.
    public mutating func goToReview() -> [Problem] {
        while current != nil {
            let problems = next()
            if !problems.isEmpty { return problems }
        }
        return []
    }

    /// Hands the response in.
    ///
    /// - Returns: what has to be put right first; empty when `response` is final.
    public mutating func submit() -> [Problem] {
        guard position != .submitted else { return [] }
        let problems = problems
        if !problems.isEmpty { return problems }
        let reminders = steps.flatMap { remind($0) }
        if !reminders.isEmpty { return reminders }
        position = .submitted
        return []
    }

    private mutating func move(to question: Int?) {
        position = question.map { .question($0) } ?? .review
    }

    private mutating func obstacles(at question: Int) -> [Problem] {
        let problems = problems(of: question)
        return problems.isEmpty ? remind(question) : problems
    }

    /// The reminders of a question that are due and were not shown; from now on they were.
    private mutating func remind(_ question: Int) -> [Problem] {
        var due: [Problem] = []
        for index in asked(in: question) {
            for (number, check) in variables[index].checks.enumerated() where !check.isHard {
                guard logic.fails(check, of: index, answers),
                    reminded.insert(Reminder(question: question, check: number)).inserted
                else { continue }
                due.append(Problem(question: question, variable: variables[index].name, reason: .reminder(check)))
            }
        }
        return due
    }
}
