import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 整改清单: what the rules found, with room for what the meeting decides; and what became of last year's list.
func measureSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer(
        context.name(of: .measures), tab: .orange,
        purpose: context.say("会上填写：措施、单位、时限；明年读回完成情况", "Filled in at the meeting; read back next year"),
        readers: context.say("委员会", "Committee"))
    page.widths(widths)
    page.heading(
        context.say("整改清单（\(context.now.year)年）", "Action list (\(context.now.year))"),
        context.say(
            "问题和依据由规则列出，只写事实；浅黄色格由会议填写；工作表有保护，没有密码",
            "Problems and evidence are listed by rule, facts only; pale yellow cells are filled in at the meeting; protected without a password"
        ), columns: widths.count)
    page.header(MeasureColumn.allCases.map { context.say($0.title) }, height: 24)
    let seeds = MeasureSeed.all(context)
    let first = page.row
    // Two free rows for what the meeting adds, and never fewer than six in all.
    for index in 0..<max(leastRows, seeds.count + freeRows) {
        row(index + 1, seeds.indices.contains(index) ? seeds[index] : nil, on: &page)
    }
    let last = page.row - 1
    page.skip()
    addRules(rows: first...last, on: &page, context)
    signatures(on: &page, context)
    if let followUp = context.followUp { lastYear(followUp, seeds, on: &page, context) }
    for note in notes(context) { page.note(note, columns: widths.count) }
    page.sheet.isProtected = true
    page.sheet.frozen = "C5"
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...4)
}

private let widths: [Double] = [6, 22, 30, 30, 14, 14, 13, 11, 18]
private let leastRows = 6
private let freeRows = 2
private let rowHeight = 48.0

private func row(_ number: Int, _ seed: MeasureSeed?, on page: inout SheetComposer) {
    let day = CellStyle.input.with(\.numberFormat, "yyyy-mm-dd").with(\.horizontal, .center)
    var entries: [SheetComposer.Entry] = [.count(number)]
    if let seed {
        // The evidence is what the rule found; the meeting may word the problem otherwise.
        entries += [.text(seed.problem, .input), .text(seed.evidence, .wrapped)]
    } else {
        entries += Array(repeating: .init(content: .blank, style: .input), count: 2)
    }
    entries += Array(repeating: .init(content: .blank, style: .input), count: 3)
    entries += [
        .init(content: .blank, style: day), .init(content: .blank, style: .input),
        .init(content: .blank, style: .input),
    ]
    page.entries(entries, height: rowHeight)
}

/// What may be typed: a status of the list, a day that the plan can reach.
private func addRules(rows: ClosedRange<Int>, on page: inout SheetComposer, _ context: ReportContext) {
    page.put(.text(context.say(MeasureColumn.status.title)), at: Cell(row: page.row, column: 2), .head)
    let statuses = MeasureStatus.allCases
    for (index, status) in statuses.enumerated() {
        page.put(.text(context.say(status.wording)), at: Cell(row: page.row, column: 3 + index), .centered)
    }
    page.sheet.heights[page.row] = 20
    let choices = CellRange(
        Cell(row: page.row, column: 3), Cell(row: page.row, column: 2 + statuses.count))
    page.row += 2
    func column(_ kind: MeasureColumn) -> CellRange {
        let place = (MeasureColumn.allCases.firstIndex(of: kind) ?? 0) + 1
        return CellRange(
            Cell(row: rows.lowerBound, column: place), Cell(row: rows.upperBound, column: place))
    }
    page.sheet.inputs.append(
        ReportSheet.PlacedInput(
            rule: .list(SheetRange(sheet: page.sheet.name, range: choices)), range: column(.status),
            message: InputMessage(
                title: context.say("状态", "Status"),
                text: context.say(
                    "请从下拉中选一项：未开始、进行中、已完成、延期。", "Choose one: Not started, In progress, Done, Delayed."))))
    let year = context.now.year
    guard let first = try? WorkbookDay(year: year, month: 12, day: 1),
        let last = try? WorkbookDay(year: year + 2, month: 12, day: 31)
    else { return }
    page.sheet.inputs.append(
        ReportSheet.PlacedInput(
            rule: .days(first...last), range: column(.due),
            message: InputMessage(
                title: context.say("完成时限", "Due"),
                text: context.say(
                    "请填 \(first.text) 至 \(last.text) 之间的日期，如 \(year + 1)-06-30。",
                    "A day from \(first.text) to \(last.text), such as \(year + 1)-06-30."))))
}

