import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 方法说明: enough for a third person to compute every number again.
func methodSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer("方法说明", tab: .grey, purpose: "计分、区间、检验、保密与取整的规则，复核方法", readers: "复核")
    page.widths([18, 96])
    page.heading("方法说明", "让第三方能够复核每一个数字", columns: 2)
    page.header(["项目", "做法"], height: 22)
    for (name, text) in rules(context) {
        page.entries([
            .text(name, CellStyle.cell.with(\.font, .hei).with(\.fill, .head).with(\.vertical, .top)),
            .text(text, .wrapped),
        ])
    }
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

private func rules(_ context: ReportContext) -> [(String, String)] {
    let k = context.release.k
    var rules = scoringRules(context)
    if context.previous != nil {
        rules.append(("变化判断", "前后两次按各年共同的题计分，Welch t检验；无记名问卷不能逐人配对，同一个人两次都答时该检验偏保守。检验不作有限总体校正。"))
    }
    rules += [
        ("多重比较", "Holm校正；一族为同两年的全部维度、同一维度的全部处室、全部能力。校正后p<0.05为明显。"),
        (
            "保密规则",
            "答卷不足\(k)份的处室合并显示，各年合并相同；某维度有处室答者不足\(k)人时，该维度只报全局。处室分相加相减，结果都是0人或不少于\(k)人。接近0或100%的比例只报界限（20人以下20%，40人以下10%，100人以下5%，300人以下2%，其余1%），接近两端的平均分同样处理（界限不超过全距的5%）。"
        ),
        ("取整", "先计算后取整，四舍五入；等次按未取整的得分判定。显示的差可能与显示数之差相差一个末位。"),
        ("不做的事", "不对个人和处室排名；不用本结果作为单一考核依据；不公开逐字开放意见；不解释原因。"),
    ]
    for round in context.release.rounds {
        rules.append(
            (
                "数据（\(round.year)年）",
                "\(round.intake.rows)行\(round.intake.condition.map { "，只取符合“\($0)”的\(round.whole.responses)行" } ?? "")；sha256:\(round.intake.fingerprint)"
            ))
    }
    rules.append(("复核", "同一数据、同一问卷和同一版本程序（\(context.identity.program)）生成的工作簿逐字节相同。"))
    return rules
}

/// From an answer to a score, as far as this survey goes that way.
private func scoringRules(_ context: ReportContext) -> [(String, String)] {
    var rules = [("计分方向", "反向题先反转：量表下限＋上限−原答案，上下限取问卷声明的量表，不取实际答案。不适用（NA）和不计分的选项不参与计分。")]
    if !context.scored.isEmpty {
        var text = "先算每个人的分：已答题按权重平均；再求全体的平均。换算：\(rescales(context))。"
        if !context.composites.isEmpty { text += "合成维度按份额加权，只计各部分都有分的人" }
        text += context.composites.isEmpty ? "" : context.gaps.isEmpty ? "。" : "；能力差距以达成度100×（1−平均不足÷最大可能差距）计入。"
        rules.append(("维度合成", text))
    }
    rules += [
        ("缺答处理", "每个维度按问卷“缺答”规定的上限，没有规定的至少答一半；超过上限的人在该维度没有得分。不填补。"),
        ("置信区间", "95%，t分布；有名册时乘以有限总体校正√(1−n/N)。"),
    ]
    if !context.now.whole.gaps.isEmpty {
        rules.append(("能力差距", "要求−现状，两项都答者；配对t检验；加权差距为Borich MWDS＝平均差距×平均要求；RDS为Narine和Harder（2021）的差距得分。"))
    }
    if !context.now.agreement.isEmpty {
        rules.append(
            ("处室特征", "层级为“部门”的维度，须回收率≥60%、rwg(J)在均匀分布和轻度偏斜分布下均≥0.70、ICC(1)显著大于0，平均分才可当作处室特征；ICC(2)≥0.70才可排名，本报告不排名。"))
    }
    if context.scored.contains(where: { $0.reliability != nil }) {
        rules.append(("信度", "克龙巴赫α，列表删除，Feldt区间；两题用Spearman–Brown；形成性维度不报信度。"))
    }
    return rules
}

private func rescales(_ context: ReportContext) -> String {
    var names: [String] = []
    for score in context.scored where !score.dimension.isComposite {
        let name =
            switch score.dimension.rescale {
            case .raw: score.dimension.method == .sum ? "各题分数合计" : "原始分"
            case .percentOfMaximumPossible: "百分制（均值−最小）÷（最大−最小）×100"
            case .shareOfMaximum: "折百，均值÷最大×100"
            case .onto(let range): "换算到\(range.lowerBound)—\(range.upperBound)"
            }
        if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "；")
}
