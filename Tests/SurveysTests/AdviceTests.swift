import TestSupport
import Testing

@testable import Surveys

@Suite("Advice")
struct AdviceTests {
    private static let text = """
        # 自查 | Check
        版本：2026
        语言：zh、en

        量表：五级
        - 1 = 差 | Poor
        - 2 = 中 | Fair
        - 3 = 好 | Good

        NL. 能力 | Competence [能力对 五级]
        - NL1 = 写作 | Writing
        建议：每月写一份简报。 | Write a brief each month.
        建议：请人改一遍。
        en: Have it read.

        维度：能力差距 | Gap
        取题：NL
        计法：要求-现有
        方向：低为好
        建议：先补差距最大的一项。
        en: Begin with the widest gap.
        - ≥ 1 = 不足 | Short
        - 其余 = 达标 | Met
        """

    @Test func standsBelowACompetenceAndBelowADimension() throws {
        let reading = Survey.read(Self.text)
        #expect(!reading.hasErrors)
        let row = try #require(reading.survey.sections[0].questions[0].rows.first)
        #expect(row.advice.map(\.main) == ["每月写一份简报。", "请人改一遍。"])
        #expect(row.advice.map { $0.text(in: "en") } == ["Write a brief each month.", "Have it read."])
        #expect(reading.survey.dimensions[0].advice.map { $0.text(in: "en") } == ["Begin with the widest gap."])
    }

    @Test(arguments: [KeywordLanguage.chinese, .english])
    func isWrittenAsItWasRead(keywords: KeywordLanguage) throws {
        let reading = Survey.read(Self.text)
        let written = try #require(reading.formatted(keywords: keywords))
        let again = Survey.read(written)
        #expect(!again.hasErrors)
        #expect(
            again.survey.dimensions[0].advice.map(\.wordings) == reading.survey.dimensions[0].advice.map(\.wordings))
        #expect(
            again.survey.sections[0].questions[0].rows[0].advice.map(\.wordings)
                == reading.survey.sections[0].questions[0].rows[0].advice.map(\.wordings))
        #expect(written.contains(keywords == .english ? "advice: 每月" : "建议：每月"))
    }

    @Test func isOfferedToTranslators() {
        let keys = Survey.read(Self.text).survey.keyedTexts.map(\.key)
        for key in ["NL1.advice1", "NL1.advice2", "dimension:能力差距.advice1"] { #expect(keys.contains(key)) }
    }

    @Test func isToldAmongTheChangesAndIsToBeConfirmedWhereItWasThereBefore() throws {
        let first = Survey.read(Self.text.replacing("建议：先补差距最大的一项。\nen: Begin with the widest gap.\n", with: ""))
        let old = Survey.read(Self.text).survey
        let new = Survey.read(Self.text.replacing("先补差距最大的一项。", with: "先补最容易的一项。")).survey
        for (before, after, isSettled) in [(first.survey, old, true), (old, new, false), (old, first.survey, false)] {
            let changes = SurveyDifference(from: before, to: after).changes
            #expect(changes.map(\.what.chinese) == ["建议"] && changes.map(\.isSettled) == [isSettled])
        }
    }

    @Test func isNothingThatARespondentSees() {
        let plain = Self.text.split(separator: "\n").filter { !$0.hasPrefix("建议") && !$0.contains("Have it") }
        let without = Survey.read(plain.joined(separator: "\n")).survey
        #expect(without.variables == Survey.read(Self.text).survey.variables)
    }
}
