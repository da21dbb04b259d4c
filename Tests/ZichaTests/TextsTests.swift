import Foundation
import Testing

@Suite struct TextsTests {
    private static let survey = """
        # 自查
        版本：2026
        语言：zh、en

        // 备注
        A1. 岗位 | Post [单选]
        - gl = 综合 | General
        - js = 技术

        A2. 作为{A1}，学了几天？ [数字]

        """

    @Test func `what is missing goes out, comes back, and is missing no more`() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("a.zicha", Self.survey)
        let table = scratch.path("a.csv")
        let export = try Program.run("texts", survey, "--missing", "en", "-o", table)
        #expect(export.status == 0, "\(export.messages)")
        #expect(export.messages.hasPrefix("提示：共 3 句\n已写成 \(table)"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: table)).starts(with: [0xEF, 0xBB, 0xBF]))
        // Foundation drops the byte order mark.
        var csv = try String(contentsOfFile: table, encoding: .utf8)
        #expect(
            csv == "位置,行,原文,译文 en\r\ntitle,1,自查,\r\nA1.js.text,8,技术,\r\nA2.text,10,作为{A1}，学了几天？,\r\n")
        csv = csv.replacingOccurrences(of: "自查,", with: "自查,Self-check")
            .replacingOccurrences(of: "技术,", with: "技术,Technical")
            .replacingOccurrences(of: "几天？,", with: "几天？,\"As {A1}, how many days?\"")
        _ = try scratch.file("a.csv", csv)
        let target = scratch.path("b.zicha")
        let imported = try Program.run("texts", survey, "--language", "en", "--import", table, "-o", target)
        #expect(imported.messages.hasPrefix("提示：放回 3 句；空着的 0 句；没有放回的 0 句\n已写成 \(target)"))
        #expect(
            try String(contentsOfFile: target, encoding: .utf8) == """
                # 自查 | Self-check
                版本：2026
                语言：zh、en

                // 备注
                A1. 岗位 | Post [单选]
                - gl = 综合 | General
                - js = 技术 | Technical

                A2. 作为{A1}，学了几天？ [数字]
                en: As {A1}, how many days?

                """)
        let again = try Program.run("texts", target, "--missing", "en")
        #expect(again.output == "位置,行,原文,译文 en\r\n" && again.messages == "提示：共 0 句\n")
    }

    @Test func `rows that cannot be used are named by their lines, and the rest is used`() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("a.zicha", Self.survey)
        let table = try scratch.file(
            "a.csv", "place,line,original,translation en\ntitle,1,旧题目,Old\nA1.text,5,岗位,Job\nA1.js.text,8,技术,Tech\n")
        let kept = try Program.run("texts", survey, "--language", "en", "--import", table)
        #expect(kept.status == 0)
        #expect(
            kept.messages == """
                \(table)：第 2 行“title”没有放回：原文已经改过，请按新的原文翻译
                \(table)：第 3 行“A1.text”没有放回：已有译文，没有替换；要替换请加 --replace
                提示：放回 1 句；空着的 0 句；没有放回的 2 句

                """)
        #expect(kept.output.contains("A1. 岗位 | Post") && kept.output.contains("- js = 技术 | Tech"))
        let replaced = try Program.run("texts", survey, "--language", "en", "--import", table, "--replace")
        #expect(replaced.output.contains("A1. 岗位 | Job"))
    }

    @Test func `a filled table is not overwritten, and the survey only on demand`() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("a.zicha", Self.survey)
        let table = try scratch.file("a.csv", "位置,原文,译文 en\nA1.js.text,技术,Tech\n")
        let export = try Program.run("texts", survey, "--missing", "en", "-o", table)
        #expect(export.status == 1 && export.messages.contains("已经有这个文件，没有覆盖"))
        #expect(try Program.run("texts", survey, "--missing", "en", "-o", survey, "--overwrite").status == 1)
        let arguments = ["texts", survey, "--language", "en", "--import", table, "-o", survey]
        #expect(try Program.run(arguments).status == 1)
        #expect(try Program.run(arguments + ["--overwrite"]).status == 0)
        #expect(try String(contentsOfFile: survey, encoding: .utf8).contains("- js = 技术 | Tech"))
    }

    @Test func `translations that would break the survey are not written`() throws {
        let scratch = try Scratch()
        let scale = "\n量表：五级 | Five\n- 1 = 低 | Low\n- 2 = 高 | High\n\nA3. 三 | Three [量表题 Five]\n"
        let survey = try scratch.file("a.zicha", Self.survey + scale)
        let table = try scratch.file("a.csv", "位置,原文,译文 en\nscale:五级.name,五级,Grades\n")
        let target = scratch.path("b.zicha")
        let outcome = try Program.run(
            "texts", survey, "--language", "en", "--import", table, "--replace", "-o", target)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("错误 Z055"))
        #expect(outcome.messages.hasSuffix("错误：\(survey)：放回译文后问卷有以上错误，没有写；请先改译文\n"))
        #expect(scratch.names == ["a.csv", "a.zicha"])
    }

    @Test func `the main language needs no translator, and a new one is announced`() throws {
        let scratch = try Scratch()
        let survey = try scratch.file("a.zicha", Self.survey)
        let main = try Program.run("texts", survey, "--missing", "zh")
        #expect(main.status == 1 && main.messages == "错误：\(survey)：zh 是问卷的主语言，不用翻译\n")
        let third = try Program.run("texts", survey, "--missing", "bo", "--lang", "en")
        #expect(third.output.hasPrefix("place,line,original,translation bo\r\n"))
        #expect(
            third.messages
                == "note: the survey does not list the language bo yet; importing adds it\nnote: sentences: 5\n")
    }

    @Test(arguments: [
        ["texts", "a.zicha"], ["texts", "a.zicha", "--missing", "en", "--language", "en"],
        ["texts", "a.zicha", "--missing", "en", "--import", "a.csv"],
        ["texts", "a.zicha", "--language", "en", "--replace"],
        ["texts", "a.zicha", "--missing", "English"],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
