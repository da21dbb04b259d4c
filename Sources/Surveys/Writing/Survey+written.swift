extension Survey {
    /// The survey as a text in canonical form, which reads back as an equal survey.
    ///
    /// Codes, names and texts have to be such as the language can spell: a code of letters and digits, a text of one line.
    public func written(keywords: KeywordLanguage = .chinese) -> String {
        var writer = SurveyWriter(survey: self, keywords: keywords)
        writer.writeSurvey()
        return writer.lines.map { $0.text + "\n" }.joined()
    }
}

extension SurveyReading {
    /// The text in canonical form with its comments; what people wrote stays letter for letter.
    ///
    /// What was changed in `survey` since it was read is written as it is now.
    ///
    /// - Parameter keywords: nil keeps the language that most keywords are written in.
    /// - Returns: nil for a text with errors: what was not understood would be lost.
    public func formatted(keywords: KeywordLanguage? = nil) -> String? {
        guard !hasErrors else { return nil }
        var writer = SurveyWriter(
            survey: survey, keywords: keywords ?? usualKeywords, original: OriginalSpelling(self))
        writer.writeSurvey()
        return withComments(writer.lines)
    }

    /// Chinese where as many keywords are Chinese as English, and where there are none.
    var usualKeywords: KeywordLanguage {
        let english = map.properties.values.filter { source.slice($0).utf8.allSatisfy { $0 < 0x80 } }.count
        return english * 2 > map.properties.count ? .english : .chinese
    }
}
