extension ExplanationTheme {
    /// What could give away who answered.
    static let privacy = ExplanationTheme(
        name: Wording("保密", "Confidentiality"),
        explanations: [
            Explanation(
                "Z101", Wording("几道题合起来可能认出具体的人", "Questions that together may identify people"),
                why: Wording(
                    """
                    单看哪一道都认不出人，合起来却可能只剩一个：某年某月出生的女同志，处里往往只有一位。\
                    答题的人自己也看得出来，看出来就不会说真话，匿名也就成了一句空话。\
                    把日期改成年龄段、把类别并得粗一些，就安全得多。
                    """,
                    """
                    No question by itself gives anybody away, but together they may leave one person: often there is \
                    only one woman in a section who was born in a given month. \
                    Respondents see that too, and whoever sees it is no longer frank, so that anonymity is an empty \
                    word. \
                    Bands in place of dates and coarser classes make it much safer.
                    """),
                beside: .roster(Roster(units: [Roster.Unit(name: "办公室", headcount: 60)])),
                wrong: """
                    # 自查
                    匿名：是
                    A1. 您的出生年月 [月份 1966-01~2005-12]
                    A2. 您的性别 [单选]
                    - 1 = 男
                    - 2 = 女
                    """,
                right: """
                    # 自查
                    匿名：是
                    A1. 您的年龄段 [单选]
                    - 1 = 35 岁及以下
                    - 2 = 36~50 岁
                    - 3 = 51 岁及以上
                    A2. 您的性别 [单选]
                    - 1 = 男
                    - 2 = 女
                    """)
        ])
}
