package import Surveys

/// A survey line by line, for pipes, screen readers and terminals that cannot do more.
///
/// A value like `TerminalForm`: lines go in by `read`, what to print comes back.
package struct PlainForm: Sendable {
    package private(set) var interview: Interview
    package private(set) var outcome = TerminalForm.Outcome.open
    /// Which of the variables of the question is being asked.
    private var place = 0
    private var announced: Int?

    package init(_ interview: Interview) {
        self.interview = interview
    }

    private var phrases: FormPhrases { FormPhrases(language: interview.speech) }

    private var asked: [Int] { interview.current.map { interview.asked(in: $0) } ?? [] }

    private var variable: Variable? {
        let asked = asked
        return asked.indices.contains(place) ? interview.variables[asked[place]] : nil
    }

    // MARK: Asking

    /// What to print before the next line is read.
    package mutating func prompt() -> String {
        guard outcome == .open else { return "" }
        var out: [String] = []
        if let question = interview.current {
            if announced != question { out += announce(question) }
            announced = question
            out += ask()
        } else {
            out += review()
        }
        return out.map { TerminalForm.printable($0) + "\n" }.joined() + "> "
    }

    private func announce(_ number: Int) -> [String] {
        let question = interview.questions[number]
        let section = interview.survey.sections[interview.pages[number]]
        var out = [""]
        if interview.steps.first(where: { interview.pages[$0] == interview.pages[number] }) == number {
            if interview.steps.first == number {
                out += [interview.text(interview.survey.title)] + interview.survey.introduction.map(interview.text)
                out.append(
                    phrases.say(
                        "每题答一行；空行跳过，b 上一题，? 帮助，l 换语言，q 离开并保留。",
                        "One line an answer; an empty line skips, b goes back, ? helps, l changes the language, q leaves and keeps."
                    ))
            }
            if !section.title.main.isEmpty { out.append("## " + interview.text(section.title)) }
            out += section.help.map(interview.text)
        }
        let remarks = phrases.remarks(on: question)
        let step = (interview.steps.firstIndex(of: number) ?? 0) + 1
        out.append(
            "\(step)/\(interview.steps.count). \(interview.text(question.text))"
                + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: ", ")))"))
        return out + question.help.map(interview.text)
    }

    private func ask() -> [String] {
        guard let variable, let index = interview.index(of: variable.name) else { return [] }
        let question = interview.questions[variable.ordinal]
        var out: [String] = []
        if !question.rows.isEmpty { out.append("- " + interview.text(variable.text)) }
        switch variable.part {
        case .current: out.append("  " + phrases.current)
        case .required: out.append("  " + phrases.requiredLevel)
        case .text: out.append("  " + interview.text(variable.text))
        case nil: break
        }
        switch TerminalField(index, of: interview) {
        case .list(let choices), .row(let choices):
            out += choices.map { $0.code == $0.label ? "  \($0.code)" : "  \($0.code) = \($0.label)" }
        case .entry: break
        }
        if let said = interview.spoken(variable.name) {
            out.append(phrases.say("  现在的答案：\(said)", "  answered: \(said)"))
        }
        return out
    }

    private func review() -> [String] {
        let problems = interview.problems
        guard !problems.isEmpty else {
            return ["", phrases.review, phrases.allAnswered, phrases.say("输入 y 提交", "enter y to submit")]
        }
        return ["", phrases.review, phrases.left]
            + problems.map { problem in
                let text = interview.variables.first { $0.name == problem.variable }.map { interview.text($0.text) }
                return "- \(text ?? "") — \(interview.wording(of: problem).text(in: interview.speech))"
            } + [phrases.say("空行回到第一处", "an empty line goes to the first")]
    }

    // MARK: Answering

    /// Takes a line; nil is the end of the input.
    ///
    /// - Returns: what to print at once.
    package mutating func read(_ line: String?) -> String {
        guard outcome == .open else { return "" }
        guard let line else {
            outcome = .left
            return "\n"
        }
        let text = AnswerReader.trimmed(line)
        // A code of the question goes before a command, and a blank before it makes any letter an answer.
        let isAnswer = line.first == " " || variable.map { isCode(text, of: $0) } ?? false
        let command = text.first == ":" ? String(text.dropFirst()) : isAnswer ? "" : text
        switch command {
        case "b", "B": back()
        case "?", "？": return help
        case "l", "L": switchLanguage()
        case "q", "Q": outcome = .left
        default: return interview.current == nil ? atReview(text) : take(text)
        }
        return ""
    }

    private func isCode(_ text: String, of variable: Variable) -> Bool {
        variable.domain.options.contains { $0.code.lowercased() == text.lowercased() }
    }

    private mutating func take(_ text: String) -> String {
        guard let variable else { return next() }
        if !text.isEmpty {
            do {
                try interview.answer(variable.name, text)
            } catch {
                let refusal = error.refusal.wording
                let accepts = variable.accepts
                return phrases.say(
                    "! \(refusal.chinese)；\(accepts.chinese)", "! \(refusal.english); \(accepts.english)") + "\n"
            }
        }
        if place + 1 < asked.count {
            place += 1
            return ""
        }
        return next()
    }

    private mutating func next() -> String {
        let problems = interview.next()
        guard let first = problems.first else {
            place = 0
            return ""
        }
        place = asked.firstIndex { interview.variables[$0].name == first.variable } ?? 0
        return problems.map { "! \(interview.wording(of: $0).text(in: interview.speech))\n" }.joined()
    }

    private mutating func back() {
        if place > 0 {
            place -= 1
        } else {
            interview.back()
            place = 0
        }
        announced = nil
    }

    private mutating func atReview(_ text: String) -> String {
        guard interview.problems.isEmpty else {
            if let first = interview.problems.first { _ = interview.goTo(first.question) }
            place = 0
            announced = nil
            return ""
        }
        guard ["y", "Y", "是"].contains(text) else { return "" }
        let problems = interview.submit()
        if problems.isEmpty { outcome = .submitted }
        return problems.map { "! \(interview.wording(of: $0).text(in: interview.speech))\n" }.joined()
    }

    private mutating func switchLanguage() {
        let languages = interview.survey.languages
        let index = languages.firstIndex(of: interview.language) ?? 0
        interview.setLanguage(languages[(index + 1) % languages.count])
        announced = nil
    }

    private var help: String {
        var texts: [String] = []
        if let variable {
            let question = interview.questions[variable.ordinal]
            texts += (question.rows.first { $0.code == variable.code }?.help ?? []).map(interview.text)
            texts.append(variable.accepts.text(in: interview.speech))
        }
        texts.append(
            phrases.say(
                "b 上一题；l 换语言；q 离开，答案已保存；空行跳过。要把这些字母当答案，先打一个空格。",
                "b back; l language; q leave, the answers are kept; an empty line skips. A blank before such a letter makes it an answer."
            ))
        return texts.map { TerminalForm.printable($0) + "\n" }.joined()
    }

    /// What to print when it is over.
    package func farewell(receipt: String?) -> String {
        switch outcome {
        case .submitted: phrases.thanks + "\n" + (receipt.map { phrases.receipt + $0 + "\n" } ?? "")
        case .left, .open: phrases.say("答案已保存，下次接着填。", "The answers are kept; go on another time.") + "\n"
        }
    }
}
