import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 数据_图表: its blocks are painted by the charts themselves; here stand its heading and its widths.
func chartDataSheet(_ context: ReportContext) -> ReportSheet {
    var page = SheetComposer(context.name(of: .chartData), tab: .line, purpose: "图表所用数值", readers: "复核")
    page.heading("数据_图表　图表所用数值", "每块数据供一张图使用；均为数值，不含公式", columns: 10)
    page.widths([30] + Array(repeating: 12, count: 15))
    return page.finished(context, .landscape, pagesHigh: 0, repeatedRows: 1...3)
}
