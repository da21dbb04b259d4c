extension ExplanationTheme {
    /// Who is asked, and what is checked.
    static let conditions = ExplanationTheme(
        name: Wording("条件", "Conditions"),
        explanations: [
            Explanation(
                "Z052", Wording("“提示”上面没有校验或提醒", "A message without a check or a warning"),
                why: Wording(
                    """
                    提示是条件不成立时对答题人说的话，上面没有条件，它就永远不会出现。\
                    多半是条件那一行删了或移走了，您以为有的核对，其实已经没有了。
                    """,
                    """
                    A message is what people are told when a condition fails; without a condition above it, it never \
                    appears. \
                    Mostly the condition was deleted or moved, and the check that you believe in is gone.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    提示：规定至少 5 天，请核对。
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    提醒：A1 ≥ 5
                    提示：规定至少 5 天，请核对。
                    """),
            Explanation(
                "Z071", Wording("条件里的题目不存在", "A condition names a question that does not exist"),
                why: Wording(
                    """
                    条件靠代码找题，找不到，这个条件就定不下来：题目要么谁也看不到，要么人人都被问。\
                    等到收回答卷才发现，已经没法补问了。
                    """,
                    """
                    A condition finds its question by the code; without it nothing can be decided, and the question \
                    is shown to nobody or to everybody. \
                    When that is noticed in the data, it is too late to ask again.
                    """),
                wrong: """
                    # 自查
                    PX. 今年参加过培训吗？ [是否]
                    TS. 培训了几天？ [数字 0~366 天]
                    显示：PS = 是
                    """,
                right: """
                    # 自查
                    PX. 今年参加过培训吗？ [是否]
                    TS. 培训了几天？ [数字 0~366 天]
                    显示：PX = 是
                    """),
            Explanation(
                "Z080", Wording("“且”和“或”混用，要加括号", "`and` and `or` together need brackets"),
                why: Wording(
                    """
                    “甲 或 乙 且 丙”有两种读法，两种读法问到的人不一样，有时差一整个处室。\
                    程序可以按规矩取一种，可是写的人未必知道这条规矩，所以请加括号写明。
                    """,
                    """
                    Who is asked by `a or b and c` depends on which is read first, and the difference may be a whole \
                    section. \
                    The program could follow some rule, but the writer may not know it, so brackets have to say it.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    - zf = 行政执法
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 您最需要的培训 [文本]
                    显示：A1 = 专业技术 或 A1 = 行政执法 且 A2 ≥ 5
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    - zf = 行政执法
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 您最需要的培训 [文本]
                    显示：（A1 = 专业技术 或 A1 = 行政执法）且 A2 ≥ 5
                    """),
            Explanation(
                "Z081", Wording("括号或引号没有配对", "A bracket or quotation mark without its other half"),
                why: Wording(
                    """
                    括号说明先看哪一部分，少了半个，就不知道括到哪里为止。\
                    括到不同的地方，问到的人也不同，所以请补全。
                    """,
                    """
                    Brackets say what belongs together; with one half missing nobody knows how far they reach. \
                    Where they end decides who is asked, so the other half is needed.
                    """),
                wrong: """
                    # 自查
                    A1. 您的工龄 [数字 0~45 年]
                    A2. 您最需要的培训 [文本]
                    显示：（A1 ≥ 5 且 A1 ≤ 20
                    """,
                right: """
                    # 自查
                    A1. 您的工龄 [数字 0~45 年]
                    A2. 您最需要的培训 [文本]
                    显示：（A1 ≥ 5 且 A1 ≤ 20）
                    """),
            Explanation(
                "Z082", Wording("条件没有写完，或看不懂", "A condition that is incomplete or not understood"),
                why: Wording(
                    """
                    一个条件有三样：哪道题、怎么比、和什么比，少一样就只能猜，猜错了，该问的人没有问到。\
                    两个条件之间写“且”或“或”，不写逗号，因为逗号说不清是两个都要，还是有一个就行。
                    """,
                    """
                    A condition has three parts: which question, how it is compared, and with what; if one is \
                    missing the rest is guesswork, and the wrong people are asked. \
                    Two conditions are joined by `and` or `or`, because a comma does not say whether both are needed \
                    or one will do.
                    """),
                wrong: """
                    # 自查
                    A1. 您的年龄 [数字 18~65 岁]
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 退休以后的打算 [文本]
                    显示：A1 ≥ 55，A2 ≥ 30
                    """,
                right: """
                    # 自查
                    A1. 您的年龄 [数字 18~65 岁]
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 退休以后的打算 [文本]
                    显示：A1 ≥ 55 且 A2 ≥ 30
                    """),
            Explanation(
                "Z083", Wording("比较符号不合这种题", "A comparison that does not suit the type"),
                why: Wording(
                    """
                    多选题的答案是好几项：“= 外出培训”可以是选了它，也可以是只选了它，问到的人不一样。\
                    所以多选题用“含”“不含”“只含”，单选题用“=”“≠”，只有数、日期和各档才比大小。
                    """,
                    """
                    The answer to a multiple choice is several things: `= external` may mean that it was chosen, or \
                    that nothing else was, and those are different people. \
                    So multiple choices take `has`, `lacks` and `only`, single ones = and ≠, and only numbers, dates \
                    and levels are less or greater.
                    """),
                wrong: """
                    # 自查
                    A1. 参加过哪些学习？ [多选]
                    - jz = 集中学习
                    - px = 外出培训
                    A2. 外出培训了几天？ [数字 0~366 天]
                    显示：A1 = 外出培训
                    """,
                right: """
                    # 自查
                    A1. 参加过哪些学习？ [多选]
                    - jz = 集中学习
                    - px = 外出培训
                    A2. 外出培训了几天？ [数字 0~366 天]
                    显示：A1 含 外出培训
                    """),
            Explanation(
                "Z084", Wording("那道题没有这个选项", "An option that the question does not have"),
                why: Wording(
                    """
                    和一个没有的选项比，永远不会成立，这道题谁也看不到。\
                    收回的数据里这一列全是空的，再也补不回来。
                    """,
                    """
                    A comparison with an option that does not exist never holds, and nobody sees the question. \
                    Its column in the data is empty, and cannot be filled any more.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    A2. 您的技术职称 [文本]
                    显示：A1 = 专业技木
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    A2. 您的技术职称 [文本]
                    显示：A1 = 专业技术
                    """),
            Explanation(
                "Z085", Wording("和数字题、日期题比的不是数或日期", "Compared with something that is no number or date"),
                why: Wording(
                    """
                    数字题的答案是数，“五天”没法和它比大小，这样的条件永远定不下来。\
                    写阿拉伯数字，不带单位；日期写成 2026-11-30，谁来读都是同一天。
                    """,
                    """
                    The answer to a number question is a number, and `five days` is neither more nor less than it. \
                    Write digits without a unit, and dates as 2026-11-30, which is the same day to every reader.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    提醒：A1 ≥ 五天
                    提示：规定至少 5 天，请核对。
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~366 天]
                    提醒：A1 ≥ 5
                    提示：规定至少 5 天，请核对。
                    """),
            Explanation(
                "Z086", Wording("条件用到了后面的题", "A condition uses a later question"),
                why: Wording(
                    """
                    轮到这道题的时候，后面的题还没有答，条件无从判断，只能一律不问或者一律问。\
                    把用到的题移到前面，或者把条件移到后面的题上。
                    """,
                    """
                    When this question's turn comes, the later one is not answered yet, so nothing can be decided \
                    and the question could only be asked of nobody or of everybody. \
                    Move the other question up, or the condition down.
                    """),
                wrong: """
                    # 自查
                    TS. 培训了几天？ [数字 0~366 天]
                    显示：PX = 是
                    PX. 今年参加过培训吗？ [是否]
                    """,
                right: """
                    # 自查
                    PX. 今年参加过培训吗？ [是否]
                    TS. 培训了几天？ [数字 0~366 天]
                    显示：PX = 是
                    """),
            Explanation(
                "Z087", Wording("绕成了一个圈", "A circle"),
                why: Wording(
                    """
                    甲等乙，乙又等甲，谁也不会先出现，这几道题没有一个人会被问到。\
                    维度之间互相合成也一样，得分永远算不出来。\
                    去掉其中一个条件就好了。
                    """,
                    """
                    If one question waits for the other and the other for the first, neither ever appears and nobody \
                    is asked. \
                    The same holds for dimensions that are combined from each other: there is no score. \
                    Leave one of the conditions out.
                    """),
                wrong: """
                    # 自查
                    A1. 培训了几天？ [数字 0~366 天]
                    显示：A2 ≥ 1
                    A2. 写了几篇心得？ [数字 0~99 篇]
                    显示：A1 ≥ 1
                    """,
                right: """
                    # 自查
                    A1. 培训了几天？ [数字 0~366 天]
                    A2. 写了几篇心得？ [数字 0~99 篇]
                    显示：A1 ≥ 1
                    """),
            Explanation(
                "Z088", Wording("条件永远成立，或永远不成立", "A condition that always or never holds"),
                why: Wording(
                    """
                    永远不成立的显示条件，题目谁也看不到；永远不成立的校验，谁也交不了卷；总是成立的，等于没有写。\
                    几乎都是数打错了，或者题目的范围改了，条件没有跟着改。
                    """,
                    """
                    A `show-if` that never holds hides the question from everybody, a `check` that never holds lets \
                    nobody finish, and what always holds might as well not be written. \
                    Nearly always a digit is wrong, or the question's range was changed and its condition was not.
                    """),
                wrong: """
                    # 自查
                    A1. 每周学习几小时？ [数字 0~60 小时]
                    A2. 主要学些什么？ [文本]
                    显示：A1 ≥ 100
                    """,
                right: """
                    # 自查
                    A1. 每周学习几小时？ [数字 0~60 小时]
                    A2. 主要学些什么？ [文本]
                    显示：A1 ≥ 10
                    """),
            Explanation(
                "Z089", Wording("括号套得太深", "Brackets nested too deeply"),
                why: Wording(
                    """
                    套了三十多层括号的条件没有人看得明白，也就没有人能核对它问的是谁。\
                    一般是粘贴的时候重复了，去掉多余的括号就好。
                    """,
                    """
                    Nobody understands a condition of more than thirty brackets within brackets, so nobody can check \
                    whom it asks. \
                    Usually something was pasted over and over: leave out the brackets that are not needed.
                    """),
                wrong: """
                    # 自查
                    A1. 您的工龄 [数字 0~45 年]
                    A2. 您最需要的培训 [文本]
                    显示：（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（A1 ≥ 5））））））））））））））））））））））））））））））））））））
                    """,
                right: """
                    # 自查
                    A1. 您的工龄 [数字 0~45 年]
                    A2. 您最需要的培训 [文本]
                    显示：（A1 ≥ 5）
                    """),
        ])
}
