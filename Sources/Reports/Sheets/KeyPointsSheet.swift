import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 要点: one page for the meeting. Four numbers, all dimensions in one picture, the conclusions, and the items at
/// either end.
func keyPointsSheet(_ context: ReportContext) -> ReportSheet? {
    var page = SheetComposer("要点", tab: .red, purpose: "结论、变化、需要决定的事项（一页）", readers: "委员会")
    page.widths(Array(repeating: 10.6, count: 12))
    let rate = context.now.whole.responseRate.map { "，回收率\(NumberText.percent($0))" } ?? ""
    page.heading(
        "要点：一页看清\(context.now.year)年自查结果",
        "有效答卷\(context.now.whole.responses)份\(rate)；得分越高越好；括号和横线为95%置信区间；▲▼表示变化在统计上明显", columns: 12)
    tiles(on: &page, context)
    let bottom = picture(on: &page, context)
    let left = conclusions(on: &page, context, through: bottom)
    page.row = max(bottom, left) + 2
    extremes(on: &page, context)
    return page.finished(context, .landscape)
}

// MARK: Tiles

private struct Tile {
    var label: String
    var number: String
    var color: Color
    var change: String
    var detail: String
}

private func tiles(on page: inout SheetComposer, _ context: ReportContext) {
    var tiles = context.headlines.prefix(2).map { scoreTile($0, context) }
    if let gap = context.gap { tiles.append(gapTile(gap, context)) }
    if tiles.count < 3, let third = context.headlines.dropFirst(2).first { tiles.append(scoreTile(third, context)) }
    tiles.append(responseTile(context))
    for (row, height) in [(5, 20.0), (6, 38.0), (7, 20.0), (8, 18.0)] { page.sheet.heights[row] = height }
    for (index, tile) in tiles.prefix(4).enumerated() {
        let first = index * 3 + 1
        func line(_ row: Int, _ text: String, _ style: CellStyle) {
            let range = CellRange(Cell(row: row, column: first), Cell(row: row, column: first + 2))
            page.merge(range, text, style.with(\.fill, .panel).with(\.horizontal, .center))
        }
        line(5, tile.label, CellStyle(font: .hei, size: 11))
        line(6, tile.number, CellStyle(font: .hei, size: 26, isBold: true, color: tile.color))
        line(7, tile.change, CellStyle(size: 10.5))
        line(8, tile.detail, CellStyle(size: 9, color: .grey))
    }
}

private func scoreTile(_ score: DimensionScore, _ context: ReportContext) -> Tile {
    let decimals = context.decimals(of: score.dimension)
    guard let value = score.estimate.value, context.release.shows(n: score.estimate.n) else {
        return Tile(label: score.name, number: "[隐]", color: .grey, change: "", detail: "答卷不足\(context.release.k)份")
    }
    var detail = "n=\(score.estimate.n)"
    if let lower = score.estimate.lower, let upper = score.estimate.upper {
        detail = "区间 \(NumberText.fixed(lower, decimals))—\(NumberText.fixed(upper, decimals))"
    }
    if let band = score.band { detail += "　等次：\(band.main)" }
    return Tile(
        label: "\(score.name)得分", number: NumberText.fixed(value, decimals), color: .blue,
        change: changeWords(context.change(score.name, to: context.now.year), decimals), detail: detail)
}

private func gapTile(_ gap: DimensionScore, _ context: ReportContext) -> Tile {
    guard let value = gap.estimate.value, context.release.shows(n: gap.estimate.n) else {
        return Tile(label: "平均能力差距", number: "[隐]", color: .grey, change: "", detail: "答卷不足\(context.release.k)份")
    }
    let pairs = context.now.whole.gaps.filter { context.release.shows(n: $0.test.gap.n) }
    let required = pairs.compactMap(\.test.meanRequired)
    let current = pairs.compactMap(\.test.meanCurrent)
    var detail = ""
    if !required.isEmpty, let bounds = pairs.first?.bounds {
        let means = [required, current].map { NumberText.fixed($0.reduce(0, +) / Double($0.count), 2) }
        detail = "要求\(means[0])，现状\(means[1])（\(bounds.lowerBound)—\(bounds.upperBound)级）"
    }
    return Tile(
        label: "平均能力差距", number: NumberText.fixed(value, 2), color: .orange,
        change: changeWords(context.change(gap.name, to: context.now.year), 2), detail: detail)
}

