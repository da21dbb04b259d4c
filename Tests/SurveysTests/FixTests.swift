import Surveys
import Testing

/// Certain fixes settle what they are offered for, and bring nothing new.
@Suite struct FixTests {
    static let offered = RemarkTests.all.filter { one in
        Survey.read(MarkedText(one.text).text).diagnostics.contains { $0.fix?.isCertain == true }
    }

    @Test func manyRemarksOfferACertainFix() {
        #expect(Set(Self.offered.flatMap(\.codes)).isSuperset(of: ["Z002", "Z010", "Z011", "Z014", "Z058", "Z082"]))
    }

    @Test(arguments: offered)
    func aCertainFixSettlesItsRemarkAndBringsNoOther(_ one: Remarked) {
        let reading = Survey.read(MarkedText(one.text).text)
        let (text, settled) = reading.certainlyFixed()
        let left = Survey.read(text).diagnostics.filter { $0.code != "Z106" }
        #expect(!settled.isEmpty)
        #expect(!left.contains { $0.fix?.isCertain == true })
        #expect(left.count <= reading.diagnostics.count - settled.count, "\(text)\n\(left.map(\.title.chinese))")
    }

    @Test(arguments: [
        ("XF. 问 [评分 1~5]\n- XF1 = 甲 [必答]", "XF. 问 [评分 1~5]\n- XF1 = 甲"),
        ("A1. 问 [长文本 必填]", "A1. 问 [长文本]"),
        ("A1. 问 【数字 0-9 天", "A1. 问 [数字 0~9 天]"),
        ("A1. 问 [单选]\n- 1 = 甲\n- 乙\n- 丙", "A1. 问 [单选]\n- 1 = 甲\n- 2 = 乙\n- 3 = 丙"),
        ("A1...... 问 [文本]", "A1. 问 [文本]"),
        ("A1. 问 [数字 0~9]\n校验：：：A1 = 5", "A1. 问 [数字 0~9]\n校验：A1 = 5"),
        ("A1. 问 [数字 0~9]\n校验：：A1 == 5", "A1. 问 [数字 0~9]\n校验：A1 = 5"),
        ("A1. 问 [数字 0~9]\nA2. 问 [是否]\n显示：如果A1 > 5", "A1. 问 [数字 0~9]\nA2. 问 [是否]\n显示：A1 > 5"),
    ])
    func whatIsCertainIsWritten(_ before: String, after: String) {
        #expect(Survey.read("# 自查\n语言：zh\n\(before)").certainlyFixed().text == "# 自查\n语言：zh\n\(after)")
    }

    @Test(arguments: [
        "A1. 问 [单选提]\n- 甲\n- 乙", "A1. 问 [数字 9~0]", "A1. 问 [文本]\n一、学风\nA2. 问 [文本]",
        "A1. 问 [评分 0~[5]",
    ])
    func aGuessIsNeverMade(_ body: String) {
        let text = "# 自查\n语言：zh\n\(body)"
        #expect(Survey.read(text).certainlyFixed().text == text)
    }
}
