import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据质量: can the numbers be believed?
func qualitySheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer(
        context.name(of: .quality), tab: .grey,
        purpose: context.say(
            "回收率、漏答、信度、可比性与导入情况", "Response rates, missing answers, reliability, comparability, intake"),
        readers: context.say("工作专班", "Working group"))
    let checks = checks(context)
    // Most checks stand on one line each, so that all of them stand on one page.
    page.widths([
        TextMeasure.columnWidth(for: checks.map(\.name), atLeast: 20, atMost: 36),
        TextMeasure.columnWidth(for: checks.map(\.result), atLeast: 22, atMost: 32), 12, 10, 60,
    ])
    page.heading(
        context.name(of: .quality),
        context.say("每项给出检查、结果、标准和处理", "Each check with its result, standard and treatment"),
        columns: 5)
    page.header(
        [
            context.say("检查项目", "Check"), context.say("结果", "Result"), context.say("标准", "Standard"),
            context.say("结论", "Verdict"), context.say("说明与处理", "Remarks and treatment"),
        ], height: 24)
    for check in checks {
        let style = CellStyle.centered.with(\.font, .hei).with(\.color, check.verdict == .attention ? .orange : .ink)
        page.entries([
            .text(check.name, .wrapped), .text(check.result, .wrapped), .text(check.standard, .wrapped),
            .text(context.say(check.verdict.wording), style), .text(check.remark, .wrapped),
        ])
    }
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

private func checks(_ context: ReportContext) -> [QualityCheck] {
    responseChecks(context) + intakeChecks(context) + [missingCheck(context)].compactMap { $0 }
        + reliabilityChecks(context)
        + QualityCheck.careless(context) + QualityCheck.weights(context) + QualityCheck.validity(context)
        + disclosureChecks(context) + comparabilityChecks(context) + [unscoredCheck(context)].compactMap { $0 }
}

private func responseChecks(_ context: ReportContext) -> [QualityCheck] {
    guard let rate = context.now.whole.responseRate, let headcount = context.now.whole.headcount else {
        return [
            QualityCheck(
                name: context.say("回收率（全局）", "Response rate (all)"), result: context.say("不详", "unknown"),
                standard: "≥75%", verdict: .remark,
                remark: context.say(
                    "没有名册，置信区间未作有限总体校正",
                    "No roster, so intervals have no finite population correction"))
        ]
    }
    var checks = [
        QualityCheck(
            name: context.say("回收率（全局）", "Response rate (all)"),
            result: NumberText.percent(rate)
                + context.say(
                    "（\(context.now.whole.received)/\(headcount)）", " (\(context.now.whole.received)/\(headcount))"),
            standard: "≥75%",
            verdict: rate < lowResponseRate ? .attention : .sound,
            remark: context.say("没有回答的人可能与回答的人不同", "Those who did not answer may differ from those who did")
                + context.waitingRemark)
    ]
    let low = context.units.filter { ($0.responseRate ?? 1) < lowResponseRate }
    if !context.units.isEmpty {
        checks.append(
            QualityCheck(
                name: context.say("回收率（处室）", "Response rate (units)"),
                result: low.isEmpty
                    ? context.say("没有处室低于标准", "no unit below the standard")
                    : context.say("\(low.count)个处室低于标准", "units below the standard: \(low.count)"), standard: "≥75%",
                verdict: low.isEmpty ? .sound : .attention,
                remark: context.clauses(
                    low.map {
                        let name = context.name(of: $0)
                        // A unit called 2024 would run into its rate.
                        let space = name.last?.isASCII == true ? " " : context.say("", " ")
                        return name + space + NumberText.percent($0.responseRate ?? 0)
                    })))
    }
    return checks
}

