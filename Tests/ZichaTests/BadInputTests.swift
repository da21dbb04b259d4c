import Foundation
import Testing

/// Whatever is wrong with the input: one clear sentence, exit status 1, and nothing written.
@Suite struct BadInputTests {
    /// Runs a report over a spoiled file of responses.
    private func report(_ responses: String, _ more: String..., target: String, language: String = "zh") throws
        -> Program.Outcome
    {
        try Program.run(
            ["report", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"]
                + ["--responses", responses, "--lang", language, "-o", target] + more)
    }

    private func expectRefused(
        _ outcome: Program.Outcome, _ sentence: String, _ place: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.status == 1, sourceLocation: place)
        #expect(outcome.messages == sentence + "\n", sourceLocation: place)
        #expect(outcome.output.isEmpty, sourceLocation: place)
    }

    @Test func `a missing file`() throws {
        let scratch = try Scratch()
        expectRefused(
            try report("nowhere.csv", target: scratch.path("a.xlsx")), "错误：nowhere.csv：找不到这个文件，请核对路径")
        expectRefused(
            try report("nowhere.csv", target: scratch.path("a.xlsx"), language: "en"),
            "error: nowhere.csv: there is no such file; check the path")
        #expect(scratch.names.isEmpty)
    }

    @Test func `a survey larger than any survey is not read`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("huge.zicha", "")
        // A hole in the file: as long as a gigabyte, and no room taken.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 1 << 30)
        try file.close()
        expectRefused(
            try Program.run("score", "--survey", path, "--responses", "seeds/responses-2026.csv"),
            "错误：\(path)：超过 64 MB，不像是问卷，没有读；请核对给的是不是这个文件")
    }

    @Test(arguments: [("# 自查\r\n", 2), ("", 1)])
    func `a line longer than any sentence is not read`(above: String, line: Int) throws {
        let scratch = try Scratch()
        let path = try scratch.file("long.zicha", above + "A1. " + String(repeating: "长", count: 400_000))
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        #expect(outcome.messages == "错误：\(path)：第 \(line) 行超过 1 MB，不像是问卷，没有读；请核对给的是不是这个文件\n")
    }

    @Test func `an unknown column`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        table.header[5] = "QQQQ9"
        let path = try scratch.file("unknown.csv", table.text)
        expectRefused(
            try report(path, target: scratch.path("a.xlsx")),
            "错误：\(path)：第 6 列“QQQQ9”不是问卷里的代码；删去这一列，或用 --map 只取需要的列")
        #expect(scratch.names == ["unknown.csv"])
    }

    @Test func `a roster with a line of totals counts nobody twice`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("roster.csv", "处室,人数\n办公室,24\n综合规划处,18\n合计,42\n")
        let outcome = try Program.run(
            "score", "--survey", "surveys/learning-organ-2026.zicha", "--roster", path, "--responses",
            "seeds/responses-2026.csv")
        expectRefused(outcome, "错误：\(path)：名册第 4 行是合计，不是处室，请删去")
    }

    @Test func `rows without answers are noted and not counted`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        for unit in ["办公室", " ", "综合规划处"] {
            table.rows.append([unit] + Array(repeating: "", count: table.header.count - 1))
        }
        let path = try scratch.file("blank.csv", table.text)
        let outcome = try Program.run(
            "score", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--responses",
            path)
        #expect(outcome.status == 0, "\(outcome.messages)")
        // The row without even a unit is none to the reader of the table.
        #expect(outcome.messages == "提示：\(path)：2 行除了处室什么也没有填，不算有效答卷\n")
        let plain = try Program.run(["score"] + Program.lastYear)
        func lines(_ text: String) -> [Substring] { text.split(separator: "\n").filter { !$0.hasPrefix("sha256") } }
        let differing = zip(lines(outcome.output), lines(plain.output)).filter { $0.0 != $0.1 }
        // The file has two rows more, and says so; the numbers are the same.
        #expect(differing.count == 1)
        #expect(differing.first?.0.split(separator: "；")[0] == differing.first?.1.split(separator: "；")[0])
    }

    @Test func `an answer outside its scale stops the report and is never quoted`() throws {
        let scratch = try Scratch()
        var table = try SeedTable()
        try table.set("XF2", row: 2, to: "哨兵甲")
        try table.set("XF2", row: 4, to: "77")
        let path = try scratch.file("outside.csv", table.text)
        expectRefused(
            try report(path, target: scratch.path("a.xlsx")),
            """
            \(path)：列“XF2”：190 格中 2 格不是答案（1.1%）：不是这道题的选项 1 格、超出题目的范围 1 格，第 4、6 行；可以写 1~5 或对应文字
            错误：共有 2 格不是题目的答案，没有往下做；请改好，或加 --set-aside-rejects 把它们按缺答处理
            """)
        #expect(scratch.names == ["outside.csv"])
    }

    @Test func `a file that was cut off`() throws {
        let scratch = try Scratch()
        let text = try SeedTable().text
        let path = try scratch.file("cut.csv", String(text.prefix(text.count / 2)))
        let outcome = try report(path, target: scratch.path("a.xlsx"))
        #expect(outcome.status == 1)
        #expect(outcome.messages.hasPrefix("错误：\(path)：第 "))
        #expect(outcome.messages.contains("文件可能没有传完，请重新导出"))
        var table = try SeedTable()
        try table.set("XF2", row: 3, to: "\"4")
        let quoted = try scratch.file("quote.csv", table.text)
        #expect(try report(quoted, target: scratch.path("a.xlsx"), language: "en").messages.contains("never closed"))
        #expect(scratch.names == ["cut.csv", "quote.csv"])
    }

    @Test func `an unreadable encoding`() throws {
        let scratch = try Scratch()
        let path = scratch.path("bytes.csv")
        try Data([0x41, 0x0A, 0xFF, 0xFF, 0xFF, 0x0A]).write(to: URL(fileURLWithPath: path))
        expectRefused(
            try report(path, target: scratch.path("a.xlsx"), language: "en"),
            "error: \(path): not text in UTF-8, GB18030 or UTF-16; save it as CSV UTF-8")
    }

    @Test func `a target that cannot be written is found before the work`() throws {
        let scratch = try Scratch()
        let lost = scratch.path("lost/a.xlsx")
        expectRefused(
            try report("nowhere.csv", target: lost),
            "错误：\(lost)：没有文件夹 \(scratch.path("lost"))，请先建好")
        try FileManager.default.createDirectory(atPath: scratch.path("folder.xlsx"), withIntermediateDirectories: false)
        expectRefused(
            try report("nowhere.csv", target: scratch.path("folder.xlsx"), language: "en"),
            "error: \(scratch.path("folder.xlsx")): the name is no regular file; choose another, or - for the screen")
    }

    @Test func `an input is never overwritten`() throws {
        let scratch = try Scratch()
        let text = try SeedTable().text
        let path = try scratch.file("answers.txt", text)
        expectRefused(try report(path, target: path), "错误：\(path)：这是输入文件，不能覆盖，请换一个名字")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func `a file of answers in the place of the survey is not quoted`() throws {
        let outcome = try Program.run(
            "report", "--survey", "seeds/responses-2026.csv", "--responses", "seeds/responses-2026.csv", "-o", "-")
        expectRefused(outcome, "错误：seeds/responses-2026.csv：里面没有题目，看来不是问卷；问卷文件以 .zicha 结尾")
    }

    @Test func `a survey with errors is shown with them`() throws {
        let scratch = try Scratch()
        let text = try Program.text(of: "surveys/learning-organ-2026.zicha")
        let path = try scratch.file("bad.zicha", text.replacingOccurrences(of: "[量表题 符合五级]", with: "[量表提 符合五级]"))
        let outcome = try Program.run("score", "--survey", path, "--responses", "seeds/responses-2026.csv")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("错误 Z013"))
        #expect(outcome.messages.hasSuffix("错误：\(path)：问卷有错误，请改好再来\n"))
    }

    @Test func `an expression that is not understood`() throws {
        let outcome = try Program.run(["score"] + Program.lastYear + ["--where", "QQQQ = 1"])
        #expect(outcome.status == 1)
        #expect(outcome.messages.hasPrefix("错误：seeds/responses-2026.csv：--where 看不懂："))
    }

    @Test(arguments: [
        ["report"],
        ["report", "--survey", "a.zicha", "--responses", "a.csv", "-o", "a.docx"],
        ["report", "--survey", "a.zicha", "--responses", "a.csv", "-o", "-", "--date", "2026-02-30"],
        ["score", "--survey", "a.zicha", "--responses", "2024=a.csv", "--responses", "b.csv"],
        ["score", "--survey", "a.zicha", "--responses", "2024=a.csv", "--responses", "2024=b.csv"],
        ["score", "--survey", "a.zicha", "--responses", "a.csv", "--format", "xml"],
        ["simulate", "--survey", "a.zicha", "--roster", "r.csv", "--missing", "2", "-o", "-"],
        ["check"], ["unknown"], ["check", "--lang", "fr", "a.zicha"],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
