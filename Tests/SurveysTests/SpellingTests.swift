import Surveys
import Testing

/// However a Chinese keyboard wrote it, it is the same survey.
@Suite struct SpellingTests {
    private static let plain = """
        # 自查 | Check
        版本：2026
        上一版：2025
        语言：zh、en
        填写：2026-11-01 ~ 2026-11-30
        说明：匿名填写。| Nameless.

        量表：五级
        - 1 = 低 | Low [20分]
        - 2 = 高 | High [100分]
        - NA = 不适用 | Inapplicable [不计分]

        ## 一、基本情况 | Basics

        A1. 岗位（含借调） | Post [单选]
        - gl = 综合管理 | General
        - js = 专业技术 | Technical
        A2. 天数 | Days [数字 0~366 天]
        校验：A2 ≥ 5 且 A2 ≠ 7
        提示：再看看 | Check
        A3. 形式 | Forms [多选 1~2项 选填]
        显示：A1 = 专业技术 或 （A2 > 3 且 A2 < 9）
        - 1 = 集中 | Group
        - 2 = 网络 | Online
        - 9 = 都没有 | None [独占]
        XF. 对照 | Rate [量表题 五级 乱序]
        - XF1 = 甲 | One [反向]
        - XF2 = 乙 | Two

        维度：学风 | Study
        取题：XF1、XF2 ×2
        缺答：至多 1 题
        换算：百分制
        - ≥ 85 = 优秀 | Excellent
        - 其余 = 一般 | Fair

        停用：B1、B2
        """

    static let twins: [(String, String)] = [
        ("：", ":"), ("、", ","), ("、", "，"), ("[", "【"), ("]", "】"), ("[", "［"), ("]", "］"), ("- ", "－ "), ("- ", "– "),
        ("- ", "—— "),
        ("- ", "-"), ("=", "＝"), ("#", "＃"), ("~", "～"), ("~", "〜"), ("|", "｜"), ("≥", ">="), ("≥", "》="), ("≥", "＞＝"),
        ("≥", "=>"),
        ("≠", "!="), ("≠", "！＝"), ("≠", "<>"), ("≠", "《》"), (">", "＞"), (">", "》"), ("<", "＜"), ("×", "*"), ("×", "＊"),
        (". ", "．"), (". ", "。"), ("1", "１"), ("0", "０"), ("A", "Ａ"), ("X", "Ｘ"), (" ", "\u{3000}"), (" ", "\u{A0}"),
        (" ", "\t"),
        ("（A2", "(A2"), ("9）", "9)"), ("\n", "\n\n"), ("\n", "\r\n"), ("\n", "\r"), ("\n", "\n\u{3000} "),
        ("\n", " \n"), ("\n", "\n// 注\n"),
        ("\n", "\n／／ 注\n"), ("版本", "version"), ("语言", "languages"), ("填写：", "open: "), ("量表：", "scale: "),
        ("显示", "show-if"),
        ("校验", "check"), ("提示", "message"), ("维度", "dimension"), ("取题", "items"), ("缺答：至多 1 题", "missing: at most 1"),
        ("百分制", "POMP"), ("其余", "rest"), ("停用", "retired"), (" 且 ", " and "), (" 或 ", " OR "), (" 且 ", "且"),
        (" 或 ", "或"),
        (" 且 ", " 并且 "), (" 或 ", "或者"), (" 且 ", "&&"), (" 或 ", " || "), (" 且 ", " ＆＆ "),
        ("A1 = 专业技术", "A1=js"), ("A1 = 专业技术", "A1 = Technical"), ("A1 = 专业技术", "A1 = “专业技术”"), ("单选", "single"),
        ("单选", "单选题"),
        ("量表题", "likert"), ("量表题", "量表"), ("反向", "reverse"), ("0~366", "0 ~ 366"), ("1~2项", "1~2 项"),
        ("100分", "100pts"),
    ]

    @Test(arguments: twins) func twinsOfTheKeyboardReadTheSame(_ mark: String, _ twin: String) {
        // Text zones keep what was typed, so only machine zones are changed.
        let texts = ["（含借调）", "匿名填写。", "不适用", "一、基本"]
        var changed = Self.plain
        for (index, text) in texts.enumerated() { changed = changed.replacing(text, with: "⟨\(index)⟩") }
        changed = changed.replacing(mark, with: twin)
        for (index, text) in texts.enumerated() {
            for digit in [String(index), index == 0 ? "０" : "１"] {
                changed = changed.replacing("⟨\(digit)⟩", with: text)
            }
        }
        #expect(changed != Self.plain)
        let isSame = readClean(changed) == readClean(Self.plain)
        #expect(isSame)
    }

    @Test func blanksAtTheEndsAndEmptyLinesMeanNothing() {
        let lines = Self.plain.split(separator: "\n", omittingEmptySubsequences: false)
        let indented = lines.map { "\u{3000}\t \($0)\u{3000}" }.joined(separator: "\n \n")
        for text in [indented, "\u{FEFF}" + Self.plain + "\n\n"] {
            let isSame = readClean(text) == readClean(Self.plain)
            #expect(isSame)
        }
    }

    @Test func propertiesStandInAnyOrder() {
        let swapped = Self.plain.replacing("缺答：至多 1 题\n换算：百分制", with: "换算：百分制\n缺答：至多 1 题")
        let isSame = readClean(swapped) == readClean(Self.plain)
        #expect(isSame)
    }

    @Test func doubledMarksAreTheMarksThemselves() {
        let survey = readClean("# 【【试行】】自查||测评\n语言：zh\nA1. 问[[甲]]{{乙}} [文本]")
        #expect(survey.title.main == "【试行】自查|测评")
        #expect(survey.questions[0].text.main == "问[甲]{{乙}}")
    }

    @Test func bracketsInTheMiddleOfATextStayText() {
        let survey = readClean("# 自查\n语言：zh\nA1. 对【机关】的印象 [文本]\nA2. 对(甲)的[乙]印象 [文本]")
        #expect(survey.questions.map(\.text.main) == ["对【机关】的印象", "对(甲)的[乙]印象"])
    }

    @Test func textsAreKeptAsTheyWereTyped() {
        let survey = readClean("# 自查\nen: A “check”, (trial) 100%\n语言：zh、en\nA1. ５ 天（含）“甲”—乙 𠮷 | 5 days [文本]")
        #expect(survey.title.translations == ["en": "A “check”, (trial) 100%"])
        #expect(survey.questions[0].text.main == "５ 天（含）“甲”—乙 𠮷")
    }

    @Test func withoutALanguageLineASurveyIsBilingualOnlyIfItTranslates() {
        #expect(readClean("# 自查\nA1. 问 [文本]").languages == ["zh"])
        #expect(readClean("# 自查 | Check\nA1. 问 | Ask [文本]").languages == ["zh", "en"])
    }

    @Test func threeLanguagesTakeTheThirdOnItsOwnLine() {
        let survey = readClean("# 自查 | Check\nug: تەكشۈرۈش\n语言：zh、en、ug\nA1. 问 | Ask [文本]\nug: سوئال")
        #expect(survey.questions[0].text.translations["ug"] == "سوئال")
    }
}
