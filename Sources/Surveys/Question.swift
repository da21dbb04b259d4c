/// One question, or one block of rows that share a scale.
public struct Question: Sendable, Equatable {
    public var code: String
    public var text: LocalText
    public var kind: Kind
    public var options: [Option] = []
    public var rows: [Row] = []
    public var marks: Marks
    public var help: [LocalText] = []
    public var show: Condition?
    public var checks: [Check] = []
    public var place: Place

    public init(code: String, text: LocalText, kind: Kind, marks: Marks = Marks(), place: Place = .nowhere) {
        self.code = code
        self.text = text
        self.kind = kind
        self.marks = marks
        self.place = place
    }

    /// What is asked for; one case a question type of the language.
    public enum Kind: Sendable, Equatable {
        case single
        /// How many options may be chosen; nil when it is not said.
        case multiple(count: ClosedRange<Int>?)
        /// A list named by the round (`处室`: the units of the roster), or the question's own options when nil.
        case dropdown(list: String?)
        case yesNo
        case likert(scale: String)
        case rating(ClosedRange<Int>)
        /// Current and required level of each row.
        case pair(scale: String)
        case ranking(count: Int?)
        case number(NumberRange?, unit: String?)
        case text(limit: Int?)
        case longText(limit: Int?)
        case date(ClosedRange<Day>?)
        case month(ClosedRange<Day>?)
        case note

        /// True where the answers are lines below the question: options to choose from or to rank.
        var takesOptions: Bool {
            switch self {
            case .single, .multiple, .ranking, .dropdown(list: nil): true
            default: false
            }
        }

        /// True where the lines below are statements, each answered by itself.
        var takesRows: Bool {
            switch self {
            case .likert, .pair, .rating: true
            default: false
            }
        }
    }
}

/// An answer to choose.
public struct Option: Sendable, Equatable {
    public var code: String
    public var text: LocalText
    public var marks: Marks
    public var help: [LocalText] = []
    public var show: Condition?
    public var place: Place

    public init(code: String, text: LocalText, marks: Marks = Marks(), place: Place = .nowhere) {
        self.code = code
        self.text = text
        self.marks = marks
        self.place = place
    }
}

/// A statement within a block.
public struct Row: Sendable, Equatable {
    public var code: String
    public var text: LocalText
    public var marks: Marks
    public var help: [LocalText] = []
    /// 建议: of a competence, what a person can do who falls short of what the post requires.
    public var advice: [LocalText] = []
    public var show: Condition?
    public var place: Place

    public init(code: String, text: LocalText, marks: Marks = Marks(), place: Place = .nowhere) {
        self.code = code
        self.text = text
        self.marks = marks
        self.place = place
    }
}

/// What the square brackets say of a question, a row or an option, beside its type.
public struct Marks: Sendable, Equatable {
    public var isOptional = false
    public var isReversed = false
    public var isShuffled = false
    public var takesText = false
    public var isExclusive = false
    public var isUnscored = false
    public var isAggregateOnly = false
    public var points: Int?
    public var change: Change?

    public init() {}

    /// How a question relates to the same code of last year.
    public enum Change: Sendable, Equatable {
        case rewordedComparable, rewordedNotComparable, new
    }
}

/// A rule over the answers, with what to tell the respondent when it does not hold.
public struct Check: Sendable, Equatable {
    public var condition: Condition
    /// 校验 blocks, 提醒 asks once and lets go.
    public var isHard: Bool
    public var message: LocalText?
    public var place: Place

    public init(condition: Condition, isHard: Bool, message: LocalText? = nil, place: Place = .nowhere) {
        self.condition = condition
        self.isHard = isHard
        self.message = message
        self.place = place
    }
}

/// The numbers that a question takes: both ends included, with as many decimals as the ends are written with.
public struct NumberRange: Sendable, Equatable {
    /// The ends in units of 10^-decimals.
    public var bounds: ClosedRange<Int>
    public var decimals: Int

    public init(bounds: ClosedRange<Int>, decimals: Int = 0) {
        self.bounds = bounds
        self.decimals = decimals
    }
}
