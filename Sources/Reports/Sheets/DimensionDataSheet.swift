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
    var page = SheetComposer(
        context.name(of: .dimensionData), tab: .line,
        purpose: context.say("规整数据表：年份×维度", "Tidy data table: year by dimension"),
        readers: context.say("复用", "Reuse"))
    let area = context.say("领域", "Area")
    let headers = [
        context.say("年份", "Year"), area, context.say("维度", "Dimension"), context.say("方向", "Direction"),
        context.say("有效人数", "Valid n"), context.say("得分", "Score"), context.say("区间下限", "CI lower"),
        context.say("区间上限", "CI upper"), context.say("标准差", "SD"), context.say("口径版本", "Edition"),
    ]
    let areas = scores.map { context.area(of: $0.score.dimension, in: $0.round) }
    page.widths([
        9, TextMeasure.columnWidth(for: areas + [area], atLeast: 12, atMost: 24),
        TextMeasure.columnWidth(for: scores.map { context.name(of: $0.score) }, atLeast: 14, atMost: 30), 9, 10, 10, 10,
        10, 10, 10,
    ])
    page.heading(
        context.say("数据_维度　规整数据表", "\(context.name(of: .dimensionData)): tidy data table"),
        context.say(
            "一张表，起于A4；各年用当年的题目和计分；[隐]=不显示，[无]=算不出",
            "One table from A4; every year by its own items and scoring; [c] = confidential, [u] = undefined"),
        columns: headers.count)
    page.row = 5
    for (area, entry) in zip(areas, scores) {
        page.entries(cells(entry.score, in: entry.round, area: area, context))
    }
    page.sheet.table = ReportSheet.Table(
        name: context.say("数据_维度表", "Data_dimensions_table"),
        range: CellRange(Cell(row: 4, column: 1), Cell(row: page.row - 1, column: headers.count)),
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
        .count(round.year), .text(area, .wrapped), .text(context.name(of: score), .wrapped),
        .text(
            context.isLowBetter(score.dimension) ? context.say("低为好", "lower") : context.say("高为好", "higher"), .centered
        ),
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
