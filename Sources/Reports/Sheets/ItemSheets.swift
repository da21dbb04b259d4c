import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 题项分布: how each item was answered; of many items one sheet an area. Votes have a sheet of their own.
func itemSheets(_ context: ReportContext) -> [ReportSheet] {
    let items = context.gradedItems().filter { !$0.isVote }
    guard items.contains(where: { $0.shown.favourable.drawn != nil }) else { return [] }
    let base = context.name(of: .items)
    guard items.count > mostOnOneSheet else { return [sheet(of: items, base, area: nil, context)] }
    var areas: [(name: String, items: [GradedItem])] = []
    for item in items {
        let area = context.area(of: item.result.variable)
        if let index = areas.firstIndex(where: { $0.name == area }) {
            areas[index].items.append(item)
        } else {
            areas.append((area, [item]))
        }
    }
    var taken: [String] = []
    return areas.map { area in
        let name = SheetName.made(base + "_", area.name, taken: taken)
        taken.append(name)
        return sheet(of: area.items, name, area: area.name, context)
    }
}

private let mostOnOneSheet = 14

private func sheet(of items: [GradedItem], _ name: String, area: String?, _ context: ReportContext) -> ReportSheet {
    let about = area.map { context.say("“\($0)”各题的回答分布与同意率", "Items: “\($0.shortened(to: 48))”") }
    var page = SheetComposer(
        name, tab: .blue, purpose: about ?? context.say("各题的回答分布与同意率", "How each item was answered"),
        readers: context.say("委员会", "Committee"))
    let blocks = ItemBlock.all(of: items, context)
    let columns = blocks.map(\.columns).max() ?? 1
    let compares = context.previous != nil
    page.widths(ItemBlock.widths(of: items, columns: columns, context))
    page.heading(
        context.say("题项分布", "How the items were answered") + (area.map { context.say("　\($0)", ": \($0)") } ?? ""),
        context.say(
            "占比以计分的回答为底；同意率=有利一侧的回答，反向题为不同意一侧"
                + (compares ? "；变化=同意率−\(context.previousTitle)，只对可比的题" : ""),
            "Shares of the answers that score; favourable = on the better side, for reversed items the disagreeing one"
                + (compares ? "; change only for comparable items" : "")),
        columns: columns)
    for (index, block) in blocks.enumerated() {
        if index > 0 { page.skip() }
        block.table(on: &page, context)
    }
    let isLong = items.count > mostOnOneSheet || blocks.count > 2
    let breaks = isLong ? [page.row] : []
    page.skip()
    for block in blocks { block.chart(of: area, on: &page, context) }
    for note in ItemBlock.notes(items, context) { page.note(note, columns: columns) }
    page.sheet.frozen = Cell(row: 5, column: 3)
    return page.finished(
        context, .landscape, pagesHigh: isLong ? 0 : 1, repeatedRows: blocks.count == 1 ? 1...4 : 1...3,
        breaksAfterRows: breaks)
}
