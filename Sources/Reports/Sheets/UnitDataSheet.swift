import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_处室: the units' scores of all years as one tidy table. Every cell is filled, nothing is merged, and what 处室对比
/// hides is hidden here. Nil where no unit is shown.
func unitDataSheet(_ context: ReportContext) -> ReportSheet? {
    let rows = context.release.rounds.flatMap { round in unitRows(of: round, context) }
    guard !rows.isEmpty else { return nil }
    var page = SheetComposer(
        context.name(of: .unitData), tab: .line,
        purpose: context.say("规整数据表：年份×处室×维度", "Tidy table: year × unit × dimension"),
        readers: context.say("复用", "Reuse"))
    let headers = [
        context.say("年份", "Year"), context.say("处室", "Unit"), context.say("领域", "Area"),
        context.say("维度", "Dimension"), context.say("方向", "Direction"), context.say("有效人数", "n"),
        context.say("得分", "Score"), context.say("区间下限", "Lower bound"), context.say("区间上限", "Upper bound"),
        context.say("口径版本", "Edition"),
    ]
    page.widths([
        9, TextMeasure.columnWidth(for: rows.map(\.unit), atLeast: 14, atMost: 30),
        TextMeasure.columnWidth(for: rows.map(\.area), atLeast: 12, atMost: 24),
        TextMeasure.columnWidth(for: rows.map(\.dimension), atLeast: 14, atMost: 30), 9, 10, 10, 10, 10, 10,
    ])
    page.heading(
        context.say("数据_处室　规整数据表", "Data_units: a tidy table"),
        context.say(
            "一张表，起于A4；各年用当年的题目和计分；不显示的维度不列；[隐]=不显示，[界]=会透露只报界限的数，[缺]=没有答者，[无]=算不出",
            "One table from A4; each year by its own items; dimensions that no unit may show are left out; [c] hidden, [bound] would tell a bound, [x] nobody answered, [u] undefined"
        ), columns: headers.count)
    page.row = 5
    for row in rows {
        page.entries(
            [
                .count(row.year), .text(row.unit, .wrapped), .text(row.area, .wrapped),
                .text(row.dimension, .wrapped),
            ] + row.numbers)
    }
    page.sheet.table = ReportSheet.Table(
        name: context.say("数据_处室表", "Data_units_table"),
        range: CellRange(Cell(row: 4, column: 1), Cell(row: page.row - 1, column: headers.count)), headers: headers)
    page.sheet.frozen = "E5"
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

private struct UnitRow {
    var year: Int
    var unit: String
    var area: String
    var dimension: String
    var numbers: [SheetComposer.Entry]
}

/// Unit by unit, and each by the dimensions that the year shows of units.
private func unitRows(of round: AssessedRound, _ context: ReportContext) -> [UnitRow] {
    let scores = round.whole.scores.filter {
        $0.dimension.method != .gap && $0.itemCount > 0 && context.release.showsUnits($0.name, year: round.year)
    }
    let columns = scores.map { context.shownOfUnits($0.name, in: round) }
    let areas = scores.map { context.area(of: $0.dimension, in: round) }
    return context.release.units(of: round).enumerated().flatMap { index, unit in
        scores.indices.map { column in
            UnitRow(
                year: round.year, unit: context.name(of: unit), area: areas[column],
                dimension: context.text(scores[column].dimension.name),
                numbers: numbers(of: unit, scores[column], columns[column][index], in: round, context))
        }
    }
}

private func numbers(
    of unit: AssessedGroup, _ whole: DimensionScore, _ shown: ShownNumber, in round: AssessedRound,
    _ context: ReportContext
) -> [SheetComposer.Entry] {
    let isLong = context.frame(of: whole.dimension, in: round).upperBound >= 20
    let style = isLong ? CellStyle.score : .points
    let direction =
        context.isLowBetter(whole.dimension) ? context.say("低为好", "Low") : context.say("高为好", "High")
    let score = unit.score(whole.name)
    let n = score?.estimate.n ?? 0
    var entries: [SheetComposer.Entry] = [
        .text(direction, .centered),
        n == 0 ? .absent(.missing) : .count(n),
        .shown(shown, style, isLong ? 1 : 2),
    ]
    if let score, shown.exact != nil {
        entries += [.number(score.estimate.lower, style), .number(score.estimate.upper, style)]
    } else {
        entries += Array(repeating: .absent(shown.besides), count: 2)
    }
    return entries + [.text(round.plan.survey.year.map(String.init) ?? "—", .centered)]
}
