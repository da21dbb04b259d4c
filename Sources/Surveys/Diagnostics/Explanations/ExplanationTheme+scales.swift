extension ExplanationTheme {
    /// What an answer counts.
    static let scales = ExplanationTheme(
        name: Wording("量表和分值", "Scales and points"),
        explanations: [
            Explanation(
                "Z033", Wording("量表的一档没有写成整数", "A level that is not a whole number"),
                why: Wording(
                    """
                    每一档的整数就是得分，平均数、百分制和反向计分都用它来算；“三”不是数，就没有东西可算。\
                    “不适用”不是一个分，写成 NA，它就不会拉低平均数。
                    """,
                    """
                    The whole number of a level is its score, and means, percentages and reversed items are computed \
                    from it. \
                    Not applicable is no score: written as NA it does not pull the mean down.
                    """),
                wrong: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 三 = 很像我
                    A1. 我坚持每天学习 [量表题 符合三级]
                    """,
                right: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 3 = 很像我
                    A1. 我坚持每天学习 [量表题 符合三级]
                    """),
            Explanation(
                "Z067", Wording("有的选项有分值，有的没有", "Some options have points and some do not"),
                why: Wording(
                    """
                    写了分值的题按分值计分，漏写的那一项算 0 分还是算没答，结果差得很远，选了它的人可能白白被拉低。\
                    请每一项都写明；本来就不该计分的，写“不计分”。
                    """,
                    """
                    Where options have points, the points are the score. \
                    Whether an option without them counts as 0 or as no answer makes a great difference to those who \
                    chose it. \
                    Give points to every option, or `unscored` to the one that is not to count.
                    """),
                wrong: """
                    # 自查
                    A1. 本处室的作风 [单选]
                    - 1 = 好 [5分]
                    - 2 = 一般 [3分]
                    - 9 = 说不准
                    """,
                right: """
                    # 自查
                    A1. 本处室的作风 [单选]
                    - 1 = 好 [5分]
                    - 2 = 一般 [3分]
                    - 9 = 说不准 [不计分]
                    """),
            Explanation(
                "Z072", Wording("量表没有题目用到", "A scale that no question uses"),
                why: Wording(
                    """
                    多出来的量表本身不碍事，可是它常常说明有一道题用错了另一个量表，答题的人看到的各档就不是您想的那些。\
                    确实用不着，就删掉它。
                    """,
                    """
                    A scale too many does no harm by itself. \
                    But often it means that a question uses another one by mistake, and people see other levels than \
                    you meant. \
                    If it really is not needed, delete it.
                    """),
                wrong: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 3 = 很像我
                    A1. 我坚持每天学习 [评分 1~3]
                    """,
                right: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 3 = 很像我
                    A1. 我坚持每天学习 [量表题 符合三级]
                    """),
            Explanation(
                "Z073", Wording("量表的各档跳了号", "A gap in the numbers of a scale"),
                why: Wording(
                    """
                    得分就按这些数来算：1、2、4 等于说最后一步有两步那么大，平均数和反向计分都跟着变。\
                    多半是漏了一档，或者打错了数。\
                    各档真要不等距，就在行尾写分值，例如 [10分]。
                    """,
                    """
                    Scores are computed from these numbers: 1, 2, 4 say that the last step is twice as large, and \
                    means and reversed items follow. \
                    Mostly a level was forgotten or a digit is wrong. \
                    If the steps really are unequal, give the levels points.
                    """),
                wrong: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 4 = 很像我
                    A1. 我坚持每天学习 [量表题 符合三级]
                    """,
                right: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 3 = 很像我
                    A1. 我坚持每天学习 [量表题 符合三级]
                    """),
        ])
}
