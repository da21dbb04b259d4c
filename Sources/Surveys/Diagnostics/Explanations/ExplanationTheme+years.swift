extension ExplanationTheme {
    /// What keeps one year comparable with the next.
    static let years = ExplanationTheme(
        name: Wording("年度之间", "From year to year"),
        explanations: [
            Explanation(
                "Z039", Wording("停用的代码又用了", "A retired code is used again"),
                why: Wording(
                    """
                    代码跟着题目一辈子，停用以后也还是它的。\
                    给了别的题，两道不同的题就接成一条趋势线，升了降了都没有意义，而图上看不出断在哪里。\
                    新题用一个没有用过的代码。
                    """,
                    """
                    A code stays with its question for life, and still belongs to it when the question is retired. \
                    Given to another one, it joins two different questions in one trend line whose ups and downs \
                    mean nothing, and the chart does not show where it should break. \
                    Give a new question a code that was never used.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    A2. 意见建议 [文本]
                    停用：A2
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    A3. 意见建议 [文本]
                    停用：A2
                    """),
            Explanation(
                "Z047", Wording("年份不合理", "A year that cannot be"),
                why: Wording(
                    """
                    历年的问卷靠年份找到彼此、排出先后。\
                    多打一个数字，或者上一版不早于这一版，就会拿错年份来比，上升会看成下降。
                    """,
                    """
                    The editions of a survey find each other, and their order, by the year. \
                    With one digit too many, or a previous edition that is not earlier, the wrong years are compared \
                    and a rise may look like a fall.
                    """),
                wrong: """
                    # 自查
                    版本：20266
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    """),
        ])
}
