/// A word of a condition in canonical form, however its author spelled it.
enum ExpressionToken: Equatable {
    case open, close
    case and, or, not
    /// A code, and which level of a pair is meant.
    case reference(String, Variable.Part?)
    case sign(Condition.Comparison)
    case answered, unanswered
    /// A number, day, code or label.
    case operand(String)
    /// A label that would be misread without quotation marks.
    case quoted(String)
}

extension SurveyWriter {
    /// A condition, spelled as its author chose where the text is known.
    func expression(_ condition: Condition, owner: Place) -> String {
        let written = original.flatMap { $0.expression(of: owner.range.lowerBound, in: scope) }
        return spelled(written ?? tokens(condition))
    }

    private func spelled(_ tokens: [ExpressionToken]) -> String {
        var text = ""
        for (index, token) in tokens.enumerated() {
            let isTight = index == 0 || tokens[index - 1] == .open || token == .close
            text += (isTight ? "" : " ") + spelled(token)
        }
        return text
    }

    private func spelled(_ token: ExpressionToken) -> String {
        switch token {
        case .open: "("
        case .close: ")"
        case .and: word("且", "and")
        case .or: word("或", "or")
        case .not: word("非", "not")
        case .reference(let code, let part):
            switch part {
            case .current: "\(code).\(word("现有", "current"))"
            case .required: "\(code).\(word("要求", "required"))"
            case .text, nil: code
            }
        case .sign(let sign): spelled(sign)
        case .answered: word("已答", "answered")
        case .unanswered: word("未答", "unanswered")
        case .operand(let text): text
        case .quoted(let text): word("“\(text)”", "\"\(text)\"")
        }
    }

    private func spelled(_ sign: Condition.Comparison) -> String {
        switch sign {
        case .equal: "="
        case .notEqual: "≠"
        case .greater: ">"
        case .less: "<"
        case .atLeast: "≥"
        case .atMost: "≤"
        case .has: word("含", "has")
        case .lacks: word("不含", "lacks")
        case .hasOnly: word("只含", "only")
        }
    }

    // MARK: A condition that no text spells

    private func tokens(_ condition: Condition) -> [ExpressionToken] {
        switch condition {
        case .all(let parts): joined(parts, by: .and)
        case .any(let parts): joined(parts, by: .or)
        case .not(let part): [.not] + atom(part)
        case .answered(let reference): [token(reference), .answered]
        case .unanswered(let reference): [token(reference), .unanswered]
        case .compare(let reference, let sign, let operand):
            [token(reference), .sign(sign), token(operand)]
        }
    }

    private func joined(_ parts: [Condition], by sign: ExpressionToken) -> [ExpressionToken] {
        Array(parts.map(atom).joined(separator: [sign]))
    }

    /// A part of a larger condition; brackets keep what belongs together.
    private func atom(_ condition: Condition) -> [ExpressionToken] {
        switch condition {
        case .all, .any: [.open] + tokens(condition) + [.close]
        case .not, .compare, .answered, .unanswered: tokens(condition)
        }
    }

    private func token(_ reference: Condition.Reference) -> ExpressionToken {
        scope.token(for: reference)
    }

    private func token(_ operand: Condition.Operand) -> ExpressionToken {
        switch operand {
        case .number(let number): .operand(PlainNumber.text(number))
        case .day(let day): .operand(day.description)
        case .option(let code): .operand(code)
        case .text(let text): .quoted(text)
        case .reference(let reference): token(reference)
        }
    }
}

extension ConditionScope {
    /// `NL1_req` is written NL1.要求.
    func token(for reference: Condition.Reference) -> ExpressionToken {
        guard case .variable(let variable)? = subject(named: reference.name), variable.part != nil,
            !variable.isOptionText
        else {
            return .reference(reference.name, nil)
        }
        return .reference(variable.code, variable.part)
    }
}
