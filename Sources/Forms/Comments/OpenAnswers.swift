package import Surveys

/// What people wrote to the open questions of one round, in an order that says nothing of them.
///
/// The order comes from the words and a seed alone, so that neither the file nor the store that they came from shines
/// through, and the same answers stand in the same place when the coding comes back.
package struct OpenAnswers: Sendable, Equatable {
    package let survey: Survey
    package let identity: CodingIdentity
    /// The questions that were collected, in the order of the questionnaire.
    package let questions: [Variable]
    /// One for each answer, in the order of the coding sheet.
    package let entries: [Entry]
    /// How many people answered one of the questions.
    package let responses: Int

    /// Characters of an answer that a cell is given: more than anybody writes, and what every office program takes.
    static let longestShown = 8_000

    package struct Entry: Sendable, Equatable {
        /// 份号, from 1: the answers of one person share it, so that they count once.
        package var response: Int
        /// Code of the question.
        package var code: String
        package var text: String
    }

    /// - Parameters:
    ///   - codes: the questions that are coded; empty for every 长文本 of the survey. A short text often holds a post or
    ///     a name, so it is taken only when it is asked for.
    ///   - responses: by the variables of the survey.
    /// - Throws: `FormError` where there is no such question, or where nobody wrote anything.
    package init(
        of responses: [Response], to survey: Survey, identity: CodingIdentity, codes: [String] = []
    ) throws(FormError) {
        let chosen = try Self.chosen(codes, of: survey)
        let written = responses.map { response in chosen.map { Self.text(response.answers[$0.index]) } }
            .filter { $0.contains { !$0.isEmpty } }
        guard !written.isEmpty else {
            throw FormError(
                "没有人回答开放题 \(Self.list(chosen))，没有可编码的意见",
                "nobody answered \(Self.list(chosen)); there is nothing to code")
        }
        // Sorted by the words first: else the shuffle would start from the order of the file.
        let sorted = written.sorted { one, other in
            one.lexicographicallyPrecedes(other) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
        var chance = SeededOrder(seed: identity.seed)
        var entries: [Entry] = []
        for (index, texts) in chance.shuffled(sorted).enumerated() {
            for (question, text) in zip(chosen, texts) where !text.isEmpty {
                entries.append(Entry(response: index + 1, code: question.variable.code, text: text))
            }
        }
        self.survey = survey
        self.identity = identity
        questions = chosen.map(\.variable)
        self.entries = chance.shuffled(entries)
        self.responses = written.count
    }

    private typealias Chosen = (index: Int, variable: Variable)

    private static func chosen(_ codes: [String], of survey: Survey) throws(FormError) -> [Chosen] {
        let kinds = survey.sections.flatMap(\.questions).map(\.kind)
        let texts = survey.variables.enumerated().filter { _, variable in
            if case .text = variable.domain { !variable.isOptionText } else { false }
        }
        for code in codes where !texts.contains(where: { $0.element.code == code }) {
            throw FormError(
                "问卷没有开放题“\(code)”；开放题有：\(texts.map(\.element.code).joined(separator: "、"))",
                "the survey has no open question \"\(code)\"; it has: \(texts.map(\.element.code).joined(separator: ", "))"
            )
        }
        let wanted = texts.filter { _, variable in
            guard codes.isEmpty else { return codes.contains(variable.code) }
            if case .longText = kinds[variable.ordinal] { return true }
            return false
        }
        guard !wanted.isEmpty else {
            let names = texts.map(\.element.code).joined(separator: ", ")
            throw FormError(
                names.isEmpty ? "问卷没有开放题" : "问卷没有长文本题；要编码别的开放题，请加 --question，可选 \(names)",
                names.isEmpty
                    ? "the survey has no open question"
                    : "the survey has no long text; name the open question with --question, one of \(names)")
        }
        return wanted.map { ($0.offset, $0.element) }
    }

    private static func list(_ chosen: [Chosen]) -> String { chosen.map(\.variable.code).joined(separator: ", ") }

    private static func text(_ answer: Answer) -> String {
        if case .text(let text) = answer { AnswerReader.trimmed(text) } else { "" }
    }
}

/// An order by SplitMix64, the same on every machine: what the standard library makes of a generator may change.
private struct SeededOrder {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for last in elements.indices.dropFirst().reversed() {
            elements.swapAt(last, Int(next() % UInt64(last + 1)))
        }
        return elements
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
