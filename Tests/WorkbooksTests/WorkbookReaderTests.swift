import Foundation
import TestSupport
import Testing
import Workbooks

@Suite("Reading the cells of a workbook")
struct WorkbookReaderTests {
    /// Texts that XML, Excel's escapes and formulas would each like to change.
    static let texts = [
        "比较符合", "a & b < c > \"d\" 'e'", "_x0041_", "_x005F_x0041_", "=HYPERLINK(\"http://x\")", "+1", "😀𠮷",
        "שלום עולם",
        "第一行\n第二行", "  两端有空格  ", "4", "４", "]]>", "&amp;",
    ]

    private func bytes(_ name: String, _ body: (inout Sheet) throws -> Void) throws -> [UInt8] {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet(name, body)
        try book.defineName("答_XF1", as: SheetRange(sheet: name, range: CellRange("B2", "B3")))
        _ = try book.close()
        return try [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.file("a.xlsx"))))
    }

    @Test("what our own writer wrote comes back, text for text and number for number")
    func roundTrip() throws {
        let file = try bytes("整改 清单") { sheet in
            for (index, text) in Self.texts.enumerated() {
                try sheet.write(text, at: Cell(row: index + 1, column: 1))
                try sheet.write(Double(index) / 7, at: Cell(row: index + 1, column: 3))
            }
            try sheet.write(formula: "=C1+1", result: .number(1), at: "D1")
            try sheet.write(formula: "=A1", result: .text("比较符合"), at: "D2")
        }
        let reader = try WorkbookReader(file)
        #expect(reader.sheetNames == ["整改 清单"])
        #expect(!reader.countsFrom1904)
        #expect(reader.names["答_XF1"] == SheetRange(sheet: "整改 清单", range: CellRange("B2", "B3")))
        let cells = try #require(try reader.cells(of: "整改 清单"))
        for (index, text) in Self.texts.enumerated() {
            #expect(
                cells[Cell(row: index + 1, column: 1)] == WorkbookReader.Content(value: .text(text), isFormula: false))
            // The library writes sixteen digits.
            guard case .number(let number)? = cells[Cell(row: index + 1, column: 3)]?.value else {
                Issue.record("no number in row \(index + 1)")
                continue
            }
            #expect(abs(number - Double(index) / 7) <= 1e-15 * Double(index))
        }
        #expect(cells["D1"] == WorkbookReader.Content(value: .number(1), isFormula: true))
        #expect(cells["D2"] == WorkbookReader.Content(value: .text("比较符合"), isFormula: true))
        #expect(cells.count == 2 * Self.texts.count + 2)
        #expect(try reader.cells(of: "别的") == nil)
    }

    @Test(
        "cells are read as other programs write them",
        arguments: [
            ("<x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c>", WorkbookReader.Content.Value.text("同意的话")),
            ("<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>同意</x:t></x:is></x:c>", .text("同意")),
            (
                "<x:c r=\"A1\" t=\"inlineStr\"><x:is><x:r><x:t>同</x:t></x:r><x:r><x:t>意</x:t></x:r></x:is></x:c>",
                .text("同意")
            ),
            ("<x:c t=\"str\"><x:v>&#x540C;&#24847;</x:v></x:c>", .text("同意")), ("<x:c><x:v>4</x:v></x:c>", .number(4)),
            ("<x:c r=\"A1\" t=\"n\"><x:v>4.5E0</x:v></x:c>", .number(4.5)),
            ("<x:c r=\"A1\" t=\"b\"><x:v>true</x:v></x:c>", .truth(true)),
            ("<x:c r=\"A1\" t=\"b\"><x:v>0</x:v></x:c>", .truth(false)),
            ("<x:c r=\"A1\" t=\"e\"><x:v>#N/A</x:v></x:c>", .error),
        ])
    func dialects(cell: String, value: WorkbookReader.Content.Value) throws {
        let strings = "<si><t>同意</t><rPh sb=\"0\" eb=\"1\"><t>どうい</t></rPh><r><t>的话</t></r></si>"
        let file = PlainZip.workbook(rows: "<x:row>\(cell)</x:row>", strings: strings)
        let cells = try #require(try WorkbookReader(file).cells(of: "表"))
        #expect(cells == ["A1": WorkbookReader.Content(value: value, isFormula: false)])
    }

    @Test("names lead to their blocks, quoted or not, and other names are left out")
    func names() throws {
        let file = PlainZip.workbook(
            rows: "",
            names: """
                <definedName name="a">表!$A$1</definedName><definedName name="b">'表''二'!$A$1:$B$2</definedName>\
                <definedName name="c">#REF!</definedName><definedName name="d">SUM(表!A1)</definedName><definedName name="e"/>
                """)
        let names = try WorkbookReader(file).names
        #expect(
            names == [
                "a": SheetRange(sheet: "表", range: CellRange("A1", "A1")),
                "b": SheetRange(sheet: "表'二", range: CellRange("A1", "B2")),
            ])
    }

    @Test(
        "what no program writes is refused",
        arguments: [
            "<x:c r=\"A1\" t=\"s\"><x:v>1</x:v></x:c>", "<x:c r=\"A1\" t=\"s\"><x:v>-1</x:v></x:c>",
            "<x:c r=\"XFE1\"><x:v>1</x:v></x:c>", "<x:c r=\"A1048577\"><x:v>1</x:v></x:c>",
            "<x:c r=\"\"><x:v>1</x:v></x:c>",
            "<x:c r=\"A1\"><x:v>nan</x:v></x:c>", "<x:c r=\"A1\"><x:v>1e999</x:v></x:c>", "<x:c><x:v>1</x:v>",
            "<!DOCTYPE a>",
            String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
        ])
    func hostile(cell: String) throws {
        let file = PlainZip.workbook(rows: "<x:row r=\"1\">\(cell)</x:row>", strings: "<si><t>一</t></si>")
        #expect(code { _ = try WorkbookReader(file).cells(of: "表") } == .unreadableArchive)
    }

    @Test("a sheet of too many cells is refused, and one of the most is read")
    func size() throws {
        func file(_ count: Int) -> [UInt8] {
            PlainZip.workbook(
                rows: "<x:row>" + String(repeating: "<x:c><x:v>1</x:v></x:c>", count: 16_384) + "</x:row>"
                    + (1..<(count / 16_384)).map { _ in
                        "<x:row>" + String(repeating: "<x:c><x:v>1</x:v></x:c>", count: 16_384) + "</x:row>"
                    }.joined())
        }
        #expect(try WorkbookReader(file(2 * 16_384)).cells(of: "表")?.count == 32_768)
        #expect(code { _ = try WorkbookReader(file(13 * 16_384)).cells(of: "表") } == .unreadableArchive)
    }

    @Test("a part that is said to be larger than it is, or than a form can be, is refused")
    func lies() {
        for size in [1_000, 20 << 20, 0xFFFF_FFFF] {
            let file = PlainZip.of([
                PlainZip.Part(name: "xl/workbook.xml", bytes: Array("<a/>".utf8), declaredSize: size)
            ])
            #expect(code { _ = try WorkbookReader(file) } == .unreadableArchive)
        }
    }

    @Test("a report of many parts is read as a report, and is too much for a form")
    func manyParts() throws {
        let book = PlainZip.Part.ofWorkbook(rows: "<x:row><x:c><x:v>1</x:v></x:c></x:row>")
        let charts = (1...1_000).map { PlainZip.Part(name: "xl/charts/chart\($0).xml", bytes: Array("<c/>".utf8)) }
        let file = PlainZip.of(book + charts)
        #expect(try WorkbookReader(file, limits: .report).cells(of: "表")?.count == 1)
        #expect(code { _ = try WorkbookReader(file) } == .unreadableArchive)
    }

    @Test("two thousand damaged copies are read or refused, and none stops the program")
    func mutations() throws {
        let file = PlainZip.workbook(
            rows:
                "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\"><x:f>A1</x:f><x:v>2</x:v></x:c></x:row>",
            strings: "<si><t>一</t></si>", names: "<definedName name=\"a\">表!$A$1</definedName>")
        var chance = UInt64(2026)
        func next(_ limit: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % limit
        }
        var refused = 0
        for _ in 0..<2_000 {
            var changed = file
            for _ in 0...next(4) {
                switch next(3) {
                case 0: changed[next(changed.count)] = UInt8(next(256))
                case 1: changed.remove(at: next(changed.count))
                default: changed.insert(UInt8(next(256)), at: next(changed.count))
                }
            }
            if code({ _ = try WorkbookReader(changed).cells(of: "表") }) != nil { refused += 1 }
        }
        #expect(refused > 1_000)
    }

    /// The mutations above hardly ever pass the checksums; here only the text is damaged.
    @Test("two thousand damaged texts in sound archives are read or refused")
    func textMutations() throws {
        let rows =
            "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c><x:c r=\"B1\"><x:f>A1</x:f><x:v>&#50;</x:v></x:c></x:row>"
        var chance = UInt64(7)
        func next(_ limit: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % limit
        }
        let letters = Array("<>/&;\"'=x:A1 !-?".utf8)
        var read = 0
        for _ in 0..<2_000 {
            var changed = Array(rows.utf8)
            for _ in 0...next(3) {
                if next(2) == 0 {
                    changed[next(changed.count)] = letters[next(letters.count)]
                } else {
                    changed.insert(letters[next(letters.count)], at: next(changed.count))
                }
            }
            let file = PlainZip.workbook(rows: String(decoding: changed, as: UTF8.self), strings: "<si><t>一</t></si>")
            if code({ _ = try WorkbookReader(file).cells(of: "表") }) == nil { read += 1 }
        }
        #expect(read > 20 && read < 2_000)
    }
}
