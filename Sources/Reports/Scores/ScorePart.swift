import Surveys

/// The parts of the listing, in the order in which they are printed.
package enum ScorePart: String, Sendable, CaseIterable {
    case responses, scores, reliability, items, competences, units, contrasts, variation, agreement, weighted, careless,
        attentive
    case validity, persons, changes, itemChanges, trends

    /// What stands above its table.
    var caption: Wording {
        switch self {
        case .responses: Wording("回收", "Responses")
        case .scores: Wording("得分", "Scores")
        case .reliability: Wording("信度（成对计算）", "Reliability (by pairs)")
        case .items: Wording("题项", "Items")
        case .competences: Wording("能力差距（要求－现有）", "Competence gaps (required − current)")
        case .units: Wording("处室得分", "Scores of the units")
        case .contrasts: Wording("各处室与其余处室", "Each unit against the others")
        case .variation: Wording("处室之间的差别", "Differences between the units")
        case .agreement: Wording("处室内部的一致性", "Agreement within the units")
        case .weighted: Wording("按名册人数加权", "Weighted to the roster")
        case .careless: Wording("不认真作答的迹象（不删任何人）", "Signs of careless answering (nobody is left out)")
        case .attentive: Wording("去掉有两个以上迹象的答卷", "Without responses that show two signs or more")
        case .validity: Wording("效度（反映性维度的题，成对计算）", "Validity (items of reflective dimensions, by pairs)")
        case .persons: Wording("个人得分（按缺答，未作保护）", "Persons' scores (by 缺答, unprotected)")
        case .changes: Wording("历年变化（后一年－前一年，共同题）", "Changes (later − earlier year, common items)")
        case .itemChanges:
            Wording("题项好评率的变化（Newcombe 区间）", "Changes of the items' favourable shares (Newcombe's interval)")
        case .trends: Wording("历年走势（最小二乘）", "Trends (least squares)")
        }
    }

    /// Whether it may leave the hands of those who hold the responses: all but the persons' scores, which tell of groups of
    /// any size.
    package var isProtected: Bool { self != .persons }

    /// Whether it speaks of several years at once, and not of one round.
    var spansYears: Bool {
        switch self {
        case .changes, .itemChanges, .trends: true
        default: false
        }
    }

    /// The short name by which a Chinese reader asks for it.
    package var shortName: String {
        switch self {
        case .responses: "回收"
        case .scores: "得分"
        case .reliability: "信度"
        case .items: "题项"
        case .competences: "能力差距"
        case .units: "处室"
        case .contrasts: "处室对比"
        case .variation: "处室差别"
        case .agreement: "一致性"
        case .weighted: "加权"
        case .careless: "作答质量"
        case .attentive: "去掉后"
        case .validity: "效度"
        case .persons: "个人得分"
        case .changes: "变化"
        case .itemChanges: "题项变化"
        case .trends: "走势"
        }
    }
}
