import Disclosure
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

/// An English sheet has straight quotes.
func straight(_ text: String) -> String { text.replacing("“", with: "\"").replacing("”", with: "\"") }

@Suite("A book as its reader sees it")
struct LookTests {
    private func report(
        _ language: ReaderLanguage = .chinese, headcounts: [Int] = [30, 25, 20, 24], trend: Double = 0.3
    ) throws -> Report {
        try Report(
            of: sampleRelease(headcounts: headcounts, trend: trend), as: .office, language: language,
            identity: sampleIdentity)
    }

    @Test("says in the title of every chart of whom it is, for their numbers share a sheet", arguments: ReaderLanguage.allCases)
    func titles(language: ReaderLanguage) throws {
        let titles = try report(language).sheets.flatMap(\.charts).map(\.figure.onPage.title)
        #expect(titles.count > 8)
        #expect(Set(titles).count == titles.count)
        for unit in ["办公室", "法规处", "财务处", "督查室"] { #expect(titles.contains { $0.contains(unit) }) }
    }

    @Test("names no column by its letter beside a chart: a web page has none", arguments: ReaderLanguage.allCases)
    func places(language: ReaderLanguage) throws {
        let sheets = try report(language).sheets
        let names = Set(sheets.map(\.name)).subtracting([SheetKind.chartData.name.text(in: language)])
        for sheet in sheets {
            for chart in sheet.charts {
                #expect(chart.altText.firstMatch(of: #/[A-Z]、[A-Z]列|columns [A-Z] /#) == nil)
                #expect(!chart.altText.contains(SheetKind.chartData.name.text(in: language)))
            }
            #expect(names.contains(sheet.name) || sheet.charts.isEmpty)
        }
    }

    @Test("has no curly quotes in English, which Chinese fonts draw as wide as a letter")
    func quotes() throws {
        let english = try report(.english, trend: -1.5)
        #expect(english.text.contains("\""))
        for line in english.text.split(separator: "\n") { #expect(!line.contains { "“”".contains($0) }, "\(line)") }
        for chart in english.sheets.flatMap(\.charts) { #expect(!chart.altText.contains { "“”".contains($0) }) }
    }

    @Test("has room in the contents for the longest name of a sheet on one line")
    func contents() throws {
        // Two too small to stand alone are merged, and their names joined.
        let report = try report(headcounts: [30, 25, 6, 6])
        let contents = try #require(report.sheet("目录"))
        let longest = try #require(report.sheets.map { TextMeasure.width(of: $0.name) }.max())
        #expect(longest > 18)
        #expect(try #require(contents.widths[2]) * 11 / 10.5 >= Double(longest))
    }

    @Test("writes a fall in words, as an office does, and not with a sign")
    func falls() throws {
        let context = try #require(
            ReportContext(
                release: sampleRelease(trend: -1.5), edition: .committee, language: .chinese, identity: sampleIdentity))
        let falls = MeasureSeed.all(context).filter { $0.rule == .fall }
        #expect(!falls.isEmpty)
        for fall in falls { #expect(fall.evidence.firstMatch(of: #/^较上年下降[0-9]+\.[0-9]分，/#) != nil) }
    }

    @Test("says on the method sheet what [界] is", arguments: ReaderLanguage.allCases)
    func bounds(language: ReaderLanguage) throws {
        let name = SheetKind.method.name.text(in: language)
        let code = SheetComposer.Absence.bounded.wording.text(in: language)
        #expect(try #require(report(language).sheet(name)).text.contains(code))
    }

    @Test("of two dozen units keeps blocks whole, each under its head, and lists every unit")
    func manyUnits() throws {
        let report = try report(headcounts: Array(repeating: 25, count: 24))
        let sheet = try #require(report.sheet("处室对比"))
        let units = ["办公室", "法规处", "财务处", "督查室"] + (5...24).map { "第\($0)处" }
        // A break stands above a head, never between the rows of a block.
        let heads = sheet.cells.filter { $0.content == .text("处室") && $0.cell.column == 1 }.map(\.cell.row)
        #expect(sheet.print.breaksAfterRows.allSatisfy { heads.contains($0 + 1) })
        #expect(heads.count == sheet.print.breaksAfterRows.count + 1)
        for head in heads {
            let names = (1...24).compactMap { row in
                sheet.cells.first { $0.cell == Cell(row: head + row, column: 1) }?.content.words
            }
            #expect(names == units)
        }
        #expect(report.sheets.count { $0.name.hasPrefix("处室_") } == 24)
        let contents = try #require(report.sheet("目录"))
        #expect(contents.print.pagesHigh == 0)
        #expect(contents.print.repeatedRows == 1...4)
    }
}
