import Foundation
import Testing

@Suite struct NewTests {
    @Test(arguments: [("zh_CN.UTF-8", "版本：2027"), ("en_GB.UTF-8", "version: 2027")])
    func `the start is in the user's language and has nothing to be remarked on`(locale: String, version: String) throws
    {
        let scratch = try Scratch()
        let environment = ["LC_ALL": locale]
        let printed = try Program.run("new", "--year", "2027", environment: environment)
        #expect(printed.status == 0 && printed.messages.isEmpty)
        #expect(printed.output.split(separator: "\n").contains(Substring(version)))
        let path = try scratch.file("start.zicha", printed.output)
        #expect(
            try Program.run("check", "--lang", "en", path).output == "surveys: 1; errors: 0, warnings: 0, hints: 0\n")
        #expect(try Program.run("format", "--check", path).status == 0)
        #expect(try Program.run("preview", path).status == 0)
    }

    @Test func `the language can be chosen, and without a year a remark says where it goes`() throws {
        let english = try Program.run("new", "--lang", "en", "--title", "Our [year]")
        #expect(english.output.contains("# Our [[year]]\n// The year goes here"))
        #expect(!english.output.contains("\nversion:"))
    }

    @Test func `a file that is there is not overwritten without being told`() throws {
        let scratch = try Scratch()
        let path = scratch.path("start.zicha")
        let first = try Program.run("new", "--title", "甲", "-o", path)
        #expect(first.status == 0)
        #expect(first.messages.hasSuffix("提示：改好题目后运行：zicha check \(path)\n"))
        let second = try Program.run("new", "--title", "乙", "-o", path)
        #expect(second.status == 1)
        #expect(second.messages == "错误：\(path)：已经有这个文件，没有覆盖；请换一个名字，确实要覆盖请加 --overwrite\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("# 甲\n"))
        #expect(try Program.run("new", "--title", "乙", "-o", path, "--overwrite").status == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("# 乙\n"))
    }

    @Test(arguments: [
        ["new", "甲", "-o", "a.zicha"], ["new", "--year", "27"], ["new", "--title", " "], ["new", "甲/乙"],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
