import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 处室对比: where to look. Units in the order of the organisation, never ranked. Nil where nobody was asked for one.
func unitSheet(_ context: ReportContext) -> ReportSheet? {
    guard let unit = context.survey.variables.first(where: { $0.domain == .unit }) else { return nil }
    var page = SheetComposer("处室对比", tab: .blue, purpose: "各处室得分（按机构顺序，不排名）", readers: "委员会")
    let shown = context.scored.filter { context.release.showsUnits($0.name, year: context.now.year) }
    let blocks = inBlocks(shown, context)
    let columns = max(5, (blocks.map(\.count).max() ?? 1) + 4)
    let names = context.units.map { context.name(of: $0) }
    page.widths(
        [TextMeasure.columnWidth(for: names + ["处室"], atLeast: 17, atMost: 30), 9, 9]
            + Array(repeating: 10.2, count: columns - 4) + [28])
    if context.units.isEmpty || blocks.isEmpty {
        page.heading("表2　各处室得分", "本年不分处室", columns: columns)
        page.entries([.text("不分处室显示", .cell)])
        page.note(reasonForNoUnits(context, unit), columns: columns)
        return page.finished(context, .landscape)
    }
    let merging = context.release.merged.isEmpty ? "" : "；答卷不足\(context.release.k)份的处室已合并"
    page.heading("表2　各处室得分", "按机构顺序排列，不作排名；颜色蓝好橙差，分数同时写出\(merging)", columns: columns)
    var breaks: [Int] = []
    // Two blocks of a dozen units fill a page; a block is never cut.
    let blocksOnPage = context.units.count <= 12 ? 2 : 1
    for (index, block) in blocks.enumerated() {
        if index > 0 { page.skip() }
        if index > 0, index.isMultiple(of: blocksOnPage) { breaks.append(page.row - 1) }
        table(of: block, on: &page, context, columns: columns)
    }
    page.skip()
    for note in notes(context, shown) { page.note(note, columns: columns) }
    page.sheet.frozen = Cell(row: 5, column: 2)
    // The header of one block repeats; those of several differ.
    return page.finished(
        context, .landscape, pagesHigh: 0, repeatedRows: blocks.count == 1 ? 1...4 : 1...3, breaksAfterRows: breaks)
}

/// Neighbouring areas share a block as long as it stays within nine columns.
private func inBlocks(_ scores: [DimensionScore], _ context: ReportContext) -> [[DimensionScore]] {
    var blocks: [[DimensionScore]] = []
    var areas: [(name: String, scores: [DimensionScore])] = []
    for score in scores {
        let area = context.area(of: score.dimension)
        if let index = areas.firstIndex(where: { $0.name == area }) {
            areas[index].scores.append(score)
        } else {
            areas.append((area, [score]))
        }
    }
    for area in areas {
        if let last = blocks.last, last.count + area.scores.count <= widestBlock {
            blocks[blocks.count - 1] += area.scores
        } else {
            // An area wider than a block is cut, so that every page keeps its width.
            for start in stride(from: 0, to: area.scores.count, by: widestBlock) {
                blocks.append(Array(area.scores[start..<min(start + widestBlock, area.scores.count)]))
            }
        }
    }
    return blocks
}

private let widestBlock = 9

