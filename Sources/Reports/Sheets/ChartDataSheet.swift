import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_图表: its blocks are painted by the charts themselves; here stand its heading and its widths.
func chartDataSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer(
        context.name(of: .chartData), tab: .line,
        purpose: context.say("图表所用数值", "The numbers behind the charts"), readers: context.say("复核", "Verification"))
    page.heading(
        context.say("数据_图表　图表所用数值", "\(context.name(of: .chartData)): the numbers behind the charts"),
        context.say("每块数据供一张图使用；均为数值，不含公式", "Each block serves one chart; numbers only, no formulas"), columns: 10)
    page.widths([28] + Array(repeating: 12, count: 15))
    return page.finished(context, .portrait, pagesHigh: 0, repeatedRows: 1...3)
}