private func responseTile(_ context: ReportContext) -> Tile {
    let whole = context.now.whole
    guard let rate = whole.responseRate, let headcount = whole.headcount else {
        return Tile(
            label: "有效答卷", number: "\(whole.responses)", color: .blue, change: "没有名册，回收率不详", detail: "")
    }
    let low = context.units.filter { ($0.responseRate ?? 1) < lowResponseRate }.count
    return Tile(
        label: "回收率", number: NumberText.percent(rate), color: rate < lowResponseRate ? .orange : .blue,
        change: "应答\(headcount)人，有效\(whole.responses)份",
        detail: low == 0 ? "各处室均不低于\(NumberText.percent(lowResponseRate, 0))" : "\(low)个处室低于\(NumberText.percent(lowResponseRate, 0))，见“处室对比”")
}

/// Below this, a unit's score says little about those who did not answer.
let lowResponseRate = 0.75

/// `较上年 ▲+2.3（明显上升）`
private func changeWords(_ change: YearChange?, _ decimals: Int) -> String {
    guard let change, let difference = change.test.difference.value, let isClear = change.isClear else {
        return "没有可比的上年数据"
    }
    let number = NumberText.signed(difference, decimals)
    guard isClear else { return "较上年 \(number)（基本持平）" }
    return "较上年 \(difference > 0 ? "▲" : "▼")\(number)（\(difference > 0 ? "明显上升" : "明显下降")）"
}

// MARK: Picture

/// The forest chart; returns the last row that it covers.
private func picture(on page: inout SheetComposer, _ context: ReportContext) -> Int {
    let members = context.members.filter { context.release.shows(n: $0.estimate.n) && $0.estimate.value != nil }
    let shown = Array(members.prefix(16))
    let height = max(200, 26 * shown.count + 70)
    let rows = (Double(height) * 0.75 / rowPoints).rounded(.up)
    for row in 10..<(10 + Int(rows)) { page.sheet.heights[row] = rowPoints }
    guard let first = shown.first else { return 10 }
    let frame = context.frame(of: first.dimension)
    let chart = ForestChart(
        title: "各维度得分、95%置信区间\(context.previous == nil ? "" : "与上年值")",
        rows: shown.map { score in
            var interval: ClosedRange<Double>?
            if let lower = score.estimate.lower, let upper = score.estimate.upper { interval = lower...upper }
            // Last year's point stands on this year's scale only where both years asked the same items.
            let isSame = score.comparable?.isPartial == false
            return ForestChart.Row(
                label: score.name, value: score.estimate.value, interval: interval,
                previous: isSame ? context.comparable(score.name, in: context.previous)?.value : nil)
        },
        axis: axis(frame, values: shown.flatMap { [$0.estimate.lower, $0.estimate.upper, $0.estimate.value, context.comparable($0.name, in: context.previous)?.value] }))
    let best = shown.max { ($0.estimate.value ?? 0) < ($1.estimate.value ?? 0) }
    let worst = shown.min { ($0.estimate.value ?? 0) < ($1.estimate.value ?? 0) }
    page.chart(
        .forest(chart), at: "A10", width: 545, height: height,
        altText: "各维度得分与区间：最高“\(best?.name ?? "")”，最低“\(worst?.name ?? "")”。数值见“维度得分”和“数据_图表”。")
    return 10 + Int(rows) - 1
}

private let rowPoints = 22.0

/// An axis that holds the values and ends on round numbers inside the frame of the scale.
func axis(_ frame: ClosedRange<Double>, values: [Double?]) -> ChartAxis {
    let known = values.compactMap { $0 }
    let step = frame.upperBound >= 20 ? 10.0 : 0.5
    let low = max(frame.lowerBound, ((known.min() ?? frame.lowerBound) / step - 0.5).rounded(.down) * step)
    let high = min(frame.upperBound, ((known.max() ?? frame.upperBound) / step + 0.5).rounded(.up) * step)
    return ChartAxis(low...max(high, low + step), step: step, numberFormat: frame.upperBound >= 20 ? "0" : "0.0")
}

