import Disclosure
import Scoring
import Statistics
import Surveys
import Workbooks

/// 目录: every sheet that follows, with what it answers and for whom.
func contentsSheet(_ context: ReportContext, of sheets: [ReportSheet]) -> ReportSheet {
    var page = SheetComposer(context.name(of: .contents), tab: .red, purpose: "", readers: "")
    // As wide as the longest name: LibreOffice does not wrap a link.
    page.widths([6, TextMeasure.columnWidth(for: sheets.map(\.name), atLeast: 18, atMost: 62), 62, 14])
    page.heading(
        context.name(of: .contents), context.say("单击工作表名可直接跳转", "Click the name of a sheet to go there"), columns: 4)
    page.header(
        [
            context.say("序号", "No."), context.say("工作表", "Sheet"), context.say("回答什么问题", "What it answers"),
            context.say("主要读者", "Main readers"),
        ], height: 24)
    for (index, sheet) in sheets.enumerated() {
        page.entries(
            [
                .count(index + 1), .link(to: sheet.name), .text(sheet.purpose, .wrapped),
                .text(sheet.readers, .centered),
            ],
            height: 20)
    }
    // Of more units than fit a page the print would be too small to read.
    return page.finished(
        context, .landscape, pagesHigh: sheets.count > mostOnOnePage ? 0 : 1, repeatedRows: 1...4)
}

private let mostOnOnePage = 36
