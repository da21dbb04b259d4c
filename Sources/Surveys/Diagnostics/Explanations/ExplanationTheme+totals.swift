extension ExplanationTheme {
    /// How dimensions become a total, and scores become grades.
    static let totals = ExplanationTheme(
        name: Wording("合成和等级", "Combined scores and grades"),
        explanations: [
            Explanation(
                "Z063", Wording("合成的份额加起来不是 100%", "Shares that do not add up to 100%"),
                why: Wording(
                    """
                    总分由各维度按份额合成。\
                    加起来只有 95%，满分的人也到不了满分，等级的分数线就都偏了；超过 100%，又会超出满分。\
                    想按比例折算，就不写百分号，写份数。
                    """,
                    """
                    The total is put together from the dimensions by their shares. \
                    With 95% even the best cannot reach the top, and every threshold is off; above 100% people score \
                    more than there is to score. \
                    For proportions leave the percent signs out.
                    """),
                wrong: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    维度：作风
                    取题：A2
                    维度：综合
                    合成：学风 40%、作风 55%
                    """,
                right: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    维度：作风
                    取题：A2
                    维度：综合
                    合成：学风 40%、作风 60%
                    """),
            Explanation(
                "Z064", Wording("分数线没有从高到低", "Thresholds that do not descend"),
                why: Wording(
                    """
                    等级从上往下看，够得着的第一条就是。\
                    写在下面的线比上面的还高，就永远轮不到它，而报告里只看得出这一等的人数是零。
                    """,
                    """
                    Grades are read from the top, and the first threshold that is reached decides. \
                    One that is higher than the one above it is never reached, and all that the report shows is that \
                    nobody has this grade.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 80 = 优秀
                    - ≥ 90 = 良好
                    - 其余 = 待改进
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 90 = 优秀
                    - ≥ 80 = 良好
                    - 其余 = 待改进
                    """),
            Explanation(
                "Z065", Wording("最后一档要写“其余”", "The last band has to be the rest"),
                why: Wording(
                    """
                    线再低，也会有人在线下。\
                    没有“其余”，这些人就没有等级，各等的人数加起来比总人数少，委员会会问剩下的人到哪里去了。\
                    “其余”要是不在最后，它后面的等级就永远轮不到。
                    """,
                    """
                    However low the last threshold is, somebody may be below it. \
                    Without `rest` these people have no grade, the grades do not add up to the number of people, and \
                    the committee will ask where the others are. \
                    And behind `rest` no grade is ever reached.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 90 = 优秀
                    - ≥ 80 = 良好
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 90 = 优秀
                    - ≥ 80 = 良好
                    - 其余 = 待改进
                    """),
            Explanation(
                "Z066", Wording("分数线看不懂，或在得分的范围之外", "A threshold that is not understood or out of reach"),
                why: Wording(
                    """
                    分数线要落在这个维度可能的得分里。\
                    1 到 5 分的平均数用 85 作线，谁也够不着，人人都落到最后一等。\
                    多半是忘了写“换算：百分制”。
                    """,
                    """
                    A threshold lies among the scores that the dimension can have. \
                    Nobody reaches 85 by a mean of 1 to 5, so everybody would fall into the last grade. \
                    Mostly `rescale: pomp` was forgotten.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 1~5]
                    维度：评价
                    取题：A1
                    - ≥ 85 = 优秀
                    - 其余 = 一般
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 1~5]
                    维度：评价
                    取题：A1
                    换算：百分制
                    - ≥ 85 = 优秀
                    - 其余 = 一般
                    """),
            Explanation(
                "Z077", Wording("合成用到的维度不存在", "A combined dimension that does not exist"),
                why: Wording(
                    """
                    名称差一个字，这个维度就没有合进总分。\
                    要是放过去，总分里就只剩下其余的部分，按份额定下的轻重全变了。
                    """,
                    """
                    With a slip in its name a dimension would not enter the total. \
                    Only the other parts would be left in it, and the agreed weights would mean nothing.
                    """),
                wrong: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    维度：作风
                    取题：A2
                    维度：综合
                    合成：学凤 40%、作风 60%
                    """,
                right: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    维度：作风
                    取题：A2
                    维度：综合
                    合成：学风 40%、作风 60%
                    """),
            Explanation(
                "Z078", Wording("合成的维度写了用不上的设置", "A combined dimension with settings of no use"),
                why: Wording(
                    """
                    合成的得分只从各部分来，取题、计法、换算、缺答在这里都不起作用。\
                    两样都写，看问卷的人会以为两样都算了；规则只写在起作用的地方，大家才说得到一起。
                    """,
                    """
                    A combined score comes from its parts only; items, method, rescaling and missing answers play no \
                    role in it. \
                    Whoever reads both would believe that both count. \
                    Rules stand where they work, so that everybody speaks of the same thing.
                    """),
                wrong: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    维度：作风
                    取题：A2
                    维度：综合
                    合成：学风 40%、作风 60%
                    换算：百分制
                    """,
                right: """
                    # 自查
                    A1. 学风评价 [评分 0~10]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    换算：百分制
                    维度：作风
                    取题：A2
                    换算：百分制
                    维度：综合
                    合成：学风 40%、作风 60%
                    """),
        ])
}
