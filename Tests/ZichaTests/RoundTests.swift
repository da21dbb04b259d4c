import Foundation
import Storage
import Surveys
import Testing

/// A whole self-assessment, as an office runs it: one store, three years, one command after the other.
@Suite struct RoundTests {
    private let scratch: Scratch
    private let store: String

    init() throws {
        scratch = try Scratch()
        store = scratch.path("zicha.db")
    }

    /// Runs a command on the store, on a day.
    @discardableResult private func zicha(_ arguments: String..., day: String = "2026-11-27", fails: Bool = false)
        throws -> Program.Outcome
    {
        let outcome = try Program.run(arguments + ["--store", store, "--on", day, "--lang", "zh"])
        #expect(outcome.status == (fails ? 1 : 0), "\(arguments): \(outcome.messages)")
        return outcome
    }

    private func open(_ year: Int, day: String = "2026-11-01") throws {
        try zicha(
            "open", "\(year)", "--survey", "surveys/learning-organ-\(year).zicha", "--roster", "seeds/roster.csv",
            day: day)
    }

    @Test(arguments: [".隐藏.xlsx", "~$在用.xlsx"])
    func `a form that is left because of its name is named with the reason, given alone and in a folder`(
        name: String
    ) throws {
        try open(2026)
        let folder = scratch.path("表")
        try zicha("forms", "2026", "--without-codes", "-o", folder, day: "2026-11-02")
        let form = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        try FileManager.default.moveItem(atPath: "\(folder)/\(form)", toPath: "\(folder)/\(name)")
        let reason = name.hasPrefix(".") ? "是隐藏文件" : "是表格程序打开文件时的锁文件"
        let alone = try zicha("import", "2026", "\(folder)/\(name)", day: "2026-11-03")
        let whole = try zicha("import", "2026", folder, day: "2026-11-03", fails: true)
        for outcome in [alone, whole] { #expect(outcome.messages.contains("\(name)：\(reason)"), "\(outcome.messages)") }
        #expect(alone.messages.contains("收下 0 份"))
        #expect(whole.messages.contains("里面没有一份 .xlsx 填报表"))
    }

    private func codes(_ name: String, _ unit: String, _ count: Int) throws -> [String] {
        let path = scratch.path(name)
        try zicha("codes", "2026", "--unit", unit, "--count", "\(count)", "-o", path, day: "2026-11-02")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split { $0.isNewline }.dropFirst()
        return lines.compactMap { $0.split(separator: ",").last.map(String.init) }
    }

    @Test func `three years in the store give the report that their files give`() throws {
        for year in 2024...2026 {
            try open(year, day: "\(year)-11-01")
            try zicha("import", "\(year)", "seeds/responses-\(year).csv", day: "\(year)-11-27")
            try zicha("close", "\(year)", day: "\(year)-11-28")
            let sealed = try zicha("seal", "\(year)", "--yes", day: "\(year)-11-28")
            #expect(sealed.messages.contains("根指纹") && sealed.messages.contains("-\(year)-sealed.db"))
        }
        let report = scratch.path("report.txt")
        let identity = ["--organisation", "云岭市发展服务局", "--date", "2026-12-01", "--overwrite", "-o", report]
        let words =
            ["report", "2024", "2025", "2026"] + identity + ["--store", store, "--on", "2026-11-28", "--lang", "zh"]
        for _ in 0..<2 {
            #expect(try Program.run(words).status == 0)
            func lines(_ text: String) -> [String] {
                text.split(separator: "\n").map(String.init).filter { !$0.contains("sha256") }
            }
            let made = try lines(String(contentsOfFile: report, encoding: .utf8))
            #expect(made == lines(try Program.text(of: "reports/learning-organ-2024-2026.txt")))
        }
        let log = try zicha("status", "--log", day: "2026-11-28").output
        #expect(log.contains("已封存  191 / 222  86%"))
        #expect(log.components(separatedBy: "出报告").count == 3)
        #expect(try zicha("verify", day: "2026-11-28").messages.contains("库是完好的"))
        // The archive is a store by itself.
        let archive = scratch.path("zicha-2026-sealed.db")
        let copy = try Program.run(["status", "2026", "--store", archive, "--lang", "zh"])
        #expect(copy.status == 0 && copy.output.contains("已封存"))
        #expect(
            try zicha("reopen", "2026", "--reason", "迟到", day: "2026-11-28", fails: true).messages.contains("不能重新开放"))
    }

