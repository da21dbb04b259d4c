/// Writes a survey line by line in canonical form.
///
/// Title, header, scales, sections with their questions, dimensions, retired codes: the order of the file is always
/// the same, and so is the order of the properties below each thing.
struct SurveyWriter {
    let survey: Survey
    let keywords: KeywordLanguage
    /// The text that the survey was read from, where there is one.
    let original: OriginalSpelling?
    private(set) var lines: [WrittenLine] = []
    let scope: ConditionScope

    init(survey: Survey, keywords: KeywordLanguage, original: OriginalSpelling? = nil) {
        self.survey = survey
        self.keywords = keywords
        self.original = original
        scope = ConditionScope(survey: survey)
    }

    mutating func writeSurvey() {
        writeText("# ", survey.title)
        writeHeader()
        for index in survey.scales.indices { writeScale(index) }
        for index in survey.sections.indices { writeSection(index) }
        for index in survey.dimensions.indices { writeDimension(index) }
        writeRetired()
    }

    // MARK: Lines

    /// - Parameter source: where in the original text the same thing stands, as an offset.
    mutating func put(_ text: String, from source: Int? = nil) {
        lines.append(WrittenLine(text: text, source: source))
    }

    /// A blank line before every block, and none within.
    mutating func openBlock() {
        if !lines.isEmpty { put("") }
    }

    /// `关键词：值`, `keyword: value`
    mutating func put(_ keyword: Keyword, _ value: String, from source: Int?) {
        put(opening(keyword) + value, from: source)
    }

    func opening(_ keyword: Keyword) -> String {
        keywords == .chinese ? "\(keyword.chinese)：" : "\(keyword.english): "
    }

    /// Where a property was written, if it was.
    func place(of keyword: Keyword, below target: SurveyParser.Target) -> Int? {
        original?.map.properties[SourceMap.Property(target: target, keyword: keyword)]?.lowerBound
    }

    func word(_ chinese: String, _ english: String) -> String {
        keywords == .chinese ? chinese : english
    }

    /// `甲、乙`, `a, b`
    func list(_ items: [String]) -> String {
        items.joined(separator: word("、", ", "))
    }

    // MARK: Texts

    /// A line with a text, its short translation behind `|`, and the other translations below it.
    mutating func writeText(_ opening: String, _ text: LocalText, tags: String = "", from source: Int? = nil) {
        var line = opening + spelled(text, nil)
        var rest = survey.languages.dropFirst().filter { text.translations[$0] != nil }
        if let second = survey.languages.dropFirst().first, rest.first == second,
            (text.main.count <= Self.longestLabel && text.text(in: second).count <= Self.longestLabel)
                || text.beginsWithColon(in: second)
        {
            line += " | " + spelled(text, second)
            rest.removeFirst()
        }
        put(line + tags, from: source ?? offset(of: text.place))
        for language in rest {
            put("\(language): \(spelled(text, language))", from: original?.place(of: text, in: language)?.lowerBound)
        }
    }

    /// As long as two labels may be that share a line.
    private static let longestLabel = 20

    func offset(of place: Place) -> Int? {
        original == nil || place.range.isEmpty ? nil : place.range.lowerBound
    }

    private func spelled(_ text: LocalText, _ language: String?) -> String {
        original?.spelling(of: text, in: language) ?? TextSpelling.escaped(text.text(in: language))
    }
}

extension LocalText {
    /// Behind the colon of `en:` a second one would be taken for a slip.
    fileprivate func beginsWithColon(in language: String) -> Bool {
        translations[language]?.unicodeScalars.first?.meant == ":"
    }
}

/// A line of the canonical form, and where the thing on it stood before.
struct WrittenLine {
    var text: String
    /// UTF-8 offset into the original text; nil for a line that is new or blank.
    var source: Int?
}
