import Testing
import Workbooks

@Suite("Layout")
struct LayoutTests {
    static let sheet = "xl/worksheets/sheet1.xml"

    @Test("overlapping merges and tables are refused", arguments: 0..<8)
    func overlaps(_ kind: Int) {
        let refused = codeOfSheet { sheet in
            try sheet.merge("B2:C3", "一")
            switch kind {
            case 0: try sheet.merge("C3:D4", "二")
            case 1: try sheet.addTable("表", "A1:B4", headers: ["一", "二"])
            case 2: try sheet.write("二", at: "C3")
            case 3: try sheet.merge("F1:F1", "二")
            case 4:
                try sheet.addTable("表", "F1:G4", headers: ["一", "二"])
                try sheet.addTable("表二", "G4:H6", headers: ["一", "二"])
            case 5:
                try sheet.addTable("表", "F1:G4", headers: ["一", "二"])
                try sheet.write("三", at: "F1")
            // Its own corner is free.
            case 6: try sheet.merge("A1:B2", "二")
            default:
                try sheet.addComment("一", at: "A1")
                try sheet.addComment("二", at: "A1")
            }
        }
        #expect(refused == .overlap)
    }

    @Test(
        "tables need a row, and a different header for every column",
        arguments: [
            ("A1:B1", ["一", "二"]), ("A1:B3", ["一"]), ("A1:B3", ["一", "一"]), ("A1:B3", ["n", "N"]),
            ("A1:B3", ["一", ""]),
        ] as [(String, [String])])
    func badTables(_ range: String, _ headers: [String]) {
        #expect(codeOfSheet { try $0.addTable("表", CellRange(stringLiteral: range), headers: headers) } == .badTable)
    }

    @Test("a table writes its headers with their style, without a totals row")
    func goodTable() throws {
        let parts = try written { sheet in
            try sheet.addTable("数据_维度", "A4:B6", headers: ["维度", "得分"])
            try sheet.write("学风", at: "A5", .cell)
        }
        let table = parts["xl/tables/table1.xml"] ?? ""
        #expect(table.contains("displayName=\"数据_维度\" ref=\"A4:B6\""))
        #expect(table.contains("TableStyleLight1"))
        #expect(table.contains("totalsRowShown=\"0\""))
    }

    @Test("a merged block can be written over with a number")
    func mergedNumber() throws {
        let parts = try written { sheet in
            try sheet.merge("A1:C1", "", .score)
            try sheet.write(72.8, at: "A1", .score)
        }
        #expect(parts[LayoutTests.sheet]?.contains("<v>72.8</v>") == true)
        #expect(parts[LayoutTests.sheet]?.contains("<mergeCell ref=\"A1:C1\"/>") == true)
    }

    @Test("every used row gets a height: stated, or measured from its text")
    func rowHeights() throws {
        let parts = try written { sheet in
            try sheet.setWidth(12, ofColumn: 1)
            try sheet.setHeight(6, ofRow: 3)
            try sheet.write("一", at: "A1")
            try sheet.write(String(repeating: "学", count: 20), at: "A2", .wrapped)
            try sheet.fill("A3:B3", .rule)
            try sheet.write("大", at: "A4", .title)
        }
        let sheet = parts[LayoutTests.sheet] ?? ""
        // 40 units in a column of 12 are four lines of 10.5 points.
        for (row, height) in [(1, "18"), (2, "56.75"), (3, "6"), (4, "21.75")] {
            #expect(sheet.contains("<row r=\"\(row)\""), "row \(row)")
            #expect(sheet.contains("ht=\"\(height)\" customHeight=\"1\""), "row \(row) is \(height) points high")
        }
    }

    @Test("a row is as high as its highest text, in whatever order its cells are written")
    func rowHeightsOutOfOrder() throws {
        let parts = try written { sheet in
            try sheet.write("小", at: "A2")
            try sheet.write("大", at: "B1", .title)
            try sheet.write("小", at: "A1")
            try sheet.write("大", at: "B2", .title)
            try sheet.write("小", at: "C2")
        }
        #expect(parts[LayoutTests.sheet]?.ranges(of: "ht=\"21.75\" customHeight=\"1\"").count == 2)
    }

    @Test("sizes that Excel does not keep are refused", arguments: 0..<6)
    func badSizes(_ kind: Int) {
        let refused = codeOfSheet { sheet in
            switch kind {
            case 0: try sheet.setWidth(0, ofColumn: 1)
            case 1: try sheet.setWidth(256, ofColumn: 1)
            case 2: try sheet.setHeight(410, ofRow: 1)
            case 3: try sheet.setWidth(.nan, ofColumn: 1)
            case 4: sheet.print = PrintSetup(pagesWide: 0)
            default: sheet.print = PrintSetup(breaksAfterRows: [0])
            }
        }
        #expect(refused == .badLayout)
    }

