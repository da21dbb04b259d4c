import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 处室_<名>: one unit's own page. What it scored beside the whole, what its people answered best and least well, and
/// where its competences fall short. In the committee's book, and in a file of its own for the unit.
func ownUnitSheet(_ unit: UnitPage, named sheetName: String) -> ReportSheet {
    let context = unit.context
    var page = SheetComposer(
        sheetName, tab: .blue,
        purpose: context.say(
            "该处室的得分、与全局的差别和最高最低的题", "This unit's scores beside the whole, and its items at either end"),
        readers: context.say("该处室", "the unit"))
    let lines = unit.lines
    let columns = context.previous == nil ? 7 : 8
    page.widths(
        [
            TextMeasure.columnWidth(
                for: lines.map { context.area(of: $0.score.dimension) } + [context.say("领域", "Area")], atLeast: 9,
                atMost: 24),
            TextMeasure.columnWidth(for: lines.map { context.label(of: $0.score) }, atLeast: 14, atMost: 24), 9, 12, 9,
            9,
        ] + (context.previous == nil ? [] : [9]) + [18])
    page.heading(
        context.say("处室反馈：\(unit.name.shortened(to: 50))", "Feedback to the unit: \(unit.name.shortened(to: 50))"),
        subtitle(unit), columns: columns)
    table(lines, of: unit, on: &page)
    picture(lines, of: unit, on: &page)
    items(of: unit, on: &page)
    gaps(of: unit, on: &page)
    for note in notes(unit) { page.note(note, columns: columns) }
    return page.finished(context, .portrait, pagesHigh: lines.count > 24 ? 0 : 1, repeatedRows: 1...4)
}

private func subtitle(_ unit: UnitPage) -> String {
    let context = unit.context
    let group = unit.unit
    var text = context.say("有效答卷\(group.responses)份", "\(group.responses) responses")
    if let headcount = group.headcount, let rate = group.responseRate {
        text += context.say(
            "，应参加\(headcount)人，回收率\(NumberText.percent(rate))",
            " of \(headcount) people, response rate \(NumberText.percent(rate))")
    }
    return text
        + context.say(
            "；全局有效答卷\(context.now.whole.responses)份；\(context.directionRemark)",
            "; \(context.now.whole.responses) in the whole; \(context.directionRemark)")
}

// MARK: Dimensions

private func table(_ lines: [UnitPage.Line], of unit: UnitPage, on page: inout SheetComposer) {
    let context = unit.context
    page.header(
        [
            context.say("领域", "Area"), context.say("维度", "Dimension"), context.say("本处室", "This unit"),
            context.say("区间", "Interval"), context.say("全局", "Whole"), context.say("差值", "Difference"),
        ] + (context.previous == nil ? [] : [context.previousTitle]) + [context.say("判断", "Judgement")], height: 24)
    if lines.isEmpty {
        page.entries([
            .text(context.say("没有可以按处室显示的维度", "No dimension can be shown by unit"), .cell)
        ])
    }
    for line in lines {
        let decimals = context.decimals(of: line.score.dimension)
        let style = decimals == 1 ? CellStyle.score : .points
        let row = page.row
        var entries: [SheetComposer.Entry] = [
            .text(context.area(of: line.score.dimension), .wrapped), .text(context.label(of: line.score), .wrapped),
            .shown(line.own, style, decimals),
            line.interval.map {
                .text(context.range($0, decimals), .centered)
            } ?? .absent(line.own.exact == nil ? line.own.besides : .undefined),
            .shown(line.whole, style, decimals),
        ]
        if let own = line.own.exact, let whole = line.whole.exact {
            entries.append(.formula("=C\(row)-E\(row)", own - whole, .change(decimals)))
        } else {
            entries.append(.absent(line.own.exact == nil ? line.own.besides : line.whole.besides))
        }
        if context.previous != nil { entries.append(.shown(line.before, style, decimals)) }
        entries.append(judgement(line, context))
        page.entries(entries, height: 19)
    }
    page.skip()
}

