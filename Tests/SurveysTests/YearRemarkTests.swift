import Surveys
import Testing

/// This year's text with marks where last year's file earns remarks, and last year's.
struct YearRemarked: Sendable, CustomTestStringConvertible {
    var codes: [String]
    var before: String
    var after: String
    /// Years before last year, the latest first.
    var earlier: [String]

    init(_ codes: String, _ before: String, _ after: String, earlier: [String] = []) {
        self.codes = codes.split(separator: " ").map(String.init)
        self.before = before
        self.after = after
        self.earlier = earlier
    }

    var testDescription: String { "\(codes.joined(separator: " ")): \(after)" }

    private static func whole(_ text: String, _ year: Int) -> String {
        text.hasPrefix("# ") ? text : "# 自查\n版本：\(year)\n语言：zh\n\(text)"
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let marked = MarkedText(Self.whole(after, 2026))
        let reading = Survey.read(marked.text).compared(
            with: Survey.read(Self.whole(before, 2025)).survey,
            earlier: earlier.enumerated().map { Survey.read(Self.whole($1, 2024 - $0)).survey })
        let found = reading.diagnostics.filter { $0.code != "Z106" }
        #expect(found.map(\.code) == codes, "\(found.map(\.title.chinese))", sourceLocation: sourceLocation)
        #expect(
            found.map(\.range.lowerBound) == marked.places,
            "\(found.map { "\($0.code) \(reading.source.position(of: $0.range.lowerBound))" })",
            sourceLocation: sourceLocation)
        for remark in found {
            for language in ReaderLanguage.allCases {
                let text = remark.rendered(in: reading.source, file: "x", language: language)
                #expect(!text.isEmpty, sourceLocation: sourceLocation)
            }
            let remarks = [remark.title] + remark.notes
            #expect(remarks.allSatisfy { !$0.chinese.isEmpty && !$0.english.isEmpty }, sourceLocation: sourceLocation)
        }
    }
}

@Suite("Last year's file")
struct YearRemarkTests {
    private static let block = "X. 请作答 [评分 1~5]\n- X1 = 甲\n- X2 = 乙\n- X3 = 丙"
    private static let choice = "A. 岗位 [单选]\n- 1 = 管理\n- 2 = 技术"

    static let codes = [
        YearRemarked("", block, block),
        // Z039: retired last year or before, or asked before last year.
        YearRemarked(
            "Z039", block + "\n停用：X4", block + "\n- 1️⃣X4 = 丁 [新增]\n停用：X9", earlier: [block + "\n- X4 = 别的\n- X9 = 癸"]),
        YearRemarked("Z039", block, block + "\n- 1️⃣X4 = 丁 [新增]", earlier: [block + "\n- X4 = 别的"]),
        YearRemarked("", block, block + "\n- X4 = 丁 [新增]", earlier: [block + "\n- X4 = 丁"]),
        YearRemarked("Z039", block + "\n停用：X4", block + "\n- 1️⃣X4 = 丁\n停用：X4"),
        // Z091: gone and not retired; one remark for all.
        YearRemarked("Z091", block, "X. 请作答 [评分 1~5]\n- X1 = 甲\n- X2 = 乙1️⃣"),
        YearRemarked("Z091", block + "\n停用：X9", "X. 请作答 [评分 1~5]\n- X1 = 甲\n1️⃣停用：X9"),
        YearRemarked("", block, "X. 请作答 [评分 1~5]\n- X1 = 甲\n- X2 = 乙\n停用：X3"),
        YearRemarked("Z091", block, "Q. 问 [文本 新增]1️⃣"),
        // Z092: the same text under a new code.
        YearRemarked("Z092", block, block.replacing("X3", with: "1️⃣X7")),
        YearRemarked("Z091", block, block.replacing("X3 = 丙", with: "X7 = 丙 [新增]1️⃣")),
        YearRemarked("", block, block.replacing("X3 = 丙", with: "X7 = 丙 [新增]\n停用：X3")),
        YearRemarked("Z092", choice, choice.replacing("A.", with: "1️⃣B.")),
        // Z095: new and not marked.
        YearRemarked("Z095", block, block + "\n- 1️⃣X4 = 丁"),
        YearRemarked("Z095", block, block + "\n1️⃣Y. 请作答 [评分 1~5]\n- Y1 = 戊\n- Y2 = 己"),
        YearRemarked("", block, block + "\nY. 请作答 [评分 1~5 新增]\n- Y1 = 戊\n- Y2 = 己"),
        // Z097: the list of retired codes.
        YearRemarked("Z097", block + "\n停用：X8、X9", block + "\n1️⃣停用：X9"),
        YearRemarked("Z097", block + "\n停用：X9", block + "1️⃣"),
        YearRemarked("Z097", block + "\n停用：X9", block + "\n停用：X9、1️⃣X77"),
        YearRemarked("", block + "\n停用：X9", block + "\n停用：X9、X77", earlier: [block + "\n- X77 = 庚"]),
    ]

