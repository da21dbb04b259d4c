import Foundation
import Testing

@Suite struct DiffTests {
    private static let years = ["surveys/learning-organ-2025.zicha", "surveys/learning-organ-2026.zicha"]

    /// Set ZICHA_RECORD to record it anew; a recording run fails.
    @Test(arguments: ["zh", "en"]) func `the revision of the shipped survey is the one on record`(language: String)
        throws
    {
        let outcome = try Program.run(["diff"] + Self.years + ["--lang", language])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let path = "Tests/Golden/revision-2025-2026.\(language).txt"
        if ProcessInfo.processInfo.environment["ZICHA_RECORD"] != nil {
            try outcome.output.write(
                to: Program.package.appendingPathComponent(path), atomically: true, encoding: .utf8)
            Issue.record("recorded \(path); read the difference and run again without ZICHA_RECORD")
            return
        }
        #expect(outcome.output == (try Program.text(of: path)))
    }

    @Test func `a survey does not differ from itself, whatever language its keywords are in`() throws {
        let scratch = try Scratch()
        let english = try Program.run("format", "--print", "--keywords", "en", Self.years[0])
        let path = try scratch.file("english.zicha", english.output)
        for other in [Self.years[0], path] {
            let outcome = try Program.run("diff", Self.years[0], other)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("没有需要先定的事项"))
            #expect(outcome.output.contains("两份问卷没有不同（年份和填写日期不算）"))
            #expect(!outcome.output.contains("断开") && !outcome.output.contains("只用共同"))
        }
    }

    @Test func `workbook, text and JSON say the same, and twice the same`() throws {
        let scratch = try Scratch()
        let command = ["diff"] + Self.years + ["--date", "2026-12-01"]
        for name in ["a.xlsx", "b.xlsx", "a.txt"] {
            let outcome = try Program.run(command + ["-o", scratch.path(name)])
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(outcome.messages.hasPrefix("已写成 \(scratch.path(name))，SHA-256 "))
        }
        #expect(
            FileManager.default.contents(atPath: scratch.path("a.xlsx"))
                == FileManager.default.contents(atPath: scratch.path("b.xlsx")))
        let printed = try Program.run(command)
        #expect(try String(contentsOfFile: scratch.path("a.txt"), encoding: .utf8) == printed.output)
        let json = try Program.run(command + ["--format", "json"])
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(value?["format"] as? String == "zicha-diff")
        let changes = try #require(value?["changes"] as? [[String: Any]])
        for change in changes {
            let subject = (change["subject"] as? [String: String])?["zh"] ?? "?"
            #expect(printed.output.contains("  \(subject)  "))
        }
        let trends = try #require(value?["trends"] as? [[String: Any]])
        #expect(
            trends.first { $0["dimension"] as? String == "业务培训" }?["common"] as? [String] == [
                "YW1", "YW2", "YW3", "YW4",
            ])
    }

    @Test func `years that do not follow each other are said to be so`() throws {
        let outcome = try Program.run("diff", "surveys/learning-organ-2024.zicha", Self.years[1])
        #expect(outcome.output.contains("这两份问卷不是前后相接的两年"))
        #expect(outcome.output.contains("2024 版 → 2026 版"))
    }

    @Test func `a survey that is missing or has errors is one clear message`() throws {
        let scratch = try Scratch()
        let missing = try Program.run("diff", "nowhere.zicha", Self.years[0])
        #expect(missing.status == 1)
        #expect(missing.messages == "错误：nowhere.zicha：找不到这个文件，请核对路径\n")
        let broken = try scratch.file("broken.zicha", "# 试卷\n语言：zh\nA1. 问 [单选提]\n- 1 = 是\n- 2 = 否\n")
        let wrong = try Program.run("diff", Self.years[0], broken)
        #expect(wrong.status == 1)
        #expect(wrong.messages.contains("错误 Z013") && wrong.messages.contains("问卷有错误，请改好再来"))
        #expect(try Program.run(["diff"] + Self.years + ["-o", "a.pdf"]).status == 64)
        #expect(try Program.run(["diff"] + Self.years + ["-o", Self.years[0]]).status == 64)
        #expect(try Program.run(["diff"] + Self.years + ["--format", "json", "-o", Self.years[0]]).status == 1)
    }
}
