import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 激励与转化: the mechanisms of the organisation, which its items make up and do not mirror. Nil without such dimensions.
func mechanismSheet(_ context: ReportContext) -> ReportSheet? {
    let scores = context.scored.filter {
        $0.dimension.level == .organisation && $0.dimension.model == .formative && !$0.dimension.isComposite
    }
    let codes = Set(
        scores.flatMap { score -> [String] in
            guard case .scale(let scale)? = context.now.plan.dimension(named: score.name)?.own else { return [] }
            return scale.codes
        })
    let items = context.gradedItems().filter { codes.contains($0.result.variable.code) }
    guard !items.isEmpty, scores.contains(where: { context.release.shows(n: $0.estimate.n) }) else { return nil }
    var page = SheetComposer(
        context.name(of: .mechanisms), tab: .blue,
        purpose: context.say("激励、转化等机制的得分与逐题同意率", "Scores of the mechanisms, and how their items were answered"),
        readers: context.say("委员会", "Committee"))
    let blocks = ItemBlock.all(of: items, context)
    let titles = titles(context)
    let columns = max(titles.count + 1, blocks.map(\.columns).max() ?? 1)
    page.widths(ItemBlock.widths(of: items, columns: columns, context))
    page.heading(
        context.say("激励与转化", "Incentives and conversion"),
        context.say(
            "各题说的是本单位，合起来构成机制，不互相代替，请逐题看；\(context.directionRemark)",
            "The items speak of the organisation; each is a part of the mechanism of its own, so read them one by one"),
        columns: columns)
    scoreTable(scores, titles, on: &page, context)
    page.skip()
    for block in blocks {
        block.table(on: &page, context)
        page.skip()
    }
    let breaks = items.count > 12 ? [page.row - 1] : []
    chart(items, on: &page, context)
    for note in notes(items, context) { page.note(note, columns: columns) }
    return page.finished(
        context, .landscape, pagesHigh: breaks.isEmpty ? 1 : 0, repeatedRows: 1...3, breaksAfterRows: breaks)
}

private func titles(_ context: ReportContext) -> [String] {
    [
        context.say("维度", "Dimension"), context.say("有效人数", "n"), context.say("得分", "Score"),
        context.say("区间下限", "Lower bound"), context.say("区间上限", "Upper bound"),
    ]
        + (context.previous == nil
            ? []
            : [
                context.say("本年可比", "This year, comparable"), context.previousTitle + context.say("可比", ", comparable"),
                context.say("变化", "Change"),
            ])
}

/// The name of a dimension takes the place of an item's code and wording.
private func scoreTable(
    _ scores: [DimensionScore], _ titles: [String], on page: inout SheetComposer, _ context: ReportContext
) {
    func row(_ first: String, _ style: CellStyle, _ rest: [SheetComposer.Entry], height: Double) {
        let row = page.row
        page.merge(CellRange(Cell(row: row, column: 1), Cell(row: row, column: 2)), first, style)
        for (index, entry) in rest.enumerated() {
            page.put(entry.content, at: Cell(row: row, column: 3 + index), entry.style)
        }
        page.sheet.heights[row] = height
        page.skip()
    }
    row(titles[0], .head, titles.dropFirst().map { .text($0, .head) }, height: headHeight(titles, page))
    for score in scores {
        row(context.text(score.dimension.name), .wrapped, cells(score, row: page.row, context), height: 20)
    }
}

private func headHeight(_ titles: [String], _ page: SheetComposer) -> Double {
    let needed = titles.enumerated().dropFirst().map {
        page.height(of: $0.element, over: $0.offset + 2...$0.offset + 2)
    }
    return max(32, (needed.max() ?? 0) + 2)
}

private func cells(_ score: DimensionScore, row: Int, _ context: ReportContext) -> [SheetComposer.Entry] {
    let decimals = context.decimals(of: score.dimension)
    let style = decimals == 1 ? CellStyle.score : .points
    let shown = context.shown(score)
    let compares = context.previous != nil
    if case .absent(let code) = shown { return Array(repeating: .absent(code), count: compares ? 7 : 4) }
    var entries: [SheetComposer.Entry] = [
        .count(score.estimate.n), .shown(shown, style.with(\.isBold, true), decimals),
    ]
    entries +=
        shown.exact == nil
        ? Array(repeating: .absent(shown.besides), count: 2)
        : [.number(score.estimate.lower, style), .number(score.estimate.upper, style)]
    guard compares else { return entries }
    let now = context.comparable(score.name, in: context.now)
    let before = context.comparable(score.name, in: context.previous)
    entries += [.shown(now, style, decimals), .shown(before, style, decimals)]
    guard let after = now.exact, let then = before.exact else {
        return entries + [.absent(([now, before].first { $0.exact == nil } ?? now).besides)]
    }
    return entries + [.formula("=G\(row)-H\(row)", after - then, .change(decimals))]
}

private func chart(_ items: [GradedItem], on page: inout SheetComposer, _ context: ReportContext) {
    let drawn = items.filter { $0.shown.favourable.drawn != nil }
    var series = [
        BarChart.Series(
            name: "\(context.now.year)", values: drawn.map(\.shown.favourable.drawn), color: .blue, showsNumbers: true)
    ]
    if let previous = context.previous {
        let before = drawn.map { item in
            item.change?.before.value == nil ? nil : context.favourable(item.result.variable, in: previous).drawn
        }
        series.append(BarChart.Series(name: "\(previous.year)", values: before, color: .blueLight))
    }
    let height = 90 + drawn.count * 20 * max(series.count, 1)
    page.chart(
        .bars(
            BarChart(
                title: context.say("各题同意率", "Favourable answers by item"),
                categories: drawn.map { item in
                    "\(item.result.variable.code)　\(context.label(of: item.result.variable).shortened(to: 20))"
                }, series: series, axis: ChartAxis(0...1, step: 0.2, numberFormat: "0%"))),
        at: Cell(row: page.row, column: 1), width: 900, height: height,
        altText: context.say(
            "条形图：激励与转化各题的同意率\(context.previous == nil ? "" : "，与\(context.previousTitle)并列")。数值见本表。",
            "Bars: the favourable share of each item\(context.previous == nil ? "" : " beside the year before's"). The numbers stand in this sheet's tables."
        ))
    page.skip(height / 20 + 2)
}

private func notes(_ items: [GradedItem], _ context: ReportContext) -> [String] {
    ItemBlock.notes(items, context, mentionsChart: false) + [
        context.say(
            "同意率只报界限的，图中画在界限处；形成性维度的题互不替代，不报信度。变化是否明显，见“\(context.name(of: .dimensions))”。",
            "A favourable share that is a bound is drawn at the bound. Items of a formative dimension do not stand for one another, so it has no reliability. Whether a change is clear stands on “\(context.name(of: .dimensions))”."
        )
    ]
}
