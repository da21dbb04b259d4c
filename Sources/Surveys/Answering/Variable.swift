/// One thing that a respondent answers: a question, a row of a block, one side of a pair, or the words beside an option.
///
/// A survey's variables are the columns of its data, in the order of the questionnaire.
public struct Variable: Sendable, Equatable {
    /// `A1`, `XF2`, `NL1_cur`, `NL1_req`, `A3_qt_text`
    public var name: String
    /// The code of the question or row that it belongs to.
    public var code: String
    public var text: LocalText
    public var domain: Domain
    public var part: Part?
    public var marks: Marks
    /// Must it be answered, when it is shown?
    public var isRequired: Bool
    /// It is asked only when all of these hold: of its section, its question and its row.
    public var show: [Condition]
    /// Rules of the question, kept at its last variable: only then is everything known that they use.
    public var checks: [Check]
    /// Number of the question in the survey, from 0.
    public var ordinal: Int

    public enum Part: Sendable, Equatable {
        case current, required
        /// What is written beside an option marked 填写.
        case text(option: String)
    }

    /// True for the words beside an option, which belong to a question and are no answer to it.
    public var isOptionText: Bool {
        if case .text = part { true } else { false }
    }

    /// The answers that are possible.
    public enum Domain: Sendable, Equatable {
        case levels(Scale)
        case options([Option])
        case optionSet([Option], count: ClosedRange<Int>?)
        case ranking([Option], count: Int?)
        case integers(ClosedRange<Int>)
        case number(NumberRange?)
        case text(limit: Int?)
        case day(ClosedRange<Day>?)
        case month(ClosedRange<Day>?)
        /// A unit of the roster.
        case unit

        /// What is offered to choose from; empty where something is written or ticked on a scale.
        public var options: [Option] {
            switch self {
            case .options(let options), .optionSet(let options, _), .ranking(let options, _): options
            default: []
            }
        }
    }
}

extension Survey {
    /// Every variable, in the order of the questionnaire.
    public var variables: [Variable] {
        variables { _ in true }
    }

    /// The variables of the questions that are wanted.
    func variables(where isWanted: (Question) -> Bool) -> [Variable] {
        var byName: [String: Scale] = [:]
        for scale in scales {
            for name in scale.name.wordings where byName[name] == nil { byName[name] = scale }
        }
        var all: [Variable] = []
        var ordinal = 0
        for section in sections {
            for question in section.questions {
                if isWanted(question) { all += variables(of: question, in: section, ordinal: ordinal, byName) }
                ordinal += 1
            }
        }
        return all
    }

    private func variables(
        of question: Question, in section: Section, ordinal: Int, _ scales: [String: Scale]
    ) -> [Variable] {
        let shown = [section.show, question.show].compactMap { $0 }
        func variable(_ row: Row?, _ domain: Variable.Domain, part: Variable.Part? = nil) -> Variable {
            let code = row?.code ?? question.code
            let suffix =
                switch part {
                case .current: "_cur"
                case .required: "_req"
                case .text(let option): "_\(option)_text"
                case nil: ""
                }
            var marks = row?.marks ?? question.marks
            marks.isUnscored = marks.isUnscored || question.marks.isUnscored
            // What a block's brackets say of its history holds for each of its rows.
            marks.change = marks.change ?? question.marks.change
            return Variable(
                name: code + suffix, code: code, text: row?.text ?? question.text, domain: domain, part: part,
                marks: marks, isRequired: !marks.isOptional && !question.marks.isOptional,
                show: shown + [row?.show].compactMap { $0 }, checks: [], ordinal: ordinal)
        }
        func each(_ make: (Row?) -> [Variable]) -> [Variable] {
            question.rows.isEmpty ? make(nil) : question.rows.flatMap { make($0) }
        }
        var found: [Variable] =
            switch question.kind {
            case .single: [variable(nil, .options(question.options))]
            case .multiple(let count): [variable(nil, .optionSet(question.options, count: count))]
            case .dropdown(list: nil): [variable(nil, .options(question.options))]
            case .dropdown: [variable(nil, .unit)]
            case .yesNo: [variable(nil, .options(Self.yesNo))]
            case .likert(let name): each { [variable($0, .levels(scales[name] ?? Self.noScale))] }
            case .rating(let range): each { [variable($0, .integers(range))] }
            case .pair(let name):
                each {
                    let domain = Variable.Domain.levels(scales[name] ?? Self.noScale)
                    return [variable($0, domain, part: .current), variable($0, domain, part: .required)]
                }
            case .ranking(let count): [variable(nil, .ranking(question.options, count: count))]
            case .number(let range, _): [variable(nil, .number(range))]
            case .text(let limit), .longText(let limit): [variable(nil, .text(limit: limit))]
            case .date(let range): [variable(nil, .day(range))]
            case .month(let range): [variable(nil, .month(range))]
            case .note: []
            }
        if !found.isEmpty { found[found.count - 1].checks = question.checks }
        return found + optionTexts(of: question, behind: found)
    }

    /// A variable for the words beside each option that takes them: asked only of those who chose it, never required.
    private func optionTexts(of question: Question, behind found: [Variable]) -> [Variable] {
        guard question.kind.takesOptions, let choice = found.first else { return [] }
        let isOne = if case .options = choice.domain { true } else { false }
        return question.options.filter(\.marks.takesText).map { option in
            var text = choice
            text.part = .text(option: option.code)
            text.name += "_\(option.code)_text"
            text.text = choice.text.joined(to: option.text)
            text.domain = .text(limit: nil)
            text.marks.isOptional = true
            text.marks.isUnscored = true
            text.marks.points = nil
            text.isRequired = false
            text.show.append(
                .compare(Condition.Reference(choice.name), isOne ? .equal : .has, .option(option.code)))
            text.checks = []
            return text
        }
    }

    private static let yesNo = [
        Option(code: "1", text: LocalText("是", translations: ["en": "Yes"])),
        Option(code: "0", text: LocalText("否", translations: ["en": "No"])),
    ]
    private static let noScale = Scale(name: LocalText(""), levels: [])
}
