import Testing

@testable import Surveys

/// Who could be recognised by what is asked of the person.
@Suite struct IdentificationTests {
    /// By hand: Σ n (1 − 1/C)^(n − 1) ÷ Σ n.
    static let shares: [(groups: [Int], classes: [Int], share: Double)] = [
        // Three people in two cells: (1/2)² each.
        ([3], [2], 0.25),
        // 2 · 5/6 + 4 · (5/6)³, of six.
        ([2, 4], [2, 3], (2 * 5.0 / 6 + 4 * 125.0 / 216) / 6),
        // Alone in a unit of one, whatever is asked; the nine others share one cell.
        ([1, 9], [], 0.1), ([10], [1], 0), ([], [5], 0),
        // 11 people in ten cells: 0.9^10.
        ([11], [10], 0.3486784401),
    ]

    @Test(arguments: shares)
    func theShareOfPeopleAlone(_ one: (groups: [Int], classes: [Int], share: Double)) {
        let risk = IdentificationRisk(groups: one.groups, classes: one.classes)
        #expect(abs(risk.shareAlone - one.share) < 1e-12)
    }

    private static let top = "# 自查\n语言：zh\n"

    private func remark(_ text: String, _ headcounts: [Int]) -> (SurveyReading, Diagnostic?) {
        let reading = Survey.read(Self.top + text)
        let units = headcounts.enumerated().map { Roster.Unit(name: "处\($0.offset)", headcount: $0.element) }
        return (reading, reading.remarks(knowing: Roster(units: units)).first)
    }

    @Test func theRemarkSaysHowManyAndWhatHelpsMost() throws {
        let text = """
            分组下限：10
            A1. 岗位 [单选]
            - gl = 综合
            - js = 技术
            - zf = 执法
            A6. 入职年月 [月份 1990-01~2025-12]
            A7. 处室 [下拉 处室]
            """
        let (reading, found) = remark(text, [10, 20])
        let remark = try #require(found)
        #expect(remark.code == "Z101" && remark.severity == .warning)
        let bytes = Array(reading.source.text.utf8)
        func quoted(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        #expect(quoted(remark.range) == "10")
        #expect(
            remark.related.map { "\(quoted($0.range)) \($0.label.chinese)" } == ["A1 3 类", "A6 432 种", "A7 2 个"])
        // (10 · (1 − 1/1296)^9 + 20 · (1 − 1/1296)^19) ÷ 30 = 98.8 %; in years 1/108: 86.5 %; without: 1/3: 0.9 %.
        #expect(
            remark.notes.first?.chinese == "名册上 30 人，这 3 题交叉后预计 99% 的人独占一格（按各类人数均匀估算）")
        #expect(remark.notes.dropFirst().first?.chinese == "其中最要紧的是“入职年月”，改成只问年份就降到 87%，不问它就降到 1%")
    }

    @Test func aShareUnderOnePercentIsSaidInWords() {
        let (_, found) = remark("A1. 党员 [是否]\nA6. 入职年月 [月份 1990-01~2025-12]", [40, 40])
        #expect(found?.notes.dropFirst().first?.chinese.hasSuffix("就降到 33%，不问它就降到不到 1%") == true)
        #expect(found?.notes.dropFirst().first?.english.hasSuffix("makes it 33%, leaving it out under 1%") == true)
    }

    /// Two classes and a unit of n: (1/2)^(n − 1); ten people are alone more often than one time in ten up to n = 4.
    @Test(arguments: [([4], true), ([5], false), ([4, 5], false), ([1, 9], true), ([1, 10], false)])
    func itIsSaidFromOneInTen(_ headcounts: [Int], _ isSaid: Bool) {
        let (_, found) = remark("A1. 处室 [下拉 处室]\nA2. 党员 [是否]", headcounts)
        #expect((found != nil) == isSaid)
    }

    /// Thirty people in one unit; the questions in hand, and how many classes they add up to with it.
    static let questions: [(text: String, label: String?)] = [
        ("B1. 年龄 [数字 18~65]", "48 种"), ("B1. 工龄 [数字]", "没写范围，按 40 年算约 40 种"), ("B1. 入职年月 [月份]", "没写范围，按 40 年算约 480 种"),
        ("B1. 出生日期 [日期 1970-01-01~1970-12-31]", "365 种"), ("B1. Your age [数字 18~65]", "48 种"),
        ("B1. 全年学习天数 [数字 0~366]", nil), ("B1. Pages read [数字 0~366]", nil), ("B1. 年龄 [数字 18~65 只用于汇总]", nil),
        ("匿名：否\nB1. 年龄 [数字 18~65]", nil), ("B0. 问 [是否]\nB1. 年龄 [数字 18~65]\n显示：B0 = 是", nil),
        ("B1. 工龄 [评分 1~50]\n维度：资历\n取题：B1", nil), ("B1. 姓名 [文本]", nil),
    ]

    @Test(arguments: questions)
    func onlyWhatIsKnownOfThePersonCounts(_ one: (text: String, label: String?)) {
        let (_, found) = remark(one.text, [30])
        #expect(found?.label?.chinese == one.label)
    }

    @Test func aSectionThatIsScoredIsAboutItsSubject() {
        let scored = """
            ## 一、基本情况
            A1. 处室 [下拉 处室]
            ## 二、学习
            M1. 参加讲座的次数 [单选]
            - 0 = 没有
            - 1 = 一次
            - 2 = 两次
            - 3 = 更多
            MU. 收获 [评分 1~5]

            """
        let dimension = "维度：收获\n取题：MU"
        #expect(remark(scored + dimension, [4]).1 == nil)
        let personal = "ZJ. 您的职级 [单选]\n- 1 = 处级\n- 2 = 科级\n"
        #expect(remark(scored + personal + dimension, [4]).1 != nil)
    }
}
