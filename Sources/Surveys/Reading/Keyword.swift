/// The words that may open a line before a colon, in both languages.
enum Keyword: String, CaseIterable, Sendable {
    case version = "版本"
    case previous = "上一版"
    case languages = "语言"
    case open = "填写"
    case anonymous = "匿名"
    case minGroup = "分组下限"
    case access = "凭证"
    case scale = "量表"
    case dimension = "维度"
    case retired = "停用"
    case items = "取题"
    case combine = "合成"
    case method = "计法"
    case rescale = "换算"
    case missing = "缺答"
    case direction = "方向"
    case level = "层级"
    case model = "性质"
    case benchmark = "基准"
    case showIf = "显示"
    case check = "校验"
    case warn = "提醒"
    case message = "提示"
    case help = "说明"

    var chinese: String { rawValue }

    var english: String {
        switch self {
        case .showIf: "show-if"
        case .minGroup: "min-group"
        // The case and the English keyword are one word.
        default: String(describing: self)
        }
    }

    init?(_ word: String) {
        guard let keyword = Self.bySpelling[word.lowercased()] else { return nil }
        self = keyword
    }

    static let bySpelling: [String: Keyword] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { [($0.chinese, $0), ($0.english, $0)] })

    static let header: [Keyword] = [.version, .previous, .languages, .open, .anonymous, .minGroup, .access, .help]
    static let ofQuestion: [Keyword] = [.showIf, .check, .warn, .message, .help]
    static let ofDimension: [Keyword] = [
        .items, .combine, .method, .rescale, .missing, .direction, .level, .model, .benchmark,
    ]
}

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
        if let exact = Self.allCases.first(where: { $0.chinese == bare || $0.english == bare }) {
            self = exact
        } else if bare == "量表" {
            self = .likert
        } else if bare == "填空" {
            self = .text
        } else {
            return nil
        }
    }
}

/// What people write for a type or a mark and which one they mean; only ever used to suggest.
let aliases: [String: String] = [
    "单项选择": "单选", "单项": "单选", "多项选择": "多选", "多项": "多选", "不定项": "多选", "下拉框": "下拉", "下拉题": "下拉",
    "判断": "是否", "判断题": "是否", "矩阵": "量表题", "矩阵量表": "量表题", "打分": "评分", "打分题": "评分", "数值": "数字",
    "问答": "长文本", "问答题": "长文本", "简答": "长文本", "主观题": "长文本", "时间": "日期", "年月": "月份",
    "非必填": "选填", "可选": "选填", "选答": "选填", "反项": "反向", "反问": "反向", "反转": "反向", "随机": "乱序", "互斥": "独占",
    "可填": "填写", "其他": "填写", "不记分": "不计分", "radio": "single", "checkbox": "multi", "select": "dropdown",
    "scale": "likert", "rating": "rate", "integer": "number", "textarea": "longtext", "required": "（去掉即可）",
]

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
        let lowered = word.lowercased()
        guard let mark = Self.allCases.first(where: { $0.chinese == lowered || $0.english == lowered }) else {
            return nil
        }
        self = mark
    }
}
