extension ExplanationTheme {
    /// Which languages there are, and whether every sentence has them.
    static let translations = ExplanationTheme(
        name: Wording("语言和译文", "Languages and translations"),
        explanations: [
            Explanation(
                "Z041", Wording("主语言不用另写译文", "The main language needs no translation"),
                why: Wording(
                    """
                    语言表里的第一种是主语言，题干本身就是它。\
                    再写一行，同一句话就有了两种中文，答题的人看到一句，拿去和往年比的是另一句。\
                    要改题干，直接改那一行。
                    """,
                    """
                    The first of the declared languages is the main one, and the stem itself is written in it. \
                    With a second line there would be two wordings of one sentence: people read one and the \
                    comparison with last year uses the other. \
                    To change the stem, change its own line.
                    """),
                wrong: """
                    # 自查 | Self-check
                    语言：zh、en
                    A1. 您的职务 [文本]
                    en: Your post
                    zh: 您的现任职务
                    """,
                right: """
                    # 自查 | Self-check
                    语言：zh、en
                    A1. 您的现任职务 [文本]
                    en: Your post
                    """),
            Explanation(
                "Z042", Wording("同一句话有两个译文", "Two translations of one sentence"),
                why: Wording(
                    """
                    两个译文只能用一个，用哪一个，读外文的人答的都可能是另一道题。\
                    常见的是译文错了一行：第二个本来是别的题的，那样两道题的译文都不对。
                    """,
                    """
                    Only one of two translations can be shown, and whoever reads it may answer another question than \
                    the rest. \
                    Often a translation slipped by one line: the second belongs to another question, and then both \
                    are wrong.
                    """),
                wrong: """
                    # 自查 | Self-check
                    A1. 您的工龄 | Years of service [数字 0~45 年]
                    en: Your post
                    A2. 您的职务 | Your post [文本]
                    """,
                right: """
                    # 自查 | Self-check
                    A1. 您的工龄 | Years of service [数字 0~45 年]
                    A2. 您的职务 | Your post [文本]
                    """),
            Explanation(
                "Z043", Wording("没有声明的语言", "A language that is not declared"),
                why: Wording(
                    """
                    卷首的“语言”说明问卷有哪几种文字，据此才知道译文齐不齐。\
                    没有声明的译文谁也看不到，等于白译；也可能是语言代码打错了一个字母，真正要的那种译文还缺着。
                    """,
                    """
                    The list of languages at the top says which ones there are, and so what is still untranslated. \
                    Nobody gets to see a translation into a language that is not declared. \
                    Or its code has a slip in it, and the translation that is wanted is still missing.
                    """),
                wrong: """
                    # 自查
                    语言：zh
                    A1. 您的职务 [文本]
                    en: Your post
                    """,
                right: """
                    # 自查 | Self-check
                    语言：zh、en
                    A1. 您的职务 [文本]
                    en: Your post
                    """),
            Explanation(
                "Z044", Wording("“|”后面多出一段文字", "One text too many after `|`"),
                why: Wording(
                    """
                    一行里的“|”只隔开两段：主语言和第二种语言。\
                    多出来的一段没有地方放，丢掉它，读译文的人就少看半句话。\
                    竖线要是文字的一部分，就写两遍“||”；第三种语言另起一行写。
                    """,
                    """
                    Within a line `|` parts two texts: the main language and the second one. \
                    There is no place for one more, and without it readers of the translation would miss half a \
                    sentence. \
                    A bar that belongs to the text is written twice; a third language has a line of its own.
                    """),
                wrong: """
                    # 自查 | Self-check
                    A1. 您的住处 | City | county [文本]
                    """,
                right: """
                    # 自查 | Self-check
                    A1. 您的住处 | City || county [文本]
                    """),
            Explanation(
                "Z070", Wording("缺少译文", "A translation is missing"),
                why: Wording(
                    """
                    声明了几种语言，每句话就都要译到，不然读译文的人会在半路碰到看不懂的题，只能猜着答。\
                    这样的答案和别人的放在一起比，差别里有多少是翻译造成的，谁也说不清。
                    """,
                    """
                    Every sentence is needed in every declared language, or people will meet one that they cannot \
                    read and guess the answer. \
                    When such answers are compared with the others, nobody can say how much of the difference is due \
                    to the language.
                    """),
                wrong: """
                    # 自查 | Self-check
                    A1. 您的工龄 | Years of service [数字 0~45 年]
                    A2. 您的职务 [文本]
                    """,
                right: """
                    # 自查 | Self-check
                    A1. 您的工龄 | Years of service [数字 0~45 年]
                    A2. 您的职务 | Your post [文本]
                    """),
        ])
}
