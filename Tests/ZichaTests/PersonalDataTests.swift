import Foundation
import TestSupport
import Testing
import Workbooks

/// Texts that seem to name people are told of before anything is stored.
@Suite struct PersonalDataTests {
    private let scratch: Scratch
    private let options: [String]

    init() throws {
        scratch = try Scratch()
        options = ["--store", scratch.path("zicha.db"), "--on", "2026-11-30", "--lang", "zh"]
        let survey = try scratch.file(
            "s.zicha", "# 小问卷\n版本：2026\n\nA1. 您满意吗？ [单选]\n- 1 = 满意\n- 2 = 不满意\n- 3 = 其他 [填写]\n\nA2. 说说为什么 [文本 选填]\n")
        let roster = try scratch.file("roster.csv", "处室,人数\n甲处,30\n")
        let opened = try Program.run(["open", "2026", "--survey", survey, "--roster", roster] + options)
        #expect(opened.status == 0, "\(opened.messages)")
    }

    private func zicha(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments + options) }

    private static let secret = "13800138000"
    private static let table = "A1,A2\n1,好\n2,请打\(secret)\n1,写到 a@b.cn\n"

    /// What the store holds of it: the responses, and whether its log tells of an import.
    private func stored() throws -> (responses: Bool, log: Bool) {
        let status = try zicha("status", "2026", "--log").output
        return (!status.hasPrefix("2026  收答卷  0 / 30"), status.contains("导入"))
    }

    private func expectNothingStored(_ place: SourceLocation = #_sourceLocation) throws {
        #expect(try stored() == (false, false), sourceLocation: place)
        let bytes = try #require(FileManager.default.contents(atPath: scratch.path("zicha.db")))
        #expect(bytes.range(of: Data(Self.secret.utf8)) == nil, sourceLocation: place)
    }

    @Test func `without a terminal nothing is stored, and the flag that stores it is named`() throws {
        let path = try scratch.file("a.csv", Self.table)
        let refused = try zicha("import", "2026", path)
        #expect(refused.status == 1)
        #expect(
            refused.messages == """
                提示：\(path)：列“A2”：1 行的文字里像是有邮箱地址：第 4 行
                提示：\(path)：列“A2”：1 行的文字里像是有手机号：第 3 行
                错误：文字里像是有个人信息，没有导入；请先删去，或加 --accept-personal-data 照样导入

                """)
        try expectNothingStored()
        let taken = try zicha("import", "2026", path, "--accept-personal-data")
        #expect(taken.status == 0 && taken.messages.contains("像是有手机号：第 3 行"), "\(taken.messages)")
        #expect(taken.messages.contains("导入 3 份") && !taken.messages.contains("删去"))
        #expect(try stored() == (true, true))
    }

    @Test(arguments: [("y\n", true), ("是\n", true), ("n\n", false), ("\n", false), ("\u{4}", false)])
    func `at a terminal it is asked for`(typed: String, isTaken: Bool) throws {
        let path = try scratch.file("a.csv", Self.table)
        let outcome = try Program.runAtTerminal(["import", "2026", path] + options, typing: typed)
        #expect(outcome.messages.contains("这些文字会原样存进库里。导入吗？ [y/N] "), "\(outcome.messages)")
        #expect(outcome.status == (isTaken ? 0 : 1))
        if isTaken {
            #expect(try stored() == (true, true))
        } else {
            #expect(outcome.messages.contains("错误：没有导入"))
            try expectNothingStored()
        }
    }

    @Test func `a file without any is taken in without a question`() throws {
        let path = try scratch.file("a.csv", "A1,A2\n1,好\n")
        let outcome = try Program.runAtTerminal(["import", "2026", path] + options, typing: "")
        #expect(outcome.status == 0 && !outcome.messages.contains("y/N"), "\(outcome.messages)")
    }

    @Test func `words behind an option are texts, too`() throws {
        let path = try scratch.file("a.csv", "A1,A2\n3：\(Self.secret),好\n")
        #expect(try zicha("import", "2026", path).messages.contains("列“A1”：1 行的文字里像是有手机号：第 2 行"))
        try expectNothingStored()
    }

    @Test func `one response by its code is held to the same`() throws {
        let codes = scratch.path("codes.csv")
        #expect(try zicha("codes", "2026", "--unit", "甲处", "--count", "1", "-o", codes).status == 0)
        let code = try #require(
            String(contentsOfFile: codes, encoding: .utf8).split { $0.isNewline }.last?.split(separator: ",").last)
        let path = try scratch.file("one.csv", "A1,A2\n2,请打\(Self.secret)\n")
        let refused = try zicha("import", "2026", path, "--code", String(code))
        #expect(refused.status == 1 && refused.output.isEmpty)
        try expectNothingStored()
        // The code is still good.
        let taken = try zicha("import", "2026", path, "--code", String(code), "--accept-personal-data")
        #expect(taken.status == 0 && !taken.output.isEmpty, "\(taken.messages)")
    }

    @Test func `forms are held to the same, and the files are named`() throws {
        let forms = scratch.path("forms")
        #expect(try zicha("forms", "2026", "--unit", "甲处", "--count", "2", "-o", forms).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: forms).sorted()
        for (name, words) in zip(names, ["好", "请打\(Self.secret)"]) { try fill("\(forms)/\(name)", words) }
        let refused = try zicha("import", "2026", forms)
        #expect(refused.status == 1)
        #expect(refused.messages.hasPrefix("提示：A2：1 份表的文字里像是有手机号：\(forms)/\(names[1])\n"), "\(refused.messages)")
        #expect(refused.messages.contains("--accept-personal-data") && !refused.messages.contains("收下"))
        try expectNothingStored()
        #expect(try zicha("import", "2026", forms, "--accept-personal-data").messages.contains("收下 2 份"))
    }

    /// Types an answer to each question of a form.
    private func fill(_ path: String, _ words: String) throws {
        let book = try WorkbookReader(contentsOf: path)
        let file = try PlainZip.copy(of: [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))) { name, text in
            guard name == "xl/worksheets/sheet2.xml" else { return text }
            var text = text
            for (answer, typed) in [("答_A1", "1"), ("答_A2", words)] {
                guard let cell = book.names[answer]?.range.first.name,
                    let start = text.firstRange(of: "<c r=\"\(cell)\""),
                    let end = text[start.upperBound...].firstRange(of: "/>")
                else { continue }
                text.replaceSubrange(end, with: " t=\"inlineStr\"><is><t>\(typed)</t></is></c>")
            }
            return text
        }
        try Data(file).write(to: URL(fileURLWithPath: path))
    }

    @Test func `scores and reports store nothing and ask nothing`() throws {
        let path = try scratch.file("a.csv", Self.table)
        let outcome = try Program.run(
            "score", "--survey", scratch.path("s.zicha"), "--responses", path, "--lang", "en")
        #expect(
            outcome.messages.contains("rows whose text seems to hold mobile numbers: 1 (3)\n"), "\(outcome.messages)")
        #expect(!outcome.messages.contains("--accept-personal-data") && !outcome.all.contains(Self.secret))
    }
}
