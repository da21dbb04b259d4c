import Foundation
import TestSupport
import Testing
import Workbooks

/// Open answers from the responses through a coder's hands into a report.
@Suite struct CommentsTests {
    private let scratch: Scratch
    private let comments: [[String]]
    private let responses: String

    init() throws {
        scratch = try Scratch()
        comments = try Self.rows("seeds/comments-2026.csv")
        var table = try SeedTable()
        let step = table.rows.count / comments.count
        for (index, comment) in comments.enumerated() { try table.set("YJ", row: index * step, to: comment[0]) }
        responses = try scratch.file("responses.csv", table.text)
    }

    private static func rows(_ path: String) throws -> [[String]] {
        try Program.text(of: path).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private var files: [String] {
        [
            "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--responses",
            "2026=\(responses)",
        ]
    }

    /// Fills the coding workbook in as the seeds say, with some cells otherwise.
    private func code(_ path: String, other: [String: [Cell: Rewriting.Change]] = [:]) throws -> String {
        var changes: [String: [Cell: Rewriting.Change]] = [:]
        for (row, theme) in try Self.rows("seeds/themes-2026.csv").enumerated() {
            for (column, text) in theme.enumerated() {
                changes["主题", default: [:]][Cell(row: 5 + row, column: 1 + column)] = .text(text)
            }
        }
        let themes = Dictionary(uniqueKeysWithValues: comments.map { ($0[0], $0.dropFirst()) })
        for (cell, content) in try WorkbookReader(contentsOf: path).cells(of: "意见") ?? [:] where cell.column == 4 {
            guard case .text(let text) = content.value, let own = themes[text] else { continue }
            for (place, theme) in own.enumerated() where !theme.isEmpty {
                changes["意见", default: [:]][Cell(row: cell.row, column: 5 + place)] = .text(theme)
            }
        }
        for (sheet, cells) in other { changes[sheet, default: [:]].merge(cells) { $1 } }
        let coded = scratch.path("coded-\(UUID().uuidString).xlsx")
        try Rewriting.copy(path, to: coded, changes: changes)
        return coded
    }

    private func codingWorkbook() throws -> String {
        let path = scratch.path("编码表.xlsx")
        let made = try Program.run(["comments"] + files + ["-o", path])
        #expect(made.status == 0, "\(made.messages)")
        return path
    }

    @Test func `Responses of files become a sheet of themes, and nobody's words come with it`() throws {
        let coded = try code(codingWorkbook())
        for end in ["txt", "md", "html"] {
            let report = scratch.path("报告.\(end)")
            let made = try Program.run(
                ["report"] + files + ["--date", "2026-12-01", "--comments", coded, "-o", report])
            #expect(made.status == 0, "\(made.messages)")
            #expect(made.messages.contains("有 2 条意见没有选主题"))
            let text = try String(contentsOfFile: report, encoding: .utf8)
            #expect(text.contains("开放意见") && text.contains("希望有固定、受保护的学习时段"))
            #expect(!text.contains("调查研究　") && !text.contains("走访不够深入"))
            for comment in comments where comment[0].count >= 6 {
                #expect(!text.contains(comment[0]) && !made.all.contains(comment[0]))
            }
        }
    }

    @Test func `The same goes through a store, and the act is in its log`() throws {
        let store = ["--store", scratch.path("zicha.db"), "--on", "2026-11-20"]
        let survey = "surveys/learning-organ-2026.zicha"
        for arguments in [
            ["open", "2026", "--survey", survey, "--roster", "seeds/roster.csv"], ["import", "2026", responses],
            ["close", "2026"], ["seal", "2026", "--yes"], ["comments", "2026", "-o", scratch.path("编码表.xlsx")],
        ] {
            let done = try Program.run(arguments + store)
            #expect(done.status == 0, "\(arguments[0]): \(done.messages)")
        }
        let coded = try code(scratch.path("编码表.xlsx"))
        let report = try Program.run(
            ["report", "2026", "--date", "2026-12-01", "--comments", coded, "-o", "-"] + store)
        #expect(report.status == 0, "\(report.messages)")
        #expect(report.output.contains(/业务培训 +13 +能力/))
        #expect(report.output.contains(/学习时间 +12 +学风/))
        let log = try Program.run(["status", "2026", "--log"] + store)
        #expect(log.output.contains("comments") && !log.output.contains("comments 43"))
    }

    @Test func `A coding workbook is not overwritten: it may be the only one with themes in it`() throws {
        let path = try codingWorkbook()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let again = try Program.run(["comments"] + files + ["-o", path])
        #expect(again.status == 1 && again.messages.contains("已经有这个文件，没有覆盖"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `A fault of the coding stops the report before anything is written`() throws {
        let coded = try code(codingWorkbook(), other: ["意见": ["G9": .text("没有列出的主题")]])
        let report = scratch.path("报告.xlsx")
        let made = try Program.run(["report"] + files + ["--comments", coded, "-o", report])
        #expect(made.status == 1)
        #expect(made.messages.contains("工作表“意见”第 9 行：主题3没有列在“主题”表里"))
        #expect(!made.messages.contains("没有列出的主题"))
        #expect(!scratch.names.contains { $0.contains("报告") })
    }

    @Test func `Rows chosen otherwise are other responses`() throws {
        let coded = try code(codingWorkbook())
        let made = try Program.run(
            ["report"] + files + ["--where", "GL != 1", "--comments", coded, "-o", scratch.path("报告.xlsx")])
        #expect(made.status == 1 && made.messages.contains("按另一批答卷做的"), "\(made.messages)")
    }

    @Test func `No unit's workbook has the sheet`() throws {
        let coded = try code(codingWorkbook())
        let made = try Program.run(
            ["report"] + files
                + ["--comments", coded, "-o", scratch.path("报告.txt"), "--units", scratch.path("处室")])
        #expect(made.status == 0, "\(made.messages)")
        let books = try FileManager.default.contentsOfDirectory(atPath: scratch.path("处室"))
        #expect(!books.isEmpty)
        for book in books {
            let names = try WorkbookReader(contentsOf: scratch.path("处室/\(book)"), limits: .report).sheetNames
            #expect(!names.contains("开放意见"))
        }
        let alone = try Program.run(["report"] + files + ["--comments", coded, "--units", scratch.path("别处")])
        #expect(alone.status == 64 && alone.messages.contains("--comments 要和 -o 一起用"))
    }

    @Test func `Where nobody wrote anything there is nothing to code`() throws {
        let made = try Program.run(["comments"] + Program.lastYear + ["-o", scratch.path("编码表.xlsx")])
        #expect(made.status == 1 && made.messages.contains("没有人回答开放题 YJ"))
        #expect(!scratch.names.contains("编码表.xlsx"))
    }
}
