import Foundation
import Testing

/// What the program says of how sure a number is: near the ends of a scale, and where everybody answered.
@Suite struct IntervalTests {
    private static let levels = """
        量表：五级
        - 1 = 很差
        - 2 = 差
        - 3 = 一般
        - 4 = 好
        - 5 = 很好

        """

    private static let three = """
        # 边界
        版本：2026

        \(levels)
        X. 项 [量表题 五级]
        - X1 = 一 [选填]
        - X2 = 二 [选填]
        - X3 = 三 [选填]

        维度：学风
        取题：X
        换算：百分制

        """

    /// Every estimate of a listing, wherever it stands.
    private func estimates(_ value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(estimates) }
        guard let object = value as? [String: Any] else { return [] }
        let own = object["method"] != nil && object["lower"] != nil ? [object] : []
        return own + object.values.flatMap(estimates)
    }

    /// 22 or 9 people say the best or the worst, and a few do not: ± t × se would end beyond the scale.
    @Test(arguments: [
        (Array(repeating: "5,5,5", count: 22) + ["4,3,2", "1,1,1", "1,1,1"], 72.2, 96.9),
        (Array(repeating: "5,5,5", count: 9) + ["3,3,3"], 71.6, 99.3),
        (Array(repeating: "1,1,1", count: 9) + ["3,3,3"], 0.7, 28.4),
    ])
    func `no interval leaves its scale`(rows: [String], lower: Double, upper: Double) throws {
        let scratch = try Scratch()
        let survey = try scratch.file("s.zicha", Self.three)
        let answers = try scratch.file("answers.csv", (["X1,X2,X3"] + rows).joined(separator: "\n") + "\n")
        let outcome = try Program.run("score", "--survey", survey, "--responses", answers, "--format", "json")
        #expect(outcome.status == 0, "\(outcome.messages)")
        let listing = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let rounds = try #require(listing["rounds"] as? [[String: Any]])
        let whole = try #require(rounds[0]["whole"] as? [String: Any])
        let dimension = try #require((whole["dimensions"] as? [[String: Any]])?.first?["estimate"] as? [String: Any])
        #expect(dimension["method"] as? String == "mean.wilson")
        let bounds = try [#require(dimension["lower"] as? Double), #require(dimension["upper"] as? Double)]
        #expect(bounds.map { ($0 * 10).rounded() / 10 } == [lower, upper])
        let items = try #require(whole["items"] as? [[String: Any]])
        let means = items.compactMap { $0["mean"] as? [String: Any] }
        #expect(means.count == 3)
        for mean in means {
            #expect(try #require(mean["lower"] as? Double) >= 1 && #require(mean["upper"] as? Double) <= 5)
        }
        let report = try Program.run("report", "--survey", survey, "--responses", answers, "-o", "-")
        #expect(report.status == 0, "\(report.messages)")
        let explained = try Program.run(
            "score", "--survey", survey, "--responses", answers, "--explain", "学风", "--lang", "zh")
        #expect(explained.output.contains("会越出 0…100，改用 Wilson 法"))
        #expect(explained.output.contains(String(format: "%.3f…%.3f", bounds[0], bounds[1])))
    }

    /// All 13 and 15 people of two units; 11 of the 28 lack two levels, the others one: a gap of 1.39.
    @Test func `where everybody answered there is still an interval, and a gap is judged`() throws {
        let scratch = try Scratch()
        let survey = try scratch.file(
            "s.zicha",
            """
            # 全员作答
            版本：2026
            语言：zh
            分组下限：10

            \(Self.levels)
            CS. 处室 [下拉 处室]

            X. 项 [量表题 五级]
            - X1 = 一
            - X2 = 二

            NL. 能力 [能力对 五级]
            - NL1 = 公文写作
            - NL2 = 数据分析

            维度：学风
            取题：X
            换算：百分制

            """)
        let rows = (0..<28).map { person in
            let gap = person < 11 ? 2 : 1
            let current = 2 + person % 2
            let numbers = [3 + person % 3, 4 + person % 2, current, current + gap, 3 + person % 2, 4 - person % 2]
            return (person < 13 ? "办公室," : "法规处,") + numbers.map(String.init).joined(separator: ",")
        }
        let answers = try scratch.file(
            "answers.csv",
            (["CS,X1,X2,NL1_cur,NL1_req,NL2_cur,NL2_req"] + rows).joined(separator: "\n") + "\n")
        let roster = try scratch.file("roster.csv", "处室,人数\n办公室,13\n法规处,15\n")
        let input = ["--survey", survey, "--responses", answers, "--roster", roster]
        let report = try Program.run(["report"] + input + ["--edition", "office", "-o", "-"])
        #expect(report.status == 0, "\(report.messages)")
        let lines = report.output.split(separator: "\n").map(String.init)
        let gap = try #require(lines.first { $0.contains("公文写作") && $0.contains("优先补短板") })
        #expect(gap.contains("1.39  1.24—1.54"))
        #expect(lines.contains { $0.contains("“公文写作”差距大") && $0.contains("差距1.39") })
        #expect(lines.contains { $0.contains("差距达到0.8、要求不低于均值的能力1个") })
        // `66.2—66.2`
        let ranges = report.output.matches(of: /(-?[0-9]+\.[0-9]+)(?:—|至)(-?[0-9]+\.[0-9]+)/)
        #expect(ranges.count >= 4)
        #expect(ranges.allSatisfy { $0.1 != $0.2 })

        let scores = try Program.run(["score"] + input + ["--format", "json"])
        let found = estimates(try JSONSerialization.jsonObject(with: Data(scores.output.utf8)))
        let intervals = found.compactMap { estimate in
            (estimate["lower"] as? Double).flatMap { lower in (estimate["upper"] as? Double).map { (lower, $0) } }
        }
        #expect(intervals.count > 15)
        #expect(intervals.allSatisfy { $0 < $1 })
        let explained = try Program.run(["score"] + input + ["--explain", "学风", "--lang", "en"]).output
        #expect(explained.contains("√((1 − κ × n ÷ N) × s² ÷ n) = √((1 − 0.4 × 28 ÷ 28) × "))
        #expect(explained.contains("the rest is the mood of the day, unknown even when everybody answered"))
    }
}
