import TestSupport
import Testing
import Workbooks

@Suite("Days, formulas and merged cells of other programs' workbooks")
struct DayCellTests {
    /// The styles of a workbook with one format of its own, which is the second of the cells' styles.
    private static func styles(_ code: String) -> String {
        // Styles of named looks and of rules come under the same names and are none of the cells'.
        """
        <x:numFmts count="1"><x:numFmt formatCode="\(code)" numFmtId="164"/></x:numFmts>\
        <x:cellStyleXfs><x:xf numFmtId="14"/><x:xf numFmtId="14"/></x:cellStyleXfs>\
        <x:cellXfs><x:xf numFmtId="0"/><x:xf fontId="0" numFmtId="164"><x:alignment/></x:xf><x:xf numFmtId="14"/></x:cellXfs>\
        <x:dxfs><x:dxf><x:numFmt numFmtId="164" formatCode="0"/></x:dxf></x:dxfs>
        """
    }

    private func value(
        _ number: String, style: Int = 1, styles: String?, countsFrom1904: Bool = false
    ) throws -> WorkbookReader.Content.Value? {
        let file = PlainZip.workbook(
            rows: "<x:row><x:c s=\"\(style)\" r=\"A1\"><x:v>\(number)</x:v></x:c></x:row>", styles: styles,
            countsFrom1904: countsFrom1904)
        return try WorkbookReader(file).cells(of: "表")?["A1"]?.value
    }

    @Test(
        "a number is the day that its cell shows, whoever wrote the format",
        arguments: [
            ("yyyy-mm-dd", "2026-01-02"), ("yyyy\\年m\\月d\\日", "2026-01-02"), ("m/d/yy;@", "2026-01-02"),
            ("[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2026-01-02"),
            ("[DBNum1][$-804]m月d日", "2026-01-02"),
            ("DDDD", "2026-01-02"), ("[$-804]aaaa;@", "2026-01-02"), ("yyyy&quot;年&quot;m&quot;月&quot;", "2026-01"),
            ("mmm\\-yy", "2026-01"), ("yyyy\\-mm\\-dd\\ hh:mm", "2026-01-02 09:30:00"),
            ("yyyy/m/d\\ h:mm:ss\\ AM/PM", "2026-01-02 09:30:00"),
        ])
    func dayFormats(code: String, day: String) throws {
        #expect(try value("46024.3958333333", styles: Self.styles(code)) == .day(day))
    }

    @Test(
        "a number stays one under every other format",
        arguments: [
            "General", "0.00", "0.00E+00", "0%", "#,##0.00\\ [$€-407]", "h:mm", "h:mm AM/PM", "[h]:mm:ss", "[mm]:ss",
            "mm:ss.0", "[hh]:mm", "0&quot;day&quot;", "0\\d", "[Red]0", "0_d", "0年", "@", "0;yyyy-mm-dd",
            String(repeating: "y", count: 256),
        ])
    func otherFormats(code: String) throws {
        #expect(try value("46024.5", styles: Self.styles(code)) == .number(46024.5))
    }