/// Against all other units, by the same tests and the same correction as the sheet that compares the units.
private func judgement(_ line: UnitPage.Line, _ context: ReportContext) -> SheetComposer.Entry {
    guard let contrast = line.contrast, let difference = contrast.test.difference.value, line.own.drawn != nil else {
        return .absent(.notApplicable)
    }
    guard let isClear = contrast.isClear else { return .text(context.say(.notJudged)) }
    guard isClear else {
        return .text(context.say("— 与其他处室相当", "— like other units"))
    }
    let isBetter = (difference > 0) != context.isLowBetter(line.score.dimension)
    let text =
        difference > 0
        ? context.say("▲ 高于其他处室", "▲ above other units") : context.say("▼ 低于其他处室", "▼ below other units")
    return .text(text, CellStyle.cell.with(\.color, isBetter ? .blue : .orange))
}

/// Bars of the unit and of the whole, of the dimensions that share a scale.
private func picture(_ lines: [UnitPage.Line], of unit: UnitPage, on page: inout SheetComposer) {
    let context = unit.context
    // What a composite joins is drawn; the composite would only repeat it.
    let parts = lines.filter { !$0.score.dimension.isComposite }
    let alike = Set(context.onOneAxis((parts.isEmpty ? lines : parts).map(\.score)).map(\.name))
    let drawn = lines.filter { alike.contains($0.score.name) && $0.own.drawn != nil && $0.whole.drawn != nil }
        .prefix(mostDrawn)
    guard !drawn.isEmpty else { return }
    let frame = context.frame(around: drawn.map(\.score))
    let low = min(0, frame.lowerBound)
    let step = [0.5, 1, 10, 20, 50, 100].first { (frame.upperBound - low) / $0 <= 10 } ?? 1_000
    // Its numbers stand among those of other units on the sheet of chart data.
    let name = unit.name.shortened(to: 50)
    let own = context.say("本处室", "This unit")
    let whole = context.say("全局", "Whole")
    let height = 26 * drawn.count + 90
    let clear = drawn.filter { $0.contrast?.isClear == true }.map { context.label(of: $0.score).shortened(to: 40) }
    let finding =
        drawn.allSatisfy { $0.contrast?.isClear == nil }
        ? context.say("与其他处室的差别不判", "differences from other units are not judged")
        : clear.isEmpty
            ? context.say("没有与其他处室明显不同的维度", "no dimension differs clearly from other units")
            : context.say(
                "与其他处室明显不同的有\(clear.joined(separator: "、"))",
                "clearly different from other units: \(clear.joined(separator: ", "))")
    page.chart(
        .bars(
            BarChart(
                title: context.say("图　\(name)与全局", "Figure: \(name) and the whole"),
                categories: drawn.map { context.label(of: $0.score).shortened(to: 30) },
                series: [
                    BarChart.Series(name: own, values: drawn.map(\.own.drawn), color: .blue, showsNumbers: true),
                    BarChart.Series(name: whole, values: drawn.map(\.whole.drawn), color: .neutral),
                ],
                axis: ChartAxis(
                    low...max(low + step, (frame.upperBound / step).rounded(.up) * step), step: step,
                    numberFormat: step >= 1 ? "0" : "0.0"))), at: Cell(row: page.row, column: 1),
        width: page.pixels(of: 1...page.sheet.widths.count) - 10,
        height: height,
        altText: context.say(
            "条形图：\(name)与全局的各维度得分，\(finding)。数值见本表“本处室”“全局”两列。",
            "Bar chart: scores of \(name) and of the whole; \(finding). The numbers stand in the columns “This unit” and “Whole”."
        ))
    let rows = Int((Double(height) * 0.75 / rowPoints).rounded(.up)) + 1
    for row in page.row..<(page.row + rows) { page.sheet.heights[row] = rowPoints }
    page.row += rows
}

private let mostDrawn = 16
private let rowPoints = 18.0

// MARK: Items and competences

private let heading = CellStyle(font: .hei, size: 11, isBold: true)

