/// One row of 数据质量: what was looked at, what was found, and what follows.
struct QualityCheck {
    enum Verdict {
        case sound, attention, remark
    }

    var name: String
    var result: String
    var standard: String
    var verdict: Verdict
    var remark: String
}
