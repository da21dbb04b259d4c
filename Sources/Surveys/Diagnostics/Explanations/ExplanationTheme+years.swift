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
            Explanation(
                "Z090",
                Wording("题干或选项和上一版不一样，没有说明能不能比", "A wording has changed and nothing says whether the years compare"),
                why: Wording(
                    """
                    同一个代码，今年和去年问的话不一样，分数升降就说不清是人变了，还是问法变了。\
                    意思变没变只有出题的人知道，所以请写明：没变写 [改述可比]，趋势照常连线；变了写 [改述不可比]，或者换一个新代码。
                    """,
                    """
                    When the same code asks in other words than last year, nobody can say whether the people have \
                    changed or the question. \
                    Only its author knows whether it still means the same, so say it: [reworded-comparable] keeps \
                    the trend, [reworded-not-comparable] or a new code breaks it.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我能把所学知识用于工作
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我会把学到的内容用到工作中
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我会把学到的内容用到工作中 [改述可比]
                    """),
            Explanation(
                "Z091", Wording("上一版的代码不见了，也没有写进“停用”", "A code of the previous edition is gone and not retired"),
                why: Wording(
                    """
                    代码不见了，可能是有意删的，也可能是手滑删掉了一行，那样今年的数据就少一列，再也补不回来。\
                    有意删的写进“停用”，以后才不会有人把这个代码给了别的题，把两道不同的题连成一条趋势线。
                    """,
                    """
                    A code may be gone on purpose, or a line was deleted by a slip, and then a column of this year's \
                    data is lost for good. \
                    What is meant to go is listed in `retired`, so that nobody gives its code to another question \
                    later and joins two different questions in one trend line.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我能把所学知识用于工作
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    停用：XF2
                    """),
            Explanation(
                "Z092", Wording("题干没有变，代码变了", "The same wording under another code"),
                why: Wording(
                    """
                    历年的数据靠代码接起来，题干一字没改而代码改了，这道题的往年就丢了，今年像是第一次问。\
                    同一道题就把代码改回去；确实是另一道题，标 [新增]，旧代码写进“停用”。
                    """,
                    """
                    Years are joined by codes: with another code a question that reads the same loses its past and \
                    looks as if it were asked for the first time. \
                    If it is the same question, change the code back; if it is not, mark it [new] and retire the old \
                    code.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我能把所学知识用于工作
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF3 = 我能把所学知识用于工作
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我坚持每天学习
                    - XF2 = 我能把所学知识用于工作
                    """),
            Explanation(
                "Z093", Wording("选项、各档或分值和上一版不同", "Answers or points differ from the previous edition"),
                why: Wording(
                    """
                    五档的 4 分和七档的 4 分不是一个意思，选项增减以后，同一项的比例也会变，哪怕人人的想法都没变。\
                    这样的两年不能放在一起比。\
                    确实要改，就写明从今年重新起算；只加了选项，就给新选项标 [新增]。
                    """,
                    """
                    A 4 out of five is not a 4 out of seven, and when options come or go the shares of the others \
                    change although nobody has changed his mind. \
                    Two such years cannot be put side by side. \
                    If the change is meant, say that the count begins anew; where options were only added, mark them \
                    [new].
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 总体评价 [评分 1~5]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 1~7]
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 1~7 改述不可比]
                    """),
            Explanation(
                "Z094", Wording("维度取的题和上一版不同", "A dimension takes other items than in the previous edition"),
                why: Wording(
                    """
                    题目不一样，维度的得分就不是同一个得分：加进一道容易得分的题，平均数会升，看上去像是进步了。\
                    报告只用两年都有的题来比，一道共同的题也没有就断开，所以先提醒您看清这条趋势还剩下什么。
                    """,
                    """
                    With other items a score is another score: one easy item more lifts the mean and looks like \
                    progress. \
                    Reports compare the years over their common items, and not at all when there are none, so look \
                    first at what is left of the trend.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 集中学习的收获 [评分 0~10]
                    A2. 网络学习的收获 [评分 0~10]
                    维度：收获
                    取题：A1、A2
                    """),
            Explanation(
                "Z095", Wording("新的代码没有标 [新增]", "A new code is not marked [new]"),
                why: Wording(
                    """
                    上一版没有的代码，可能是新题，也可能是把旧题的代码打错了一个字，那样旧题的趋势就断在去年。\
                    新题标上 [新增]，看报告的人也就知道它为什么没有往年的数。
                    """,
                    """
                    A code that the previous edition did not have belongs to a new question, or it is an old one \
                    with a slip in it, and then that question's trend ends with last year. \
                    Mark a new question [new]; readers of the report will then know why it has no past.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 总体评价 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    A2. 您最需要的培训 [文本]
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    A2. 您最需要的培训 [文本 新增]
                    """),
            Explanation(
                "Z096", Wording("标记和上一版对不上", "A mark that the previous edition belies"),
                why: Wording(
                    """
                    “新增”“改述可比”“改述不可比”说的是今年和去年的关系，只写一年。\
                    去年留下来的“新增”要是还在，程序会以为这道题没有往年，把一条好好的趋势断开。
                    """,
                    """
                    The marks [new], [reworded-comparable] and [reworded-not-comparable] say how this year relates \
                    to last year, and stand for one year. \
                    If last year's [new] is still there, the question seems to have no past, and a sound trend is \
                    broken.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 总体评价 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10 新增]
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    """),
            Explanation(
                "Z097", Wording("“停用”和往年对不上", "The retired codes do not agree with other years"),
                why: Wording(
                    """
                    停用的代码要一年一年抄下去，只增不减：今年漏抄一个，明年就可能有人拿它作新题的代码。\
                    列着一个从来没有用过的代码，多半是打错了字，真正要停用的那个还空着。
                    """,
                    """
                    Retired codes are carried on from year to year and never fewer: one that is left out may become \
                    the code of a new question next year. \
                    One that was never in use is mostly a slip, and the code that was meant is not retired.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 总体评价 [评分 0~10]
                    停用：A2、A3
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    停用：A3
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~10]
                    停用：A2、A3
                    """),
            Explanation(
                "Z098", Wording("拿来比较的不是“上一版”说的那一年", "The file compared with is of another year"),
                why: Wording(
                    """
                    和隔了几年的问卷比，中间改过又改回来的题会一声不响，中间停用的代码也看不见。\
                    核对一下：要么“上一版”写错了年份，要么文件拿错了。
                    """,
                    """
                    Compared with an edition of years ago, a question that was changed and changed back looks \
                    untouched, and codes retired in between are not seen. \
                    Either the year of `previous` is wrong, or it is the wrong file.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2024
                    A1. 总体评价 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    上一版：2025
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    版本：2026
                    上一版：2024
                    A1. 总体评价 [评分 0~10]
                    """),
            Explanation(
                "Z099", Wording("上一版的问卷用不上", "The previous edition cannot be used"),
                why: Wording(
                    """
                    写了“上一版”，就是要和它核对：改了的题干、不见了的代码，只有对着去年的文件才看得出来。\
                    找不到那份文件，或者它自己有错误，这些就都没有核对，打错一个代码也不会有人发现。
                    """,
                    """
                    Naming the previous edition means to be checked against it: only last year's file shows which \
                    wordings changed and which codes are gone. \
                    If the file is missing or has errors itself, none of that was checked, and a slip in a code goes \
                    unnoticed.
                    """),
                wrong: Explanation.Example(
                    """
                    # 自查
                    版本：2026
                    上一版：2025
                    A1. 总体评价 [评分 0~10]
                    """, beside: .noPrevious),
                right: Explanation.Example(
                    """
                    # 自查
                    版本：2026
                    上一版：2025
                    A1. 总体评价 [评分 0~10]
                    """,
                    beside: .previous(
                        """
                        # 自查
                        版本：2025
                        A1. 总体评价 [评分 0~10]
                        """))),
            Explanation(
                "Z110", Wording("逻辑和上一版不同", "The logic differs from the previous edition"),
                why: Wording(
                    """
                    去年人人都问的题，今年只问一部分人，答的人就不是同一群人了，平均数会变，而题目一字未改。\
                    范围、必答、校验也一样。\
                    是有意改的就不用管，只是请您看一眼。
                    """,
                    """
                    A question that everybody was asked last year and only some are asked this year is answered by \
                    other people, and its mean moves although not a word of it has changed. \
                    The same goes for ranges, checks and what may be left out. \
                    If the change is meant, leave it: this is only to be seen once.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 今年参加过培训吗？ [是否]
                    A2. 培训的收获 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 今年参加过培训吗？ [是否]
                    A2. 培训的收获 [评分 0~10]
                    显示：A1 = 是
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 今年参加过培训吗？ [是否]
                    A2. 培训的收获 [评分 0~10]
                    """),
            Explanation(
                "Z111", Wording("计分规则或等级和上一版不同", "Scoring rules or bands differ from the previous edition"),
                why: Wording(
                    """
                    分数线从 85 降到 80，优秀的人数就会多起来，并不是大家做得更好了。\
                    有意改的要在报告里向委员会说明；无意改的，现在改回来还来得及。
                    """,
                    """
                    When a threshold falls from 85 to 80 more people are excellent, and nobody has done better. \
                    A change that is meant has to be explained to the committee, and one that is not can still be \
                    undone.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 85 = 优秀
                    - 其余 = 一般
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 80 = 优秀
                    - 其余 = 一般
                    """,
                right: """
                    # 自查
                    版本：2026
                    A1. 总体评价 [评分 0~100]
                    维度：评价
                    取题：A1
                    - ≥ 85 = 优秀
                    - 其余 = 一般
                    """),
            Explanation(
                "Z112", Wording("对答题人的承诺和上一版不同", "What respondents are promised differs from the previous edition"),
                why: Wording(
                    """
                    匿名、分组下限、凭证是对答题人说好的事，人们是照去年的说法来判断敢不敢说真话的。\
                    悄悄放宽一条，今年的答案会更谨慎，和往年也就不好比了；传出去，明年就没有人肯答。
                    """,
                    """
                    Anonymity, the smallest group and the access codes are promises, and people judge by last year's \
                    whether they can be frank. \
                    If one is quietly relaxed, this year's answers are more guarded and hard to compare; once word \
                    gets round, nobody answers next year.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    分组下限：10
                    A1. 总体评价 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    分组下限：8
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    版本：2026
                    分组下限：10
                    A1. 总体评价 [评分 0~10]
                    """),
            Explanation(
                "Z113", Wording("其他文字或先后和上一版不同", "Other texts or the order differ from the previous edition"),
                why: Wording(
                    """
                    章节标题、说明和题目的先后也会影响怎么答：先问了满意度，后面的评价就会跟着走。\
                    这些改动一般不妨碍比较，只是请您确认是有意改的，不是拖动时放错了地方。
                    """,
                    """
                    Headings, help and the order of questions also shape the answers: what was asked first colours \
                    what follows. \
                    Such changes seldom spoil a comparison; this only asks you to make sure that they are meant and \
                    that nothing was dropped in the wrong place.
                    """),
                beside: .previous(
                    """
                    # 自查
                    版本：2025
                    ## 一、学风
                    A1. 总体评价 [评分 0~10]
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    ## 一、作风
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    版本：2026
                    ## 一、学风
                    A1. 总体评价 [评分 0~10]
                    """),
        ])
}
