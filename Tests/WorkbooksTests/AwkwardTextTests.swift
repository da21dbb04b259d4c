import Foundation
import TestSupport
import Testing
import Workbooks

/// Names and texts as offices have them, and as somebody might try: all come back right, or are refused with a sentence.
@Suite("Awkward text")
struct AwkwardTextTests {
    /// What stands in a cell, and what a reader sees of it.
    static let texts =
        [
            ("=HYPERLINK(\"http://a.b\",\"x\")", nil), ("+1", nil), ("@SUM(A1:A9)", nil), ("-2+3", nil), ("=1+1", nil),
            ("\t=1+1", nil), ("2024", nil), ("A1", nil), ("TRUE", nil), ("#N/A", nil), ("1E5", nil), ("0012", nil),
            ("http://a.b", nil), ("mailto:a@b", nil), ("internal:'一'!A1", nil), ("'引号", nil), ("{=SUM(A1)}", nil),
            ("👨‍👩‍👧‍👦🇨🇳", nil), (String(repeating: "𠮷", count: 31), nil), ("שלום 123 עולם", nil), ("\u{202E}反\u{202C}", nil),
            ("e\u{301}\u{200B}\u{FEFF}", nil), ("_x0041_", nil), ("_xD83D__xDE00_", nil),
            ("a\u{0}b\u{7}\u{1B}[31mc", "ab[31mc"),
            ("\u{85}\u{2028}", nil), ("一\r\n二\r三", "一\n二\n三"), ("<b>&amp;</b>", nil), ("   ", nil),
        ] as [(String, String?)]

    /// Writes a sheet called 表 and reads its cells back.
    private func readBack(_ body: (inout Sheet) throws -> Void) throws -> [Cell: WorkbookReader.Content] {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet("表", body)
        _ = try book.close()
        return try #require(try WorkbookReader(contentsOf: scratch.file("a.xlsx")).cells(of: "表"))
    }

    @Test("comes back as text from cells, merged blocks, headers, links and formulas", arguments: texts)
    func everywhere(_ text: String, _ seen: String?) throws {
        let seen = seen ?? text
        let cells = try readBack { sheet in
            try sheet.write(text, at: "A1")
            try sheet.merge("A2:B3", text)
            try sheet.write(linkTo: "表", text: text, at: "A4")
            try sheet.write(formula: "=A1", result: .text(text), at: "A5")
            try sheet.addComment(text, at: "A1")
            let message = InputMessage(title: String(text.prefix(8)), text: text)
            try sheet.addInputRule(.wholeNumbers(1...5), to: "D1:D2", message: message)
            sheet.print.header.center = [.text(text)]
        }
        for name in ["A1", "A2", "A4"] as [Cell] {
            #expect(cells[name] == WorkbookReader.Content(value: .text(seen), isFormula: false), "\(name.name)")
        }
        #expect(cells["A5"] == WorkbookReader.Content(value: .text(seen), isFormula: true))
    }

    @Test("comes back from the headers of a table, on one line", arguments: texts)
    func headers(_ text: String, _ seen: String?) throws {
        let line = String((seen ?? text).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        let cells = try readBack { try $0.addTable("名单", "A1:B2", headers: [text, "另一列"]) }
        #expect(cells["A1"] == WorkbookReader.Content(value: .text(line), isFormula: false))
    }

    @Test("stands in a comment as it was written", arguments: texts)
    func comments(_ text: String, _ seen: String?) throws {
        // A comment is no cell; its part is put where the reader looks for texts.
        let comments = try #require(try written { try $0.addComment(text, at: "A1") }["xl/comments1.xml"])
        let start = try #require(comments.firstRange(of: /<t[ >]/)?.lowerBound)
        let end = try #require(comments.firstRange(of: "</t>")?.upperBound)
        let file = PlainZip.workbook(
            rows: "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c></x:row>", strings: "<si>\(comments[start..<end])</si>")
        #expect(try WorkbookReader(file).cells(of: "表")?["A1"]?.value == .text(seen ?? text))
    }

    @Test(
        "a text of 40,000 characters is refused with its place, one that just fits comes back",
        arguments: ["一", "a", "𠮷"])
    func longTexts(_ character: String) throws {
        let fitting = String(repeating: character, count: 32_767 / character.utf16.count)
        #expect(try readBack { try $0.write(fitting, at: "A1") }["A1"]?.value == .text(fitting))
        let long = String(repeating: character, count: 40_000)
        for kind in 0..<5 {
            let refused = codeOfSheet { sheet in
                switch kind {
                case 0: try sheet.write(long, at: "A1")
                case 1: try sheet.addComment(long, at: "A1")
                case 2: try sheet.merge("A1:B2", long)
                case 3: try sheet.write(linkTo: "数据", text: long, at: "A1")
                default: try sheet.write(formula: "=A2", result: .text(long), at: "A1")
                }
            }
            #expect(refused == .badText, "\(kind)")
        }
    }

    @Test(
        "a sheet's name comes back from the tab and from whatever points to the sheet",
        arguments: [
            String(repeating: "一", count: 31), String(repeating: "𠮷", count: 15), "👨‍👩‍👧‍👦处", "שלום", "=1+1", "+1", "@SUM",
            "-2+3",
            "a&b<c>\"d\"", "一%20二", "_x00_", "空 格", "e\u{301}",
        ])
    func sheetNames(_ name: String) throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet(name) { sheet in
            try sheet.write("一", at: "A1")
            try sheet.write(linkTo: name, cell: "B2", text: "去", at: "A2")
            sheet.print.repeatedRows = 1...1
            let list = SheetRange(sheet: name, range: "A1:A2")
            try sheet.addInputRule(.list(list), to: "C1:C2", message: InputMessage(title: "一", text: "二"))
        }
        try book.defineName("块", as: SheetRange(sheet: name, range: "A1:B2"))
        _ = try book.close()
        let reader = try WorkbookReader(contentsOf: scratch.file("a.xlsx"))
        #expect(reader.sheetNames == [name])
        #expect(reader.names["块"] == SheetRange(sheet: name, range: "A1:B2"))
        let sheet = try #require(try parts(of: scratch.file("a.xlsx"))["xl/worksheets/sheet1.xml"])
        let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let quoted = escaped.replacing("\"", with: "&quot;")
        #expect(sheet.contains("location=\"'\(quoted)'!B2\""))
        #expect(sheet.contains("<formula1>'\(escaped)'!$A$1:$A$2</formula1>"))
    }

    @Test(
        "a sheet's name that Excel would not take is refused",
        arguments: "[]:*?/\\'#".map { "一\($0)二" } + [
            String(repeating: "一", count: 32), String(repeating: "𠮷", count: 31), "一\u{7}二", "2024", "A1", "",
        ])
    func badSheetNames(_ name: String) throws {
        let scratch = try Scratch()
        do {
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try book.addSheet(name) { try $0.write("一", at: "A1") }
            Issue.record("the name was taken")
        } catch {
            let error = error as? WorkbookError
            #expect(error?.code == .badSheetName)
            #expect(error?.message(in: .chinese).hasSuffix("。") == true)
            #expect(error?.message(in: .english).hasSuffix(".") == true)
        }
        #expect(scratch.names.isEmpty)
    }
}