private func signatures(on page: inout SheetComposer, _ context: ReportContext) {
    let label = CellStyle.head
    let lines = [
        (context.say(MeasureColumn.decision), 60.0), (context.say("签字", "Signed"), 28.0),
        (context.say("日期", "Date"), 24.0),
    ]
    for (text, height) in lines {
        page.merge(CellRange(Cell(row: page.row, column: 1), Cell(row: page.row, column: 2)), text, label)
        page.merge(CellRange(Cell(row: page.row, column: 3), Cell(row: page.row, column: 9)), "", .input)
        page.sheet.heights[page.row] = height
        page.row += 1
    }
    page.skip()
}

// MARK: Last year's list

private func lastYear(
    _ followUp: FollowUp, _ seeds: [MeasureSeed], on page: inout SheetComposer, _ context: ReportContext
) {
    let word = followUp.year.map { context.say("\($0)年", "\($0)") } ?? context.say("上年", "the year before")
    page.put(
        .text(context.say("\(word)整改事项及完成情况", "Measures of \(word) and what became of them")),
        at: Cell(row: page.row, column: 1), CellStyle(font: .hei, size: 12, isBold: true, color: .red))
    page.sheet.heights[page.row] = 22
    page.row += 1
    let columns: [MeasureColumn] = [.number, .problem, .evidence, .measure, .lead, .person, .due, .status]
    page.header(
        columns.map { context.say($0.title) } + [context.say("\(context.now.year)年情况", "In \(context.now.year)")],
        height: 24)
    if followUp.measures.isEmpty {
        page.entries([.text("—", .centered), .text(context.say("清单是空的", "the list is empty"), .wrapped)])
    }
    for (index, measure) in followUp.measures.enumerated() {
        func entry(_ text: String) -> SheetComposer.Entry {
            text.isEmpty ? .absent(.missing) : .text(text, .wrapped)
        }
        // The status is a word of the list or it is none; a remark typed there still stands in the file it came from.
        let status = MeasureStatus(typed: measure.status).map { context.say($0.wording) }
        page.entries([
            .count(index + 1), entry(measure.problem), entry(measure.evidence), entry(measured(measure, context)),
            entry(measure.lead), entry(measure.person), entry(measure.due),
            status.map { .text($0, .centered) } ?? .absent(.missing),
            .text(thisYear(measure, seeds, context), .wrapped),
        ])
    }
    page.skip()
}

/// The measure with what was remarked on it, so that nothing typed is lost.
private func measured(_ measure: FollowUp.Measure, _ context: ReportContext) -> String {
    guard !measure.note.isEmpty else { return measure.measure }
    return measure.measure + context.say("（备注：\(measure.note)）", " (remark: \(measure.note))")
}

/// Whether the rules find the same thing again.
private func thisYear(_ measure: FollowUp.Measure, _ seeds: [MeasureSeed], _ context: ReportContext) -> String {
    func speaks(of names: [String]) -> Bool {
        names.contains { $0.count > 1 && measure.problem.contains($0.shortened(to: 60)) }
    }
    if seeds.contains(where: { speaks(of: $0.names) }) { return context.say("▼ 仍在清单", "▼ listed again") }
    let known =
        context.scored.map(\.dimension.name.wordings)
        + context.competences.map { $0.text.wordings.map(\.withoutRemark) }
        + context.units.map { [context.name(of: $0)] }
    return known.contains(where: speaks)
        ? context.say("— 不再列入", "— not listed again") : context.say("— 规则不涉及", "— not covered by a rule")
}

private func notes(_ context: ReportContext) -> [String] {
    let compares = context.previous != nil
    var notes = [
        context.say(
            "列入的规则：\(compares ? "较\(context.previousWord)明显变差的维度；" : "")低于60分的维度；差距达到量表宽度五分之一（五级为0.8）且要求不低于各项均值的能力；回收率低于75%的处室；没有检验、因此不判的变差和同样大的差距。不写原因，不涉及个人。",
            "Listed by rule: \(compares ? "dimensions clearly worse than \(context.previousWord); " : "")dimensions below 60 points; competences whose gap is a fifth of the scale or more (0.8 of five levels) and which are required at least as much as the mean; units with a response rate below 75%; changes for the worse and gaps as wide that have no test and are not judged. No causes, no persons."
        ),
        context.say(
            "会后请保存本文件；明年生成报告时用 --followup 读回问题、措施、时限和状态。",
            "Keep this file: next year's report reads problems, measures, days and status back with --followup."),
    ]
    if let followUp = context.followUp {
        let odd = followUp.measures.count { !$0.status.isEmpty && MeasureStatus(typed: $0.status) == nil }
        if odd > 0 {
            notes.append(
                context.say(
                    "上年清单有\(odd)项的状态不是下拉中的四项之一，显示为[缺]，见上年文件。",
                    "The status of \(odd) of last year's measures is none of the four; it is shown as missing and stands in last year's file."
                ))
        }
    }
    return notes
}
