import Surveys
import Testing

/// Texts by their keys, and translations that find their way back.
@Suite struct TranslationImportTests {
    private static let text = """
        # 自查
        版本：2026
        语言：zh、en
        说明：请作答。

        量表：五级
        - 1 = 低 | Low
        - 2 = 高

        ## 一、情况
        说明：第一段
        说明：第二段

        // 备注留在这里
        A1. 岗位 [单选]
        说明：只选一个
        - gl = 综合
        说明：含办公室
        - js = 技术

        A2. 作为{A1}，学了几天？ [数字]
        校验：A2 ≥ 1
        校验：A2 ≤ 9
        提示：太多了

        XF. 请作答 [量表题 五级]
        - XF1 = 甲
        说明：乙

        维度：学风
        取题：XF
        - ≥ 1.5 = 好
        - 其余 = 差

        """

    private var survey: Survey { Survey.read(Self.text).survey }

    private func row(_ key: String, _ original: String, _ translation: String, number: Int = 2) -> TranslationImport.Row
    {
        TranslationImport.Row(number: number, key: key, original: original, translation: translation)
    }

    @Test func everyTextHasItsOwnKey() {
        #expect(
            survey.keyedTexts.map(\.key) == [
                "title", "help1", "scale:五级.name", "scale:五级.1", "scale:五级.2", "section1.title", "section1.help1",
                "section1.help2", "A1.text", "A1.help1", "A1.gl.text", "A1.gl.help1", "A1.js.text", "A2.text",
                "A2.message2", "XF.text", "XF1.text", "XF1.help1", "dimension:学风.name", "dimension:学风.band1",
                "dimension:学风.band2",
            ])
    }

    @Test(arguments: try Repository.surveyNames())
    func keysOfShippedSurveysAreThereOnce(_ name: String) throws {
        let keys = Survey.read(try Repository.text(name)).survey.keyedTexts.map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func whatIsMissingIsWhatTheCheckSays() throws {
        let reading = Survey.read(Self.text)
        let missing = reading.survey.keyedTexts.filter { $0.isSpoken && $0.text.isMissing("en") }
        let remark = try #require(reading.diagnostics.first { $0.code == "Z070" })
        #expect(remark.range == missing[0].text.place.range)
        #expect(remark.notes.contains { $0.english.hasPrefix("\(missing.count - 1) more missing") }, "\(remark.notes)")
        #expect(remark.notes.contains { $0.chinese == "zicha texts 问卷文件 --missing en 可导出给翻译" })
    }

    @Test func translationsGoWhereTheyBelong() {
        let rows = survey.keyedTexts.filter { $0.text.translations["en"] == nil }
            .map { row($0.key, $0.text.main, "en " + $0.text.main) }
        let result = TranslationImport(rows, into: survey, language: "en", replaces: false)
        #expect(result.applied == rows.count && result.refusals.isEmpty && result.empty == 0)
        #expect(result.survey.keyedTexts.allSatisfy { !$0.text.isMissing("en") })
        var bare = result.survey
        bare.changeTexts { key, text in if key != "scale:五级.1" { text.translations = [:] } }
        #expect(bare == survey, "nothing but translations has changed")
        #expect(result.survey.questions[1].checks[1].message?.translations["en"] == "en 太多了")
    }

    static let refused: [(row: TranslationImport.Row, reason: String)] = [
        (.init(number: 4, key: "ZZ.text", original: "甲", translation: "A"), "the survey has no such place"),
        (
            .init(number: 5, key: "XF1.text", original: "甲甲", translation: "A"),
            "the original has changed since; translate the new one"
        ),
        (
            .init(number: 6, key: "scale:五级.1", original: "低", translation: "Least"),
            "it has a translation, which is kept; add --replace to replace it"
        ),
        (
            .init(number: 7, key: "A2.text", original: "作为{A1}，学了几天？", translation: "How many days?"),
            "the translation keeps the braces as they are: {A1}"
        ),
        (
            .init(number: 8, key: "A2.text", original: "作为{A1}，学了几天？", translation: "As {A1, how many?"),
            "the translation keeps the braces as they are: {A1}"
        ),
        (
            .init(number: 9, key: "XF1.text", original: "甲", translation: "{A1}"),
            "the original has no braces, so the translation has none"
        ),
    ]

    @Test(arguments: refused)
    func aRowThatCannotBeUsedIsListedAndLeftOut(_ one: (row: TranslationImport.Row, reason: String)) {
        let result = TranslationImport([one.row], into: survey, language: "en", replaces: false)
        #expect(result.refusals.map(\.row) == [one.row.number])
        #expect(result.refusals.map(\.reason.english) == [one.reason])
        #expect(result.survey == survey && result.applied == 0)
    }

    @Test func twoRowsForOneSentenceMustAgree() {
        let rows = [
            row("XF1.text", "甲", "A"), row("XF1.text", "甲", "B", number: 3), row("XF1.text", "甲", "A", number: 4),
        ]
        let result = TranslationImport(rows, into: survey, language: "en", replaces: false)
        #expect(result.refusals.map(\.row) == [3] && result.applied == 1)
        #expect(result.survey.questions[2].rows[0].text.translations["en"] == "A")
    }

    @Test func anExistingTranslationGivesWayOnlyWhereItIsToldTo() {
        let rows = [row("scale:五级.1", "低", "Least")]
        let result = TranslationImport(rows, into: survey, language: "en", replaces: true)
        #expect(result.survey.scales[0].levels[0].text.translations["en"] == "Least")
        let same = TranslationImport([row("scale:五级.1", "低", "Low")], into: survey, language: "en", replaces: false)
        #expect(same.applied == 0 && same.refusals.isEmpty)
    }

    @Test func emptyCellsAreCounted() {
        let result = TranslationImport([row("XF1.text", "甲", "")], into: survey, language: "en", replaces: false)
        #expect(result.empty == 1 && result.applied == 0 && result.survey == survey)
    }

    @Test func aNewLanguageIsAddedAndCommentsStay() throws {
        var reading = Survey.read(Self.text)
        let rows = reading.survey.keyedTexts.map { row($0.key, $0.text.main, "bo " + $0.text.main) }
        reading.survey = TranslationImport(rows, into: reading.survey, language: "bo", replaces: false).survey
        let written = try #require(reading.formatted())
        let again = Survey.read(written)
        #expect(again.survey == reading.survey)
        #expect(again.survey.languages == ["zh", "en", "bo"])
        #expect(written.contains("// 备注留在这里\nA1. 岗位 [单选]\nbo: bo 岗位\n"))
        #expect(!again.hasErrors)
    }
}
