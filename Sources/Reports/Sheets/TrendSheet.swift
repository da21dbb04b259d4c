import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 历年对比: the years on common ground, and what in the questionnaire changed between them. Nil where there is nothing
/// to compare.
func trendSheet(_ context: ReportContext) -> ReportSheet? {
    let lines = Array(context.headlines.prefix(3)) + context.gaps.prefix(1)
    guard context.release.rounds.count > 1, !lines.isEmpty else { return nil }
    var page = SheetComposer(
        context.name(of: .trend), tab: .blue,
        purpose: context.say("历年走势，含置信区间与口径变化", "The years compared, with intervals and changes of the questionnaire"),
        readers: context.say("委员会", "Committee"))
    let changed = Array(lines.prefix(2))
    let titles =
        [context.say("年份", "Year"), context.say("有效答卷", "Valid responses"), context.say("回收率", "Response rate")]
        + lines.map { context.label(of: $0).shortened(to: 40) }
        + changed.map {
            let name = context.name(of: $0).shortened(to: 36)
            return context.say("\(name)变化", "Change: \(name)")
        } + [context.say("口径版本", "Edition")]
    // The remarks run over the columns that are left, so that those of the table below stay narrow: two for the name,
    // one each for direction, years and change, the rest for the judgement.
    let columns = max(titles.count + 4, 6 + min(mostYears, context.release.rounds.count))
    page.widths(
        // Years, and below them with the next column the names of the dimensions.
        [
            TextMeasure.columnWidth(
                for: (context.scored + context.gaps).map { context.name(of: $0) }, atLeast: 19, atMost: 29) - 9,
            9, 9,
        ]
            + lines.map {
                TextMeasure.columnWidth(for: [String(context.name(of: $0).prefix(6))], atLeast: 11, atMost: 16)
            }
            + Array(repeating: 11, count: columns - 3 - lines.count))
    let years = context.release.rounds.map(\.year)
    page.heading(
        context.say(
            "表4、图4　历年对比（\(years[0])—\(years[years.count - 1])年）",
            "Table 4, Figure 4: The years compared (\(years[0])–\(years[years.count - 1]))"),
        context.say(
            "各年只用共同的题计分，因此与“维度得分”中用本年全部题的得分可能略有不同",
            "All years by their common items only, so scores may differ a little from \(context.quoted(.dimensions)), which uses all items of the year"
        ),
        columns: columns)
    let head = page.header(titles, height: 32)
    remark(context.say("说明", "Remarks"), .head, row: head, from: titles.count + 1, to: columns, on: &page)
    for (index, round) in context.release.rounds.enumerated() {
        let text = changes(in: round.year, context)
        let height = min(400, page.height(of: text, over: titles.count + 1...columns))
        let row = page.entries(row(round, at: index, lines, changed, context, row: page.row), height: height)
        remark(text, .wrapped, row: row, from: titles.count + 1, to: columns, on: &page)
    }
    if !context.release.hiddenYears.isEmpty {
        page.note(
            hiddenYears(context) + context.say("变化按列出的前后两次比较。", " Changes compare each row with the one above."),
            columns: columns)
    }
    page.skip()
    let chartRow = page.row
    let height = 300
    if chart(Array(lines.prefix(2)), on: &page, context, row: chartRow, columns: columns, height: height) {
        // A row that no height is given is 15 points high.
        page.row = chartRow + Int((Double(height) * 0.75 / 15).rounded(.up)) + 1
        page.note(
            context.say(
                "纵轴不从零开始，以便看清变化；竖线为95%置信区间。变化是否明显以“判断”列的检验为准，不以区间是否重叠为准。",
                "The axis does not begin at zero, so that changes can be seen; upright lines are 95% confidence intervals. Whether a change is clear is told by the test in the column “Judgement”, not by whether intervals overlap."
            ), columns: columns)
        page.skip()
    }
    let breaks = [page.row - 1]
    allDimensions(on: &page, context, columns: columns)
    page.sheet.frozen = Cell(row: head + 1, column: 2)
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...3, breaksAfterRows: breaks)
}

/// The second table has room for so many.
private let mostYears = 5

