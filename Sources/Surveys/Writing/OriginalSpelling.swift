/// How the author spelled what was read: texts with their own marks, conditions with labels or codes.
struct OriginalSpelling {
    let source: SourceText
    let map: SourceMap

    init(_ reading: SurveyReading) {
        source = reading.source
        map = reading.map
    }

    func place(of text: LocalText, in language: String?) -> Range<Int>? {
        let main = text.place.range
        guard let language else { return main.isEmpty ? nil : main }
        return map.translations[SourceMap.Translation(sentence: main.lowerBound, language: language)]
    }

    /// - Returns: nil where the text stands nowhere in the source, or no longer says what it said there.
    func spelling(of text: LocalText, in language: String?) -> String? {
        guard let place = place(of: text, in: language) else { return nil }
        let line = source.line(at: place.lowerBound)
        let range = line.index(ofOffset: place.lowerBound)..<line.index(ofOffset: place.upperBound)
        guard line.literal(range) == text.text(in: language) else { return nil }
        return TextSpelling.composed(line.raw(range))
    }

    /// The words of a condition as they were written, each in canonical form.
    func expression(of owner: Int, in scope: ConditionScope) -> [ExpressionToken]? {
        guard let place = map.conditions[owner] else { return nil }
        let line = source.line(at: place.lowerBound)
        let range = line.index(ofOffset: place.lowerBound)..<line.index(ofOffset: place.upperBound)
        var parser = ConditionParser(line: line, range: range, scope: scope)
        parser.keepsTokens = true
        return parser.condition() == nil ? nil : parser.tokens
    }
}