    @Test func `a response comes by its code, once, and its receipt is found when the round is sealed`() throws {
        try open(2026)
        let codes = try codes("codes.csv", "督查室", 2)
        #expect(codes.count == 2)
        let rows = try Program.text(of: "seeds/responses-2026.csv").split { $0.isNewline }
        let one = try scratch.file("one.csv", rows.prefix(2).joined(separator: "\n") + "\n")
        let receipt = try zicha("import", "2026", one, "--code", codes[0]).output
        #expect(receipt.wholeMatch(of: /([0-9A-Z]{4}-){3}[0-9A-Z]{4}\n/) != nil)
        let again = try zicha("import", "2026", one, "--code", codes[0], fails: true)
        #expect(again.messages.contains("已经用过"))
        let status = try zicha("status", "2026").output
        // The code knows the unit better than what was typed.
        #expect(status.contains("1 / 6  17%") && status.contains("口令：发出 2，用过 1，正在填写 0"))
        // Nobody reads in any message or in the store what was answered or by which code.
        #expect(!(again.all + status).contains(codes[0]))
        #expect(FileManager.default.contents(atPath: store)?.range(of: Data(codes[0].utf8)) == nil)
        let look = ["verify", "--receipt", receipt.trimmingCharacters(in: .newlines)]
        #expect(try Program.run(look + ["--store", store, "--lang", "zh"]).messages.contains("没有这张回执"))
        try zicha("close", "2026", day: "2026-11-28")
        try zicha("seal", "2026", "--yes", day: "2026-11-28")
        #expect(try Program.run(look + ["--store", store, "--lang", "zh"]).messages.contains("在 2026 年的答卷里"))
        let reversed = receipt.trimmingCharacters(in: .newlines).reversed()
        #expect(try Program.run(["verify", "--receipt", String(reversed), "--store", store]).status == 1)
    }

    @Test func `the interview in the terminal goes on by its code and hands in once`() throws {
        let survey = """
            # 小问卷 | Small survey
            版本：2026

            ## 一、学习 | Learning

            A1. 您满意吗？ | Are you content? [单选]
            - 1 = 满意 | Yes
            - 2 = 不满意 | No

            A2. 说说为什么 | Why? [文本 选填]
            """
        let path = try scratch.file("small.zicha", survey + "\n")
        let roster = try scratch.file("roster.csv", "处室,人数\n甲处,3\n")
        try zicha("open", "2026", "--survey", path, "--roster", roster, day: "2026-11-01")
        let code = try codes("codes.csv", "甲处", 1)[0]
        func fill(_ typed: String) throws -> Program.Outcome {
            try Program.run(["fill", code, "--plain", "--store", store, "--lang", "zh"], input: typed)
        }
        let left = try fill("2\n")
        #expect(left.output.contains("您满意吗"))
        #expect(try zicha("status", "2026").output.contains("正在填写 1"))
        // Goes on where it was left, and hands in once that is said.
        let resumed = try fill("独一无二的理由\ny\n")
        #expect(resumed.output.contains("说说为什么") && !resumed.output.contains("您满意吗"))
        #expect(resumed.output.contains(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/))
        #expect(try zicha("status", "2026").output.contains("用过 1"))
        #expect(try fill("1\n").messages.contains("已经用过"))
        let bytes = try #require(FileManager.default.contents(atPath: store))
        #expect(bytes.range(of: Data("zicha-draft".utf8)) == nil)
        #expect(bytes.range(of: Data(code.utf8)) == nil)
        let table = scratch.path("out.csv")
        try zicha("export", "2026", "-o", table)
        let exported = try String(contentsOfFile: table, encoding: .utf8)
        #expect(exported.contains("甲处,2,独一无二的理由"))
        let workbook = scratch.path("out.xlsx")
        try zicha("export", "2026", "-o", workbook)
        // What was exported can be taken in again, units and all.
        for exported in [table, workbook] {
            let words = ["--store", exported + ".db", "--on", "2026-11-27", "--lang", "zh"]
            #expect(try Program.run(["open", "2026", "--survey", path, "--roster", roster] + words).status == 0)
            #expect(try Program.run(["import", "2026", exported] + words).status == 0)
            #expect(try Program.run(["status", "2026"] + words).output.contains("1 / 3  33%"))
        }
        // A name that says another kind of file, and one file for two things, are refused; the export stays as it was.
        let before = FileManager.default.contents(atPath: workbook)
        for words in [
            ["-o", scratch.path("out.xls")], ["-o", "-"],
            ["-o", workbook, "--codebook", workbook, "--overwrite"],
            ["-o", table, "--codebook", scratch.path("./out.csv"), "--overwrite"],
        ] {
            let refused = try Program.run(["export", "2026", "--store", store, "--lang", "zh"] + words)
            #expect(refused.status != 0, "\(words)")
        }
        #expect(FileManager.default.contents(atPath: workbook) == before)
        #expect(try String(contentsOfFile: table, encoding: .utf8).contains("甲处,2,独一无二的理由"))
        #expect(try String(contentsOfFile: scratch.path("out-codebook.csv"), encoding: .utf8).contains("A1,您满意吗？"))
    }