    static let marks = [
        YearRemarked("Z090", block, block.replacing("X3 = 丙", with: "1️⃣X3 = 丁")),
        YearRemarked("", block, block.replacing("X3 = 丙", with: "X3 = 丁 [改述可比]")),
        YearRemarked("", block, block.replacing("X3 = 丙", with: "X3 = 丁 [改述不可比]")),
        YearRemarked("", block, block.replacing("X3 = 丙", with: "X3 =  丙 ")),
        YearRemarked("Z090", block, block.replacing("X. 请作答", with: "1️⃣X. 请如实作答")),
        YearRemarked("", block, block.replacing("X. 请作答 [评分 1~5]", with: "X. 请如实作答 [评分 1~5 改述可比]")),
        YearRemarked("Z090", choice, choice.replacing("2 = 技术", with: "1️⃣2 = 专业")),
        YearRemarked(
            "Z090 Z090", "A1. 问 [单选]\n- 1 = 男\n- 2 = 女", "A1. 问 [单选]\n- 1️⃣1 = 女\n- 2️⃣2 = 男"),
        YearRemarked("", choice, choice.replacing("2 = 技术", with: "2 = 专业 [改述可比]")),
        // Z096: a mark that last year belies.
        YearRemarked("Z096", block, block.replacing("X3 = 丙", with: "X3 = 丙 [1️⃣新增]")),
        YearRemarked("Z096", block, block.replacing("X3 = 丙", with: "X3 = 丁 [1️⃣新增]")),
        YearRemarked("Z096", block, block.replacing("X3 = 丙", with: "X3 = 丙 [1️⃣改述可比]")),
        YearRemarked("Z096", block, block.replacing("[评分 1~5]", with: "[评分 1~5 1️⃣改述不可比]")),
        YearRemarked("Z096", block, block + "\n- X4 = 丁 [1️⃣改述可比]"),
        YearRemarked("Z096", choice, choice.replacing("2 = 技术", with: "2 = 技术 [1️⃣新增]")),
    ]

    static let answers = [
        YearRemarked("Z093", choice, choice + "\n- 1️⃣3 = 执法"),
        YearRemarked("", choice, choice + "\n- 3 = 执法 [新增]"),
        YearRemarked("Z093", choice + "\n- 3 = 执法", choice.replacing("A.", with: "1️⃣A.")),
        YearRemarked("Z093", choice, choice.replacing("A.", with: "1️⃣A.").replacing("[单选]", with: "[多选]")),
        YearRemarked("Z093", block, block.replacing("X. ", with: "1️⃣X. ").replacing("1~5", with: "1~7")),
        YearRemarked("", block, block.replacing("[评分 1~5]", with: "[评分 1~7 改述不可比]")),
        YearRemarked("Z093", block, block.replacing("X3 = 丙", with: "1️⃣X3 = 丙 [反向]")),
        YearRemarked("Z093", scaled(), scaled("4").replacing("量表：", with: "量表：1️⃣")),
        YearRemarked("Z093", scaled(), scaled(words: "1️⃣3 = 经常")),
        YearRemarked("", scaled(), scaled("4", mark: " 改述不可比")),
    ]