private func remark(
    _ text: String, _ style: CellStyle, row: Int, from first: Int, to last: Int, on page: inout SheetComposer
) {
    page.merge(CellRange(Cell(row: row, column: first), Cell(row: row, column: last)), text, style)
}

/// `2024年答卷不足10份，不显示。`
func hiddenYears(_ context: ReportContext) -> String {
    let years = context.list(context.release.hiddenYears.sorted().map { context.say("\($0)年", "\($0)") })
    return context.say(
        "\(years)答卷不足\(context.release.k)份，不显示。",
        "\(years): fewer than \(context.release.k) responses, not shown.")
}

private func row(
    _ round: AssessedRound, at index: Int, _ lines: [DimensionScore], _ changed: [DimensionScore],
    _ context: ReportContext, row: Int
) -> [SheetComposer.Entry] {
    var entries: [SheetComposer.Entry] = [
        .text(context.say("\(round.year)年", "\(round.year)"), .centered), .count(round.whole.responses),
        .number(round.whole.responseRate, .fineShare, or: .missing),
    ]
    for line in lines {
        let decimals = context.decimals(of: line.dimension)
        let style = decimals == 1 ? CellStyle.score : .points
        entries.append(.shown(context.comparable(line.name, in: round), style, decimals))
    }
    for (position, line) in changed.enumerated() {
        guard index > 0 else {
            entries.append(.absent(.notApplicable))
            continue
        }
        let ends = [context.release.rounds[index - 1], round].map { context.comparable(line.name, in: $0) }
        guard let before = ends[0].exact, let now = ends[1].exact else {
            entries.append(.absent((ends.first { $0.exact == nil } ?? ends[0]).besides))
            continue
        }
        let column = Cell.columnName(4 + position)
        entries.append(
            .formula(
                "=\(column)\(row)-\(column)\(row - 1)", now - before, .change(context.decimals(of: line.dimension))))
    }
    let version = round.plan.survey.year.map { context.say("\($0)版", "\($0)") } ?? "—"
    return entries + [.text(version, .centered)]
}

/// `[断]` never stands for a changed wording alone: what changed is said in words.
private func changes(in year: Int, _ context: ReportContext) -> String {
    var groups: [(label: String, codes: [String])] = []
    for change in context.release.assessment.history.changes where change.year == year {
        let label =
            switch change.kind {
            case .marked(.new): context.say("新增", "new: ")
            case .marked(.rewordedComparable): context.say("改述可比", "reworded, comparable: ")
            case .marked(.rewordedNotComparable): context.say("[断] 改述不可比", "[b] reworded, not comparable: ")
            case .retired: context.say("停用", "retired: ")
            }
        if let index = groups.firstIndex(where: { $0.label == label }) {
            groups[index].codes.append(change.code)
        } else {
            groups.append((label, [change.code]))
        }
    }
    return context.clauses(groups.map { $0.label + context.list($0.codes) })
}

/// Draws the lines that have values; false where none has.
private func chart(
    _ lines: [DimensionScore], on page: inout SheetComposer, _ context: ReportContext, row: Int, columns: Int,
    height: Int
) -> Bool {
    let rounds = context.release.rounds
    let drawn = context.onOneAxis(
        lines.filter { line in rounds.contains { context.comparable(line.name, in: $0).drawn != nil } })
    guard !drawn.isEmpty else { return false }
    let series = drawn.map { line in
        TrendChart.Line(
            name: context.label(of: line).shortened(to: 30),
            points: rounds.map {
                TrendChart.Point(
                    context.comparable(line.name, in: $0).drawn, interval: context.comparableInterval(line.name, in: $0)
                )
            })
    }
    let values = series.flatMap(\.points).flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
    let words = drawn.map { line in
        let decimals = context.decimals(of: line.dimension)
        let known = rounds.map { context.comparable(line.name, in: $0) }.filter { $0.drawn != nil }.map {
            $0.text(decimals, context.language)
        }
        let name = context.name(of: line).shortened(to: 60)
        return known.count > 1
            ? context.say(
                "\(name)由\(known[0])到\(known[known.count - 1])", "\(name) from \(known[0]) to \(known[known.count - 1])"
            )
            : name + context.say("", " ") + (known.first ?? "")
    }
    let names = context.list(drawn.map { context.name(of: $0).shortened(to: 30) })
    let said = words.joined(separator: context.say("，", ", "))
    let (first, last) = (rounds[0].year, rounds[rounds.count - 1].year)
    page.chart(
        .trend(
            TrendChart(
                title: context.say("图4　\(names)与95%置信区间", "Figure 4: \(names), with 95% confidence intervals"),
                periods: rounds.map { context.say("\($0.year)年", "\($0.year)") }, lines: series,
                axis: trendAxis(context.frame(around: drawn), values))),
        at: Cell(row: row, column: 1), width: page.pixels(of: 1...columns) - 10, height: height,
        altText:
            context.say(
                "折线图：\(first)至\(last)年，\(said)；竖线为95%置信区间。数值见本表。",
                "Line chart, \(first) to \(last): \(said); upright lines are 95% confidence intervals. Numbers on this sheet."
            ))
    return true
}

