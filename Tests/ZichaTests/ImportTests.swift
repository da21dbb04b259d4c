import Foundation
import Testing

@Suite struct ImportTests {
    private static let fixture = "Tests/Imports/wjx/study-style.txt"

    @Test func `a text of 问卷星 is printed as a survey, and what did not come over is listed and counted`() throws {
        let outcome = try Program.run("import", "wjx", Self.fixture, "--year", "2026")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try outcome.output == Program.text(of: "Tests/Imports/wjx/study-style.zicha"))
        let lines = outcome.messages.split(separator: "\n")
        #expect(lines.contains { $0.contains("没有带过来：“跳至第6题”") })
        func count(_ words: String) -> Int { lines.dropLast().filter { $0.contains("\(words)：") }.count }
        #expect(
            lines.last?.hasSuffix(
                "没有带过来 \(count("没有带过来")) 处，改了写法 \(count("改了写法")) 处，请看 \(count("请看")) 处") == true)
    }

    @Test(arguments: ["study-style", "staff-voice"])
    func `the file that is written is checked without an error and is canonical`(name: String) throws {
        let scratch = try Scratch()
        let path = scratch.path("new.zicha")
        let imported = try Program.run("import", "wjx", "Tests/Imports/wjx/\(name).txt", "-o", path)
        #expect(imported.status == 0, "\(imported.messages)")
        #expect(imported.output.isEmpty)
        #expect(imported.messages.hasPrefix("已写成 \(path)"))
        let checked = try Program.run("check", path)
        #expect(checked.status == 0, "\(checked.output)")
        #expect(checked.output.contains("1 份问卷：0 处错误"))
        #expect(try Program.run("format", "--check", path).status == 0)
    }

    @Test func `a survey that is there already is not overwritten`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("mine.zicha", "# 我的\n")
        let refused = try Program.run("import", "wjx", Self.fixture, "-o", path, "--lang", "en")
        #expect(refused.status == 1)
        #expect(refused.messages.hasPrefix("error: \(path): the file is there already"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "# 我的\n")
        #expect(try Program.run("import", "wjx", Self.fixture, "-o", path, "--overwrite").status == 0)
    }

    @Test(arguments: [
        ("surveys/client-rating-2026.zicha", "这已经是 .zicha 问卷，不用导入；请用 zicha check 检查"),
        ("reports/learning-organ-2024-2026.xlsx", "这是 Excel 或 Word 文件，不是文字；请复制里面的问卷文字，存成 .txt"),
        ("nowhere.txt", "找不到这个文件，请核对路径"),
        ("surveys", "这是文件夹，请写出其中的文件"),
    ])
    func `another kind of file is one clear sentence`(path: String, sentence: String) throws {
        let outcome = try Program.run("import", "wjx", path)
        #expect(outcome.status == 1)
        #expect(outcome.messages == "错误：\(path)：\(sentence)\n")
        #expect(outcome.output.isEmpty)
    }

    @Test func `a text without a question ends with status 1`() throws {
        let scratch = try Scratch()
        let outcome = try Program.run("import", "wjx", try scratch.file("plain.txt", "只有标题\n\n没有题目。\n"), "--lang", "en")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("there is no question in it"))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ["import", "wjx"], ["import", "wjx", "a.txt", "--year", "26"], ["import", "limesurvey", "a.lss"],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
