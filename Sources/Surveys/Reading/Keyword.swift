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
    case advice = "建议"

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

    /// What people call them elsewhere; told with the word that is meant.
    static let aliases: [String: Keyword] = [
        "如果": .showIf, "当": .showIf, "条件": .showIf, "显示条件": .showIf, "仅当": .showIf, "if": .showIf, "when": .showIf,
        "relevant": .showIf, "检查": .check, "验证": .check, "约束": .check, "constraint": .check, "validate": .check,
        "警告": .warn, "warning": .warn, "提示语": .message, "备注": .help, "注": .help, "hint": .help, "note": .help,
        "改进建议": .advice, "对策": .advice, "suggestion": .advice, "tip": .advice,
        "年份": .version, "年度": .version, "year": .version, "去年": .previous, "上年": .previous, "上次": .previous,
        "时间": .open, "填写时间": .open, "dates": .open, "题目": .items, "包括": .items, "计分": .method, "算法": .method,
        "权重": .combine, "weights": .combine, "分数": .rescale, "score": .rescale, "因子": .dimension, "factor": .dimension,
        "删除": .retired, "废止": .retired, "removed": .retired, "选项组": .scale,
    ]
    /// Those that begin a thing of their own, wherever they stand.
    static let blocks: [Keyword] = [.scale, .dimension, .retired]
    static let header: [Keyword] = [.version, .previous, .languages, .open, .anonymous, .minGroup, .access, .help]
    static let ofQuestion: [Keyword] = [.showIf, .check, .warn, .message, .help]
    static let ofDimension: [Keyword] = [
        .items, .combine, .method, .rescale, .missing, .direction, .level, .model, .benchmark,
        .advice,
    ]
}
