import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_维度: one tidy table for other programs. Every cell is filled, nothing is merged. Nil without dimensions.
func dimensionDataSheet(_ context: ReportContext) -> ReportSheet? {
    let scores = context.release.rounds.flatMap { round in
        round.whole.scores.filter { $0.itemCount > 0 }.map { (round: round, score: $0) }
    }
    guard !scores.isEmpty else { return nil }
    var page = SheetComposer("数据_维度", tab: .line, purpose: "规整数据表：年份×维度", readers: "复用")
    let headers = ["年份", "领域", "维度", "方向", "有效人数", "得分", "区间下限", "区间上限", "标准差", "口径版本"]
    let areas = scores.map { context.area(of: $0.score.dimension, in: $0.round) }
    page.widths([
        9, TextMeasure.columnWidth(for: areas + ["领域"], atLeast: 12, atMost: 24),
        TextMeasure.columnWidth(for: scores.map(\.score.name), atLeast: 14, atMost: 30), 9, 10, 10, 10, 10, 10, 10,
    ])
    page.heading("数据_维度　规整数据表", "一张表，起于A4；各年用当年的题目和计分；[隐]=不显示，[无]=算不出", columns: headers.count)
    page.row = 5
    for (area, entry) in zip(areas, scores) {
        page.entries(cells(entry.score, in: entry.round, area: area, context))
    }
    page.sheet.table = ReportSheet.Table(
        name: "数据_维度表", range: CellRange(Cell(row: 4, column: 1), Cell(row: page.row - 1, column: headers.count)),
        headers: headers)
    page.sheet.frozen = "D5"
    return page.finished(context, .portrait, pagesHigh: 0, repeatedRows: 1...4)
}

private func cells(
    _ score: DimensionScore, in round: AssessedRound, area: String, _ context: ReportContext
) -> [SheetComposer.Entry] {
    let isLong = context.frame(of: score.dimension, in: round).upperBound >= 20
    let style = isLong ? CellStyle.score : .points
    let shown = context.shown(score, in: round)
    var entries: [SheetComposer.Entry] = [
        .count(round.year), .text(area, .wrapped), .text(score.name, .wrapped),
        .text(context.isLowBetter(score.dimension) ? "低为好" : "高为好", .centered),
        context.release.shows(n: score.estimate.n) ? .count(score.estimate.n) : .absent(.hidden),
        .shown(shown, style, isLong ? 1 : 2),
    ]
    if shown.exact == nil {
        entries += Array(repeating: .absent(shown.besides), count: 3)
    } else {
        entries += [
            .number(score.estimate.lower, style), .number(score.estimate.upper, style),
            .number(score.standardDeviation, style),
        ]
    }
    return entries + [.text(round.plan.survey.year.map(String.init) ?? "—", .centered)]
}
