/// A text of about any size that would hurt a reader who goes back over what it has read.
struct HostileShape: Sendable {
    var name: String
    /// About this many bytes.
    var text: @Sendable (Int) -> String

    /// One line: an opening, a piece as often as it fits, an end.
    init(_ name: String, _ opening: String, of piece: String, _ end: String = "") {
        self.name = name
        text = { size in
            top + opening + String(repeating: piece, count: max(1, size / piece.utf8.count)) + end
        }
    }

    /// Many lines or blocks, each with its number.
    init(_ name: String, _ opening: String = "", each piece: @escaping @Sendable (Int) -> String, end: String = "") {
        self.name = name
        text = { size in
            var text = top + opening
            var number = 1
            while text.utf8.count < size {
                text += piece(number)
                number += 1
            }
            return text + end
        }
    }
}

private let top = "# 自查\n语言：zh\n"
private let yesNo = "A1. 问 [是否]\n"
private let scale = "量表：五级\n- 1 = 低\n- 2 = 高\n"

let hostileShapes: [HostileShape] = [
    HostileShape("[ in one line", "A1. 问 ", of: "["),
    HostileShape("] in one line", "A1. 问 ", of: "]"),
    HostileShape("[] in one line", "A1. 问 ", of: "[a] "),
    HostileShape("( in a condition", yesNo + "A2. 问 [文本]\n显示：", of: "("),
    HostileShape("（） in a stem", "A1. 问 ", of: "（必答）", " [文本]"),
    HostileShape("且 in a condition", yesNo + "A2. 问 [文本]\n显示：", of: "且"),
    HostileShape("非 in a condition", yesNo + "A2. 问 [文本]\n显示：", of: "非"),
    HostileShape("a label of commas", yesNo + "A2. 问 [文本]\n显示：A1 = ", of: "甲，"),
    HostileShape("a label of 含", yesNo + "A2. 问 [文本]\n显示：A1 = ", of: "，含"),
    HostileShape("a name of 含", yesNo + "A2. 问 [文本]\n显示：", of: "含"),
    HostileShape("a long true condition", yesNo + "A2. 问 [文本]\n显示：A1 = 1", of: " 或 A1 = 1"),
    HostileShape("、 in a list", "A1. 问 [评分 1~5]\n维度：甲\n取题：", of: "、"),
    HostileShape("one item many times", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1", of: "、A1"),
    HostileShape("items that do not exist", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1", each: { "、B\($0)" }),
    HostileShape("| in a text", "A1. 问 ", of: "| ", " [文本]"),
    HostileShape("{ in a text", "A1. 问 ", of: "{", " [文本]"),
    HostileShape("{A1} in a text", yesNo + "A2. 问 ", of: "{A1}", " [文本]"),
    HostileShape("{B1} in a text", yesNo + "A2. 问 ", of: "{B1}", " [文本]"),
    HostileShape("marks in one bracket", "A1. 问 [文本 ", of: "选填 ", "]"),
    HostileShape("blanks", "A1. 问 [文本", of: " ", "选填]"),
    HostileShape("accents on one letter", "A1. e", of: "\u{301}", " [文本]"),
    HostileShape("a long number", "A1. 问 [数字 0~", of: "9", "]"),
    HostileShape("a long word", "A1. 问 [", of: "单选", "]"),
    HostileShape("languages", "语言：zh", of: "、en"),
    HostileShape("languages of three letters", "语言：zh", each: { "、\(threeLetters($0))" }),
    HostileShape("translations of one text", each: { "\(threeLetters($0)): 甲\n" }),
    HostileShape("one code many times", each: { _ in "A1. 问 [文本]\n" }),
    HostileShape("many questions", each: { "A\($0). 问 [文本]\n" }),
    HostileShape("unknown types", each: { "A\($0). 问 [单选提]\n" }),
    HostileShape("unknown codes", each: { "A\($0). 问 [文本]\n显示：AB\($0) = 1\n" }),
    HostileShape("unknown Han codes", each: { "题\($0). 问 [文本]\n显示：提\($0) = 1\n" }),
    HostileShape("unknown scales", scale, each: { "A\($0). 问 [量表题 五极\($0)]\n" }),
    HostileShape("scales", each: { "量表：五级\($0)\n- 1 = 低\n- 2 = 高\nA\($0). 问 [量表题 五级\($0)]\n" }),
    HostileShape("one scale many times", each: { _ in scale }),
    HostileShape("levels of one scale", "量表：五级\n", each: { "- \($0) = 级\($0)\n" }),
    HostileShape("rows of one block", scale + "XF. 问 [量表题 五级]\n", each: { "- XF\($0) = 行\n" }),
    HostileShape("one row many times", scale + "XF. 问 [量表题 五级]\n", each: { _ in "- XF1 = 行\n" }),
    HostileShape("options of one question", "A1. 问 [单选]\n", each: { "- \($0) = 项\($0)\n" }),
    HostileShape("options without codes", "A1. 问 [单选]\n", each: { "- 项\($0)\n" }),
    HostileShape("options with conditions", yesNo + "A2. 问 [单选]\n", each: { "- \($0) = 项\n显示：A1 = 1\n" }),
    HostileShape("a chain of conditions", yesNo, each: { "A\($0 + 1). 问 [是否]\n显示：A\($0) = 1\n" }),
    HostileShape("a cycle of conditions", each: { "A\($0). 问 [是否]\n显示：A\($0 + 1) = 1\n" }),
    HostileShape("checks of one question", "A1. 问 [数字 0~9]\n", each: { _ in "校验：A1 > 1\n提示：错\n" }),
    HostileShape("dimensions", "A1. 问 [评分 1~5]\n", each: { "维度：甲\($0)\n取题：A1\n" }),
    HostileShape("one dimension many times", "A1. 问 [评分 1~5]\n", each: { _ in "维度：甲\n取题：A1\n" }),
    HostileShape(
        "a chain of composites", "A1. 问 [评分 1~5]\n维度：甲0\n取题：A1\n", each: { "维度：甲\($0)\n合成：甲\($0 - 1) 100%\n" }),
    HostileShape(
        "a cycle of composites", "维度：甲0\n合成：甲1 100%\n", each: { "维度：甲\($0)\n合成：甲\($0 - 1) 50%、甲\($0 + 1) 50%\n" }),
    HostileShape("unknown composites", "维度：甲0\n合成：甲1 50%", each: { "、乙\($0) 1%" }),
    HostileShape("bands", "A1. 问 [评分 1~5]\n维度：甲\n取题：A1\n", each: { "- ≥ \(1_000_000 - $0) = 级\n" }),
    HostileShape("comments", each: { "// 注\($0)\n" }, end: "A1. 问 [文本]\n"),
    HostileShape("blank lines", "", of: "\n"),
    HostileShape("lines that are nothing", each: { "这一行什么也不是\($0)\n" }),
    HostileShape("sections", each: { "## 节\($0)\n" }),
    HostileShape("retired codes", "停用：B0", each: { "、B\($0)" }),
    HostileShape("paragraphs of help", each: { "说明：话\($0)\n" }),
]

private func threeLetters(_ number: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return String([letters[number / 676 % 26], letters[number / 26 % 26], letters[number % 26]])
}
