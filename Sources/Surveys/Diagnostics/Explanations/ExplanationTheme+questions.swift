extension ExplanationTheme {
    /// Codes, texts and options.
    static let questions = ExplanationTheme(
        name: Wording("题目和选项", "Questions and options"),
        explanations: [
            Explanation(
                "Z030", Wording("选项开头少了“-”", "An option without its dash"),
                why: Wording(
                    """
                    没有“-”的一行会当成一道新题或一句散落的文字。\
                    照那样读，这道题就少了一个选项，属于这一项的人只能选别的，它的比例从此就是错的。
                    """,
                    """
                    Without its dash the line would be a question of its own or a stray sentence. \
                    The question above would lack an option, people to whom it applies would have to choose another, \
                    and its share would be wrong from then on.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    zf = 行政执法
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    - zf = 行政执法
                    """),
            Explanation(
                "Z031", Wording("这里应当有文字", "A text is missing"),
                why: Wording(
                    """
                    没有文字的题目或选项，答题的人看到的是空白，只能乱选或者退出。\
                    报告里也会多出没有名字的一行。\
                    多半是写到一半忘了，或者粘贴时漏了。
                    """,
                    """
                    A question or an option without words is a blank to the respondent, who can only guess or leave. \
                    In the report it would be a line without a name. \
                    Mostly somebody was interrupted, or a paste went wrong.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js =
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z035", Wording("没有代码，或代码的写法不对", "No code, or a code that cannot be one"),
                why: Wording(
                    """
                    代码是题目的身份证：数据的列、条件、和往年的对应都靠它。\
                    没有代码就只好按次序编号，明年在前面插进一道题，后面的号全部错开一位，两道不同的题就连成了一条趋势线。
                    """,
                    """
                    The code is a question's identity: the columns of the data, the conditions and the match with \
                    other years all rest on it. \
                    Without codes questions would have to be numbered in order. \
                    One more at the top next year would shift them all, and trend lines would join different \
                    questions.
                    """),
                wrong: """
                    # 自查
                    您的职务 [文本]
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z036", Wording("同一个代码或名称用了两次", "A code or a name is used twice"),
                why: Wording(
                    """
                    两道题共用一个代码，答案就写进同一列，分不清是谁的，也找不回来；条件里写到它，也不知道指的是哪一道。\
                    大小写不同也算同一个，因为许多表格软件不分大小写。
                    """,
                    """
                    Two questions with one code put their answers into one column, where they can never be told \
                    apart again. \
                    A condition that names the code could mean either. \
                    Capitals make no difference, for many spreadsheet programs see none.
                    """),
                wrong: """
                    # 自查
                    A1. 您的职务 [文本]
                    A1. 您的工龄 [数字 0~45 年]
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    A2. 您的工龄 [数字 0~45 年]
                    """),
            Explanation(
                "Z037", Wording("序号不能作代码", "A number cannot be a code"),
                why: Wording(
                    """
                    “1.”“2.”是排版的序号，前面插一道题，后面的号就全变了，和往年的答案也就对不上。\
                    代码要跟着题目一辈子，所以以字母或汉字开头，例如 A1。\
                    从问卷星复制来的文字，可以用 zicha import wjx 转成问卷文件。
                    """,
                    """
                    Numbers belong to the layout: insert a question, and all that follow get another number and no \
                    longer match last year's answers. \
                    A code stays with its question for life, so it begins with a letter, such as A1. \
                    A text copied from wjx.cn is turned into a survey file by `zicha import wjx`.
                    """),
                wrong: """
                    # 自查
                    1. 您的职务 [文本]
                    """,
                right: """
                    # 自查
                    A1. 您的职务 [文本]
                    """),
            Explanation(
                "Z038", Wording("这个词不能作代码", "A word that cannot be a code"),
                why: Wording(
                    """
                    “显示”“版本”这些词是设置的开头。\
                    拿来作代码，把“.”打成“：”，题目就变成了设置，而且读得通，最难发现。
                    """,
                    """
                    Words like `version` or `check` open a setting. \
                    As the code of a question, one colon typed for a full stop would turn the question into a \
                    setting that reads perfectly well, and nobody would notice.
                    """),
                wrong: """
                    # 自查
                    显示. 您常用的显示器尺寸 [数字 0~60 英寸]
                    """,
                right: """
                    # 自查
                    XS. 您常用的显示器尺寸 [数字 0~60 英寸]
                    """),
            Explanation(
                "Z050", Wording("两项的文字相同，或文字是另一项的代码", "Two items read the same, or one reads like the code of another"),
                why: Wording(
                    """
                    两项读起来一样，答题的人只能随手选一个；收回的表格里写的要是文字，也分不清是哪一项。\
                    这两项的人数就都不可信了。
                    """,
                    """
                    Between two items that read the same people choose at random. \
                    Where responses come in as words, nobody can say which one was meant either. \
                    The counts of both are then worth nothing.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 综合管理
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z051", Wording("选项文字自带编号", "An option with a number of its own"),
                why: Wording(
                    """
                    “B、专业技术”里的“B”会照样显示给答题的人，却不是这一项的代码，程序另按 1、2、3 编号。\
                    以后在条件里写“= B”就对不上，调换了选项的顺序，显示的编号也乱了。
                    """,
                    """
                    The letter in front is shown to respondents, but it is not the option's code: the program \
                    numbers options 1, 2, 3. \
                    A condition that says `= B` would find nothing, and as soon as options change places the letters \
                    are out of order.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - 综合管理
                    - B、专业技术
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - A = 综合管理
                    - B = 专业技术
                    """),
            Explanation(
                "Z056", Wording("选项、行或档太少", "Too few options, rows or levels"),
                why: Wording(
                    """
                    至少有两个选项才谈得上选，量表至少有两档才分得出高低。\
                    只有一个，人人的答案都一样，什么也没有问出来，却还占着答题人的时间。
                    """,
                    """
                    There is no choice with fewer than two options, and a scale of one level tells nobody from \
                    anybody. \
                    All answers would be the same: people's time is spent and nothing is learned.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z057", Wording("这种题不写选项", "A type that takes no options"),
                why: Wording(
                    """
                    填空、数字、日期题由答题的人自己写，下面的选项谁也看不到。\
                    多半是题型写错了：本想让人从几项里选，收回来的却是几百种写法，没法统计。
                    """,
                    """
                    Texts, numbers and dates are written by the respondents, and options below them are seen by \
                    nobody. \
                    Mostly the type is the mistake: people were to choose from a few, and would write hundreds of \
                    different things that cannot be counted.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [文本]
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
                "Z058", Wording("选项有的有代码，有的没有", "Some options have a code and some do not"),
                why: Wording(
                    """
                    没有代码的选项按次序编号，调换一下顺序，号就换了主人：同一个“2”，去年是这一项，今年是那一项，历年的比例就错了。\
                    要么都写，以后改顺序也不怕；要么都不写。
                    """,
                    """
                    Options without a code are numbered in order, and when they change places the numbers change \
                    owners. \
                    The same 2 would be one thing last year and another this year, and the shares over the years \
                    would be wrong. \
                    Give codes to all of them, or to none.
                    """),
                wrong: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - 专业技术
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [单选]
                    - gl = 综合管理
                    - js = 专业技术
                    """),
            Explanation(
                "Z059", Wording("要求选的项数办不到", "More answers asked for than can be given"),
                why: Wording(
                    """
                    要求选的项数，比能一起选的选项还多，怎么选也交不了卷，答题的人就卡在这一页。\
                    独占的选项不能和别的一起选，所以不算在内。
                    """,
                    """
                    When more answers are asked for than can be chosen together, nobody gets past the page. \
                    An exclusive option goes with no other, so it does not count.
                    """),
                wrong: """
                    # 自查
                    A1. 参加过哪些学习？ [多选 3~4项]
                    - jz = 集中学习
                    - wl = 网络学习
                    - wu = 都没参加 [独占]
                    """,
                right: """
                    # 自查
                    A1. 参加过哪些学习？ [多选 1~2项]
                    - jz = 集中学习
                    - wl = 网络学习
                    - wu = 都没参加 [独占]
                    """),
            Explanation(
                "Z079", Wording("文字里引用的答案取不到", "A text quotes an answer that is not there"),
                why: Wording(
                    """
                    花括号里的代码，答题时换成这个人对那道题的答案。\
                    那道题还没有问，或者根本没有，句子里就缺一块，答题的人会怀疑问卷出了毛病，后面也不认真答了。
                    """,
                    """
                    A code in curly brackets is replaced by the person's own answer to that question. \
                    If the question comes later or does not exist, a piece of the sentence is missing. \
                    People then think that the survey is broken, and take less care with the rest.
                    """),
                wrong: """
                    # 自查
                    A1. 作为{A2}人员，您最需要什么培训？ [文本]
                    A2. 您的岗位 [文本]
                    """,
                right: """
                    # 自查
                    A1. 您的岗位 [文本]
                    A2. 作为{A1}人员，您最需要什么培训？ [文本]
                    """),
        ])
}
