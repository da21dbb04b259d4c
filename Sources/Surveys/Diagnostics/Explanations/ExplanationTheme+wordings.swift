extension ExplanationTheme {
    /// How people understand a question.
    static let wordings = ExplanationTheme(
        name: Wording("措辞", "Wording"),
        explanations: [
            Explanation(
                "Z104", Wording("题干还是占位的字", "A placeholder for a stem"),
                why: Wording(
                    """
                    “题目”两个字是排版时占地方的，不是一句问话。\
                    答题的人不知道要答什么，各答各的，收回来只能作废，而这一年的数据也补不上了。
                    """,
                    """
                    A word like `question` holds the place of a stem and asks nothing. \
                    People do not know what to answer and answer anything, the results have to be thrown away, and \
                    this year's cannot be collected again.
                    """),
                wrong: """
                    # 自查
                    A1. 题目 [评分 0~10]
                    """,
                right: """
                    # 自查
                    A1. 您对本处室学风的总体评价 [评分 0~10]
                    """)
        ])
}
