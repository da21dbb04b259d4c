import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 封面: what this is, for whom, how many took part, and in what order to read it.
func coverSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer("封面", tab: .red, purpose: "", readers: "")
    page.widths(Array(repeating: 11, count: 8))
    let label = CellStyle(font: .hei, size: 12)
    let value = CellStyle(font: .fang, size: 12)
    page.put(.text("内部资料　注意保管"), at: "A1", label)
    page.put(.text("报告编号：\(context.identity.number)"), at: "A2", CellStyle(size: 11, color: .grey))
    let big = CellStyle(font: .xiaobiaosong, size: 24, color: .red, horizontal: .center)
    page.merge("A7:H7", "\(context.now.year)年度", big)
    page.merge("A8:H8", coverTitle(context), big.with(\.size, coverTitle(context).count > 14 ? 20 : 24))
    page.merge("A10:H10", "（委员会审阅版）", CellStyle(font: .kai, size: 16, horizontal: .center))
    for row in [7, 8] { page.sheet.heights[row] = 40 }
    page.sheet.heights[10] = 26
    for column in 1...8 { page.put(.blank, at: Cell(row: 12, column: column), .rule) }
    for (index, line) in facts(context).enumerated() {
        let row = 14 + index
        page.put(.text(line.label), at: Cell(row: row, column: 2), label)
        page.put(.text(line.value), at: Cell(row: row, column: 4), value)
        page.sheet.heights[row] = 24
    }
    page.put(.text("阅读顺序"), at: "B22", label)
    let hasGap = !context.now.whole.gaps.isEmpty
    let steps = [
        "一、先看“要点”：一页说明结论、变化和需要委员会决定的事项。",
        "二、再看“处室对比”\(hasGap ? "“能力差距”" : "“维度得分”")：确定改进重点。",
        "三、要核对数字，看“方法说明”“数据质量”和数据表。",
    ]
    for (index, step) in steps.enumerated() {
        page.put(.text(step), at: Cell(row: 23 + index, column: 2), value)
        page.sheet.heights[23 + index] = 22
    }
    page.put(
        .text("答卷不足\(context.release.k)份的处室不单独显示，已合并统计。本报告不含任何个人答卷。"), at: "B28",
        CellStyle(font: .kai, size: 11, color: .grey))
    return page.finished(context, .portrait)
}

private func coverTitle(_ context: ReportContext) -> String {
    let title = context.title
    let prefix = "\(context.now.year)年度"
    return title.hasPrefix(prefix) ? String(title.dropFirst(prefix.count)) : title
}

private func facts(_ context: ReportContext) -> [(label: String, value: String)] {
    let round = context.now
    var period = "\(round.year)年"
    if let days = context.survey.fieldwork {
        period = "\(chineseDay(days.lowerBound))至\(chineseDay(days.upperBound))"
    }
    var scope = "有效答卷\(round.whole.responses)份"
    if let headcount = round.whole.headcount, let rate = round.whole.responseRate {
        scope = "\(round.rosterUnitCount ?? 0)个处室，应答\(headcount)人，有效答卷\(round.whole.responses)份（回收率\(NumberText.percent(rate))）"
    }
    return [
        ("编制单位", context.identity.organisation), ("送审对象", context.identity.audience), ("自查周期", period),
        ("参加范围", scope),
        ("数据指纹", "sha256:\(round.intake.fingerprint.prefix(12))…（全文见“方法说明”）"),
        ("生成时间", chineseDay(context.identity.created)),
    ]
}

/// `2026年11月3日`
func chineseDay(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
