/// The question types, in both languages; 题 may follow a Chinese one (单选题).
enum TypeWord: String, CaseIterable, Sendable {
    case single = "单选"
    case multi = "多选"
    case dropdown = "下拉"
    case yesno = "是否"
    case likert = "量表题"
    case rate = "评分"
    case pair = "能力对"
    case rank = "排序"
    case number = "数字"
    case text = "文本"
    case longtext = "长文本"
    case date = "日期"
    case month = "月份"
    case note = "说明"

    var chinese: String { rawValue }
    var english: String { String(describing: self) }

    init?(_ word: String) {
        let lowered = word.lowercased()
        let bare = lowered.hasSuffix("题") && lowered != "量表题" ? String(lowered.dropLast()) : lowered
        guard let type = Self.bySpelling[bare] else { return nil }
        self = type
    }

    private static let bySpelling: [String: TypeWord] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { [($0.chinese, $0), ($0.english, $0)] }
            + [("量表", .likert), ("填空", .text)])
}

extension TypeWord {
    /// The marks that mean something beside this type.
    var marks: Set<MarkWord> {
        let yearly: Set<MarkWord> = [.rewordedComparable, .rewordedNotComparable, .new]
        return switch self {
        case .note: yearly
        case .text, .longtext, .date, .month, .yesno: yearly.union([.optional, .unscored, .aggregateOnly])
        case .multi, .rank, .pair: yearly.union([.optional, .unscored, .aggregateOnly, .shuffle])
        case .number: yearly.union([.optional, .unscored, .aggregateOnly, .reverse])
        case .single, .dropdown, .likert, .rate:
            yearly.union([.optional, .unscored, .aggregateOnly, .reverse, .shuffle])
        }
    }

    /// The type with what may stand behind it.
    var example: Wording {
        switch self {
        case .multi: Wording("[多选 1~3项]", "[multi 1~3items]")
        case .dropdown: Wording("[下拉 处室]", "[dropdown units]")
        case .likert: Wording("[量表题 符合五级]", "[likert scale-name]")
        case .rate: Wording("[评分 0~10]", "[rate 0~10]")
        case .pair: Wording("[能力对 水平五级]", "[pair scale-name]")
        case .rank: Wording("[排序 3项]", "[rank 3items]")
        case .number: Wording("[数字 0~366 天]", "[number 0~366 days]")
        case .text: Wording("[文本 ≤50字]", "[text ≤50]")
        case .longtext: Wording("[长文本 ≤300字]", "[longtext ≤300]")
        case .date: Wording("[日期 2026-01-01~2026-12-31]", "[date 2026-01-01~2026-12-31]")
        case .month: Wording("[月份 2026-01~2026-12]", "[month 2026-01~2026-12]")
        case .single, .yesno, .note: Wording("[\(chinese)]", "[\(english)]")
        }
    }
}
