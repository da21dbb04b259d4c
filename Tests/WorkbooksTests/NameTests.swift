import Testing
import Workbooks

@Suite("Names")
struct NameTests {
    @Test(
        "sheet names that Excel or a formula would misread are refused",
        arguments: [
            "", "2024", "2024年", "A1", "xfd12", "R1C1", "rc", "true", "History", "历史记录", "一/二", "一[二]", "一:二", "一*",
            "一?",
            "_x0041_", "处室_x0041_", "一\\二", "一：二", "一？", "一'二", "一\n二", "一\u{FFFE}", ".一",
            String(repeating: "一", count: 32),
            // 16 characters outside the basic plane are 32 UTF-16 units; the library counts 16.
            String(repeating: "𠮷", count: 16),
        ])
    func badSheetNames(_ name: String) {
        #expect(code { _ = try written(name) { try $0.write("一", at: "A1") } } == .badSheetName)
    }

    @Test("ordinary sheet names pass", arguments: ["要点", "处室_办公室", "Sheet", "一、总体", String(repeating: "一", count: 31)])
    func goodSheetNames(_ name: String) throws {
        #expect(try written(name) { try $0.write("一", at: "A1") }["xl/workbook.xml"]?.contains(name) == true)
    }

    @Test("a second sheet of the same name is refused, capitals or not", arguments: [("要点", "要点"), ("Data", "dATA")])
    func sameName(_ first: String, _ second: String) throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addSheet(first) { try $0.write("一", at: "A1") }
        var refused: WorkbookError.Code?
        do {
            try book.addSheet(second) { try $0.write("一", at: "A1") }
        } catch {
            refused = (error as? WorkbookError)?.code
        }
        #expect(refused == .badSheetName)
        // A refused name spoils nothing that was written before.
        _ = try book.close()
    }

    @Test(
        "defined names that Excel would repair are refused",
        arguments: ["", "1坏名", "A1", "有 空格", "R1C1", "c", "_xlnm.x", "一-二"])
    func badDefinedNames(_ name: String) throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        var refused: WorkbookError.Code?
        do throws(WorkbookError) {
            try book.defineName(name, as: SheetRange(sheet: "数据", range: "A1:A2"))
        } catch {
            refused = error.code
        }
        #expect(refused == .badName)
    }

    @Test("tables and defined names share one set of names")
    func namesAreShared() throws {
        let scratch = try Scratch()
        #expect(
            code {
                var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
                try book.defineName("名单", as: SheetRange(sheet: "数据", range: "A1:A2"))
                try book.addSheet("数据") { try $0.addTable("名单", "A1:A2", headers: ["一"]) }
            } == .badName)
    }

    @Test("whatever points to a sheet that was never added is refused at closing", arguments: 0..<4)
    func missingSheets(_ kind: Int) {
        let missing = SheetRange(sheet: "没有", range: "A1:A2")
        let refused = code {
            let scratch = try Scratch()
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            if kind == 0 { try book.defineName("名单", as: missing) }
            try book.addSheet("数据") { sheet in
                let message = InputMessage(title: "一", text: "二")
                if kind == 1 { try sheet.addInputRule(.list(missing), to: "A1:A2", message: message) }
                if kind == 2 { try sheet.write(linkTo: "没有", text: "一", at: "A1") }
                if kind == 3 { try sheet.write(formula: "='没有'!A1+没有!B2", result: .number(1), at: "A1") }
            }
            _ = try book.close()
        }
        #expect(refused == .missingSheet)
    }

    @Test("errors speak Chinese and English, and never quote a cell")
    func errorsSpeakTwoLanguages() {
        do {
            _ = try written { try $0.write(String(repeating: "秘", count: 40_000), at: "B2") }
            Issue.record("the text is too long")
        } catch {
            let error = error as? WorkbookError
            #expect(error?.message(in: .chinese) == "数据!B2：文字超过32767个字符，Excel单元格放不下；请改短。")
            #expect(error?.message(in: .english).hasPrefix("数据!B2: The text is longer") == true)
            #expect(error.map { "\($0)".contains("秘") } == false)
        }
    }

    @Test(
        "a name made of any words is one that a tab can bear",
        arguments: [
            ("2024", "处室_2024"), ("A1", "处室_A1"), ("x0041_", "处室-x0041_"), ("甲_x0041_", "处室_甲-x0041_"),
            ("a/b:c*?", "处室_a_b_c__"), ("［全角］", "处室__全角_"),
            (String(repeating: "很", count: 40), "处室_" + String(repeating: "很", count: 27) + "…"),
            (String(repeating: "𠮷", count: 20), "处室_" + String(repeating: "𠮷", count: 13) + "…"),
        ])
    func tabs(name: String, tab: String) {
        #expect(SheetName.made("处室_", name, taken: []) == tab)
        #expect(throws: Never.self) { _ = try written(tab) { try $0.write("一", at: "A1") } }
    }

    @Test("two names that are cut to the same still differ")
    func twins() {
        let long = String(repeating: "很", count: 40)
        let first = SheetName.made("处室_", long + "甲", taken: [])
        let second = SheetName.made("处室_", long + "乙", taken: [first])
        #expect(first != second && second.hasSuffix("…_2") && second.utf16.count <= 31)
    }
}