private func table(
    of block: [DimensionScore], on page: inout SheetComposer, _ context: ReportContext, columns: Int
) {
    let head = page.header(
        ["处室", "有效答卷", "回收率"] + block.map { context.label(of: $0).shortened(to: 40) }, height: 32)
    hintCell("提示", row: head, from: block.count + 4, to: columns, .head, on: &page)
    let numbers = block.map { columnNumbers($0, context) }
    for (index, unit) in context.units.enumerated() {
        var entries: [SheetComposer.Entry] = [
            .text(context.name(of: unit), .wrapped), .count(unit.responses), rate(unit.responseRate, isBold: false),
        ]
        for (score, numbers) in zip(block, numbers) {
            let decimals = context.decimals(of: score.dimension)
            entries.append(.shown(numbers[index], decimals == 1 ? .score : .points, decimals))
        }
        row(of: unit, entries, hint: hint(unit: index, block, context), on: &page, columns: columns)
    }
    let bold = CellStyle.centered.with(\.isBold, true).with(\.fill, .head).with(\.font, .hei)
    var total: [SheetComposer.Entry] = [
        .text("全局", bold.with(\.horizontal, .general)),
        .number(Double(context.now.whole.responses), bold.with(\.numberFormat, "0")),
        rate(context.now.whole.responseRate, isBold: true),
    ]
    for score in block {
        let decimals = context.decimals(of: score.dimension)
        total.append(.shown(context.shown(score), bold.with(\.numberFormat, decimals == 1 ? "0.0" : "0.00"), decimals))
    }
    let last = page.entries(total, height: 20) - 1
    hintCell("", row: last + 1, from: block.count + 4, to: columns, bold, on: &page)
    if last > head { addScales(block, rows: head + 1...last, on: &page, context) }
}

private func row(
    of unit: AssessedGroup, _ entries: [SheetComposer.Entry], hint: String, on page: inout SheetComposer, columns: Int
) {
    let first = entries.count + 1
    let row = page.entries(entries, height: page.height(of: hint, over: first...columns, size: 9) + 2)
    hintCell(hint, row: row, from: first, to: columns, CellStyle.wrapped.with(\.size, 9), on: &page)
    if let responseRate = unit.responseRate, responseRate < lowResponseRate {
        page.sheet.comments.append(
            ReportSheet.PlacedComment(
                text:
                    "回收率\(NumberText.percent(responseRate))，低于\(NumberText.percent(lowResponseRate, 0))；没有回答的人可能与回答的人不同，解释得分时请留意。",
                cell: Cell(row: row, column: 1)))
    }
}

/// The units' scores on a dimension in a year. One bound alone could be had from the whole and the others, so the score
/// next to it in size goes with it.
func columnNumbers(_ score: DimensionScore, _ context: ReportContext, in round: AssessedRound? = nil) -> [ShownNumber] {
    let round = round ?? context.now
    let units = context.release.units(of: round)
    var numbers = units.map { context.shown(score.name, of: $0, in: round) }
    let isBounded = numbers.map { $0.exact == nil && ($0.drawn != nil || $0 == .absent(.bounded)) }
    guard isBounded.count(where: { $0 }) == 1, let lone = isBounded.firstIndex(of: true) else { return numbers }
    func distance(_ index: Int) -> Double {
        let value = { units[$0].score(score.name)?.estimate.value ?? 0 }
        return abs(value(index) - value(lone))
    }
    let others = numbers.indices.filter { numbers[$0].exact != nil }
    if let nearest = others.min(by: { distance($0) < distance($1) }) { numbers[nearest] = .absent(.bounded) }
    return numbers
}

/// Blue at the good end: columns on another scale, or better low, have a rule of their own.
private func addScales(
    _ block: [DimensionScore], rows: ClosedRange<Int>, on page: inout SheetComposer, _ context: ReportContext
) {
    for run in context.runs(of: block) {
        let frame = context.frame(around: Array(block[run]))
        let width = frame.upperBound - frame.lowerBound
        guard width > 0 else { continue }
        let isHundred = abs(frame.upperBound - 100) < 1e-6
        var scale =
            isHundred
            ? ColorScale.scores(low: 55, middle: 75, high: 95)
            : .scores(
                low: frame.lowerBound + 0.3 * width, middle: frame.lowerBound + 0.6 * width,
                high: frame.lowerBound + 0.9 * width)
        if context.isLowBetter(block[run.lowerBound].dimension) {
            // The good scores lie at the other end, so the stops are mirrored with the colours.
            let ends = [scale.high, scale.middle, scale.low].map { frame.lowerBound + frame.upperBound - $0.value }
            scale = ColorScale(
                low: .init(ends[0], scale.high.color), middle: .init(ends[1], scale.middle.color),
                high: .init(ends[2], scale.low.color))
        }
        page.sheet.scales.append(
            ReportSheet.PlacedScale(
                scale: scale,
                range: CellRange(
                    Cell(row: rows.lowerBound, column: 4 + run.lowerBound),
                    Cell(row: rows.upperBound, column: 3 + run.upperBound))))
    }
}

