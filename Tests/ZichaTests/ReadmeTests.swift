import Foundation
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
    @Test func `the example gives the output that is printed below it`() throws {
        let readme = try Program.text(of: "README.md")
        let survey = try Self.block("zicha", of: readme)
        let printed = try Self.block("text", of: readme)
        let scratch = try Scratch()
        let path = try scratch.file("demo.zicha", survey)
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        let shown = outcome.output.replacingOccurrences(of: path, with: "demo.zicha")
        #expect("$ zicha check demo.zicha\n" + shown == printed)
    }

    @Test func `with the mistake corrected the survey can be used`() throws {
        let survey = try Self.block("zicha", of: Program.text(of: "README.md"))
        let scratch = try Scratch()
        let path = try scratch.file("demo.zicha", survey.replacingOccurrences(of: "[反项]", with: "[反向]"))
        let answers = scratch.path("demo.csv")
        let simulated = try Program.run("simulate", "--survey", path, "--roster", "seeds/roster.csv", "-o", answers)
        #expect(simulated.status == 0, "\(simulated.all)")
        let input = ["--survey", path, "--roster", "seeds/roster.csv", "--responses", answers]
        let scored = try Program.run(["score"] + input)
        #expect(scored.status == 0, "\(scored.all)")
        let reported = try Program.run(["report"] + input + ["-o", scratch.path("demo.xlsx")])
        #expect(reported.status == 0, "\(reported.all)")
        #expect(scratch.names == ["demo.csv", "demo.xlsx", "demo.zicha"])
    }

    private static func block(_ language: String, of text: String) throws -> String {
        let open = try #require(text.range(of: "```\(language)\n"))
        let close = try #require(text.range(of: "```\n", range: open.upperBound..<text.endIndex))
        return String(text[open.upperBound..<close.lowerBound])
    }
}
