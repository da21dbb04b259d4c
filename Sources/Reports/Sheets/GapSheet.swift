import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 能力差距: what posts require, what people can do, and where to begin. Only for surveys with pairs.
func gapSheet(_ context: ReportContext) -> ReportSheet? {
    let gaps = context.competences
    guard !gaps.isEmpty else { return nil }
    let ranked = gaps.enumerated().sorted { left, right in
        (right.element.test.gap.value ?? 0, left.offset) < (left.element.test.gap.value ?? 0, right.offset)
    }.map(\.element)
    var page = SheetComposer("能力差距", tab: .blue, purpose: "各项能力的要求、现状、差距与优先顺序", readers: "委员会")
    let titles = ["顺序", "能力", "有效人数", "要求", "现状", "差距", "差距区间", "加权差距", "不足者占比", "差距得分RDS", "判断"]
    page.widths([
        7, TextMeasure.columnWidth(for: ranked.map(\.text.main.withoutRemark), atLeast: 17, atMost: 30), 9, 9, 9, 9, 13,
        9.5,
        9.5, 10.5, 17,
    ])
    page.heading(
        "表3、图2、图3　能力差距与优先顺序", "\(levels(gaps))；差距=要求−现状；加权差距=差距×要求（Borich MWDS）；按差距排列",
        columns: titles.count)
    let head = page.header(titles, height: 32)
    for (index, gap) in ranked.enumerated() {
        page.entries(cells(gap, order: index + 1, row: page.row, context), height: 20)
    }
    let widest = ranked.map { Double($0.bounds.upperBound - $0.bounds.lowerBound) }.max() ?? 4
    page.sheet.bars.append(
        ReportSheet.PlacedBar(
            bar: DataBar(0...widest / 2, color: .orangeLight, negativeColor: .blueLight),
            range: CellRange(Cell(row: head + 1, column: 6), Cell(row: page.row - 1, column: 6))))
    page.skip()
    // A long table fills the first page alone.
    let breaks = ranked.count > longestBesideCharts ? [page.row - 1] : []
    let drawn = ranked.enumerated().filter {
        context.shown($0.element).gap != nil && $0.element.bounds == ranked[0].bounds
    }
    if !drawn.isEmpty {
        let chartRow = page.row
        charts(drawn.map { Drawn(order: $0.offset + 1, gap: $0.element) }, on: &page, row: chartRow)
        page.row = chartRow + 18
    }
    page.note(
        "区间与检验：配对t检验；全部能力一并作Holm校正。RDS=100×（现状高于要求的比例−现状低于要求的比例），越低越需要培训。判断：差距达到量表宽度的五分之一（五级为0.8），或要求高于均值而现状低于均值，为优先补短板；其余按要求与现状的均值分类，均值只作当年参照。",
        columns: titles.count)
    if drawn.count > mostDrawn { page.note("图2只画差距最大的\(mostDrawn)项，图3画全部。", columns: titles.count) }
    return page.finished(
        context, .landscape, pagesHigh: breaks.isEmpty ? 1 : 0, repeatedRows: 1...4, breaksAfterRows: breaks)
}

private let longestBesideCharts = 16
private let mostDrawn = 16

private func levels(_ gaps: [CompetenceGap]) -> String {
    var levels: [String] = []
    for gap in gaps {
        let text = "\(gap.bounds.lowerBound)—\(gap.bounds.upperBound)级"
        if !levels.contains(text) { levels.append(text) }
    }
    return levels.joined(separator: "、")
}

private func cells(_ gap: CompetenceGap, order: Int, row: Int, _ context: ReportContext) -> [SheetComposer.Entry] {
    let shown = context.shown(gap)
    var entries: [SheetComposer.Entry] = [
        .count(order), .text(gap.text.main.withoutRemark, .wrapped), .count(gap.test.gap.n),
        .shown(shown.required, .points, 2), .shown(shown.current, .points, 2),
    ]
    if shown.gap != nil, let required = shown.required.exact, let current = shown.current.exact {
        let interval = gap.test.gap.interval.map { interval in
            // A dash before a minus cannot be read.
            "\(NumberText.fixed(interval.lowerBound, 2))\(interval.lowerBound < 0 ? "至" : "—")\(NumberText.fixed(interval.upperBound, 2))"
        }
        entries += [
            .formula("=D\(row)-E\(row)", required - current, .points),
            interval.map { .text($0, .centered) } ?? .absent(.undefined),
            .formula("=F\(row)*D\(row)", (required - current) * required, .points),
        ]
    } else {
        entries += Array(repeating: .absent(.bounded), count: 3)
    }
    let share = gap.ranked.shortShare.map { ShownNumber.share($0, n: gap.test.gap.n) }
    entries.append(share.map { .text($0.percent, .centered) } ?? .absent(.undefined))
    entries.append(
        share?.exact == nil
            ? .absent(.bounded) : .number(gap.ranked.score, CellStyle.centered.with(\.numberFormat, "+0;-0;0")))
    return entries + [.text(judgement(gap))]
}