/// The last column of a block, as wide as its dimensions leave room for.
private func hintCell(
    _ text: String, row: Int, from first: Int, to last: Int, _ style: CellStyle, on page: inout SheetComposer
) {
    if first < last {
        page.merge(CellRange(Cell(row: row, column: first), Cell(row: row, column: last)), text, style)
    } else {
        page.put(.text(text), at: Cell(row: row, column: first), style)
    }
}

private func rate(_ share: Double?, isBold: Bool) -> SheetComposer.Entry {
    guard let share else { return .absent(.missing) }
    var style = CellStyle.fineShare
    if isBold { style = style.with(\.isBold, true).with(\.fill, .head).with(\.font, .hei) }
    if share < lowResponseRate { style = style.with(\.color, .orange).with(\.isBold, true) }
    return .number(share, style)
}

/// What the numbers of the row say in words: clear differences first, then disagreement inside the unit.
private func hint(unit index: Int, _ block: [DimensionScore], _ context: ReportContext) -> String {
    let names = Dictionary(block.map { ($0.name, context.label(of: $0).shortened(to: 40)) }) { first, _ in first }
    let clear = context.now.contrasts.filter { $0.unit == index && names[$0.dimension] != nil && $0.isClear }
    var parts: [String] = []
    for (sign, word, isAbove) in [("▼", "低于其他处室", false), ("▲", "高于其他处室", true)] {
        let found = clear.filter { (($0.test.difference.value ?? 0) > 0) == isAbove }.compactMap { names[$0.dimension] }
        if !found.isEmpty { parts.append("\(sign) \(word)：\(found.joined(separator: "、"))") }
    }
    let divided = context.now.agreement.filter { agreement in
        names[agreement.dimension] != nil && agreement.verdicts.indices.contains(index)
            // Where nobody answered there is nothing to disagree about.
            && (context.units[index].score(agreement.dimension)?.estimate.n ?? 0) > 0
            && agreement.verdicts[index].reasons.contains {
                $0 == .weakAgreementUniform || $0 == .weakAgreementSlightSkew
            }
    }.compactMap { names[$0.dimension] }
    if !divided.isEmpty { parts.append("意见不一致：\(divided.joined(separator: "、"))") }
    return parts.joined(separator: "；")
}

private func reasonForNoUnits(_ context: ReportContext, _ unit: Variable) -> String {
    let k = context.release.k
    if context.now.intake.absentVariables.contains(unit.name) {
        return "答卷文件没有处室这一列（\(unit.name)），不能分处室显示。"
    }
    if context.release.hidesUnits { return "合并到每组不少于\(k)份答卷后不足两组；为防止由总数相减推算，不分处室显示。" }
    return context.scored.isEmpty ? "没有可以按处室显示的维度。" : "每个维度都有处室的回答人数不足\(k)人，只报全局。"
}

private func notes(_ context: ReportContext, _ shown: [DimensionScore]) -> [String] {
    var notes: [String] = []
    if !context.release.merged.isEmpty {
        let sets = context.units.filter { $0.units.count > 1 }.map { group in
            group.units.map { $0.isEmpty ? "未填处室" : $0 }.joined(separator: "＋")
        }
        notes.append("合并显示：\(sets.joined(separator: "；"))。合并在各年相同，使各年可比。")
    }
    let hidden = context.scored.filter { score in !shown.contains { $0.name == score.name } }.map(\.name)
    if !hidden.isEmpty {
        notes.append("有的处室回答人数不足\(context.release.k)人，只报全局、不分处室的维度：\(hidden.joined(separator: "、"))。")
    }
    notes.append("提示：与其他全部处室比较，Welch检验，每个维度内作Holm校正，校正后p<0.05才标▲▼；没有标记的差别不宜作评价依据。")
    if !context.now.agreement.isEmpty {
        notes.append("“意见不一致”：处室内部看法分歧大（rwg(J)<0.70），平均分不能当作该处室的特征；这类维度见“方法说明”。")
    }
    return notes
}
