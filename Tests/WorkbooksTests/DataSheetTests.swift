import Foundation
import Glibc
import Testing
import Workbooks

@Suite("Sheets for long tables")
struct DataSheetTests {
    private static let columns = [DataColumn("处室"), DataColumn("得分", width: 12, style: .score), DataColumn("说明")]

    private func written(
        columns: [DataColumn] = columns, _ body: (inout DataSheet) throws -> Void
    ) throws -> WorkbookReader {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addData("数据", columns: columns, body)
        _ = try book.close()
        return try WorkbookReader([UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.file("a.xlsx")))))
    }

    @Test("rows come back under their headers, text for text and number for number")
    func roundTrip() throws {
        let reader = try written { sheet in
            for (index, text) in WorkbookReaderTests.texts.enumerated() {
                try sheet.append([.text(text), .number(Double(index) / 8), .empty])
            }
            #expect(sheet.count == WorkbookReaderTests.texts.count)
        }
        let cells = try #require(try reader.cells(of: "数据"))
        #expect(["A1", "B1", "C1"].map { cells[$0]?.value } == [.text("处室"), .text("得分"), .text("说明")])
        for (index, text) in WorkbookReaderTests.texts.enumerated() {
            #expect(cells[Cell(row: index + 2, column: 1)]?.value == .text(text))
            #expect(cells[Cell(row: index + 2, column: 2)]?.value == .number(Double(index) / 8))
            #expect(cells[Cell(row: index + 2, column: 3)] == nil)
        }
    }

    @Test("a table without rows has its headers, and a short row leaves the rest empty")
    func emptyAndShort() throws {
        #expect(try written { _ in }.cells(of: "数据")?.count == 3)
        let cells = try written { try $0.append([.text("甲处")]) }.cells(of: "数据")
        #expect(cells?["A2"]?.value == .text("甲处") && cells?["B2"] == nil)
    }

    @Test(
        "what no cell can hold is refused with its place",
        arguments: [
            ([DataCell.number(.nan)], WorkbookError.Code.badNumber, "数据!A3"),
            ([.empty, .number(-.infinity)], .badNumber, "数据!B3"),
            ([.text(String(repeating: "长", count: 32_768))], .badText, "数据!A3"),
            ([.empty, .empty, .empty, .empty], .badCell, "数据!D3"),
        ])
    func refused(_ row: [DataCell], _ code: WorkbookError.Code, _ place: String) throws {
        let error = #expect(throws: WorkbookError.self) {
            _ = try written { sheet in
                try sheet.append([.text("甲处")])
                try sheet.append(row)
            }
        }
        #expect(error?.code == code && error?.place == place)
    }

    @Test("columns that no sheet can have are refused", arguments: [0, 16_385])
    func badColumns(_ count: Int) {
        let columns = (0..<count).map { DataColumn("列\($0)") }
        #expect(code { _ = try written(columns: columns) { _ in } } == .badCell)
        #expect(code { _ = try written(columns: [DataColumn("一", width: 256)]) { _ in } } == .badLayout)
    }

    @Test(
        "beside sheets of the other kind it is one workbook, the same bytes twice, and the style of plain cells is ours"
    )
    func besideOthers() throws {
        let scratch = try Scratch()
        for name in ["one.xlsx", "two.xlsx"] {
            var book = try Workbook(at: scratch.file(name), properties: someDay, normal: .standard)
            try book.addSheet("说明") { try $0.write("先读这里", at: "A1", .title) }
            try book.addData("数据", columns: Self.columns) { sheet in
                for row in 1...300 { try sheet.append([.text("处\(row)"), .number(Double(row)), .text("文字")]) }
            }
            try book.addSheet("附录") { sheet in
                try sheet.addTable("名单", "C1:D4", headers: ["一", "二"])
                try sheet.write("后写的行", at: "A9")
                try sheet.write("先看的行", at: "A2")
            }
            _ = try book.close()
        }
        let files = try ["one.xlsx", "two.xlsx"].map { try Data(contentsOf: URL(fileURLWithPath: scratch.file($0))) }
        #expect(files[0] == files[1])
        let reader = try WorkbookReader([UInt8](files[0]))
        #expect(reader.sheetNames == ["说明", "数据", "附录"])
        #expect(try reader.cells(of: "数据")?["C301"]?.value == .text("文字"))
        #expect(try reader.cells(of: "附录")?["A2"]?.value == .text("先看的行"))
        let parts = try parts(of: scratch.file("one.xlsx"))
        let fonts = try #require(parts["xl/styles.xml"]?.split(separator: "</font>").first)
        #expect(fonts.contains("宋体") && !fonts.contains("Calibri"))
        // Only the header and the column with a style of its own name one.
        #expect(parts["xl/worksheets/sheet2.xml"]?.contains("<c r=\"A300\" t=\"inlineStr\">") == true)
    }

    @Test("a table that fails half way leaves nothing, and the workbook cannot be sealed")
    func halfWritten() throws {
        struct Stop: Error {}
        let scratch = try Scratch()
        let failure = code {
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            do {
                try book.addData("数据", columns: Self.columns) { sheet in
                    try sheet.append([.text("甲处")])
                    throw Stop()
                }
            } catch is Stop {}
            _ = try book.close()
        }
        #expect(failure == .unfinishedSheet)
        #expect(scratch.names.isEmpty)
    }

    @Test("when the private folder is gone, rows are not streamed to a public one")
    func lostScratchFolder() throws {
        let scratch = try Scratch()
        let failure = code {
            var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
            try FileManager.default.removeItem(atPath: scratch.file(".a.xlsx.tmp"))
            try book.addData("数据", columns: Self.columns) { try $0.append([.text("甲处")]) }
        }
        #expect(failure == .systemCall)
        #expect(scratch.names.isEmpty)
    }

    /// Texts that hardly pack, so that the file is large enough for two threads.
    private static func append(rows: Int, to sheet: inout DataSheet) throws {
        var state: UInt64 = 7
        for _ in 0..<rows {
            var text = ""
            for _ in 0..<64 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += String(state, radix: 36)
            }
            try sheet.append([.text(text), .number(Double(state >> 40))])
        }
    }

    @Test("a file large enough for two threads is sealed with its own SHA-256")
    func largeFile() throws {
        let scratch = try Scratch()
        var book = try Workbook(at: scratch.file("a.xlsx"), properties: someDay)
        try book.addData("数据", columns: Self.columns) { try Self.append(rows: 5_000, to: &$0) }
        let seal = try book.close()
        #expect(seal.size > 2 << 20)
        #expect(try sha256sum(of: scratch.file("a.xlsx")) == seal.sha256)
    }

    @Test("no file is left open behind a sealed or an abandoned workbook")
    func nothingStaysOpen() async {
        await #expect(processExitsWith: .success) {
            func openFiles() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            }
            let scratch = try Scratch()
            func write(_ name: String, sealing: Bool) throws {
                var book = try Workbook(at: scratch.file(name), properties: someDay)
                for sheet in ["甲", "乙"] {
                    try book.addData(sheet, columns: DataSheetTests.columns) {
                        try $0.append([.text("处"), .number(1)])
                    }
                }
                if sealing { _ = try book.close() }
            }
            try write("first.xlsx", sealing: true)
            let before = try openFiles()
            for run in 1...3 {
                try write("\(run).xlsx", sealing: true)
                try write("\(run).xlsx", sealing: false)
            }
            guard try openFiles() == before else { exit(1) }
        }
    }

    /// The rows that find no room are lost without a word from the library, and the zip round them is whole.
    @Test(
        "rows that found no room on the disk are noticed, in a small file and in a large one",
        arguments: [60_000, 4_200_000])
    func fullDisk(_ room: Int) async {
        await #expect(processExitsWith: .success) { [room] in
            let scratch = try Scratch()
            let path = scratch.file("a.xlsx")
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: path))
            var limit = rlimit(rlim_cur: rlim_t(room), rlim_max: rlim_t(room))
            signal(SIGXFSZ, SIG_IGN)
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var book = try Workbook(at: path, properties: someDay)
            try book.addData("数据", columns: DataSheetTests.columns) { try DataSheetTests.append(rows: 6_000, to: &$0) }
            do throws(WorkbookError) {
                _ = try book.close()
                exit(1)
            } catch {
                guard error.code == .damagedOutput else { exit(2) }
            }
            guard scratch.names == ["a.xlsx"], try String(contentsOfFile: path, encoding: .utf8) == "earlier" else {
                exit(3)
            }
        }
    }
}
