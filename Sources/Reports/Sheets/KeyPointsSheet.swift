import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 要点: one page for the meeting. Four numbers, all dimensions in one picture, the conclusions, and the items at
/// either end.
func keyPointsSheet(_ context: ReportContext) -> ReportSheet? {
    var page = SheetComposer(
        context.name(of: .keyPoints), tab: .red,
        purpose: context.previous == nil
            ? context.say("结论、需要决定的事项（一页）", "Conclusions and what has to be decided (one page)")
            : context.say("结论、变化、需要决定的事项（一页）", "Conclusions, changes and what has to be decided (one page)"),
        readers: context.say("委员会", "Committee"))
    page.widths(Array(repeating: 10.6, count: 12))
    let rate = context.now.whole.responseRate.map {
        context.say("，回收率\(NumberText.percent($0))", ", response rate \(NumberText.percent($0))")
    }
    page.heading(
        context.say("要点：一页看清\(context.now.year)年自查结果", "Key points: the results of \(context.now.year) on one page"),
        context.say(
            "有效答卷\(context.now.whole.responses)份\(rate ?? "")；\(context.directionRemark)；横线为95%置信区间\(context.previous == nil ? "" : "；▲▼表示变化在统计上明显")",
            "\(context.now.whole.responses) valid responses\(rate ?? ""); \(context.directionRemark); bars are 95% confidence intervals\(context.previous == nil ? "" : "; ▲▼ mark changes beyond chance")"
        ), columns: 12)
    doubts(on: &page, context)
    tiles(on: &page, context)
    let bottom = picture(on: &page, context)
    let left = conclusions(on: &page, context, through: bottom)
    page.row = max(bottom, left) + 2
    extremes(on: &page, context)
    return page.finished(context, .landscape)
}

// MARK: Doubts

