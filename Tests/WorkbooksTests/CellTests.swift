import Testing
import Workbooks

@Suite("Cells")
struct CellTests {
    static let sheet = "xl/worksheets/sheet1.xml"

    @Test(
        "text stays text, whatever it begins with", arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "http://a.b", "{=1}"])
    func textIsNeverAFormula(_ text: String) throws {
        let parts = try written { try $0.write(text, at: "A1") }
        #expect(parts[CellTests.sheet]?.contains("<f>") == false)
        #expect(parts["xl/sharedStrings.xml"]?.contains("<t>\(text)</t>") == true)
    }

    @Test(
        "what XML or Excel would misread is cleaned",
        arguments: [
            ("一\u{0}二\u{1}\u{7F}三", "一二三"), ("一\u{FFFE}\u{FFFF}二", "一二"), ("_x0041_", "_x005F_x0041_"),
            ("a_x0041_x0042_", "a_x005F_x0041_x005F_x0042_"), ("_x00_", "_x00_"), ("一\r\n二", "一\n二"),
            ("<&>\"", "&lt;&amp;&gt;\""),
        ])
    func textIsCleaned(_ text: String, _ stored: String) throws {
        let strings = try written { try $0.write(text, at: "A1") }["xl/sharedStrings.xml"] ?? ""
        #expect(strings.contains("<t>\(stored)</t>"))
    }

    @Test(
        "a cell holds 32,767 UTF-16 units and not one more",
        arguments: [(16_383, nil), (16_384, WorkbookError.Code.badText)])
    func longTexts(_ pairs: Int, _ expected: WorkbookError.Code?) {
        #expect(codeOfSheet { try $0.write(String(repeating: "𠮷", count: pairs), at: "A1") } == expected)
        #expect(codeOfSheet { try $0.addComment(String(repeating: "𠮷", count: pairs), at: "A1") } == expected)
    }

    @Test("numbers that are not finite are refused", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ number: Double) {
        #expect(codeOfSheet { try $0.write(number, at: "A1") } == .badNumber)
        #expect(codeOfSheet { try $0.write(formula: "=1", result: .number(number), at: "A1") } == .badNumber)
    }

    @Test("cells outside the sheet are refused", arguments: [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385), (-1, -1)])
    func outside(_ row: Int, _ column: Int) {
        #expect(codeOfSheet { try $0.write("一", at: Cell(row: row, column: column)) } == .badCell)
        #expect(
            codeOfSheet { try $0.write(formula: "=1", result: .number(1), at: Cell(row: row, column: column)) }
                == .badCell)
    }

    @Test(
        "formulas that not every program computes alike are refused",
        arguments: [
            "", "=", "{=SUM(A1:A2)}", "=SUBTOTAL(109,[得分])", "=表[得分]", "='[别的.xlsx]一'!A1", "=NOW()",
            "=INDIRECT(\"A1\")",
            "=_xlfn.CONCAT(A1)", "=SUM(A1", "=A1)", "=\"一", "=SUM(A1;A2)", "=@A1", "=A1\n+B1",
        ])
    func badFormulas(_ formula: String) {
        #expect(codeOfSheet { try $0.write(formula: formula, result: .number(1), at: "C1") } == .badFormula)
    }

    @Test(
        "a formula carries its result",
        arguments: [("=A1-B1", "A1-B1"), ("A1*2", "A1*2"), ("=\"[x]\"&A1", "\"[x]\"&amp;A1")])
    func goodFormulas(_ formula: String, _ stored: String) throws {
        let parts = try written { sheet in
            try sheet.write(formula: formula, result: .number(2.5), at: "C1")
            try sheet.write(formula: formula, result: .text("答"), at: "C2")
        }
        #expect(parts[CellTests.sheet]?.contains("<f>\(stored)</f><v>2.5</v>") == true)
        #expect(parts[CellTests.sheet]?.contains("<f>\(stored)</f><v>答</v>") == true)
    }

    @Test(
        "days that are not in the calendar are refused",
        arguments: [(2025, 13, 1), (2025, 2, 29), (2025, 0, 1), (1900, 2, 28), (10_000, 1, 1), (2025, 4, 31)])
    func badDays(_ year: Int, _ month: Int, _ day: Int) {
        #expect(code { _ = try WorkbookDay(year: year, month: month, day: day) } == .badDate)
    }

    @Test(
        "days have the numbers that Excel gives them",
        arguments: [(1900, 3, 1, 61), (2000, 2, 29, 36_585), (2025, 12, 1, 45_992), (9999, 12, 31, 2_958_465)])
    func serials(_ year: Int, _ month: Int, _ day: Int, _ serial: Int) throws {
        let parts = try written { try $0.write(WorkbookDay(year: year, month: month, day: day), at: "A1") }
        #expect(parts[CellTests.sheet]?.contains("<v>\(serial)</v>") == true)
    }

    @Test("many styles that take turns stay one format each")
    func manyStyles() throws {
        let sizes = [9.0, 10, 11, 12, 13, 14, 15]
        let parts = try written { sheet in
            for row in 1...5 {
                for (index, size) in sizes.enumerated() {
                    try sheet.write(1, at: Cell(row: row, column: index + 1), CellStyle.standard.with(\.size, size))
                }
            }
        }
        #expect(parts["xl/styles.xml"]?.contains("<cellXfs count=\"\(sizes.count + 1)\">") == true)
        let sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
        for index in sizes.indices { #expect(sheet.ranges(of: " s=\"\(index + 1)\"").count == 5) }
    }

    @Test("equal styles become one format, and every font is a Chinese one")
    func stylesAreShared() throws {
        let parts = try written { sheet in
            for row in 1...20 { try sheet.write(Double(row), at: Cell(row: row, column: 1), .score) }
            try sheet.write("一", at: "B1")
        }
        let styles = parts["xl/styles.xml"] ?? ""
        #expect(styles.contains("<cellXfs count=\"3\">"))
        #expect(styles.ranges(of: "<name val=").count == 2)
        #expect(styles.contains("<name val=\"宋体\"/>"))
    }

    @Test(
        "a number format that the library would cut is refused", arguments: [String(repeating: "一", count: 43), "0\n0"])
    func badNumberFormats(_ format: String) {
        #expect(codeOfSheet { try $0.write(1, at: "A1", CellStyle(numberFormat: format)) } == .badNumberFormat)
    }

    @Test("black is written as black")
    func blackIsWritten() throws {
        let parts = try written { try $0.write("一", at: "A1", CellStyle(color: Color(rgb: 0))) }
        #expect(parts["xl/styles.xml"]?.contains("FF000001") == true)
    }

    @Test(
        "cell names read and write alike",
        arguments: [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)])
    func cellNames(_ name: String, _ row: Int, _ column: Int) {
        #expect(Cell(named: name) == Cell(row: row, column: column))
        #expect(Cell(row: row, column: column).name == name)
    }

    @Test("what is no cell name is none", arguments: ["", "A", "1", "A0", "a1", "XFE1", "A1048577", "A1B", "A01"])
    func badCellNames(_ name: String) {
        #expect(Cell(named: name) == nil)
    }

    @Test("a day comes back from the number that Excel keeps", arguments: [61.0, 60_000, 46_568.75, 2_958_465])
    func days(serial: Double) throws {
        let day = try #require(WorkbookDay(serial: serial))
        let same = try WorkbookDay(year: day.year, month: day.month, day: day.day)
        #expect(same == day)
    }

    @Test(
        "known days",
        arguments: [(61.0, "1900-03-01"), (45_992, "2025-12-01"), (45_351, "2024-02-29"), (36_526, "2000-01-01")])
    func knownDays(serial: Double, text: String) {
        #expect(WorkbookDay(serial: serial)?.text == text)
    }

    @Test("numbers that are no day", arguments: [0, 60, -1, 2_958_466, Double.nan, .infinity])
    func noDays(serial: Double) {
        #expect(WorkbookDay(serial: serial) == nil)
    }
}