    @Test("formats that workbooks name by number only", arguments: 0...58)
    func builtIn(id: Int) throws {
        let styles = "<x:cellXfs><x:xf numFmtId=\"\(id)\"/></x:cellXfs>"
        let days = Set([14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
        let expected: WorkbookReader.Content.Value =
            id == 17
            ? .day("2026-01")
            : id == 22 ? .day("2026-01-02 12:00:00") : days.contains(id) ? .day("2026-01-02") : .number(46024.5)
        #expect(try value("46024.5", style: 0, styles: styles) == expected)
    }

    @Test("a count or a year in a cell for days stays what was typed, and so does what is no day at all")
    func smallNumbers() throws {
        for number in ["5", "366", "2026", "-1", "1e9", "2958466"] {
            #expect(try value(number, styles: Self.styles("yyyy-mm-dd")) == .number(Double(number) ?? 0), "\(number)")
        }
        #expect(try value("46024.999999", styles: Self.styles("yyyy-mm-dd hh:mm")) == .day("2026-01-03"))
    }

    @Test("days are counted from 1904 where the workbook says so")
    func from1904() throws {
        #expect(try value("44562", styles: Self.styles("yyyy-mm-dd"), countsFrom1904: true) == .day("2026-01-02"))
        #expect(WorkbookDay(serial: 42_495, countsFrom1904: true)?.text == "2020-05-06")
        #expect(WorkbookDay(serial: 42_495)?.text == "2016-05-05")
    }

    @Test("without styles, or with a style that they do not have, a number is a number")
    func noStyles() throws {
        #expect(try value("46024", styles: nil) == .number(46024))
        #expect(try value("46024", style: 9, styles: Self.styles("yyyy-mm-dd")) == .number(46024))
        #expect(try value("46024", style: 2, styles: Self.styles("0")) == .day("2026-01-02"))
    }

    @Test(
        "a day in words is read as one",
        arguments: [
            ("2020-05-06", "2020-05-06"), ("2020-05-06T00:00:00", "2020-05-06"),
            ("2020-05-06T09:30:00.250Z", "2020-05-06 09:30:00"),
        ])
    func words(text: String, day: String) throws {
        let rows = "<x:row><x:c t=\"d\"><x:v>\(text)</x:v></x:c></x:row>"
        #expect(try WorkbookReader(PlainZip.workbook(rows: rows)).cells(of: "表")?["A1"]?.value == .day(day))
    }

    @Test(
        "a formula without a stored value is told from one whose value is an empty text",
        arguments: [
            ("<x:c r=\"A1\"><x:f>2+3</x:f></x:c>", WorkbookReader.Content.Value.unknown),
            ("<x:c r=\"A1\"><x:f>2+3</x:f><x:v/></x:c>", .unknown),
            ("<x:c r=\"A1\" t=\"str\"><x:f>B1</x:f></x:c>", .unknown),
            ("<x:c r=\"A1\" t=\"str\"><x:f>B1</x:f><x:v></x:v></x:c>", .text("")),
            ("<x:c r=\"A1\"><x:f t=\"shared\" si=\"0\"/><x:v>5</x:v></x:c>", .number(5)),
        ])
    func formulas(cell: String, value: WorkbookReader.Content.Value) throws {
        let cells = try WorkbookReader(PlainZip.workbook(rows: "<x:row>\(cell)</x:row>")).cells(of: "表")
        #expect(cells == ["A1": WorkbookReader.Content(value: value, isFormula: true)])
    }

    // MARK: Merged cells

    private static let row = "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"

    @Test("merged cells are told, and their value is repeated down the rows that hold anything")
    func merged() throws {
        let rows =
            "<x:row r=\"1\"><x:c r=\"A1\"><x:v>9</x:v></x:c></x:row>"
            + [2, 3, 5].map { "<x:row r=\"\($0)\"><x:c r=\"B\($0)\"><x:v>\($0)</x:v></x:c></x:row>" }.joined()
            + "<x:row r=\"7\"><x:c r=\"A7\"><x:v>7</x:v></x:c></x:row><x:row r=\"9\"><x:c r=\"B9\"><x:v>9</x:v></x:c></x:row>"
        let file = PlainZip.workbook(rows: rows, merged: ["A1:A5", "A7:C9", "B3:B5", "D1:D5"])
        let reader = try WorkbookReader(file)
        let found = try #require(try reader.cellsAndMerges(of: "表"))
        #expect(found.merged.blocks == ["A1:A5", "A7:C9", "B3:B5", "D1:D5"])
        #expect(try reader.cells(of: "表") == found.cells)
        var all = found.cells
        #expect(found.merged.repeatDown(in: &all, below: 0, atMost: 100))
        func number(_ cell: Cell) -> WorkbookReader.Content.Value? { all[cell]?.value }
        #expect((2...5).map { number(Cell(row: $0, column: 1)) } == [.number(9), .number(9), nil, .number(9)])
        #expect(number("B5") == .number(3) && number("A9") == .number(7) && number("B7") == nil)
        var below = found.cells
        #expect(found.merged.repeatDown(in: &below, below: 1, atMost: 100))
        #expect(below["A2"] == nil && below["A9"] != nil)
    }

    @Test("blocks that would fill more cells than a sheet has are refused")
    func overlapping() throws {
        var cells = Dictionary(uniqueKeysWithValues: (1...100).map { (Cell(row: $0, column: 1), $0) })
        let merged = MergedCells((1...50).map { CellRange(Cell(row: $0, column: 1), Cell(row: 100, column: 1)) })
        #expect(!merged.repeatDown(in: &cells, below: 0, atMost: 1_000))
    }

    @Test(
        "merged cells that no program writes are refused",
        arguments: [["A1:XFE9"], ["B2:A1"], [""], ["A1:B2:C3"], Array(repeating: "A1:A2", count: 100_001)])
    func badMerged(blocks: [String]) {
        let file = PlainZip.workbook(rows: Self.row, merged: blocks)
        #expect(code { _ = try WorkbookReader(file).cellsAndMerges(of: "表") } == .unreadableArchive)
        #expect(code { _ = try WorkbookReader(file).cells(of: "表") } == nil)
    }

    @Test("more formats and styles than any program writes are refused")
    func manyStyles() {
        let formats = (0...10_000).map { "<x:numFmt numFmtId=\"\(164 + $0)\" formatCode=\"0\"/>" }.joined()
        let styles = String(repeating: "<x:xf/>", count: 500_001)
        for part in ["<x:numFmts>\(formats)</x:numFmts>", "<x:cellXfs>\(styles)</x:cellXfs>"] {
            #expect(
                code { _ = try WorkbookReader(PlainZip.workbook(rows: Self.row, styles: part)) } == .unreadableArchive)
        }
    }
}
