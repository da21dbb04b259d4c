import Testing

@Suite struct ExplainTests {
    @Test(arguments: ["Z013", "z013", "13"])
    func `a code is told why, wrong and right`(code: String) throws {
        let chinese = try Program.run("explain", code)
        #expect(chinese.status == 0 && chinese.messages.isEmpty)
        #expect(chinese.output.hasPrefix("Z013 不认识的题型\n\n题型决定"))
        #expect(chinese.output.contains("\n    A1. 您的岗位 [单选提]\n"))
        #expect(chinese.output.contains("\n错误 Z013：不认识的题型“单选提”"))
        #expect(chinese.output.contains("\n    A1. 您的岗位 [单选]\n"))
        let english = try Program.run("explain", "--lang", "en", code)
        #expect(english.status == 0 && english.messages.isEmpty)
        #expect(english.output.hasPrefix("Z013 An unknown question type\n\nThe type decides"))
    }

    @Test func `several codes are told one after the other`() throws {
        let outcome = try Program.run("explain", "Z080", "Z013")
        #expect(outcome.status == 0)
        let starts = outcome.output.split(separator: "\n").filter { $0.hasPrefix("Z") }
        #expect(starts == ["Z080 “且”和“或”混用，要加括号", "Z013 不认识的题型"])
    }

    @Test(arguments: [
        (
            "Z019", "没有代码“Z019”，相近的有 Z020、Z017、Z010；zicha explain 列出全部代码",
            "there is no code \"Z019\"; near it are Z020, Z017, Z010"
        ),
        ("单选提", "“单选提”不是诊断代码，代码写成 Z013；zicha explain 列出全部代码", "\"单选提\" is no code of a remark"),
    ])
    func `an unknown code is one sentence`(code: String, chinese: String, english: String) throws {
        let told = try Program.run("explain", code)
        #expect(told.status == 1)
        #expect(told.output.isEmpty && told.messages == "错误：\(chinese)\n")
        let foreign = try Program.run("explain", "--lang", "en", code)
        #expect(foreign.status == 1)
        #expect(foreign.messages.hasPrefix("error: \(english)"))
        #expect(foreign.messages.split(separator: "\n").count == 1)
    }

    @Test func `an unknown code does not keep the others from being told`() throws {
        let outcome = try Program.run("explain", "Z019", "Z013")
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("Z013 ") && outcome.messages.hasPrefix("错误："))
    }

    @Test func `without a code all are listed by theme`() throws {
        let outcome = try Program.run("explain")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("文件和行\n  Z001  不认识的关键词\n"))
        let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  Z") }
        let told = try Program.text(of: "docs/diagnostics.md").split(separator: "\n").filter { $0.hasPrefix("### Z") }
        #expect(lines.map { $0.dropFirst(2).prefix(4) } == told.map { $0.dropFirst(4).prefix(4) })
        #expect(try Program.run("explain", "--lang", "en").output.contains("\nConditions\n  Z052  A message without"))
    }

    @Test func `the page in docs is what the program prints`() throws {
        let outcome = try Program.run("explain", "--all")
        #expect(outcome.status == 0)
        #expect(try outcome.output == Program.text(of: "docs/diagnostics.md"))
    }
}
