import Surveys
import Testing

private func edition(_ year: Int, _ body: String, absent: Set<String> = []) -> SurveyHistory.Edition {
    let text = """
        # 自查
        语言：zh
        量表：五级
        - 1 = 甲
        - 2 = 乙
        - 3 = 丙
        \(body)
        """
    return SurveyHistory.Edition(year: year, survey: Survey.read(text).survey, absent: absent)
}

private func block(_ rows: [String], marks: String = "", items: String = "X", retired: String = "") -> String {
    """
    X. 请作答 [量表题 五级\(marks)]
    \(rows.enumerated().map { "- X\($0 + 1) = 题\($0 + 1)\($1)" }.joined(separator: "\n"))
    维度：学风
    取题：\(items)
    \(retired)
    """
}

@Suite("Years of a survey")
struct HistoryTests {
    @Test(
        "share the items that every year asks alike",
        arguments: [
            (["", "", ""], "", "X", Set(["X1", "X2", "X3"])),
            (["", " [改述可比]", ""], "", "X", Set(["X1", "X2", "X3"])),
            (["", " [改述不可比]", ""], "", "X", Set(["X1", "X3"])),
            (["", "", " [新增]"], "", "X", Set(["X1", "X2"])),
            (["", "", " [反向]"], "", "X", Set(["X1", "X2"])),
            (["", "", ""], " 改述不可比", "X", Set()),
            (["", ""], "", "X", Set(["X1", "X2"])),
            (["", "", ""], "", "X1、X2 ×2、X3", Set(["X1", "X3"])),
        ] as [([String], String, String, Set<String>)])
    func comparable(rows: [String], marks: String, items: String, shared: Set<String>) {
        let history = SurveyHistory([
            edition(2026, block(rows, marks: marks, items: items)), edition(2025, block(["", "", ""])),
        ])
        #expect(history.editions.map(\.year) == [2025, 2026])
        #expect(history.comparableCodes(of: "学风") == shared)
        #expect(history.comparableCodes(of: "没有").isEmpty)
    }

    @Test("lose a pair of which one side was not asked")
    func halfPair() {
        let body = """
            N. 请评价 [能力对 五级]
            - N1 = 写作
            - N2 = 分析
            维度：差距
            取题：N
            计法：要求-现有
            """
        let history = SurveyHistory([edition(2025, body, absent: ["N2_req"]), edition(2026, body)])
        #expect(history.comparableCodes(of: "差距") == ["N1"])
    }

    @Test("tell what changed, in the year in which it did")
    func changes() {
        let history = SurveyHistory([
            edition(2024, block(["", "", ""])),
            edition(2025, block([" [改述可比]", ""], retired: "停用：X3")),
            edition(2026, block(["", ""], retired: "停用：X3")),
        ])
        #expect(history.changes.map(\.year) == [2025, 2025])
        #expect(history.changes.map(\.code) == ["X1", "X3"])
        #expect(history.changes.map(\.kind) == [.marked(.rewordedComparable), .retired])
        #expect(history.changes[1].text?.main == "题3")
    }
}
