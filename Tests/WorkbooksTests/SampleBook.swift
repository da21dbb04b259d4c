import Workbooks

/// A small committee workbook with every feature and every kind of chart, as a caller would write it.
enum SampleBook {
    static let properties = WorkbookProperties(
        title: "2025年度自查报告（样本）", author: "示例局机关党委", created: moment(2025, 12, 1), subject: "年度自查",
        company: "示例局", category: "内部资料", keywords: "学风;作风", comments: "由测试生成", status: "送审稿",
        custom: [.init(name: "报告编号", value: "ZC-2025-001"), .init(name: "数据指纹", value: "sha256:9f2c")])

    static let dimensions = ["理论学习", "学用结合", "调查研究", "求真务实", "担当作为", "服务群众", "会风文风", "纪律规矩"]
    static let scores = [78.4, 71.2, 66.9, 74.8, 72.5, 79.6, 68.3, 86.1]
    static let earlier = [76.0, 70.5, 69.8, 73.9, 69.1, 78.8, 63.4, 85.7]

    static func write(to path: String) throws -> WorkbookSeal {
        var data = ChartData()
        let forest = try data.place(forestChart)
        let dumbbell = try data.place(dumbbellChart)
        let quadrant = try data.place(quadrantChart)
        let trend = try data.place(trendChart)
        let bars = try data.place(barChart)
        let diverging = try data.place(divergingChart)

        var book = try Workbook(at: path, properties: properties)
        try book.defineName("选项_状态", as: SheetRange(sheet: "选项", range: "A2:A5"))
        try book.addSheet("封面", tab: .red) { sheet in
            try sheet.setWidth(11, ofColumns: 1...8)
            try sheet.write("内部资料　注意保管", at: "A1", CellStyle(font: .hei, size: 12))
            try sheet.setHeight(40, ofRow: 7)
            try sheet.merge(
                "A7:H7", "2025年度自查报告", CellStyle(font: .xiaobiaosong, size: 24, color: .red, horizontal: .center))
            try sheet.fill("A12:H12", .rule.with(\.size, 11))
            try sheet.write(linkTo: "维度得分", text: "维度得分", at: "B14")
            sheet.print = page(.portrait, high: 1)
        }
        try book.addSheet("要点", tab: .red) { sheet in
            try heading("要点：一页看清2025年自查结果", "分值0—100，越高越好", columns: 12, on: &sheet)
            try sheet.setWidth(10.6, ofColumns: 1...12)
            try sheet.insert(forest, at: "A5", width: 545, height: 300, altText: "散点图：八个维度得分。数值见 数据_图表。")
            for (row, text) in ["作风较上年明显上升（+2.3），其中“会风文风”上升4.9分。", "“调查研究”下降2.9分，是唯一下降的维度。"].enumerated() {
                let block = CellRange(at: Cell(row: 5 + 2 * row, column: 8), rows: 2, columns: 5)
                try sheet.merge(block, text, CellStyle(vertical: .top, wraps: true))
            }
            try sheet.insert(bars, at: "A22", width: 640, height: 330, altText: "条形图：本处室与全局。")
            sheet.print = page(.landscape, high: 1)
        }
        try book.addSheet("维度得分", tab: .blue) { sheet in
            try heading("表1　各维度得分", "分值0—100", columns: 6, on: &sheet)
            try sheet.setWidth(14, ofColumns: 1...6)
            for (column, text) in ["维度", "有效人数", "得分", "上年", "变化", "变化条"].enumerated() {
                try sheet.write(text, at: Cell(row: 4, column: 1 + column), .head)
            }
            for (index, name) in dimensions.enumerated() {
                let row = 5 + index
                let change = scores[index] - earlier[index]
                try sheet.write(name, at: Cell(row: row, column: 1), .cell)
                try sheet.write(81, at: Cell(row: row, column: 2), .count)
                try sheet.write(scores[index], at: Cell(row: row, column: 3), .score)
                try sheet.write(earlier[index], at: Cell(row: row, column: 4), .score)
                try sheet.write(
                    formula: "=C\(row)-D\(row)", result: .number(change), at: Cell(row: row, column: 5), .change)
                try sheet.write(change, at: Cell(row: row, column: 6), .change)
            }
            try sheet.addDataBar(DataBar(50...100), to: "C5:C12")
            try sheet.addDataBar(.change(upTo: 10), to: "F5:F12")
            try sheet.addColorScale(.scores(low: 55, middle: 75, high: 95), to: "D5:D12")
            try sheet.addComment("回收率73.3%，解释时应注意。", at: "A7")
            try sheet.freeze(at: "B5")
            sheet.print = page(.landscape, high: 0)
        }
        try book.addSheet("题项分布", tab: .blue) { sheet in
            try heading("图3　逐题分布", "以“中立”为轴", columns: 10, on: &sheet)
            try sheet.setWidth(10, ofColumns: 1...10)
            for (column, entry) in divergingChart.legend.enumerated() {
                try sheet.write(entry.name, at: Cell(row: 5, column: 2 + column), entry.style)
            }
            try sheet.insert(diverging, at: "A6", width: 700, height: 300, altText: "背离条形图：逐题分布。")
            sheet.print = page(.landscape, high: 1)
        }
        try book.addSheet("能力差距", tab: .blue) { sheet in
            try heading("图4、图5　能力差距", "5分制；虚线为均值", columns: 12, on: &sheet)
            try sheet.setWidth(10.5, ofColumns: 1...12)
            try sheet.insert(dumbbell, at: "A5", width: 430, height: 330, altText: "哑铃图：要求与现状。")
            try sheet.insert(quadrant, at: "G5", width: 430, height: 330, altText: "象限图：重要性与现状。")
            sheet.print = page(.landscape, high: 1)
        }
        try book.addSheet("历年对比", tab: .blue) { sheet in
            try heading("图6　历年对比", "竖线为95%置信区间", columns: 10, on: &sheet)
            try sheet.setWidth(11, ofColumns: 1...10)
            try sheet.insert(trend, at: "A5", width: 800, height: 320, altText: "折线图：学风与作风五年变化。")
            sheet.print = page(.landscape, high: 1)
        }
        try book.addSheet("整改清单", tab: .orange) { sheet in
            try heading("整改清单（会议填写）", "黄底由委员会填写", columns: 4, on: &sheet)
            try sheet.setWidth(30, ofColumns: 1...2)
            try sheet.setWidth(13, ofColumns: 3...4)
            for (column, text) in ["问题", "整改措施", "完成时限", "状态"].enumerated() {
                try sheet.write(text, at: Cell(row: 4, column: 1 + column), .head)
            }
            try sheet.write("调查研究不够深入：维度66.9分，较上年-2.9；X03同意率46%，为各题最低", at: "A5", .wrapped)
            try sheet.setHeight(48, ofRows: 5...8)
            try sheet.fill("B5:D8", .input)
            try sheet.fill("A6:A8", .input)
            let message = InputMessage(title: "填写有误", text: "请从下拉列表中选择。")
            try sheet.addInputRule(.list(SheetRange(sheet: "选项", range: "A2:A5")), to: "D5:D8", message: message)
            let days = try WorkbookDay(year: 2025, month: 12, day: 1)...WorkbookDay(year: 2027, month: 12, day: 31)
            try sheet.addInputRule(
                .days(days), to: "C5:C8", message: InputMessage(title: "填写有误", text: "请填写日期，如2026-06-30。"))
            sheet.protect(allowing: [.rowHeights])
            try sheet.freeze(at: "A5")
            sheet.print = page(.landscape, high: 0)
        }
        try book.addSheet("数据_维度", tab: .line) { sheet in
            try heading("数据_维度　规整数据表", "本表为一张表，起于A4", columns: 3, on: &sheet)
            try sheet.setWidth(14, ofColumns: 1...3)
            try sheet.addTable("数据_维度", "A4:C12", headers: ["维度", "得分", "日期"])
            for (index, name) in dimensions.enumerated() {
                try sheet.write(name, at: Cell(row: 5 + index, column: 1), .cell)
                try sheet.write(scores[index], at: Cell(row: 5 + index, column: 2), .score)
                try sheet.write(WorkbookDay(year: 2025, month: 11, day: 30), at: Cell(row: 5 + index, column: 3))
            }
            sheet.print = page(.portrait, high: 0)
        }
        try book.addSheet(data.sheetName, tab: .line) { sheet in
            try heading("数据_图表　图表所用数值", "每块数据供一张图使用", columns: 13, on: &sheet)
            try sheet.setWidth(18, ofColumn: 1)
            try sheet.setWidth(11, ofColumns: 2...13)
            try data.paint(on: &sheet)
            sheet.print = page(.landscape, high: 0)
        }
        try book.addSheet("选项", isHidden: true) { sheet in
            for (row, text) in ["状态", "未开始", "进行中", "已完成", "延期"].enumerated() {
                try sheet.write(text, at: Cell(row: 1 + row, column: 1))
            }
        }
        return try book.close()
    }

