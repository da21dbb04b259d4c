import Testing

/// A file that another tool exported is scored as our own table of the same responses.
@Suite struct ScoreExportTests {
    /// The seeds as 问卷星 exports them by position, with what it adds and one answer's own words.
    private func export(_ change: (inout SeedTable) throws -> Void = { _ in }) throws -> String {
        var table = try SeedTable()
        try change(&table)
        table.header = ["序号", "提交答卷时间", "来自IP"] + table.header.enumerated().map { "\($0.offset + 1)、\($0.element)" }
        table.rows = table.rows.enumerated().map {
            ["\($0.offset + 1)", "2026/11/20 09:00:00", "10.1.2.3"] + $0.element
        }
        return table.text
    }

    private func scores(_ path: String) throws -> Program.Outcome {
        try Program.run(
            "score", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv", "--responses",
            path)
    }

    @Test func `an export of 问卷星 has the same scores as our own table`() throws {
        let scratch = try Scratch()
        let read = try scores(scratch.file("wjx.csv", export()))
        let own = try scores("seeds/responses-2026.csv")
        #expect(read.status == 0 && own.status == 0, "\(read.messages)\(own.messages)")
        func lines(_ outcome: Program.Outcome) -> [Substring] {
            // The fingerprint of the file is another one.
            outcome.output.split(separator: "\n").filter { !$0.hasPrefix("sha256") && !$0.hasPrefix("SHA") }
        }
        #expect(lines(read).count > 100)
        #expect(lines(read) == lines(own))
        #expect(read.messages.contains("读成问卷星：") && read.messages.contains("“来自IP”（IP 地址）"))
        #expect(!read.messages.contains("10.1.2.3"))
    }

    @Test func `personal data in texts are pointed out by row`() throws {
        let scratch = try Scratch()
        let path = try scratch.file("wjx.csv", export { try $0.set("YJ", row: 3, to: "请打13800138000") })
        let read = try scores(path)
        #expect(read.status == 0, "\(read.messages)")
        #expect(read.messages.contains("像是有手机号：第 5 行"))
        #expect(!read.all.contains("13800138000"))
    }
}
