import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 维度得分: the main table.
func dimensionSheet(_ context: ReportContext) -> ReportSheet? {
    var page = SheetComposer(
        "维度得分", tab: .blue, purpose: "各维度得分、置信区间、等次与上年变化", readers: "委员会")
    let compares = context.previous != nil
    let titles =
        ["领域", "维度", "有效人数", "得分", "区间下限", "区间上限", "等次"]
        + (compares ? ["可比题数", "本年可比", "上年可比", "变化", "变化条", "判断"] : [])
    let areas = context.scored.map { context.area(of: $0.dimension) }
    page.widths(
        [
            TextMeasure.columnWidth(for: areas + ["领域"], atLeast: 9, atMost: 22),
            TextMeasure.columnWidth(for: context.scored.map(\.name), atLeast: 14, atMost: 30), 9, 9, 9.5, 9.5, 8,
        ] + (compares ? [9.5, 9.5, 9.5, 9, 14, 14] : []))
    page.heading(
        "表1　各维度得分（\(context.now.year)年）",
        "得分越高越好；区间为95%置信区间\(compares ? "；变化=本年可比−上年可比，只用各年共同的题" : "")", columns: titles.count)
    let head = page.header(titles, height: 30)
    for score in context.scored { page.entries(cells(score, context, row: page.row), height: 20) }
    let last = page.row - 1
    addBars(on: &page, context, from: head + 1, to: last, compares: compares)
    page.skip()
    page.note("等次按未取整的得分判定。[隐]=答卷不足\(context.release.k)份，不显示；[无]=答案没有差异或只有一份，算不出区间。", columns: titles.count)
    if compares {
        page.note(
            "判断：Welch检验，同一张表内\(context.release.assessment.changes.count { $0.to == context.now.year })个比较作Holm校正，校正后p<0.05为明显；先计算后取整，显示的差可能与显示数之差相差一个末位。可比题数为“共同题/本年题”。",
            columns: titles.count)
    }
    page.sheet.frozen = Cell(row: head + 1, column: 3)
    // Up to this many rows a page stays readable; a longer table runs on.
    return page.finished(context, .landscape, pagesHigh: context.scored.count <= 32 ? 1 : 0, repeatedRows: 1...4)
}

private func cells(_ score: DimensionScore, _ context: ReportContext, row: Int) -> [SheetComposer.Entry] {
    let decimals = context.decimals(of: score.dimension)
    let style = decimals == 1 ? CellStyle.score : .points
    var entries: [SheetComposer.Entry] = [.text(context.area(of: score.dimension)), .text(score.name)]
    guard context.release.shows(n: score.estimate.n) else {
        entries += Array(repeating: .absent(.hidden), count: context.previous == nil ? 5 : 11)
        return entries
    }
    entries += [
        .count(score.estimate.n), .number(score.estimate.value, bandSafe(score, style), or: .missing),
        .number(score.estimate.lower, style), .number(score.estimate.upper, style),
        score.band.map { .text($0.main, .centered) } ?? .absent(.notApplicable),
    ]
    guard context.previous != nil else { return entries }
    guard let change = context.change(score.name, to: context.now.year),
        let now = context.comparable(score.name, in: context.now)?.value,
        let before = context.comparable(score.name, in: context.previous)?.value
    else {
        return entries + Array(repeating: .absent(.broken), count: 5) + [.text("[不适用]", .absent)]
    }
    let difference = decimals == 1 ? CellStyle.change : CellStyle.centered.with(\.numberFormat, "+0.00;-0.00;0.00")
    entries += [
        .text(commonItems(score, context), .centered), .number(now, style), .number(before, style),
        .formula("=I\(row)-J\(row)", now - before, difference),
        .number(change.test.difference.value, difference), .text(context.judgement(change), judged(change)),
    ]
    return entries
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
    return "\(common)/\(planned.reduce(0) { $0 + count($1.own) })题"
}

/// Blue where it is better, orange where it is worse; the words stand beside the colour.
func judged(_ change: YearChange?) -> CellStyle {
    guard let change, change.isClear == true, let difference = change.test.difference.value else { return .cell }
    let isBetter = (difference > 0) == (change.dimension.direction == .higherIsBetter)
    return CellStyle.cell.with(\.color, isBetter ? .blue : .orange)
}

private func addBars(
    on page: inout SheetComposer, _ context: ReportContext, from first: Int, to last: Int, compares: Bool
) {
    guard last >= first, let frame = context.scored.first.map({ context.frame(of: $0.dimension) }) else { return }
    let isHundred = frame.upperBound >= 20
    page.sheet.bars.append(
        ReportSheet.PlacedBar(
            bar: DataBar(isHundred ? 50...100 : frame, color: .bluePale),
            range: CellRange(Cell(row: first, column: 4), Cell(row: last, column: 4))))
    guard compares else { return }
    page.sheet.bars.append(
        ReportSheet.PlacedBar(
            bar: .change(upTo: isHundred ? 10 : 0.5),
            range: CellRange(Cell(row: first, column: 12), Cell(row: last, column: 12))))
}
