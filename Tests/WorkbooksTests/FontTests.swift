import Testing
import Workbooks

@Suite("Font sets")
struct FontTests {
    private func styles(_ fonts: FontSet) throws -> String {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay, fonts: fonts)
        try book.addSheet("封面") { sheet in
            for (row, font) in [Font.song, .hei, .kai, .fang, .xiaobiaosong].enumerated() {
                try sheet.write("字", at: Cell(row: row + 1, column: 1), CellStyle(font: font))
            }
        }
        _ = try book.close()
        return try parts(of: scratch.file("a.xlsx"))["xl/styles.xml"] ?? ""
    }

    @Test("name only fonts that every machine has, unless official documents are asked for")
    func general() throws {
        let styles = try styles(.general)
        for name in ["宋体", "黑体", "楷体", "仿宋"] { #expect(styles.contains("\"\(name)\"")) }
        #expect(!styles.contains("方正小标宋简体") && !styles.contains("GB2312"))
        #expect(styles.contains("<b/>"))
    }

    @Test("name the fonts of official documents where they are asked for")
    func gongwen() throws {
        let styles = try styles(.gongwen)
        for name in ["宋体", "黑体", "楷体_GB2312", "仿宋_GB2312", "方正小标宋简体"] { #expect(styles.contains("\"\(name)\"")) }
        #expect(!styles.contains("\"楷体\"") && !styles.contains("\"仿宋\""))
    }

    @Test("page numbers of official documents are 14 points, what stands beside them is not")
    func pageNumbers() throws {
        for (fonts, size) in [(FontSet.general, 9), (.gongwen, 14)] {
            let scratch = try Scratch()
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay, fonts: fonts)
            try book.addSheet("封面") { sheet in
                try sheet.write("字", at: "A1")
                sheet.print.footer = .numbered(left: "编号", right: "版本")
            }
            _ = try book.close()
            let sheet = try parts(of: scratch.file("a.xlsx"))["xl/worksheets/sheet1.xml"] ?? ""
            #expect(sheet.contains("&amp;C&amp;\"宋体,常规\"&amp;\(size)— &amp;P"))
            #expect(sheet.contains("&amp;L&amp;\"宋体,常规\"&amp;9编号"))
        }
    }
}
