import Forms
import Foundation
import Surveys
import TestSupport
import Testing

/// The preview on a screen of so many columns.
@Suite struct PreviewTextTests {
    /// `ZICHA_RECORD=1` writes the files anew, and fails.
    private func expectGolden(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Goldens/preview/\(name).txt")
        guard ProcessInfo.processInfo.environment["ZICHA_RECORD"] == nil else {
            try text.write(to: file, atomically: false, encoding: .utf8)
            Issue.record("recorded \(name); read the difference")
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(text == golden, "\(name) is not what is on record")
    }

    @Test(arguments: Repository.surveyNames)
    func shippedSurveysLookAsOnRecord(_ name: String) throws {
        try expectGolden(Preview(try Repository.survey(name), language: "zh").text(), String(name.dropLast(6)))
    }

    @Test func everyTypeLooksAsOnRecord() throws {
        let survey = try previewSample()
        try expectGolden(Preview(survey, language: "zh").text(), "every-type-zh")
        var settings = Preview.Settings()
        settings.showsCodes = true
        settings.showsRules = true
        settings.roster = Roster(units: (1...20).map { .init(name: "第\($0)处", headcount: 10) })
        try expectGolden(
            Preview(survey, language: "en", settings: settings).text(width: 100), "every-type-en-codes-logic")
        try expectGolden(Preview(survey, language: "en", settings: settings).text(width: 48), "every-type-en-narrow")
    }

    @Test(arguments: [40, 41, 52, 67, 80, 99, 132])
    func noLineIsWiderThanTheScreen(width: Int) throws {
        let surveys = try [previewSample(), Repository.survey("learning-organ-2026.zicha")]
        for survey in surveys {
            for language in survey.languages {
                for line in Preview(survey, language: language).text(width: width).split(separator: "\n") {
                    #expect(DisplayWidth.of(line) <= width, "\(line)")
                }
            }
        }
    }

    @Test func noLatinWordIsBrokenAndNoLineBeginsWithAClosingMark() throws {
        let survey = try Repository.survey("learning-organ-2026.zicha")
        let words = Set(Preview(survey, language: "en").text(width: 400).split { !$0.isLetter && $0 != "-" })
        for width in [40, 53, 66, 80, 101] {
            let english = Preview(survey, language: "en").text(width: width)
            #expect(Set(english.split { !$0.isLetter && $0 != "-" }).subtracting(words) == [])
            for line in Preview(survey, language: "zh").text(width: width).split(separator: "\n") {
                let first = line.first { $0 != " " }
                #expect(first.map { "，。、；：？！）”".contains($0) } != true, "\(line)")
            }
        }
    }
}
