import Foundation
import Surveys
import Testing

@testable import Reports
@testable import Workbooks

@Suite("The page and the Markdown of a report")
struct PageTests {
    /// The page without its document type, which XML has no use for.
    private func root(of html: String) -> String {
        html.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    }

    private func matches(of pattern: String, in text: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        let found = expression.matches(in: text, range: NSRange(text.startIndex..., in: text))
        return found.compactMap { Range($0.range(at: 1), in: text).map { String(text[$0]) } }
    }

    /// One chart of each kind.
    private let figures: [ReportSheet.Figure] = [
        .forest(
            ForestChart(
                title: "维度得分", rows: [.init(label: "学风", value: 80, interval: 70...90, previous: 75)],
                axis: ChartAxis(0...100, step: 20))),
        .dumbbell(
            DumbbellChart(
                title: "能力差距", rows: [.init(label: "公文写作", current: 3.1, required: 4.2)],
                axis: ChartAxis(1...5, step: 1))),
        .quadrant(
            QuadrantChart(
                title: "优先顺序", points: [.init(label: "甲", x: 3, y: 4), .init(label: "乙", x: 3, y: 4)],
                horizontal: ChartAxis(1...5, step: 1, title: "现状"), vertical: ChartAxis(1...5, step: 1, title: "要求"),
                horizontalMean: 3, verticalMean: 4)),
        .trend(
            TrendChart(
                title: "历年", periods: ["2025", "2026"],
                lines: [.init(name: "学风", points: [.init(nil), .init(70, interval: 60...80)])],
                axis: ChartAxis(0...100, step: 20))),
        .bars(
            BarChart(
                title: "本处室", categories: ["学风"], series: [.init(name: "全局", values: [55.5], showsNumbers: true)],
                axis: ChartAxis(0...100, step: 20))),
        .diverging(
            DivergingChart(
                title: "分布", answers: ["否", "中", "是"], rows: [.init(label: "题一", shares: [0.2, 0.3, 0.5])])),
    ]

    @Test("is well-formed, and every link leads somewhere")
    func links() throws {
        let html = try sampleReport(sampleRelease()).html
        #expect(XMLScanner.isWellFormed(Array(root(of: html).utf8)))
        let ids = try matches(of: " id=\"([^\"]+)\"", in: html)
        #expect(Set(ids).count == ids.count)
        let links = try matches(of: "href=\"([^\"]+)\"", in: html)
        #expect(!links.isEmpty)
        #expect(links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
    }

    @Test("needs nothing from elsewhere and runs nothing")
    func selfContained() throws {
        let html = try sampleReport(sampleRelease()).html
        for forbidden in ["http://", "https://", "<script", "<link", "url(", "@import", " src=", " onclick="] {
            #expect(!html.contains(forbidden), "\(forbidden)")
        }
        #expect(html.contains("<html lang=\"zh-CN\">"))
    }

    @Test("shows hostile names as text")
    func hostileNames() throws {
        let attack = "<script>alert(1)</script>"
        var report = try sampleReport(sampleRelease())
        report.title = attack
        report.sheets[2].name = attack + "\" onclick='x'"
        report.sheets[2].cells[0].content = .text(attack + "\u{1}|*a*\n# b")
        report.sheets[2].comments = [.init(text: attack, cell: report.sheets[2].cells[0].cell)]
        report.sheets[2].charts = figures.map {
            .init(figure: $0, cell: Cell(row: 1, column: 1), width: 1, height: 1, altText: attack)
        }
        #expect(XMLScanner.isWellFormed(Array(root(of: report.html).utf8)))
        #expect(!report.html.contains("<script"))
        #expect(report.html.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
        #expect(!report.html.contains("\" onclick"))
        #expect(!report.markdown.contains("<script"))
        #expect(report.markdown.contains("\\|\\*a\\*"))
    }

    @Test("draws every kind of chart, with its words and its numbers")
    func charts() throws {
        for figure in figures {
            let placed = ReportSheet.PlacedFigure(
                figure: figure, cell: Cell(row: 1, column: 1), width: 600, height: 300, altText: "一句结论")
            let html = placed.html(id: "f", PageWords(language: .chinese))
            #expect(XMLScanner.isWellFormed(Array(html.utf8)))
            #expect(html.contains("<svg role=\"img\""))
            #expect(html.contains("<desc id=\"f-d\">一句结论</desc>"))
            #expect(html.contains("<title id=\"f-t\">\(figure.onPage.title)</title>"))
            let numbers = figure.onPage.numbers(PageWords(language: .chinese))
            #expect(!numbers.rows.isEmpty)
            #expect(numbers.rows.allSatisfy { $0.count == numbers.head.count })
            #expect(!html.contains("nan") && !html.contains("inf"))
        }
    }

