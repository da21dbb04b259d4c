/// The words by which the checks of items judge, one list a purpose.
enum ItemWords {
    // MARK: Chinese

    /// Hold a negation and deny nothing; taken out before anything is counted.
    static let neutral = [
        "不断", "不同", "不足", "不错", "不少", "不仅", "不但", "不只", "不光", "不管", "不论", "不妨", "不得不", "不久", "不时", "不可或缺", "不懂就问",
        "不折不扣",
        "不遗余力", "不厌其烦", "不耻下问", "不忘", "不计", "不愧", "没弄懂", "无论", "无私", "无条件", "无偿", "无微不至", "毫无保留", "毫无疑问", "非常", "未来",
        "未必", "有没有",
        "有无",
        "是不是", "能不能", "会不会", "要不要", "可不可以", "不分", "不限", "要不然",
    ]

    /// Deny what follows.
    static let negators = ["不", "没", "无", "未", "难以", "很难", "缺乏", "缺少", "从来没", "很少"]

    /// Deny it by a deed: with one of these before it, what is bad is dealt with and the sentence speaks well of somebody.
    static let remedies = [
        "抵制", "反对", "纠正", "杜绝", "避免", "防止", "克服", "查处", "整治", "制止", "拒绝", "减少", "讨论", "改正", "解决", "批评", "应对", "总结",
        "发现", "看出",
        "反思", "指出", "摆脱", "远离", "告别",
    ]

    /// Bad by themselves: a sentence that says so and does not take it back speaks ill of somebody.
    static let bad = [
        "走过场", "走形式", "流于形式", "只是为", "凑学时", "凑数", "推诿", "推卸", "推脱", "扯皮", "敷衍", "应付检查", "应付了事", "应付差事", "拖延", "拖沓",
        "久拖不决", "悬而未决", "拖着不办", "形式主义", "官僚主义", "生硬", "迟缓", "脱节", "弄虚作假", "打折扣", "刁难", "懈怠",
        "吃亏", "摆架子", "以权谋私",
    ]

    /// What may well be denied: 不怕困难 and 从不迟到 speak well of somebody, though the words alone say nothing either way.
    static let unwelcome = [
        "困难", "影响", "耽误", "迟到", "早退", "违规", "违纪", "违反", "泄露", "浪费", "抱怨", "埋怨", "隐瞒", "造假", "失误", "出错", "错误", "放弃", "怕",
        "退缩",
        "随意", "马虎", "粗心", "冲突", "矛盾", "歧视", "偏袒", "压力", "焦虑", "疲惫", "紧张", "担心", "滥用", "干扰", "打扰", "落后", "收受", "礼品", "拖",
        "推", "躲",
        "急躁", "厌倦", "抵触", "漏", "乱", "等靠要", "差别", "偏", "强迫", "嫌", "遗漏", "走样", "空谈", "计较", "松", "忽视", "误事", "厌烦", "盲目",
        "甘", "拘泥",
        "满足于", "局限",
    ]

    /// After these stands what is really said: 没有检查，我也能按计划学习.
    static let turns = ["也能", "也会", "也", "仍", "照样", "同样", "还是", "却", "但是", "但"]

    /// Take back what stands after them, not what stands before: …，而不是被要求.
    static let contrasts = ["而不是", "而非", "不只是", "不仅仅是", "不是"]

    /// Join two statements that may be true one without the other.
    static let joiners = ["并且", "而且", "以及", "同时也", "同时还", "同时又"]

    /// Pairs of words that hold two statements between them.
    static let joiningPairs = [
        ("既", "又"), ("既", "也"), ("不但", "也"), ("不但", "还"), ("不仅", "也"), ("不仅", "还"), ("一方面", "另一方面"),
    ]

    /// Verdicts that may differ for the two things before them: 我对工资和福利满意, 领导和同事都支持我.
    static let verdicts = ["满意", "了解", "清楚", "认可", "认同", "熟悉", "信任", "合理", "公平", "公正"]

    // MARK: English

    static let englishNegators = [
        "not", "never", "hardly", "rarely", "seldom", "no", "nobody", "nothing", "none", "cannot", "can't", "don't",
        "doesn't", "didn't", "won't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "couldn't",
        "wouldn't", "lack", "lacks", "fail", "fails", "little",
    ]

    /// With one of these in it a negation may speak well of somebody.
    static let englishUnwelcome = [
        "afraid", "fear", "late", "loses", "lose", "lost", "blame", "blamed", "punished", "mind", "hesitate", "give up",
        "gives up", "complain", "complains", "mistakes", "mistake", "problem", "problems", "trouble", "pressure",
        "waste", "ignore", "ignored", "neglect", "hide", "hides", "delay", "delays", "doubt", "worry", "stress", "only",
        "merely", "just", "simply", "longer", "matter", "neither", "nor", "put off", "pass on", "bad", "wrong",
        "discriminated", "harassed", "bullied", "conflict", "burden", "excuse", "excuses", "harm", "forget",
        "a little", "little by little", "no one else", "none other",
    ]

    /// Open a clause that says when or what, which denies nothing of the statement itself.
    static let englishClauses = [
        "when", "if", "though", "although", "unless", "because", "who", "which", "that", "what", "where", "whether",
        "until", "without", "how", "why", "even",
    ]

    static let englishJoiners = ["as well as", "and also", "but also", "in addition to", "and at the same time"]

    /// After these two things are judged at once: satisfied with my pay and my workload.
    static let englishVerdicts = ["satisfied with", "happy with", "familiar with", "aware of", "clear about"]
}
