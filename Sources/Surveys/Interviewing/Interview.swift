/// One respondent answering a survey: what was said so far, where they are, and what may come next.
///
/// A value without clock, files or chance, so that a terminal, a web page and a test drive it alike. Going back is
/// never blocked; what is missing or wrong stops only the way forward. An answer whose question is hidden by a later
/// change stays in the draft, in case the change is taken back, and is `notAsked` in the response.
public struct Interview: Sendable {
    public let survey: Survey
    public let roster: Roster?
    /// Names the exact text of the survey, so that a draft is never resumed with another one.
    public let surveyHash: String
    /// Decides the order of options marked 乱序.
    public let seed: UInt64
    /// The survey's variables, by whose names answers are given.
    public let variables: [Variable]
    public internal(set) var language: String
    public internal(set) var position: Position
    /// The questions in the order of the survey; a position is an index into them.
    public let questions: [Question]
    /// The section of each question.
    public let pages: [Int]

    /// What was said of each variable, whether or not it is asked now.
    var entries: [Answer]
    /// The same, as it counts now.
    var answers: [Answer]
    /// The reminders that were shown once.
    var reminded: Set<Reminder> = []
    let logic: AnswerLogic
    let readers: [AnswerReader]
    /// The variables of each question.
    let columns: [Range<Int>]

    /// Where a respondent is.
    public enum Position: Sendable, Equatable {
        /// The question with that index in `questions`.
        case question(Int)
        /// Behind the last question, before anything is handed in.
        case review
        case submitted
    }

    struct Reminder: Sendable, Hashable {
        var question: Int
        var check: Int
    }

    /// - Parameters:
    ///   - roster: the units that a question for the unit offers; without one any name is taken.
    ///   - language: one of the survey's; the first of them by default.
    public init(
        _ survey: Survey, surveyHash: String, roster: Roster? = nil, language: String? = nil, seed: UInt64 = 0
    ) {
        self.survey = survey
        self.roster = roster
        self.surveyHash = surveyHash
        self.seed = seed
        self.language = language ?? survey.languages.first ?? "zh"
        variables = survey.variables
        questions = survey.questions
        pages = survey.sections.enumerated().flatMap { index, section in section.questions.map { _ in index } }
        logic = AnswerLogic(variables)
        readers = variables.map { AnswerReader($0, roster: roster) }
        entries = variables.map { _ in .missing }
        answers = entries
        var columns: [Range<Int>] = []
        var start = 0
        for ordinal in questions.indices {
            let end = variables[start...].firstIndex { $0.ordinal != ordinal } ?? variables.endIndex
            columns.append(start..<end)
            start = end
        }
        self.columns = columns
        position = .review
        settle()
        position = steps.first.map { .question($0) } ?? .review
    }

    // MARK: What is asked

    /// The questions that are asked as things stand, notes among them.
    public var steps: [Int] { questions.indices.filter(isAsked) }

    /// The question on the screen; nil behind the last one.
    public var current: Int? {
        if case .question(let index) = position { index } else { nil }
    }

    public func isAsked(_ question: Int) -> Bool {
        let columns = columns[question]
        guard columns.isEmpty else { return columns.contains { isOffered($0) } }
        let shown = [survey.sections[pages[question]].show, questions[question].show]
        return shown.allSatisfy { $0.map { logic.holds($0, answers) } ?? true }
    }

    /// The indices of the variables of a question that are asked as things stand.
    public func asked(in question: Int) -> [Int] { columns[question].filter(isOffered) }

    /// A choice between nothing is no question.
    func isOffered(_ variable: Int) -> Bool {
        guard answers[variable] != .notAsked else { return false }
        let options = variables[variable].domain.options
        return options.isEmpty || options.contains { isShown($0) }
    }

    /// What a question offers as things stand, in the order for this respondent.
    public func options(of question: Int) -> [Option] {
        guard let first = columns[question].first else { return [] }
        let options = variables[first].domain.options
        let ordered =
            questions[question].marks.isShuffled
            ? OptionOrder(seed: seed, code: questions[question].code).shuffled(options) : options
        return ordered.filter(isShown)
    }

    func isShown(_ option: Option) -> Bool { option.show.map { logic.holds($0, answers) } ?? true }

    /// Variables that are asked and wait for an answer or have one.
    public var progress: (answered: Int, asked: Int) {
        let asked = variables.indices.filter { isOffered($0) && !variables[$0].isOptionText }
        return (asked.count { answers[$0].isGiven }, asked.count)
    }

    // MARK: What was said

    /// What was said of a variable, also where it is hidden or not finished; `missing` for an unknown name.
    public func answer(to name: String) -> Answer {
        logic.index(of: name).map { entries[$0] } ?? .missing
    }

    /// The answers as they would be kept now: exactly what `ResponseReader` makes of their cells.
    public var response: Response { Response(answers: answers) }

    /// Works out anew what counts: what is hidden was not asked, and what breaks a rule is missing.
    mutating func settle() {
        var settled = entries
        for index in variables.indices {
            let variable = variables[index]
            let isHidden = !variable.show.allSatisfy { logic.holds($0, settled) }
            settled[index] = isHidden ? .notAsked : offered(entries[index], of: variable, settled)
            if settled[index].isGiven, isUnfinished(settled[index], of: variable.domain) { settled[index] = .missing }
            if variable.checks.contains(where: { $0.isHard && logic.fails($0, of: index, settled) }) {
                settled[index] = .missing
            }
        }
        answers = settled
        // Whoever stood at a question that is hidden now stands at the one behind it.
        if case .question(let index) = position, !isAsked(index) {
            position = (steps.first { $0 > index }).map { .question($0) } ?? .review
        }
    }

    /// An answer without the options that are hidden by now.
    func offered(_ answer: Answer, of variable: Variable, _ answers: [Answer]) -> Answer {
        let hidden = variable.domain.options.filter { $0.show.map { !logic.holds($0, answers) } ?? false }.map(\.code)
        guard !hidden.isEmpty else { return answer }
        switch answer {
        case .option(let code) where hidden.contains(code): return .missing
        case .options(let codes):
            let left = codes.filter { !hidden.contains($0) }
            return left.isEmpty ? .missing : .options(left)
        default: return answer
        }
    }

    /// Fewer choices than the question wants are a beginning and no answer yet.
    func isUnfinished(_ answer: Answer, of domain: Variable.Domain) -> Bool {
        guard case .options(let codes) = answer else { return false }
        switch domain {
        case .optionSet(let options, let count?):
            let isExclusive = codes.count == 1 && options.contains { $0.code == codes[0] && $0.marks.isExclusive }
            return !isExclusive && codes.count < count.lowerBound
        case .ranking(_, let count?): return codes.count < count
        default: return false
        }
    }
}
