import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 方法说明: enough for a third person to compute every number again.
func methodSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer(
        context.name(of: .method), tab: .grey,
        purpose: context.say(
            "计分、区间、检验、保密与取整的规则，复核方法",
            "The rules of scores, intervals, tests, disclosure and rounding"),
        readers: context.say("复核", "Verification"))
    page.widths([18, 96])
    page.heading(
        context.name(of: .method), context.say("让第三方能够复核每一个数字", "So that a third party can verify every number"),
        columns: 2)
    page.header([context.say("项目", "Subject"), context.say("做法", "Rule")], height: 22)
    for (name, text) in rules(context).map({ (context.say($0), context.say($1)) }) + conclusionRules(context) {
        page.entries([
            .text(name, CellStyle.wrapped.with(\.font, .hei).with(\.fill, .head).with(\.vertical, .top)),
            .text(text, .wrapped),
        ])
    }
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

/// How each sentence of the first page comes about.
private func conclusionRules(_ context: ReportContext) -> [(String, String)] {
    let conclusions = Conclusions(context).sentences
    return ConclusionRule.allCases.map { rule in
        // The number of the sentence that the rule made; a rule that was silent has none.
        let mark = conclusions.first { $0.rule == rule }?.mark ?? context.say("（本年未用）", "(silent this year)")
        return (
            context.say("结论规则\(mark)", "Conclusion rule \(mark)"),
            context.say(rule.wording(k: context.release.k))
        )
    }
}

private func rules(_ context: ReportContext) -> [(Wording, Wording)] {
    let k = context.release.k
    var rules = scoringRules(context)
    if context.previous != nil {
        rules.append(
            (
                Wording("变化判断", "Judging changes"),
                Wording(
                    "前后两次按各年共同的题计分，Welch t检验；变化的标准误的平方是两次标准误的平方之和，各按“置信区间”一条计算，因此变化的区间和检验一致。无记名问卷不能逐人配对，同一个人两次都答时该检验偏保守。没有检验的（例如答案没有差异）不判。",
                    "Both rounds are scored by the items that all years share and compared by Welch's t-test; the squared standard error of a change is the sum of those of both rounds, each as under “Confidence intervals”, so that the interval of a change and its test agree. Anonymous responses cannot be paired, so the test is conservative where the same people answered twice. Where there is no test, as where answers do not vary, nothing is judged."
                )
            ))
    }
    rules += [
        (
            Wording("多重比较", "Multiple comparisons"),
            Wording(
                "Holm校正；一族为\(context.previous == nil ? "" : "同两年的全部维度、")同一维度的全部处室、全部能力。校正后p<0.05为明显。",
                "Holm's correction; a family is \(context.previous == nil ? "" : "all dimensions of the same two years, ")all units on one dimension, all competences. Clear means corrected p<0.05."
            )
        ),
        (
            Wording("保密规则", "Disclosure"),
            Wording(
                "答卷不足\(k)份的处室合并显示；一轮第一次出报告时怎样合并，以后的报告都照此，各年按各年的合并。某维度有处室答者不足\(k)人时，该维度只报全局。后到的答卷在一组里满\(k)份才计入，不满的先等着，不影响已经报出的数。因此本报告和以前各份报告的数怎样相加相减，得到的都是0人或不少于\(k)人的数。接近0或100%的比例只报界限（20人以下20%，40人以下10%，100人以下5%，300人以下2%，其余1%），接近两端的平均分同样处理（界限不超过全距的5%）。一题的各项占比中有只报界限的，同侧由近中间的起再隐去几项，记[界]，使界限内的人数不能由合计100%或同意率推出；能使界限被推出的平均分、占比和区间也记[界]。",
                "Units with fewer than \(k) responses are merged. How a round was merged in its first report holds in all later ones, each year by its own merging. A dimension on which some unit has fewer than \(k) people is given for the whole only. Late responses are counted once a set has \(k) of them; until then they wait, and what was reported stays. So sums and differences of the numbers of this report and of all before it give 0 people or at least \(k). Shares near 0 or 100% are given as bounds (20% up to 20 people, 10% up to 40, 5% up to 100, 2% up to 300, otherwise 1%), and so are means near either end (by at most 5% of the range). Where a share of an item is a bound, others on its side, from the middle outwards, are left out as [bound], so that the sum of 100% or the favourable share does not tell it; so are means, shares and intervals by which a bound could be narrowed."
            )
        ),
    ]
    if context.comments != nil { rules.append(commentRule(k)) }
    rules += [
        (
            Wording("取整", "Rounding"),
            Wording(
                "先计算后取整，四舍五入；等次按未取整的得分判定。显示的差可能与显示数之差相差一个末位。",
                "Rounding comes last, half away from zero; bands are given by unrounded scores. A printed difference may be one last digit off that of the printed numbers."
            )
        ),
        (
            Wording("不做的事", "What is not done"),
            Wording(
                "不对个人和处室排名；不用本结果作为单一考核依据；不公开逐字开放意见；不解释原因。",
                "Neither people nor units are ranked; the results are no sole ground for appraisal; open comments are not published word for word; causes are not explained."
            )
        ),
    ]
    for round in context.release.rounds {
        rules.append(
            (
                Wording("数据（\(round.year)年）", "Data (\(round.year))"),
                Wording(
                    "\(round.intake.rows)行\(round.intake.condition.map { "，只取符合“\($0)”的\(round.whole.responses)行" } ?? "")；sha256:\(round.intake.fingerprint)",
                    "\(round.intake.rows) rows\(round.intake.condition.map { ", only the \(round.whole.responses) where “\($0)”" } ?? ""); sha256:\(round.intake.fingerprint)"
                )
            ))
    }
    rules.append(
        (
            Wording("复核", "Verification"),
            Wording(
                "同一数据、同一问卷和同一版本程序（\(context.identity.program)）生成的工作簿逐字节相同。",
                "The same data, survey and version of the program (\(context.identity.program)) make the same workbook, byte for byte."
            )
        ))
    return rules
}

