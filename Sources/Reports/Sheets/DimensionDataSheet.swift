import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_维度: one tidy table for other programs. Every cell is filled, nothing is merged.
func dimensionDataSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer("数据_维度", tab: .line, purpose: "规整数据表：年份×维度", readers: "复用")
    let headers = ["年份", "领域", "维度", "有效人数", "得分", "区间下限", "区间上限", "标准差", "口径版本"]
    let scores = context.release.rounds.flatMap { round in
        round.whole.scores.filter { $0.itemCount > 0 }.map { (round, $0) }
    }
    page.widths([
        9, TextMeasure.columnWidth(for: scores.map { context.area(of: $0.1.dimension) } + ["领域"], atLeast: 12, atMost: 24),
        TextMeasure.columnWidth(for: scores.map(\.1.name), atLeast: 14, atMost: 30), 10, 10, 10, 10, 10, 10,
    ])
    page.heading("数据_维度　规整数据表", "一张表，起于A4；各年用当年的题目和计分；[隐]=不显示，[无]=算不出", columns: headers.count)
    page.row = 5
    for (round, score) in scores {
        // A year's own survey names the area; a dimension of an earlier year may be gone from the latest.
        let decimals = score.estimate.value.map { abs($0) >= 6 } ?? true
        let style = decimals ? CellStyle.score : .points
        var entries: [SheetComposer.Entry] = [
            .count(round.year), .text(context.area(of: score.dimension)), .text(score.name),
        ]
        if context.release.shows(n: score.estimate.n) {
            entries += [
                .count(score.estimate.n), .number(score.estimate.value, style, or: .missing),
                .number(score.estimate.lower, style), .number(score.estimate.upper, style),
                .number(score.standardDeviation, style),
            ]
        } else {
            entries += Array(repeating: .absent(.hidden), count: 5)
        }
        entries.append(.text(round.plan.survey.year.map(String.init) ?? "—", .centered))
        page.entries(entries, height: 18)
    }
    page.sheet.table = ReportSheet.Table(
        name: "数据_维度表", range: CellRange(Cell(row: 4, column: 1), Cell(row: max(5, page.row - 1), column: headers.count)),
        headers: headers)
    page.sheet.frozen = "D5"
    return page.finished(context, .portrait, pagesHigh: 0, repeatedRows: 1...4)
}
