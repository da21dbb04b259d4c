import Forms
import Foundation
import Surveys
import TestSupport
import Testing

/// What a respondent is shown, whatever it is painted on.
@Suite struct PreviewTests {
    private func preview(_ body: String, language: String = "zh", _ settings: Preview.Settings = .init()) throws
        -> Preview
    {
        Preview(try Survey.sample(body), language: language, settings: settings)
    }

    private func block(_ code: String, language: String = "zh", rules: Bool = false) throws -> Preview.Block {
        var settings = Preview.Settings()
        settings.showsCodes = true
        settings.showsRules = rules
        let preview = Preview(try previewSample(), language: language, settings: settings)
        return try #require(preview.pages.flatMap(\.blocks).first { $0.code == code })
    }

    @Test func questionsAreCountedForTheReaderAndNotesAreNot() throws {
        let preview = try preview("甲. 一 [文本]\n\n乙. 话 [说明]\n\n丙. 二 [文本]")
        #expect(preview.pages.flatMap(\.blocks).map(\.number) == [1, nil, 2])
        #expect(preview.facts == ["不记姓名", "共 2 题"])
        #expect(preview.pages.flatMap(\.blocks).allSatisfy { $0.code == nil })
    }

    @Test(arguments: [
        ("A4", "仅当第 3 题选了“外出培训”时回答", "Answer only if “External training” was chosen in question 3"),
        (
            "A5", "仅当第 3 题选了“外出培训”，并且第 2 题选了“专业技术”或“综合管理”时回答",
            "Answer only if “External training” was chosen in question 3 and “Technical” or “General administration” was chosen in question 2"
        ),
        (
            "QT", "仅当第 13 题选了“写作”，并且并非（第 8 题（1）不小于 4（比较符合），或者第 9 题选了“一般”）时回答",
            "Answer only if “Writing” was chosen in question 13 and not (question 8 (1) is at least 4 (Often true) or “Sometimes true” was chosen in question 9)"
        ),
        (
            "PJ", "仅当第 15 题（1）的岗位要求不小于 3（能独立做），或者第 4 题没有作答时回答",
            "Answer only if the required level in question 15 (1) is at least 3 (Independent) or question 4 was not answered"
        ),
        (
            "ZW", "仅当第 17 题不早于 2020-01，并且第 5 题已作答时回答",
            "Answer only if question 17 is not before 2020-01 and question 5 was answered"
        ),
    ])
    func conditionsAreSaidInPlainWords(code: String, chinese: String, english: String) throws {
        #expect(try block(code).condition == chinese)
        #expect(try block(code, language: "en").condition == english)
    }

    @Test func aPageARowAndAnOptionSayWhoMeetsThem() throws {
        let preview = Preview(try previewSample(), language: "zh")
        #expect(preview.pages.map(\.condition) == [nil, "仅当第 4 题大于 0 时填写这一部分"])
        guard case .choices(let choices, .several) = try block("A2").answer else { Issue.record("no choices"); return }
        #expect(choices.map(\.condition) == [nil, "仅当第 2 题选的不是“行政执法”时可选", nil, nil])
        #expect(choices.map(\.takesText) == [false, false, true, false])
        #expect(choices.map(\.remarks) == [[], [], [], ["选它就不选别的"]])
        guard case .grid(let steps, let rows) = try block("XF").answer else { Issue.record("no grid"); return }
        #expect(steps.map(\.text) == ["完全不符合", "不太符合", "一般", "比较符合", "完全符合", "不适用"])
        #expect(rows.map(\.condition) == [nil, "仅当第 2 题选了“专业技术”时回答"])
        #expect(rows.map(\.remarks) == [[], ["选填"]])
    }

    @Test(arguments: [
        ("A2", ["选 1~3 项"]), ("DY", ["选填"]), ("PX", ["选出 2 项，按先后写 1~2"]), ("ZT", ["1~5 分"]), ("XF", []),
    ])
    func whatIsAskedForIsSaidBehindTheQuestion(code: String, remarks: [String]) throws {
        #expect(try block(code).remarks == remarks)
    }

    @Test func theAnswerOfEachTypeIsWhatThereIsToFillIn() throws {
        #expect(try block("A3").answer == .number(unit: "天", note: "0 至 366"))
        #expect(try block("PJ").answer == .number(unit: "小时", note: "0.0 至 40.5，可写 1 位小数"))
        #expect(try block("ZT").answer == .steps(1...5))
        #expect(try block("ZW").answer == .line(limit: 50))
        #expect(try block("Y1").answer == .box(limit: 300))
        #expect(try block("QT").answer == .list(["常用", "薄弱"]))
        #expect(try block("SM").answer == .none)
        guard case .choices(let likert, .one) = try block("ZJ").answer else { Issue.record("no choices"); return }
        #expect(likert.count == 6)
        guard case .numbers(let rows, note: "0 至 100") = try block("BF").answer else { Issue.record("no rows"); return }
        #expect(rows.map(\.text.plain) == ["会议室"])
        guard case .pair(let steps, let pairs) = try block("NL").answer else { Issue.record("no pair"); return }
        #expect(steps.map(\.sign) == ["1", "2", "3", "4", "5"])
        #expect(pairs.map(\.help).map { $0.map(\.plain) } == [[], ["包括表格软件。"]])
    }

    @Test func anAnswerThatWillBeRepeatedIsABlank() throws {
        #expect(
            try block("Y1").text.parts == [.text("作为"), .blank("第 2 题的答案"), .text("人员，您最需要哪方面的培训？")])
        #expect(try block("SM").text.plain == "下面谈谈本处室，答案写在 { } 里。")
    }

    @Test func rulesAreShownOnlyWhereTheyWereAskedFor() throws {
        #expect(try block("A5").rules.isEmpty)
        #expect(try block("A5", rules: true).rules == ["必须符合：第 6 题不早于第 5 题的答案；否则退回，并说：结束日期不能早于开始日期"])
        #expect(
            try block("A3", language: "en", rules: true).rules
                == [
                    "Should hold: question 4 is at least 5; otherwise reminded: The rule is at least 5 days; please check"
                ])
        #expect(try block("XF", rules: true).remarks == ["顺序随机"])
    }

    @Test func theRosterFillsTheListOfUnits() throws {
        #expect(try block("CS").answer == .list([]))
        var settings = Preview.Settings()
        settings.roster = Roster(units: [.init(name: "办公室", headcount: 24), .init(name: "信息化处", headcount: 12)])
        let preview = Preview(try previewSample(), language: "zh", settings: settings)
        #expect(preview.pages[0].blocks[0].answer == .list(["办公室", "信息化处"]))
    }

    @Test func aTextThatWasNotTranslatedStandsInTheMainLanguage() throws {
        let preview = try preview("甲. 只有中文 [文本]", language: "en")
        #expect(preview.pages.flatMap(\.blocks).map(\.text.plain) == ["只有中文"])
    }

    @Test(arguments: [
        ("3", "能独立做", "能独立做"), ("4", "4", nil), ("0", "0 - Not at all", "Not at all"), ("10", "10（全部）", "（全部）"),
        ("1", "10 分以上", "10 分以上"),
    ])
    func aLevelMeansWhatItsTextSaysBeyondItsNumber(sign: String, text: String, meaning: String?) {
        #expect(Preview.Step(sign: sign, text: text).meaning == meaning)
    }
}