/// How open answers became themes.
private func commentRule(_ k: Int) -> (Wording, Wording) {
    (
        Wording("开放意见", "Open answers"),
        Wording(
            "人工编码，一条意见至多三个主题；份数为谈到这个主题的答卷数，一份答卷只算一次。不足\(k)份的主题合并，一次算一份，合起来仍不足的不显示；包含在别的主题里、相差不足\(k)份的也并入。写了意见的不足\(2 * k)份时全部不显示。主题名称和概述与编码的原话比对过，照抄的不收。",
            "Coded by hand, at most three themes a comment; a count is of responses that speak of the theme, each once. Themes with fewer than \(k) are counted together, and not shown where these are still fewer; so is a theme that lies within another and lacks fewer than \(k) of it. Nothing is shown where fewer than \(2 * k) responses hold a comment. Names and summaries were compared with every answer that was coded; what repeats one is refused."
        )
    )
}

/// From an answer to a score, as far as this survey goes that way.
private func scoringRules(_ context: ReportContext) -> [(Wording, Wording)] {
    var rules = [
        (
            Wording("计分方向", "Direction"),
            Wording(
                "反向题先反转：量表下限＋上限−原答案，上下限取问卷声明的量表，不取实际答案。不适用（NA）和不计分的选项不参与计分。",
                "Reversed items are turned first: lower end + upper end − answer, by the scale that the survey declares, not by the answers given. Not applicable (NA) and unscored options do not count."
            )
        )
    ]
    if !context.scored.isEmpty {
        let scale = rescales(context)
        var text = Wording(
            "一组人的得分＝全部答案的分值之和÷答案数（有权重的按权重），不先算每个人的分。换算：\(scale)。",
            "A group's score is all points over all answers, with the items' weights; no person is scored first. Rescaling: \(scale)."
        )
        if !context.composites.isEmpty {
            text.chinese += "合成维度由各部分的得分按份额加权算出"
            text.english += " Composites are the scores of their parts, weighted by their shares"
            text.chinese += context.gaps.isEmpty ? "。" : "；能力差距以达成度100×（1−平均不足÷最大可能差距）计入。"
            text.english +=
                context.gaps.isEmpty
                ? "." : "; competence gaps enter as attainment, 100 × (1 − mean shortfall ÷ greatest possible gap)."
        }
        rules.append((Wording("维度合成", "Dimensions"), text))
    }
    let (scores, items) = (NumberText.fixed(LastingShare.ofScores, 1), NumberText.fixed(LastingShare.ofItems, 2))
    rules += [
        (
            Wording("缺答处理", "Missing answers"),
            Wording(
                "答了几题算几题，漏答的不计、不填补。问卷的“缺答”只用于个人反馈。",
                "Every answer counts, and what is left out does not; nothing is imputed. The survey's limit of missing answers holds for personal feedback only."
            )
        ),
        (
            Wording("置信区间", "Confidence intervals"),
            Wording(
                "95%，t分布，标准误²=(1−κ×n÷N)×s²÷n，N为名册上的人数，s由各题的方差和协方差算出，处室用处室内部共同的s。κ是人与人的差别中长久不变的部分所占的比例：维度、合成维度和能力差距\(scores)，单题和占比（Wilson法，n换成n÷(1−κ×n÷N)）\(items)；按条件只问一部分人的题、没有名册时为0。其余随作答当天的心情变，人人都答了也不知道，所以全员作答的区间也不是一个点。t分布的区间会越出量表一端时，改用Wilson法。",
                "95%, t distribution, squared standard error (1 − κ × n ÷ N) × s² ÷ n, N the people on the roster, s from the variances and covariances of the items; units share the spread within units. κ is the part of the differences between people that lasts: \(scores) of dimensions, composites and competence gaps, \(items) of single items and shares (Wilson's interval, n replaced by n ÷ (1 − κ × n ÷ N)); 0 where a condition decides who is asked, and without a roster. The rest is the mood of the day, which is not known even when everybody answered, so that a full return still has an interval. Where the t distribution would leave the scale, Wilson's interval takes its place."
            )
        ),
    ]
    if !context.now.whole.gaps.isEmpty {
        rules.append(
            (
                Wording("能力差距", "Competence gaps"),
                Wording(
                    "要求−现状，两项都答者；配对t检验；加权差距为Borich MWDS＝平均差距×平均要求；RDS为Narine和Harder（2021）的差距得分。",
                    "Required − current, of those who answered both; paired t-test; the weighted gap is Borich's MWDS = mean gap × mean requirement; RDS is the ranked discrepancy score of Narine and Harder (2021)."
                )
            ))
    }
    if !context.now.agreement.isEmpty {
        rules.append(
            (
                Wording("处室特征", "Properties of units"),
                Wording(
                    "层级为“部门”的维度，须回收率≥60%、rwg(J)在均匀分布和轻度偏斜分布下均≥0.70、ICC(1)显著大于0，平均分才可当作处室特征；ICC(2)≥0.70才可排名，本报告不排名。",
                    "On dimensions of the unit level a mean is a property of the unit only with a response rate of at least 60%, rwg(J) of at least 0.70 under the uniform and the slightly skewed null distribution, and ICC(1) significantly above 0; ranking would need ICC(2) of at least 0.70, and this report does not rank."
                )
            ))
    }
    if context.scored.contains(where: { $0.reliability != nil }) {
        rules.append(
            (
                Wording("信度", "Reliability"),
                Wording(
                    "克龙巴赫α，每两题的协方差按两题都答的人算，Feldt区间的人数取其中最少的；两题用Spearman–Brown；形成性维度不报信度。",
                    "Cronbach's α, the covariance of two items from those who answered both, Feldt's interval by the fewest of these; Spearman–Brown for two items; none for formative dimensions."
                )
            ))
    }
    return rules
}

private func rescales(_ context: ReportContext) -> String {
    var names: [String] = []
    for score in context.scored where !score.dimension.isComposite {
        let name =
            switch score.dimension.rescale {
            case .raw:
                score.dimension.method == .sum
                    ? context.say("各题分数合计", "sum of the items") : context.say("原始分", "raw score")
            case .percentOfMaximumPossible:
                context.say(
                    "百分制（均值−最小）÷（最大−最小）×100", "percent of maximum possible, (mean − least) ÷ (greatest − least) × 100")
            case .shareOfMaximum: context.say("折百，均值÷最大×100", "share of the maximum, mean ÷ greatest × 100")
            case .onto(let range):
                context.say(
                    "换算到\(range.lowerBound)—\(range.upperBound)", "onto \(range.lowerBound)–\(range.upperBound)")
            }
        if !names.contains(name) { names.append(name) }
    }
    return context.clauses(names)
}
