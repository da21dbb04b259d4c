import Forms
import Surveys
import TestSupport
import Testing

/// Texts out to a translator and back.
@Suite struct TranslationTableTests {
    private func export(_ reading: SurveyReading, _ language: String, missingOnly: Bool = true) -> CSVTable {
        TranslationTable.table(
            of: reading.survey, source: reading.source, language: language, missingOnly: missingOnly, headings: .chinese
        )
    }

    /// Exports, fills every empty cell in, goes through the bytes of the file, and imports.
    private func translated(_ reading: SurveyReading, _ language: String) throws -> SurveyReading {
        var table = export(reading, language)
        for index in table.rows.indices {
            // The marks that mean something to the survey language, to CSV and to a spreadsheet; the braces as they are.
            let original = table.rows[index].cells[2]
            table.rows[index].cells[3] =
                ["=\(index)", "-x | y", "[a], \"b\"", "en: z // q", "# 一；二"][index % 5] + original
        }
        let back = try CSVTable(bytes: Array(table.spreadsheetText.utf8))
        let result = TranslationImport(
            try TranslationTable.rows(back, language: language), into: reading.survey, language: language,
            replaces: false)
        #expect(result.refusals == [] && result.empty == 0)
        #expect(result.applied == table.rows.count)
        var changed = reading
        changed.survey = result.survey
        let written = try #require(changed.formatted())
        let again = Survey.read(written)
        #expect(again.survey == result.survey)
        #expect(!again.diagnostics.contains { $0.severity == .error || $0.code == "Z070" })
        return again
    }

    @Test(arguments: Repository.surveyNames)
    func whatWasFilledInIsMissingNoMore(_ name: String) throws {
        let reading = try Survey.read(bytes: Repository.bytes("surveys/" + name))
        var bare = reading
        bare.survey.changeTexts { _, text in text.translations = [:] }
        bare.survey.languages = ["zh"]
        bare = Survey.read(bare.survey.written())
        let english = try translated(bare, "en")
        #expect(export(english, "en").rows.isEmpty)
        // A third language beside the two.
        let third = try translated(english, "bo")
        #expect(third.survey.languages == ["zh", "en", "bo"])
        #expect(export(third, "bo").rows.isEmpty && export(third, "en").rows.isEmpty)
    }

    @Test func theFileIsWhatExcelOpens() throws {
        let reading = Survey.read("# 自查\n版本：2026\n语言：zh、en\n\nA1. =问“，” [文本]\nA2. 二 | Two [文本]\n")
        let text = export(reading, "en").spreadsheetText
        #expect(text == "\u{FEFF}位置,行,原文,译文 en\r\ntitle,1,自查,\r\nA1.text,5,'=问“，”,\r\n")
        #expect(export(reading, "en", missingOnly: false).rows.map(\.cells).last == ["A2.text", "6", "二", "Two"])
    }

    @Test func namesOfScalesAndTextsWithoutALetterNeedNoTranslator() throws {
        let reading = Survey.read(
            "# 自查\n语言：zh、en\n\n量表：甲级\n- 1 = 1\n- 2 = 好\n\nA1. 问 [量表题 甲级]\n\n维度：学\n取题：A1\n")
        #expect(export(reading, "en").rows.map(\.cells[0]) == ["title", "scale:甲级.2", "A1.text", "dimension:学.name"])
        #expect(export(reading, "en", missingOnly: false).rows.map(\.cells[0]).contains("scale:甲级.name"))
    }

    @Test(arguments: ["译文 en", "translation en"])
    func columnsAreFoundByEitherName(name: String) throws {
        let table = try CSVTable(text: "备注,original,\(name),place\n好,一,'=One,A1.text\n,二,\" Two \nlines \",A2.text\n")
        #expect(
            try TranslationTable.rows(table, language: "en") == [
                .init(number: 2, key: "A1.text", original: "一", translation: "=One"),
                .init(number: 3, key: "A2.text", original: "二", translation: "Two lines"),
            ])
    }

    @Test func aTableOfAnotherLanguageIsRefused() throws {
        let table = try CSVTable(text: "位置,行,原文,译文 bo\nA1.text,1,一,x\n")
        let error = #expect(throws: FormError.self) { try TranslationTable.rows(table, language: "en") }
        #expect(error?.wording.chinese == "没有“译文 en”这一列；请用 zicha texts 导出的表，表头不要改")
    }
}