private func intakeChecks(_ context: ReportContext) -> [QualityCheck] {
    context.release.rounds.map { round in
        let intake = round.intake
        var remarks: [String] = []
        if let condition = intake.condition {
            let left =
                intake.excludedRows > 0
                ? context.say(
                    "，排除\(intake.excludedRows)行，不算回收率", "; \(intake.excludedRows) rows left out, no response rate") : ""
            remarks.append(
                context.say("只取符合“\(condition)”的答卷\(left)", "Only responses where “\(condition)”\(left)"))
        }
        if intake.blankRows > 0 {
            remarks.append(
                context.say(
                    "\(intake.blankRows)行没有作答，不计为答卷", "Rows without any answer, not counted: \(intake.blankRows)"))
        }
        if !intake.absentVariables.isEmpty {
            let names = context.list(intake.absentVariables.prefix(8))
            let rest =
                intake.absentVariables.count > 8
                ? context.say(
                    "等\(intake.absentVariables.count)题", " and others, \(intake.absentVariables.count) in all") : ""
            remarks.append(
                context.say(
                    "文件没有这些题的列，按未问处理：\(names)\(rest)",
                    "The file has no column for these items, treated as not asked: \(names)\(rest)"))
        }
        if intake.refusedCells > 0 {
            remarks.append(
                context.say(
                    "不合格的格子按缺答计，没有替换成别的值", "Refused cells count as missing; none was replaced by another value"))
        }
        if intake.refusedFiles > 0 {
            remarks.append(
                context.say(
                    "整份拒收的文件\(intake.refusedFiles)个，没有收进其中任何一份",
                    "Files refused as a whole: \(intake.refusedFiles); nothing was taken from them"))
        }
        if intake.withoutCode > 0 {
            remarks.append(
                context.say(
                    "\(intake.withoutCode)份没有口令，重复交卷看不出来",
                    "Responses without a code: \(intake.withoutCode); two from one person cannot be told"))
        }
        return QualityCheck(
            name: context.say("导入（\(round.year)年）", "Intake (\(round.year))"),
            result: context.say(
                "\(intake.rows)行，拒收\(intake.refusedCells)格",
                "\(intake.rows) rows, \(intake.refusedCells) \(intake.refusedCells == 1 ? "cell" : "cells") refused"
            ),
            standard: context.say("0格", "0 cells"),
            verdict: intake.refusedCells == 0 && intake.absentVariables.isEmpty ? .sound : .attention,
            remark: context.clauses(remarks))
    }
}

private func missingCheck(_ context: ReportContext) -> QualityCheck? {
    let worst = context.now.whole.items.filter {
        ($0.missingShare ?? 0) > 0 && $0.variable.isRequired && context.release.shows(n: $0.favourable.n)
    }
    .max { ($0.missingShare ?? 0) < ($1.missingShare ?? 0) }
    guard let worst, let share = worst.missingShare else { return nil }
    return QualityCheck(
        name: context.say("题目漏答率（最高）", "Item nonresponse (highest)"),
        result: worst.variable.code + context.say("　", "  ") + NumberText.percent(share), standard: "≤10%",
        verdict: share > 0.1 ? .attention : .sound,
        remark: context.say(
            "漏答不计入该题和维度的分母，不填补",
            "Missing answers leave the denominators of the item and its dimension, and are not imputed"))
}

private func reliabilityChecks(_ context: ReportContext) -> [QualityCheck] {
    context.scored.compactMap { score in
        guard let reliability = score.reliability, context.release.shows(n: reliability.alpha.n) else { return nil }
        let isPair = score.itemCount == 2
        guard let value = isPair ? reliability.spearmanBrown : reliability.alpha.value else { return nil }
        var result = "\(isPair ? "S-B" : "α")=\(NumberText.fixed(value, 2))"
        if !isPair, let lower = reliability.alpha.lower, let upper = reliability.alpha.upper {
            result += context.say(
                "（\(NumberText.fixed(lower, 2))—\(NumberText.fixed(upper, 2))）",
                " (\(NumberText.fixed(lower, 2))–\(NumberText.fixed(upper, 2)))")
        }
        if !isPair, let omega = reliability.omega.total.value {
            result += context.say("，", ", ") + "ω=\(NumberText.fixed(omega, 2))"
        }
        return QualityCheck(
            name: context.say("信度：", "Reliability: ") + context.name(of: score), result: result, standard: "≥0.70",
            verdict: value < 0.7 ? .attention : .sound,
            remark: context.say(
                "\(score.itemCount)题，每两题都答的至少\(reliability.alpha.n)份\(isPair ? "；两题用Spearman–Brown" : "；成对计算，Feldt区间")",
                "\(score.itemCount) items, at least \(reliability.alpha.n) responses to each two of them; \(isPair ? "Spearman–Brown for two items" : "by pairs, Feldt interval")"
            ))
    }
}

