import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 历年对比: the years on common ground, and what in the questionnaire changed between them.
func trendSheet(_ context: ReportContext) -> ReportSheet? {
    var page = SheetComposer("历年对比", tab: .blue, purpose: "历年走势，含置信区间与口径变化", readers: "委员会")
    let lines = Array(context.headlines.prefix(3)) + [context.gap].compactMap { $0 }
    let changed = Array(lines.prefix(2))
    let titles =
        ["年份", "有效答卷", "回收率"] + lines.map(\.name) + changed.map { "\($0.name)变化" } + ["口径版本", "说明"]
    page.widths(
        [10, 9, 9] + lines.map { TextMeasure.columnWidth(for: [String($0.name.prefix(6))], atLeast: 11, atMost: 16) }
            + changed.map { _ in 11 } + [10, 44])
    let years = context.release.rounds.map(\.year)
    let span = years.count > 1 ? "（\(years[0])—\(years[years.count - 1])年）" : "（\(years.first ?? 0)年）"
    page.heading(
        "表4、图4　历年对比\(span)", "各年只用共同的题计分，因此与“维度得分”中用本年全部题的得分可能略有不同", columns: titles.count)
    let head = page.header(titles, height: 32)
    for (index, round) in context.release.rounds.enumerated() {
        page.entries(row(round, at: index, lines, changed, context, row: page.row))
    }
    page.skip()
    let chartRow = page.row
    let height = 300
    chart(Array(context.headlines.prefix(2)), on: &page, context, row: chartRow, height: height)
    page.row = chartRow + Int((Double(height) * 0.75 / 18).rounded(.up)) + 1
    page.note("纵轴不从零开始，以便看清变化；竖线为95%置信区间，两年区间重叠时不宜断言有别，是否明显以“判断”列为准。", columns: titles.count)
    page.skip()
    let breaks = years.count > 1 ? [page.row - 1] : []
    allDimensions(on: &page, context)
    page.sheet.frozen = Cell(row: head + 1, column: 2)
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...3, breaksAfterRows: breaks)
}

private func row(
    _ round: AssessedRound, at index: Int, _ lines: [DimensionScore], _ changed: [DimensionScore],
    _ context: ReportContext, row: Int
) -> [SheetComposer.Entry] {
    var entries: [SheetComposer.Entry] = [
        .text("\(round.year)年", .centered), .count(round.whole.responses),
        .number(round.whole.responseRate, .fineShare, or: .missing),
    ]
    for line in lines {
        let style = context.decimals(of: line.dimension) == 1 ? CellStyle.score : .points
        entries.append(.number(context.comparable(line.name, in: round)?.value, style, or: .broken))
    }
    for (position, line) in changed.enumerated() {
        guard index > 0 else {
            entries.append(.absent(.notApplicable))
            continue
        }
        let before = context.comparable(line.name, in: context.release.rounds[index - 1])?.value
        guard let now = context.comparable(line.name, in: round)?.value, let before else {
            entries.append(.absent(.broken))
            continue
        }
        let column = Cell.columnName(4 + position)
        let isHundred = context.decimals(of: line.dimension) == 1
        entries.append(
            .formula(
                "=\(column)\(row)-\(column)\(row - 1)", now - before,
                isHundred ? .change : CellStyle.centered.with(\.numberFormat, "+0.00;-0.00;0.00")))
    }
    let version = round.plan.survey.year.map { "\($0)版" } ?? "—"
    entries += [.text(version, .centered), .text(changes(in: round.year, context), .wrapped)]
    return entries
}

/// `[断]` never stands for a changed wording alone: what changed is said in words.
private func changes(in year: Int, _ context: ReportContext) -> String {
    var groups: [(label: String, codes: [String])] = []
    for change in context.release.assessment.history.changes where change.year == year {
        let label =
            switch change.kind {
            case .marked(.new): "新增"
            case .marked(.rewordedComparable): "改述可比"
            case .marked(.rewordedNotComparable): "[断] 改述不可比"
            case .retired: "停用"
            }
        if let index = groups.firstIndex(where: { $0.label == label }) {
            groups[index].codes.append(change.code)
        } else {
            groups.append((label, [change.code]))
        }
    }
    return groups.map { "\($0.label)\($0.codes.joined(separator: "、"))" }.joined(separator: "；")
}

