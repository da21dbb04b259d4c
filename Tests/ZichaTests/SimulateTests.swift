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

    @Test func `a year that the roster does not know is refused`() throws {
        let outcome = try Program.run(
            "simulate", "--survey", "surveys/client-rating-2026.zicha", "--roster", "seeds/roster.csv",
            "--year", "2031", "--lang", "en", "-o", "-")
        #expect(outcome.status == 1)
        #expect(outcome.messages == "error: seeds/roster.csv: the roster has no year 2031; add it\n")
    }
}
