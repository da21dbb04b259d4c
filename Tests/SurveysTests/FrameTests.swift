import Surveys
import Testing

/// A remark as it is read on a terminal: columns count Han characters twice, so that carets stand under their word.
@Suite struct FrameTests {
    /// The worked example of the language's documentation, with one line of it changed.
    private func rendered(_ text: String, _ code: String, _ language: ReaderLanguage = .chinese) throws -> String {
        let reading = Survey.read(text)
        let remark = try #require(reading.diagnostics.first { $0.code == code })
        return remark.rendered(in: reading.source, file: "自查-2025.zicha", language: language)
    }

    @Test func aTypeThatIsNotKnown() throws {
        let text = "# 自查\n语言：zh\nA1. 您的岗位类别 【单选提】\n- 1 = 甲\n- 2 = 乙"
        #expect(
            try rendered(text, "Z013") == """
                错误 Z013：不认识的题型“单选提”
                   ──▶ 自查-2025.zicha 第 3 行第 13 字
                    │
                  3 │ A1. 您的岗位类别 【单选提】
                    │                    ^^^^^^ 没有这种题型
                    │
                    = 您是不是想写“单选”？
                    = 可用题型：单选 多选 下拉 是否 量表题 评分 能力对 排序 数字 文本 长文本 日期 月份 说明
                    = 可以改成：
                  3 │ A1. 您的岗位类别 [单选]

                """)
        #expect(
            try rendered(text, "Z013", .english) == """
                error Z013: unknown question type "单选提"
                   ──▶ 自查-2025.zicha:3:13
                    │
                  3 │ A1. 您的岗位类别 【单选提】
                    │                    ^^^^^^ no such type
                    │
                    = did you mean "单选"?
                    = types: single multi dropdown yesno likert rate pair rank number text longtext date month note
                    = perhaps:
                  3 │ A1. 您的岗位类别 [单选]

                """)
    }

    @Test func anOptionWithoutItsDashShowsTheQuestionThatWaitsForIt() throws {
        #expect(
            try rendered("# 自查\n语言：zh\nA1. 您的岗位类别 [单选]\nA. 综合管理\nB. 专业技术", "Z030") == """
                错误 Z030：这一行像是选项，但开头少了“-”
                   ──▶ 自查-2025.zicha 第 4 行第 1 字
                    │
                  3 │ A1. 您的岗位类别 [单选]
                    │ -- 上面这道题还没有选项
                  4 │ A. 综合管理
                    │ ^^ 会被当成一道代码为 A 的新题
                    │
                    = 选项写成“- 代码 = 文字”；题目才写成“代码. 文字 [题型]”
                    = 可以改成：
                  4 │ - A = 综合管理

                """)
    }

    @Test func linesBetweenTwoFramesAreLeftOut() throws {
        let text = """
            # 自查
            语言：zh
            A1. 您的岗位类别 [单选]
            - gl = 综合管理
            - js = 专业技术
            A2. 问 [文本]
            显示：A1 = 专业技木
            """
        #expect(
            try rendered(text, "Z084") == """
                错误 Z084：“A1”没有“专业技木”这个选项
                   ──▶ 自查-2025.zicha 第 7 行第 9 字
                    │
                  5 │ - js = 专业技术
                    │        -------- 是不是这个？
                  … │
                  7 │ 显示：A1 = 专业技木
                    │            ^^^^^^^^ 永远不会成立
                    │
                    = 您是不是想写“专业技术”？
                    = A1 的选项：gl 综合管理、js 专业技术（写代码或文字都可以）
                    = 可以改成：
                  7 │ 显示：A1 = 专业技术

                """)
    }

    @Test func bothReadingsOfAMixedConditionAreWrittenOut() throws {
        let text = "# 自查\n语言：zh\nA1. 甲 [数字]\nA3. 乙 [数字]\nA4. 问 [文本]\n显示：A1 = 1 或 A1 = 2 且 A3 ≥ 5"
        #expect(
            try rendered(text, "Z080") == """
                错误 Z080：“且”和“或”混在一起，要加括号
                   ──▶ 自查-2025.zicha 第 6 行第 20 字
                    │
                  6 │ 显示：A1 = 1 或 A1 = 2 且 A3 ≥ 5
                    │                        ^^ 先算“或”还是先算“且”？
                    │
                    = 甲：（A1 = 1 或 A1 = 2）且 A3 ≥ 5
                    = 乙：A1 = 1 或（A1 = 2 且 A3 ≥ 5）
                    = 请选一种写法；我们不替您猜

                """)
    }

    @Test func aCycleNamesEveryQuestionOnItsWay() throws {
        let text = "# 自查\n语言：zh\nA4. 甲 [日期]\n显示：A5 ≥ 2025-01-01\nA5. 乙 [日期]\n显示：A4 ≥ 2025-01-01"
        #expect(
            try rendered(text, "Z087") == """
                错误 Z087：显示条件绕成了一个圈：A4 → A5 → A4
                   ──▶ 自查-2025.zicha 第 4 行第 4 字
                    │
                  4 │ 显示：A5 ≥ 2025-01-01
                    │       ^^ A4 要等 A5
                  … │
                  6 │ 显示：A4 ≥ 2025-01-01
                    │       -- A5 又要等 A4
                    │
                    = 这些题谁也不会出现。去掉其中一个条件即可

                """)
    }

    @Test func aCertainFixIsSaidWithoutPerhaps() throws {
        #expect(
            try rendered("# 自查\n语言：zh\nA3. 全年集中学习天数（含线上） 【数字 0~366 天", "Z010") == """
                错误 Z010：方括号没有写完
                   ──▶ 自查-2025.zicha 第 3 行第 19 字
                    │
                  3 │ A3. 全年集中学习天数（含线上） 【数字 0~366 天
                    │                                ^^ 从这里开始，到行尾都没有“】”
                    │
                    = 行尾的方括号写题型和设置，【】和 [] 都可以；圆括号（）只是文字；文字里的方括号写成 [[
                    = 改法（zicha fix 可自动改）：
                  3 │ A3. 全年集中学习天数（含线上） [数字 0~366 天]

                """)
    }

    /// What stands under the place of each remark, as `错误.md` of the design draws it.
    static let underlined: [(text: String, code: String, word: String)] = [
        ("A1. 岗位 [单选]\n- a = 甲 [反项]\n- b = 乙", "Z011", "反项"),
        ("A0. 问 [数字]\nA1. 问 [文本]\n显视：A0 ≥ 5", "Z001", "显视"),
        ("A0. 问 [数字]\nA1. 问 [文本]\n显示：NL5.要求 ≥ 4", "Z071", "NL5"),
        ("XF. 问 [评分 1~5]\n- XF3 = 甲\n- XF3 = 乙", "Z036", "XF3"),
        ("量表：符合五级\n- 1 = 低\n- 2 = 高\nXF. 问 [量表题 符合5级]", "Z055", "符合5级"),
        ("A2. 问 [多选]\n- a = 外出培训\n- b = 乙\nA3. 问 [文本]\n显示：A2 = 外出培训", "Z083", "="),
        ("A1. 问 [文本]\n显示：A3 ≥ 5\nA3. 问 [数字]", "Z086", "A3"),
        ("A3. 问 [数字]\n提醒：A3 ≥ 五天", "Z085", "五天"),
        ("A3. 天数 [数字 366~0 天]", "Z053", "366~0"),
        ("A2. 问 [多选 4~6项]\n- a = 甲\n- b = 乙\n- c = 丙\n- z = 都没有 [独占]", "Z059", "4~6项"),
        ("A1. 问 | Q [单选]\n- js = 专业技术 | Technical\n- 行政执法 | Enforcement", "Z058", "行政执法"),
        ("A1. 问 [评分 1~5]\n维度：学风\n取题：A1\n维度：综合\n合成：学风 95%", "Z063", "95%"),
        ("A1. 问 [评分 0~99]\n维度：学风\n取题：A1\n- ≥ 85 = 优秀\n- ≥ 90 = 良好\n- 其余 = 一般", "Z064", "≥ 90"),
        ("A2. 问 [多选]\n- a = 甲\n- b = 乙\n维度：学风\n取题：A2", "Z074", "A2"),
    ]

    @Test(arguments: underlined)
    func theCaretsStandUnderTheWord(_ one: (text: String, code: String, word: String)) throws {
        let reading = Survey.read("# 自查\n" + (one.text.contains("|") ? "语言：zh、en\n" : "语言：zh\n") + one.text)
        let remark = try #require(reading.diagnostics.first { $0.code != "Z070" })
        #expect(remark.code == one.code)
        #expect(String(decoding: Array(reading.source.text.utf8)[remark.range], as: UTF8.self) == one.word)
    }

    /// The other place of a remark is the word that matters there, not the line that it stands on.
    @Test(arguments: [
        ("A1. 问 [单选]\n- a = 甲\n- js = 专业技术\nA2. 问 [文本]\n显示：A1 = 专业技木", "Z084", "专业技术"),
        ("A1. 问 [单选]\n- a = 甲\n- js1 = 乙\nA2. 问 [文本]\n显示：A1 = js2", "Z084", "js1"),
        ("A2. 问 [多选 1~2项]\n- a = 外出\n- b = 乙\nA3. 问 [文本]\n显示：A2 = 外出", "Z083", "多选"),
        ("A2. 问 [多选 3~4项]\n- a = 甲\n- b = 乙\n- z = 都没有 [填写 独占]", "Z059", "独占"),
        ("A2. 问【 多选 选填】\n- a = 甲\n- b = 乙\n维度：学风\n取题：A2", "Z074", "多选"),
        ("A2. 问 [评分 1~5 不计分]\n维度：学风\n取题：A2", "Z074", "不计分"),
    ])
    func theOtherPlaceIsTheWordThatMatters(_ text: String, _ code: String, _ word: String) throws {
        let reading = Survey.read("# 自查\n语言：zh\n" + text)
        let remark = try #require(reading.diagnostics.first { $0.code == code })
        let place = try #require(remark.related.first).range
        #expect(String(decoding: Array(reading.source.text.utf8)[place], as: UTF8.self) == word)
    }

    @Test func aVeryLongLineIsShownAroundThePlace() throws {
        let long = String(repeating: "很", count: 5_000)
        let behind = try rendered("# 自查\n语言：zh\nA1. \(long)长 [单选提]", "Z013").split(separator: "\n")
        #expect(behind[1].hasSuffix("第 3 行第 5008 字"))
        #expect(behind[3].hasPrefix("  3 │ …很很") && behind[3].hasSuffix("很长 [单选提]"))
        let before = try #require(behind[3].split(separator: "单选提").first).dropFirst(6)
        #expect(behind[4].hasPrefix("    │ " + String(repeating: " ", count: DisplayWidth.of(before)) + "^^^^^^ "))
        #expect(behind.last?.hasPrefix("  3 │ …很很") == true && behind.last?.hasSuffix("很长 [单选]") == true)
        let ahead = try rendered("# 自查\n语言：zh\nA1. 问 [文本]\n显视：\(long)", "Z001").split(separator: "\n")
        #expect(ahead[3].hasPrefix("  4 │ 显视：很很") && ahead[3].hasSuffix("很很…"))
        #expect(ahead.last?.hasPrefix("  4 │ 显示：很很") == true && ahead.last?.hasSuffix("很很…") == true)
        #expect((behind + ahead).allSatisfy { $0.count < 200 })
    }

    @Test func aVeryLongWordIsQuotedByItsEnds() throws {
        let frame = try rendered("# 自查\n语言：zh\nA1. 问 [\(String(repeating: "单", count: 50_000))]", "Z013")
        #expect(frame.utf8.count < 6_000)
        #expect(frame.contains("不认识的题型“单单") && frame.contains("单…单") && frame.contains("单单”\n"))
    }

    @Test(arguments: [
        ("语言：zh、en、bo\nA1. 问 [文本]", 1, "add `bo: …` below"),
        ("语言：zh、en\nA1. 问 [文本]", 0, "add `en: …` below, or `| …` on the line"),
    ])
    func whereAMissingTranslationCanBeWritten(_ text: String, _ index: Int, _ note: String) throws {
        let missing = Survey.read("# 自查\n" + text).diagnostics.filter { $0.code == "Z070" }
        try #require(missing.count > index)
        #expect(missing[index].notes.first?.english == note)
        #expect(missing[index].notes.dropFirst().first == Wording("全卷还缺 1 处：第 3 行", "1 more missing, on line 3"))
    }

    @Test func aThirdTextOnALineIsToldItsOwnLine() throws {
        let reading = Survey.read("# 自查 | Check | མིང་\n语言：zh、en、bo\nbo: མིང་\nA1. 问 | Ask [文本]\nbo: མིང་")
        let remark = try #require(reading.diagnostics.first { $0.code == "Z044" })
        #expect(remark.notes.first?.chinese == "“|”后面只写第二种语言，其余的各写一行，例如“bo: …”")
    }

    @Test func whatMayStandBelowIsToldApartFromWhatBeginsABlock() throws {
        let remark = try #require(Survey.read("# 自查\n语言：zh\nA1. 问 [文本]\n天地玄：甲").diagnostics.first)
        #expect(
            remark.notes.map(\.chinese) == [
                "题目下面可以写：显示 校验 提醒 提示 说明，以及译文 en：", "另起一块写：量表 维度 停用",
            ])
    }

    @Test(arguments: [
        ("显示：A3 ≥ 五天", "显示：A3 ≥ 5"), ("显示：A3 ≥ 5天", "显示：A3 ≥ 5"), ("显视：A3 ≥ 5", "显示：A3 ≥ 5"),
        ("显示：A4 ≥ 5", "显示：A3 ≥ 5"), ("显示 A3 ≥ 5", "显示：A3 ≥ 5"), ("显示：A2 = 甲", "显示：A2 含 甲"),
        ("如果：A3 ≥ 5", "显示：A3 ≥ 5"), ("When: A3 >= 5", "show-if: A3 >= 5"),
        ("show-if: A2 = 甲", "show-if: A2 has 甲"), ("show-if: A2=甲", "show-if: A2 has 甲"),
    ])
    func theFixIsTheWholeCorrectedLine(_ wrong: String, _ right: String) throws {
        let text = "# 自查\n语言：zh\nA3. 天数 [数字 0~9]\nA2. 问 [多选]\n- a = 甲\n- b = 乙\nA1. 问 [文本]\n\(wrong)"
        let reading = Survey.read(text)
        let fix = try #require(reading.diagnostics.first?.fix)
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(fix.range, with: fix.replacement.utf8)
        let corrected = String(decoding: bytes, as: UTF8.self)
        #expect(corrected.hasSuffix(right))
        #expect(Survey.read(corrected).diagnostics.filter { $0.code != "Z106" }.isEmpty)
    }

    @Test(arguments: [
        ("A1. 日 [日期 2026年1月2日~2026年3月14日]", "A1. 日 [日期 2026-01-02~2026-03-14]"),
        ("A1. 日 [日期 2026-01-02~2026年3月4号]", "A1. 日 [日期 2026-01-02~2026-03-04]"),
        ("A1. 月 [月份 2026年1月~2026年11月]", "A1. 月 [月份 2026-01~2026-11]"),
        ("A1. 日 [日期]\n提醒：A1 ≥ 2026年1月2日", "A1. 日 [日期]\n提醒：A1 ≥ 2026-01-02"),
        ("A——1. 问 [文本]", "A_1. 问 [文本]"),
    ])
    func whatAKeyboardOrAHabitWroteIsOfferedAsTheLanguageHasIt(_ wrong: String, _ right: String) throws {
        let reading = Survey.read("# 自查\n语言：zh\n\(wrong)")
        let fix = try #require(reading.diagnostics.first { $0.severity == .error }?.fix)
        let corrected = reading.source.replacing([fix])
        #expect(corrected.hasSuffix(right))
        #expect(!Survey.read(corrected).hasErrors)
    }

    @Test(arguments: ["必答：是", "显视：A1 = 1"])
    func aKeywordThatCannotStandThereIsNotOffered(_ line: String) throws {
        let text = line.hasPrefix("显") ? "# 自查\n语言：zh\n\(line)" : "# 自查\n语言：zh\nA1. 问 [文本]\n\(line)"
        let remark = try #require(Survey.read(text).diagnostics.first { $0.code == "Z001" })
        #expect(remark.fix == nil)
    }

    @Test(arguments: [
        ("A1. 学习👍🏽 [单选提]", "A1. 学习👍🏽 [", 12), ("A1.\t问 [单选提]", "A1.    问 [", 11),
        ("A1. e\u{301}tude [单选提]", "A1. e\u{301}tude [", 11), ("A1. 🇨🇳 [单选提]", "A1. 🇨🇳 [", 8),
    ])
    func tabsEmojiAndAccentsKeepTheirCaret(_ line: String, _ before: String, _ columns: Int) throws {
        let frame = try rendered("# 自查\n语言：zh\n\(line)\n- 1 = 甲\n- 2 = 乙", "Z013").split(separator: "\n")
        #expect(frame[3].hasPrefix("  3 │ \(before)"))
        #expect(frame[4].hasPrefix("    │ \(String(repeating: " ", count: columns))^^^^^^ "))
    }

    @Test(arguments: [
        ("学风", 4), ("ABC", 3), ("（）", 4), ("～", 2), ("👍🏽", 2), ("🇨🇳", 2), ("1️⃣", 2), ("❤️", 2), ("e\u{301}", 1),
        ("\u{200B}", 0),
        ("≥", 1), ("ｶ", 1), ("한", 2), ("", 0), ("\t", 0), ("𠮷", 2),
    ])
    func aTextTakesAsManyColumnsAsATerminalGivesIt(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
        #expect(DisplayWidth.padded(text, to: 6).hasSuffix(String(repeating: " ", count: 6 - width)))
    }

    @Test(arguments: [
        (0, 1, 1), (3, 1, 2), (6, 1, 3), (7, 2, 1), (8, 3, 1), (9, 3, 2), (13, 3, 3), (14, 3, 4), (16, 4, 1),
        (17, 4, 2),
    ])
    func anOffsetBecomesALineAndACharacter(_ offset: Int, _ line: Int, _ character: Int) {
        let position = SourceText("学风\n\na👍b\r\nc").position(of: offset)
        #expect(position == (line, character))
    }
}