// MARK: Sentences

/// The conclusions to the right of the picture; returns the last row used.
private func conclusions(on page: inout SheetComposer, _ context: ReportContext, through bottom: Int) -> Int {
    page.put(.text("结论"), at: "H10", CellStyle(font: .hei, size: 12, isBold: true, color: .red))
    page.sheet.heights[10] = rowPoints
    let style = CellStyle(size: 10.5, vertical: .top, wraps: true)
    var row = 11
    for (index, sentence) in Conclusions(context).sentences.enumerated() {
        let text = "\(index + 1). \(sentence)"
        let lines = TextMeasure.lines(of: text, columnWidth: 5 * 10.6)
        let rows = max(1, Int((TextMeasure.rowHeight(lines: lines) / rowPoints).rounded(.up)))
        page.merge(CellRange(Cell(row: row, column: 8), Cell(row: row + rows - 1, column: 12)), text, style)
        for used in row..<(row + rows) { page.sheet.heights[used] = rowPoints }
        row += rows
    }
    return row - 1
}

// MARK: Items

private func extremes(on page: inout SheetComposer, _ context: ReportContext) {
    let members = Set(context.members.map(\.name))
    let items = context.now.whole.items.filter { item in
        item.dimension.map(members.contains) ?? false && context.release.shows(n: item.favourable.n) && item.favourable.value != nil
    }
    let ranked = items.enumerated().sorted { left, right in
        let (a, b) = (left.element.favourable.value ?? 0, right.element.favourable.value ?? 0)
        return (a, left.offset) < (b, right.offset)
    }.map(\.element)
    let count = min(4, ranked.count / 2)
    guard count > 0 else { return }
    let heading = CellStyle(font: .hei, size: 11, isBold: true)
    page.put(.text("最需关注的题项（有利回答比例最低）"), at: Cell(row: page.row, column: 1), heading.with(\.color, .orange))
    page.put(.text("表现最好的题项（有利回答比例最高）"), at: Cell(row: page.row, column: 7), heading.with(\.color, .blue))
    page.sheet.heights[page.row] = 20
    page.row += 1
    let low = Array(ranked.prefix(count))
    let high = Array(ranked.suffix(count).reversed())
    for index in 0..<count {
        for (item, column, color) in [(low[index], 1, Color.orange), (high[index], 7, Color.blue)] {
            let underlined = CellStyle(borders: .underline)
            page.put(
                .text(item.variable.code), at: Cell(row: page.row, column: column),
                underlined.with(\.color, .grey).with(\.indent, 1))
            page.merge(
                CellRange(Cell(row: page.row, column: column + 1), Cell(row: page.row, column: column + 4)),
                shortened(item.variable.text.main), underlined)
            page.put(
                .text(shareText(item.favourable.value ?? 0)), at: Cell(row: page.row, column: column + 5),
                underlined.with(\.color, color).with(\.horizontal, .right))
        }
        page.sheet.heights[page.row] = 18
        page.row += 1
    }
    page.skip()
    let partial = context.previous != nil && context.members.contains { $0.comparable?.isPartial != false }
    page.note(
        "说明：有利回答指反向题反转后高于中点的回答。变化按两年共同的题比较，Welch检验并作Holm校正，见“方法说明”。"
            + (partial ? "两年题目不完全相同的维度，图中不画上年点，见“维度得分”。" : ""), columns: 12)
}

/// Nobody's single answer can be read from a share that is nearly everybody.
func shareText(_ share: Double) -> String {
    share >= 0.95 ? "≥95%" : share <= 0.05 ? "≤5%" : NumberText.percent(share, 0)
}

/// The item fits its line: 25 characters and an ellipsis.
private func shortened(_ text: String) -> String {
    let limit = 21
    return text.count <= limit ? text : text.prefix(limit) + "…"
}
