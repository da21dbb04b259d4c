import Foundation
import Testing

@Suite struct CheckTests {
    @Test(arguments: [
        "surveys/learning-organ-2024.zicha", "surveys/learning-organ-2025.zicha", "surveys/learning-organ-2026.zicha",
        "surveys/client-rating-2026.zicha", "surveys/democratic-ballot-2026.zicha", "surveys/unit-check-2026.zicha",
        "Tests/Acceptance/assist2014.zicha", "Tests/Acceptance/bfi.zicha", "Tests/Acceptance/rse-2018.zicha",
    ])
    func `what we ship has no errors`(path: String) throws {
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 0, "\(outcome.all)")
        // The surveys with an edition before them changed how many answers may be missing, and are told so.
        let hints = path.contains("2025") || path.contains("organ-2026") ? 1 : 0
        #expect(outcome.output.contains("1 份问卷：0 处错误，0 条提醒，\(hints) 条建议\n"))
        #expect(outcome.messages.isEmpty)
        let alone = try Program.run("check", "--no-previous", path)
        #expect(alone.output == "1 份问卷：0 处错误，0 条提醒，0 条建议\n")
    }

    private static func edition(_ year: Int, _ previous: Int?, _ rows: String) -> String {
        """
        # 试卷
        版本：\(year)
        \(previous.map { "上一版：\($0)" } ?? "")
        语言：zh

        XF. 请作答 [评分 1~5]
        \(rows)

        维度：学风
        取题：XF

        """
    }

    @Test func `last year's file is found beside it, and the years before by it`() throws {
        let scratch = try Scratch()
        _ = try scratch.file("a-2023.zicha", Self.edition(2023, nil, "- XF1 = 甲\n- XF2 = 我订阅了党报党刊"))
        _ = try scratch.file("a-2024.zicha", Self.edition(2024, 2023, "- XF1 = 甲") + "停用：XF2\n")
        let last = try scratch.file("a-2025.zicha", Self.edition(2025, 2024, "- XF1 = 甲\n- XF3 = 丙 [新增]") + "停用：XF2\n")
        let now = try scratch.file("a-2026.zicha", Self.edition(2026, 2025, "- XF1 = 乙\n- XF2 = 丁 [新增]\n- XF3 = 丙"))
        let outcome = try Program.run("check", now)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("错误 Z090：“XF1”的题干和 2025 版不一样，请说明还能不能跨年比较"))
        #expect(outcome.output.contains("错误 Z039：“XF2”在 2024 版停用过，代码不能再给别的题用"))
        #expect(outcome.output.contains("2023 版的 XF2 是“我订阅了党报党刊”"))
        #expect(outcome.output.contains("1 份问卷：2 处错误，0 条提醒，0 条建议\n"))
        #expect(try Program.run("check", now, "--no-previous").status == 0)
        #expect(try Program.run("check", last).output == "1 份问卷：0 处错误，0 条提醒，0 条建议\n")
        // Two years back, by name: XF3 is new since then, and the year is not the one that 上一版 says.
        let named = try Program.run("check", now, "--previous", scratch.path("a-2024.zicha"), "--lang", "en")
        #expect(named.output.contains("warning Z098"))
        #expect(named.output.contains("warning Z095: XF3 was not in 2024: mark it [new]"))
    }

    @Test func `the gravest remark is the one to read about`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a-2026.zicha", Self.edition(2026, 2025, "- XF1 = 甲 [反项]"))
        let outcome = try Program.run("check", path)
        #expect(outcome.output.hasPrefix("建议 Z099"))
        #expect(outcome.output.hasSuffix("想知道为什么：zicha explain Z011\n"))
    }

    @Test func `a previous survey that is missing or wrong is one remark, and no failure`() throws {
        let scratch = try Scratch()
        let now = try scratch.file("a-2026.zicha", Self.edition(2026, 2025, "- XF1 = 甲"))
        let missing = try Program.run("check", now)
        #expect(missing.status == 0)
        #expect(missing.output.contains("建议 Z099：没有找到上一版的文件 a-2025.zicha，没有核对今年的改动"))
        _ = try scratch.file("a-2025.zicha", Self.edition(2025, nil, "- XF1 = 甲 [反项]"))
        let wrong = try Program.run("check", now)
        #expect(wrong.status == 0)
        #expect(wrong.output.contains("提醒 Z099：上一版 \(scratch.path("a-2025.zicha")) 有错误，没有核对今年的改动"))
        let nowhere = try Program.run("check", now, "--previous", scratch.path("nowhere.zicha"))
        #expect(nowhere.status == 1)
        #expect(nowhere.messages.contains("找不到这个文件"))
        #expect(try Program.run("check", now, "--previous", now, "--no-previous").status == 64)
        #expect(try Program.run("check", now, now, "--previous", now).status == 64)
    }

    private static let broken = """
        # 试卷
        版本：2026

        ## 一

        A1. 甲 [单选提]
        - 1 = 是

        A1. 乙 [是否]
        显示：B9 = 1

        """

    @Test func `all errors are told at once, with their places`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("broken.zicha", Self.broken)
        let chinese = try Program.run("check", path)
        #expect(chinese.status == 1)
        #expect(chinese.output.contains("错误 Z013"))
        #expect(chinese.output.contains("\(path) 第 6 行第 8 字"))
        #expect(chinese.output.contains("^^^"))
        #expect(chinese.output.split(separator: "\n").filter { $0.hasPrefix("错误 ") }.count >= 2)
        let english = try Program.run("check", "--lang", "en", path)
        #expect(english.status == 1)
        #expect(english.output.contains("error Z013"))
        #expect(english.output.contains("\(path):6:8"))
    }

    @Test func `where there are remarks the last line says how to read on about the first of them`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("broken.zicha", Self.broken)
        let clean = "surveys/client-rating-2026.zicha"
        let chinese = try Program.run("check", clean, path).output
        #expect(chinese.hasSuffix("条建议\n想知道为什么：zicha explain Z013\n"))
        let english = try Program.run("check", "--lang", "en", path).output
        #expect(english.hasSuffix("\nto read why: zicha explain Z013\n"))
        #expect(!(try Program.run("check", clean).output.contains("zicha explain")))
    }

    @Test func `after twenty remarks the rest is counted`() throws {
        let scratch = try Scratch()
        let lines = (1...30).map { "Q\($0). 题 [没有的题型]" }.joined(separator: "\n")
        let outcome = try Program.run("check", try scratch.file("many.zicha", "# 试卷\n\n## 一\n\n\(lines)\n"))
        #expect(outcome.status == 1)
        #expect(outcome.output.split(separator: "\n").filter { $0.hasPrefix("错误 ") }.count == 20)
        #expect(outcome.output.contains("…… 还有 "))
        #expect(outcome.output.contains("1 份问卷：30 处错误"))
    }

    @Test func `a warning alone is no failure`() throws {
        let scratch = try Scratch()
        let text = try Program.text(of: "surveys/client-rating-2026.zicha")
        let outcome = try Program.run("check", try scratch.file("wide.zicha", text, encoding: .utf16))
        #expect(outcome.status == 0, "\(outcome.all)")
        #expect(outcome.output.contains("提醒 Z003"))
        #expect(outcome.output.contains("0 处错误，1 条提醒"))
    }

    @Test func `one unreadable file does not keep the others from being checked`() throws {
        let outcome = try Program.run("check", "--lang", "en", "nowhere.zicha", "surveys/client-rating-2026.zicha")
        #expect(outcome.status == 1)
        #expect(outcome.messages == "error: nowhere.zicha: there is no such file; check the path\n")
        #expect(outcome.output == "surveys: 2; errors: 0, warnings: 0, hints: 0; not read: 1\n")
    }

    @Test func `a folder and a binary file are one clear sentence`() throws {
        let scratch = try Scratch()
        let folder = try Program.run("check", "surveys")
        #expect(folder.status == 1)
        #expect(folder.messages == "错误：surveys：这是文件夹，请写出其中的文件\n")
        let path = scratch.path("binary.zicha")
        try Data([0x50, 0x4B, 0x03, 0x04, 0x00]).write(to: URL(fileURLWithPath: path))
        let binary = try Program.run("check", path)
        #expect(binary.status == 1)
        #expect(binary.messages == "错误：\(path)：这不是文本文件；请另存为 UTF-8 文本\n")
    }
}