    @Test("draws as many charts as the workbook and repeats no sheet of their numbers")
    func chartCount() throws {
        let report = try sampleReport(sampleRelease())
        let count = report.sheets.map(\.charts.count).reduce(0, +)
        #expect(count > 0)
        #expect(report.html.components(separatedBy: "<svg ").count - 1 == count)
        #expect(!report.html.contains("<h2>数据_图表</h2>"))
    }

    @Test("puts labels of points in one place beside each other")
    func labels() throws {
        let html = figures[2].onPage.drawing().svg(title: "", description: "", id: "q")
        let first = try matches(of: "<text ([^>]*)>甲</text>", in: html)
        let second = try matches(of: "<text ([^>]*)>乙</text>", in: html)
        #expect(first.count == 1 && second.count == 1 && first != second)
    }

    @Test("puts the charts of a row side by side, and beside a chart what Excel shows beside it")
    func places() throws {
        var sheet = ReportSheet("表", tab: .blue, purpose: "", readers: "")
        for (row, text) in [(1, "上"), (5, "旁"), (40, "下")] {
            sheet.cells.append(.init(cell: Cell(row: row, column: 9), content: .text(text), style: .standard))
        }
        sheet.charts = figures.prefix(2).map {
            .init(figure: $0, cell: Cell(row: 4, column: 1), width: 1, height: 100, altText: "图")
        }
        let html = page(of: sheet)
        let order = ["上</p>", "class=\"beside\"", "class=\"figures\"", "<svg", "旁</p>", "下</p>"].map {
            html.firstRange(of: $0)?.lowerBound
        }
        #expect(!order.contains(nil))
        #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    }

    @Test("marks the lines of a trend as the workbook does, each with its last number")
    func trendMarks() throws {
        let lines = ["甲", "乙", "丙", "丁"].enumerated().map { index, name in
            TrendChart.Line(name: name, points: [.init(10), .init(20 + Double(index))])
        }
        let chart = TrendChart(title: "", periods: ["2025", "2026"], lines: lines, axis: ChartAxis(0...100, step: 20))
        let svg = chart.drawing().svg(title: "", description: "", id: "t")
        #expect(Set(try matches(of: "<line [^>]*stroke-dasharray=\"([^\"]+)\"", in: svg)).count == 3)
        #expect(svg.contains("<circle") && svg.contains("<polygon"))
        let numbers = try matches(of: ">([0-9.]+)</text>", in: svg).filter { $0.hasPrefix("2") && $0.contains(".") }
        #expect(numbers == ["23.0", "22.0", "21.0", "20.0"])
        // Nearer than letters are high, and still legible.
        let heights = try matches(of: "y=\"([0-9.]+)\" [^>]*>2[0-3]\\.0</text>", in: svg).compactMap(Double.init)
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 13 - 0.01 })
    }

    // MARK: Cells

    private func sheet(_ kind: SheetKind, of report: Report) -> ReportSheet? {
        report.sheets.first { $0.name == kind.name.chinese }
    }

    private func page(of sheet: ReportSheet) -> String {
        var styles = PageStyles()
        return PageSection(sheet: sheet, id: "s", anchors: [:], words: PageWords(language: .chinese)).html(&styles)
    }

    @Test("keeps the empty cells of a table that somebody is to fill in")
    func emptyBoxes() throws {
        let report = try sampleReport(sampleRelease())
        let sheet = try #require(self.sheet(SheetKind.measures, of: report))
        let empty = sheet.cells.count { $0.content == .blank && $0.style.isUnlocked }
        #expect(empty > 10)
        var styles = PageStyles()
        let html = PageSection(sheet: sheet, id: "s", anchors: [:], words: PageWords(language: .chinese)).html(&styles)
        let inputs = try matches(of: "\\.(c[0-9]+)\\{[^}]*background-color:#FFF8E1", in: styles.css)
        let cells = inputs.reduce(0) { $0 + html.components(separatedBy: " class=\"\($1)\"></td>").count - 1 }
        // Those of the merged cells for decision, signature and day come on top.
        #expect(cells == empty + 3)
        #expect(html.contains("<tr style=\"height:48.00pt\">"))
    }

    @Test("shows the headers that Excel writes above a table itself")
    func dataHeaders() throws {
        let report = try sampleReport(sampleRelease())
        let sheet = try #require(report.sheets.first { $0.table != nil })
        let headers = try #require(sheet.table?.headers)
        let html = page(of: sheet)
        for header in headers { #expect(html.contains(">\(Markup.escaped(header))</th>")) }
        #expect(report.markdown.contains("| " + headers.map(MarkdownText.escaped).joined(separator: " | ") + " |"))
    }

    @Test("sets key figures in tiles, and what heads a row as a header of it")
    func tilesAndHeaders() throws {
        let report = try sampleReport(sampleRelease())
        let tiles = page(of: try #require(sheet(SheetKind.keyPoints, of: report)))
        let figures = try #require(sheet(.keyPoints, of: report)).merges.filter { $0.style.size == 26 }
        #expect(figures.count > 1)
        #expect(tiles.components(separatedBy: "<div><p class=").count - 1 == figures.count)
        let method = page(of: try #require(sheet(SheetKind.method, of: report)))
        #expect(method.contains("<th scope=\"row\"") && method.contains("<th scope=\"col\""))
        let dimensions = page(of: try #require(sheet(SheetKind.dimensions, of: report)))
        #expect(dimensions.contains("<p class=\"note\">"))
    }

    @Test("shades a number as its colour scale says")
    func scale() {
        let scale = ColorScale(
            low: .init(0, Color(rgb: 0)), middle: .init(50, Color(rgb: 0x646464)), high: .init(100, .white))
        #expect(CellPaint.color(of: 25, on: scale) == Color(rgb: 0x323232))
        #expect(CellPaint.color(of: 50, on: scale) == Color(rgb: 0x646464))
        #expect(CellPaint.color(of: 500, on: scale) == .white)
        #expect(CellPaint.color(of: -5, on: scale) == Color(rgb: 0))
    }

    @Test("is the same for the same input")
    func determinism() throws {
        let release = try sampleRelease()
        let (first, second) = try (sampleReport(release), sampleReport(release))
        #expect(first.html == second.html)
        #expect(first.markdown == second.markdown)
    }

    @Test(
        "lets nothing of a name become Markdown",
        arguments: [
            ("|\u{301}a<\u{301}b", "\\|\u{301}a&lt;\u{301}b"), ("  # a", "\\# a"), ("    a\r\n\tb", "a b"),
            ("12. a", "12\\. a"), ("12) a", "12\\) a"), ("1.5", "1\\.5"), ("a - b.", "a - b."), ("- a", "\\- a"),
            ("http://a", "http\\://a"), ("www.a.b", "www\\.a.b"), ("a@b", "a\\@b"), ("$x$", "\\$x\\$"),
        ])
    func markdownNames(name: String, written: String) {
        #expect(MarkdownText.escaped(name) == written)
    }

    @Test("gives the remarks on cells, in Markdown as on the page")
    func remarks() throws {
        var report = try sampleReport(sampleRelease())
        report.sheets[0].cells = [.init(cell: Cell(row: 1, column: 1), content: .text("一处"), style: .cell)]
        report.sheets[0].merges = []
        report.sheets[0].comments = [.init(text: "回收率低", cell: Cell(row: 1, column: 1))]
        #expect(report.markdown.contains("**一处** 回收率低\n"))
        #expect(report.html.contains("<li id=\"s1-n1\">回收率低</li>") && report.html.contains("href=\"#s1-n1\""))
    }

    @Test("gives every row of a Markdown table as many cells as its head")
    func markdownTables() throws {
        let lines = try sampleReport(sampleRelease()).markdown.replacing("\\|", with: "").split(
            separator: "\n", omittingEmptySubsequences: false)
        var width: Int?
        var rows = 0
        for line in lines {
            guard line.hasPrefix("|") else {
                width = nil
                continue
            }
            let cells = line.count { $0 == "|" }
            #expect(width == nil || width == cells, "\(line)")
            width = cells
            rows += 1
        }
        #expect(rows > 50)
    }
}
