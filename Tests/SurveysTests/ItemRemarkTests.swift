import Surveys
import Testing

/// Hints on how items are worded: right where they are given, and silent where they would be wrong.
@Suite struct ItemRemarkTests {
    private static func scored(_ items: [String], languages: String = "zh", more: String = "") -> String {
        let rows = items.enumerated().map { "- XF\($0.offset) = \($0.element)\n" }.joined()
        return "# 自查\n语言：\(languages)\nXF. …… [评分 1~5]\n\(rows)维度：学风\n取题：XF\n\(more)"
    }

    /// Beside two items that praise, so that the dimension is one that praises.
    private static let praise = ["我按计划学习", "我把学到的用到工作中"]
    private static let englishPraise = ["I study to a plan", "I use what I learn"]

    static let negative = [
        "我很少按计划学习", "本处室的制度不健全", "在本单位，学与不学、学好学差没什么区别", "近一年，本处室的学习走过场", "近一年，遇到难题互相推诿、久拖不决", "我没有时间学习",
        "领导不重视学习", "我难以安排学习时间", "工作很忙，我也不想学习", "对群众诉求反应迟缓、态度生硬", "本处室学习流于形式", "学习缺乏计划",
    ]
    static let positive = [
        "没有检查和考试，我也能按计划学习", "没有检查我也能按计划学习", "没弄懂的问题，我会查原文、问同事", "属于我职责的事，我不推不拖", "在本处室，讲真话、报实情不会吃亏",
        "我从不推诿", "不但自己学，而是带动别人学", "无人监督时，我同样守规矩", "与同事一起学，我常有一个人学不到的收获", "我如实讲出自己的不足", "我学习主要出于需要，而不是被要求",
        "党性教育对我有实际触动，不只是听过", "我不断改进工作方法", "我不怕困难", "我坚决抵制形式主义", "本处室能坦率讨论失误", "我的知识能应付跨领域的工作", "我对不了解的事会去问",
        "办事效率（不含网上办理）", "我清楚“不忘初心”的要求", "我无条件服从安排", "不管多忙，我都坚持学习",
    ]
    static let englishNegative = [
        "I do not study to a plan", "I never finish what I start", "It makes no difference whether one studies",
        "Does not go deep into a subject", "When work gets busy, I hardly study", "My section lacks a plan for study",
    ]
    static let englishPositive = [
        "I keep to my study plan even when nobody checks or tests it", "I am not afraid to ask",
        "In my section nobody loses out by telling the truth", "I neither pass on nor put off what is mine to do",
        "It really moved me to act, it was not merely heard",
        "I study because work calls for it, not because I am told to",
        "Others give me what I could not learn alone", "If nothing is said, I ask", "I never give up",
    ]

    @Test func anItemThatSaysSoInRoundBracketsIsToldOnce() {
        Remarked("Z105", Self.scored(["我遇到事情推诿1️⃣（反向）"] + Self.praise)).check()
    }

    @Test(arguments: negative) func whatSpeaksIllAndIsNotReversedIsSaid(_ item: String) {
        Remarked("Z102", Self.scored(["1️⃣" + item] + Self.praise)).check()
        Remarked("", Self.scored([item + " [反向]"] + Self.praise)).check()
    }

    @Test(arguments: positive) func aNegationThatSpeaksWellIsLeftAlone(_ item: String) {
        Remarked("", Self.scored([item] + Self.praise)).check()
    }

    @Test(arguments: englishNegative) func ofEnglishItemsToo(_ item: String) {
        Remarked("Z102", Self.scored(["1️⃣" + item] + Self.englishPraise, languages: "en")).check()
    }

    @Test(arguments: englishPositive) func anEnglishNegationThatSpeaksWellIsLeftAlone(_ item: String) {
        Remarked("", Self.scored([item] + Self.englishPraise, languages: "en")).check()
    }

    @Test func aDimensionOfWhatIsBadIsWordedSo() {
        let tired = ["我没有精力学习", "我不想学习", "我很少读书"]
        Remarked("", Self.scored(tired)).check()
        Remarked("", Self.scored(["我没有精力学习"] + Self.praise, more: "方向：低为好\n")).check()
    }

    @Test func whatNoDimensionTakesIsNoItem() {
        Remarked("", "# 自查\n语言：zh\nXF. …… [评分 1~5]\n- XF1 = 我没有时间学习\n- XF2 = 我了解制度并且我认可领导").check()
    }

    static let double = [
        "我了解学习制度，并且经常提出建议", "领导既重视学习又带头学习", "我不仅自己学，还带动别人学", "我对工资和工作环境都很满意", "我对工作的内容以及对领导的作风都满意",
    ]
    static let single = [
        "学习的时间和经费有保障", "我能找到资料并判断它是否可靠", "没有检查和考试，我也能按计划学习", "我对本单位急需的新知识有基本了解", "我对领导和同事都满意的做法会学",
        "本单位发现和解决问题比过去快",
    ]

    @Test(arguments: double) func twoStatementsInOneAreSaid(_ item: String) {
        Remarked("Z103", Self.scored(["1️⃣" + item] + Self.praise)).check()
    }

    @Test(arguments: single) func twoNounsOfOneStatementAreNone(_ item: String) {
        Remarked("", Self.scored([item] + Self.praise)).check()
    }

    @Test(arguments: [
        ("I like my work and I trust my head", "Z103"), ("I am satisfied with my pay and my workload", "Z103"),
        ("I plan my study as well as my work", "Z103"), ("I find and use what I need", ""),
        ("I keep the rules as well when nobody is watching", ""),
        ("I am aware of the difference between rank and file", ""),
    ])
    func twoEnglishStatementsInOneAreSaid(_ item: String, code: String) {
        Remarked(code, Self.scored([(code.isEmpty ? "" : "1️⃣") + item] + Self.englishPraise, languages: "en")).check()
    }

    static let all =
        negative.prefix(1).map { Remarked("Z102", scored(["1️⃣" + $0] + praise)) }
        + double.prefix(1).map { Remarked("Z103", scored(["1️⃣" + $0] + praise)) }
}
