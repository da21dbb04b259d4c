import Foundation
import Testing
import Workbooks

/// Walls round the library that no other suite leans on; docs/workbook-walls.md lists them all.
@Suite("Walls round the library")
struct WallTests {
    static let sheet = "xl/worksheets/sheet1.xml"

    /// Every chart of the sample, by its title.
    private func charts() throws -> [String] {
        let scratch = try Scratch()
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        let charts = try parts(of: scratch.file("a.xlsx")).filter { $0.key.hasPrefix("xl/charts/chart") }
        #expect(charts.count >= 5)
        return charts.sorted { $0.key < $1.key }.map(\.value)
    }

    /// What stands between two marks, every time.
    private func pieces(of text: String, from start: String, to end: String) -> [Substring] {
        text.split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
            $0.firstRange(of: end).map { [piece = $0] in piece[..<$0.lowerBound] } ?? $0
        }
    }

    @Test("cells, headers, comments and heights are kept in whatever order they are given")
    func anyOrder() throws {
        let parts = try written { sheet in
            try sheet.addComment("批注", at: "A9")
            for row in (1...9).reversed() { try sheet.write("第\(row)行", at: Cell(row: row, column: 1)) }
            try sheet.setHeight(30, ofRow: 2)
            try sheet.addTable("名单", "C1:D4", headers: ["一", "二"])
        }
        for part in [WallTests.sheet, "xl/sharedStrings.xml", "xl/comments1.xml", "xl/tables/table1.xml"] {
            #expect(parts[part] != nil, "\(part)")
        }
        #expect((1...9).allSatisfy { parts["xl/sharedStrings.xml"]?.contains("第\($0)行") == true })
        #expect(parts[WallTests.sheet]?.contains("ht=\"30\"") == true)
    }

    @Test("the limits of a scale stand on the axis with the numbers, and on no other")
    func valueAxis() throws {
        for chart in try charts() {
            for axis in pieces(of: chart, from: "<c:valAx>", to: "</c:valAx>") {
                #expect(axis.contains("<c:min val=") && axis.contains("<c:max val="), "\(axis)")
            }
            for axis in pieces(of: chart, from: "<c:catAx>", to: "</c:catAx>") {
                #expect(!axis.contains("<c:min val=") && !axis.contains("<c:max val="), "\(axis)")
            }
        }
    }

    @Test("every font of a chart has Chinese letters")
    func chartFonts() throws {
        for chart in try charts() {
            let fonts = pieces(of: chart, from: "<a:latin typeface=\"", to: "\"")
            #expect(!fonts.isEmpty && fonts.allSatisfy { $0 == "宋体" }, "\(fonts)")
            // What names no font takes the theme's, which has no Chinese letters everywhere.
            for part in ["title", "legend", "catAx", "valAx", "dLbls"] {
                for piece in pieces(of: chart, from: "<c:\(part)>", to: "</c:\(part)>")
                where !piece.contains("<c:delete val=\"1\"/>") || part == "dLbls" {
                    #expect(piece.contains("<a:latin typeface="), "\(part)")
                }
            }
        }
    }

    @Test("markers are filled, and of shapes that every program knows")
    func markers() throws {
        var shapes: Set<Substring> = []
        for marker in try charts().flatMap({ pieces(of: $0, from: "<c:marker><c:symbol val=\"", to: "</c:marker>") }) {
            let shape = marker.prefix { $0 != "\"" }
            guard shape != "none" else { continue }
            shapes.insert(shape)
            #expect(marker.firstRange(of: "<c:spPr><a:solidFill>") != nil, "\(marker)")
        }
        #expect(!shapes.isEmpty && shapes.isSubset(of: ["circle", "diamond", "square", "triangle"]), "\(shapes)")
    }

    @Test("stacked bars have no legend of their own, and no axis is turned round")
    func stackedBars() throws {
        let stacked = try charts().filter { $0.contains("<c:grouping val=\"stacked\"/>") }
        #expect(!stacked.isEmpty)
        for chart in stacked { #expect(!chart.contains("<c:legend>")) }
        for chart in try charts() { #expect(!chart.contains("<c:orientation val=\"maxMin\"/>")) }
    }

    @Test("a chart keeps its numbers with it, for previews that compute nothing")
    func cachedNumbers() throws {
        let scratch = try Scratch()
        var data = ChartData()
        let bars = BarChart.Series(name: "一", values: [61.5, 72.25])
        let chart = try data.place(
            BarChart(title: "图", categories: ["甲", "乙"], series: [bars], axis: ChartAxis(0...100, step: 20)))
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("图") { try $0.insert(chart, at: "A1", width: 480, height: 300, altText: "说明") }
        try book.addSheet(data.sheetName) { try data.paint(on: &$0) }
        _ = try book.close()
        let all = try parts(of: scratch.file("a.xlsx"))
        let part = all["xl/charts/chart1.xml"] ?? ""
        #expect(part.contains("<c:v>61.5</c:v>") && part.contains("<c:v>72.25</c:v>"))
        #expect(part.contains("<c:v>甲</c:v>") && part.contains("<c:v>乙</c:v>"))
        #expect(all["xl/worksheets/sheet2.xml"]?.contains("<f>") == false)
    }

    @Test("the headers of a table bear their style in the cells, not only in the table's own look")
    func tableHeaders() throws {
        let parts = try written { try $0.addTable("名单", "A1:B3", headers: ["一", "二"], headerStyle: .head) }
        #expect(parts[WallTests.sheet]?.contains("<c r=\"A1\" s=\"1\" t=\"s\">") == true)
        #expect(parts["xl/styles.xml"]?.contains("FFEDEDED") == true)
    }

    @Test("cursors, panes, merges, fills, tables, rules and scales off the sheet are refused", arguments: 0..<9)
    func offTheSheet(_ kind: Int) {
        let off = Cell(row: 0, column: -1)
        let block = CellRange(off, "B2")
        let message = InputMessage(title: "一", text: "二")
        let refused = codeOfSheet { sheet in
            switch kind {
            case 0: try sheet.select(off)
            case 1: try sheet.freeze(at: off)
            case 2: try sheet.merge(block, "一")
            case 3: try sheet.fill(block, .cell)
            case 4: try sheet.addTable("名单", CellRange(Cell(row: 0, column: 1), "B2"), headers: ["一", "二"])
            case 5: try sheet.addInputRule(.wholeNumbers(1...5), to: block, message: message)
            case 6: try sheet.addDataBar(DataBar(0...1), to: block)
            case 7: try sheet.addComment("一", at: off)
            default: try sheet.write(linkTo: "数据", cell: off, text: "一", at: "A1")
            }
        }
        #expect(refused == .badCell)
    }

    @Test("the library itself never speaks: what it would warn of is refused before")
    func silence() async throws {
        let result = try await #require(
            processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            let scratch = try Scratch()
            _ = try SampleBook.write(to: scratch.file("a.xlsx"))
            let refused: [(inout Sheet) throws -> Void] = [
                { try $0.write(String(repeating: "一", count: 40_000), at: "A1") },
                { try $0.write("一", at: Cell(row: 0, column: 0)) },
                { try $0.merge("A1:A1", "一") },
                { try $0.addTable("A1", "A1:B2", headers: ["一", "二"]) },
                { try $0.addTable("名单", "A1:B1", headers: ["一", "二"]) },
                {
                    let message = InputMessage(title: String(repeating: "一", count: 33), text: "二")
                    try $0.addInputRule(.wholeNumbers(1...5), to: "A1:A2", message: message)
                },
                { $0.print.footer.left = [.text(String(repeating: "一", count: 300))] },
                { $0.print.repeatedRows = 0...0 },
                { try $0.write(linkTo: "没有", text: "一", at: "A1") },
                { try $0.addComment("", at: "A1") },
                { try $0.write(linkTo: String(repeating: "一", count: 3_000), text: "一", at: "A1") },
                {
                    for row in 1...65_531 { try $0.write(linkTo: "数据", text: "一", at: Cell(row: row, column: 1)) }
                },
                { try $0.addColorScale(.scores(low: 1, middle: 1, high: 1), to: "A1:A2") },
            ]
            for body in refused where codeOfSheet(body) == nil { exit(1) }
            guard code({ _ = try written("") { try $0.write("一", at: "A1") } }) != nil else { exit(2) }
        }
        let said = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(!said.contains("WARNING") && !said.contains("ERROR"), "\(said)")
        #expect(!said.contains("worksheet_") && !said.contains("workbook_") && !said.contains("chart_"), "\(said)")
    }
}
