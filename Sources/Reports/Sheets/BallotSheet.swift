import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 民主测评汇总: votes by grade, for surveys whose grades carry points and let a voter abstain. Nil without such items.
func ballotSheet(_ context: ReportContext) -> ReportSheet? {
    let items = context.gradedItems().filter(\.isVote)
    guard items.contains(where: { $0.shown.favourable.drawn != nil }) else { return nil }
    var page = SheetComposer(
        context.name(of: .ballot), tab: .blue,
        purpose: context.say(
            "各测评项目的等次占比、得分与弃权", "Each line of the ballot: grades, score, abstentions"),
        readers: context.say("委员会", "Committee"))
    let blocks = ItemBlock.all(of: items, context)
    let columns = max(7, blocks.map { $0.grades.count + 6 }.max() ?? 0)
    page.widths(ItemBlock.widths(of: items, columns: columns, context).map { max($0, 11) })
    page.heading(
        context.say("民主测评汇总", "Ballot"),
        context.say(
            "占比以有效票为底；得分为各等次分数的平均；不了解、弃权不计分，占比以全部票为底",
            "Shares of the valid votes; score = mean of the grades' points; abstentions do not count, their share is of all votes"
        ),
        columns: columns)
    for (index, block) in blocks.enumerated() {
        if index > 0 { page.skip() }
        table(block.items, on: &page, context)
    }
    targets(items, on: &page, context, columns: columns)
    let breaks = items.count + context.units.count > 16 ? [page.row] : []
    page.skip()
    for block in blocks { block.chart(on: &page, context) }
    for note in notes(items, context) { page.note(note, columns: columns) }
    page.sheet.frozen = Cell(row: 5, column: 3)
    return page.finished(
        context, .landscape, pagesHigh: breaks.isEmpty ? 1 : 0, repeatedRows: 1...3, breaksAfterRows: breaks)
}

/// The best grade first, as ballot papers have it.
private func table(_ items: [GradedItem], on page: inout SheetComposer, _ context: ReportContext) {
    guard let first = items.first else { return }
    let grades = first.grades.reversed().map { grade in
        context.text(grade.text) + context.say(" \(grade.points)分", " (\(grade.points))")
    }
    let titles =
        [context.say("题号", "Item"), context.say("测评项目", "Line")] + grades + [
            context.say("优良率", "Upper grades"), context.say("有效票", "Valid votes"), context.say("得分", "Score"),
            first.abstentions.map { context.text($0) }.joined(separator: context.say("、", ", ")),
        ]
    let needed = titles.enumerated().map { page.height(of: $0.element, over: $0.offset + 1...$0.offset + 1) + 2 }
    page.header(titles, height: max(32, needed.max() ?? 0))
    for item in items {
        var entries: [SheetComposer.Entry] = [
            .text(item.result.variable.code, .centered), .text(context.label(of: item.result.variable), .wrapped),
        ]
        entries += item.shown.shares.reversed().map { .share($0) }
        entries.append(.share(item.shown.favourable))
        if case .absent(let code) = item.shown.favourable {
            entries += Array(repeating: .absent(code), count: 3)
        } else {
            entries += [
                .count(item.n), .shown(item.mean, CellStyle.score.with(\.isBold, true), 1), .share(item.abstained),
            ]
        }
        page.entries(entries, height: 20)
    }
}

/// Who was rated, where the survey asks for a unit: scores as 处室对比 may show them, never ranked.
private func targets(
    _ items: [GradedItem], on page: inout SheetComposer, _ context: ReportContext, columns: Int
) {
    let codes = Set(items.map(\.result.variable.code))
    let scores = context.scored.filter { score in
        guard case .scale(let scale)? = context.now.plan.dimension(named: score.name)?.own else { return false }
        return scale.codes.allSatisfy(codes.contains) && context.release.showsUnits(score.name, year: context.now.year)
    }
    guard let question = context.survey.variables.first(where: { $0.domain == .unit }), !context.units.isEmpty else {
        return
    }
    for score in scores {
        page.skip()
        let title = context.text(question.text) + context.say("（不排名）", " (not ranked)")
        row(
            title, .head,
            [
                context.say("有效票", "Valid votes"), context.text(score.dimension.name),
                context.say("区间下限", "Lower bound"), context.say("区间上限", "Upper bound"), context.say("等次", "Band"),
            ].map { .text($0, .head) }, height: 32, on: &page)
        let decimals = context.decimals(of: score.dimension)
        let style = decimals == 1 ? CellStyle.score : .points
        for (unit, shown) in zip(context.units, context.shownOfUnits(score.name)) {
            let own = unit.score(score.name)
            var entries: [SheetComposer.Entry] = []
            if case .absent(let code) = shown, code != .bounded {
                entries = Array(repeating: .absent(code), count: 5)
            } else {
                entries = [.count(own?.estimate.n ?? 0), .shown(shown, style.with(\.isBold, true), decimals)]
                entries +=
                    shown.exact == nil
                    ? Array(repeating: .absent(.bounded), count: 3)
                    : [
                        .number(own?.estimate.lower, style), .number(own?.estimate.upper, style),
                        own?.band.map { .text(context.text($0), CellStyle.centered.with(\.wraps, true)) }
                            ?? .absent(.notApplicable),
                    ]
            }
            let name = context.name(of: unit)
            row(
                name, .wrapped, entries, height: max(20, page.height(of: name, over: 1...2) + 2), on: &page)
        }
    }
}

private func row(
    _ name: String, _ style: CellStyle, _ rest: [SheetComposer.Entry], height: Double, on page: inout SheetComposer
) {
    let row = page.row
    page.merge(CellRange(Cell(row: row, column: 1), Cell(row: row, column: 2)), name, style)
    for (index, entry) in rest.enumerated() {
        page.put(entry.content, at: Cell(row: row, column: 3 + index), entry.style)
    }
    page.sheet.heights[row] = height
    page.skip()
}

private func notes(_ items: [GradedItem], _ context: ReportContext) -> [String] {
    [
        context.say(
            "只列占比和有效票，不列各等次票数：少数几票的票数会指向投票的人。不作排名。",
            "Shares and valid votes are listed, not the votes of each grade: a count of a few votes points to those who cast them. Nothing is ranked."
        )
    ] + ItemBlock.notes(items, context)
}
