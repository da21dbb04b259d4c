package import Surveys

/// What a committee reads about the revision of a questionnaire, as a value: what to decide, which trends hold, and
/// every change in plain words. It prints as text and JSON, and a workbook is made of it.
package struct Revision: Sendable, Equatable {
    /// The survey's title.
    package var subject: String
    package var from: Wording
    package var to: Wording
    /// The later survey follows another one: marks of the years between are not in it.
    package var skipsYears: Bool
    /// What somebody has to decide before the questionnaire goes out, the gravest first.
    package var decisions: [Decision]
    package var trends: [SurveyDifference.Trend]
    /// One for each kind of change that there is.
    package var parts: [Part]

    package struct Decision: Sendable, Equatable {
        package var text: Wording
        /// What may be decided.
        package var ways: Wording
    }

    package struct Part: Sendable, Equatable {
        package var name: Name
        package var entries: [Entry]
    }

    package enum Name: String, Sendable, CaseIterable {
        case questions, answers, logic, scoring, promises, texts
    }

    package struct Entry: Sendable, Equatable {
        /// XF3
        package var subject: Wording
        /// 改述可比, 显示 …
        package var what: Wording
        package var before: Wording?
        package var after: Wording?
        /// The author has not said yet what it means.
        package var isOpen: Bool
    }

    package init(from previous: Survey, to survey: Survey) {
        let difference = SurveyDifference(from: previous, to: survey)
        subject = survey.title.main
        (from, to) = Self.names(previous.year, survey.year)
        skipsYears = survey.previousYear.flatMap { said in previous.year.map { $0 != said } } ?? false
        decisions = Self.decisions(difference)
        trends = difference.trends
        parts = Name.allCases.compactMap { name in
            let entries = difference.changes.filter { Name(of: $0) == name }.map(Entry.init)
            return entries.isEmpty ? nil : Part(name: name, entries: entries)
        }
    }

    package var isEmpty: Bool { parts.isEmpty }

    package func part(_ name: Name) -> Part? { parts.first { $0.name == name } }

    /// Said where it is so.
    package var skippingRemark: Wording? {
        skipsYears
            ? Wording(
                "这两份问卷不是前后相接的两年，中间各年的标记不在内",
                "these are not two editions in a row; the marks of those between are not in it")
            : nil
    }

    /// The years, where they tell the two files apart.
    private static func names(_ before: Int?, _ after: Int?) -> (Wording, Wording) {
        guard let before, let after, before != after else {
            return (Wording("旧版", "old edition"), Wording("新版", "new edition"))
        }
        return (Wording("\(before) 版", String(before)), Wording("\(after) 版", String(after)))
    }
}

extension Revision.Name {
    init(of change: SurveyDifference.Change) {
        switch (change.kind, change.subject) {
        case (.renamed, .dimension), (.composition, _), (.scoring, _): self = .scoring
        case (.reworded, .option), (.answers, _): self = .answers
        case (.added, _), (.removed, _), (.renamed, _), (.reworded, _), (.retirement, _): self = .questions
        case (.logic, _): self = .logic
        case (.promise, _): self = .promises
        case (.text, _): self = .texts
        }
    }

    package var wording: Wording {
        switch self {
        case .questions: Wording("题目", "Questions")
        case .answers: Wording("选项和量表", "Answers and scales")
        case .logic: Wording("逻辑", "Logic")
        case .scoring: Wording("维度和计分", "Dimensions and scoring")
        case .promises: Wording("卷首的承诺", "Promises")
        case .texts: Wording("其他文字和先后", "Other texts and order")
        }
    }
}

extension Revision.Entry {
    init(_ change: SurveyDifference.Change) {
        subject = change.subject.shortName
        what = Self.what(change)
        before = change.before
        after = change.after
        isOpen = false
        switch change.kind {
        case .added, .removed, .renamed, .reworded, .retirement, .answers(isBroken: true):
            isOpen = !change.isSettled && !change.isPart
        default: break
        }
    }

    /// A question's own change by what its author says of it.
    private static func what(_ change: SurveyDifference.Change) -> Wording {
        switch (change.kind, change.subject, change.mark) {
        case (.added, .question, _):
            change.isSettled || change.isPart ? Wording("新增", "new") : Wording("新增（没有标明）", "new (not marked)")
        case (.removed, .question, _):
            change.isSettled || change.isPart ? Wording("停用", "retired") : Wording("去掉（没有停用）", "left out (not retired)")
        case (.renamed, .question, _): Wording("换了代码", "new code")
        case (.reworded, .question, .rewordedComparable): Wording("改述可比", "reworded, comparable")
        case (.reworded, .question, .rewordedNotComparable): Wording("改述不可比", "reworded, not comparable")
        case (.reworded, .question, _): Wording("改述（没有说明）", "reworded (not said how)")
        default: change.what
        }
    }
}
