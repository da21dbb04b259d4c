import Foundation
import Testing

/// Small tables of kinds that offices send, through the built program: read right, or refused with the cell.
@Suite struct TableFileTests {
    private static let folder = "Tests/Fixtures/tables"
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Takes a file into a new round, and gives what was said and what was kept.
    private func kept(_ file: String, _ more: String...) throws -> (outcome: Program.Outcome, rows: [String]) {
        let store = ["--store", scratch.path("z.db"), "--on", "2026-11-30", "--lang", "zh"]
        let opened = try Program.run(
            ["open", "2026", "--survey", "\(Self.folder)/survey.zicha", "--roster", "\(Self.folder)/roster.csv"] + store
        )
        #expect(opened.status == 0, "\(opened.messages)")
        let outcome = try Program.run(["import", "2026", file] + more + store)
        let table = scratch.path("kept.csv")
        #expect(try Program.run(["export", "2026", "-o", table] + store).status == 0)
        let rows = try String(contentsOfFile: table, encoding: .utf8).split { $0.isNewline }.dropFirst().map(
            String.init)
        return (outcome, rows)
    }

    private static let plain = "办公室,zh,,\"jz;wl\",,12,8.5,2020-05-06,2021-07-01,\"a;b;c\",5,1,4,8,"

    @Test(arguments: [
        ("days-from-1904", [plain + "好"]), ("days-in-words", [plain + "好"]),
        ("merged-unit", [plain + "好", plain + "好", plain + "好"]),
        (
            "saved-by-libreoffice",
            [plain + "2026-01", plain + "2026-01-02", plain + "2026-01-02 09:30:00"]
        ),
    ])
    func `what the sheet shows is kept`(name: String, rows: [String]) throws {
        let read = try kept("\(Self.folder)/\(name).xlsx")
        #expect(read.outcome.status == 0, "\(read.outcome.messages)")
        // Rows are exported in an order of their own.
        #expect(read.rows.sorted() == rows)
    }

    @Test func `a number that may have been a day is pointed out by its row`() throws {
        let read = try kept("\(Self.folder)/number-for-a-day.xlsx")
        #expect(read.outcome.status == 0 && read.rows == [Self.plain + "46024"])
        #expect(read.outcome.messages.contains("列“YJ”：1 行的文字只是一个数，可能原来是日期：第 2 行"))
        #expect(!read.outcome.messages.contains("46024"))
    }

    @Test func `a formula without a stored value stops the file with its cell`() throws {
        let path = "\(Self.folder)/formula-without-value.xlsx"
        let read = try kept(path)
        #expect(read.outcome.status == 1 && read.rows.isEmpty)
        #expect(read.outcome.messages == "错误：\(path)：工作表“Sheet1”的 I2 是公式，没有存下算好的结果；请在表格软件里打开、另存一次再用\n")
        let score = try Program.run(
            "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", path, "--lang", "zh")
        #expect(score.status == 1 && score.messages == read.outcome.messages)
    }

    /// A cell of several lines is one row, as in the spreadsheet that the officer looks at; so is an empty line.
    @Test func `rows are numbered as a spreadsheet numbers them`() throws {
        let row = "办公室,zh,jz,12,8.5,2020-05-06,2021-07,a,5,1,4,8,"
        let text =
            "sep=,\r\nCS,GW,XS,XX,FS,RQ,YF,PX,XF1,XF2,XF3,PF,YJ\r\n" + row + "\"第一行\r\n第二行\r\n\r\n第四行\"\r\n\r\n"
            + row.replacing(",5,1,4,", with: ",九,1,4,") + "好\r\n" + row + "\"请打\n13800138000\"\r\n"
        // GB18030, as Excel saves a CSV in a Chinese office.
        let path = try scratch.file("a.csv", text, encoding: String.Encoding(rawValue: 0x8000_0632))
        let read = try kept(path, "--set-aside", "九")
        #expect(read.outcome.status == 1 && read.rows.isEmpty)
        #expect(read.outcome.messages.contains("列“XF1”：3 格中 1 格不是答案（33%）：不是这道题的选项，第 4 行"))
        #expect(read.outcome.messages.contains("列“YJ”：1 行的文字里像是有手机号：第 5 行"))
        let broken = try scratch.file("b.csv", text.replacing("\"请打", with: "请打\"").replacing("8000\"", with: "8000"))
        let score = try Program.run(
            "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", broken, "--lang", "en")
        #expect(score.messages.contains("row 6 has 1 cells, the header 13"), "\(score.messages)")
    }
}
