import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 自查评分: a checklist of points that add up, line by line, as the mean of those who filled one in. Nil without one.
///
/// A second sum of as many lines with the same points, such as 核查得分, stands beside the first with the difference.
/// What was written as a reason is text, and no text reaches a report.
func selfCheckSheet(_ context: ReportContext) -> ReportSheet? {
    let lists = Checklist.all(context)
    guard let own = lists.first, own.total.shown.drawn != nil else { return nil }
    let other = lists.dropFirst().first { $0.lines.map(\.frame) == own.lines.map(\.frame) }
    var page = SheetComposer(
        context.name(of: .selfCheck), tab: .blue,
        purpose: context.say("自查评分表各项的满分、均分和得分率", "The checklist line by line: points, mean, share of points"),
        readers: context.say("委员会", "Committee"))
    let titles =
        [
            context.say("领域", "Area"), context.say("题号", "Line"), context.say("项目", "Wording"),
            context.say("满分", "Points"), context.say("填报份数", "n"), own.name, context.say("得分率", "Share of points"),
        ] + (other.map { [$0.name, context.say("差额", "Difference")] } ?? [])
    page.widths(
        [TextMeasure.columnWidth(for: own.lines.map(\.area) + [titles[0]], atLeast: 12, atMost: 24), 9, 40]
            + Array(repeating: 10, count: titles.count - 3))
    page.heading(
        context.say("自查评分　各项均分", "Self-check: means of the lines"),
        context.say(
            "每份评分表一份记录；均分为全部评分表的平均，得分率=均分÷满分\(other.map { "；差额=\($0.name)−\(own.name)" } ?? "")",
            "One record a sheet; means over all sheets, share = mean ÷ points\(other.map { "; difference = \($0.name) − \(own.name)" } ?? "")"
        ), columns: titles.count)
    let head = page.header(titles, height: 32)
    for (index, line) in own.lines.enumerated() {
        page.entries(cells(line, beside: other?.lines[index], row: page.row, style: .points), height: 20)
    }
    let last = page.row - 1
    page.entries(cells(own.total, beside: other?.total, row: page.row, style: boldPoints), height: 22)
    page.sheet.bars.append(
        ReportSheet.PlacedBar(
            bar: DataBar(0...1, color: .bluePale),
            range: CellRange(Cell(row: head + 1, column: 7), Cell(row: last, column: 7))))
    page.skip()
    page.note(
        context.say(
            "各单位的评分表不单独列出；扣分原因等文字不进入报告。[隐]=不足\(context.release.k)份，不显示；≥≤=接近满分或0分，只报界限；[界]=由合计能推出这样的数，不显示。",
            "No unit's sheet is shown by itself, and no written reason enters the report. [c] = fewer than \(context.release.k) sheets; ≥ ≤ = near full points or none, a bound; [bound] = would be told by the total."
        ), columns: titles.count)
    page.sheet.frozen = Cell(row: head + 1, column: 4)
    return page.finished(
        context, .landscape, pagesHigh: own.lines.count <= 24 ? 1 : 0, repeatedRows: 1...4)
}

private let boldPoints = CellStyle.points.with(\.isBold, true)

private func cells(
    _ line: Checklist.Line, beside other: Checklist.Line?, row: Int, style: CellStyle
) -> [SheetComposer.Entry] {
    let text = CellStyle.wrapped.with(\.isBold, style.isBold)
    var entries: [SheetComposer.Entry] = [
        .text(line.area, text), .text(line.code, CellStyle.centered.with(\.isBold, style.isBold)),
        .text(line.text, text), .number(line.frame.upperBound, .count),
        line.isHidden ? .absent(.hidden) : .count(line.n), .shown(line.shown, style, 2),
    ]
    let isShare = line.frame.lowerBound == 0 && line.frame.upperBound > 0
    if let mean = line.shown.exact, isShare {
        entries.append(.number(mean / line.frame.upperBound, CellStyle.share.with(\.isBold, style.isBold)))
    } else {
        entries.append(.absent(isShare ? line.shown.besides : .notApplicable))
    }
    guard let other else { return entries }
    entries.append(.shown(other.shown, style, 2))
    guard let mean = line.shown.exact, let second = other.shown.exact else {
        return entries + [.absent((line.shown.exact == nil ? line.shown : other.shown).besides)]
    }
    return entries + [.formula("=H\(row)-F\(row)", second - mean, .change(2))]
}

/// A dimension whose items are numbers of points that are added.
struct Checklist {
    struct Line {
        var area: String
        var code: String
        var text: String
        var frame: ClosedRange<Double>
        var n: Int
        var shown: ShownNumber
        var isHidden = false
    }

    var name: String
    var lines: [Line]
    var total: Line

    static func all(_ context: ReportContext) -> [Checklist] {
        let items = Dictionary(context.now.whole.items.map { ($0.variable.name, $0) }) { first, _ in first }
        return context.scored.compactMap { score in
            guard score.dimension.method == .sum, !score.dimension.isComposite,
                case .scale(let scale)? = context.now.plan.dimension(named: score.name)?.own
            else { return nil }
            let lines = scale.codes.compactMap { items[$0] }.filter { !$0.isRated }
            guard lines.count == scale.codes.count, !lines.isEmpty else { return nil }
            return Checklist(score, lines, context)
        }
    }

    private init(_ score: DimensionScore, _ items: [ItemResult], _ context: ReportContext) {
        name = context.text(score.dimension.name)
        lines = items.map { item in
            let bounds = item.variable.scoring?.bounds ?? 0...1
            let told = context.release.answers(to: item.variable.name, in: context.now.year)
            let shown = told.map { ShownNumber($0.mean) } ?? .absent(.missing)
            return Line(
                area: context.area(of: item.variable), code: item.variable.code,
                text: context.label(of: item.variable), frame: Double(bounds.lowerBound)...Double(bounds.upperBound),
                n: item.mean.n, shown: shown, isHidden: shown == .absent(.hidden))
        }
        let frame = context.frame(of: score.dimension)
        total = Line(
            area: context.say("合计", "Total"), code: "—", text: name, frame: frame, n: score.estimate.n,
            shown: context.shown(score), isHidden: score.isWithheld)
    }
}
