extension ExplanationTheme {
    /// How people understand a question.
    static let wordings = ExplanationTheme(
        name: Wording("措辞", "Wording"),
        explanations: [
            Explanation(
                "Z102", Wording("反着说的话没有标“反向”", "A negative wording without `reverse`"),
                why: Wording(
                    """
                    “我没有学习计划”答“完全符合”，说的是学得不好。\
                    不标“反向”，它就按 5 分加进得分，越没有计划的人得分越高，信度也跟着变低。\
                    如果这句话本来就该按正向计分，可以不理会这条建议。
                    """,
                    """
                    Whoever agrees with a sentence in the negative says that things are not as they should be. \
                    Without `reverse` this counts as the best answer: those without a plan score highest, and \
                    reliability drops. \
                    If the sentence is meant to count as it stands, leave it.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我没有学习计划
                    维度：学风
                    取题：XF
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我没有学习计划 [反向]
                    维度：学风
                    取题：XF
                    """),
            Explanation(
                "Z103", Wording("一句话问了两件事", "Two things in one sentence"),
                why: Wording(
                    """
                    “政策学习以及业务学习都很充分”，只做到一样的人不知道怎么答，只好选中间。\
                    收回来的分数说不清是哪一件，改进也就无从下手。\
                    拆成两行，一行只问一件事。
                    """,
                    """
                    Whoever does one of two things and not the other does not know what to answer, and takes the \
                    middle. \
                    The score then tells neither, and nobody knows what to improve. \
                    Make two rows of it, with one thing in each.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我的政策学习以及业务学习都很充分
                    维度：学风
                    取题：XF
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我的政策学习很充分
                    - XF2 = 我的业务学习很充分
                    维度：学风
                    取题：XF
                    """),
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
                    """),
        ])
}