    private static func scaled(_ top: String = "3", words: String? = nil, mark: String = "") -> String {
        "量表：五级\n- 1 = 从不\n- 2 = 有时\n- \(words ?? "3 = 总是")\(top == "4" ? "\n- 4 = 一直" : "")\nA. 学习 [量表题 五级\(mark)]"
    }

    private static func measured(_ items: String, _ rest: String = "", name: String = "学风") -> String {
        block + "\n维度：\(name)\n\(items)\(rest)"
    }

    static let rest = [
        YearRemarked("Z094", measured("取题：X"), measured("1️⃣取题：X1、X2")),
        YearRemarked("Z094", measured("取题：X1、X2"), measured("1️⃣取题：X1、X2 ×2")),
        YearRemarked("", measured("取题：X1、X2、X3"), measured("取题：X")),
        YearRemarked("Z094", measured("取题：X"), measured("取题：X", name: "1️⃣学凤")),
        YearRemarked("Z094", measured("取题：X1"), measured("1️⃣取题：X2")),
        YearRemarked("", measured("取题：X"), measured("取题：X").replacing("- X3 = 丙", with: "- X4 = 丁 [新增]") + "\n停用：X3"),
        // Z098: another year than was said.
        YearRemarked("Z098", block, "# 自查\n版本：2026\n1️⃣上一版：2024\n语言：zh\n\(block)"),
        // Z110–Z113: all changes of a kind at once.
        YearRemarked("Z110", choice + "\nB. 问 [文本]", choice + "\nB. 问 [文本]\n显示：1️⃣A = 1"),
        YearRemarked("Z110", choice + "\nB. 问 [文本]\nC. 问 [数字 0~9]", choice + "\n1️⃣B. 问 [文本 选填]\nC. 问 [数字 0~8]"),
        YearRemarked("", "A. 日期 [日期 2025-01-01~2025-12-31]", "A. 日期 [日期 2026-01-01~2026-12-31]"),
        YearRemarked("Z110", "A. 日期 [日期 2025-01-01~2025-12-31]", "1️⃣A. 日期 [日期 2026-01-01~2026-12-30]"),
        YearRemarked("Z111", measured("取题：X"), measured("取题：X", "\n1️⃣缺答：至多 0 题")),
        YearRemarked(
            "Z111", measured("取题：X", "\n- ≥ 4 = 好\n- 其余 = 一般"), measured("取题：X", "\n- 1️⃣≥ 3 = 好\n- 其余 = 一般")),
        YearRemarked(
            "Z112", "# 自查\n版本：2025\n语言：zh\n分组下限：10\n\(block)",
            "# 自查\n版本：2026\n语言：zh\n1️⃣分组下限：8\n\(block)"),
        YearRemarked("Z113", "## 一、学风\n\(block)", "## 1️⃣一、作风\n\(block)"),
        YearRemarked("Z113", block + "\n说明：甲", block + "\n说明：1️⃣乙"),
        YearRemarked("Z113", block + "\nQ. 问 [文本]", "# 1️⃣自查\n版本：2026\n语言：zh\nQ. 问 [文本]\n" + block),
    ]

    @Test(arguments: codes) func ofCodes(_ remarked: YearRemarked) { remarked.check() }
    @Test(arguments: marks) func ofMarks(_ remarked: YearRemarked) { remarked.check() }
    @Test(arguments: answers) func ofAnswers(_ remarked: YearRemarked) { remarked.check() }
    @Test(arguments: rest) func ofTheRest(_ remarked: YearRemarked) { remarked.check() }

    @Test("that is not there, or has errors, is one remark at 上一版")
    func noFile() {
        let reading = Survey.read("# 自查\n版本：2026\n上一版：2025\n语言：zh\n" + Self.choice)
        let before = reading.diagnostics.count
        for (reading, severity) in [
            (reading.missingPrevious(lookedFor: "a-2025.zicha"), Diagnostic.Severity.hint),
            (reading.unusablePrevious("a-2025.zicha"), .warning),
        ] {
            let found = reading.diagnostics.filter { $0.code == "Z099" }
            #expect(found.map(\.severity) == [severity])
            #expect(found.first.map { reading.source.position(of: $0.range.lowerBound).line } == 3)
            #expect(found.allSatisfy { $0.title.chinese.contains("a-2025.zicha") })
            #expect(reading.diagnostics.count == before + 1)
        }
    }