    @Test("the page is A4, fits its width, and prints what was written and drawn")
    func printSetup() throws {
        let scratch = try Scratch()
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        let all = try parts(of: scratch.file("a.xlsx"))
        let sheet = all["xl/worksheets/sheet2.xml"] ?? ""
        #expect(sheet.contains("paperSize=\"9\""))
        #expect(sheet.contains("orientation=\"landscape\""))
        #expect(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
        #expect(sheet.contains("showGridLines=\"0\""))
        let book = all["xl/workbook.xml"] ?? ""
        // The cells end in row 8; the lower chart reaches far below.
        #expect(book.contains("'要点'!$A$1:$L$38"))
    }

    @Test(
        "headers and footers survive digits, ampersands and page numbers",
        arguments: [
            (HeaderFooter(left: [.text("2025年")]), "&amp;L&amp;\"宋体,常规\"&amp;9 2025年"),
            (HeaderFooter(center: [.text("A&B")]), "&amp;C&amp;\"宋体,常规\"&amp;9A&amp;&amp;B"),
            (HeaderFooter(center: [.text("A&G")]), "&amp;C&amp;\"宋体,常规\"&amp;9A&amp;&amp;&amp;\"宋体,常规\"G"),
            (HeaderFooter(right: [.page, .text("-1")]), "&amp;R&amp;\"宋体,常规\"&amp;9&amp;P -1"),
            (.numbered(left: "编号", right: "zicha"), "&amp;C&amp;\"宋体,常规\"&amp;9— &amp;P / &amp;N —"),
        ])
    func footers(_ footer: HeaderFooter, _ codes: String) throws {
        let parts = try written { sheet in
            try sheet.write("一", at: "A1")
            sheet.print.footer = footer
            sheet.print.header = footer
        }
        #expect(parts[LayoutTests.sheet]?.replacing("&quot;", with: "\"").contains(codes) == true)
    }

    @Test(
        "a footer of 255 characters with its codes is kept, a longer one refused",
        arguments: [(243, nil), (244, WorkbookError.Code.badHeaderFooter)])
    func longFooter(_ length: Int, _ expected: WorkbookError.Code?) {
        let footer = HeaderFooter(left: [.text(String(repeating: "一", count: length))])
        #expect(codeOfSheet { $0.print.footer = footer } == expected)
    }

    @Test("input rules that nobody can satisfy or read are refused", arguments: 0..<6)
    func badRules(_ kind: Int) {
        let good = InputMessage(title: "有误", text: "请选择。")
        let refused = codeOfSheet { sheet in
            switch kind {
            case 0:
                let long = InputMessage(title: String(repeating: "一", count: 33), text: "二")
                try sheet.addInputRule(.wholeNumbers(1...5), to: "A1:A2", message: long)
            case 1:
                let long = InputMessage(title: "一", text: String(repeating: "二", count: 256))
                try sheet.addInputRule(.wholeNumbers(1...5), to: "A1:A2", message: long)
            case 2:
                let block = SheetRange(sheet: "数据", range: "A1:B2")
                try sheet.addInputRule(.list(block), to: "C1:C2", message: good)
            case 3: try sheet.addInputRule(.numbers(0...Double.infinity), to: "A1:A2", message: good)
            case 4:
                let long = InputMessage(title: "一", text: "二", hint: String(repeating: "三", count: 256))
                try sheet.addInputRule(.wholeNumbers(1...5), to: "A1:A2", message: long)
            default: try sheet.addInputRule(.textUpTo(0), to: "A1:A2", message: good)
            }
        }
        #expect(refused == .badValidation)
    }

    @Test("input rules are written as Excel reads them")
    func goodRules() throws {
        let message = InputMessage(title: "有误", text: "请选择。", firmness: .warning)
        let parts = try written { sheet in
            try sheet.addInputRule(
                .list(SheetRange(sheet: "数据", range: "A2:A5")), to: "D5:D10", message: message)
            let days = try WorkbookDay(year: 2025, month: 12, day: 1)...WorkbookDay(year: 2027, month: 12, day: 31)
            try sheet.addInputRule(.days(days), to: "C5:C10", message: message)
            try sheet.addInputRule(.wholeNumbers(1...5), to: "E5:E10", message: message)
            try sheet.addInputRule(.textUpTo(200), to: "F5:F10", message: message)
        }
        let sheet = parts[LayoutTests.sheet] ?? ""
        #expect(sheet.contains("<formula1>'数据'!$A$2:$A$5</formula1>"))
        #expect(sheet.contains("<formula1>45992</formula1><formula2>46752</formula2>"))
        #expect(sheet.contains("type=\"whole\" errorStyle=\"warning\""))
        #expect(sheet.contains("type=\"textLength\""))
    }

