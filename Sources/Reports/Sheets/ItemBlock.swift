import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// Items that share their grades: one table with a share a grade, and one bar an item.
struct ItemBlock {
    var grades: [String]
    var items: [GradedItem]
    private var compares: Bool

    /// In the order in which the grades first appear.
    static func all(of items: [GradedItem], _ context: ReportContext) -> [ItemBlock] {
        var blocks: [ItemBlock] = []
        for item in items {
            let grades = item.grades.map { context.text($0.text) }
            if let index = blocks.firstIndex(where: { $0.grades == grades }) {
                blocks[index].items.append(item)
            } else {
                blocks.append(ItemBlock(grades: grades, items: [item], compares: context.previous != nil))
            }
        }
        return blocks
    }

    static func widths(of items: [GradedItem], columns: Int, _ context: ReportContext) -> [Double] {
        let codes = items.map(\.result.variable.code)
        return [TextMeasure.columnWidth(for: codes, atLeast: 8, atMost: 20), 40]
            + Array(repeating: 9.5, count: max(0, columns - 3)) + [context.previous == nil ? 9.5 : changeWidth(context)]
    }

    private static func changeTitle(_ context: ReportContext) -> String {
        context.say("变化（百分点）", "Change (points)")
    }

    /// Wide enough for its head to stand on one line: a lone bracket on a second is no head.
    private static func changeWidth(_ context: ReportContext) -> Double {
        TextMeasure.columnWidth(for: [changeTitle(context)], atLeast: 9.5)
    }

    var columns: Int { 2 + grades.count + (compares ? 4 : 2) }

    // MARK: Table

    func table(on page: inout SheetComposer, _ context: ReportContext) {
        let titles =
            [context.say("题号", "Item"), context.say("题项", "Wording")] + grades
            + [context.say("有效人数", "n"), context.say("同意率", "Favourable")]
            + (compares ? [context.previousTitle, Self.changeTitle(context)] : [])
        let needed = titles.enumerated().map { page.height(of: $0.element, over: $0.offset + 1...$0.offset + 1) + 2 }
        page.header(titles, height: max(30, needed.max() ?? 0))
        for item in items { page.entries(cells(item, row: page.row, context), height: 20) }
    }

    private func cells(_ item: GradedItem, row: Int, _ context: ReportContext) -> [SheetComposer.Entry] {
        let favourable = item.shown.favourable
        var entries: [SheetComposer.Entry] = [
            .text(item.result.variable.code, .centered), .text(context.label(of: item.result.variable), .wrapped),
        ]
        entries += item.shown.shares.map { .share($0) }
        if case .absent(let code) = favourable { entries.append(.absent(code)) } else { entries.append(.count(item.n)) }
        entries.append(.share(favourable, CellStyle.share.with(\.isBold, true)))
        guard compares else { return entries }
        guard item.change?.before.value != nil else {
            return entries + [.absent(.notApplicable), .absent(.notApplicable)]
        }
        let before = context.favourable(item.result.variable, in: context.previous)
        entries.append(.share(before))
        guard let now = favourable.exact, let then = before.exact else {
            return entries + [.absent(([favourable, before].first { $0.exact == nil } ?? before).besides)]
        }
        let column = entries.count
        let (first, second) = (Cell(row: row, column: column - 1).name, Cell(row: row, column: column).name)
        return entries + [.formula("=(\(first)-\(second))*100", 100 * (now - then), .pointChange)]
    }

    // MARK: Chart

    /// A row of coloured cells, and below it the bars; nothing where there is nothing to draw.
    func chart(of area: String? = nil, on page: inout SheetComposer, _ context: ReportContext) {
        let drawn = items.filter { $0.shown.drawn != nil }
        guard (2...7).contains(grades.count) else { return }
        for start in stride(from: 0, to: drawn.count, by: Self.mostBars) {
            let rows = drawn[start..<min(start + Self.mostBars, drawn.count)]
            let codes = [rows.first, rows.last].compactMap { $0?.result.variable.code.shortened(to: 20) }
            let chart = DivergingChart(
                title: Self.title(of: area, codes, context), answers: grades,
                rows: rows.map { item in
                    let mark = item.result.variable.marks.isReversed ? context.say("（反）", " (rev.)") : ""
                    return DivergingChart.Row(label: item.result.variable.code + mark, shares: item.shown.drawn)
                })
            legend(chart, on: &page, context)
            let height = 80 + 26 * rows.count
            page.chart(
                .diverging(chart), at: Cell(row: page.row, column: 1), width: 900, height: height,
                altText: context.say(
                    "发散条形图：\(codes[0])至\(codes[1])各题的回答分布，左为“\(grades[0])”一侧，右为“\(grades[grades.count - 1])”一侧。数值见本表。",
                    "Diverging bars: how \(codes[0]) to \(codes[1]) were answered, “\(grades[0])” on the left, “\(grades[grades.count - 1])” on the right. The numbers stand in this sheet's table."
                ))
            page.skip(height / 20 + 2)
        }
    }

