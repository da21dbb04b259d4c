import Foundation
import Testing

@Suite struct ReportTests {
    private static let identity = ["--organisation", "云岭市发展服务局", "--date", "2026-12-01"]

    /// What surveys/ and seeds/ yield is kept in reports/. Set ZICHA_RECORD to record it anew; a recording run fails.
    @Test func `the committee report is the one on record`() throws {
        let outcome = try Program.run(["report"] + Program.threeYears + Self.identity + ["-o", "-"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let path = "reports/learning-organ-2024-2026.txt"
        if ProcessInfo.processInfo.environment["ZICHA_RECORD"] != nil {
            try outcome.output.write(
                to: Program.package.appendingPathComponent(path), atomically: true, encoding: .utf8)
            Issue.record("recorded \(path); read the difference and run again without ZICHA_RECORD")
            return
        }
        let golden = try Program.text(of: path)
        let different = zip(outcome.output.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
        #expect(outcome.output == golden, "first difference: \(String(describing: different))")
    }

    @Test func `workbook and text are written whole, readable by their owner alone, and twice the same`() throws {
        let scratch = try Scratch()
        let input = ["report"] + Program.lastYear + Self.identity
        for name in ["a.xlsx", "b.xlsx", "a.txt"] {
            let outcome = try Program.run(input + ["-o", scratch.path(name)])
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            let rights = try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions]
            #expect(rights as? Int == 0o600)
        }
        #expect(scratch.names == ["a.txt", "a.xlsx", "b.xlsx"])
        #expect(
            FileManager.default.contents(atPath: scratch.path("a.xlsx"))
                == FileManager.default.contents(atPath: scratch.path("b.xlsx")))
        #expect(try String(contentsOfFile: scratch.path("a.txt"), encoding: .utf8).contains("云岭市发展服务局"))
    }

    @Test func `a year without its own survey is read by the given one, and that is said`() throws {
        let outcome = try Program.run(
            "score", "--survey", "surveys/client-rating-2026.zicha", "--responses", "2023=nowhere.csv", "--lang", "en")
        #expect(outcome.status == 1)
        #expect(
            outcome.messages == """
                note: there is no survey file surveys/client-rating-2023.zicha for 2023; surveys/client-rating-2026.zicha is used for that year too
                error: nowhere.csv: there is no such file; check the path

                """)
    }

    @Test func `answers that people wrote themselves reach no output`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        // An open answer, a unit that does not exist, and answers that are none.
        try table.set("YJ", row: 0, to: "哨兵意见")
        try table.set("CS", row: 1, to: "哨兵处室")
        try table.set("XF1", row: 2, to: "哨兵一二三")
        try table.set("NL1_cur", row: 3, to: "哨兵四五六")
        let path = try scratch.file("sentinel.csv", table.text)
        let input = [
            "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--responses", path,
        ]
        for command in [
            ["report"] + input + ["-o", "-"], ["report"] + input + ["-o", "-", "--set-aside-rejects"],
            ["score"] + input + ["--set-aside-rejects"],
            ["score"] + input + ["--set-aside-rejects", "--format", "json"],
            ["score"] + input + ["--lang", "en"], ["check", path], ["check", path, "--lang", "en"],
        ] {
            let outcome = try Program.run(command)
            #expect(!outcome.all.contains("哨兵"), "\(command)")
        }
    }
}
