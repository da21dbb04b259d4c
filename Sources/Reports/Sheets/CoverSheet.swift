import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 封面: what this is, for whom, how many took part, and in what order to read it.
///
/// - Parameter results: the names of the sheets with results.
func coverSheet(_ context: ReportContext, leadingTo results: [String]) -> ReportSheet {
    var page = SheetComposer(context.name(of: .cover), tab: .red, purpose: "", readers: "")
    page.widths(Array(repeating: 11, count: 8))
    let label = CellStyle(font: .hei, size: 12)
    let value = CellStyle(font: .fang, size: 12)
    page.put(.text(context.say("内部资料　注意保管", "Internal – keep safe")), at: "A1", label)
    let number = context.identity.number.shortened(to: 80)
    page.put(
        .text(context.say("报告编号：\(number)", "Report number: \(number)")), at: "A2", CellStyle(size: 11, color: .grey))
    title(on: &page, context)
    for column in 1...8 { page.put(.blank, at: Cell(row: 12, column: column), .rule) }
    for (index, line) in facts(context).enumerated() {
        let row = 14 + index
        page.put(.text(line.label), at: Cell(row: row, column: 2), label)
        paragraph(line.value, at: row, from: 4, value, on: &page)
    }
    page.put(.text(context.say("阅读顺序", "How to read it")), at: "B22", label)
    for (index, step) in steps(results, context).enumerated() {
        paragraph(step, at: 23 + index, from: 2, value, on: &page)
    }
    paragraph(secrecy(context), at: 28, from: 2, CellStyle(font: .kai, size: 11, color: .grey), on: &page)
    return page.finished(context, .portrait)
}

private func title(on page: inout SheetComposer, _ context: ReportContext) {
    let big = CellStyle(font: .xiaobiaosong, size: 24, color: .red, horizontal: .center, wraps: true)
    let size = TextMeasure.width(of: context.subject) > 34 ? 18.0 : 24
    page.merge("A7:H7", context.say("\(context.now.year)年度", "\(context.now.year)"), big)
    page.merge("A8:H8", context.subject, big.with(\.size, size))
    let edition =
        switch context.edition {
        case .committee: context.say("（委员会审阅版）", "(Committee edition)")
        case .office: context.say("（机关完整版）", "(Office edition)")
        }
    page.merge("A10:H10", edition, CellStyle(font: .kai, size: 16, horizontal: .center))
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
private func steps(_ results: [String], _ context: ReportContext) -> [String] {
    func present(_ kinds: [SheetKind]) -> [SheetKind] { kinds.filter { results.contains(context.name(of: $0)) } }
    let next = present([.units, .gaps])
    let second = (next.isEmpty ? present([.dimensions]) : next).map(context.quoted)
        .joined(separator: context.say("", " and "))
    return [
        context.say(
            "一、先看“要点”：一页说明结论\(context.previous == nil ? "" : "、变化")和需要委员会决定的事项。",
            "1. Begin with \(context.quoted(.keyPoints)): conclusions\(context.previous == nil ? "" : ", changes") and what the committee has to decide, on one page."
        )
    ]
        + (second.isEmpty
            ? [] : [context.say("二、再看\(second)：确定改进重点。", "2. Go on to \(second): choose where to improve.")])
        + [
            context.say(
                "\(second.isEmpty ? "二" : "三")、要核对数字，看“方法说明”“数据质量”和数据表。",
                "\(second.isEmpty ? "2" : "3"). To check the numbers, see \(context.quoted(.method)), \(context.quoted(.quality)) and the data sheets."
            )
        ]
}

private func secrecy(_ context: ReportContext) -> String {
    let k = context.release.k
    let rule =
        context.units.isEmpty
        ? context.say("不足\(k)人的结果不显示。", "Results of fewer than \(k) people are not shown. ")
        : context.release.merged.isEmpty
            ? context.say("各处室答卷都不少于\(k)份。", "Every unit has at least \(k) responses. ")
            : context.say(
                "答卷不足\(k)份的处室不单独显示，已合并统计。",
                "Units with fewer than \(k) responses are not shown alone; they are merged. ")
    return rule + context.say("本报告不含任何个人答卷。", "This report holds nobody's own answers.")
}

private func facts(_ context: ReportContext) -> [(label: String, value: String)] {
    let round = context.now
    var period = context.say("\(round.year)年", "\(round.year)")
    if let days = context.survey.fieldwork {
        period =
            context.day(days.lowerBound) + context.say("至", " to ") + context.day(days.upperBound)
    }
    let count = round.whole.responses
    var scope = context.say("有效答卷\(count)份", "\(count) valid responses")
    if let headcount = round.whole.headcount, let rate = round.whole.responseRate {
        scope =
            (round.rosterUnitCount.map { context.say("\($0)个处室，", "\($0) \($0 == 1 ? "unit" : "units"), ") } ?? "")
            + context.say(
                "应参加\(headcount)人，有效答卷\(count)份（回收率\(NumberText.percent(rate))）",
                "\(headcount) people eligible, \(count) valid responses (response rate \(NumberText.percent(rate)))")
    }
    if let condition = round.intake.condition {
        scope += context.say("；只含符合“\(condition)”的答卷", "; only responses where “\(condition)”")
    }
    return [
        (context.say("编制单位", "Organisation"), context.identity.organisation),
        (context.say("送审对象", "Submitted to"), context.identity.audience),
        (context.say("自查周期", "Period"), period),
        (context.say("参加范围", "Participation"), scope),
        (
            context.say("数据指纹", "Data fingerprint"),
            "sha256:\(round.intake.fingerprint.prefix(12))…"
                + context.say("（全文见“方法说明”）", " (in full on \(context.quoted(.method)))")
        ),
        (context.say("生成时间", "Made on"), context.day(context.identity.created)),
    ]
}

extension ReportContext {
    /// `2026年11月3日` or `3 November 2026`
    func day(_ day: Day) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return say(chineseDay(day), "\(day.day) \(months[day.month - 1]) \(day.year)")
    }
}

/// `2026年11月3日`
func chineseDay(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }
