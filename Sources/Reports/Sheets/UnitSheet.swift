import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 处室对比: where to look. Units in the order of the organisation, never ranked.
func unitSheet(_ context: ReportContext) -> ReportSheet? {
    var page = SheetComposer("处室对比", tab: .blue, purpose: "各处室得分（按机构顺序，不排名）", readers: "委员会")
    let shown = context.scored.filter { context.release.showsUnits($0.name, year: context.now.year) }
    let blocks = inBlocks(shown, context)
    let columns = max(5, (blocks.map(\.count).max() ?? 1) + 4)
    let names = context.units.map { context.name(of: $0) }
    page.widths(
        [TextMeasure.columnWidth(for: names.map { String($0.prefix(14)) } + ["处室"], atLeast: 17, atMost: 26), 9, 9]
            + Array(repeating: 10.2, count: columns - 4) + [28])
    page.heading(
        "表2　各处室得分", "按机构顺序排列，不作排名；颜色蓝高橙低，分数同时写出；答卷不足\(context.release.k)份的处室已合并", columns: columns)
    if context.units.isEmpty || blocks.isEmpty {
        page.entries([.text("不分处室显示", .cell)])
        page.note(reasonForNoUnits(context), columns: columns)
        return page.finished(context, .landscape)
    }
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
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...3, breaksAfterRows: breaks)
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
    let head = page.header(["处室", "有效答卷", "回收率"] + block.map(\.name), height: 32)
    hintCell("提示", row: head, from: block.count + 4, to: columns, .head, on: &page)
    for (index, unit) in context.units.enumerated() {
        var entries: [SheetComposer.Entry] = [
            .text(context.name(of: unit), .wrapped), .count(unit.responses), rate(unit.responseRate, isBold: false),
        ]
        for score in block {
            let style = context.decimals(of: score.dimension) == 1 ? CellStyle.score : .points
            entries.append(.number(unit.score(score.name)?.estimate.value, style, or: .missing))
        }
        let text = hint(unit: index, block, context)
        let room = (block.count + 4...columns).reduce(0.0) { $0 + (page.sheet.widths[$1] ?? 0) }
        let lines = max(
            TextMeasure.rowHeight(lines: TextMeasure.lines(of: text, columnWidth: room - 1, size: 9), size: 9),
            TextMeasure.rowHeight(lines: TextMeasure.lines(of: context.name(of: unit), columnWidth: page.sheet.widths[1] ?? 0)))
        let row = page.entries(entries, height: lines + 2)
        hintCell(text, row: row, from: block.count + 4, to: columns, CellStyle.wrapped.with(\.size, 9), on: &page)
        if let responseRate = unit.responseRate, responseRate < lowResponseRate {
            page.sheet.comments.append(
                ReportSheet.PlacedComment(
                    text: "回收率\(NumberText.percent(responseRate))，低于\(NumberText.percent(lowResponseRate, 0))；没有回答的人可能与回答的人不同，解释得分时请留意。",
                    cell: Cell(row: row, column: 1)))
        }
    }
    let bold = CellStyle.centered.with(\.isBold, true).with(\.fill, .head).with(\.font, .hei)
    var total: [SheetComposer.Entry] = [
        .text("全局", bold.with(\.horizontal, .general)),
        .number(Double(context.now.whole.responses), bold.with(\.numberFormat, "0")),
        rate(context.now.whole.responseRate, isBold: true),
    ]
    for score in block {
        let format = context.decimals(of: score.dimension) == 1 ? "0.0" : "0.00"
        total.append(.number(score.estimate.value, bold.with(\.numberFormat, format), or: .missing))
    }
    let last = page.entries(total, height: 20) - 1
    hintCell("", row: last + 1, from: block.count + 4, to: columns, bold, on: &page)
    if let frame = block.first.map({ context.frame(of: $0.dimension) }), last > head {
        let width = frame.upperBound - frame.lowerBound
        let stops =
            frame.upperBound >= 20
            ? (55.0, 75.0, 95.0)
            : (frame.lowerBound + 0.3 * width, frame.lowerBound + 0.6 * width, frame.lowerBound + 0.9 * width)
        page.sheet.scales.append(
            ReportSheet.PlacedScale(
                scale: .scores(low: stops.0, middle: stops.1, high: stops.2),
                range: CellRange(Cell(row: head + 1, column: 4), Cell(row: last, column: 3 + block.count))))
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
    let names = Set(block.map(\.name))
    let clear = context.now.contrasts.filter { $0.unit == index && names.contains($0.dimension) && $0.isClear }
    var parts: [String] = []
    for (sign, word, isAbove) in [("▼", "低于其他处室", false), ("▲", "高于其他处室", true)] {
        let found = clear.filter { (($0.test.difference.value ?? 0) > 0) == isAbove }.map(\.dimension)
        if !found.isEmpty { parts.append("\(sign) \(word)：\(found.joined(separator: "、"))") }
    }
    let divided = context.now.agreement.filter { agreement in
        names.contains(agreement.dimension) && agreement.verdicts.indices.contains(index)
            && agreement.verdicts[index].reasons.contains { $0 == .weakAgreementUniform || $0 == .weakAgreementSlightSkew }
    }.map(\.dimension)
    if !divided.isEmpty { parts.append("意见不一致：\(divided.joined(separator: "、"))") }
    return parts.joined(separator: "；")
}

private func reasonForNoUnits(_ context: ReportContext) -> String {
    context.release.hidesUnits && !context.now.units.isEmpty
        ? "处室合并后仍有不足\(context.release.k)份答卷的组，为防止由总数相减推算，不分处室显示。"
        : "问卷没有问处室，或没有可以按处室显示的维度。"
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
