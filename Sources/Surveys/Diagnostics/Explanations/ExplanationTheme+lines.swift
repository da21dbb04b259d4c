extension ExplanationTheme {
    /// What a line is, and what stands above and below it.
    static let lines = ExplanationTheme(
        name: Wording("文件和行", "The file and its lines"),
        explanations: [
            Explanation(
                "Z001", Wording("不认识的关键词", "An unknown keyword"),
                why: Wording(
                    """
                    关键词决定这一行管什么：“显示”让一道题只问一部分人，“校验”把不合理的答案退回去。\
                    错了一个字的关键词要是当作普通文字放过去，条件就悄悄失效，人人都被问到，等答卷收回来才发现。
                    """,
                    """
                    The keyword decides what its line does: `show-if` asks only some people, `check` sends an \
                    impossible answer back. \
                    If a misspelt keyword passed as plain text, the condition would silently be gone and everybody \
                    would be asked. \
                    Nobody would notice before the answers were in.
                    """),
                wrong: """
                    # 自查
                    A1. 今年参加过培训吗？ [是否]
                    A2. 培训了几天？ [数字 0~366 天]
                    显视：A1 = 是
                    """,
                right: """
                    # 自查
                    A1. 今年参加过培训吗？ [是否]
                    A2. 培训了几天？ [数字 0~366 天]
                    显示：A1 = 是
                    """),
            Explanation(
                "Z002", Wording("符号写了两次，或旁边少了一项", "A doubled sign, or an item missing beside it"),
                why: Wording(
                    """
                    冒号、等号、顿号在机器读的地方各有一个意思，写了两个，就说不清是手滑，还是中间漏了东西。\
                    “停用：B1、、B2”可能漏了一个代码，漏掉的那个以后会被别的题拿去用，两道不同的题就接成了一条趋势线。
                    """,
                    """
                    A colon, an equals sign or a comma has one meaning where the machine reads. \
                    Two of them may be a slip of the hand, or something may be missing in between. \
                    A code that is missing from the list of retired ones may be given to another question later, and \
                    two different questions would then share one trend line.
                    """),
                wrong: """
                    # 自查
                    A1. 您的职务 [文本]
                    停用：B1、、B2
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    停用：B1、B2
                    """),
            Explanation(
                "Z003", Wording("文件不是 UTF-8 编码", "The file is not in UTF-8"),
                why: Wording(
                    """
                    同样的汉字，用不同的编码存成的字节也不同。\
                    程序这一次认出来了，可是文件到了别的电脑、别的软件里，可能变成乱码，题干一变，就和往年的对不上了。\
                    另存为 UTF-8，到哪里打开都一样。
                    """,
                    """
                    The same characters become different bytes in different encodings. \
                    This program recognised yours, but another computer may show gibberish, and a stem that was \
                    saved that way no longer matches last year's. \
                    Saved as UTF-8 the text reads the same everywhere.
                    """),
                wrong: Explanation.Example(
                    """
                    # 自查
                    A1. 您的职务 [文本]
                    """, savedAs: .utf16),
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z004", Wording("关键词后面少了冒号", "A colon is missing after a keyword"),
                why: Wording(
                    """
                    设置靠冒号和普通文字分开。\
                    少了冒号，“校验 A1 ≤ 366”只是一句话，要是放过去，这条校验就等于没写，填了 900 天的答卷也会收下，\
                    平均数就被带偏了。
                    """,
                    """
                    The colon tells a setting from plain text. \
                    Without it `check A1 ≤ 366` is only a sentence; if it passed, nothing would be checked, an \
                    answer of 900 days would be taken, and the mean would be off.
                    """),
                wrong: """
                    # 自查
                    A1. 全年学习天数 [数字 0~999 天]
                    校验 A1 ≤ 366
                    提示：一年没有这么多天。
                    """,
                right: """
                    # 自查
                    A1. 全年学习天数 [数字 0~999 天]
                    校验：A1 ≤ 366
                    提示：一年没有这么多天。
                    """),
            Explanation(
                "Z020", Wording("总标题没有写在最前面", "The title does not come first"),
                why: Wording(
                    """
                    总标题是问卷的名字，答题的人靠它知道自己在填什么，看报告的人靠它知道说的是哪一份。\
                    没有名字的几份问卷放在一起，就分不清谁是谁。\
                    写在最前面，下面的版本、语言、填写日期才知道说的是哪一份问卷。
                    """,
                    """
                    The title is the survey's name: respondents learn from it what they fill in, and readers of the \
                    report what it is about. \
                    Several surveys without a name cannot be told apart. \
                    It comes first so that the year, the languages and the dates below it have something to belong \
                    to.
                    """),
                wrong: """
                    A1. 您的职务 [文本]
                    # 自查
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z021", Wording("总标题写了两个", "Two titles"),
                why: Wording(
                    """
                    一个“#”是整份问卷的名字，两个“##”是其中的一章。\
                    有两个名字，就不知道哪一个才算；更常见的是章节少写了一个“#”，那一章就没有了自己的一页。
                    """,
                    """
                    One `#` gives the whole survey its name, two open a section of it. \
                    With two names nobody knows which one counts. \
                    More often a section lost one of its signs, and with it the page of its own.
                    """),
                wrong: """
                    # 自查
                    # 学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """,
                right: """
                    # 自查
                    ## 学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z022", Wording("“#”太多", "Too many `#`"),
                why: Wording(
                    """
                    问卷只有两层：总标题和章节，一章就是答题的人看到的一页。\
                    三个“#”像是要分第三层，可是没有比一页更小的页，分页就会和您想的不一样。\
                    想在一页里加小标题，写一道说明题。
                    """,
                    """
                    A survey has two levels: its title, and its sections, each of which is a page to the respondent. \
                    Three signs ask for a third level, but there is nothing smaller than a page, so the pages would \
                    not be what you meant. \
                    For a heading within a page write a question of type `note`.
                    """),
                wrong: """
                    # 自查
                    ### 学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """,
                right: """
                    # 自查
                    ## 学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z023", Wording("同一项设置写了两次", "A setting is given twice"),
                why: Wording(
                    """
                    一份问卷只有一个版本，一道题只有一个显示条件。\
                    写了两次，无论取哪一个都可能不是您的意思，而且从结果里看不出用的是哪一个。\
                    几个条件用“且”“或”连成一行，意思才清楚。
                    """,
                    """
                    A survey has one year, and a question one condition. \
                    Whichever of two were taken might not be the one you meant, and the results would not show which \
                    it was. \
                    Several conditions are joined by `and` or `or` in one line.
                    """),
                wrong: """
                    # 自查
                    A1. 您的年龄 [数字 18~65 岁]
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 退休以后的打算 [文本]
                    显示：A1 ≥ 55
                    显示：A2 ≥ 30
                    """,
                right: """
                    # 自查
                    A1. 您的年龄 [数字 18~65 岁]
                    A2. 您的工龄 [数字 0~45 年]
                    A3. 退休以后的打算 [文本]
                    显示：A1 ≥ 55 且 A2 ≥ 30
                    """),
            Explanation(
                "Z032", Wording("章节标题少了“##”", "A section heading without `##`"),
                why: Wording(
                    """
                    章节标题给问卷分页，章节的说明和显示条件也挂在它下面。\
                    少了“##”，“一、学风”就成了一句没有归属的话；要是跳过它，两章的题会混成一页，下面的条件会落到别的题上。
                    """,
                    """
                    A section heading makes a page, and the section's help and condition hang on it. \
                    Without the signs it is a sentence that belongs to nothing. \
                    If it were skipped, two sections would become one page and the condition below would fall to \
                    another question.
                    """),
                wrong: """
                    # 自查
                    一、学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """,
                right: """
                    # 自查
                    ## 一、学风
                    A1. 全年学习天数 [数字 0~366 天]
                    """),
            Explanation(
                "Z034", Wording("看不懂的一行", "A line that is not understood"),
                why: Wording(
                    """
                    每一行都要知道自己是什么：标题、题目、选项、设置还是译文。\
                    看不懂的行要是默默丢掉，丢的可能是半句题干，答题的人看到的就是一句不完整的话，答的也不是您想问的。\
                    最常见的原因是长题干换了行：再长也写在一行里。
                    """,
                    """
                    Every line has to be something: a heading, a question, an item, a setting or a translation. \
                    If a line were silently dropped, half a stem might go with it, and people would answer a \
                    question that you did not ask. \
                    The usual reason is a long stem that was broken: keep it in one line.
                    """),
                wrong: """
                    # 自查
                    A1. 在今年的集中学习中，
                    您一共参加了几天？ [数字 0~366 天]
                    """,
                right: """
                    # 自查
                    A1. 在今年的集中学习中，您一共参加了几天？ [数字 0~366 天]
                    """),
            Explanation(
                "Z040", Wording("这一行上面没有它能管的东西", "Nothing above that the line could belong to"),
                why: Wording(
                    """
                    设置、选项和译文都管它上面的东西。\
                    放错了地方，它要么管错对象，要么谁也不管：“取题”写在题目下面，那个维度就少了题，得分就不是您定的那个得分。
                    """,
                    """
                    Settings, items and translations belong to what stands above them. \
                    In the wrong place a line governs the wrong thing or nothing: `items` below a question leaves \
                    the dimension without them, and the score is not the one that was agreed.
                    """),
                wrong: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    取题：A1
                    """,
                right: """
                    # 自查
                    A1. 总体评价 [评分 0~10]
                    维度：评价
                    取题：A1
                    """),
            Explanation(
                "Z045", Wording("卷首的设置写到了后面", "A setting of the whole survey further down"),
                why: Wording(
                    """
                    版本、匿名、填写日期说的是整份问卷，答题的人在第一题之前就应当知道。\
                    夹在题目中间，改卷的人容易漏看，在上面又补一个，前后就不一致了。
                    """,
                    """
                    The year, anonymity and the dates are about the whole survey, and respondents should know them \
                    before the first question. \
                    Between questions they are overlooked, somebody adds them again at the top, and the two \
                    disagree.
                    """),
                wrong: """
                    # 自查
                    A1. 您的职务 [文本]
                    匿名：是
                    """,
                right: """
                    # 自查
                    匿名：是
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z046", Wording("设置的值看不懂，或不能接受", "A value that is not understood or not accepted"),
                why: Wording(
                    """
                    这些设置只有几种写法，计分和保密都照它来办。\
                    看不懂就自作主张用默认的，您以为定下的规矩其实没有生效，而分数照样算得出来，谁也看不出。\
                    分组下限小于 5 也不接受，因为人太少的组能认出是谁。
                    """,
                    """
                    Scoring and confidentiality follow these settings, and each takes only a few values. \
                    If an unknown value quietly became the default, a rule that you believe to be in force would not \
                    be, and the scores would look as usual. \
                    A smallest group below 5 is not accepted either, because people can be recognised in it.
                    """),
                wrong: """
                    # 自查
                    分组下限：3
                    A1. 您的职务 [文本]
                    """,
                right: """
                    # 自查
                    分组下限：10
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z048", Wording("没有这个日期，或不是起止两个日期", "A day that does not exist, or not a first and a last day"),
                why: Wording(
                    """
                    11 月没有 31 日，没有的日子排不了先后。\
                    作填写的期限，就说不清哪天截止；作题目的范围，就有人怎么填也交不了卷。
                    """,
                    """
                    November has no 31st, and a day that does not exist comes neither before nor after another. \
                    As a deadline it leaves open which day is the last; as the range of a question it turns good \
                    answers away.
                    """),
                wrong: """
                    # 自查
                    填写：2026-11-01 ~ 2026-11-31
                    A1. 您的职务 [文本]
                    """,
                right: """
                    # 自查
                    填写：2026-11-01 ~ 2026-11-30
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z060", Wording("问卷或章节里没有题目", "A survey or a section without questions"),
                why: Wording(
                    """
                    没有题目的一章，答题的人翻到的是一页空白，会以为出了毛病，有人就此退出。\
                    它多半是删题时留下的标题，或者题目贴到了别处。\
                    只想放一段话，就写一行“说明：”。
                    """,
                    """
                    A section without questions is an empty page: people think that something is broken, and some \
                    leave. \
                    Mostly it is a heading left over from questions that were deleted or moved. \
                    For a few words only, write `help:` below it.
                    """),
                wrong: """
                    # 自查
                    ## 学风
                    ## 作风
                    A1. 总体评价 [评分 0~10]
                    """,
                right: """
                    # 自查
                    ## 作风
                    A1. 总体评价 [评分 0~10]
                    """),
        ])
}