private func items(of unit: UnitPage, on page: inout SheetComposer) {
    let context = unit.context
    let ranked = unit.rankedItems
    let count = min(3, ranked.count / 2)
    guard count > 0 else { return }
    let parts = [
        (
            context.say("本处室有利回答比例最高的题", "Items answered best in this unit"), Color.blue,
            Array(ranked.suffix(count).reversed())
        ),
        (
            context.say("本处室有利回答比例最低的题", "Items answered least well in this unit"), Color.orange,
            Array(ranked.prefix(count))
        ),
    ]
    for (index, (title, color, lines)) in parts.enumerated() {
        if index > 0 { page.skip() }
        page.put(.text(title), at: Cell(row: page.row, column: 1), heading.with(\.color, color))
        page.sheet.heights[page.row] = 20
        page.row += 1
        for line in lines {
            let mark = line.item.variable.marks.isReversed ? context.say("（反向）", " (reversed)") : ""
            itemLine(
                code: line.item.variable.code, text: context.text(line.item.variable.text) + mark,
                number: .text(line.share.percent), format: "", color: color, on: &page)
        }
    }
    page.skip()
}

private func gaps(of unit: UnitPage, on page: inout SheetComposer) {
    let context = unit.context
    let widest = unit.rankedGaps.filter { $0.gap > 0 }.prefix(3)
    guard !widest.isEmpty else { return }
    page.put(
        .text(context.say("本处室能力差距最大的（要求−现状）", "Widest competence gaps of this unit (required − current)")),
        at: Cell(row: page.row, column: 1), heading.with(\.color, .orange))
    page.sheet.heights[page.row] = 20
    page.row += 1
    for gap in widest {
        itemLine(
            code: gap.code, text: context.text(gap.text).withoutRemark, number: .number(gap.gap),
            format: "0.00", color: .orange, on: &page)
    }
    page.skip()
}

/// A code, a text over the middle of the page, and a number at its end.
private func itemLine(
    code: String, text: String, number: ReportSheet.Content, format: String, color: Color,
    on page: inout SheetComposer
) {
    let last = page.sheet.widths.count
    let underlined = CellStyle(borders: .underline)
    page.put(
        .text(code.shortened(to: 10)), at: Cell(row: page.row, column: 1),
        underlined.with(\.color, .grey).with(\.indent, 1))
    page.merge(
        CellRange(Cell(row: page.row, column: 2), Cell(row: page.row, column: last - 1)), text,
        underlined.with(\.wraps, true))
    page.put(
        number, at: Cell(row: page.row, column: last),
        underlined.with(\.color, color).with(\.horizontal, .right).with(\.numberFormat, format))
    page.sheet.heights[page.row] = max(18, page.height(of: text, over: 2...(last - 1)) + 2)
    page.row += 1
}

private func notes(_ unit: UnitPage) -> [String] {
    let context = unit.context
    var notes = [
        context.say(
            "判断：与其他全部处室比较，Welch检验，每个维度内作Holm校正，校正后p<0.05才标▲▼。区间为95%置信区间。",
            "Judgement: against all other units, Welch's test with Holm's correction within a dimension; ▲▼ only where the corrected p < 0.05. Intervals are 95% confidence intervals."
        )
    ]
    if context.previous != nil {
        notes.append(
            context.say(
                "\(context.previousWord)：同一处室在各年题目完全相同的维度上的得分；题目不同为[断]，当时和别的处室一起显示的为[缺]。",
                "\(context.previousWord): the same unit's score, where the items of the dimension are the same; otherwise the code says why not."
            ))
    }
    if unit.unit.units.count > 1 {
        notes.append(
            context.say(
                "答卷不足\(context.release.k)份的处室合并反馈：\(unit.unit.units.map { $0.isEmpty ? "未填处室" : $0 }.joined(separator: "＋"))。",
                "Units of fewer than \(context.release.k) responses are reported together: \(unit.unit.units.map { $0.isEmpty ? "no unit named" : $0 }.joined(separator: " + "))."
            ))
    }
    if let rate = unit.unit.responseRate, rate < lowResponseRate {
        notes.append(
            context.say(
                "回收率低于\(NumberText.percent(lowResponseRate, 0))：没有回答的人可能与回答的人不同，解释得分时请留意。",
                "The response rate is below \(NumberText.percent(lowResponseRate, 0)): those who did not answer may differ from those who did."
            ))
    }
    notes.append(
        context.say(
            "只供处室内部改进使用，不作为个人考核依据。", "For improvement within the unit only; not a basis for assessing any person."))
    return notes
}