    /// Which area and which items: the numbers of all charts stand on one sheet, under these titles.
    private static func title(of area: String?, _ codes: [String], _ context: ReportContext) -> String {
        let items =
            Set(codes).count > 1 ? context.say("\(codes[0])至\(codes[1])各题", "\(codes[0]) to \(codes[1])") : codes[0]
        let place = area.map { $0.shortened(to: 48) + context.say("　", ": ") } ?? ""
        return place + context.say("\(items)回答分布", "how \(items) \(Set(codes).count > 1 ? "were" : "was") answered")
    }

    private static let mostBars = 20

    private func legend(_ chart: DivergingChart, on page: inout SheetComposer, _ context: ReportContext) {
        page.put(
            .text(context.say("图例：", "Colours:")), at: Cell(row: page.row, column: 2),
            CellStyle.standard.with(\.horizontal, .right))
        var height = 18.0
        for (index, entry) in chart.legend.enumerated() {
            page.put(
                .text(entry.name), at: Cell(row: page.row, column: 3 + index), entry.style.with(\.wraps, true))
            height = max(height, page.height(of: entry.name, over: 3 + index...3 + index, size: 10) + 2)
        }
        page.sheet.heights[page.row] = height
        page.skip()
    }

    // MARK: Notes

    static func notes(_ items: [GradedItem], _ context: ReportContext, mentionsChart: Bool = true) -> [String] {
        let k = context.release.k
        var notes = [
            context.say(
                "[隐]=不足\(k)人，不显示；≥≤=接近0或100%，只报界限；[界]=由同一行的合计能推出这样的数，不显示。因四舍五入，各项之和可能不等于100%。",
                "[c] = fewer than \(k) people; ≥ ≤ = near 0 or 100%, shown as a bound; [bound] = would tell such a number by subtraction. Rounded shares need not add up to 100%."
            )
        ]
        if mentionsChart,
            items.contains(where: { $0.shown.drawn != nil && $0.shown.shares.contains { $0.exact == nil } })
        {
            notes.append(
                context.say(
                    "图中只报界限的占比与同侧不显示的占比合画为一段，画在靠中间的一格。",
                    "In the chart, shares that are bounds or not shown are drawn as one part with their neighbours on the same side."
                ))
        }
        if mentionsChart, items.contains(where: { $0.shown.favourable.drawn != nil && $0.shown.drawn == nil }) {
            notes.append(
                context.say(
                    "自成一个维度的题已报平均分，有占比只报界限时不再报其余占比，也不画图。",
                    "Of an item that is a dimension by itself the mean is told; where a share is a bound, the others are neither shown nor drawn."
                ))
        }
        if items.contains(where: \.result.variable.marks.isReversed) {
            notes.append(
                context.say(
                    "标“反向”的题，答案原样列出，图中右侧为不利，同意率按反转后计算。",
                    "Reversed items are listed as answered: the right side of their bars is the unfavourable one; the favourable share is taken after reversal."
                ))
        }
        return notes
    }
}

extension SheetComposer.Entry {
    /// A share to the whole per cent, a bound, or a code.
    static func share(_ number: ShownNumber, _ style: CellStyle = .share) -> SheetComposer.Entry {
        switch number {
        case .exact(let share): .number(share, style)
        case .atLeast, .atMost: .text(number.percent, style)
        case .absent(let code): .absent(code)
        }
    }
}

extension CellStyle {
    /// The difference of two shares, in points of a hundred.
    static let pointChange = CellStyle.centered.with(\.numberFormat, "+0;-0;0")
}
