import Surveys
import Testing

/// Conditions that hold of nobody or of everybody, and what nobody can see because of them.
@Suite struct LogicRemarkTests {
    /// 单选 of three, 多选 with an exclusive option, a range, and two questions that exclude each other.
    private static let start = """
        # 自查
        语言：zh
        A1. 岗位 [单选]
        - gl = 综合
        - js = 技术
        - zf = 执法
        A2. 形式 [多选 1~2项]
        - jz = 集中
        - wl = 网络
        - wp = 外派
        - wu = 都没有 [独占]
        A3. 天数 [数字 0~9 天]
        A4. 综合岗的天数 [数字 0~9 天]
        显示：A1 = gl
        A5. 技术岗的天数 [数字 0~9 天]
        显示：A1 = js

        """

    static let never = [
        "B1. 问 [文本]\n显示：1️⃣A1 = gl 且 A1 = js",
        "B1. 问 [文本]\n显示：1️⃣A1 ≠ gl 且 A1 ≠ js 且 A1 ≠ zf",
        "B1. 问 [文本]\n显示：1️⃣A3 > 4 且 A3 < 5",
        "B1. 问 [文本]\n显示：1️⃣A3 ≥ 5 且 非 A3 ≥ 4",
        "B1. 问 [文本]\n显示：1️⃣A2 含 都没有 且 A2 含 集中",
        "B1. 问 [文本]\n显示：1️⃣A2 含 jz 且 A2 含 wl 且 A2 含 wp",
        "B1. 问 [文本]\n显示：1️⃣A2 只含 jz 且 A2 含 wl",
        "B1. 问 [文本]\n显示：1️⃣A3 未答 且 A3 ≥ 0.5",
        "B1. 问 [文本]\n显示：1️⃣A4 ≥ 5 且 A1 = js",
        "B1. 问 [文本]\n显示：1️⃣A4 已答 且 A5 已答",
        "B1. 问 [文本]\n显示：1️⃣A4 ≥ A5",
        "B1. 问 [文本]\n显示：A4 ≥ 1\nB2. 问 [文本]\n显示：1️⃣B1 已答 且 A5 ≥ 1",
        "B1. 问 [文本]\n显示：1️⃣A3 > A4 且 A4 ≥ 9",
        "B1. 问 [数字 0~9]\nB2. 问 [文本]\n显示：1️⃣A3 > A4 且 A4 > B1 且 A3 < 2",
        "## 二\n显示：A1 = gl\nB1. 问 [文本]\n显示：1️⃣A1 = js",
        "## 二\n显示：A1 = gl\nB1. 问 [评分 1~5]\n- B11 = 甲\n- B12 = 乙\n显示：1️⃣A5 ≥ 1",
        "## 二\n显示：1️⃣A1 = gl 且 A1 = js\nB1. 问 [文本]\n显示：A1 = gl\nB2. 问 [文本]\n显示：B1 已答",
        "B1. 问 [单选]\n显示：A1 = gl\n- a = 甲\n- b = 乙\n显示：1️⃣A1 = zf",
        "B1. 问 [数字 0~9]\n校验：1️⃣B1 > A3 且 B1 < A3\n提示：再看看",
        "B1. 问 [数字 0~5]\n显示：A3 ≥ 6\n校验：1️⃣B1 ≥ A3\n提示：再看看",
        "B1. 问 [数字 0.0~9.5]\n提醒：1️⃣B1 > 4 且 B1 < 4.1\n提示：再看看",
        "B1. 问 [日期]\nB2. 问 [日期]\n校验：1️⃣B2 ≥ B1 且 B1 ≥ 2026-01-02 且 B2 ≤ 2026-01-01\n提示：再看看",
        "B1. 问 [文本]\n显示：1️⃣A3 = 4.5",
        "B1. 问 [文本 ≤2字]\nB2. 问 [文本]\n显示：1️⃣B1 = 三个字",
        "B1. 问 [多选 2~3项]\n- a = 甲\n- b = 乙\n- c = 丙\nB2. 问 [文本]\n显示：1️⃣B1 只含 甲",
    ]

    static let always = [
        "B1. 问 [文本]\n显示：1️⃣A1 ≠ gl 或 A1 ≠ js",
        "B1. 问 [文本]\n显示：1️⃣A1 = gl 或 A1 = js 或 A1 = zf",
        "B1. 问 [文本]\n显示：1️⃣A3 ≥ 5 或 A3 < 6",
        "B1. 问 [文本]\n显示：1️⃣A3 已答 或 A3 未答",
        "B1. 问 [文本]\n显示：1️⃣A2 含 都没有 或 A2 不含 都没有",
        "B1. 问 [数字 5~9]\n校验：1️⃣B1 ≥ A4 或 B1 < A4\n提示：再看看",
        "B1. 问 [数字 0~9 选填]\n校验：1️⃣B1 已答 或 A3 已答\n提示：再看看",
        "B1. 问 [数字 0~9]\n校验：1️⃣A4 ≤ A5\n提示：再看看",
    ]

