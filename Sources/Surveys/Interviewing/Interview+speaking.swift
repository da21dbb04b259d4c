extension Interview {
    /// A text of the survey as this respondent reads it: in their language, with earlier answers where it repeats them.
    public func text(_ text: LocalText) -> String { piped(text.text(in: language)) }

    /// An answer in the respondent's language, as it would be said; nil where none was given.
    public func spoken(_ name: String) -> String? {
        guard let index = logic.index(of: name) else { return nil }
        let options = variables[index].domain.options
        func label(_ code: String) -> String {
            options.first { $0.code == code }.map { text($0.text) } ?? code
        }
        switch answers[index] {
        case .missing, .notAsked: return nil
        case .option(let code): return label(code)
        case .options(let codes): return codes.map(label).joined(separator: speech == .chinese ? "、" : ", ")
        case .level, .notApplicable:
            guard case .levels(let scale) = variables[index].domain else { return answers[index].cell }
            let code: Int? = if case .level(let code) = answers[index] { code } else { nil }
            return scale.levels.first { $0.code == code }.map { text($0.text) } ?? answers[index].cell
        case .day(let day):
            if case .month = variables[index].domain { return String(day.description.dropLast(3)) }
            return day.description
        case .number, .text: return answers[index].cell
        }
    }

    /// The language in which the program itself speaks to this respondent.
    public var speech: ReaderLanguage { ReaderLanguage(besideSurveyIn: language) }

    /// What to tell the respondent about an obstacle.
    public func wording(of problem: Problem) -> Wording {
        switch problem.reason {
        case .unanswered: return Wording("这一题还没有回答", "this question is not answered yet")
        case .unfinished: return Wording("选的项数还不够", "too few are chosen")
        case .check(let check), .reminder(let check):
            if let message = check.message.map(text) { return Wording(message, message) }
            return problem.reason == .check(check)
                ? Wording("这一题的答案和别的答案对不上，请改正", "this answer does not agree with others; please correct it")
                : Wording("请再核对一下这一题的答案", "please look at this answer again")
        }
    }

    /// `{A1}` is replaced by the answer, `{{` by a brace; what nobody answered is a blank to the eye.
    private func piped(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "{" || character == "}" else {
                out.append(character)
                continue
            }
            if rest.first == character {
                out.append(rest.removeFirst())
            } else if character == "{", let end = rest.firstIndex(of: "}"), logic.index(of: String(rest[..<end])) != nil
            {
                out += spoken(String(rest[..<end])) ?? "……"
                rest = rest[rest.index(after: end)...]
            } else {
                out.append(character)
            }
        }
        return out
    }
}

extension ReaderLanguage {
    /// Chinese for Chinese and the languages that are read beside it in China, English for every other.
    public init(besideSurveyIn code: String) {
        self = ["zh", "bo", "ug", "mn", "kk", "ko", "za", "ii"].contains(code) ? .chinese : .english
    }
}
