import Surveys
import Testing

/// The questionnaire that `zicha new` writes.
@Suite struct StartingSurveyTests {
    static let titles: [String?] = [nil, "学风小测", "a | b [c] {{d}} // e", "二〇二七（试行）"]

    @Test(arguments: ReaderLanguage.allCases, titles)
    func readsWithoutARemarkAndIsInCanonicalForm(language: ReaderLanguage, title: String?) {
        for year in [nil, 1980, 2027, 2100] {
            let text = StartingSurvey(language: language, title: title, year: year).text
            let reading = Survey.read(text)
            #expect(reading.diagnostics.map(\.code) == [])
            #expect(reading.formatted() == text)
            #expect(reading.survey.year == year)
            if let title { #expect(reading.survey.title.main == title) }
        }
    }

    @Test(arguments: ReaderLanguage.allCases)
    func isSmallButWhole(language: ReaderLanguage) {
        let survey = Survey.read(StartingSurvey(language: language, year: 2027).text).survey
        #expect(survey.languages == [language.rawValue])
        #expect(survey.scales.count == 2)
        #expect(survey.questions.contains { $0.kind != .dropdown(list: nil) && survey.variables[0].domain == .unit })
        #expect(survey.questions.contains { $0.rows.contains(where: \.marks.isReversed) })
        #expect(survey.questions.contains { $0.show != nil })
        #expect(survey.dimensions.map(\.method) == [.mean, .gap])
        #expect(survey.dimensions.allSatisfy { $0.bands.count >= 3 })
        guard case .longText = survey.questions.last?.kind else {
            Issue.record("no question for comments")
            return
        }
    }

    @Test func bothLanguagesAskTheSame() {
        let chinese = Survey.read(StartingSurvey(language: .chinese).text).survey
        let english = Survey.read(StartingSurvey(language: .english).text).survey
        #expect(chinese.questions.map(\.rows.count) == english.questions.map(\.rows.count))
        #expect(chinese.questions.map(\.options.count) == english.questions.map(\.options.count))
        #expect(chinese.dimensions.map { $0.bands.map(\.from) } == english.dimensions.map { $0.bands.map(\.from) })
    }

    @Test(arguments: ReaderLanguage.allCases)
    func theFiveRulesAndTheNextStepAreTold(language: ReaderLanguage) {
        let text = StartingSurvey(language: language).text
        let rules =
            language == .chinese ? ["一", "二", "三", "四", "五"].map { "规矩\($0)：" } : (1...5).map { "Rule \($0): " }
        for rule in rules { #expect(text.contains(rule)) }
        #expect(text.contains("zicha check") && text.contains("zicha preview"))
    }
}
