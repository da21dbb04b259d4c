import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 目录: every sheet that follows, with what it answers and for whom.
func contentsSheet(_ context: ReportContext, of sheets: [ReportSheet]) -> ReportSheet {
    var page = SheetComposer("目录", tab: .red, purpose: "", readers: "")
    page.widths([6, TextMeasure.columnWidth(for: sheets.map(\.name), atLeast: 18, atMost: 34), 62, 14])
    page.heading("目录", "单击工作表名可直接跳转", columns: 4)
    page.header(["序号", "工作表", "回答什么问题", "主要读者"], height: 24)
    for (index, sheet) in sheets.enumerated() {
        page.entries(
            [.count(index + 1), .link(to: sheet.name), .text(sheet.purpose), .text(sheet.readers, .centered)],
            height: 20)
    }
    return page.finished(context, .landscape)
}
