/// How one edition of a survey differs from the one before it, and which trends survive that.
///
/// Things are matched by what lasts: questions, rows and options by code, scales and dimensions by name. Texts are
/// compared as Unicode does, blanks at either end left out. What changes every year by itself is no difference: the
/// years, the days of the fieldwork, a range of dates that moved on with the year, and last year's marks.
public struct SurveyDifference: Sendable, Equatable {
    public var previousYear: Int?
    public var year: Int?
    /// In the order of the new text; what is gone stands behind what is there.
    public var changes: [Change] = []
    /// One for each dimension of either year, this year's first.
    public var trends: [Trend] = []

    public struct Change: Sendable, Equatable {
        public var kind: Kind
        public var subject: Subject
        /// What of the subject has changed: 显示, 取题 …
        public var what: Wording
        /// nil where there was nothing.
        public var before: Wording?
        /// nil where nothing is left.
        public var after: Wording?
        /// What the author says of it in square brackets.
        public var mark: Marks.Change?
        /// The author has said what the change means: by a mark, or by retiring the code.
        public var isSettled = false
        /// It goes with its block, which is told by itself.
        public var isPart = false
        /// Where it stands in the new text; nowhere for what is gone.
        public var place = Place.nowhere
        /// The property that it is about.
        var keyword: Keyword?
        /// The translation that it is about.
        var language: String?
    }

    public enum Kind: Sendable, Equatable {
        case added, removed
        /// The same text under a new code or name.
        case renamed
        case reworded
        /// What can be answered, and what it counts. Broken: the answers of the two years no longer mean the same.
        case answers(isBroken: Bool)
        /// Who is asked what, and which answers are taken.
        case logic
        /// Which items make up a dimension, and with what weight.
        case composition
        /// How a score is made of its items, and how it is judged.
        case scoring
        /// What respondents are promised: anonymity, smallest group, languages.
        case promise
        /// Everything else that people read, and the order of things.
        case text
        /// The list of retired codes.
        case retirement
    }

    public enum Subject: Sendable, Equatable {
        case survey
        case section(String)
        /// A question, or a row of one.
        case question(code: String, text: String)
        case option(question: String, code: String, text: String)
        case scale(String)
        case dimension(String)
    }
}

extension SurveyDifference {
    /// Whether the scores of a dimension can be laid side by side.
    public struct Trend: Sendable, Equatable {
        public var dimension: String
        /// It is made of other dimensions, and as good as they are.
        public var isComposite = false
        public var verdict: Verdict
        public var reasons: [Wording] = []
    }

    /// What the report does with the dimension; the rule is `SurveyHistory.comparableCodes`.
    public enum Verdict: Sendable, Equatable {
        case unchanged
        /// The same items; both years are scored by this year's rule.
        case byThisYearsRule
        /// Over the items that both years share, of so many this year.
        case overCommonItems([String], of: Int)
        /// The years have no item in common.
        case broken
        /// Only this year has it.
        case new
        /// Only last year had it.
        case gone
    }
}

extension SurveyDifference.Subject {
    /// As a reader meets it: `XF3 我会把学到的内容用到工作中`.
    public var name: Wording {
        switch self {
        case .survey: Wording("问卷", "survey")
        case .section(let title): Wording("章节“\(title)”", "section \"\(title)\"")
        case .question(let code, let text): Wording("\(code) \(text)", "\(code) \(text)")
        case .option(let question, let code, let text):
            Wording("\(question) 的选项 \(code) \(text)", "\(question), option \(code) \(text)")
        case .scale(let name): Wording("量表“\(name)”", "scale \"\(name)\"")
        case .dimension(let name): Wording("维度“\(name)”", "dimension \"\(name)\"")
        }
    }

    /// The same in a few characters: `XF3`.
    public var shortName: Wording {
        switch self {
        case .question(let code, _): Wording(code, code)
        case .option(let question, let code, _): Wording("\(question) 的选项 \(code)", "\(question), option \(code)")
        default: name
        }
    }
}

extension SurveyDifference.Verdict {
    public var wording: Wording {
        switch self {
        case .unchanged: Wording("照常比较", "compared as before")
        case .byThisYearsRule: Wording("可以比较，两年都按今年的规则算", "compared, both years by this year's rule")
        case .overCommonItems(let codes, let count):
            Wording(
                "只用共同的 \(codes.count) 题比较（今年共 \(count) 题）\(Self.named(codes, "：", "、"))",
                "compared over the \(codes.count) common item\(codes.count == 1 ? "" : "s") only (of \(count))\(Self.named(codes, ": ", ", "))"
            )
        case .broken: Wording("断开，不能和去年比较", "broken: not compared with last year")
        case .new: Wording("今年新设，没有往年", "new: no earlier year")
        case .gone: Wording("今年没有了，趋势到去年为止", "gone: the trend ends last year")
        }
    }

    /// So few that a reader takes them in; of more their number says enough.
    private static func named(_ codes: [String], _ colon: String, _ comma: String) -> String {
        codes.count > 12 ? "" : colon + codes.joined(separator: comma)
    }
}
