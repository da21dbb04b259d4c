import Surveys
import Workbooks

extension Report {
    /// The sheets as they are read outside a workbook: without the numbers that only the workbook's charts are drawn
    /// from, and without their line in the contents. A page has them below each chart; a text has its tables.
    var sheetsToRead: [ReportSheet] {
        let hidden = SheetKind.chartData.name.text(in: language)
        let contents = SheetKind.contents.name.text(in: language)
        return sheets.filter { $0.name != hidden }.map { sheet in
            guard sheet.name == contents else { return sheet }
            var sheet = sheet
            let rows = Set(sheet.cells.filter { $0.content == .link(to: hidden) }.map(\.cell.row))
            sheet.cells.removeAll { rows.contains($0.cell.row) }
            return sheet
        }
    }
}