private func disclosureChecks(_ context: ReportContext) -> [QualityCheck] {
    let count = context.release.merged.reduce(0) { $0 + $1.count { !$0.isEmpty } }
    let hidden = context.release.hiddenYears.sorted().map { year in
        QualityCheck(
            name: context.say("不显示的年份", "Years not shown"), result: context.say("\(year)年", "\(year)"),
            standard: context.say("≥\(context.release.k)份", "≥\(context.release.k) responses"), verdict: .attention,
            remark: context.say(
                "答卷不足\(context.release.k)份，全年不显示，也不参与比较",
                "Fewer than \(context.release.k) responses: nothing of the year is shown or compared"))
    }
    guard !context.units.isEmpty else { return hidden }
    return hidden + [
        QualityCheck(
            name: context.say("合并的处室", "Merged units"),
            result: count == 0
                ? context.say("没有", "none")
                : context.say(
                    "\(count)个并为\(context.release.merged.count)组",
                    "\(count) units, sets: \(context.release.merged.count)"),
            standard: context.say("≥\(context.release.k)份", "≥\(context.release.k) responses"),
            verdict: .remark,
            remark: context.say(
                "答卷不足\(context.release.k)份的处室与以前一起显示过的、名册指定的或最小的处室合并，各数相加相减都得不到更小的组",
                "Units with fewer than \(context.release.k) responses are merged with the unit that they stood with before, that the roster names, or the smallest; no sums or differences give a smaller group"
            ))
    ]
}

private func comparabilityChecks(_ context: ReportContext) -> [QualityCheck] {
    guard context.previous != nil else { return [] }
    let partial = context.scored.filter { $0.comparable?.isPartial == true }.map { context.name(of: $0) }
    let none = context.scored.filter { $0.comparable == nil }.map { context.name(of: $0) }
    var remarks: [String] = []
    if !partial.isEmpty {
        remarks.append(context.say("只用共同题比较：", "Compared by common items only: ") + context.list(partial))
    }
    if !none.isEmpty {
        remarks.append(context.say("没有共同题，不作比较：", "No common items, not compared: ") + context.list(none))
    }
    return [
        QualityCheck(
            name: context.say("跨年可比性", "Comparability over the years"),
            result: "\(context.scored.count - none.count)/\(context.scored.count)"
                + context.say("个维度可比", " dimensions comparable"), standard: context.say("全部", "all"),
            verdict: none.isEmpty ? .sound : .attention, remark: context.clauses(remarks))
    ]
}

/// Whoever asked a question wants to know why its answers stand nowhere.
private func unscoredCheck(_ context: ReportContext) -> QualityCheck? {
    let taken = Set(context.survey.dimensions.flatMap(\.terms).flatMap { context.survey.variables(of: $0) }.map(\.code))
    var left: [String] = []
    for variable in context.survey.variables where variable.domain != .unit && !taken.contains(variable.code) {
        if !left.contains(variable.code) { left.append(variable.code) }
    }
    guard !left.isEmpty else { return nil }
    let names = context.list(left.prefix(12)) + (left.count > 12 ? context.say("等", " and others") : "")
    return QualityCheck(
        name: context.say("不计分的题", "Items not scored"),
        result: context.say("\(left.count)题", "\(left.count) \(left.count == 1 ? "item" : "items")"),
        standard: "—", verdict: .remark,
        remark: context.say(
            "没有维度取用，本报告不含它们的答案分布：\(names)",
            "No dimension uses them, and this report does not hold their distributions: \(names)"))
}
