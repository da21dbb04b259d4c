import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_题项: the items of all years, for the whole, as one tidy table. Every cell is filled, nothing is merged. Nil
/// without graded items.
func itemDataSheet(_ context: ReportContext) -> ReportSheet? {
    let rows = context.release.rounds.flatMap { round in
        context.gradedItems(in: round).map { (round: round, item: $0) }
    }
    guard !rows.isEmpty else { return nil }
    var page = SheetComposer(
        context.name(of: .itemData), tab: .line,
        purpose: context.say("规整数据表：年份×题项", "Tidy table: year × item"), readers: context.say("复用", "Reuse"))
    let headers = [
        context.say("年份", "Year"), context.say("题号", "Item"), context.say("题项", "Wording"),
        context.say("领域", "Area"), context.say("维度", "Dimension"), context.say("计分方向", "Scored"),
        context.say("有效人数", "n"), context.say("均分", "Mean"), context.say("标准差", "Standard deviation"),
        context.say("有利回答", "Favourable"), context.say("不适用", "Not applicable"), context.say("漏答", "Missing"),
        context.say("口径版本", "Edition"),
    ]
    let areas = rows.map { context.area(of: $0.item.result.variable, in: $0.round) }
    let dimensions = rows.map { home(of: $0.item, in: $0.round, context) }
    page.widths([
        9, TextMeasure.columnWidth(for: rows.map(\.item.result.variable.code), atLeast: 9, atMost: 14), 40,
        TextMeasure.columnWidth(for: areas, atLeast: 12, atMost: 24),
        TextMeasure.columnWidth(for: dimensions.compactMap { $0 }, atLeast: 14, atMost: 30), 10, 10, 10, 10, 10, 10,
        10, 10,
    ])
    page.heading(
        context.say("数据_题项　规整数据表", "Data_items: a tidy table"),
        context.say(
            "一张表，起于A4；均分按计分（反向题已反转）；[隐]=不显示，[界]=会透露只报界限的占比，[不适用]=按定义没有，[无]=算不出",
            "One table from A4; means of the points, reversal made; [c] hidden, [bound] would tell a share shown as a bound, [z] has none, [u] undefined"
        ), columns: headers.count)
    page.row = 5
    for (index, row) in rows.enumerated() {
        page.entries(cells(row.item, in: row.round, area: areas[index], dimension: dimensions[index], context))
    }
    page.sheet.table = ReportSheet.Table(
        name: context.say("数据_题项表", "Data_items_table"),
        range: CellRange(Cell(row: 4, column: 1), Cell(row: page.row - 1, column: headers.count)), headers: headers)
    page.sheet.frozen = "D5"
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

/// The first dimension that takes it.
private func home(of item: GradedItem, in round: AssessedRound, _ context: ReportContext) -> String? {
    item.result.dimension.map { name in
        round.plan.dimension(named: name).map { context.text($0.dimension.name) } ?? name
    }
}

private func cells(
    _ item: GradedItem, in round: AssessedRound, area: String, dimension: String?, _ context: ReportContext
) -> [SheetComposer.Entry] {
    let variable = item.result.variable
    let isReversed = variable.marks.isReversed
    var entries: [SheetComposer.Entry] = [
        .count(round.year), .text(variable.code, .centered), .text(context.text(variable.text), .wrapped),
        .text(area, .wrapped), dimension.map { .text($0, .wrapped) } ?? .absent(.notApplicable),
        .text(isReversed ? context.say("反向", "Reversed") : context.say("正向", "As it is"), .centered),
    ]
    if case .absent(let code) = item.shown.favourable {
        // How many did not answer is told by none of those who did.
        entries += Array(repeating: .absent(code), count: 6)
    } else {
        entries += [
            .count(item.n), .shown(item.mean, .points, 2),
            !item.shown.areExact
                ? .absent(item.mean.exact == nil ? item.mean.besides : .bounded)
                : .number(item.result.standardDeviation, .points),
            .share(item.shown.favourable, .fineShare),
        ]
        entries += [
            item.abstentions.isEmpty ? .absent(.notApplicable) : .share(item.abstained, .fineShare),
            .share(item.skipped, .fineShare),
        ]
    }
    return entries + [.text(round.plan.survey.year.map(String.init) ?? "—", .centered)]
}

extension GradedItem {
    /// The share of those who answered whose answer does not score.
    var abstained: ShownNumber {
        let answered = result.answers
        guard answered > 0 else { return .absent(.missing) }
        return .share(Double(result.unscored + result.notApplicable) / Double(answered), n: answered)
    }

    /// The share of those asked who did not answer.
    var skipped: ShownNumber {
        guard let share = result.missingShare else { return .absent(.missing) }
        return .share(share, n: result.answers + result.missing)
    }
}
