extension ExplanationTheme {
    /// What the square bracket at the end of a line says.
    static let brackets = ExplanationTheme(
        name: Wording("方括号、题型和标记", "Brackets, types and marks"),
        explanations: [
            Explanation(
                "Z010", Wording("方括号没有写完", "A bracket with one half missing"),
                why: Wording(
                    """
                    行尾的方括号说明这是什么题、收什么样的答案。\
                    少了半边，就分不清哪些字给人看、哪些给机器看：答题的人会看到“[数字 0~366 天”几个字，而范围并没有生效。
                    """,
                    """
                    The bracket at the end of a line says what type of question it is and which answers are taken. \
                    With one half missing it is not clear which words are for people and which for the machine: \
                    respondents would read the settings, and the settings would not hold.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z011", Wording("不认识的标记", "An unknown mark"),
                why: Wording(
                    """
                    标记会改变得分：“反向”让 5 分变成 1 分。\
                    写错一个字要是放过去，这一行就按正向计分，越不爱学习的人得分越高，信度也会低得没有道理，而报告看上去一切正常。
                    """,
                    """
                    Marks change scores: `reverse` turns a 5 into a 1. \
                    If a misspelt one passed, the row would be counted the wrong way round, reliability would drop \
                    for no visible reason, and the report would look quite normal.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 一忙我就把学习放到一边 [反项]
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 一忙我就把学习放到一边 [反向]
                    """),
            Explanation(
                "Z012", Wording("没有写题型", "No question type"),
                why: Wording(
                    """
                    没有题型，就不知道该给人几个选项、一个格子还是一段打分的尺子，答案也无从核对。\
                    替您猜一种，猜错了，收回来的就是一堆对不上选项的字。
                    """,
                    """
                    Without a type nobody knows whether to offer options, a box or a scale, and no answer can be \
                    checked. \
                    If the type were guessed and the guess were wrong, what comes back would be words that fit no \
                    option.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位
                    - gl = 综合管理
                    - js = 专业技术
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z013", Wording("不认识的题型", "An unknown question type"),
                why: Wording(
                    """
                    题型决定答案怎么收、怎么存、能不能计分。\
                    把“单选提”随便当成一种题，比如填空，几百个人就各写各的，收回来再归类要花几天，和往年也没法比。
                    """,
                    """
                    The type decides how answers are taken, kept and scored. \
                    If a misspelt one became any type at hand, a text field for instance, hundreds of people would \
                    write hundreds of things. \
                    Sorting them would take days, and comparing them with last year would be impossible.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选提]
                    - gl = 综合管理
                    - js = 专业技术
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z014", Wording("题型后面的设置看不懂", "A setting of the type that is not understood"),
                why: Wording(
                    """
                    范围、项数、字数是用来挡住不合理的答案的，看不懂就挡不住。\
                    本想限定 0 到 366 天，实际上什么数都收，一个 3660 就能把全处的平均数拉高一截。
                    """,
                    """
                    Ranges and counts keep impossible answers out, and one that is not understood keeps nothing out. \
                    Where 0 to 366 days were meant any number would be taken, and a single 3660 lifts the mean of a \
                    whole section.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 0至366 天]
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z015",
                Wording("标记重复、互相矛盾或放错了地方", "Marks that are doubled, contradict each other or stand in the wrong place"),
                why: Wording(
                    """
                    两个标记说的话对不上：“新增”说往年没有这道题，“改述可比”说可以和往年比，听哪一个，趋势图都可能连错。\
                    “反向”写给一整块题也说不清，到底是哪几行要反过来计分。
                    """,
                    """
                    Two marks may contradict each other: `new` says that last year had no such question, \
                    `reworded-comparable` that it can be compared with last year's, and either may draw a wrong \
                    trend line. \
                    `reverse` on a whole block leaves open which of its rows are to be turned round.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10 新增 改述可比]
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10 改述可比]
                    """),
            Explanation(
                "Z016", Wording("方括号写错了地方", "A bracket in the wrong place"),
                why: Wording(
                    """
                    方括号只在题目、选项和各档的行尾起作用，而且一行只有一个。\
                    写在别处，它就只是文字：答题的人会看到“[选填]”两个字，却还是非答不可。
                    """,
                    """
                    A bracket works only at the end of a question, an option or a level, and there is one to a line. \
                    Elsewhere it is only text: respondents would read that an answer is optional and still be made \
                    to give one.
                    """),
                wrong: """
                    # 自查
                    A1. 您的职务 [选填] [文本]
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本 选填]
                    """),
            Explanation(
                "Z017", Wording("分值或评分的范围太大", "Points or a rating out of all proportion"),
                why: Wording(
                    """
                    分值和评分都在 -1000 到 1000 之间。\
                    更大的数多半是多敲了一个零，一道 0 到 10000 的题会压倒其他所有的题，平均分由它一个说了算。\
                    真要收很大的数，用数字题。
                    """,
                    """
                    Points and ratings lie between -1000 and 1000. \
                    A larger number is mostly one zero too many, and an item of 0 to 10000 would outweigh all the \
                    others in a mean. \
                    For amounts that really are large there is the type `number`.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10000]
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~100]
                    """),
            Explanation(
                "Z053", Wording("范围写反了", "A reversed range"),
                why: Wording(
                    """
                    左边大、右边小的范围里一个数也没有，无论填什么都不合格，必答的题就谁也交不了卷。\
                    填写的起止日期写反了也一样，没有一天可以填。
                    """,
                    """
                    No number lies between a larger left end and a smaller right end: whatever people enter is \
                    refused, and nobody can finish. \
                    The same holds for the dates of collection, which would leave not a single day.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 366~0 天]
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z054", Wording("少了量表的名称或评分的范围", "No scale, or no range of a rating"),
                why: Wording(
                    """
                    量表题要知道给人看哪几档，评分题要知道从几到几。\
                    没有它们，就没有可选的答案，也没有最高分和最低分，百分制和反向计分都算不出来。
                    """,
                    """
                    A scale question has to know its levels, and a rating its two ends. \
                    Without them there is nothing to choose from, and no highest and lowest score either, so that \
                    neither percentages nor reversed items can be computed.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分]
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    """),
            Explanation(
                "Z055", Wording("没有这个名称的量表", "No scale of this name"),
                why: Wording(
                    """
                    量表决定有几档、每档什么字、几分。\
                    名称差一个字就换成另一个量表，五档可能变成七档，分数的意思就变了，和往年的比较也断了。
                    """,
                    """
                    The scale decides how many levels there are, what they say and what they count. \
                    If a misspelt name fell to another scale, five levels might become seven: the scores would mean \
                    something else, and the comparison with last year would be lost.
                    """),
                wrong: """
                    # 自查
                    量表：符合三级
                    - 1 = 完全不像我
                    - 2 = 有点像我
                    - 3 = 很像我
                    A1. 我坚持每天学习 [量表题 符和三级]
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
                "Z105", Wording("圆括号里的标记不起作用", "A mark in round brackets has no effect"),
                why: Wording(
                    """
                    圆括号里的字是给答题人看的，程序不照它办。\
                    “（反向）”写在圆括号里，这一行仍按正向计分，得分就反了；答题的人看见“反向”，还会去猜哪种答案是想要的。
                    """,
                    """
                    Round brackets are for the reader, and the machine does not act on them. \
                    With `(reverse)` in round brackets the row still counts the wrong way round, and respondents who \
                    read it start to guess which answer is wanted.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 一忙我就把学习放到一边（反向）
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 一忙我就把学习放到一边 [反向]
                    """),
        ])
}
