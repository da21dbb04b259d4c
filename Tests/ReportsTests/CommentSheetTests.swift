import Disclosure
import Reports
import Surveys
import Testing
import Workbooks

/// The sheet 开放意见, made of the themes that a release lets through.
@Suite struct CommentSheetTests {
    private static let style = LocalText("学风", translations: ["en": "Study style"])

    private func report(
        writers: Int = 60, as edition: ReportEdition = .committee, in language: ReaderLanguage = .chinese
    ) throws -> Report {
        let release = try sampleRelease(headcounts: [30, 25, 20, 24])
        let themes = [
            CommentTheme(name: "食堂", area: nil, summary: "", responses: Set(60..<64)),
            CommentTheme(name: "会议", area: nil, summary: "希望精简", responses: Set(0..<12)),
            CommentTheme(name: "时间", area: Self.style, summary: "难有整段的时间", responses: Set(10..<30)),
            CommentTheme(name: "系统", area: nil, summary: "", responses: Set(40..<49)),
        ]
        return try Report(
            of: release, as: edition, language: language, identity: sampleIdentity,
            comments: release.comments(themes, writers: writers, of: 2026))
    }

    private func sheet(_ report: Report) throws -> ReportSheet {
        try #require(report.sheets.first { ["开放意见", "Open answers"].contains($0.name) })
    }

    private func row(_ number: Int, of sheet: ReportSheet) -> [ReportSheet.Content] {
        sheet.cells.filter { $0.cell.row == number }.sorted { $0.cell.column < $1.cell.column }.map(\.content)
    }

    @Test(arguments: ReportEdition.allCases) func `It stands behind the action list in both editions`(
        _ edition: ReportEdition
    ) throws {
        let names = try report(as: edition).sheets.map(\.name)
        let index = try #require(names.firstIndex(of: "整改清单"))
        #expect(names[index + 1] == "开放意见")
        #expect(names[index + 2] == "数据质量")
    }

    @Test func `Without coded comments there is no such sheet and no rule of it`() throws {
        let report = try sampleReport(sampleRelease(headcounts: [30, 25, 20, 24]))
        #expect(!report.text.contains("开放意见　主题") && !report.sheets.contains { $0.name == "开放意见" })
        #expect(!report.text.contains("人工编码"))
        #expect(try self.report().text.contains("人工编码，一条意见至多三个主题"))
    }

    @Test func `Themes stand by their counts, the small ones together`() throws {
        let sheet = try sheet(report())
        #expect(row(5, of: sheet) == [.text("时间"), .number(20), .text("学风"), .text("难有整段的时间")])
        #expect(row(6, of: sheet) == [.text("会议"), .number(12), .text("其他"), .text("希望精简")])
        #expect(row(7, of: sheet) == [.text("其他主题"), .number(13), .text("[不适用]"), .text("[不适用]")])
        #expect(sheet.bars.map(\.range) == ["B5:B6"])
        #expect(sheet.bars.map(\.bar.range) == [0...20])
        #expect(sheet.print.orientation == .landscape)
        #expect(sheet.frozen == "B5")
    }

    @Test func `Names of themes that are not told stand nowhere`() throws {
        let report = try report()
        for text in [report.text, report.markdown, report.html] {
            #expect(text.contains("难有整段的时间"))
            #expect(!text.contains("食堂") && !text.contains("系统"))
        }
    }

    @Test func `Below twice k writers one line stands for all, without a number`() throws {
        let sheet = try sheet(report(writers: 19))
        #expect(row(5, of: sheet) == [.text("全部主题"), .text("[隐]"), .text("[不适用]"), .text("[不适用]")])
        #expect(row(6, of: sheet).isEmpty)
        #expect(sheet.bars.isEmpty)
        #expect(sheet.merges.contains { $0.text.contains("不足20份") })
    }

    @Test func `The English book has the survey's own translation of an area, and the coder's words`() throws {
        let sheet = try sheet(report(in: .english))
        #expect(sheet.name == "Open answers")
        #expect(row(5, of: sheet) == [.text("时间"), .number(20), .text("Study style"), .text("难有整段的时间")])
        #expect(row(6, of: sheet)[2] == .text("Other"))
        #expect(row(7, of: sheet)[0] == .text("Other themes"))
    }
}
