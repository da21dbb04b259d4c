import Foundation
import Testing

/// `zicha format` and `zicha fix`: files are changed whole or not at all.
@Suite struct FormatTests {
    private static let loose = "# 自查\r\n版本:2026\r\n\r\n  Ａ1。问【文本】\r\n"
    private static let canonical = "# 自查\n版本：2026\n\nA1. 问 [文本]\n"

    @Test func `a survey is rewritten in canonical form, once`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.zicha", Self.loose)
        let first = try Program.run("format", path)
        #expect(first.status == 0 && first.output == "1 份问卷：改了 1 份\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.canonical)
        #expect(try Program.run("format", path).output == "1 份问卷：改了 0 份\n")
    }

    @Test func `looking and printing change nothing`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.zicha", Self.loose)
        let check = try Program.run("format", "--check", path)
        #expect(check.status == 1 && check.messages.contains("a.zicha 没有排成规范格式"))
        #expect(try Program.run("format", "--print", path).output == Self.canonical)
        #expect(try Program.run("format", "--print", "--keywords", "en", path).output.contains("version: 2026"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.loose)
        let ready = try scratch.file("b.zicha", Self.canonical)
        #expect(try Program.run("format", "--check", ready).status == 0)
    }

    @Test func `a survey with errors is left alone, the others are not`() throws {
        let scratch = try Scratch()
        let broken = try scratch.file("broken.zicha", "# 自查\nA1. 问 [单选提]\n")
        let loose = try scratch.file("a.zicha", Self.loose)
        let outcome = try Program.run("format", broken, loose)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("Z013"))
        #expect(outcome.output == "2 份问卷：改了 1 份；1 份有错误，没有动\n")
        #expect(try String(contentsOfFile: broken, encoding: .utf8) == "# 自查\nA1. 问 [单选提]\n")
        #expect(try String(contentsOfFile: loose, encoding: .utf8) == Self.canonical)
    }

    private static let slips = "# 自查\nA1. 问 [文本 必填\nA2. 问 [单选提]\n- 甲\n- 乙\n"

    @Test func `certain fixes are made and shown, guesses are left`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.zicha", Self.slips)
        let outcome = try Program.run("fix", path)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("第 2 行（Z010）\n  - A1. 问 [文本 必填\n  + A1. 问 [文本 必填]\n"))
        #expect(outcome.output.contains("  + A1. 问 [文本]\n"))
        #expect(outcome.output.hasSuffix("改了 2 处，还有 1 处错误；其中和提醒里有 1 处有建议的改法，zicha fix --ask 逐条问您\n"))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == "# 自查\nA1. 问 [文本]\nA2. 问 [单选提]\n- 甲\n- 乙\n")
    }

    @Test(arguments: [("y\n", "[评分 1~5]\n- XF1 = 甲 [新增]\n"), ("n\n", "[评分 1~5]\n- XF1 = 甲\n")])
    func `a guess that last year gives rise to is asked about too`(typed: String, rows: String) throws {
        let scratch = try Scratch()
        let last = "# 自查\n版本：2025\nXF. 请作答 [评分 1~5]\n- XF0 = 乙\n维度：学风\n取题：XF\n"
        _ = try scratch.file("a-2025.zicha", last)
        let path = try scratch.file(
            "a-2026.zicha",
            "# 自查\n版本：2026\n上一版：2025\nXF. 请作答 [评分 1~5]\n- XF1 = 甲\n维度：学风\n取题：XF\n停用：XF0\n")
        let outcome = try Program.run("fix", "--ask", path, input: typed)
        #expect(outcome.messages.contains("提醒 Z095：“XF1”是 2025 版没有的代码，请标明 [新增]"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains(rows))
        #expect(try !Program.run("fix", "--ask", "--no-previous", path, input: typed).messages.contains("Z095"))
    }

    @Test(arguments: [("y\n", "[单选]"), ("n\n", "[单选提]"), ("q\n", "[单选提]"), ("", "[单选提]"), ("?\ny\n", "[单选]")])
    func `a guess is made only when somebody says yes`(typed: String, bracket: String) throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.zicha", Self.slips)
        let outcome = try Program.run("fix", "--ask", path, input: typed)
        #expect(outcome.messages.contains("这样改吗"))
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("A2. 问 \(bracket)\n"))
    }
}
