import Foundation
import Testing

@Suite struct PreviewTests {
    private let survey = "surveys/client-rating-2026.zicha"

    @Test func `a survey is printed as text`() throws {
        let outcome = try Program.run("preview", survey, "--roster", "seeds/roster.csv")
        #expect(outcome.status == 0 && outcome.messages.isEmpty, "\(outcome.messages)")
        #expect(outcome.output.hasPrefix("服务对象评议\n============\n填写时间：2026-11-01 至 2026-11-30"))
        #expect(outcome.output.contains("▽ 请选一个：办公室、综合规划处"))
        #expect(!outcome.output.contains("FW1"))
        let english = try Program.run("preview", survey, "--language", "en", "--codes", "--width", "60")
        #expect(english.output.contains("Speed of handling [FW1]"))
        #expect(english.output.contains("(the list of units comes from the roster)"))
    }

    @Test func `a page is written with every language, a text with one`() throws {
        let scratch = try Scratch()
        let page = scratch.path("a.html")
        let outcome = try Program.run("preview", survey, "-o", page)
        #expect(outcome.status == 0)
        #expect(outcome.messages.hasPrefix("已写成 \(page)，SHA-256 "))
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("lang=\"zh\"") && html.contains("lang=\"en\""))
        #expect(try Program.run("preview", survey, "--language", "en", "-o", page, "--overwrite").status == 0)
        let english = try String(contentsOfFile: page, encoding: .utf8)
        #expect(!english.contains("lang=\"zh\""))
        #expect(try Program.run("preview", survey, "-o", scratch.path("a.txt")).status == 0)
        #expect(scratch.names == ["a.html", "a.txt"])
    }

    @Test func `a survey with errors is not shown`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("a.zicha", "# 试卷\n\nA1. 甲 [单选提]\n")
        let outcome = try Program.run("preview", path)
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.messages.contains("错误 Z013"))
        #expect(outcome.messages.hasSuffix("错误：\(path)：问卷有错误，请改好再来\n"))
    }

    @Test func `a language that the survey is not in is named with those that it is in`() throws {
        let outcome = try Program.run("preview", survey, "--language", "bo")
        #expect(outcome.status == 1)
        #expect(outcome.messages == "错误：\(survey)：问卷没有语言“bo”；有：zh、en\n")
    }

    @Test(arguments: [
        ["preview"], ["preview", "a.zicha", "-o", "a.pdf"], ["preview", "a.zicha", "--width", "20"],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
