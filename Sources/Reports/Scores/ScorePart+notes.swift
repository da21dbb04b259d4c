import Surveys

extension ScorePart {
    /// What the columns mean, in a line or two below the table.
    var footnote: Wording? {
        switch self {
        case .responses, .units: nil
        case .scores:
            Wording(
                "上下限是 95% 区间，有名册时按已答的份额收窄（见 score --explain）；标准差按各题的方差和协方差；好评率是全部答案中高于中点的比例",
                "95 % intervals, narrower the more of the roster answered (see score --explain); sd from the variances and covariances of the items; favourable is the share of all answers beyond the middle"
            )
        case .reliability:
            Wording(
                "α、ω：同一维度的题说的是不是一回事，0.70 以上合格；ω 至少要 3 题，两题看 S-B；测量标准误：一个人的得分因题目不准带来的误差，按题目的分值",
                "alpha and omega: whether the items measure one thing, .70 is sufficient; omega needs 3 items, S-B is for two; SEM: the error in one person's score, in points"
            )
        case .items:
            Wording(
                "好评、低评：分值高于、低于量表中点（反向题已对调）；题总相关：与本维度其余题的相关；删后α：去掉这题后的 α；分布：按选项次序的人数，未对调",
                "favourable, unfavourable: points above and below the middle (reversal made); item-rest: the correlation with the other items; counts: people by option, in order, not reversed"
            )
        case .competences:
            Wording(
                "p(Holm)＜0.05 才算明显；dz：差距是几个标准差；Borich：差距×平均要求；排序差异：超过者减不足者的百分比；象限按各项平均分，另一个按量表中点",
                "clear when p(Holm) < 0.05; dz: the gap in standard deviations; Borich: gap × mean required; ranked: per cent over less per cent short; the quadrant is about the means, the other about the middle of the levels"
            )
        case .contrasts:
            Wording(
                "p(Holm)＜0.05 才算明显，区间未作多重校正；g：相差几个标准差",
                "clear when p(Holm) < 0.05, the intervals are not corrected for many tests; g: the difference in standard deviations"
            )
        case .variation:
            Wording(
                "每个处室算一个数的四分位；p＜0.05 说明处室之间有差别；η²、ω²：处室之间的差别占全部差别的比例",
                "quartiles of the units' means; units differ when p < 0.05; η², ω²: the share of the variance between units"
            )
        case .agreement:
            Wording(
                "rwg(J) 0.70 以上才算意见一致（只报结论）；ICC(1)：处室之间占全部差别的比例；ICC(2)：处室均值有多稳，0.70 以上才可排名",
                "members agree when rwg(J) ≥ .70 (only the verdict is told); ICC(1): the share of variance between units; ICC(2): how reliable their means are, .70 for a ranking"
            )
        case .weighted:
            Wording(
                "每个处室按名册人数计；设计效应 1.02 指加权使精度相当于少了约 2% 的人，即有效 n",
                "every unit counts with its headcount; a design effect of 1.02 costs about 2 % of the people, which leaves the effective n"
            )
        case .careless:
            Wording(
                "一个迹象不说明问题，认真的人也常有；longstring：最长的连续相同答案；IRV：一个人各题答案的标准差；even-odd：同一维度单双题的一致程度；D²：离大家有多远",
                "one sign alone says nothing, careful people show one too; longstring: the longest run of one answer; IRV: the standard deviation of a person's answers; even-odd: how the halves of the scales agree; D²: the distance from everybody"
            )
        case .attentive: nil
        case .validity:
            Wording(
                "KMO 0.60 以下不宜作因子分析；特征值大于随机数据的 95 百分位才算一个成分",
                "below .60 KMO speaks against a factor analysis; a component counts when its eigenvalue exceeds the 95th percentile of chance"
            )
        case .persons:
            Wording(
                "每人先按缺答规则算分，再对人平均；处室各自列出，不论人数；α、ω 按答全的答卷。报告里的得分是全部回答的平均，两者不同",
                "each person is scored by 缺答, then people are averaged; every unit by itself, however small; alpha and omega by complete responses; reports tell means of all answers instead"
            )
        case .changes:
            Wording(
                "p(Holm)＜0.05 才算明显；区间和 p 用同一个标准误，区间未作多重校正；两年得分的区间有重叠，变化也可能明显。g：相差几个标准差；δ：秩和检验的效应；处室内、构成：得分变了多少，处室人数变化带来多少",
                "clear when p(Holm) < 0.05; interval and p have the same standard error, the intervals are not corrected for many tests; a change can be clear where the scores' own intervals overlap. g: in standard deviations; delta: by ranks; within, composition: what comes from scores and what from units that grew or shrank"
            )
        case .itemChanges:
            Wording("区间未作多重校正", "the intervals are not corrected for many tests")
        case .trends:
            Wording(
                "p 未作多重校正；R² 是各年差别占全部差别的比例",
                "p is not corrected for many tests; R²: the share of the variance that the line explains")
        }
    }

    /// Why there may be no lines.
    var reasonForNothing: Wording {
        switch self {
        case .responses, .scores: Wording("没有：问卷没有计分的维度", "none: the survey has no dimension that scores")
        case .reliability: Wording("没有：没有两题以上的反映性维度", "none: no reflective dimension of two items or more")
        case .items: Wording("没有：没有逐个计数的题", "none: no item is counted one by one")
        case .competences: Wording("没有：问卷没有能力对", "none: the survey has no pairs")
        case .units, .contrasts, .variation:
            Wording("没有：没有问处室，或处室不能单独显示", "none: no units were asked for, or none may be shown by itself")
        case .agreement:
            Wording("没有：没有层级为部门的维度，或处室不能单独显示", "none: no dimension speaks of the units, or none may be shown by itself")
        case .weighted:
            Wording(
                "没有：没有名册，或处室不能单独显示", "none: no roster, or no unit may be shown by itself")
        case .careless: Wording("没有：人人都答的评分题不到 6 道", "none: fewer than 6 rated items that everybody was asked")
        case .attentive:
            Wording(
                "没有：没有人有两个以上迹象；或人数太少、以前出过报告，去掉前后一减就会泄露",
                "none: nobody shows two signs, or so few do, or a report was made before, that the difference would tell of them"
            )
        case .validity: Wording("没有：反映性维度的题不到 3 道", "none: fewer than 3 items of reflective dimensions")
        case .persons: Wording("没有：问卷没有计分的维度", "none: the survey has no dimension that scores")
        case .changes, .itemChanges: Wording("没有：只有一年，或没有共同的题", "none: one year only, or no common items")
        case .trends: Wording("没有：不到三年", "none: fewer than three years")
        }
    }
}
