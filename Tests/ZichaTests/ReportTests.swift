import Foundation
import Glibc
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

    @Test func `workbook and text are written whole, with the rights of other files, and twice the same`() throws {
        let scratch = try Scratch()
        let input = ["report"] + Program.lastYear + Self.identity
        let other = unsafe open(scratch.path("other"), O_WRONLY | O_CREAT, 0o666)
        close(other)
        for name in ["a.xlsx", "b.xlsx", "a.txt"] {
            let outcome = try Program.run(input + ["-o", scratch.path(name)])
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.hasPrefix("已写成 \(scratch.path(name))，SHA-256 "))
            #expect(outcome.messages.split(separator: " ").last?.count == 65)
            #expect(try Self.rights(of: scratch.path(name)) == Self.rights(of: scratch.path("other")))
        }
        #expect(scratch.names == ["a.txt", "a.xlsx", "b.xlsx", "other"])
        #expect(
            FileManager.default.contents(atPath: scratch.path("a.xlsx"))
                == FileManager.default.contents(atPath: scratch.path("b.xlsx")))
        #expect(try String(contentsOfFile: scratch.path("a.txt"), encoding: .utf8).contains("云岭市发展服务局"))
    }

    @Test(arguments: ["a.xlsx", "a.txt"], [0o600, 0o664])
    func `a report that is replaced keeps its rights`(name: String, mode: Int) throws {
        let scratch = try Scratch()
        let path = try scratch.file(name, "earlier")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let outcome = try Program.run(["report"] + Program.lastYear + Self.identity + ["-o", path, "--overwrite"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try Self.rights(of: path) == mode)
    }

    private static func rights(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a file without the units' column is said to be the reason why no unit is shown`() throws {
        let scratch = try Scratch()
        let rows = try Program.text(of: "seeds/responses-2026.csv").split(separator: "\n")
        let table = rows.map { $0.drop { $0 != "," }.dropFirst() }.joined(separator: "\n") + "\n"
        let path = try scratch.file("answers.csv", table)
        let outcome = try Program.run([
            "report", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--responses",
            "2026=\(path)", "-o", "-",
        ])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.contains("答卷文件没有处室这一列（CS），不能分处室显示。"))
    }

    /// The report is for those whom the survey asked, whatever the terminal of the one who makes it speaks.
    @Test(arguments: ["zh_CN.UTF-8", "en_US.UTF-8"], [("en, zh", "════ Cover ════"), ("zh, en", "════ 封面 ════")])
    func `a report speaks the survey's first language`(locale: String, languages: (list: String, cover: String)) throws
    {
        let scratch = try Scratch()
        let survey = try scratch.file(
            "service.zicha",
            """
            # Service survey | 服务调查
            version: 2026
            languages: \(languages.list)

            scale: Agreement
            - 1 = Strongly disagree | 很不同意
            - 2 = Disagree | 不同意
            - 3 = Neither | 一般
            - 4 = Agree | 同意
            - 5 = Strongly agree | 很同意

            A. Staff are polite | 工作人员态度好 [likert Agreement]

            dimension: Service | 服务
            items: A
            """)
        let answers = try scratch.file(
            "answers.csv", "A\n" + (0..<40).map { "\($0 % 5 + 1)\n" }.joined())
        let outcome = try Program.run(
            ["report", "--survey", survey, "--responses", answers, "--date", "2026-12-01", "-o", "-"],
            environment: ["LC_ALL": locale])
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output.hasPrefix(languages.cover))
    }

    @Test func `a report of chosen rows does not pass for the whole`() throws {
        let chosen = try Program.run(["report"] + Program.lastYear + Self.identity + ["--where", "DY = 1", "-o", "-"])
        #expect(chosen.status == 0, "\(chosen.messages)")
        let note = "提示：按条件只取了一部分答卷，不算回收率，区间不作有限总体校正\n"
        #expect(chosen.messages.components(separatedBy: note).count == 2)
        let scores = try Program.run(["score"] + Program.lastYear + ["--where", "DY = 1"]).output
        #expect(scores.contains("mean.t"))
        #expect(!scores.contains("fpc"))
        #expect(!scores.contains("应参加") && scores.contains("[按名册人数加权]\n没有"))
        // With every row kept, the roster's people are the ones who were asked.
        let all = try Program.run(
            ["report"] + Program.lastYear + Self.identity + ["--where", "DY = 1 或 DY ≠ 1 或 DY 未答", "-o", "-"])
        #expect(all.status == 0, "\(all.messages)")
        #expect(!all.messages.contains(note))
        #expect(all.output.contains("回收率"))
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