    @Test("says of a changed wording what was asked, and the ways out")
    func changedWording() throws {
        let last = "XF. 请作答 [评分 1~5]\n- XF1 = 甲\n- XF3 = 我能把所学知识用于工作\n- XF6 = 丁\n停用：XF2、XF4"
        let now =
            last.replacing("我能把所学知识用于工作", with: "我会把学到的内容用到工作中").replacing("\n- XF6 = 丁", with: "")
            + "、XF6"
        let reading = Survey.read("# 自查\n版本：2025\n语言：zh\n" + now).compared(
            with: Survey.read("# 自查\n版本：2024\n语言：zh\n" + last).survey)
        let remark = try #require(reading.diagnostics.first { $0.code == "Z090" })
        #expect(remark.title.chinese == "“XF3”的题干和 2024 版不一样，请说明还能不能跨年比较")
        #expect(remark.notes[0].chinese == "2024 版：我能把所学知识用于工作")
        #expect(remark.notes[1].chinese == "2025 版：我会把学到的内容用到工作中")
        // XF2, XF4 and XF6 were used before.
        #expect(remark.notes.contains { $0.chinese.contains("下一个是 XF5") })
        #expect(
            remark.rendered(in: reading.source, file: "x", language: .chinese).contains("- XF3 = 我会把学到的内容用到工作中 [改述可比]"))
    }

    /// No. 6, 8, 21 and 24 of the messages that we hold ourselves to.
    @Test("adds what it knows to the ordinary remarks")
    func knowledge() throws {
        func remark(_ code: String, _ before: String, _ after: String) throws -> Diagnostic {
            let text = "# 自查\n版本：2025\n语言：zh\n"
            let reading = Survey.read(text + after).compared(
                with: Survey.read(text.replacing("2025", with: "2024") + before).survey)
            return try #require(reading.diagnostics.first { $0.code == code })
        }
        let unknown = try remark(
            "Z071", "NL. 问 [评分 1~5]\n- NL5 = 应急处置\nQ. 问 [文本]\n显示：NL5 ≥ 4",
            "NL. 问 [评分 1~5]\n- NL1 = 写作\nQ. 问 [文本]\n显示：NL5 ≥ 4")
        #expect(unknown.notes.last?.chinese == "2024 版有过 NL5“应急处置”，今年已删除。若想沿用，请把它加回来")
        let twice = try remark("Z036", Self.block + "\n- X4 = 丁", Self.block + "\n- X3 = 戊")
        #expect(twice.fix?.replacement == "X5")
        #expect(twice.notes.last?.chinese == "还没用过的下一个代码：X5")
        let band = try remark(
            "Z064", "A. 问 [评分 0~100]\n维度：学风\n取题：A\n- ≥ 85 = 优秀\n- ≥ 70 = 良好\n- 其余 = 差",
            "A. 问 [评分 0~100]\n维度：学风\n取题：A\n- ≥ 85 = 优秀\n- ≥ 90 = 良好\n- 其余 = 差")
        #expect(band.notes.last?.chinese == "您是不是想写 ≥ 70？（2024 版是 70）")
        #expect(band.fix?.replacement == "≥ 70")
        let reused = try remark("Z039", Self.block + "\n- X4 = 我订阅了党报党刊", Self.block + "\n- X4 = 丁\n停用：X4")
        #expect(reused.notes[0].chinese == "2024 版的 X4 是“我订阅了党报党刊”。重复使用会把两道不同的题连成一条趋势线")
    }

    @Test("is compared while the text has errors, but nothing is called gone")
    func errors() {
        let after = Self.block.replacing("- X1 = 甲", with: "- X1 = 子").replacing("- X3 = 丙\n", with: "") + " [反项]"
        let reading = Survey.read("# 自查\n语言：zh\n" + after).compared(
            with: Survey.read("# 自查\n语言：zh\n" + Self.block).survey)
        #expect(reading.diagnostics.map(\.code).filter { $0 != "Z106" } == ["Z090", "Z011"])
    }

    static var tables: [YearRemarked] { codes + marks + answers + rest }
}
