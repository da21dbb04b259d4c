/// A bilingual questionnaire of any size, the same on every machine; its texts are as long as real items.
enum Questionnaire: String {
    /// Blocks of ten Likert items, one dimension for every section.
    case likert
    /// Single choices, numbers and texts with conditions and checks between them.
    case mixed

    func text(items: Int) -> String {
        let sections = (0..<items).chunks(of: 40).map { section(of: $0) }
        return Self.header + sections.joined() + (self == .likert ? dimensions(items) : "")
    }

    private func section(of items: Range<Int>) -> String {
        let number = items.lowerBound / 40 + 1
        var text = "\n## 第 \(number) 部分 | Part \(number)\n"
        switch self {
        case .likert:
            for block in items.chunks(of: 10) {
                let code = "L\(block.lowerBound / 10 + 1)"
                text += "\n\(code). 请对照过去一年的实际情况作答 [量表题 符合五级]\nen: Answer for the past year\n"
                for item in block {
                    let mark = item % 7 == 3 ? " [反向]" : ""
                    text += "- \(code)_\(item % 10 + 1) = \(Self.chinese(item))\(mark)\nen: \(Self.english(item))\n"
                }
            }
        case .mixed:
            for item in items { text += "\n" + question(item) }
        }
        return text
    }

    /// Four questions in turn; the later of them look back at the first.
    private func question(_ item: Int) -> String {
        let first = "Q\(item - item % 4 + 1)"
        let stem = Self.chinese(item)
        let english = Self.english(item)
        return switch item % 4 {
        case 0:
            """
            Q\(item + 1). \(stem) [单选]
            en: \(english)
            - 1 = 已经做到 | Done
            - 2 = 正在做 | Under way
            - 3 = 还没有做 | Not yet

            """
        case 1:
            """
            Q\(item + 1). \(stem) [数字 0~366 天]
            en: \(english)
            显示：\(first) = 1 或 \(first) = 2

            """
        case 2:
            """
            Q\(item + 1). \(stem) [数字 0~366 天 选填]
            en: \(english)
            显示：\(first) = 1
            校验：Q\(item + 1) ≤ Q\(item)
            提示：不能大于上一题的天数
            en: No more than the days above

            """
        default: "Q\(item + 1). \(stem) [文本 选填]\nen: \(english)\n显示：\(first) ≠ 1\n"
        }
    }

    private func dimensions(_ items: Int) -> String {
        (0..<items).chunks(of: 40).map { section in
            let codes = section.chunks(of: 10).map { "L\($0.lowerBound / 10 + 1)" }
            let number = section.lowerBound / 40 + 1
            return "\n维度：维度\(number) | Dimension \(number)\n取题：\(codes.joined(separator: "、"))\n换算：百分制\n"
        }.joined()
    }

    private static let header = """
        # 年度自查 | Annual self-check
        版本：2026
        语言：zh、en

        量表：符合五级 | Agreement
        - 1 = 完全不符合 | Not at all true
        - 2 = 不太符合 | Rarely true
        - 3 = 一般 | Sometimes true
        - 4 = 比较符合 | Often true
        - 5 = 完全符合 | Always true

        """

    /// No two items have the same words.
    private static func chinese(_ item: Int) -> String {
        let deed = ["我会对照手头工作想清楚怎么用", "我也能按计划学习", "我会查原文、问同事，直到弄清楚", "我一次讲清楚要什么、怎么办"]
        return "在第 \(item + 1) 项工作中，没有检查和考试，\(deed[item % deed.count])"
    }

    private static func english(_ item: Int) -> String {
        let deed = [
            "I work out how it applies to the work on my desk", "I keep to my study plan",
            "I ask colleagues until it is clear", "I tell people in one go how to proceed",
        ]
        return "In task \(item + 1), even when nobody checks or tests it, \(deed[item % deed.count])"
    }
}

extension Range<Int> {
    fileprivate func chunks(of length: Int) -> [Range<Int>] {
        stride(from: lowerBound, to: upperBound, by: length).map { $0..<Swift.min($0 + length, upperBound) }
    }
}
