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
    var page = SheetComposer(
        context.name(of: .gaps), tab: .blue,
        purpose: context.say("各项能力的要求、现状、差距与优先顺序", "What each competence requires, what there is, and where to begin"),
        readers: context.say("委员会", "Committee"))
    let titles = [
        context.say("顺序", "Order"), context.say("能力", "Competence"), context.say("有效人数", "Valid n"),
        context.say("要求", "Required"), context.say("现状", "Current"), context.say("差距", "Gap"),
        context.say("差距区间", "CI of the gap"), context.say("加权差距", "Weighted gap"),
        context.say("不足者占比", "Share short"), context.say("差距得分RDS", "RDS"), context.say("判断", "Judgement"),
    ]
    page.widths([
        7, TextMeasure.columnWidth(for: ranked.map { context.text($0.text).withoutRemark }, atLeast: 17, atMost: 30), 9,
        9, 9, 9, 13,
        9.5,
        9.5, 10.5, 17,
    ])
    page.heading(
        context.say("表3、图2、图3　能力差距与优先顺序", "Table 3, Figures 2 and 3: Competence gaps and priorities"),
        context.say(
            "\(levels(gaps, context))；差距=要求−现状；加权差距=差距×要求（Borich MWDS）；按差距排列",
            "\(levels(gaps, context)); gap = required − current; weighted gap = gap × required (Borich MWDS); widest gap first"
        ),
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
        charts(
            drawn.map {
                Drawn(order: $0.offset + 1, gap: $0.element, name: context.text($0.element.text).withoutRemark)
            },
            on: &page, context)
    }
    page.note(
        context.say(
            "区间与检验：配对t检验；全部能力一并作Holm校正。RDS=100×（现状高于要求的比例−现状低于要求的比例），越低越需要培训。判断：差距达到量表宽度的五分之一（五级为0.8），或要求高于均值而现状低于均值，为优先补短板；其余按要求与现状的均值分类，均值只作当年参照。",
            "Intervals and tests: paired t-test, Holm-corrected over all competences. RDS = 100 × (share above what is required − share below it); the lower, the greater the need for training. Judgement: mend first where the gap is at least a fifth of the scale's width (0.8 of five levels), or the requirement lies above its mean and the current level below; the others by the means of both, which serve for this year only."
        ),
        columns: titles.count)
    if drawn.count > mostDrawn {
        page.note(
            context.say(
                "图2只画差距最大的\(mostDrawn)项，图3画全部。", "Figure 2 has the \(mostDrawn) widest gaps only, Figure 3 all."),
            columns: titles.count)
    }
    return page.finished(
        context, .landscape, pagesHigh: breaks.isEmpty ? 1 : 0, repeatedRows: 1...4, breaksAfterRows: breaks)
}

private let longestBesideCharts = 16
private let mostDrawn = 16
private let longestName = 30

private func levels(_ gaps: [CompetenceGap], _ context: ReportContext) -> String {
    var levels: [String] = []
    for gap in gaps {
        let text = context.say(
            "\(gap.bounds.lowerBound)—\(gap.bounds.upperBound)级",
            "Levels \(gap.bounds.lowerBound)–\(gap.bounds.upperBound)")
        if !levels.contains(text) { levels.append(text) }
    }
    return context.list(levels)
}

private func cells(_ gap: CompetenceGap, order: Int, row: Int, _ context: ReportContext) -> [SheetComposer.Entry] {
    let shown = context.shown(gap)
    var entries: [SheetComposer.Entry] = [
        .count(order), .text(context.text(gap.text).withoutRemark, .wrapped), .count(gap.test.gap.n),
        .shown(shown.required, .points, 2), .shown(shown.current, .points, 2),
    ]
    if shown.gap != nil, let required = shown.required.exact, let current = shown.current.exact {
        let interval = gap.test.gap.interval.map { context.range($0, 2) }
        entries += [
            .formula("=D\(row)-E\(row)", required - current, .points),
            interval.map { .text($0, .centered) } ?? .absent(.undefined),
            .formula("=F\(row)*D\(row)", (required - current) * required, .points),
        ]
    } else {
        entries += Array(repeating: .absent(.bounded), count: 3)
    }
    let share = gap.ranked.shortShare.map { ShownNumber.share($0, n: gap.test.gap.n) }
    entries.append(share.map { .text($0.percent(context.language), .centered) } ?? .absent(.undefined))
    entries.append(
        share?.exact == nil
            ? .absent(.bounded) : .number(gap.ranked.score, CellStyle.centered.with(\.numberFormat, "+0;-0;0")))
    return entries + [.text(context.say(judgement(gap)), .wrapped)]
}