/// What makes all numbers below doubtful stands above them, in the row between the heading and the tiles.
private func doubts(on page: inout SheetComposer, _ context: ReportContext) {
    let sentences = Doubts(context).sentences
    guard !sentences.isEmpty else { return }
    let text =
        context.say("请先看这里，以下数字要慎用：", "Read this first, the numbers below are in doubt: ")
        + context.clauses(sentences)
        + context.say("。见“\(context.name(of: .quality))”。", ". See \(context.quoted(.quality)).")
    let style = CellStyle(font: .hei, size: 10.5, color: .orange, vertical: .center, wraps: true)
    page.merge(CellRange("A4", "L4"), text, style)
    let lines = TextMeasure.lines(of: text, columnWidth: 12 * 10.6)
    page.sheet.heights[4] = TextMeasure.rowHeight(lines: lines) + 8
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
    tiles += context.gaps.prefix(1).map { gapTile($0, context) }
    if tiles.count < 3, let third = context.headlines.dropFirst(2).first { tiles.append(scoreTile(third, context)) }
    tiles.append(responseTile(context))
    for (row, height) in [(5, 20.0), (6, 38.0), (7, 20.0), (8, 18.0)] { page.sheet.heights[row] = height }
    // Fewer tiles are wider, so that they always fill the page.
    let width = 12 / min(tiles.count, 4)
    for (index, tile) in tiles.prefix(4).enumerated() {
        let first = index * width + 1
        func line(_ row: Int, _ text: String, _ style: CellStyle) {
            let range = CellRange(Cell(row: row, column: first), Cell(row: row, column: first + width - 1))
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
    let shown = context.shown(score)
    let label = context.label(of: score).shortened(to: 28)
    guard shown.drawn != nil else { return absentTile(label, shown, context) }
    var detail = "n=\(score.estimate.n)"
    if shown.exact != nil, let interval = score.estimate.interval {
        detail =
            context.say("区间 ", "CI ")
            + context.range(interval, decimals)
    }
    if let band = score.band { detail += context.say("　等次：\(band.main)", "; band: \(context.text(band))") }
    return Tile(
        label: context.say(label.hasSuffix("分") ? label : "\(label)得分", label), number: shown.text(decimals),
        color: .blue,
        change: changeWords(score, context),
        detail: detail.shortened(to: 38))
}

private func absentTile(_ label: String, _ shown: ShownNumber, _ context: ReportContext) -> Tile {
    let detail =
        switch shown {
        case .absent(.hidden): context.say("不足\(context.release.k)人", "fewer than \(context.release.k) people")
        case .absent(.bounded): context.say("所含维度有的只报界限", "a part is given as a bound")
        case .absent, .exact, .atLeast, .atMost: context.say("没有得分", "no score")
        }
    return Tile(label: label, number: shown.text(0, context.language), color: .grey, change: "", detail: detail)
}

private func gapTile(_ gap: DimensionScore, _ context: ReportContext) -> Tile {
    // One of several gaps goes by its own name.
    let label =
        context.gaps.count == 1 ? context.say("平均能力差距", "Mean competence gap") : context.name(of: gap).shortened(to: 30)
    let decimals = context.decimals(of: gap.dimension)
    let shown = context.shown(gap)
    guard shown.drawn != nil else { return absentTile(label, shown, context) }
    return Tile(
        label: label, number: shown.text(decimals), color: .orange, change: changeWords(gap, context),
        detail: levels(of: gap, context))
}

/// The mean levels of the competences that the gap is made of.
private func levels(of gap: DimensionScore, _ context: ReportContext) -> String {
    guard case .scale(let scale)? = context.now.plan.dimension(named: gap.name)?.own else { return "" }
    let competences = context.competences.filter { scale.codes.contains($0.code) }
    let exact = competences.map { context.shown($0) }
    let required = exact.compactMap(\.required.exact)
    let current = exact.compactMap(\.current.exact)
    guard let bounds = competences.first?.bounds, required.count == scale.codes.count, current.count == required.count
    else {
        return "n=\(gap.estimate.n)"
    }
    let means = [required, current].map { NumberText.fixed($0.reduce(0, +) / Double($0.count), 2) }
    return context.say(
        "要求\(means[0])，现状\(means[1])（\(bounds.lowerBound)—\(bounds.upperBound)级）",
        "required \(means[0]), current \(means[1]) (\(bounds.lowerBound)–\(bounds.upperBound))")
}

private func responseTile(_ context: ReportContext) -> Tile {
    let whole = context.now.whole
    guard let rate = whole.responseRate, let headcount = whole.headcount else {
        return Tile(
            label: context.say("有效答卷", "Valid responses"), number: "\(whole.responses)", color: .blue,
            change: context.now.intake.condition == nil
                ? context.say("没有名册，回收率不详", "no roster: rate unknown")
                : context.say("按条件选取，不算回收率", "selected rows: no rate"), detail: "")
    }
    let low = context.units.filter { ($0.responseRate ?? 1) < lowResponseRate }.count
    return Tile(
        label: context.say("回收率", "Response rate"), number: NumberText.percent(rate),
        color: rate < lowResponseRate ? .orange : .blue,
        change: context.say(
            "应参加\(headcount)人，收回\(whole.received)份", "\(whole.received) of \(headcount) people")
            + context.waitingRemark,
        // What is not shown by unit is not said of the units either.
        detail: context.units.isEmpty
            ? ""
            : low == 0
                ? context.say(
                    "各处室均不低于\(NumberText.percent(lowResponseRate, 0))",
                    "all units at least \(NumberText.percent(lowResponseRate, 0))")
                : context.say(
                    "\(low)个处室低于\(NumberText.percent(lowResponseRate, 0))，见“处室对比”",
                    "units below \(NumberText.percent(lowResponseRate, 0)): \(low)"))
}

/// Below this, a unit's score says little about those who did not answer.
let lowResponseRate = 0.75

/// `较上年 ▲+2.3（明显上升）`
private func changeWords(_ score: DimensionScore, _ context: ReportContext) -> String {
    guard context.previous != nil else { return "" }
    guard let change = context.change(score.name, to: context.now.year) else {
        return context.say("没有可比的\(context.previousWord)数据", "not comparable with \(context.previousWord)")
    }
    let number = context.size(of: change).map { NumberText.signed($0, context.decimals(of: score.dimension)) } ?? ""
    guard let isClear = change.isClear else {
        return context.say("较\(context.previousWord) \(number)（不判）", "\(number) (not judged)")
    }
    guard isClear else {
        return context.say("较\(context.previousWord) \(number)（基本持平）", "\(number) (broadly unchanged)")
    }
    let words = context.judgement(change).split(separator: " ", maxSplits: 1)
    return context.say(
        "较\(context.previousWord) \(words[0])\(number)（\(words[1])）", "\(words[0])\(number) (\(words[1]))")
}

// MARK: Picture

/// The forest chart; returns the last row that it covers.
private func picture(on page: inout SheetComposer, _ context: ReportContext) -> Int {
    let shown = pictured(context)
    guard !shown.isEmpty else { return 10 }
    let lines = shown.map { line($0, context) }
    let height = chartHeight(for: lines.map(\.label), atLeast: max(200, 26 * shown.count + 70))
    let rows = (Double(height) * 0.75 / rowPoints).rounded(.up)
    for row in 10..<(10 + Int(rows)) { page.sheet.heights[row] = rowPoints }
    let hasPrevious = lines.contains { $0.previous != nil }
    let chart = ForestChart(
        title: context.say(
            "图1　各维度得分、95%置信区间\(hasPrevious ? "与\(context.previousWord)值" : "")",
            "Figure 1: Scores with 95% confidence intervals\(hasPrevious ? " and \(context.previousWord)" : "")"),
        rows: lines,
        axis: axis(
            context.frame(around: shown),
            values: lines.flatMap { [$0.value, $0.previous, $0.interval?.lowerBound, $0.interval?.upperBound] }),
        names: ForestChart.Names(
            value: context.say("本年", "This year"), previous: context.say(context.previousWord, context.previousTitle),
            interval: context.say("95%置信区间", "95% confidence interval")))
    let best = shown.max { ($0.estimate.value ?? 0) < ($1.estimate.value ?? 0) }
    let worst = shown.min { ($0.estimate.value ?? 0) < ($1.estimate.value ?? 0) }
    let (highest, lowest) = (
        best.map { context.name(of: $0).shortened(to: 60) } ?? "",
        worst.map { context.name(of: $0).shortened(to: 60) } ?? ""
    )
    let ends = context.say("得分最高“\(highest)”，得分最低“\(lowest)”", "highest “\(highest)”, lowest “\(lowest)”")
    let subject = shown.count > 1 ? ends : lines[0].label
    page.chart(
        .forest(chart), at: "A10", width: 545, height: height,
        altText: context.say(
            "各维度得分与区间：\(subject)。数值见“维度得分”。",
            "Scores with intervals: \(subject). Numbers on \(context.quoted(.dimensions))."
        ))
    return 10 + Int(rows) - 1
}

/// The members that fit one axis and one page.
private func pictured(_ context: ReportContext) -> [DimensionScore] {
    Array(context.onOneAxis(context.members.filter { context.shown($0).drawn != nil }).prefix(16))
}

private func line(_ score: DimensionScore, _ context: ReportContext) -> ForestChart.Row {
    let shown = context.shown(score)
    // Last year's point stands on this year's scale only where both years asked the same items.
    let isSame = score.comparable?.isPartial == false
    return ForestChart.Row(
        label: context.label(of: score).shortened(to: 30), value: shown.drawn,
        interval: shown.exact == nil ? nil : score.estimate.interval,
        previous: isSame ? context.comparable(score.name, in: context.previous).drawn : nil)
}

private let rowPoints = 22.0

/// An axis that ends on round numbers inside the frame of the scale, and further out only where a value lies there.
func axis(_ frame: ClosedRange<Double>, values: [Double?]) -> ChartAxis {
    let known = values.compactMap { $0 }
    let width = frame.upperBound - frame.lowerBound
    let step = width > 200 ? (width / 100).rounded(.up) * 10 : width > 10 ? 10 : width > 5 ? 1 : 0.5
    let (least, greatest) = (known.min() ?? frame.lowerBound, known.max() ?? frame.upperBound)
    let low = min(max(frame.lowerBound, (least / step - 0.5).rounded(.down) * step), least)
    let high = max(min(frame.upperBound, (greatest / step + 0.5).rounded(.up) * step), greatest)
    return ChartAxis(low...max(high, low + step), step: step, numberFormat: step >= 1 ? "0" : "0.0")
}

// MARK: Sentences

/// The conclusions to the right of the picture; returns the last row used.
private func conclusions(on page: inout SheetComposer, _ context: ReportContext, through bottom: Int) -> Int {
    page.put(
        .text(context.say("结论", "Conclusions")), at: "H10", CellStyle(font: .hei, size: 12, isBold: true, color: .red))
    page.sheet.heights[10] = rowPoints
    let style = CellStyle(size: 10.5, vertical: .top, wraps: true)
    var row = 11
    for conclusion in Conclusions(context).sentences {
        let text = "\(conclusion.mark) \(conclusion.text)"
        let lines = TextMeasure.lines(of: text, columnWidth: 5 * 10.6)
        // With a little room, so that a sentence does not touch the next.
        let rows = max(1, Int(((TextMeasure.rowHeight(lines: lines) + 4) / rowPoints).rounded(.up)))
        page.merge(CellRange(Cell(row: row, column: 8), Cell(row: row + rows - 1, column: 12)), text, style)
        for used in row..<(row + rows) { page.sheet.heights[used] = rowPoints }
        row += rows
    }
    return row - 1
}

// MARK: Items

private func extremes(on page: inout SheetComposer, _ context: ReportContext) {
    let ranked = context.rankedItems
    let count = min(4, ranked.count / 2)
    defer { notes(on: &page, context, hasItems: count > 0) }
    guard count > 0 else { return }
    let heading = CellStyle(font: .hei, size: 11, isBold: true)
    page.put(
        .text(context.say("最需关注的题项（有利回答比例最低）", "Items to look at (lowest share of favourable answers)")),
        at: Cell(row: page.row, column: 1), heading.with(\.color, .orange))
    page.put(
        .text(context.say("表现最好的题项（有利回答比例最高）", "Best items (highest share of favourable answers)")),
        at: Cell(row: page.row, column: 7), heading.with(\.color, .blue))
    page.sheet.heights[page.row] = 20
    page.row += 1
    let low = Array(ranked.prefix(count))
    let high = Array(ranked.suffix(count).reversed())
    for index in 0..<count {
        for (item, column, color) in [(low[index], 1, Color.orange), (high[index], 7, Color.blue)] {
            let underlined = CellStyle(borders: .underline)
            page.put(
                .text(item.variable.code.shortened(to: 10)), at: Cell(row: page.row, column: column),
                underlined.with(\.color, .grey).with(\.indent, 1))
            page.merge(
                CellRange(Cell(row: page.row, column: column + 1), Cell(row: page.row, column: column + 4)),
                wording(of: item, context), underlined)
            page.put(
                .text(context.favourable(item.variable, in: context.now).percent),
                at: Cell(row: page.row, column: column + 5),
                underlined.with(\.color, color).with(\.horizontal, .right))
        }
        page.sheet.heights[page.row] = 18
        page.row += 1
    }
    page.skip()
}

/// The item on one line. A reversed one says so: agreement with it is what a high share does not mean.
private func wording(of item: ItemResult, _ context: ReportContext) -> String {
    let mark = item.variable.marks.isReversed ? context.say("（反向）", " (reversed)") : ""
    return context.text(item.variable.text).shortened(to: 48 - TextMeasure.width(of: mark)) + mark
}

private func notes(on page: inout SheetComposer, _ context: ReportContext, hasItems: Bool) {
    var texts: [String] = []
    if hasItems {
        texts.append(
            context.say(
                "有利回答指反向题反转后高于中点的回答，只排“高为好”维度的题；接近全体一致的比例只报界限。",
                "Favourable answers lie above the midpoint once reversed items are turned; only items of dimensions where higher is better are ranked; near-unanimous shares are given as bounds."
            ))
    }
    if context.previous != nil {
        texts.append(
            context.say(
                "变化按各年共同的题比较，Welch检验并作Holm校正，见“方法说明”。",
                "Changes are tested on the items that all years share, by Welch's test with Holm's correction; see \(context.quoted(.method))."
            ))
        if context.members.contains(where: { $0.comparable?.isPartial != false }) {
            texts.append(
                context.say(
                    "各年题目不完全相同的维度，图中不画\(context.previousWord)点，见“维度得分”。",
                    "Dimensions whose items differ between the years have no point for \(context.previousWord); see \(context.quoted(.dimensions))."
                ))
        }
    }
    let left = context.members.count - pictured(context).count
    if left > 0 {
        texts.append(
            context.say(
                "另有\(left)个维度不在图中（分制不同、超过16个或不显示），见“维度得分”。",
                "Not in the figure: \(left) dimensions (another scale, more than 16, or not shown); see \(context.quoted(.dimensions))."
            ))
    }
    if !texts.isEmpty {
        page.note(
            context.say("说明：", "Notes: ") + texts.joined(separator: context.say("", " ")), columns: 12)
    }
}
