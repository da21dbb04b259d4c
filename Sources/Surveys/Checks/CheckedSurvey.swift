/// What the checks look at: a survey that was read, and what each of them would otherwise work out again.
struct CheckedSurvey: Sendable {
    let survey: Survey
    let source: SourceText
    let questions: [Question]
    let variables: [Variable]
    /// Codes that stand in the text on a line that could not be read: nobody calls them unknown.
    let unread: Set<String>
    /// Where a question says how many of its options to choose, by where the question stands.
    let countPlaces: [Int: Range<Int>]
    /// A scale was named wrongly, so that no other can be called unused.
    let hasLostScale: Bool
    let knowsLanguages: Bool
    /// Where conditions, translations and properties stand.
    let map: SourceMap
    let sentences: [SpokenSentence]
    /// Where conditions were already said to hold always or never, in order.
    let decided: [Int]
    private let variablesByCode: [String: [Int]]
    private let itemNames: [String: String]
    private let broken: Set<Int>
    private let misreadLines: Set<Int>

    /// - Parameter misread: where the parser stumbled, as offsets.
    init(_ parser: SurveyParser, misread: [Int]) {
        survey = parser.survey
        source = parser.source
        questions = survey.questions
        variables = survey.variables
        unread = parser.unread
        countPlaces = parser.countPlaces
        hasLostScale = parser.hasLostScale
        knowsLanguages = parser.knowsLanguages
        map = parser.map
        sentences = survey.sentences
        decided = parser.diagnostics.filter { $0.code == "Z088" }.map(\.range.lowerBound).sorted()
        var byCode: [String: [Int]] = [:]
        for (index, variable) in variables.enumerated() where !variable.isOptionText {
            byCode[variable.code, default: []].append(index)
            let question = questions[variable.ordinal].code
            if question != variable.code { byCode[question, default: []].append(index) }
        }
        variablesByCode = byCode
        itemNames = Dictionary(variables.map { ($0.name, $0.code) }) { first, _ in first }
        let starts =
            (survey.scales.map(\.place) + survey.sections.map(\.place) + questions.map(\.place)
            + survey.dimensions.map(\.place))
            .map(\.range.lowerBound).sorted()
        broken = Self.blocks(from: starts, holding: misread, in: parser.source)
        misreadLines = Set(misread.map { parser.source.position(of: $0).line })
    }

    /// A wording beside a line that was not understood may be a part of it.
    func isBesideMisread(_ place: Place) -> Bool {
        guard !misreadLines.isEmpty else { return false }
        let line = line(of: place)
        return misreadLines.contains(line) || misreadLines.contains(line + 1)
    }

    /// An error was found on its own line.
    func isMisread(_ place: Place) -> Bool { !misreadLines.isEmpty && misreadLines.contains(line(of: place)) }

    /// A thing is judged as a whole only if every line of it could be read.
    func isBroken(_ place: Place) -> Bool { broken.contains(place.range.lowerBound) }

    /// What a term of 取题 names: a block's rows, one row, or one question.
    func variables(of code: String) -> [Variable] { indices(of: code).map { variables[$0] } }

    /// The same, where copies of a thousand variables would cost more than the check.
    func indices(of code: String) -> [Int] { variablesByCode[code] ?? [] }

    /// The two sides of a pair are one item.
    func itemName(of variable: String) -> String { itemNames[variable] ?? variable }

    func line(of place: Place) -> Int { source.position(of: place.range.lowerBound).line }

    private static func blocks(from starts: [Int], holding offsets: [Int], in source: SourceText) -> Set<Int> {
        let lines = starts.map { source.position(of: $0).line }
        return Set(
            offsets.compactMap { offset in
                let line = source.position(of: offset).line
                var low = 0
                var high = lines.count
                while low < high {
                    let middle = (low + high) / 2
                    if lines[middle] <= line { low = middle + 1 } else { high = middle }
                }
                return low == 0 ? nil : starts[low - 1]
            })
    }
}