/// Remarks for other programs.
@Suite struct CheckFormatTests {
    private static let broken = "# 自查 | Check\nA1. 问 | Ask 【单选提】\n- a = 甲 | A\n- b = 乙 | B\n"

    private func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: ["zh", "en"])
    func `JSON holds every remark in both languages`(language: String) throws {
        let scratch = try Scratch()
        let path = try scratch.file("试 1.zicha", Self.broken)
        let outcome = try Program.run("check", "--format", "json", "--lang", language, path, "nowhere.zicha")
        #expect(outcome.status == 1)
        let files = try #require(try object(outcome.output)["files"] as? [[String: Any]])
        #expect(files.count == 2)
        #expect(files[0]["errors"] as? Int == 1)
        let remark = try #require((files[0]["diagnostics"] as? [[String: Any]])?.first)
        #expect(remark["code"] as? String == "Z013")
        #expect((remark["message"] as? [String: String])?["zh"] == "不认识的题型“单选提”")
        #expect((remark["message"] as? [String: String])?["en"] == "unknown question type \"单选提\"")
        let place = try #require(remark["place"] as? [String: Int])
        #expect(place["line"] == 2 && place["character"] == 14 && place["endCharacter"] == 17)
        #expect(place["offset"] == 34 && place["length"] == 9)
        let fix = try #require(remark["fix"] as? [String: Any])
        #expect(fix["isCertain"] as? Bool == false && fix["replacement"] as? String == "[单选]")
        #expect((files[1]["unreadable"] as? [String: String])?["en"]?.contains("no such file") == true)
    }

    @Test func `SARIF tells where, what and how to mend it`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("试 1.zicha", Self.broken)
        let outcome = try Program.run("check", "--format", "sarif", "--lang", "en", path)
        let log = try object(outcome.output)
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
        let rule = try #require((driver?["rules"] as? [[String: Any]])?.first)
        #expect(rule["id"] as? String == "Z013")
        #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleId"] as? String == "Z013" && result["level"] as? String == "error")
        let location = try #require(
            (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        let uri = try #require((location["artifactLocation"] as? [String: String])?["uri"])
        #expect(uri.hasPrefix("file:///") && uri.hasSuffix("%E8%AF%95%201.zicha"))
        #expect(
            location["region"] as? [String: Int] == ["startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 17])
        #expect((result["fixes"] as? [Any])?.count == 1)
    }

    @Test(arguments: ["json", "sarif"])
    func `more remarks than a person reads are all there`(format: String) throws {
        let scratch = try Scratch()
        let path = try scratch.file("long.zicha", "# 自查\n" + String(repeating: "看不懂\n", count: 500))
        let outcome = try Program.run("check", "--format", format, path)
        #expect(outcome.output.components(separatedBy: "\"Z034\"").count > 500)
    }

    @Test func `with the roster it tells whether people could be recognised`() throws {
        let survey = "surveys/learning-organ-2026.zicha"
        let outcome = try Program.run("check", "--roster", "seeds/roster.csv", survey)
        #expect(outcome.status == 0, "\(outcome.all)")
        #expect(outcome.output.contains("提醒 Z101：这几道题合起来可能认出具体的人"))
        #expect(outcome.output.contains("名册上 222 人，这 4 题交叉后预计 31% 的人独占一格"))
        #expect(outcome.output.contains("\n1 份问卷：0 处错误，1 条提醒，"))
        let scratch = try Scratch()
        let earlier = try scratch.file("roster.csv", "年份,处室,人数\n2020,办公室,20\n")
        let silent = try Program.run("check", "--roster", earlier, survey)
        #expect(silent.status == 0 && !silent.output.contains("Z101"))
        #expect(silent.messages.contains("没有 2026 年"))
    }
}
