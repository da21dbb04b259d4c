import Foundation
import Testing

/// What the analyst who holds the responses sees beside what a report may tell.
@Suite struct UnprotectedTests {
    private let scratch: Scratch
    private let inputs: [String]

    /// Two units of 12 and 3, two dimensions of two and three items; 丙 of the small unit left one item out, which 缺答 allows.
    init() throws {
        scratch = try Scratch()
        let survey = """
            # 小问卷
            版本：2026

            量表：五级
            - 1 = 差
            - 2 = 较差
            - 3 = 一般
            - 4 = 较好
            - 5 = 好

            CS. 处室 [下拉 处室]

            X. 项 [量表题 五级]
            - X1 = 一 [选填]
            - X2 = 二 [选填]

            维度：学风
            取题：X
            缺答：至多 1 题

            """
        let rows = (0..<12).map { "甲处,\(1 + $0 % 5),\(1 + ($0 + $0 / 5) % 5)" } + ["乙处,5,4", "乙处,4,4", "乙处,3,"]
        inputs = [
            "--survey", try scratch.file("s.zicha", survey), "--responses",
            try scratch.file("a.csv", (["CS,X1,X2"] + rows).joined(separator: "\n") + "\n"), "--lang", "zh",
        ]
    }

    @Test func `persons' scores stand in every form, of groups of any size, under a word of warning`() throws {
        let table = try Program.run(["score"] + inputs + ["--unprotected"])
        #expect(table.status == 0, "\(table.messages)")
        #expect(table.output.hasPrefix("未作保护，不外发 | unprotected: do not hand out\n"))
        // (4.5 + 4 + 3) / 3: whoever is scored first counts as much as the others.
        #expect(table.output.contains("[个人得分") && table.output.contains(/乙处 +学风 +3\.833/))

        let csv = try Program.run(["score"] + inputs + ["--unprotected", "--format", "csv", "--part", "个人得分"])
        #expect(csv.messages.contains("未作保护，不外发"))
        let lines = csv.output.split(separator: "\n").map(String.init)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("persons,2026,") })
        let small = try #require(lines.first { $0.hasPrefix("persons,2026,乙处,,学风,,estimate,") })
        #expect(small.contains(",3.8333333333333335,") && small.contains(",3,0,"))
        #expect(lines.contains { $0.contains(",alpha,") && $0.contains(",14,1,alpha.feldt.listwise,") })

        let json = try Program.run(["score"] + inputs + ["--unprotected", "--format", "json"])
        let listing = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let persons = try #require(listing["persons"] as? [[String: Any]])
        #expect(persons.map { $0["units"] as? [String] } == [nil, ["乙处"], ["甲处"]])
        let whole = try #require(persons.first?["estimate"] as? [String: Any])
        #expect(whole["n"] as? Int == 15)
    }

    @Test func `nothing of them is printed without being asked for`() throws {
        for format in ["table", "csv", "json"] {
            let outcome = try Program.run(["score"] + inputs + ["--format", format])
            #expect(outcome.status == 0, "\(outcome.messages)")
            #expect(!outcome.all.contains("persons") && !outcome.all.contains("个人得分"))
            #expect(!outcome.all.contains("未作保护") && !outcome.output.contains("乙处 "))
        }
        let refused = try Program.run(["score"] + inputs + ["--part", "persons"])
        #expect(refused.status == 1 && refused.output.isEmpty && refused.messages.contains("请加上 --unprotected"))
    }

    @Test func `a store logs that they were printed`() throws {
        let store = ["--store", scratch.path("z.db"), "--on", "2026-11-28", "--lang", "zh"]
        for arguments in [
            ["open", "2026", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"],
            ["import", "2026", "seeds/responses-2026.csv"],
        ] {
            let outcome = try Program.run(arguments + store)
            #expect(outcome.status == 0, "\(outcome.messages)")
        }
        #expect(try Program.run(["score", "2026"] + store).status == 0)
        #expect(try !Program.run(["status", "--log"] + store).output.contains("--unprotected"))
        let told = try Program.run(["score", "2026", "--unprotected", "--part", "persons"] + store)
        #expect(told.status == 0 && told.output.contains("督查室"), "\(told.messages)")
        #expect(try Program.run(["status", "--log"] + store).output.contains("导出 2026  score --unprotected"))
    }
}