/// Close round the values; inside the frame of the scale, unless a value lies further out.
private func trendAxis(_ frame: ClosedRange<Double>, _ values: [Double?]) -> ChartAxis {
    let known = values.compactMap { $0 }
    let (least, greatest) = (known.min() ?? frame.lowerBound, known.max() ?? frame.upperBound)
    let step = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100].first { (greatest - least) / $0 <= 8 } ?? (greatest - least) / 8
    let fit = frame.upperBound >= 20 ? max(step, 5) : step
    let low = min(max(frame.lowerBound, ((least / fit).rounded(.down) - 1) * fit), least)
    let high = max(min(frame.upperBound, ((greatest / fit).rounded(.up) + 1) * fit), greatest)
    return ChartAxis(low...max(high, low + fit), step: fit, numberFormat: fit >= 1 ? "0" : "0.00")
}

/// Every dimension over the years, each on its own common ground.
private func allDimensions(on page: inout SheetComposer, _ context: ReportContext, columns: Int) {
    let rounds = Array(context.release.rounds.suffix(mostYears))
    page.merge(
        CellRange(Cell(row: page.row, column: 1), Cell(row: page.row, column: 2)), context.say("维度", "Dimension"), .head
    )
    page.header(
        [context.say("维度", "Dimension"), "", context.say("方向", "Direction")]
            + rounds.map { context.say("\($0.year)年", "\($0.year)") }
            + [context.say("较\(context.previousWord)", "Change")], height: 24)
    // As wide as the table above.
    let first = 5 + rounds.count
    func judge(_ text: String, _ style: CellStyle, row: Int) {
        page.merge(CellRange(Cell(row: row, column: first), Cell(row: row, column: columns)), text, style)
    }
    judge(context.say("判断", "Judgement"), .head, row: page.row - 1)
    for score in context.scored + context.gaps {
        let decimals = context.decimals(of: score.dimension)
        let style = decimals == 1 ? CellStyle.score : .points
        let row = page.row
        page.merge(CellRange(Cell(row: row, column: 1), Cell(row: row, column: 2)), context.name(of: score), .wrapped)
        let direction =
            context.isLowBetter(score.dimension) ? context.say("低为好", "lower") : context.say("高为好", "higher")
        page.put(.text(direction), at: Cell(row: row, column: 3), .centered)
        for (index, round) in rounds.enumerated() {
            let entry = SheetComposer.Entry.shown(context.comparable(score.name, in: round), style, decimals)
            page.put(entry.content, at: Cell(row: row, column: 4 + index), entry.style)
        }
        let change = context.change(score.name, to: context.now.year)
        let difference = SheetComposer.Entry.number(
            context.size(of: change), .change(decimals), or: change == nil ? .notApplicable : .bounded)
        page.put(difference.content, at: Cell(row: row, column: 4 + rounds.count), difference.style)
        judge(
            context.judgement(change), change == nil ? .absent : judged(change, context).with(\.wraps, true), row: row)
        page.sheet.heights[row] = max(
            19, page.height(of: context.judgement(change), over: first...columns) + 1,
            page.height(of: context.name(of: score), over: 1...2) + 2)
        page.row += 1
    }
}
