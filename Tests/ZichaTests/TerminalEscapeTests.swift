import Foundation
import Testing

/// Names from outside (files, units, headings, codes) cannot forge or hide a line of the program's own.
@Suite struct TerminalEscapeTests {
    private static let forged = "a\n收下 100 份\u{1B}[2J\u{202E}"
    private static let shown = "a\\n收下 100 份\\u{1B}[2J\\u{202E}"

    private let scratch: Scratch
    private let survey: String

    init() throws {
        scratch = try Scratch()
        survey = try scratch.file(
            "s.zicha",
            """
            # 小测
            版本：2026
            语言：zh

            量表：三级
            - 1 = 差
            - 2 = 中
            - 3 = 好

            CS. 处室 [下拉 处室]

            XF. 符合吗？ [量表题 三级]
            - XF1 = 甲
            - XF2 = 乙

            维度：学风
            取题：XF
            """)
    }

    /// A roster with a unit of such a name, which a spreadsheet may hold, and twelve answers from it.
    private func files() throws -> (roster: String, responses: String) {
        let quoted = "\"\(Self.forged)\""
        let roster = try scratch.file("r.csv", "处室,人数\n\(quoted),12\n正常处,12\n")
        let rows = (0..<24).map { "\($0 % 2 == 0 ? quoted : "正常处"),\($0 % 3 + 1),\($0 % 2 + 1)" }
        let responses = try scratch.file("a.csv", "CS,XF1,XF2\n" + rows.joined(separator: "\n") + "\n")
        return (roster, responses)
    }

    private func expectSafe(_ outcome: Program.Outcome, _ shown: String = shown) {
        #expect(!outcome.all.contains("\n收下 100 份"))
        let active = outcome.all.unicodeScalars.filter { $0 != "\n" && ($0.value < 0x20 || $0 == "\u{202E}") }
        #expect(active.isEmpty)
        #expect(outcome.all.contains(shown), "\(outcome.all)")
    }

    @Test func `The name of a file`() throws {
        let path = scratch.path(Self.forged + ".zicha")
        for arguments in [["check"], ["format"], ["preview"]] {
            expectSafe(try Program.run(arguments + [path]))
        }
        try FileManager.default.copyItem(atPath: survey, toPath: path)
        try "# 小测\n坏行\n".write(toFile: path, atomically: false, encoding: .utf8)
        for arguments in [["check"], ["fix"]] { expectSafe(try Program.run(arguments + [path])) }
    }

    @Test func `A heading of a file of responses`() throws {
        let (roster, _) = try files()
        let responses = try scratch.file("b.csv", "CS,XF1,\"\(Self.forged)\"\n正常处,1,2\n")
        expectSafe(
            try Program.run("score", "--survey", survey, "--roster", roster, "--responses", responses))
    }

    @Test(arguments: ["status", "check"])
    func `A word of the command line that the parser quotes`(command: String) throws {
        let outcome = try Program.run(command, command == "check" ? "--\(Self.forged)" : Self.forged, "s.zicha")
        #expect(outcome.status == 64)
        expectSafe(outcome)
    }

    @Test func `The name of a unit`() throws {
        let (roster, responses) = try files()
        let inputs = ["--survey", survey, "--roster", roster, "--responses", responses]
        for arguments in [["score"] + inputs, ["report"] + inputs + ["-o", "-"]] {
            let outcome = try Program.run(arguments)
            #expect(outcome.status == 0, "\(outcome.messages)")
            expectSafe(outcome)
        }
        let store = ["--store", scratch.path("zicha.db")]
        #expect(try Program.run(["open", "2026", "--survey", survey, "--roster", roster] + store).status == 0)
        let status = try Program.run(["status", "2026"] + store)
        // A long name is cut there.
        expectSafe(status, "a\\n收下 100 份\\u{1B}[2J")
        #expect(try Program.run(["codes", "2026", "-o", scratch.path("c.csv")] + store).status == 0)
        expectSafe(try Program.run(["status", "2026", "--log"] + store))
    }
}
