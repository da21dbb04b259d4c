import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 处室对比: where to look. Units in the order of the organisation, never ranked. Nil where nobody was asked for one.
func unitSheet(_ context: ReportContext) -> ReportSheet? {
    guard let unit = context.survey.variables.first(where: { $0.domain == .unit }) else { return nil }
    var page = SheetComposer(
        context.name(of: .units), tab: .blue,
        purpose: context.say("各处室得分（按机构顺序，不排名）", "Scores of the units (in the order of the organisation, not ranked)"),
        readers: context.say("委员会", "Committee"))
    let shown = context.scored.filter { context.release.showsUnits($0.name, year: context.now.year) }
    let blocks = inBlocks(shown, context)
    let columns = max(5, (blocks.map(\.count).max() ?? 1) + 4)
    let names = context.units.map { context.name(of: $0) }
    page.widths(
        [TextMeasure.columnWidth(for: names + [context.say("处室", "Unit")], atLeast: 17, atMost: 30), 9, 9]
            + (0..<(columns - 4)).map { width(ofColumn: $0, of: blocks, context) } + [28])
    let title = context.say("表2　各处室得分", "Table 2: Scores of the units")
    if context.units.isEmpty || blocks.isEmpty {
        page.heading(title, context.say("本年不分处室", "Not by unit this year"), columns: columns)
        page.entries([.text(context.say("不分处室显示", "Not shown by unit"), .cell)])
        page.note(reasonForNoUnits(context, unit), columns: columns)
        return page.finished(context, .landscape)
    }
    let merging =
        context.release.merged.isEmpty
        ? ""
        : context.say(
            "；答卷不足\(context.release.k)份的处室已合并", "; units with fewer than \(context.release.k) responses are merged")
    page.heading(
        title,
        context.say(
            "按机构顺序排列，不作排名；颜色蓝好橙差，分数同时写出\(merging)",
            "In the order of the organisation, not ranked; blue is better, orange worse, and the score stands with it\(merging)"
        ), columns: columns)
    var breaks: [Int] = []
    // Two blocks of a dozen units fill a page; a block is never cut.
    let blocksOnPage = context.units.count <= 12 ? 2 : 1
    for (index, block) in blocks.enumerated() {
        if index > 0 { page.skip() }
        if index > 0, index.isMultiple(of: blocksOnPage) { breaks.append(page.row - 1) }
        for (piece, start) in stride(from: 0, to: context.units.count, by: longestPiece).enumerated() {
            let end = min(start + longestPiece, context.units.count)
            if piece > 0 { breaks.append(page.row - 1) }
            table(of: block, units: start..<end, on: &page, context, columns: columns)
        }
    }
    page.skip()
    for note in notes(context, shown) { page.note(note, columns: columns) }
    page.sheet.frozen = Cell(row: 5, column: 2)
    // The header of one block repeats; those of several differ.
    return page.finished(
        context, .landscape, pagesHigh: 0,
        repeatedRows: blocks.count == 1 && context.units.count <= longestPiece ? 1...4 : 1...3, breaksAfterRows: breaks)
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

/// Wide enough for every word of its heads: a Latin word is not to be cut.
private func width(ofColumn column: Int, of blocks: [[DimensionScore]], _ context: ReportContext) -> Double {
    let words = blocks.filter { $0.indices.contains(column) }
        .flatMap { context.label(of: $0[column]).shortened(to: 40).split(separator: " ") }
        .filter { $0.allSatisfy(\.isASCII) }
    return TextMeasure.columnWidth(for: words.map(String.init), atLeast: 10.2, atMost: 18)
}

/// So many units fill a printed page; the rest stand on the next, under a header of their own.
private let longestPiece = 24

private func table(
    of block: [DimensionScore], units: Range<Int>, on page: inout SheetComposer, _ context: ReportContext,
    columns: Int
) {
    let head = page.header(
        [context.say("处室", "Unit"), context.say("有效答卷", "Valid responses"), context.say("回收率", "Response rate")]
            + block.map { context.label(of: $0).shortened(to: 40) }, height: 32)
    hintCell(context.say("提示", "Remarks"), row: head, from: block.count + 4, to: columns, .head, on: &page)
    let numbers = block.map { context.shownOfUnits($0.name) }
    for index in units {
        let unit = context.units[index]
        var entries: [SheetComposer.Entry] = [
            .text(context.name(of: unit), .wrapped), .count(unit.responses), rate(unit.responseRate, isBold: false),
        ]
        for (score, numbers) in zip(block, numbers) {
            let decimals = context.decimals(of: score.dimension)
            entries.append(.shown(numbers[index], decimals == 1 ? .score : .points, decimals))
        }
        row(of: unit, entries, hint: hint(unit: index, block, context), on: &page, context, columns: columns)
    }
    if page.row > head + 1 { addScales(block, rows: head + 1...page.row - 1, on: &page, context) }
    if units.upperBound == context.units.count { total(of: block, on: &page, context, columns: columns) }
}

/// The whole's row, below the last unit.
private func total(
    of block: [DimensionScore], on page: inout SheetComposer, _ context: ReportContext, columns: Int
) {
    let bold = CellStyle.centered.with(\.isBold, true).with(\.fill, .head).with(\.font, .hei)
    var total: [SheetComposer.Entry] = [
        .text(context.say("全局", "All"), bold.with(\.horizontal, .general)),
        .number(Double(context.now.whole.responses), bold.with(\.numberFormat, "0")),
        rate(context.now.whole.responseRate, isBold: true),
    ]
    for score in block {
        let decimals = context.decimals(of: score.dimension)
        total.append(.shown(context.shown(score), bold.with(\.numberFormat, decimals == 1 ? "0.0" : "0.00"), decimals))
    }
    let row = page.entries(total, height: 20)
    hintCell("", row: row, from: block.count + 4, to: columns, bold, on: &page)
}

private func row(
    of unit: AssessedGroup, _ entries: [SheetComposer.Entry], hint: String, on page: inout SheetComposer,
    _ context: ReportContext, columns: Int
) {
    let first = entries.count + 1
    let row = page.entries(entries, height: page.height(of: hint, over: first...columns, size: 9) + 2)
    hintCell(hint, row: row, from: first, to: columns, CellStyle.wrapped.with(\.size, 9), on: &page)
    if let responseRate = unit.responseRate, responseRate < lowResponseRate {
        page.sheet.comments.append(
            ReportSheet.PlacedComment(
                text:
                    context.say(
                        "回收率\(NumberText.percent(responseRate))，低于\(NumberText.percent(lowResponseRate, 0))；没有回答的人可能与回答的人不同，解释得分时请留意。",
                        "The response rate is \(NumberText.percent(responseRate)), below \(NumberText.percent(lowResponseRate, 0)): those who did not answer may differ from those who did."
                    ),
                cell: Cell(row: row, column: 1)))
    }
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
    let compared = context.now.contrasts.filter { $0.unit == index && $0.test.difference.value != nil }
    let clear = compared.filter { $0.isClear == true }
    var parts: [String] = []
    for (sign, word, isAbove) in [
        ("▼", context.say("低于其他处室", "below the other units"), false),
        ("▲", context.say("高于其他处室", "above the other units"), true),
    ] {
        let found = clear.filter { (($0.test.difference.value ?? 0) > 0) == isAbove }.compactMap { names[$0.dimension] }
        if !found.isEmpty {
            parts.append(context.say("\(sign) \(word)：", "\(sign) \(word): ") + context.list(found))
        }
    }
    let unjudged = compared.filter { $0.isClear == nil }.compactMap { names[$0.dimension] }
    if !unjudged.isEmpty { parts.append(context.say("不判：", "not judged: ") + context.list(unjudged)) }
    let divided = context.now.agreement.filter { agreement in
        names[agreement.dimension] != nil && agreement.verdicts.indices.contains(index)
            // Where nobody answered there is nothing to disagree about.
            && (context.units[index].score(agreement.dimension)?.estimate.n ?? 0) > 0
            && agreement.verdicts[index].reasons.contains {
                $0 == .weakAgreementUniform || $0 == .weakAgreementSlightSkew
            }
    }.compactMap { names[$0.dimension] }
    if !divided.isEmpty { parts.append(context.say("意见不一致：", "opinions differ: ") + context.list(divided)) }
    return context.clauses(parts)
}

private func reasonForNoUnits(_ context: ReportContext, _ unit: Variable) -> String {
    let k = context.release.k
    if context.now.intake.absentVariables.contains(unit.name) {
        return context.say(
            "答卷文件没有处室这一列（\(unit.name)），不能分处室显示。",
            "The responses have no column of units (\(unit.name)), so nothing can be shown by unit.")
    }
    if context.release.hidesUnits {
        return context.say(
            "合并到每组不少于\(k)份答卷后不足两组；为防止由总数相减推算，不分处室显示。",
            "Merged into sets of at least \(k) responses there are fewer than two sets; so that nothing can be found by subtraction, nothing is shown by unit."
        )
    }
    return context.scored.isEmpty
        ? context.say("没有可以按处室显示的维度。", "There is no dimension to show by unit.")
        : context.say(
            "每个维度都有处室的回答人数不足\(k)人，只报全局。",
            "On every dimension some unit has fewer than \(k) people, so only the whole is given.")
}

private func notes(_ context: ReportContext, _ shown: [DimensionScore]) -> [String] {
    var notes: [String] = []
    if !context.release.merged.isEmpty {
        let sets = context.units.filter { $0.units.count > 1 }.map { group in
            group.units.map { $0.isEmpty ? context.say("未填处室", "no unit given") : $0 }.joined(
                separator: context.say("＋", " + "))
        }
        notes.append(
            context.say(
                "合并显示：\(context.clauses(sets))。以后的报告照此合并。",
                "Merged: \(context.clauses(sets)). Later reports merge this year alike."
            ))
    }
    let hidden = context.scored.filter { score in !shown.contains { $0.name == score.name } }
        .map { context.name(of: $0) }
    if !hidden.isEmpty {
        notes.append(
            context.say(
                "有的处室回答人数不足\(context.release.k)人，只报全局、不分处室的维度：\(context.list(hidden))。",
                "Given for the whole only, because some unit has fewer than \(context.release.k) people: \(context.list(hidden))."
            ))
    }
    notes.append(
        context.say(
            "提示：与其他全部处室比较，Welch检验（各处室用共同的离散程度），每个维度内作Holm校正，校正后p<0.05才标▲▼；没有标记的差别不宜作评价依据。",
            "Remarks: against all other units together, by Welch's test with a common spread within units, Holm-corrected within each dimension; ▲▼ only where corrected p<0.05. Differences without a mark are no ground for judging a unit."
        ))
    if !context.now.agreement.isEmpty {
        notes.append(
            context.say(
                "“意见不一致”：处室内部看法分歧大（rwg(J)<0.70），平均分不能当作该处室的特征；这类维度见“方法说明”。",
                "“Opinions differ”: within the unit agreement is weak (rwg(J)<0.70), so the mean is no property of the unit; see \(context.quoted(.method))."
            ))
    }
    let unjudged = shown.filter { score in
        context.now.agreement.contains { agreement in
            agreement.dimension == score.name && agreement.verdicts.contains { $0.reasons.contains(.unknownAgreement) }
        }
    }
    if !unjudged.isEmpty {
        let names = context.list(unjudged.map { context.name(of: $0) })
        notes.append(
            context.say(
                "各级分值不等距，没有衡量意见是否一致的标准，因此不判：\(names)。",
                "Whether opinions differ is not judged, because the points of the levels do not lie equally far apart: \(names)."
            ))
    }
    return notes
}
