import Surveys

/// One row of 数据质量: what was looked at, what was found, and what follows.
struct QualityCheck {
    enum Verdict {
        case sound, attention, remark

        var wording: Wording {
            switch self {
            case .sound: Wording("合格", "sound")
            case .attention: Wording("注意", "attention")
            case .remark: Wording("说明", "remark")
            }
        }
    }

    var name: String
    var result: String
    var standard: String
    var verdict: Verdict
    var remark: String
}
