import Surveys

/// Answers in steps, from one end to the other: 非常不满意 … 非常满意, or only 1 … 5.
struct AnswerLadder: Sendable, Hashable {
    /// The numbers that 问卷星 gives them, and their labels.
    var steps: [Step]
    /// 不适用, an answer that is no step.
    var notApplicable: String?

    struct Step: Sendable, Hashable {
        var code: Int
        var label: String
    }

    /// The steps of a range, each labelled by its number where no label is known.
    init(_ range: ClosedRange<Int>, labels: [Int: String] = [:]) {
        // Two steps with the same words cannot be told apart.
        let words = Set(labels.values.map { PastedText($0).key }).count == labels.count ? labels : [:]
        steps = range.map { Step(code: $0, label: words[$0] ?? String($0)) }
    }

    /// Labels in the order of the text, numbered from 1, or down to 1 where 问卷星 counts backwards (反向量表题).
    init?(labels: [String], countsDown: Bool = false) {
        var steps = labels
        if let last = labels.last, Self.notApplicableWords.contains(last.lowercased()) {
            notApplicable = steps.removeLast()
        } else if let first = labels.first, Self.surelyNotApplicable.contains(first.lowercased()) {
            notApplicable = steps.removeFirst()
        }
        guard steps.count >= 2, Set(steps.map { PastedText($0).key }).count == steps.count else { return nil }
        self.steps = steps.enumerated().map { index, label in
            Step(code: countsDown ? steps.count - index : index + 1, label: label)
        }
    }

    private static let surelyNotApplicable: Set<String> = ["不适用", "n/a", "na", "not applicable"]
    private static let notApplicableWords = surelyNotApplicable.union([
        "不了解", "不清楚", "说不清", "不知道", "无法评价", "无法判断", "不好说", "没有接触", "不确定/不适用",
    ])

    var codes: ClosedRange<Int>? {
        guard let low = steps.map(\.code).min(), let high = steps.map(\.code).max() else { return nil }
        return low...high
    }

    /// No label says more than its number.
    var isBare: Bool { steps.allSatisfy { $0.label == String($0.code) } }

    /// All labels speak of more or less of one thing.
    var isGraded: Bool { topic != nil }

    /// The good end stands first, so that 1 is the best.
    var beginsAtTheTop: Bool {
        guard isGraded, let first = steps.min(by: { $0.code < $1.code }),
            let last = steps.max(by: { $0.code < $1.code })
        else { return false }
        return Self.isLow(last.label) && !Self.isLow(first.label)
    }

    // MARK: Names

    /// `满意度五级`, `五级`
    var name: String {
        let count = steps.count <= 10 ? Self.numerals[steps.count] : String(steps.count)
        return (topic ?? "") + count + "级" + (notApplicable == nil ? "" : "含不适用")
    }

    private static let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// What the steps are steps of; nil where the labels have nothing in common.
    private var topic: String? {
        let spoken = steps.map { $0.label.lowercased() }.filter { !Self.isMiddle($0) }
        guard steps.count >= 3, spoken.count >= 2 else { return nil }
        return Self.topics.first { _, words in
            spoken.allSatisfy { label in words.contains { label.contains($0) } }
        }?.name
    }

    private static func isMiddle(_ label: String) -> Bool {
        Int(label) != nil
            || [
                "一般", "中立", "中等", "不确定", "不一定", "说不清", "尚可", "还可以", "还行", "普通", "适中", "neutral", "无所谓", "一般般", "难以判断",
                "不好说",
            ]
            .contains { label.hasPrefix($0) }
    }

    private static func isLow(_ label: String) -> Bool {
        let label = label.lowercased()
        return ["不", "没", "无", "从未", "很少", "差", "低", "小", "少", "弱", "慢", "never", "dis", "not ", "poor", "un", "low"]
            .contains { label.contains($0) }
    }

    /// The longer and rarer words first: 不太愿意 is about willing, not about 意.
    private static let topics: [(name: String, words: [String])] = [
        ("满意度", ["满意", "satisf"]), ("同意", ["同意", "agree"]), ("符合", ["符合", "相符", "true of"]),
        ("认同", ["认同", "赞同", "赞成", "反对"]),
        ("重要性", ["重要", "important"]), ("意愿", ["愿意", "想", "willing"]), ("可能性", ["可能", "likely"]), ("支持", ["支持"]),
        ("信任", ["信任"]),
        ("熟悉度", ["熟悉", "familiar"]), ("了解度", ["了解", "知道", "听说"]), ("清楚度", ["清楚", "清晰", "明确"]), ("合理性", ["合理"]),
        ("公平性", ["公平"]),
        ("关注度", ["关注", "关心"]), ("影响", ["影响"]), ("帮助", ["帮助", "有用", "作用", "用处"]), ("及时性", ["及时"]),
        ("适合度", ["适合", "合适"]),
        ("喜欢程度", ["喜欢"]), ("需要程度", ["需要", "必要"]), ("困难程度", ["困难", "容易", "难"]),
        (
            "频率",
            [
                "从不", "从未", "从来", "偶尔", "有时", "经常", "总是", "频繁", "很少", "一直", "每次", "时常", "常常", "几乎", "极少", "often",
                "never", "rarely",
                "sometimes", "always", "seldom",
            ]
        ),
        ("评价", ["好", "差", "优", "良", "合格", "中", "good", "poor", "fair", "excellent"]), ("水平", ["高", "低", "强", "弱"]),
        ("程度", ["大", "小", "多", "少", "轻微", "强烈", "严重"]),
    ]
}

/// The scales of the survey that is being made: the same steps are the same scale, and no two scales share a name.
struct ScaleShelf: Sendable {
    private(set) var scales: [Scale] = []
    private var names: [AnswerLadder: String] = [:]

    mutating func name(of ladder: AnswerLadder) -> String {
        if let known = names[ladder] { return known }
        var name = ladder.name
        var number = 2
        while scales.contains(where: { $0.name.main == name }) {
            name = "\(ladder.name)\(number)"
            number += 1
        }
        var levels = ladder.steps.map { Level(code: $0.code, text: LocalText(spelled($0.label))) }
        if let label = ladder.notApplicable {
            levels.append(Level(code: nil, text: LocalText(spelled(label)), isUnscored: true))
        }
        names[ladder] = name
        scales.append(Scale(name: LocalText(name), levels: levels))
        return name
    }
}
