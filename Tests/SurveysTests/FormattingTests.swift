import Surveys
import Testing

/// The canonical form: one way to write a survey, whatever way it was written.
@Suite struct FormattingTests {
    @Test(arguments: try Repository.surveyNames())
    func shippedSurveysAreInCanonicalForm(_ name: String) throws {
        let text = try Repository.text(name)
        #expect(Survey.read(text).formatted() == text)
    }

    @Test(arguments: try Repository.surveyNames(), KeywordLanguage.allCases)
    func formattingKeepsTheMeaning(_ name: String, keywords: KeywordLanguage) throws {
        let reading = Survey.read(try Repository.text(name))
        let formatted = try #require(reading.formatted(keywords: keywords))
        let again = Survey.read(formatted)
        #expect(again.survey == reading.survey)
        #expect(again.diagnostics.map(\.code) == reading.diagnostics.map(\.code))
        #expect(again.formatted(keywords: keywords) == formatted)
        #expect(again.formatted() == formatted, "the language of the keywords is kept")
    }

    @Test(arguments: try Repository.surveyNames(), KeywordLanguage.allCases)
    func aSurveyWithoutItsTextIsWrittenToTheSameMeaning(_ name: String, keywords: KeywordLanguage) throws {
        let survey = Survey.read(try Repository.text(name)).survey
        let again = Survey.read(survey.written(keywords: keywords))
        #expect(again.survey == survey)
    }

