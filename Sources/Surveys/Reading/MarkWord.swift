/// The marks in square brackets that stand beside a type or alone.
enum MarkWord: String, CaseIterable, Sendable {
    case optional = "选填"
    case reverse = "反向"
    case shuffle = "乱序"
    case write = "填写"
    case exclusive = "独占"
    case unscored = "不计分"
    case rewordedComparable = "改述可比"
    case rewordedNotComparable = "改述不可比"
    case new = "新增"
    case aggregateOnly = "只用于汇总"

    var chinese: String { rawValue }

    var english: String {
        switch self {
        case .rewordedComparable: "reworded-comparable"
        case .rewordedNotComparable: "reworded-not-comparable"
        case .aggregateOnly: "aggregate-only"
        default: String(describing: self)
        }
    }

    init?(_ word: String) {
        guard let mark = Self.bySpelling[word.lowercased()] else { return nil }
        self = mark
    }

    private static let bySpelling: [String: MarkWord] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { [($0.chinese, $0), ($0.english, $0)] })
}

/// What people write for a type or a mark and which one they mean; only ever used to suggest.
let aliases: [String: String] = [
    "单项选择": "单选", "单项": "单选", "多项选择": "多选", "多项": "多选", "不定项": "多选", "下拉框": "下拉", "下拉题": "下拉",
    "判断": "是否", "判断题": "是否", "矩阵": "量表题", "矩阵量表": "量表题", "打分": "评分", "打分题": "评分", "数值": "数字",
    "问答": "长文本", "问答题": "长文本", "简答": "长文本", "主观题": "长文本", "时间": "日期", "年月": "月份",
    "非必填": "选填", "可选": "选填", "选答": "选填", "反项": "反向", "反问": "反向", "反转": "反向", "随机": "乱序", "互斥": "独占",
    "可填": "填写", "其他": "填写", "不记分": "不计分", "radio": "single", "checkbox": "multi", "select": "dropdown",
    "scale": "likert", "rating": "rate", "integer": "number", "textarea": "longtext",
]
