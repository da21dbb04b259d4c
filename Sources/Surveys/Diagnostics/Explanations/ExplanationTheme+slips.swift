extension ExplanationTheme {
    /// What can be read, but is hardly what was meant.
    static let slips = ExplanationTheme(
        name: Wording("手误", "Slips"),
        explanations: [
            Explanation(
                "Z107", Wording("文字旁边多了或少了一个符号", "A mark too many or too few beside a wording"),
                why: Wording(
                    """
                    多打的标点会原样印在问卷上，也说明这一行可能还有别的手误：写给程序看的符号滑进文字里，就不再起作用。\
                    括号、引号少了一半，读的人要猜哪里是补充说明。\
                    单位和别的题不一样，填的人会怀疑是不是换了算法。
                    """,
                    """
                    A stray mark is printed as it stands, and shows that the line may hold another slip: a mark that \
                    was meant for the program and slid into the wording has no effect any more. \
                    Half a pair of brackets makes people guess where the remark ends. \
                    A unit unlike the others makes them wonder what is counted.
                    """),
                wrong: """
                    # 自查
                    XM. ，您的职务 [文本]
                    维度：评价
                    取题：XF
                    XF. 总体评价 [评分 1~5]
                    """,
                right: """
                    # 自查
                    XM. 您的职务 [文本]
                    维度：评价
                    取题：XF
                    XF. 总体评价 [评分 1~5]
                    """),
            Explanation(
                "Z108", Wording("两行接成了一行", "Two lines in one"),
                why: Wording(
                    """
                    删换行时多删了一下，下一项就成了上一项文字的尾巴。\
                    答题的人看到一长句，而少掉的那一项没有人能选，收回的数据里也没有它那一列。
                    """,
                    """
                    One key too many at the end of a line, and the next item is the tail of this one. \
                    Respondents see one long sentence, nobody can answer the item that is gone, and the data have no \
                    column for it.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我按计划学习- XF2 = 我学以致用
                    维度：学风
                    取题：XF
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我按计划学习
                    - XF2 = 我学以致用
                    维度：学风
                    取题：XF
                    """),
            Explanation(
                "Z109", Wording("代码和旁边的不像一组", "A code that does not go with its neighbours"),
                why: Wording(
                    """
                    代码可以随便起，所以打错一个字母程序也认得，只是从此成了另一道题：和往年连不上，数据里多出一列陌生的名字。\
                    旁边的代码排得整整齐齐，唯独这一个差一个字，多半是手误。\
                    确实这样起的，换一个和旁边差得远一些的代码，就不会再提醒。
                    """,
                    """
                    A code may be anything, so a wrong letter in it is understood, but as another item: it is no \
                    longer joined to earlier years, and the data have a column that nobody knows. \
                    Where the codes beside it run in order and one letter of this one differs, it is most likely a slip. \
                    If it is meant, choose a code less like theirs.
                    """),
                wrong: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我按计划学习
                    - XE2 = 我学以致用
                    - XF3 = 我乐于分享
                    维度：学风
                    取题：XF
                    """,
                right: """
                    # 自查
                    XF. 下列说法符合您吗？ [评分 1~5]
                    - XF1 = 我按计划学习
                    - XF2 = 我学以致用
                    - XF3 = 我乐于分享
                    维度：学风
                    取题：XF
                    """),
        ])
}