private func chart(
    _ lines: [DimensionScore], on page: inout SheetComposer, _ context: ReportContext, row: Int, height: Int
) {
    let rounds = context.release.rounds
    let drawn = lines.filter { line in rounds.contains { context.comparable(line.name, in: $0)?.value != nil } }
    guard let first = drawn.first else { return }
    func points(_ line: DimensionScore) -> [TrendChart.Point] {
        rounds.map { round in
            let estimate = context.comparable(line.name, in: round)
            var interval: ClosedRange<Double>?
            if let lower = estimate?.lower, let upper = estimate?.upper { interval = lower...upper }
            return TrendChart.Point(estimate?.value, interval: interval)
        }
    }
    let series = drawn.map { TrendChart.Line(name: $0.name, points: points($0)) }
    let values = series.flatMap(\.points).flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
    let words = series.map { line in
        let known = line.points.compactMap(\.value)
        let ends = [known.first, known.last].compactMap { $0 }.map { NumberText.fixed($0, context.decimals(of: first.dimension)) }
        return ends.count == 2 && known.count > 1 ? "\(line.name)由\(ends[0])到\(ends[1])" : "\(line.name)\(ends.first ?? "")"
    }
    page.chart(
        .trend(
            TrendChart(
                title: "图4　\(drawn.map(\.name).joined(separator: "、"))与95%置信区间", periods: rounds.map { "\($0.year)年" },
                lines: series, axis: trendAxis(context.frame(of: first.dimension), values))),
        at: Cell(row: row, column: 1), width: 860, height: height,
        altText: "折线图：\(rounds[0].year)至\(rounds[rounds.count - 1].year)年，\(words.joined(separator: "，"))；竖线为95%置信区间。数值见本表。")
}

private func trendAxis(_ frame: ClosedRange<Double>, _ values: [Double?]) -> ChartAxis {
    let known = values.compactMap { $0 }
    let isHundred = frame.upperBound >= 20
    let step = isHundred ? 5.0 : 0.25
    let low = max(frame.lowerBound, (((known.min() ?? frame.lowerBound) / step).rounded(.down) - 1) * step)
    let high = min(frame.upperBound, (((known.max() ?? frame.upperBound) / step).rounded(.up) + 1) * step)
    return ChartAxis(low...max(high, low + step), step: step, numberFormat: isHundred ? "0" : "0.00")
}

/// Every dimension over the years, each on its own common ground.
private func allDimensions(on page: inout SheetComposer, _ context: ReportContext) {
    let rounds = Array(context.release.rounds.suffix(5))
    guard rounds.count > 1 else { return }
    let scores = context.scored + [context.gap].compactMap { $0 }
    page.merge(CellRange(Cell(row: page.row, column: 1), Cell(row: page.row, column: 2)), "维度", .head)
    page.header(["维度", "", "方向"] + rounds.map { "\($0.year)年" } + ["较上年", "判断"], height: 24)
    for score in scores {
        let isHundred = context.decimals(of: score.dimension) == 1
        let style = isHundred ? CellStyle.score : .points
        let row = page.row
        page.merge(CellRange(Cell(row: row, column: 1), Cell(row: row, column: 2)), score.name, .cell)
        let direction = score.dimension.direction == .higherIsBetter ? "高为好" : "低为好"
        page.put(.text(direction), at: Cell(row: row, column: 3), .centered)
        for (index, round) in rounds.enumerated() {
            let value = context.comparable(score.name, in: round)?.value
            let entry = SheetComposer.Entry.number(value, style, or: .broken)
            page.put(entry.content, at: Cell(row: row, column: 4 + index), entry.style)
        }
        let change = context.change(score.name, to: context.now.year)
        let difference = SheetComposer.Entry.number(
            change?.test.difference.value, isHundred ? .change : CellStyle.centered.with(\.numberFormat, "+0.00;-0.00;0.00"),
            or: .notApplicable)
        page.put(difference.content, at: Cell(row: row, column: 4 + rounds.count), difference.style)
        page.put(.text(context.judgement(change)), at: Cell(row: row, column: 5 + rounds.count), judged(change))
        page.sheet.heights[row] = 19
        page.row += 1
    }
}
