extension ExplanationTheme {
    /// What last year's file tells of this year's.
    static let revisions = ExplanationTheme(
        name: Wording("和上一版比较", "Compared with last year's survey"),
        explanations: [
            Explanation(
                "Z090", Wording("题干改了，没有说明还能不能比较", "A wording changed, and nobody says whether the years compare"),
                why: Wording(
                    """
                    问法变了，分数的升降就说不清是人变了还是题变了。\
                    意思没变标 [改述可比]，趋势照常连线；意思变了标 [改述不可比]，从今年重新起算。\
                    这件事只有写问卷的人知道，程序不替您猜。
                    """,
                    """
                    When the wording changes, nobody can tell whether the people changed or the question. \
                    Mark it [reworded-comparable] where the meaning is the same and the trend goes on, [reworded-not-comparable] where it begins anew. \
                    Only the author knows, so this is never guessed.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学了就用
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学了就用 [改述可比]
                    """),
            Explanation(
                "Z091", Wording("去年的代码不见了，也没有停用", "A code of last year is gone and not retired"),
                why: Wording(
                    """
                    题不问了，它的代码也不能再给别的题用，所以要写进“停用”。\
                    没有写，往往是误删了一行，等到出报告才发现少了一题。
                    """,
                    """
                    A question that is no longer asked keeps its code, so that code goes into the list of retired ones. \
                    Where it does not, a line was often deleted by mistake, and the report is the first to tell.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    停用：XF2
                    """),
            Explanation(
                "Z092", Wording("同一道题换了代码", "The same question under a new code"),
                why: Wording(
                    """
                    历年的数据按代码对应，代码一换，这道题的往年就丢了。\
                    多半是打错了代码，改回去即可。\
                    确实是另一道题，就标 [新增]，并停用旧代码。
                    """,
                    """
                    The years are joined by code, so a question with a new code loses its past. \
                    Most often the code was mistyped; change it back. \
                    Where it really is another question, mark it [new] and retire the old code.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF7 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z093", Wording("答案或分值和去年不同", "Answers or points differ from last year"),
                why: Wording(
                    """
                    选项、分值或反向一变，同一个得分说的就不是同一件事，报告不再拿它和往年比。\
                    有意改的，给题目标 [改述不可比]；只加了选项，给新选项标 [新增]。\
                    只改了量表的文字，报告照常比较，请核对意思有没有变。
                    """,
                    """
                    With other options, points or a reversal the same score no longer says the same, and reports stop comparing it. \
                    Where it is meant, mark the question [reworded-not-comparable], or an added option [new]. \
                    Where only a scale's words changed the years stay compared; make sure that the meaning did not.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    GW. 岗位 [单选]
                    - gl = 管理
                    - js = 技术
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    GW. 岗位 [单选]
                    - gl = 管理
                    - js = 技术
                    - zf = 执法
                    """,
                right: """
                    # 自查
                    版本：2026
                    GW. 岗位 [单选]
                    - gl = 管理
                    - js = 技术
                    - zf = 执法 [新增]
                    """),
            Explanation(
                "Z094", Wording("维度取的题和去年不同", "A dimension takes other items than last year"),
                why: Wording(
                    """
                    维度换了题，分数变了也许只是题变了。\
                    所以报告只用两年都有、权重也相同的题来比较；一道共同的题都没有，趋势就断开。
                    """,
                    """
                    Where a dimension takes other items, its score may change for that alone. \
                    So reports compare the items that both years share with the same weight; without any, the trend breaks.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF1
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF
                    """),
            Explanation(
                "Z095", Wording("新代码没有标 [新增]", "A new code is not marked as new"),
                why: Wording(
                    """
                    去年没有的代码，可能是新题，也可能是打错的旧代码。\
                    标了 [新增]，报告就知道它没有往年，核对的人也知道这是有意加的。
                    """,
                    """
                    A code that last year did not have is a new question, or an old code mistyped. \
                    Marked [new], the report knows that it has no past, and whoever checks knows that it is meant.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    - XF3 = 乐于分享
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    - XF3 = 乐于分享 [新增]
                    """),
            Explanation(
                "Z096", Wording("标记和去年的问卷对不上", "A mark that last year's survey belies"),
                why: Wording(
                    """
                    [新增] 和 [改述……] 说的是这一年和上一年的关系，只写一年。\
                    照抄去年的文件时忘了去掉，报告会以为题又换了一次，把趋势断开。
                    """,
                    """
                    The marks [new] and [reworded-…] say how this year relates to the one before, and are written for one year. \
                    Left in a copied file, they make the report think that the question changed again, and it breaks the trend.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合 [新增]
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z097", Wording("停用的代码没有照抄，或从来没有用过", "Retired codes not carried on, or never used"),
                why: Wording(
                    """
                    “停用”要年年照抄、只增不减。\
                    少抄一个，过几年就会有人把它给了别的题，两道题接成一条趋势线。
                    """,
                    """
                    The list of retired codes is copied from year to year and only grows. \
                    Leave one out, and in a few years somebody gives it to another question, and two questions become one trend.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    停用：XF3
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    停用：XF3
                    """),
            Explanation(
                "Z098", Wording("上一版的年份和找到的文件不一致", "The previous survey is of another year"),
                why: Wording(
                    """
                    拿错了年份，改动就对错了对象。\
                    请核对这份问卷的“上一版”和那份文件的“版本”。
                    """,
                    """
                    With the wrong year, changes are told against the wrong survey. \
                    Check `previous` in this survey and `version` in that file.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    上一版：2024
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    上一版：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z099", Wording("没有和上一版核对", "Not compared with the previous survey"),
                why: Wording(
                    """
                    写了“上一版”，就会找旁边那一年的文件来核对；没有找到，或那份文件有错误，这一步就跳过了。\
                    把文件放在旁边，或用 `--previous` 写出它的名字。
                    """,
                    """
                    Where `previous` is written, the file of that year beside this one is compared with it; where it is missing or has errors, that step is left out. \
                    Put the file beside this one, or name it with `--previous`.
                    """),
                previous: .missing,
                wrong: """
                    # 自查
                    版本：2026
                    上一版：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z110", Wording("逻辑和去年不同", "The logic differs from last year"),
                why: Wording(
                    """
                    显示条件、校验、必答和范围一变，答题的人就变了，人数和得分都会跟着变。\
                    程序不知道是不是有意改的，所以只提醒一次，列出每一处。
                    """,
                    """
                    With other conditions, checks or ranges other people answer, and counts and scores follow. \
                    Whether it is meant only the author knows, so it is said once, with every place.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合 [选填]
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z111", Wording("计分规则或等级和去年不同", "Scoring rules or bands differ from last year"),
                why: Wording(
                    """
                    缺答、换算、方向和等级线改了，同样的答案会得到不同的分数和等级。\
                    报告把两年都按今年的规则算；去年已经公布的分数，可能和新报告里的不一样。
                    """,
                    """
                    With another rule for missing answers, another rescaling or other bands the same answers give other scores. \
                    Reports score both years by this year's rule, so last year's published figures may differ from those in the new report.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF
                    缺答：至多 0 题
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF
                    缺答：至多 1 题
                    """,
                right: """
                    # 自查
                    版本：2026
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    维度：学风
                    取题：XF
                    缺答：至多 0 题
                    """),
            Explanation(
                "Z112", Wording("对答题人的承诺和去年不同", "What respondents are promised differs from last year"),
                why: Wording(
                    """
                    匿名、分组下限、凭证和语言，是对答题人的承诺。\
                    放松了要在卷首告诉他们，收紧了也请核对是不是笔误。
                    """,
                    """
                    Anonymity, the smallest group, access and languages are promises to the respondents. \
                    Where they are loosened, say so in the introduction; where they are tightened, make sure that it is no slip.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    分组下限：10
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    分组下限：8
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    分组下限：10
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
            Explanation(
                "Z113", Wording("其他文字或先后和去年不同", "Other texts or the order differ from last year"),
                why: Wording(
                    """
                    说明、提示、章节标题、译文和题目的先后，也会影响人怎么回答。\
                    这里一次列出全部，请看一遍有没有误改的。
                    """,
                    """
                    Help, messages, section titles, translations and the order of questions also shape how people answer. \
                    All of them are listed at once; look through them for slips.
                    """),
                previous: .survey(
                    """
                    # 自查
                    版本：2025
                    ## 一、学风
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
                wrong: """
                    # 自查
                    版本：2026
                    ## 一、作风
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """,
                right: """
                    # 自查
                    版本：2026
                    ## 一、学风
                    XF. 请作答 [评分 1~5]
                    - XF1 = 按计划学习
                    - XF2 = 学用结合
                    """),
        ])
}
