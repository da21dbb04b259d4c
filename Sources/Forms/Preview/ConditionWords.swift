import Surveys

/// Conditions as a respondent would say them: 第 2 题选了“外出培训”.
struct ConditionWords {
    let phrases: PreviewPhrases
    private let survey: Survey
    private let language: String
    private let subjects: [String: Subject]

    private struct Subject {
        var variable: Variable
        var number: Int
        /// Among the rows of its block, from 1.
        var row: Int?
    }

    init(_ survey: Survey, language: String) {
        phrases = PreviewPhrases(for: language)
        self.survey = survey
        self.language = language
        let questions = survey.questions
        let numbers = questions.numbers
        var subjects: [String: Subject] = [:]
        for variable in survey.variables {
            guard let number = numbers[variable.ordinal] else { continue }
            let row = questions[variable.ordinal].rows.firstIndex { $0.code == variable.code }
            subjects[variable.name] = Subject(variable: variable, number: number, row: row.map { $0 + 1 })
        }
        self.subjects = subjects
    }

    /// How an answer is called before it is given.
    func name(of reference: Condition.Reference) -> String {
        guard let subject = subjects[reference.name] else { return reference.name }
        let row = subject.row.map { phrases.say("（\($0)）", " (\($0))") } ?? ""
        let question = phrases.say("第 \(subject.number) 题\(row)", "question \(subject.number)\(row)")
        return switch subject.variable.part {
        case .current: phrases.say("\(question)的现有水平", "the present level in \(question)")
        case .required: phrases.say("\(question)的岗位要求", "the required level in \(question)")
        case .text, nil: question
        }
    }

    func answer(to reference: Condition.Reference) -> String {
        phrases.say("\(name(of: reference))的答案", "answer to \(name(of: reference))")
    }

    func text(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts): parts.map(part).joined(separator: phrases.say("，并且", " and "))
        case .any(let parts): alternatives(parts) ?? parts.map(part).joined(separator: phrases.say("，或者", " or "))
        case .not(let inner): phrases.say("并非（\(text(inner))）", "not (\(text(inner)))")
        case .answered(let reference):
            phrases.say("\(name(of: reference))已作答", "\(name(of: reference)) was answered")
        case .unanswered(let reference):
            phrases.say("\(name(of: reference))没有作答", "\(name(of: reference)) was not answered")
        case .compare(let reference, let sign, let operand): comparison(reference, sign, operand)
        }
    }

    /// A part of a larger condition; brackets keep what belongs together.
    private func part(_ condition: Condition) -> String {
        switch condition {
        case .all: phrases.say("（\(text(condition))）", "(\(text(condition)))")
        case .any(let parts):
            alternatives(parts) ?? phrases.say("（\(text(condition))）", "(\(text(condition)))")
        case .not, .answered, .unanswered, .compare: text(condition)
        }
    }

    /// Several options of one question, any of which will do: 第 2 题选了“甲”或“乙”.
    private func alternatives(_ parts: [Condition]) -> String? {
        var reference: Condition.Reference?
        var options: [String] = []
        for part in parts {
            guard case .compare(let one, let sign, .option(let code)) = part, sign == .equal || sign == .has,
                reference == nil || reference == one
            else { return nil }
            reference = one
            options.append(label(code, of: one))
        }
        return reference.map { chosen($0, options.joined(separator: phrases.say("或", " or "))) }
    }

    private func chosen(_ reference: Condition.Reference, _ options: String) -> String {
        let name = name(of: reference)
        return phrases.say("\(name)选了\(options)", "\(options) was chosen in \(name)")
    }

    private func comparison(
        _ reference: Condition.Reference, _ sign: Condition.Comparison, _ operand: Condition.Operand
    ) -> String {
        let name = name(of: reference)
        switch operand {
        case .option(let code):
            let option = label(code, of: reference)
            return switch sign {
            case .notEqual: phrases.say("\(name)选的不是\(option)", "something other than \(option) was chosen in \(name)")
            case .lacks: phrases.say("\(name)没有选\(option)", "\(option) was not chosen in \(name)")
            case .hasOnly: phrases.say("\(name)只选了\(option)", "only \(option) was chosen in \(name)")
            case .equal, .has, .greater, .less, .atLeast, .atMost: chosen(reference, option)
            }
        case .number(let number):
            guard case .levels(let scale)? = subjects[reference.name]?.variable.domain,
                let level = scale.levels.first(where: { $0.code.map(Double.init) == number })
            else { return ordered(name, sign, Self.text(number)) }
            let label = level.text.text(in: language)
            if sign == .equal { return chosen(reference, quoted(label)) }
            return ordered(name, sign, phrases.say("\(Self.text(number))（\(label)）", "\(Self.text(number)) (\(label))"))
        case .day(let day):
            guard case .month? = subjects[reference.name]?.variable.domain else {
                return dated(name, sign, day.description)
            }
            return dated(name, sign, String(day.description.dropLast(3)))
        case .text(let text): return ordered(name, sign, quoted(text))
        case .reference(let other):
            let value = phrases.say(answer(to: other), "the \(answer(to: other))")
            switch subjects[reference.name]?.variable.domain {
            case .day, .month: return dated(name, sign, value)
            default: return ordered(name, sign, value)
            }
        }
    }

    private func ordered(_ name: String, _ sign: Condition.Comparison, _ value: String) -> String {
        let (chinese, english) =
            switch sign {
            case .greater: ("大于", "is more than")
            case .less: ("小于", "is less than")
            case .atLeast: ("不小于", "is at least")
            case .atMost: ("不大于", "is at most")
            case .notEqual, .lacks: ("不是", "is not")
            case .equal, .has, .hasOnly: ("是", "is")
            }
        return phrases.say(phrases.spaced(name, chinese, value), "\(name) \(english) \(value)")
    }

    private func dated(_ name: String, _ sign: Condition.Comparison, _ value: String) -> String {
        let (chinese, english): (String, String)
        switch sign {
        case .greater: (chinese, english) = ("晚于", "is after")
        case .less: (chinese, english) = ("早于", "is before")
        case .atLeast: (chinese, english) = ("不早于", "is not before")
        case .atMost: (chinese, english) = ("不晚于", "is not after")
        case .equal, .notEqual, .has, .lacks, .hasOnly: return ordered(name, sign, value)
        }
        return phrases.say(phrases.spaced(name, chinese, value), "\(name) \(english) \(value)")
    }

    private func label(_ code: String, of reference: Condition.Reference) -> String {
        guard let domain = subjects[reference.name]?.variable.domain else { return quoted(code) }
        switch domain {
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            return quoted(options.first { $0.code == code }?.text.text(in: language) ?? code)
        default: return quoted(code)
        }
    }

    private func quoted(_ text: String) -> String { "“\(text)”" }

    /// A whole number without a decimal point.
    private static func text(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}

extension [Question] {
    /// The numbers that a reader counts by; a note has none.
    var numbers: [Int?] {
        var count = 0
        return map { question in
            if case .note = question.kind { return nil }
            count += 1
            return count
        }
    }
}
