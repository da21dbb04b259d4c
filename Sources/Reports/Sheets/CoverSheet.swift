import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 封面: what this is, for whom, how many took part, and in what order to read it.
///
/// - Parameter results: the names of the sheets with results.
func coverSheet(_ context: ReportContext, leadingTo results: [String]) -> ReportSheet {
    var page = SheetComposer("封面", tab: .red, purpose: "", readers: "")
    page.widths(Array(repeating: 11, count: 8))
    let label = CellStyle(font: .hei, size: 12)
    let value = CellStyle(font: .fang, size: 12)
    page.put(.text("内部资料　注意保管"), at: "A1", label)
    page.put(.text("报告编号：\(context.identity.number.shortened(to: 80))"), at: "A2", CellStyle(size: 11, color: .grey))
    title(on: &page, context)
    for column in 1...8 { page.put(.blank, at: Cell(row: 12, column: column), .rule) }
    for (index, line) in facts(context).enumerated() {
        let row = 14 + index
        page.put(.text(line.label), at: Cell(row: row, column: 2), label)
        paragraph(line.value, at: row, from: 4, value, on: &page)
    }
    page.put(.text("阅读顺序"), at: "B22", label)
    for (index, step) in steps(results).enumerated() { paragraph(step, at: 23 + index, from: 2, value, on: &page) }
    paragraph(secrecy(context), at: 28, from: 2, CellStyle(font: .kai, size: 11, color: .grey), on: &page)
    return page.finished(context, .portrait)
}

private func title(on page: inout SheetComposer, _ context: ReportContext) {
    let big = CellStyle(font: .xiaobiaosong, size: 24, color: .red, horizontal: .center, wraps: true)
    let size = TextMeasure.width(of: context.subject) > 34 ? 18.0 : 24
    page.merge("A7:H7", "\(context.now.year)年度", big)
    page.merge("A8:H8", context.subject, big.with(\.size, size))
    page.merge("A10:H10", "（委员会审阅版）", CellStyle(font: .kai, size: 16, horizontal: .center))
    page.sheet.heights[7] = 40
    page.sheet.heights[8] = max(40, page.height(of: context.subject, over: 1...8, size: size) + 4)
    page.sheet.heights[10] = 26
}

/// A text that goes on to the last column, over as many lines as it needs.
private func paragraph(
    _ text: String, at row: Int, from column: Int, _ style: CellStyle, on page: inout SheetComposer
) {
    page.merge(CellRange(Cell(row: row, column: column), Cell(row: row, column: 8)), text, style.with(\.wraps, true))
    page.sheet.heights[row] = max(24, page.height(of: text, over: column...8, size: style.size) + 4)
}

/// Only sheets that are there.
private func steps(_ results: [String]) -> [String] {
    let next = ["处室对比", "能力差距"].filter(results.contains)
    let second = (next.isEmpty ? ["维度得分"].filter(results.contains) : next).map { "“\($0)”" }.joined()
    return ["一、先看“要点”：一页说明结论、变化和需要委员会决定的事项。"]
        + (second.isEmpty ? [] : ["二、再看\(second)：确定改进重点。"])
        + ["\(second.isEmpty ? "二" : "三")、要核对数字，看“方法说明”“数据质量”和数据表。"]
}

private func secrecy(_ context: ReportContext) -> String {
    let k = context.release.k
    let rule =
        context.units.isEmpty
        ? "不足\(k)人的结果不显示。" : context.release.merged.isEmpty ? "各处室答卷都不少于\(k)份。" : "答卷不足\(k)份的处室不单独显示，已合并统计。"
    return rule + "本报告不含任何个人答卷。"
}

private func facts(_ context: ReportContext) -> [(label: String, value: String)] {
    let round = context.now
    var period = "\(round.year)年"
    if let days = context.survey.fieldwork {
        period = "\(chineseDay(days.lowerBound))至\(chineseDay(days.upperBound))"
    }
    var scope = "有效答卷\(round.whole.responses)份"
    if let headcount = round.whole.headcount, let rate = round.whole.responseRate {
        scope =
            "\(round.rosterUnitCount.map { "\($0)个处室，" } ?? "")应参加\(headcount)人，有效答卷\(round.whole.responses)份（回收率\(NumberText.percent(rate))）"
    }
    if let condition = round.intake.condition { scope += "；只含符合“\(condition)”的答卷" }
    return [
        ("编制单位", context.identity.organisation), ("送审对象", context.identity.audience), ("自查周期", period),
        ("参加范围", scope),
        ("数据指纹", "sha256:\(round.intake.fingerprint.prefix(12))…（全文见“方法说明”）"),
        ("生成时间", chineseDay(context.identity.created)),
    ]
}

/// `2026年11月3日`
func chineseDay(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