    @Test func `forms go out with codes and a blank one comes back refused as a whole`() throws {
        try open(2026)
        let forms = scratch.path("forms")
        try zicha("forms", "2026", "--unit", "督查室", "--count", "2", "-o", forms)
        #expect(try FileManager.default.contentsOfDirectory(atPath: forms).count == 2)
        #expect(try zicha("status", "2026").output.contains("口令：发出 2"))
        let refused = try zicha("import", "2026", forms)
        #expect(refused.messages.contains("收下 0 份") && refused.messages.contains("拒收 2 份"))
        #expect(refused.messages.contains("必答题没有作答"))
        // Asked again, the same files are the same refusals.
        try zicha("import", "2026", forms)
        #expect(try zicha("forms", "2026", "--unit", "督查室", "-o", forms, fails: true).messages.contains("文件夹里已有文件"))
        #expect(try zicha("status", "2026").output.contains("口令：发出 2"))
    }

    @Test func `a backup is whole, and a second report on a few more responses tells what the first told`() throws {
        try open(2026)
        let rows = try Program.text(of: "seeds/responses-2026.csv").split { $0.isNewline }
        func part(_ name: String, _ range: Range<Int>) throws -> String {
            try scratch.file(name, ([rows[0]] + rows[range]).joined(separator: "\n") + "\n")
        }
        try zicha("import", "2026", part("first.csv", 1..<180))
        let report = scratch.path("report.txt")
        try zicha("report", "2026", "-o", report)
        try zicha("import", "2026", part("few.csv", 180..<184))
        let second = scratch.path("second.txt")
        try zicha("report", "2026", "-o", second)
        let texts = try [report, second].map { try String(contentsOfFile: $0, encoding: .utf8) }
        #expect(texts[1].contains("其中4份后到，未计入各项得分") && !texts[0].contains("份后到"))
        /// The scores, unit by unit and dimension by dimension.
        func scores(_ text: String) -> [Substring] {
            let start = text.range(of: "════ 处室对比 ════")?.upperBound ?? text.endIndex
            // Of the responses that wait only the response rates tell.
            return text[start...].prefix { $0 != "═" }.replacing(/[0-9.]+%/, with: "%").split(separator: "\n").filter {
                $0.contains(/[0-9]\.[0-9]/)
            }
        }
        #expect(scores(texts[0]).count >= 9 && scores(texts[0]) == scores(texts[1]))
        let copy = scratch.path("copy.db")
        try zicha("backup", "-o", copy)
        #expect(try Program.run(["verify", "--store", copy, "--lang", "zh"]).messages.contains("库是完好的"))
        #expect(try zicha("backup", "-o", copy, fails: true).messages.contains("已经有这个文件"))
    }

    @Test(arguments: [
        (["open", "2026", "--survey", "surveys/learning-organ-2025.zicha"], "问卷的版本是 2025，不是 2026"),
        (["open", "2026", "--survey", "surveys/learning-organ-2026.zicha"], "题目 CS 问处室"),
        (
            [
                "open", "2026", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--on",
                "2062-01-01",
            ], "操作日期 2062-01-01 在明天以后"
        ),
        (["status"], "没有这个库"),
        (["codes", "2026", "-o", "/nowhere/codes.csv"], "没有文件夹"),
    ])
    func `what cannot be done is said, and no store appears`(arguments: [String], sentence: String) throws {
        let outcome = try Program.run(arguments + ["--store", store, "--lang", "zh"])
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
        #expect(!scratch.names.contains("zicha.db"))
    }

    @Test func `a round that was opened with a slip is cancelled and opened again`() throws {
        let survey = try Program.text(of: "surveys/learning-organ-2026.zicha")
        let slip = try scratch.file("slip.zicha", survey.replacing("学习型", with: "学系型"))
        try zicha("open", "2026", "--survey", slip, "--roster", "seeds/roster.csv", day: "2026-11-01")
        let code = try codes("codes.csv", "督查室", 1)[0]
        let cancelled = try zicha("cancel", "2026", "--reason", "问卷有错字", "--yes")
        #expect(cancelled.messages.contains("发出的口令 1 个作废") && cancelled.messages.contains("已取消"))
        #expect(try zicha("status").output == "还没有开过一轮\n")
        #expect(try zicha("fill", code, "--plain", fails: true).messages.contains("没有这个口令"))
        try open(2026, day: "2026-11-28")
        #expect(try zicha("status", "--log", day: "2026-11-28").output.contains("取消 2026  问卷有错字"))
        // Once somebody has answered, it stays.
        try zicha("import", "2026", "seeds/responses-2026.csv", day: "2026-11-28")
        let refused = try zicha("cancel", "2026", "--reason", "x", "--yes", day: "2026-11-28", fails: true)
        #expect(refused.messages.contains("已经有 191 份答卷，不能取消"))
    }

