import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据质量: can the numbers be believed?
func qualitySheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer("数据质量", tab: .grey, purpose: "回收率、漏答、信度、可比性与导入情况", readers: "工作专班")
    page.widths([24, 24, 16, 9, 56])
    page.heading("数据质量", "每项给出检查、结果、标准和处理", columns: 5)
    page.header(["检查项目", "结果", "标准", "结论", "说明与处理"], height: 24)
    for check in checks(context) {
        let style = CellStyle.centered.with(\.font, .hei).with(\.color, check.verdict == "注意" ? .orange : .ink)
        page.entries([
            .text(check.name, .wrapped), .text(check.result, .wrapped), .text(check.standard, .wrapped),
            .text(check.verdict, style), .text(check.remark, .wrapped),
        ])
    }
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

private struct Check {
    var name: String
    var result: String
    var standard: String
    var verdict: String
    var remark: String
}

private func checks(_ context: ReportContext) -> [Check] {
    responseChecks(context) + intakeChecks(context) + [missingCheck(context)].compactMap { $0 }
        + reliabilityChecks(context)
        + disclosureChecks(context) + comparabilityChecks(context) + [unscoredCheck(context)].compactMap { $0 }
}

private func responseChecks(_ context: ReportContext) -> [Check] {
    guard let rate = context.now.whole.responseRate, let headcount = context.now.whole.headcount else {
        return [
            Check(name: "回收率（全局）", result: "不详", standard: "≥75%", verdict: "说明", remark: "没有名册，置信区间未作有限总体校正")
        ]
    }
    var checks = [
        Check(
            name: "回收率（全局）", result: "\(NumberText.percent(rate))（\(context.now.whole.responses)/\(headcount)）",
            standard: "≥75%",
            verdict: rate < lowResponseRate ? "注意" : "合格", remark: "没有回答的人可能与回答的人不同")
    ]
    let low = context.units.filter { ($0.responseRate ?? 1) < lowResponseRate }
    if !context.units.isEmpty {
        checks.append(
            Check(
                name: "回收率（处室）", result: "\(low.count)个处室低于标准", standard: "≥75%", verdict: low.isEmpty ? "合格" : "注意",
                remark: low.map { "\(context.name(of: $0))\(NumberText.percent($0.responseRate ?? 0))" }.joined(
                    separator: "；")))
    }
    return checks
}

private func intakeChecks(_ context: ReportContext) -> [Check] {
    context.release.rounds.map { round in
        let intake = round.intake
        var remarks: [String] = []
        if let condition = intake.condition {
            let left = intake.excludedRows > 0 ? "，排除\(intake.excludedRows)行，不算回收率" : ""
            remarks.append("只取符合“\(condition)”的答卷\(left)")
        }
        if intake.blankRows > 0 { remarks.append("\(intake.blankRows)行没有作答，不计为答卷") }
        if !intake.absentVariables.isEmpty {
            let names = intake.absentVariables.prefix(8).joined(separator: "、")
            let rest = intake.absentVariables.count > 8 ? "等\(intake.absentVariables.count)题" : ""
            remarks.append("文件没有这些题的列，按未问处理：\(names)\(rest)")
        }
        if intake.refusedCells > 0 { remarks.append("不合格的格子按缺答计，没有替换成别的值") }
        return Check(
            name: "导入（\(round.year)年）", result: "\(intake.rows)行，拒收\(intake.refusedCells)格", standard: "0格",
            verdict: intake.refusedCells == 0 && intake.absentVariables.isEmpty ? "合格" : "注意",
            remark: remarks.joined(separator: "；"))
    }
}

private func missingCheck(_ context: ReportContext) -> Check? {
    let worst = context.now.whole.items.filter {
        ($0.missingShare ?? 0) > 0 && $0.variable.isRequired && context.release.shows(n: $0.favourable.n)
    }
    .max { ($0.missingShare ?? 0) < ($1.missingShare ?? 0) }
    guard let worst, let share = worst.missingShare else { return nil }
    return Check(
        name: "题目漏答率（最高）", result: "\(worst.variable.code)　\(NumberText.percent(share))", standard: "≤10%",
        verdict: share > 0.1 ? "注意" : "合格", remark: "漏答不计入该题分母，不填补；维度分按缺答规则处理")
}

private func reliabilityChecks(_ context: ReportContext) -> [Check] {
    context.scored.compactMap { score in
        guard let reliability = score.reliability, context.release.shows(n: reliability.alpha.n) else { return nil }
        let isPair = score.itemCount == 2
        guard let value = isPair ? reliability.spearmanBrown : reliability.alpha.value else { return nil }
        var result = "\(isPair ? "S-B" : "α")=\(NumberText.fixed(value, 2))"
        if !isPair, let lower = reliability.alpha.lower, let upper = reliability.alpha.upper {
            result += "（\(NumberText.fixed(lower, 2))—\(NumberText.fixed(upper, 2))）"
        }
        return Check(
            name: "信度：\(score.name)", result: result, standard: "≥0.70", verdict: value < 0.7 ? "注意" : "合格",
            remark: "\(score.itemCount)题，答全\(reliability.alpha.n)份\(isPair ? "；两题用Spearman–Brown" : "；列表删除，Feldt区间")")
    }
}

private func disclosureChecks(_ context: ReportContext) -> [Check] {
    let count = context.release.merged.reduce(0) { $0 + $1.count { !$0.isEmpty } }
    let hidden = context.release.hiddenYears.sorted().map { year in
        Check(
            name: "不显示的年份", result: "\(year)年", standard: "≥\(context.release.k)份", verdict: "注意",
            remark: "答卷不足\(context.release.k)份，全年不显示，也不参与比较")
    }
    guard !context.units.isEmpty else { return hidden }
    return hidden + [
        Check(
            name: "合并的处室", result: count == 0 ? "没有" : "\(count)个并为\(context.release.merged.count)组",
            standard: "≥\(context.release.k)份",
            verdict: "说明", remark: "答卷不足\(context.release.k)份的处室与名册指定的或最小的处室合并，处室分相加相减都得不到更小的组")
    ]
}

private func comparabilityChecks(_ context: ReportContext) -> [Check] {
    guard context.previous != nil else { return [] }
    let partial = context.scored.filter { $0.comparable?.isPartial == true }.map(\.name)
    let none = context.scored.filter { $0.comparable == nil }.map(\.name)
    var remarks: [String] = []
    if !partial.isEmpty { remarks.append("只用共同题比较：\(partial.joined(separator: "、"))") }
    if !none.isEmpty { remarks.append("没有共同题，不作比较：\(none.joined(separator: "、"))") }
    return [
        Check(
            name: "跨年可比性", result: "\(context.scored.count - none.count)/\(context.scored.count)个维度可比", standard: "全部",
            verdict: none.isEmpty ? "合格" : "注意", remark: remarks.joined(separator: "；"))
    ]
}

/// Whoever asked a question wants to know why its answers stand nowhere.
private func unscoredCheck(_ context: ReportContext) -> Check? {
    let taken = Set(context.survey.dimensions.flatMap(\.terms).flatMap { context.survey.variables(of: $0) }.map(\.code))
    var left: [String] = []
    for variable in context.survey.variables where variable.domain != .unit && !taken.contains(variable.code) {
        if !left.contains(variable.code) { left.append(variable.code) }
    }
    guard !left.isEmpty else { return nil }
    let names = left.prefix(12).joined(separator: "、") + (left.count > 12 ? "等" : "")
    return Check(
        name: "不计分的题", result: "\(left.count)题", standard: "—", verdict: "说明",
        remark: "没有维度取用，本报告不含它们的答案分布：\(names)")
}
