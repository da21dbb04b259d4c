import Foundation
import Testing

@Suite struct FillTests {
    private static let survey = """
        # 填写
        语言：zh

        A1. 岗位 [单选]
        - gl = 综合
        - js = 技术

        A2. 次数 [数字 0~20]
        """

    /// The cases stand in the script, which a person may also run alone.
    @Test func itHoldsAtATerminal() throws {
        let process = Process()
        process.executableURL = Program.package.appendingPathComponent("scripts/terminal-check")
        process.arguments = [Program.executable.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }

    @Test func aRowIsAddedBehindTheOthers() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("s.zicha", Self.survey)
        let answers = scratch.path("a.csv")
        for number in 1...2 {
            let outcome = try Program.run("fill", "--survey", survey, "-o", answers, input: "js\n\(number)\ny\n")
            #expect(outcome.status == 0, "\(outcome.all)")
            #expect(outcome.output.contains("第 \(number) 份"))
        }
        #expect(try String(contentsOfFile: answers, encoding: .utf8) == "A1,A2\njs,1\njs,2\n")
        #expect(scratch.names.filter { $0.hasPrefix("a.") || $0.hasPrefix(".") } == ["a.csv"])
    }

    /// Codes in Chinese, whose letters are not one byte each.
    @Test func codesMayBeChinese() throws {
        let scratch = try Scratch()
        let text = Self.survey.replacing("- js = 技术", with: "- 其他 = 其他岗位 [填写]").replacing("gl", with: "综")
        let survey = try scratch.file("s.zicha", text)
        let answers = scratch.path("a.csv")
        for _ in 1...2 {
            let outcome = try Program.run("fill", "--survey", survey, "-o", answers, input: "综\n5\ny\n")
            #expect(outcome.status == 0, "\(outcome.all)")
        }
        #expect(try String(contentsOfFile: answers, encoding: .utf8) == "A1,A1_其他_text,A2\n综,,5\n综,,5\n")
    }

    @Test(arguments: ["A1,A3\njs,1\n", "A1\njs\n", "随便什么\n"])
    func aFileOfOtherColumnsIsLeftAsItIs(_ content: String) throws {
        let scratch = try Scratch()
        let survey = try scratch.file("s.zicha", Self.survey)
        let answers = try scratch.file("a.csv", content)
        let outcome = try Program.run("fill", "--survey", survey, "-o", answers, input: "js\n1\ny\n")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("没有往里添"))
        #expect(try String(contentsOfFile: answers, encoding: .utf8) == content)
        #expect(!scratch.names.contains("a.csv.draft"))
    }

    @Test func aDraftOfAnotherTextOfTheSurveyIsNotTakenUp() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("s.zicha", Self.survey)
        let answers = scratch.path("a.csv")
        _ = try Program.run("fill", "--survey", survey, "-o", answers, input: "js\n")
        let draft = try String(contentsOfFile: answers + ".draft", encoding: .utf8)
        _ = try scratch.file("s.zicha", Self.survey.replacingOccurrences(of: "0~20", with: "0~30"))
        let outcome = try Program.run("fill", "--survey", survey, "-o", answers, input: "1\ny\n")
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("草稿是按另一份"))
        #expect(try String(contentsOfFile: answers + ".draft", encoding: .utf8) == draft)
    }

    @Test func answersStandInNoMessage() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("s.zicha", Self.survey)
        let outcome = try Program.run("fill", "--survey", survey, "-o", scratch.path("a.csv"), input: "机密岗位\n")
        #expect(!outcome.all.contains("机密岗位"))
    }
}