    static let sound = [
        "B1. 问 [文本]\n显示：A1 = gl 或 A1 = js",
        "B1. 问 [文本]\n显示：A3 > 4 且 A3 < 6",
        "B1. 问 [文本]\n显示：A2 含 jz 且 A2 含 wl",
        "B1. 问 [文本]\n显示：A4 已答 或 A5 已答",
        "B1. 问 [文本]\n显示：A4 已答",
        "B1. 问 [文本]\n显示：A3 已答",
        // Of the optional, somebody may have left it out.
        "B1. 问 [数字 0~9 选填]\nB2. 问 [文本]\n显示：B1 ≥ 5 或 B1 < 5",
        "B1. 问 [数字 0~9]\n校验：B1 ≤ A3\n提示：再看看",
        "B1. 问 [数字]\nB2. 问 [文本]\n显示：B1 > 4 且 B1 < 6",
        "B1. 问 [数字 0.0~9.5]\nB2. 问 [文本]\n显示：B1 > 4 且 B1 < 5",
        "## 二\n显示：A1 = gl\nB1. 问 [文本]\n显示：A4 ≥ 1 且 A1 ≠ js",
        "B1. 问 [文本]\nB2. 问 [文本]\n显示：B1 ≠ 甲 且 B1 ≠ 乙",
        "B1. 所在 [下拉 处室]\nB2. 问 [文本]\n显示：B1 ≠ 办公室",
    ]

    static let remarked =
        never.map { Remarked("Z088", start + $0) } + always.map { Remarked("Z088", start + $0) }
        + sound.map { Remarked("", start + $0) }

    @Test(arguments: remarked) func ofWholeConditions(_ remarked: Remarked) { remarked.check() }

    @Test(arguments: never.dropFirst(4).prefix(3) + always)
    func whatHoldsOfNobodyIsAnErrorAndWhatHoldsOfAllAWarning(_ marked: String) throws {
        let remark = try #require(
            Survey.read(MarkedText(Self.start + marked).text).diagnostics.first { $0.code == "Z088" })
        #expect(remark.severity == (Self.never.contains(marked) ? .error : .warning))
    }

    /// What is said of them, with the text of every other place that is shown.
    static let reasons: [(text: String, title: String, label: String?, notes: [String], related: [String])] = [
        (
            "B1. 问 [文本]\n显示：A3 已答 且 A1 = 综合 且 A1 = js", "显示条件永远不会成立，“B1”谁也看不到", "“A1”没有一个答案能让它成立",
            ["不能同时成立：A1 = gl、A1 = js", "只要其中之一，就把“且”改成“或”"], []
        ),
        (
            "B1. 问 [文本]\n显示：A4 ≥ 5 且 A1 = js", "显示条件永远不会成立，“B1”谁也看不到", "和标出的条件不能同时成立",
            ["不能同时成立：A4 ≥ 5、A1 = js"], ["“A4”只问符合这个条件的人 A1 = gl"]
        ),
        (
            "B1. 问 [文本]\n显示：A4 ≥ 5 且 A5 ≥ 1", "显示条件永远不会成立，“B1”谁也看不到", "和标出的条件不能同时成立",
            ["不能同时成立：A4 ≥ 5、A5 ≥ 1", "没有人会同时问到“A4”和“A5”"], ["“A4”只问符合这个条件的人 A1 = gl", "“A5”只问符合这个条件的人 A1 = js"]
        ),
        (
            "## 二\n显示：A1 = gl\nB1. 问 [单选]\n- a = 甲\n- b = 乙\n显示：A1 = zf", "显示条件永远不会成立，“乙”谁也选不到", "和标出的条件不能同时成立",
            [], ["要先符合这个条件 A1 = gl"]
        ),
        (
            "## 二\n显示：A3 > 4 且 A3 < 5\nB1. 问 [文本]", "显示条件永远不会成立，这一章谁也看不到", "“A3”没有一个答案能让它成立",
            ["不能同时成立：A3 > 4、A3 < 5", "只要其中之一，就把“且”改成“或”"], []
        ),
        (
            "B1. 问 [数字 0~5]\n显示：A3 ≥ 6\n校验：B1 ≥ A3\n提示：再看看", "没有答案能通过这条校验，答了“B1”的人都交不了卷", "和标出的条件不能同时成立", [],
            ["“B1”只问符合这个条件的人 A3 ≥ 6"]
        ),
        (
            "B1. 问 [数字 0~9]\n校验：A4 ≤ A5\n提示：再看看", "这条校验永远不会用到", "没有人会把用到的题都答了", ["没有人会同时问到“A4”和“A5”"],
            ["“A4”只问符合这个条件的人 A1 = gl", "“A5”只问符合这个条件的人 A1 = js"]
        ),
    ]

    @Test(arguments: reasons)
    func theReasonIsTheLeastThatCannotHoldTogether(
        _ one: (text: String, title: String, label: String?, notes: [String], related: [String])
    ) throws {
        let reading = Survey.read(Self.start + one.text)
        let remark = try #require(reading.diagnostics.first { $0.code == "Z088" })
        #expect(remark.title.chinese == one.title)
        #expect(remark.label?.chinese == one.label)
        #expect(remark.notes.map(\.chinese) == one.notes)
        let bytes = Array(reading.source.text.utf8)
        #expect(
            remark.related.map { "\($0.label.chinese) \(String(decoding: bytes[$0.range], as: UTF8.self))" }
                == one.related)
    }
}
