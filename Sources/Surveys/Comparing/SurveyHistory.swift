/// The questionnaires of several years, and what of them can be compared.
///
/// An item is comparable when every year asks it under the same code with the same points, and no year between says
/// that the new wording of it, or of one of its options, means something else. Dimensions are compared over their comparable items only, so that a
/// trend never shows the questionnaire instead of the people.
public struct SurveyHistory: Sendable, Equatable {
    /// Ascending by year.
    public let editions: [Edition]

    public struct Edition: Sendable, Equatable {
        public var year: Int
        public var survey: Survey
        /// Codes that the questionnaire has and the round's data do not: nobody was asked.
        public var absent: Set<String>

        public init(year: Int, survey: Survey, absent: Set<String> = []) {
            self.year = year
            self.survey = survey
            self.absent = absent
        }
    }

    public init(_ editions: [Edition]) {
        self.editions = editions.sorted { $0.year < $1.year }
    }

    public var latest: Edition? { editions.last }

    /// The items of a dimension that all years have in common, with the weights they agree on.
    public func comparableCodes(of dimension: String) -> Set<String> {
        comparableCodes(of: dimension) { edition, term in editions[edition].survey.variables(of: term) }
    }

    /// - Parameter variables: what a term names in an edition, by its index.
    func comparableCodes(
        of dimension: String, variables: (_ edition: Int, _ term: Dimension.Term) -> [Variable]
    ) -> Set<String> {
        var common: [String: Signature]?
        for (index, edition) in editions.enumerated() {
            guard let named = edition.survey.dimension(named: dimension) else { return [] }
            var items: [String: Signature] = [:]
            var lost: Set<String> = []
            for term in named.terms {
                for variable in variables(index, term) {
                    let changes = [variable.marks.change] + variable.options.map(\.marks.change)
                    let isBreak = changes.contains { $0 == .rewordedNotComparable || $0 == .new }
                    if edition.absent.contains(variable.name) || (index > 0 && isBreak) { lost.insert(variable.code) }
                    items[variable.code] = Signature(
                        weight: term.weight, codes: variable.codes, options: variable.options.map(\.code),
                        scoring: variable.scoring)
                }
            }
            // A pair of which one side was not asked is no pair.
            for code in lost { items[code] = nil }
            common = common.map { earlier in earlier.filter { items[$0.key] == $0.value } } ?? items
        }
        return Set((common ?? [:]).keys)
    }

    /// What must be equal for two years' answers to mean the same.
    private struct Signature: Equatable {
        var weight: Int
        var codes: ClosedRange<Int>?
        /// An option is counted by its position, so each has to stand where it stood.
        var options: [String]
        var scoring: ItemScoring?
    }

    /// What the marks of the editions after the first say has changed, year by year, in the order of the questions.
    public var changes: [Change] {
        editions.dropFirst().flatMap { edition in
            let retiredBefore = Set(editions.filter { $0.year < edition.year }.flatMap(\.survey.retired))
            let marked = edition.survey.codes.compactMap { code, text, marks in
                marks.change.map { Change(year: edition.year, code: code, text: text, kind: .marked($0)) }
            }
            let retired = edition.survey.retired.filter { !retiredBefore.contains($0) }
                .map { Change(year: edition.year, code: $0, text: text(ofRetired: $0), kind: .retired) }
            return marked + retired
        }
    }

    public struct Change: Sendable, Equatable {
        public var year: Int
        public var code: String
        public var text: LocalText?
        public var kind: Kind

        public enum Kind: Sendable, Equatable {
            case marked(Marks.Change)
            case retired
        }
    }

    private func text(ofRetired code: String) -> LocalText? {
        editions.lazy.flatMap(\.survey.codes).first { $0.code == code }?.text
    }
}

extension Variable {
    /// The options of which one is chosen.
    fileprivate var options: [Option] {
        if case .options(let options) = domain { options } else { [] }
    }
}

extension Survey {
    /// Every question and row with its code, in the order of the text.
    fileprivate var codes: [(code: String, text: LocalText, marks: Marks)] {
        questions.flatMap { [($0.code, $0.text, $0.marks)] + $0.rows.map { ($0.code, $0.text, $0.marks) } }
    }
}
