import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 维度得分: the main table. Nil without dimensions.
func dimensionSheet(_ context: ReportContext) -> ReportSheet? {
    guard !context.scored.isEmpty else { return nil }
    var page = SheetComposer(
        context.name(of: .dimensions), tab: .blue,
        purpose: context.say(
            "各维度得分、置信区间、等次\(context.previous == nil ? "" : "与\(context.previousWord)变化")",
            "Scores, confidence intervals, bands\(context.previous == nil ? "" : " and changes since \(context.previousWord)")"
        ),
        readers: context.say("委员会", "Committee"))
    let compares = context.previous != nil
    let titles =
        [
            context.say("领域", "Area"), context.say("维度", "Dimension"), context.say("有效人数", "Valid n"),
            context.say("得分", "Score"), context.say("区间下限", "CI lower"), context.say("区间上限", "CI upper"),
            context.say("等次", "Band"),
        ]
        + (compares
            ? [
                context.say("可比题数", "Common items"), context.say("本年可比", "This year, common"),
                context.say("\(context.previousWord)可比", "\(context.previousTitle), common"),
                context.say("变化", "Change"),
                context.say("变化条", "Change bar"), context.say("判断", "Judgement"),
            ] : [])
    let areas = context.scored.map { context.area(of: $0.dimension) }
    let bands = context.scored.compactMap { $0.band.map(context.text) }
    page.widths(
        [
            TextMeasure.columnWidth(for: areas + [titles[0]], atLeast: 9, atMost: 22),
            TextMeasure.columnWidth(for: context.scored.map(context.label), atLeast: 14, atMost: 30), 9, 9, 9.5, 9.5,
            TextMeasure.columnWidth(for: bands, atLeast: 8, atMost: 14),
        ] + (compares ? [9.5, 9.5, 9.5, 9, 14, 17] : []))
    page.heading(
        context.say("表1　各维度得分（\(context.now.year)年）", "Table 1: Scores of the dimensions (\(context.now.year))"),
        context.say(
            "\(context.directionRemark)；区间为95%置信区间\(compares ? "；变化=本年可比−\(context.previousWord)可比，只用各年共同的题" : "")",
            "CI = 95% confidence interval; \(context.directionRemark)\(compares ? "; change = this year − \(context.previousWord), by the items that all years share" : "")"
        ),
        columns: titles.count)
    let head = page.header(titles, height: 30)
    for score in context.scored { page.entries(cells(score, context, row: page.row), height: 20) }
    addBars(on: &page, context, from: head + 1, compares: compares)
    page.skip()
    page.note(
        context.say(
            "等次按未取整的得分判定。[隐]=不足\(context.release.k)人，不显示；≥≤=接近满分或最低分，只报界限；[界]=会透露这样的数，不显示；[无]=算不出区间。",
            "Bands are given by unrounded scores. [c] = fewer than \(context.release.k) people, not shown; ≥≤ = near an end of the scale, given as a bound; [bound] = would tell such a number, not shown; [u] = no interval can be computed."
        ),
        columns: titles.count)
    if compares {
        page.note(
            context.say(
                "判断：Welch检验，同两年的全部维度（含能力差距）一并作Holm校正，校正后p<0.05为明显；先计算后取整，显示的差可能与显示数之差相差一个末位。可比题数为“共同题/本年题”。",
                "Judgement: Welch's test, Holm-corrected over all dimensions of the two years (competence gaps included); clear means corrected p<0.05. Rounding comes last, so a difference may be one last digit off that of the printed numbers. Common items: shared items / items of this year."
            ),
            columns: titles.count)
    }
    page.sheet.frozen = Cell(row: head + 1, column: 3)
    // Up to this many rows a page stays readable; a longer table runs on.
    return page.finished(context, .landscape, pagesHigh: context.scored.count <= 32 ? 1 : 0, repeatedRows: 1...4)
}

private func cells(_ score: DimensionScore, _ context: ReportContext, row: Int) -> [SheetComposer.Entry] {
    let decimals = context.decimals(of: score.dimension)
    let style = decimals == 1 ? CellStyle.score : .points
    var entries: [SheetComposer.Entry] = [
        .text(context.area(of: score.dimension), .wrapped), .text(context.label(of: score), .wrapped),
    ]
    let shown = context.shown(score)
    if case .absent(let code) = shown {
        return entries + Array(repeating: .absent(code), count: context.previous == nil ? 5 : 11)
    }
    entries += [.count(score.estimate.n), .shown(shown, bandSafe(score, style), decimals)]
    // The interval and the deviation of a mean that is a bound only would tell it.
    entries +=
        shown.exact == nil
        ? [.absent(.bounded), .absent(.bounded)]
        : [.number(score.estimate.lower, style), .number(score.estimate.upper, style)]
    entries.append(
        score.band.map { .text(context.text($0), CellStyle.wrapped.with(\.horizontal, .center)) }
            ?? .absent(shown.exact == nil && !score.dimension.bands.isEmpty ? .bounded : .notApplicable))
    return entries + (context.previous == nil ? [] : comparison(score, context, row: row))
}

