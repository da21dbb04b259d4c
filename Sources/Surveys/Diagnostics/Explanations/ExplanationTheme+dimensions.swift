extension ExplanationTheme {
    /// Which items make a score, and how.
    static let dimensions = ExplanationTheme(
        name: Wording("维度", "Dimensions"),
        explanations: [
            Explanation(
                "Z061", Wording("维度没有取题", "A dimension without items"),
                why: Wording(
                    """
                    维度的得分由它取的题算出来，一道也没有，就没有得分，报告里空着的一栏会让委员会以为出了错。\
                    多半是“取题”那一行漏了，或者写到了别的维度下面。
                    """,
                    """
                    A dimension's score is computed from its items; with none there is no score, and the committee \
                    will think that the empty line is a fault. \
                    Mostly the line with the items was forgotten, or stands below another dimension.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    维度：评价
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    维度：评价
                    取题：A1
                    """),
            Explanation(
                "Z062", Wording("权重或份额看不懂", "A weight or a share that is not understood"),
                why: Wording(
                    """
                    权重说明一道题在维度里占多重，份额说明一个维度在总分里占多重。\
                    看不懂就当作 1 倍，得分照样出来，只是不是你们定的那个办法，评出来的等级可能就不同。
                    """,
                    """
                    A weight says how much an item counts within its dimension, a share how much a dimension counts \
                    within the total. \
                    If one that is not understood simply became 1, there would still be a score, but not the one \
                    that was agreed, and people's grades might differ.
                    """),
                wrong: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1 ×1.5、A2
                    """,
                right: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1 ×3、A2 ×2
                    """),
            Explanation(
                "Z068", Wording("一道题或一个维度取了两次", "Something is taken twice"),
                why: Wording(
                    """
                    取了两次的题在得分里占两份，别的题就变轻了；它和自己完全一致，信度也会虚高。\
                    真要让它占得重，就写明权重，看报告的人才知道。
                    """,
                    """
                    An item that is taken twice counts twice, and the others count less. \
                    It also agrees perfectly with itself, so that reliability looks better than it is. \
                    If it is to count more, write its weight, for every reader of the report to see.
                    """),
                wrong: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2、A1
                    """,
                right: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1 ×2、A2
                    """),
            Explanation(
                "Z069", Wording("允许缺答的题太多", "Too many items may be missing"),
                why: Wording(
                    """
                    一共两题，缺两题也给分，就是一题没答的人也有得分，这个得分没有任何依据。\
                    至少要有一题作答；一般让缺的不超过一半。
                    """,
                    """
                    If there are two items and both may be missing, somebody who answered nothing gets a score that \
                    rests on nothing. \
                    At least one answer is needed; usually no more than half are let go.
                    """),
                wrong: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2
                    缺答：至多 2 题
                    """,
                right: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2
                    缺答：至多 1 题
                    """),
            Explanation(
                "Z074", Wording("取的题没有分值，或计法不合", "An item without a score, or with another method"),
                why: Wording(
                    """
                    文字、日期和多选这样的题没有分值，能力对又要先说明怎么相减，放进维度都算不出得分。\
                    要是悄悄跳过，维度就少了一题，名称却还是原来的，看报告的人不会知道。
                    """,
                    """
                    A text, a date or a choice of several has no score, and a pair needs to say how its two levels \
                    are compared. \
                    If such an item were skipped in silence, the dimension would keep its name with one item less, \
                    and no reader of the report would know.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    A2. 意见建议 [文本]
                    维度：评价
                    取题：A1、A2
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    A2. 意见建议 [文本]
                    维度：评价
                    取题：A1
                    """),
            Explanation(
                "Z075", Wording("取的题不存在", "An item that does not exist"),
                why: Wording(
                    """
                    代码打错一个字，这道题就算不进得分。\
                    要是放过去，维度照样有分，只是少了一题，和往年比出来的升降，其实是题目不一样了。
                    """,
                    """
                    With a slip in its code an item would not be counted. \
                    There would still be a score, of one item less, and its rise or fall since last year would only \
                    show that the items differ.
                    """),
                wrong: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A22
                    """,
                right: """
                    # 自查
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2
                    """),
            Explanation(
                "Z076", Wording("放在一起的题或维度，分数的范围不同", "Scores of different ranges put together"),
                why: Wording(
                    """
                    满分 5 分的题和满分 10 分的题一起求平均，10 分的会压倒 5 分的，得出的数也说不清是几分制的。\
                    先各成一个维度，换算成同样的范围，再合成。
                    """,
                    """
                    In a mean of items up to 5 and items up to 10 the latter outweigh the former, and nobody can say \
                    out of how much the result is. \
                    Make a dimension of each, bring both to the same range, and combine them.
                    """),
                wrong: """
                    # 自查
                    A1. 学风评价 [评分 1~5]
                    A2. 作风评价 [评分 0~10]
                    维度：综合
                    取题：A1、A2
                    """,
                right: """
                    # 自查
                    A1. 学风评价 [评分 1~5]
                    A2. 作风评价 [评分 0~10]
                    维度：学风
                    取题：A1
                    换算：百分制
                    维度：作风
                    取题：A2
                    换算：百分制
                    维度：综合
                    合成：学风 50%、作风 50%
                    """),
            Explanation(
                "Z106", Wording("还没有维度，报告里没有得分", "No dimension, so the report has no scores"),
                why: Wording(
                    """
                    得分都由维度算出来。\
                    一个维度也没有，答案照样读入、核对，报告里却没有得分，往往要到收完答卷才发现。\
                    本来就不计分的问卷，可以不理会这条建议。
                    """,
                    """
                    All scores come from dimensions. \
                    Without one, answers are read and checked, but the report has no scores, and that is often \
                    noticed only after collection. \
                    For a survey that is not meant to score, leave it as it is.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    维度：评价
                    取题：A1
                    """),
        ])
}