    private static func heading(
        _ title: String, _ subtitle: String, columns: Int, on sheet: inout Sheet
    ) throws {
        try sheet.write(title, at: "A1", .title)
        try sheet.write(subtitle, at: "A2", .subtitle)
        try sheet.fill(CellRange(at: "A3", rows: 1, columns: columns), .rule)
        try sheet.setHeight(28, ofRow: 1)
        try sheet.setHeight(6, ofRow: 3)
    }

    private static func page(_ orientation: PrintSetup.Orientation, high: Int) -> PrintSetup {
        PrintSetup(
            orientation: orientation, pagesHigh: high,
            header: HeaderFooter(left: [.text("示例局机关党委　内部资料")], right: [.sheetName]),
            footer: .numbered(left: "报告编号 ZC-2025-001", right: "zicha 1.0"),
            repeatedRows: high == 0 ? 1...4 : nil)
    }

    static let forestChart = ForestChart(
        title: "各维度得分、95%置信区间与上年值",
        rows: dimensions.indices.map {
            ForestChart.Row(
                label: dimensions[$0], value: scores[$0], interval: (scores[$0] - 3.2)...(scores[$0] + 3),
                previous: $0 == 4 ? nil : earlier[$0])
        }, axis: ChartAxis(50...100, step: 10))

