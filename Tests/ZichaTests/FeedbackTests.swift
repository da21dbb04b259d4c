import Foundation
import TestSupport
import Testing
import Workbooks

/// `zicha feedback`
@Suite struct FeedbackTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// A survey by name of sixty people, whose answers run through the levels.
    private static let named = """
        # 能力自评
        版本：2026
        语言：zh
        匿名：否

        量表：五级
        - 1 = 很低
        - 2 = 较低
        - 3 = 一般
        - 4 = 较高
        - 5 = 很高

        XF. 请作答 [评分 1~5]
        - XF1 = 按计划学习
        - XF2 = 学以致用

        NL. 能力 [能力对 五级]
        - NL1 = 写作
        建议：每月写一份简报。

        维度：学风
        取题：XF
        换算：折百
        建议：每周留半天学习。
        """

    private static func table(_ people: Int, codes: (Int) -> String? = { "2026K\(1000 + $0)" }) -> String {
        let rows = (0..<people).map { person -> String in
            let level = 1 + person % 5
            let code = codes(person).map { "\($0)," } ?? ""
            return "\(code)\(level),\(level),\(level),\(5)"
        }
        let head = codes(0) == nil ? "" : "口令,"
        return ([head + "XF1,XF2,NL1_cur,NL1_req"] + rows).joined(separator: "\n") + "\n"
    }

    private func files(people: Int = 60, survey: String = named, codes: (Int) -> String? = { "2026K\(1000 + $0)" })
        throws
        -> [String]
    {
        let survey = try scratch.file("survey.zicha", survey)
        let answers = try scratch.file("answers.csv", Self.table(people, codes: codes))
        return ["--survey", survey, "--responses", answers, "--date", "2026-12-01", "--lang", "zh"]
    }

    private func rights(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    // MARK: One person

    @Test func `a person's own row is put beside the quartiles of all`() throws {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n1,1,2,5\n")
        let outcome = try Program.run(["feedback"] + files() + ["--form", own, "-o", "-"])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let line = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("学风 ") })
        #expect(line.split(separator: " ") == ["学风", "20.0", "60.0", "40.0—80.0", "▼", "偏低"])
        #expect(outcome.output.contains("1．写作（要求5级，现状2级）：每月写一份简报。"))
        #expect(outcome.output.contains("2．学风（本人20.0，全局下四分位40.0）：每周留半天学习。"))
    }

    @Test func `an own row with a cell that is no answer is to be mended, and no option is named that is none here`()
        throws
    {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n9,1,2,5\n")
        let outcome = try Program.run(["feedback"] + files() + ["--form", own, "-o", "-"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.messages.contains("请改好再来") && !outcome.messages.contains("--set-aside-rejects"))
    }

    @Test func `a page is only for its owner to read, sound, and twice the same`() throws {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n1,1,2,5\n")
        let inputs = try files()
        // One of them replaces a file that everybody could read.
        let old = try scratch.file("a.xlsx", "earlier")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: old)
        for name in ["a.xlsx", "b.xlsx", "c.txt", "d.html"] {
            let outcome = try Program.run(
                ["feedback"] + inputs + ["--form", own, "-o", scratch.path(name), "--overwrite"])
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(try rights(scratch.path(name)) == 0o600)
        }
        let bytes = try #require(FileManager.default.contents(atPath: scratch.path("a.xlsx")))
        #expect(FileManager.default.contents(atPath: scratch.path("b.xlsx")) == bytes)
        let zip = try ZipArchive(Array(bytes))
        let sheet = String(decoding: try #require(try zip.contents(of: "xl/worksheets/sheet1.xml")), as: UTF8.self)
        #expect(sheet.contains("<sheetProtection") && sheet.contains("仅供本人"))
    }

    @Test(arguments: ["XF1,XF2,NL1_cur,NL1_req\n", "XF1,XF2,NL1_cur,NL1_req\n1,2,3,4\n5,4,3,2\n"])
    func `the own file holds one response and no more`(text: String) throws {
        let own = try scratch.file("own.csv", text)
        let outcome = try Program.run(["feedback"] + files() + ["--form", own, "-o", scratch.path("a.xlsx")])
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("要一个只有本人一份的文件"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("a.xlsx")))
    }

    @Test func `a cell that is no answer is named by its place and never quoted`() throws {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n4711,1,2,5\n")
        let outcome = try Program.run(["feedback"] + files() + ["--form", own, "-o", "-"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.messages.contains("列“XF1”：1 格中 1 格不是答案（100%）：超出题目的范围，第 2 行；") && !outcome.all.contains("4711"))
    }

    // MARK: Everybody

    @Test func `where the survey is not anonymous everybody gets a file, named by the last four characters`() throws {
        let outcome = try Program.run(["feedback"] + files(people: 25) + ["--people", scratch.path("pages")])
        #expect(outcome.status == 0, "\(outcome.messages)")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path("pages")).sorted()
        #expect(names == (0..<25).map { "个人反馈_\(1000 + $0).xlsx" })
        #expect(try rights(scratch.path("pages")) == 0o700)
        for name in names { #expect(try rights(scratch.path("pages/\(name)")) == 0o600) }
        #expect(!outcome.all.contains("K1001"))
    }

    @Test(arguments: [
        (named.replacing("匿名：否", with: "匿名：是"), "K" as String?, "对填答人说是匿名的", "--form 本人的表"),
        (named, nil, "60 份答卷没有口令", "加上“口令”一列"),
        (named, "same", "后四位相同", "一份也没有写"),
        (named, "K", "不足 8 位", "不要用工号"),
        (named, "twice", "同一个口令有两份答卷", "请只留一份"),
    ])
    func `pages by person are refused whole`(survey: String, code: String?, reason: String, remedy: String) throws {
        let inputs = try files(survey: survey) { person in
            switch code {
            case "same": "\(100_000 + person)-7K3M"
            case "twice": "2026K\(1000 + person / 2)"
            case let code?: "\(code)\(person)"
            case nil: nil
            }
        }
        let outcome = try Program.run(["feedback"] + inputs + ["--people", scratch.path("pages")])
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains(reason) && outcome.messages.contains(remedy), "\(outcome.messages)")
        #expect(scratch.names == ["answers.csv", "survey.zicha"])
    }

    @Test func `everybody is everybody: a part of the rows is refused`() throws {
        let outcome = try Program.run(
            ["feedback"] + files() + ["--where", "XF1 = 1", "--people", scratch.path("pages")])
        #expect(outcome.status != 0 && outcome.messages.contains("请不写 --where"))
        #expect(scratch.names == ["answers.csv", "survey.zicha"])
    }

    @Test func `beside answers that were promised to be anonymous a column of codes is not taken`() throws {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n1,1,2,5\n")
        let inputs = try files(survey: Self.named.replacing("匿名：否", with: "匿名：是"))
        let outcome = try Program.run(["feedback"] + inputs + ["--form", own, "-o", "-"])
        #expect(outcome.status == 1 && outcome.messages.contains("口令"))
    }

    @Test func `fewer than ten people tell a person nothing`() throws {
        let own = try scratch.file("own.csv", "XF1,XF2,NL1_cur,NL1_req\n1,1,2,5\n")
        let outcome = try Program.run(["feedback"] + files(people: 9) + ["--form", own, "-o", "-"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.messages.contains("不足 10 份"))
    }

    // MARK: A round of the store

    private func zicha(_ arguments: String..., fails: Bool = false) throws -> Program.Outcome {
        let outcome = try Program.run(
            arguments + ["--store", scratch.path("zicha.db"), "--on", "2026-11-28", "--lang", "zh"])
        #expect(outcome.status == (fails ? 1 : 0), "\(arguments): \(outcome.messages)")
        return outcome
    }

    /// The person's form, with answers typed into its cells.
    private func filled(_ form: String, _ answers: [String: String]) throws -> String {
        let bytes = try #require(FileManager.default.contents(atPath: form))
        let names = try WorkbookReader(Array(bytes)).names
        let zip = try ZipArchive(Array(bytes))
        var parts = try zip.names.map { PlainZip.Part(name: $0, bytes: try #require(try zip.contents(of: $0))) }
        let index = try #require(parts.firstIndex { $0.name == "xl/worksheets/sheet2.xml" })
        var text = String(decoding: parts[index].bytes, as: UTF8.self)
        for (name, answer) in answers {
            let cell = try #require(names["答_\(name)"]).range.first.name
            let start = try #require(text.range(of: "<c r=\"\(cell)\""))
            let end = try #require(text.range(of: "/>", range: start.upperBound..<text.endIndex))
            let style = text[start.upperBound..<end.lowerBound]
            text.replaceSubrange(
                start.lowerBound..<end.upperBound, with: "<c r=\"\(cell)\"\(style)><v>\(answer)</v></c>")
        }
        parts[index].bytes = Array(text.utf8)
        let path = scratch.path("filled.xlsx")
        try Data(PlainZip.of(parts)).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `a sealed round gives a page for a filled form, and its log says nothing of the person`() throws {
        let anonymous = Self.named.replacing("匿名：否", with: "匿名：是")
        let survey = try scratch.file("survey.zicha", anonymous)
        let answers = try scratch.file("answers.csv", Self.table(60) { _ in nil })
        _ = try zicha("open", "2026", "--survey", survey)
        _ = try zicha("forms", "2026", "--without-codes", "-o", scratch.path("forms"))
        _ = try zicha("import", "2026", answers)
        let forms = try FileManager.default.contentsOfDirectory(atPath: scratch.path("forms"))
        let form = try filled(
            scratch.path("forms/\(try #require(forms.first))"),
            ["XF1": "1", "XF2": "1", "NL1_cur": "2", "NL1_req": "5"])
        let early = try zicha("feedback", "2026", "--form", form, "-o", "-", fails: true)
        #expect(early.output.isEmpty && early.messages.contains("先 zicha close 2026、zicha seal 2026"))
        _ = try zicha("close", "2026")
        // A closed round may be opened again, and what one person was shown would then keep everybody's report away.
        let closed = try zicha("feedback", "2026", "--form", form, "-o", "-", fails: true)
        #expect(closed.output.isEmpty && closed.messages.contains("zicha seal 2026"))
        _ = try zicha("seal", "2026", "--yes")
        for _ in 0..<2 {
            let page = try zicha("feedback", "2026", "--form", form, "-o", "-", "--date", "2026-12-01")
            #expect(page.output.contains("40.0—80.0") && page.output.contains("▼ 偏低"))
        }
        let log = try zicha("status", "--log").output
        // However many people ask, the same quartiles have left once.
        #expect(log.components(separatedBy: "出报告").count == 2)
        let all = try zicha("feedback", "2026", "--people", scratch.path("pages"), fails: true)
        #expect(all.messages.contains("库里的答卷和口令不相连") && all.messages.contains("--form"))
        let blank = scratch.path("forms/\(try #require(forms.first))")
        let refused = try zicha("feedback", "2026", "--form", blank, "-o", "-", fails: true)
        #expect(refused.messages.contains("必答题没有作答") && refused.output.isEmpty)
    }
}
