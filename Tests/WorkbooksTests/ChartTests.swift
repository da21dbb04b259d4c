import Testing
import Workbooks

@Suite("Charts")
struct ChartTests {
    /// Writes one chart with its numbers and returns the chart's part.
    private func part(_ place: (inout ChartData) throws -> Chart) throws -> String {
        let scratch = try Scratch()
        var data = ChartData()
        let chart = try place(&data)
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("图") { try $0.insert(chart, at: "A1", width: 480, height: 300, altText: "说明") }
        try book.addSheet(data.sheetName) { try data.paint(on: &$0) }
        _ = try book.close()
        return try parts(of: scratch.file("a.xlsx"))["xl/charts/chart1.xml"] ?? ""
    }

    private func count(_ needle: String, in text: String) -> Int {
        text.ranges(of: needle).count
    }

    @Test("a forest chart has whiskers with gaps, points of two years, and the names as labels")
    func forest() throws {
        let chart = try part { try $0.place(SampleBook.forestChart) }
        #expect(count("<c:ser>", in: chart) == 4)
        // Gaps are what a chart shows unless it says otherwise.
        #expect(!chart.contains("<c:dispBlanksAs"))
        #expect(chart.contains("<c:ptCount val=\"23\"/>"))
        #expect(SampleBook.dimensions.allSatisfy { chart.contains("<a:t>\($0)</a:t>") })
        #expect(chart.contains("'数据_图表'!$F$7:$F$29"))
    }

    @Test("without last year's values the forest has no series for them")
    func forestOfOneYear() throws {
        var forest = SampleBook.forestChart
        for index in forest.rows.indices { forest.rows[index].previous = nil }
        let chart = try part { try $0.place(forest) }
        #expect(count("<c:ser>", in: chart) == 3)
        #expect(!chart.contains("上年</c:v>"))
    }

    @Test("a scale makes room for the names when a value stands at its end")
    func roomForNames() throws {
        let rows = [ForestChart.Row(label: "很长的维度名称", value: 1)]
        let chart = try part { try $0.place(ForestChart(title: "一", rows: rows, axis: ChartAxis(0...100, step: 20))) }
        #expect(chart.contains("<c:min val=\"-40\"/>"))
        #expect(chart.contains("[&lt;-10.0]&quot;&quot;;0"))
    }

    @Test("a dumbbell joins what there is to what is required")
    func dumbbell() throws {
        let chart = try part { try $0.place(SampleBook.dumbbellChart) }
        #expect(count("<c:ser>", in: chart) == 4)
        #expect(chart.contains("<c:v>要求</c:v>"))
        #expect(chart.contains("<a:t>抓落实能力</a:t>"))
    }

    @Test("a quadrant chart has two dashed lines at the means and names its axes")
    func quadrant() throws {
        let chart = try part { try $0.place(SampleBook.quadrantChart) }
        #expect(count("<a:prstDash val=\"dash\"/>", in: chart) == 2)
        #expect(chart.contains("<a:t>重要性（越上越重要）</a:t>"))
        #expect(SampleBook.abilities.allSatisfy { chart.contains("<a:t>\($0)</a:t>") })
    }

    @Test("a trend has one error bar a point, two where the interval is lopsided, none where there is none")
    func trend() throws {
        let chart = try part { try $0.place(SampleBook.trendChart) }
        #expect(count("<c:errBars>", in: chart) == 5 + 10)
        #expect(count("<c:errBarType val=\"both\"/>", in: chart) == 5)
        #expect(count("<c:legendEntry>", in: chart) == 15)
    }

    @Test("bars are written bottom-up, so that the first category stands on top")
    func bars() throws {
        let chart = try part { try $0.place(SampleBook.barChart) }
        #expect(chart.contains("<c:pt idx=\"0\"><c:v>纪律规矩</c:v>"))
        #expect(chart.contains("<c:barDir val=\"bar\"/>"))
    }

    @Test("diverging bars cut the neutral answer in half and hide numbers that do not fit")
    func diverging() throws {
        let chart = try part { try $0.place(SampleBook.divergingChart) }
        #expect(count("<c:ser>", in: chart) == 6)
        #expect(chart.contains("<c:v>-0.135</c:v>"))
        #expect(chart.contains("<c:delete val=\"1\"/>"))
        // The last question comes first, because Excel draws the first one lowest.
        #expect(chart.contains("<c:pt idx=\"0\"><c:v>Z05</c:v>") && chart.contains("<c:pt idx=\"4\"><c:v>X01</c:v>"))
        #expect(SampleBook.divergingChart.legend.map(\.name) == SampleBook.divergingChart.answers)
    }