/// Where the gap is not beyond chance, nothing is recommended; where it is, no quadrant says that all is well.
private func judgement(_ gap: CompetenceGap) -> Wording {
    guard let isClear = gap.isClear else { return .notJudged }
    guard isClear else { return Wording("— 差距不明显", "— no clear gap") }
    guard (gap.test.gap.value ?? 0) > 0 else { return Wording("— 现状高于要求", "— above requirement") }
    // A wide gap comes first, whatever the others' means are.
    if isWide(gap) || gap.quadrant == .concentrateHere { return Wording("▼ 优先补短板", "▼ mend first") }
    return switch gap.quadrant {
    case .keepUp: Wording("— 保持优势", "— keep up")
    case .lowPriority, .concentrateHere: Wording("— 持续关注", "— keep in view")
    case .possibleOverkill: Wording("— 可以缓一步", "— can wait")
    case nil: SheetComposer.Absence.notApplicable.wording
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
    var name: String

    var current: Double { gap.test.meanCurrent ?? 0 }
    var required: Double { gap.test.meanRequired ?? 0 }
}

/// Both pictures side by side, from the next row on.
private func charts(_ drawn: [Drawn], on page: inout SheetComposer, _ context: ReportContext) {
    let bounds = drawn[0].gap.bounds
    let row = page.row
    let frame = Double(bounds.lowerBound)...Double(bounds.upperBound)
    let largest = drawn.prefix(2).map { "“\($0.name.shortened(to: 40))”" }
    let lines = drawn.prefix(mostDrawn)
    let height = chartHeight(for: lines.map { $0.name.shortened(to: longestName) }, atLeast: 340)
    page.chart(
        .dumbbell(
            DumbbellChart(
                title: context.say("图2　要求与现状", "Figure 2: Required and current"),
                rows: lines.map {
                    DumbbellChart.Row(
                        label: $0.name.shortened(to: longestName), current: $0.current, required: $0.required)
                },
                axis: axis(frame, values: lines.flatMap { [$0.current, $0.required] }),
                names: DumbbellChart.Names(
                    current: context.say("现状", "Current"), required: context.say("要求", "Required"),
                    gap: context.say("差距", "Gap")))),
        at: Cell(row: row, column: 1), width: 430, height: height,
        altText: context.say(
            "哑铃图：各项能力的要求与现状，差距最大的是\(context.list(largest))。数值见本表“要求”“现状”两列。",
            "Dumbbell chart: what each competence requires and what there is; the widest gaps are \(context.list(largest)). Numbers in the columns “Required” and “Current” of this sheet's table."
        ))
    let (current, required) = (drawn.map(\.current), drawn.map(\.required))
    page.chart(
        .quadrant(
            QuadrantChart(
                // Names would lie over one another wherever two competences are alike.
                title: context.say("图3　要求与现状象限（数字为表中顺序）", "Figure 3: Quadrants (numbers as in the table)"),
                points: drawn.map { QuadrantChart.Point(label: "\($0.order)", x: $0.current, y: $0.required) },
                horizontal: closeAxis(current, title: context.say("现状（越右越强）", "Current (further right: stronger)")),
                vertical: closeAxis(required, title: context.say("要求（越上越高）", "Required (further up: higher)")),
                horizontalMean: current.reduce(0, +) / Double(current.count),
                verticalMean: required.reduce(0, +) / Double(required.count))),
        at: Cell(row: row, column: 6), width: 430, height: height,
        altText: context.say(
            "象限图：横轴现状，纵轴要求，虚线为均值；左上方为要求高而现状低的能力。数值见本表“要求”“现状”两列。",
            "Quadrants: current level across, requirement up, dashed lines at the means; at the upper left the requirement is high and the level low. Numbers in the columns “Required” and “Current” of this sheet's table."
        ))
    // A row that no height is given is 15 points high.
    page.row = row + Int((Double(height) * 0.75 / 15).rounded(.up)) + 1
}

/// An axis just round the points: the quadrants show order, not size. At most a dozen marks.
private func closeAxis(_ values: [Double], title: String) -> ChartAxis {
    let (least, greatest) = (values.min() ?? 0, values.max() ?? 1)
    let step = [0.2, 0.5, 1, 2, 5, 10, 20].first { (greatest - least) / $0 <= 10 } ?? 50
    let low = ((least / step - 0.2).rounded(.down)) * step
    let high = ((greatest / step + 0.2).rounded(.up)) * step
    return ChartAxis(low...high, step: step, numberFormat: "0.0", title: title)
}