/// Where the gap is not beyond chance, nothing is recommended; where it is, no quadrant says that all is well.
private func judgement(_ gap: CompetenceGap) -> String {
    guard let p = gap.adjustedP, p < 0.05 else { return "— 差距不明显" }
    guard (gap.test.gap.value ?? 0) > 0 else { return "— 现状高于要求" }
    // A wide gap comes first, whatever the others' means are.
    if isWide(gap) || gap.quadrant == .concentrateHere { return "▼ 优先补短板" }
    return switch gap.quadrant {
    case .keepUp: "— 保持优势"
    case .lowPriority, .concentrateHere: "— 持续关注"
    case .possibleOverkill: "— 可以缓一步"
    case nil: "[不适用]"
    }
}

/// 0.8 of the four steps between 1 and 5, or as much of another scale.
func isWide(_ gap: CompetenceGap) -> Bool {
    (gap.test.gap.value ?? 0) >= 0.2 * Double(gap.bounds.upperBound - gap.bounds.lowerBound)
}

private struct Drawn {
    /// Its number in the table.
    var order: Int
    var gap: CompetenceGap

    var current: Double { gap.test.meanCurrent ?? 0 }
    var required: Double { gap.test.meanRequired ?? 0 }
    var name: String { gap.text.main.withoutRemark }
}

private func charts(_ drawn: [Drawn], on page: inout SheetComposer, row: Int) {
    let bounds = drawn[0].gap.bounds
    let frame = Double(bounds.lowerBound)...Double(bounds.upperBound)
    let largest = drawn.prefix(2).map { "“\($0.name.shortened(to: 40))”" }.joined(separator: "、")
    let lines = drawn.prefix(mostDrawn)
    page.chart(
        .dumbbell(
            DumbbellChart(
                title: "图2　要求与现状",
                rows: lines.map {
                    DumbbellChart.Row(label: $0.name.shortened(to: 24), current: $0.current, required: $0.required)
                },
                axis: axis(frame, values: lines.flatMap { [$0.current, $0.required] }))),
        at: Cell(row: row, column: 1), width: 430, height: 340,
        altText: "哑铃图：各项能力的要求与现状，差距最大的是\(largest)。数值见本表D、E列。")
    let (current, required) = (drawn.map(\.current), drawn.map(\.required))
    page.chart(
        .quadrant(
            QuadrantChart(
                // Names would lie over one another wherever two competences are alike.
                title: "图3　要求与现状象限（数字为表中顺序）",
                points: drawn.map { QuadrantChart.Point(label: "\($0.order)", x: $0.current, y: $0.required) },
                horizontal: closeAxis(current, title: "现状（越右越强）"),
                vertical: closeAxis(required, title: "要求（越上越高）"),
                horizontalMean: current.reduce(0, +) / Double(current.count),
                verticalMean: required.reduce(0, +) / Double(required.count))),
        at: Cell(row: row, column: 6), width: 430, height: 340,
        altText: "象限图：横轴现状，纵轴要求，虚线为均值；左上方为要求高而现状低的能力。数值见本表D、E列。")
}

/// An axis just round the points: the quadrants show order, not size. At most a dozen marks.
private func closeAxis(_ values: [Double], title: String) -> ChartAxis {
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 1)
    let step = [0.2, 0.5, 1, 2, 5, 10, 20].first { (greatest - least) / $0 <= 10 } ?? 50
    let low = ((least / step - 0.2).rounded(.down)) * step
    let high = ((greatest / step + 0.2).rounded(.up)) * step
    return ChartAxis(low...high, step: step, numberFormat: "0.0", title: title)
}
