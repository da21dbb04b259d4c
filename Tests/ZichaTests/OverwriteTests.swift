import Foundation
import TestSupport
import Testing
import Workbooks

/// Nothing that somebody may have typed into is lost by running a command again.
@Suite struct OverwriteTests {
    private static let report = ["report"] + Program.lastYear + ["--date", "2026-12-01"]

    /// Every command whose `-o` names one file, with the ending that it takes.
    static let commands: [(arguments: [String], ending: String)] = [
        (report, "xlsx"), (report, "html"), (report, "md"), (report, "txt"),
        (["score"] + Program.lastYear, "txt"), (["score", "--format", "csv"] + Program.lastYear, "csv"),
        (["diff", "surveys/learning-organ-2025.zicha", "surveys/learning-organ-2026.zicha"], "xlsx"),
        (["preview", "surveys/learning-organ-2026.zicha"], "html"),
        (["new", "--title", "学风"], "zicha"),
        (["texts", "surveys/learning-organ-2026.zicha", "--missing", "en"], "csv"),
        (["simulate", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"], "csv"),
    ]

    @Test(arguments: commands)
    func `An existing file is refused and stays as it was; --overwrite replaces it`(
        arguments: [String], ending: String
    ) throws {
        let scratch = try Scratch()
        let target = try scratch.file("a.\(ending)", "what was there")
        let refused = try Program.run(arguments + ["-o", target])
        #expect(refused.status == 1)
        #expect(refused.messages.contains("已经有这个文件，没有覆盖"), "\(refused.messages)")
        #expect(refused.messages.contains("--overwrite"))
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "what was there")

        let replaced = try Program.run(arguments + ["-o", target, "--overwrite"])
        #expect(replaced.status == 0, "\(replaced.messages)")
        #expect(FileManager.default.contents(atPath: target) != Data("what was there".utf8))
    }

    @Test func `A report that nobody has filled in is replaced without a copy`() throws {
        let scratch = try Scratch()
        let target = scratch.path("报告.xlsx")
        for arguments in [[], ["--overwrite"]] {
            let made = try Program.run(Self.report + ["-o", target] + arguments)
            #expect(made.status == 0, "\(made.messages)")
            #expect(!made.messages.contains("原件"))
        }
        #expect(scratch.names == ["报告.xlsx"])
    }

    /// A measure, and the meeting's decision below the list; each alone is reason enough.
    @Test(arguments: ["D5", "C16"])
    func `An action list that the meeting filled in is kept beside under a new name`(cell: Cell) throws {
        let scratch = try Scratch()
        let target = scratch.path("报告.xlsx")
        #expect(try Program.run(Self.report + ["-o", target]).status == 0)
        try Typing.fill(cell, of: "整改清单", with: "每月一次集中学习", in: target)
        let filled = FileManager.default.contents(atPath: target)
        let again = try Program.run(Self.report + ["-o", target, "--overwrite"])
        #expect(again.status == 0, "\(again.messages)")
        #expect(again.messages.contains("原件留作 \(scratch.path("报告-原件1.xlsx"))"), "\(again.messages)")
        #expect(scratch.names == ["报告-原件1.xlsx", "报告.xlsx"])
        #expect(FileManager.default.contents(atPath: scratch.path("报告-原件1.xlsx")) == filled)
        #expect(!again.all.contains("集中学习"))

        // A second one does not take the place of the first.
        try FileManager.default.removeItem(atPath: target)
        try filled?.write(to: URL(fileURLWithPath: target))
        #expect(try Program.run(Self.report + ["-o", target, "--overwrite"]).status == 0)
        #expect(scratch.names == ["报告-原件1.xlsx", "报告-原件2.xlsx", "报告.xlsx"])
    }

    @Test func `What another program has saved without its styles is kept, for nothing tells what was typed`() throws {
        let scratch = try Scratch()
        let (made, target) = (scratch.path("made.xlsx"), scratch.path("报告.xlsx"))
        #expect(try Program.run(Self.report + ["-o", made]).status == 0)
        try Rewriting.copy(made, to: target, changes: ["整改清单": ["D5": .text("每月一次集中学习")]])
        #expect(try Program.run(Self.report + ["-o", target, "--overwrite"]).status == 0)
        #expect(scratch.names == ["made.xlsx", "报告-原件1.xlsx", "报告.xlsx"])
    }

    @Test func `A form and a coding table with something in them are kept, whatever is written over them`() throws {
        let scratch = try Scratch()
        let store = ["--store", scratch.path("zicha.db")]
        let round = ["2026", "--survey", "surveys/learning-organ-2026.zicha", "--roster", "seeds/roster.csv"]
        #expect(try Program.run(["open"] + round + store).status == 0)
        let forms = scratch.path("表")
        #expect(try Program.run(["forms", "2026", "--without-codes", "-o", forms] + store).status == 0)
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: forms).first)
        let form = "\(forms)/\(name)"
        let answer = try #require(try WorkbookReader(contentsOf: form).names["答_XF1"])
        try Typing.fill(answer.range.first, of: answer.sheet, with: "4", in: form)
        #expect(try Program.run(Self.report + ["-o", form, "--overwrite"]).status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: forms).count == 2)

        var table = try SeedTable()
        try table.set("YJ", row: 3, to: "希望多安排调研")
        let responses = try scratch.file("responses.csv", table.text)
        let coding = scratch.path("编码.xlsx")
        let made = try Program.run(
            ["comments", "--survey", "surveys/learning-organ-2026.zicha", "--responses", responses, "-o", coding])
        #expect(made.status == 0, "\(made.messages)")
        try Typing.fill("A5", of: "主题", with: "学习安排", in: coding)
        #expect(try Program.run(Self.report + ["-o", coding, "--overwrite"]).status == 0)
        #expect(scratch.names.contains("编码-原件1.xlsx"))
    }
}

/// Types a text into an empty cell that has a style, as a person would, and leaves everything else in the file alone.
enum Typing {
    struct NoSuchCell: Error {}

    static func fill(_ cell: Cell, of sheet: String, with text: String, in path: String) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        let archive = try ZipArchive(bytes, limits: .report)
        let place = try #require(try WorkbookReader(bytes, limits: .report).sheetNames.firstIndex(of: sheet))
        let part = "xl/worksheets/sheet\(place + 1).xml"
        let parts = try archive.names.map { name in
            var bytes = try archive.contents(of: name) ?? []
            if name == part {
                var markup = String(decoding: bytes, as: UTF8.self)
                guard let start = markup.range(of: "<c r=\"\(cell.name)\""),
                    let end = markup.range(of: "/>", range: start.upperBound..<markup.endIndex)
                else { throw NoSuchCell() }
                markup.replaceSubrange(
                    end, with: " t=\"inlineStr\"><is><t>\(text)</t></is></c>")
                bytes = Array(markup.utf8)
            }
            return PlainZip.Part(name: name, bytes: bytes)
        }
        try Data(PlainZip.of(parts)).write(to: URL(fileURLWithPath: path))
    }
}
