import Testing

@testable import Surveys

/// What holds of any survey that can be written: writing, reading and formatting agree.
@Suite struct RandomSurveyTests {
    private static let count = 300

    @Test(arguments: KeywordLanguage.allCases)
    func whatIsWrittenReadsBackEqual(_ keywords: KeywordLanguage) {
        var chance = RandomSurvey(seed: 2026)
        for number in 0..<Self.count {
            let survey = chance.survey()
            let text = survey.written(keywords: keywords)
            let reading = Survey.read(text)
            // Some of these surveys would not do, and are told so; but what they say is what was written.
            guard reading.survey == survey else {
                Issue.record(
                    "survey \(number) reads back as another:\n\(text)\n\(reading.diagnostics.map(\.title.chinese))")
                return
            }
        }
    }

    @Test(arguments: KeywordLanguage.allCases)
    func formattingKeepsTheSurveyAndItsWordingsAndSettlesAtOnce(_ keywords: KeywordLanguage) {
        var chance = RandomSurvey(seed: 7)
        var formattedCount = 0
        for number in 0..<Self.count {
            let text = chance.survey().written(keywords: number.isMultiple(of: 2) ? .chinese : .english)
            let loose = text.replacing("\n\n", with: "\n").replacing(" [", with: "【").replacing(
                "\n- ", with: "\r\n  - ")
            for text in [text, loose] {
                let reading = Survey.read(text)
                guard let formatted = reading.formatted(keywords: keywords) else { continue }
                let again = Survey.read(formatted)
                formattedCount += 1
                guard again.survey == reading.survey, again.formatted(keywords: keywords) == formatted,
                    Self.wordings(again) == Self.wordings(reading)
                else {
                    Issue.record("survey \(number) is changed by formatting:\n\(text)\n\(formatted)")
                    return
                }
            }
        }
        #expect(formattedCount > Self.count / 4)
    }

    /// The text zones as they are spelled, sorted: formatting may move them, never change them.
    private static func wordings(_ reading: SurveyReading) -> [String] {
        reading.textZones.map { TextSpelling.composed(String(reading.source.slice($0))) }.sorted()
    }
}