    @Test("a list by name, numbers with decimals and a hint are written as Excel reads them")
    func namedLists() throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("数据") { sheet in
            let message = InputMessage(title: "有误", text: "请选择。", hint: "点右侧箭头。")
            try sheet.addInputRule(.listNamed("选项_甲"), to: "A1", message: message)
            try sheet.addInputRule(.numbers(-0.5...2.25), to: "B1", message: message)
        }
        try book.defineName("选项_甲", as: SheetRange(sheet: "数据", range: "D1:D3"))
        _ = try book.close()
        let sheet = try parts(of: scratch.file("a.xlsx"))[LayoutTests.sheet] ?? ""
        #expect(sheet.contains("<formula1>选项_甲</formula1>"))
        #expect(sheet.contains("prompt=\"点右侧箭头。\""))
        #expect(sheet.contains("type=\"decimal\""))
        #expect(sheet.contains("<formula1>-0.5</formula1><formula2>2.25</formula2>"))
    }

    @Test("a list by a name that is never defined is refused")
    func lostList() {
        let message = InputMessage(title: "有误", text: "请选择。")
        #expect(codeOfSheet { try $0.addInputRule(.listNamed("选项_甲"), to: "A1", message: message) } == .badName)
    }

    @Test("a text stands out wherever a formula shows it")
    func highlights() throws {
        let parts = try written { try $0.addTextHighlight(TextHighlight("未\"答\"", color: .orange), to: "E5:E9") }
        let sheet = parts[LayoutTests.sheet] ?? ""
        #expect(sheet.contains("operator=\"equal\""))
        #expect(sheet.contains("<formula>\"未\"\"答\"\"\"</formula>"))
        #expect(parts["xl/styles.xml"]?.contains("FFB8560F") == true)
        #expect(codeOfSheet { try $0.addTextHighlight(TextHighlight(""), to: "A1") } == .badLayout)
    }

    @Test("a hidden sheet has no print area", arguments: [true, false])
    func hiddenPrint(_ isHidden: Bool) throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("一") { try $0.write("一", at: "A1") }
        try book.addSheet("二", isHidden: isHidden) { try $0.write("二", at: "A1") }
        _ = try book.close()
        let areas = try parts(of: scratch.file("a.xlsx"))["xl/workbook.xml"]?.ranges(of: "Print_Area").count
        #expect(areas == (isHidden ? 1 : 2))
    }

    @Test(
        "limits of bars and colour scales must rise",
        arguments: [(5.0, 5.0, 6.0), (1, 3, 2), (0, 1, .infinity), (-Double.infinity, 0, 1)])
    func badScales(_ low: Double, _ middle: Double, _ high: Double) {
        #expect(
            codeOfSheet { try $0.addColorScale(.scores(low: low, middle: middle, high: high), to: "A1:A3") }
                == .badLayout)
    }

    @Test("a protected sheet leaves its unlocked cells open")
    func protection() throws {
        let parts = try written { sheet in
            try sheet.writeBlank(at: "A1", .input)
            sheet.protect(allowing: [.rowHeights])
        }
        #expect(parts[LayoutTests.sheet]?.contains("<sheetProtection sheet=\"1\"") == true)
        #expect(parts["xl/styles.xml"]?.contains("<protection locked=\"0\"/>") == true)
    }

    @Test("the properties stand in the file, in their order, with the time that was passed in")
    func properties() throws {
        let scratch = try Scratch()
        _ = try SampleBook.write(to: scratch.file("a.xlsx"))
        let all = try parts(of: scratch.file("a.xlsx"))
        #expect(all["docProps/core.xml"]?.contains(">2025-12-01T00:00:00Z</dcterms:created>") == true)
        let custom = all["docProps/custom.xml"] ?? ""
        #expect(custom.firstRange(of: "报告编号")!.lowerBound < custom.firstRange(of: "数据指纹")!.lowerBound)
    }

    @Test("properties that are missing, too long or given twice are refused", arguments: 0..<4)
    func badProperties(_ kind: Int) throws {
        var properties = someDay
        switch kind {
        case 0: properties.title = ""
        case 1: properties.subject = String(repeating: "一", count: 256)
        case 2: properties.custom = [.init(name: "一", value: "1"), .init(name: "一", value: "2")]
        default: properties.custom = [.init(name: "一", value: String(repeating: "一", count: 86))]
        }
        let scratch = try Scratch()
        #expect(code { _ = try Workbook(at: scratch.file("a.xlsx"), properties: properties) } == .badProperties)
    }
}
