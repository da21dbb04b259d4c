import Foundation
import Testing

@Suite struct SimulateTests {
    @Test(arguments: [2024, 2025, 2026])
    func `the seeds are what the command makes of the surveys`(year: Int) throws {
        let outcome = try Program.run(
            "simulate", "--survey", "surveys/learning-organ-\(year).zicha", "--roster", "seeds/roster.csv",
            "--seed", "2026", "-o", "-")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.output == (try Program.text(of: "seeds/responses-\(year).csv")), "run `make seeds`")
    }

    @Test func `another seed gives other answers of the same shape`() throws {
        func answers(_ seed: String) throws -> [Substring] {
            try Program.run(
                "simulate", "--survey", "surveys/client-rating-2026.zicha", "--roster", "seeds/roster.csv",
                "--seed", seed, "--response-rate", "1", "-o", "-"
            ).output.split(separator: "\n")
        }
        let (one, two) = (try answers("1"), try answers("2"))
        #expect(one != two)
        #expect(one[0] == two[0])
        #expect(abs(one.count - 223) < 12)
    }

    @Test func `a file that is there already is not overwritten unasked`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("answers.csv", "what people really said")
        let input = [
            "simulate", "--survey", "surveys/client-rating-2026.zicha", "--roster", "seeds/roster.csv", "-o", path,
        ]
        let refused = try Program.run(input)
        #expect(refused.status == 1)
        #expect(refused.messages == "错误：\(path)：已经有这个文件，没有覆盖；请换一个名字，确实要覆盖请加 --overwrite\n")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "what people really said")
        let written = try Program.run(input + ["--overwrite", "--lang", "en"])
        #expect(written.status == 0)
        #expect(written.messages.hasPrefix("written: \(path), SHA-256 "))
        #expect(try String(contentsOfFile: path, encoding: .utf8).count > 1000)
        #expect(scratch.names == ["answers.csv"])
    }

    @Test func `a year that the roster does not know is refused`() throws {
        let outcome = try Program.run(
            "simulate", "--survey", "surveys/client-rating-2026.zicha", "--roster", "seeds/roster.csv",
            "--year", "2031", "--lang", "en", "-o", "-")
        #expect(outcome.status == 1)
        #expect(outcome.messages == "error: seeds/roster.csv: the roster has no year 2031; add it\n")
    }
}
