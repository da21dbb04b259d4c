import Statistics
import Surveys

extension Undefined {
    /// Why a number is missing, in the few words that a table has room for.
    var wording: Wording {
        switch self {
        case .noAnswers: Wording("无人作答", "no answers")
        case .oneAnswer: Wording("只有一份", "one answer")
        case .constant: Wording("答案全同", "no variation")
        case .tooFewItems: Wording("题太少", "too few items")
        case .tooFewGroups: Wording("组太少", "too few groups")
        case .noNullDistribution: Wording("无零分布", "no null distribution")
        case .singular: Wording("题目互相决定", "items determine one another")
        case .uncorrelated: Wording("题目毫不相关", "items uncorrelated")
        case .notConverged: Wording("没有算出来", "did not converge")
        case .tooFewPairs: Wording("配对太少", "too few pairs")
        case .nobodyStayed: Wording("没有人两年都答", "nobody stayed")
        case .emptyGroup: Wording("有的组没有答案", "an empty group")
        case .tooFewYears: Wording("不到三年", "fewer than three years")
        case .noReliability: Wording("信度不详", "reliability unknown")
        case .tooFewTogether: Wording("两题都答的人太少", "too few answered both")
        }
    }
}