    struct Rule: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var before: String
        var after: String
    }

    private static let top = "# 自查\n语言：zh\n\n"

    static let rules: [Rule] = [
        Rule(
            testDescription: "line ends, blanks at either end, indentation",
            before: "# 自查\r\n语言：zh\r\n\t A1. 问 [文本]  \r\n\r\n\r\n", after: "\(top)A1. 问 [文本]\n"),
        Rule(
            testDescription: "the order of blocks",
            before: "# 自查\n语言：zh\n停用：B2、B10、B1\n维度：甲\n取题：A1\n## 一\nA1. 问 [量表题 五级]\n量表：五级\n- 1 = 低\n- 2 = 高",
            after: """
                \(top)量表：五级
                - 1 = 低
                - 2 = 高

                ## 一

                A1. 问 [量表题 五级]

                维度：甲
                取题：A1

                停用：B1、B10、B2

                """),
        Rule(
            testDescription: "the order of the header",
            before: "# 自查\n说明：话\n分组下限：１０\n填写：2026/1/2~2026.3.4\n匿名：是\n语言：zh\n凭证：一人一码\n上一版：2025\n版本：2026\nA1. 问 [文本]",
            after: """
                # 自查
                版本：2026
                上一版：2025
                语言：zh
                填写：2026-01-02 ~ 2026-03-04
                匿名：是
                分组下限：10
                凭证：一人一码
                说明：话

                A1. 问 [文本]

                """),
        Rule(
            testDescription: "twins of the input method",
            before: "＃ 自查\n语言:zh\nＡ１。问【数字　０～３６６ 天，选填】",
            after: "\(top)A1. 问 [数字 0~366 天 选填]\n"),
        Rule(
            testDescription: "the order within brackets",
            before: "\(top)A1. 问 [多选题 乱序 选填 1~2项]\n- 填 [填写 5分]\n- 甲 [1分]\n- 空 [独占 0分]",
            after: "\(top)A1. 问 [多选 1~2项 选填 乱序]\n- 1 = 填 [5分 填写]\n- 2 = 甲 [1分]\n- 3 = 空 [0分 独占]\n"),
        Rule(
            testDescription: "properties below a question",
            before: "\(top)A1. 问 [数字 0~9]\nA2. 问 [数字 0~9]\n校验：A2>=A1\n提示：错\n显示：A1>3或A1 ＝ 1\n说明：话",
            after: "\(top)A1. 问 [数字 0~9]\n\nA2. 问 [数字 0~9]\n说明：话\n显示：A1 > 3 或 A1 = 1\n校验：A2 ≥ A1\n提示：错\n"),
        Rule(
            testDescription: "conditions by code and by label",
            before: "\(top)A1. 问 [单选]\n- a = 甲或乙\n- b = 丙\n- c = 丁\nA2. 问 [文本]\n显示：非（A1＝\"甲或乙\"）并且A1!=b",
            after: "\(top)A1. 问 [单选]\n- a = 甲或乙\n- b = 丙\n- c = 丁\n\nA2. 问 [文本]\n显示：非 (A1 = “甲或乙”) 且 A1 ≠ b\n"),
        Rule(
            testDescription: "the defaults of a dimension",
            before:
                "\(top)A1. 问 [评分 1~5]\n维度：甲\n性质：反映\n层级：个人\n方向：高为好\n换算：原始\n计法：平均\n基准：3.50\n取题：A1×2\n- ≥ 4.0 = 好\n- 其余 = 差",
            after: "\(top)A1. 问 [评分 1~5]\n\n维度：甲\n取题：A1 ×2\n基准：3.5\n- ≥ 4 = 好\n- 其余 = 差\n"),
        Rule(
            testDescription: "short labels on one line, long ones on two",
            before: "# 自查\nen: Check\nA1. 问 | A question that is a good deal longer [文本]\nA2. 问 [文本]\nen: Ask",
            after: "# 自查 | Check\n\nA1. 问 [文本]\nen: A question that is a good deal longer\n\nA2. 问 | Ask [文本]\n"),
        Rule(
            testDescription: "a translation that begins with a colon stays behind the bar",
            before: "# 很长很长很长很长很长很长很长很长很长很长的标题 | ：x\nA1. 问 | Ask [文本]\n",
            after: "# 很长很长很长很长很长很长很长很长很长很长的标题 | ：x\n\nA1. 问 | Ask [文本]\n"),
        Rule(
            testDescription: "a bar of the text stays doubled when it shares a line",
            before: "# 自查\nen: Yes || no\nA1. 问 [文本]\nen: Ask", after: "# 自查 | Yes || no\n\nA1. 问 | Ask [文本]\n"),
        Rule(
            testDescription: "comments stay above what they stood above",
            before:
                "// 甲\n# 自查\n//乙\n\n语言：zh\n// 丙\n停用：B1\n// 丁\n## 一\n／／ 戊\nA1. 问 [评分 1~5]\n维度：甲\n取题：A1\n// 己\n方向：高为好\n// 庚\n- ≥ 4 = 好\n- 其余 = 差\n// 辛",
            after: """
                // 甲
                # 自查
                //乙
                语言：zh

                // 丁
                ## 一

                // 戊
                A1. 问 [评分 1~5]

                维度：甲
                取题：A1
                // 己
                // 庚
                - ≥ 4 = 好
                - 其余 = 差

                // 丙
                停用：B1
                // 辛

                """),
        Rule(
            testDescription: "wordings stay letter for letter",
            before: "\(top)A1. “ ”（１）a||b [[c]] {{d}} ： ，；[注]：x＝y— [文本]",
            after: "\(top)A1. “ ”（１）a||b [[c]] {{d}} ： ，；[注]：x＝y— [文本]\n"),
    ]

    @Test(arguments: rules)
    func aTextIsBroughtIntoForm(_ rule: Rule) throws {
        let reading = Survey.read(rule.before)
        #expect(!reading.hasErrors, "\(reading.diagnostics.map(\.title.chinese))")
        let formatted = try #require(reading.formatted())
        #expect(formatted == rule.after)
        #expect(Survey.read(formatted).survey == reading.survey)
        #expect(Survey.read(formatted).formatted() == formatted)
    }

    @Test func aTextWithErrorsIsLeftAlone() {
        #expect(Survey.read("# 自查\nA1. 问 [单选提]").formatted() == nil)
    }

    @Test func decomposedLettersAreComposed() throws {
        let formatted = try #require(Survey.read("# Cafe\u{301}\n语言：zh\nA1. 问 [文本]").formatted())
        #expect(formatted.unicodeScalars.contains("\u{E9}"))
    }

    @Test func aTranslationThatWasAddedIsWrittenAmongTheOthers() throws {
        var reading = Survey.read("// 注\n# 自查\n语言：zh、en\n\nA1. 问 [文本]\n")
        reading.survey.title.translations["en"] = "Check"
        reading.survey.sections[0].questions[0].text.translations["en"] = "Which [one] of | these is longer?"
        #expect(
            reading.formatted() == """
                // 注
                # 自查 | Check
                语言：zh、en

                A1. 问 [文本]
                en: Which [[one]] of || these is longer?

                """)
    }
}