    static let abilities = ["政治能力", "调查研究能力", "科学决策能力", "改革攻坚能力", "应急处突能力", "群众工作能力", "抓落实能力"]
    static let required = [4.6, 4.3, 4.1, 4.0, 4.2, 4.4, 4.7]
    static let current = [4.3, 3.4, 3.6, 3.1, 3.5, 4.0, 3.9]
    static let importance = [4.7, 4.4, 4.0, 3.9, 3.8, 4.3, 4.8]

    static let dumbbellChart = DumbbellChart(
        title: "图4　要求与现状（哑铃图）",
        rows: abilities.indices.map { .init(label: abilities[$0], current: current[$0], required: required[$0]) },
        axis: ChartAxis(3...5, step: 0.5, numberFormat: "0.0"))

    static let quadrantChart = QuadrantChart(
        title: "图5　重要性—现状象限图",
        points: abilities.indices.map { .init(label: abilities[$0], x: current[$0], y: importance[$0]) },
        horizontal: ChartAxis(2.8...4.8, step: 0.4, numberFormat: "0.0", title: "现状得分（越右越强）"),
        vertical: ChartAxis(3.6...5, step: 0.2, numberFormat: "0.0", title: "重要性（越上越重要）"), horizontalMean: 3.69,
        verticalMean: 4.27)

    static let trendChart = TrendChart(
        title: "图6　学风、作风总分与95%置信区间", periods: (2021...2025).map { "\($0)年" },
        lines: [
            .init(name: "学风", points: [68.9, 70.2, 71.9, 72.6, 72.8].map { .init($0, interval: $0 - 2.4...$0 + 2.4) }),
            .init(name: "作风", points: [70.1, 71.0, 72.3, 74.3, 76.6].map { .init($0, interval: $0 - 1.5...$0 + 2.5) }),
            .init(name: "能力", points: [.init(63), .init(64), .init(nil), .init(66), .init(67.5)]),
        ], axis: ChartAxis(60...85, step: 5))

    static let barChart = BarChart(
        title: "图7　本处室与全局", categories: dimensions,
        series: [
            .init(name: "本处室", values: scores.map { $0 + 2 }, showsNumbers: true),
            .init(name: "全局", values: scores, color: .neutral),
        ], axis: ChartAxis(0...100, step: 20))

    static let divergingChart = DivergingChart(
        title: "图3　各题态度分布", answers: ["很不同意", "不同意", "中立", "同意", "很同意"],
        rows: [
            .init(label: "X01", shares: [0.02, 0.05, 0.14, 0.46, 0.33]),
            .init(label: "X02", shares: [0.03, 0.10, 0.24, 0.43, 0.20]),
            .init(label: "X03", shares: [0.08, 0.19, 0.27, 0.32, 0.14]),
            .init(label: "X04", shares: nil),
            .init(label: "Z05", shares: [0.01, 0.02, 0.08, 0.41, 0.48]),
        ])
}
