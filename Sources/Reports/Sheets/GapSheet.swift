import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 能力差距: what posts require, what people can do, and where to begin. Only for surveys with pairs.
func gapSheet(_ context: ReportContext) -> ReportSheet? {
    let gaps = context.now.whole.gaps.filter { context.release.shows(n: $0.test.gap.n) && $0.test.gap.value != nil }
    guard !gaps.isEmpty else { return nil }
    let ranked = gaps.enumerated().sorted { left, right in
        (right.element.test.gap.value ?? 0, left.offset) < (left.element.test.gap.value ?? 0, right.offset)
    }.map(\.element)
    var page = SheetComposer("能力差距", tab: .blue, purpose: "各项能力的要求、现状、差距与优先顺序", readers: "委员会")
    let titles = ["顺序", "能力", "有效人数", "要求", "现状", "差距", "差距区间", "加权差距", "不足者占比", "差距得分RDS", "判断"]
    page.widths([
        7, TextMeasure.columnWidth(for: ranked.map(\.text.main.withoutRemark), atLeast: 17, atMost: 30), 9, 9, 9, 9, 13, 9.5,
        9.5, 10.5, 16,
    ])
    let bounds = ranked[0].bounds
    page.heading(
        "表3、图2、图3　能力差距与优先顺序",
        "\(bounds.lowerBound)—\(bounds.upperBound)级；差距=要求−现状；加权差距=差距×要求（Borich MWDS）；按差距排列", columns: titles.count)
    let head = page.header(titles, height: 32)
    for (index, gap) in ranked.enumerated() { page.entries(cells(gap, order: index + 1, row: page.row), height: 20) }
    let last = page.row - 1
    page.sheet.bars.append(
        ReportSheet.PlacedBar(
            bar: DataBar(0...2, color: .orangeLight, negativeColor: .blueLight),
            range: CellRange(Cell(row: head + 1, column: 6), Cell(row: last, column: 6))))
    page.skip()
    let chartRow = page.row
    charts(ranked, on: &page, context, row: chartRow)
    page.row = chartRow + 18
    page.note(
        "区间与检验：配对t检验；\(ranked.count)项能力作Holm校正。RDS=100×（现状高于要求的比例−现状低于要求的比例），越低越需要培训。判断按要求与现状的均值分四类，均值只作当年参照。",
        columns: titles.count)
    return page.finished(context, .landscape)
}

private func cells(_ gap: CompetenceGap, order: Int, row: Int) -> [SheetComposer.Entry] {
    let required = gap.test.meanRequired ?? 0
    let current = gap.test.meanCurrent ?? 0
    var interval = SheetComposer.Entry.absent(.undefined)
    if let lower = gap.test.gap.lower, let upper = gap.test.gap.upper {
        interval = .text("\(NumberText.fixed(lower, 2))—\(NumberText.fixed(upper, 2))", .centered)
    }
    return [
        .count(order), .text(gap.text.main.withoutRemark), .count(gap.test.gap.n), .number(required, .points),
        .number(current, .points), .formula("=D\(row)-E\(row)", required - current, .points), interval,
        .formula("=F\(row)*D\(row)", (required - current) * required, .points),
        gap.ranked.shortShare.map { .text(shareText($0), .centered) } ?? .absent(.undefined),
        .number(gap.ranked.score, CellStyle.centered.with(\.numberFormat, "+0;-0;0")), .text(judgement(gap)),
    ]
}

/// Where the gap is not beyond chance, nothing is recommended.
private func judgement(_ gap: CompetenceGap) -> String {
    guard let p = gap.adjustedP, p < 0.05 else { return "— 差距不明显" }
    guard (gap.test.gap.value ?? 0) > 0 else { return "— 现状高于要求" }
    return switch gap.quadrant {
    case .concentrateHere: "▼ 优先补短板"
    case .keepUp: "▲ 保持并提高"
    case .lowPriority: "— 持续关注"
    case .possibleOverkill: "— 不必再加力"
    case nil: "[不适用]"
    }
}

private func charts(_ gaps: [CompetenceGap], on page: inout SheetComposer, _ context: ReportContext, row: Int) {
    let bounds = gaps[0].bounds
    let frame = Double(bounds.lowerBound)...Double(bounds.upperBound)
    let current = gaps.map { $0.test.meanCurrent ?? 0 }
    let required = gaps.map { $0.test.meanRequired ?? 0 }
    let largest = gaps.prefix(2).map { "“\($0.text.main.withoutRemark)”" }.joined(separator: "、")
    page.chart(
        .dumbbell(
            DumbbellChart(
                title: "图2　要求与现状",
                rows: gaps.indices.map {
                    DumbbellChart.Row(label: gaps[$0].text.main.withoutRemark, current: current[$0], required: required[$0])
                },
                axis: axis(frame, values: current + required))),
        at: Cell(row: row, column: 1), width: 430, height: 340,
        altText: "哑铃图：各项能力的要求与现状，差距最大的是\(largest)。数值见本表D、E列。")
    page.chart(
        .quadrant(
            QuadrantChart(
                // Names would lie over one another wherever two competences are alike.
                title: "图3　要求与现状象限（数字为表中顺序）",
                points: gaps.indices.map { QuadrantChart.Point(label: "\($0 + 1)", x: current[$0], y: required[$0]) },
                horizontal: closeAxis(current, title: "现状（越右越强）"),
                vertical: closeAxis(required, title: "要求（越上越高）"),
                horizontalMean: current.reduce(0, +) / Double(current.count),
                verticalMean: required.reduce(0, +) / Double(required.count))),
        at: Cell(row: row, column: 6), width: 430, height: 340,
        altText: "象限图：横轴现状，纵轴要求，虚线为均值；左上方为要求高而现状低的能力。数值见本表D、E列。")
}

/// An axis just round the points: the quadrants show order, not size.
private func closeAxis(_ values: [Double], title: String) -> ChartAxis {
    let low = ((values.min() ?? 0) * 5 - 1).rounded(.down) / 5
    let high = ((values.max() ?? 1) * 5 + 1).rounded(.up) / 5
    return ChartAxis(low...high, step: 0.2, numberFormat: "0.0", title: title)
}