    @Test func `sealing says what it does, asks at a terminal, and without one needs --yes`() throws {
        try open(2026)
        _ = try codes("codes.csv", "督查室", 3)
        let rows = try Program.text(of: "seeds/responses-2026.csv").split { $0.isNewline }
        try zicha("import", "2026", scratch.file("part.csv", rows.prefix(100).joined(separator: "\n") + "\n"))
        try zicha("close", "2026", day: "2026-11-28")
        let words = ["seal", "2026", "--store", store, "--on", "2026-11-28", "--lang", "zh"]
        let scripted = try Program.run(words)
        #expect(scripted.status == 1 && scripted.messages.contains("请加 --yes"))
        for sentence in [
            "将封存 2026 年这一轮：99 份答卷，名册 222 人，45%", "收回不到一半的处室有", "督查室 0 / 6",
            "不能重新开放", "没有用过的口令 3 个作废",
        ] {
            #expect(scripted.messages.contains(sentence), "\(scripted.messages)")
        }
        let declined = try Program.runAtTerminal(words, typing: "\n")
        #expect(declined.status == 1 && declined.messages.contains("继续吗？ [y/N]"))
        #expect(declined.messages.contains("没有往下做，什么也没有改"))
        #expect(try zicha("status", "2026", day: "2026-11-28").output.contains("已截止"))
        let agreed = try Program.runAtTerminal(words, typing: "y\n")
        #expect(agreed.status == 0 && agreed.messages.contains("2026 年已封存"))
        #expect(try zicha("status", "2026", day: "2026-11-28").output.contains("已封存"))
    }

    @Test func `a log that lies ahead goes on for a reason`() throws {
        let ahead = try #require(Day("2062-05-01"))
        do {
            let made = try SQLiteStore(path: store)
            let reading = Survey.read("# 小问卷\n\n## 一\n\nA1. 满意吗？ [是否]\n")
            try made.open(2026, survey: reading, roster: nil, on: ahead)
        }
        let refused = try zicha("close", "2026", fails: true)
        #expect(refused.messages.contains("上一次操作的日期是 2062-05-01"))
        #expect(refused.messages.contains("--clock-reason"))
        let words = ["close", "2026", "--store", store, "--clock-reason", "电池没电，日期错了", "--lang", "zh"]
        let closed = try Program.run(words)
        #expect(closed.status == 0, "\(closed.messages)")
        let log = try Program.run(["status", "--log", "--store", store, "--lang", "zh"]).output
        #expect(log.contains("更正日期  2062-05-01: 电池没电，日期错了"))
        #expect(try Program.run(["verify", "--store", store]).status == 0)
        #expect(try Program.run(["reopen", "2026", "--reason", "x", "--store", store]).status == 0)
    }

    @Test func `bad input changes nothing`() throws {
        try open(2026)
        let codes = try codes("codes.csv", "督查室", 1)
        let before = try zicha("status", "2026", "--log").output
        let table = try scratch.file("bad.csv", "CS,GW\n办公室,局长\n")
        for (arguments, sentence) in [
            (
                ["open", "2026", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"],
                "已经有一轮"
            ),
            (["close", "2026", "--on", "2062-01-01"], "在明天以后"),
            (["cancel", "2026", "--reason", "x"], "请加 --yes"),
            (["open", "2027", "--survey", "surveys/learning-organ-2026.zicha"], "问卷的版本是 2026"),
            (["close", "2026", "--on", "2026-10-01"], "日期早于"),
            (["close", "2025"], "没有 2025 年这一轮"),
            (["seal", "2026"], "请先 zicha close 2026"),
            (["reopen", "2026", "--reason", "x"], "还在收答卷"),
            (["codes", "2026", "--unit", "没有的处", "-o", scratch.path("c.csv")], "名册上没有"),
            (["codes", "2026", "--count", "3", "-o", scratch.path("c.csv")], "--unit"),
            (["import", "2026", table], "不是题目的答案"),
            (["import", "2026", scratch.path("nowhere")], "找不到这个文件"),
            (["fill", codes[0].replacing(/^..../, with: "0000"), "--plain"], "输错"),
            (["verify", "--receipt", "7K3M-Q9TZ-04XW-H2RB"], "没有这张回执"),
        ] {
            let outcome = try Program.run(arguments + ["--store", store, "--lang", "zh"])
            #expect(outcome.status == 1, "\(arguments)")
            #expect(outcome.messages.contains(sentence), "\(arguments): \(outcome.messages)")
        }
        #expect(try zicha("status", "2026", "--log").output == before)
        #expect(!scratch.names.contains("c.csv"))
    }
}