/// From 可比题数 to 判断.
private func comparison(_ score: DimensionScore, _ context: ReportContext, row: Int) -> [SheetComposer.Entry] {
    let decimals = context.decimals(of: score.dimension)
    let style = decimals == 1 ? CellStyle.score : .points
    let now = context.comparable(score.name, in: context.now)
    let before = context.comparable(score.name, in: context.previous)
    let change = context.change(score.name, to: context.now.year)
    var entries: [SheetComposer.Entry] = [
        .text(commonItems(score, context), .centered), .shown(now, style, decimals), .shown(before, style, decimals),
    ]
    if let now = now.exact, let before = before.exact, let size = context.size(of: change) {
        let difference = CellStyle.change(decimals)
        entries += [.formula("=I\(row)-J\(row)", now - before, difference), .number(size, difference)]
    } else {
        entries += Array(repeating: .absent(([now, before].first { $0.exact == nil } ?? now).besides), count: 2)
    }
    return entries + [
        change == nil ? .absent(.notApplicable) : .text(context.judgement(change), judged(change, context))
    ]
}

/// 89.96 in the band below 90 must not print as 90.0.
private func bandSafe(_ score: DimensionScore, _ style: CellStyle) -> CellStyle {
    guard let value = score.estimate.value, style == .score else { return style }
    let rounded = (value * 10).rounded(.toNearestOrAwayFromZero) / 10
    return score.dimension.band(for: rounded)?.text == score.band ? style : .points
}

private func commonItems(_ score: DimensionScore, _ context: ReportContext) -> String {
    func count(_ measure: SurveyPlan.Measure?) -> Int {
        if case .scale(let scale)? = measure { scale.codes.count } else { 0 }
    }
    let leaves = context.survey.leaves(of: score.dimension) ?? []
    let planned = leaves.compactMap { context.now.plan.dimension(named: $0.dimension.name.main) }
    let common = planned.reduce(0) { $0 + count($1.comparable) }
    return "\(common)/\(planned.reduce(0) { $0 + count($1.own) })" + context.say("题", "")
}

/// Blue where it is better, orange where it is worse; the words stand beside the colour.
func judged(_ change: YearChange?, _ context: ReportContext) -> CellStyle {
    guard let change, change.isClear == true else { return .cell }
    return CellStyle.cell.with(\.color, context.isClearlyWorse(change) ? .orange : .blue)
}

extension CellStyle {
    /// A change with its sign, as finely as the scores that it is the difference of.
    static func change(_ decimals: Int) -> CellStyle {
        decimals == 1 ? .change : CellStyle.centered.with(\.numberFormat, "+0.00;-0.00;0.00")
    }
}

/// Each run of rows on one scale has its own rule: a bar of 4 in 100 says nothing of 4 in 5.
private func addBars(on page: inout SheetComposer, _ context: ReportContext, from first: Int, compares: Bool) {
    for run in context.runs(of: context.scored) {
        let dimension = context.scored[run.lowerBound].dimension
        let frame = context.frame(around: Array(context.scored[run]))
        guard frame.upperBound > frame.lowerBound else { continue }
        let (top, bottom) = (first + run.lowerBound, first + run.upperBound - 1)
        page.sheet.bars.append(
            ReportSheet.PlacedBar(
                bar: DataBar(abs(frame.upperBound - 100) < 1e-6 ? 50...100 : frame, color: .bluePale),
                range: CellRange(Cell(row: top, column: 4), Cell(row: bottom, column: 4))))
        guard compares else { continue }
        // A tenth of the way from one end to the other fills half the cell; 10 points of 100.
        var bar = DataBar.change(upTo: max(frame.upperBound, frame.upperBound - frame.lowerBound) / 10)
        if context.isLowBetter(dimension) { (bar.color, bar.negativeColor) = (.orangeLight, .blueLight) }
        page.sheet.bars.append(
            ReportSheet.PlacedBar(bar: bar, range: CellRange(Cell(row: top, column: 12), Cell(row: bottom, column: 12)))
        )
    }
}