    @Test("an even number of answers has no neutral one")
    func evenAnswers() throws {
        let rows = [DivergingChart.Row(label: "一", shares: [0.1, 0.2, 0.3, 0.4])]
        let chart = try part { try $0.place(DivergingChart(title: "一", answers: ["甲", "乙", "丙", "丁"], rows: rows)) }
        #expect(count("<c:ser>", in: chart) == 4)
    }

    @Test("a text that begins with = stays a text")
    func noFormulas() throws {
        let rows = [ForestChart.Row(label: "=A1", value: 60)]
        let chart = try part { try $0.place(ForestChart(title: "=B1", rows: rows, axis: ChartAxis(0...100, step: 20))) }
        #expect(chart.contains("<a:t> =A1</a:t>"))
        #expect(chart.contains("<a:t> =B1</a:t>"))
    }

    @Test("charts without usable numbers, or with points off their scale, are refused", arguments: 0..<17)
    func unusable(_ kind: Int) {
        var forest = SampleBook.forestChart
        var dumbbell = SampleBook.dumbbellChart
        var trend = SampleBook.trendChart
        var bars = SampleBook.barChart
        var quadrant = SampleBook.quadrantChart
        var diverging = SampleBook.divergingChart
        switch kind {
        case 0: forest.rows = []
        case 1: forest.rows[0].value = .nan
        case 2: forest.axis.step = 0
        case 3: forest.axis = ChartAxis(5...5, step: 1)
        case 4: forest.rows[0].previous = 49
        case 5: dumbbell.rows[0].current = .infinity
        case 6: dumbbell.rows[0].required = 5.5
        case 7: trend.lines[0].points.removeLast()
        case 8: trend.lines += trend.lines
        case 9: bars.series[0].values[0] = 101
        case 10: bars.series[1].values.removeLast()
        case 11: quadrant.verticalMean = .nan
        case 12: diverging.rows[0].shares = [0.5, 0.5]
        case 13: diverging.rows[0].shares = [0.5, 0.5, 0.5, 0, 0]
        case 14: trend.lines[0].points[0].interval = 60...Double.infinity
        case 15: trend.lines[1].points[1].interval = -Double.infinity...80
        default: forest.rows[0].interval = 60...Double.infinity
        }
        let refused = code {
            var data = ChartData()
            _ = try data.place(forest)
            _ = try data.place(dumbbell)
            _ = try data.place(trend)
            _ = try data.place(bars)
            _ = try data.place(quadrant)
            _ = try data.place(diverging)
        }
        #expect(refused == .badChart)
    }

    @Test(
        "a scale can be made to hold its values",
        arguments: [
            ([61.0, 83], 60.0...85.0), ([0, 100], 0.0...100.0), ([72], 65.0...75.0), ([99], 90.0...100.0),
            ([], 0.0...100.0),
            ([-5, 120], 0.0...100.0),
        ] as [([Double], ClosedRange<Double>)])
    func coveringScales(_ values: [Double], _ range: ClosedRange<Double>) {
        #expect(ChartAxis.covering(values, step: 5, within: 0...100).range == range)
    }

    @Test(
        "pages of numbers are turned between blocks",
        arguments: [(60, []), (32, []), (31, [26]), (21, [26]), (20, [15, 26]), (5, [15, 26])] as [(Int, [Int])])
    func pageBreaks(rows: Int, breaks: [Int]) throws {
        var data = ChartData()
        // Caption, head, eight lines and a blank: rows 5, 16 and 27 begin a block.
        for _ in 1...3 { _ = try data.place(SampleBook.barChart) }
        #expect(data.pageBreaks(rows: rows) == breaks)
    }

    @Test("a chart whose numbers were never painted is refused at closing")
    func unpainted() throws {
        let scratch = try Scratch()
        #expect(
            code {
                var data = ChartData()
                let chart = try data.place(SampleBook.barChart)
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.addSheet("图") { try $0.insert(chart, at: "A1", width: 480, height: 300, altText: "说明") }
                try book.addSheet(data.sheetName) { try $0.write("空", at: "A1") }
                _ = try book.close()
            } == .badChart)
        #expect(scratch.names.isEmpty)
    }

    @Test("a chart needs words for people who cannot see it, and a sensible size and place", arguments: 0..<4)
    func badInsertions(_ kind: Int) {
        let refused = codeOfSheet { sheet in
            var data = ChartData()
            let chart = try data.place(SampleBook.barChart)
            switch kind {
            case 0: try sheet.insert(chart, at: "A1", width: 480, height: 300, altText: "")
            case 1: try sheet.insert(chart, at: "A1", width: 5_000, height: 300, altText: "一")
            case 2: try sheet.insert(chart, at: "XFD1", width: 480, height: 300, altText: "一")
            default: try data.paint(on: &sheet)
            }
        }
        #expect(refused == (kind == 1 || kind == 2 ? .badCell : .badChart))
    }
}
