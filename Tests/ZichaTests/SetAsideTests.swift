import Foundation
import Testing

/// Cells that are no answers: what is set aside together, and what only by its name.
@Suite struct SetAsideTests {
    private static let folder = "Tests/Fixtures/tables"
    private let scratch: Scratch
    private let path: String

    /// Sixty people; a category spelt otherwise in three questions, one of them missed by two people.
    init() throws {
        scratch = try Scratch()
        let rows = (0..<60).map { row in
            let answer = row % 4 == 0 ? "比较同意" : "\(row % 5 + 1)"
            return "办公室,zh,jz,\(row < 2 ? "999" : "12"),\(answer),\(answer),\(answer),8"
        }
        path = try scratch.file("a.csv", "CS,GW,XS,XX,XF1,XF2,XF3,PF\n" + rows.joined(separator: "\n") + "\n")
    }

    private func score(_ more: String...) throws -> Program.Outcome {
        try Program.run(
            [
                "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", path, "--lang", "zh", "--part",
                "responses",
            ]
                + more)
    }

    @Test func `a whole category is never dropped without its name`() throws {
        let lines = """
            \(path)：列“XF1”、“XF2”、“XF3”：180 格中 45 格不是答案（25%）：不是这道题的选项，其中“比较同意”45 格；可以写 1~5 或对应文字
            \(path)：列“XX”：60 格中 2 格不是答案（3.3%）：超出题目的范围，第 2、3 行；可以写 0~366 的整数
            错误：共有 47 格不是题目的答案，没有往下做；有的写法占一列的 5% 以上，可能是一整类回答，请先改答卷或问卷。确实要按缺答处理，请写明：--set-aside "比较同意"
            """
        let plain = try score()
        #expect(plain.status == 1 && plain.output.isEmpty)
        #expect(plain.messages.hasSuffix(lines + "；别的格再加 --set-aside-rejects\n"), "\(plain.messages)")
        let all = try score("--set-aside-rejects")
        #expect(all.status == 1 && all.output.isEmpty)
        #expect(all.messages.hasSuffix(lines + "\n"), "\(all.messages)")
    }

    @Test func `what is named counts as missing, and the rest needs the flag`() throws {
        let named = try score("--set-aside", "比较同意")
        #expect(named.status == 1 && named.messages.contains("错误：共有 2 格不是题目的答案"), "\(named.messages)")
        let both = try score("--set-aside", "999", "--set-aside", "比较 同意", "--set-aside", "比较同意")
        #expect(both.status == 0 && both.messages.hasSuffix("提示：以上共 47 格按缺答处理\n"), "\(both.messages)")
        #expect(both.output.contains("不合题目 47 格"))
        let rest = try score("--set-aside", "比较同意", "--set-aside-rejects")
        #expect(rest.status == 0 && rest.output == both.output)
    }

    @Test func `a text that begins like an option can be named`() throws {
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing("比较同意", with: "-9").replacing(
            "999", with: "12")
        _ = try scratch.file("a.csv", text)
        let outcome = try score("--set-aside", "-9")
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    @Test func `an import holds to the same, and a round needs no such option`() throws {
        let store = ["--store", scratch.path("z.db"), "--on", "2026-11-30", "--lang", "zh"]
        let survey = "\(Self.folder)/survey.zicha"
        #expect(
            try Program.run(
                ["open", "2026", "--survey", survey, "--roster", "\(Self.folder)/roster.csv"] + store
            ).status == 0)
        let refused = try Program.run(["import", "2026", path, "--set-aside-rejects"] + store)
        #expect(refused.status == 1 && refused.messages.contains("--set-aside \"比较同意\""), "\(refused.messages)")
        #expect(try Program.run(["status", "2026"] + store).output.contains("0 / 65"))
        let taken = try Program.run(
            ["import", "2026", path, "--set-aside-rejects", "--set-aside", "比较同意"] + store)
        #expect(taken.status == 0 && taken.messages.contains("导入 60 份"), "\(taken.messages)")
        #expect(try Program.run(["score", "2026", "--set-aside", "9"] + store).status == 64)
    }

    @Test(arguments: [9, 10])
    func `what fewer than ten people wrote is told by its place alone`(count: Int) throws {
        let rows = (0..<60).map { "办公室,\($0 < count ? "哨兵" : "zh"),3" }
        let path = try scratch.file("b.csv", "CS,GW,XF1\n" + rows.joined(separator: "\n") + "\n")
        for language in ["zh", "en"] {
            let outcome = try Program.run(
                "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", path, "--lang", language,
                "--set-aside-rejects")
            #expect(outcome.status == 1)
            #expect(outcome.all.contains("哨兵") == (count == 10), "\(outcome.all)")
            let place =
                language == "zh" ? "--set-aside 加列“GW”第 2 行的文字" : "--set-aside with the text in row 2 of column \"GW\""
            #expect(outcome.messages.contains(place) == (count == 9), "\(outcome.messages)")
        }
    }

    // MARK: Columns that are not used

    @Test func `columns that are not used are named, and weights as such`() throws {
        let extra = (1...14).map { "列\($0)" } + ["权重"]
        let header = "CS,XF1,XF2,XF3," + extra.joined(separator: ",")
        let row = "办公室,3,2,4" + String(repeating: ",1.5", count: 15)
        let path = try scratch.file("w.csv", header + "\n" + String(repeating: row + "\n", count: 12))
        let map = try scratch.file("map.csv", "column,code\nCS,CS\nXF1,XF1\nXF2,XF2\nXF3,XF3\n")
        for command in [["score"], ["report", "-o", "-"]] {
            let outcome = try Program.run(
                command + [
                    "--survey", "\(Self.folder)/survey.zicha", "--responses", path, "--map", map, "--lang", "zh",
                ])
            #expect(outcome.status == 0, "\(outcome.messages)")
            let named = (1...12).map { "“列\($0)”" }.joined(separator: "、")
            #expect(outcome.messages.contains("15 列不在对照表里，没有用：\(named) 等\n"), "\(outcome.messages)")
            #expect(outcome.messages.contains("列“权重”是权数，没有用：文件里的权数一律不用，加权只按名册\n"))
        }
        let export = try scratch.file(
            "wjx.csv", "序号,提交答卷时间,来自IP,1、您所在的处室,Weight\n" + String(repeating: "1,x,y,办公室,2\n", count: 3))
        let outcome = try Program.run(
            "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", export, "--lang", "en")
        #expect(outcome.messages.contains("weights in \"Weight\" were not used"), "\(outcome.messages)")
    }
}
