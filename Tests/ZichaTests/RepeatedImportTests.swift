import Foundation
import Testing

/// Web tools export cumulatively: this week's file begins with last week's rows.
@Suite struct RepeatedImportTests {
    private let scratch: Scratch
    private let store: String

    init() throws {
        scratch = try Scratch()
        store = scratch.path("zicha.db")
    }

    @discardableResult private func zicha(_ arguments: String..., fails: Bool = false) throws -> Program.Outcome {
        let outcome = try Program.run(arguments + ["--store", store, "--on", "2026-11-20", "--lang", "zh"])
        #expect(outcome.status == (fails ? 1 : 0), "\(arguments): \(outcome.messages)")
        return outcome
    }

    private static let folder = "Tests/Imports/cumulative"
    private let week1 = "\(folder)/week1.csv"
    private let week2 = "\(folder)/week2.csv"

    private func open() throws {
        try zicha(
            "open", "2026", "--survey", "\(Self.folder)/survey.zicha", "--roster", "\(Self.folder)/roster.csv")
    }

    /// The survey's own table, without the numbers and times of a tool.
    ///
    /// - Parameter first: so many rows are of another unit.
    private func plain(_ name: String, _ rows: Range<Int>, first: Int = 0) throws -> String {
        let lines = rows.map {
            "\($0 < first ? "办公室" : "业务一处"),\(["zh", "yw"][$0 % 2]),\($0 % 5 + 1),\($0 / 5 % 5 + 1),3,\($0 % 11)"
        }
        return try scratch.file(name, (["CS,GW,XF1,XF2,XF3,PF"] + lines).joined(separator: "\n") + "\n")
    }

    @Test func `rows that are in already are named and not taken twice`() throws {
        try open()
        try zicha("import", "2026", week1)
        let later = try zicha("import", "2026", week2)
        #expect(later.messages.contains("20 行已经在库里，没有再收：第 2–21 行"))
        #expect(later.messages.contains("week2.csv：导入 15 份"))
        #expect(try zicha("status", "2026").output.contains("35 / 65  54%"))
        let again = try zicha("import", "2026", week2, fails: true)
        #expect(again.messages.contains("2026-11-20 已经导入过（日志第 3 条）"))
        #expect(again.messages.contains("zicha import 2026 --undo 3"))
        // Saved by a spreadsheet program, which leaves the seconds out: another file with the same rows.
        let saved = try Program.text(of: week2).replacing("9:00:00", with: "9:00")
        let same = try zicha("import", "2026", scratch.file("saved.csv", saved))
        #expect(same.messages.contains("35 行已经在库里") && same.messages.contains("没有新的答卷，什么也没有存"))
        #expect(try zicha("status", "2026", "--log").output.contains("\n3  2026-11-20  导入 2026  15 sha256"))
        #expect(try !zicha("status", "2026", "--log").output.contains("\n4  "))
    }

    @Test func `a row that was edited is told, and the earlier answers stay`() throws {
        try open()
        try zicha("import", "2026", week1)
        let edited = try Program.text(of: week2).replacing(",意见7\r\n", with: ",改过的意见\r\n")
        let later = try zicha("import", "2026", scratch.file("edited.csv", edited))
        #expect(later.messages.contains("19 行已经在库里，没有再收：第 2–8, 10–21 行"), "\(later.messages)")
        #expect(later.messages.contains("1 行的编号已经在库里，答案或时间不同") && later.messages.contains("第 9 行"))
        #expect(later.messages.contains("导入 15 份") && !later.messages.contains("改过的意见"))
        try zicha("export", "2026", "-o", scratch.path("out.csv"))
        let kept = try String(contentsOfFile: scratch.path("out.csv"), encoding: .utf8)
        #expect(kept.contains("意见7") && !kept.contains("改过的意见"))
    }

    @Test func `two exports joined in one file are taken once, in a round and in a report from files`() throws {
        try open()
        let rows = try Program.text(of: week2).split { $0.isNewline }.dropFirst().joined(separator: "\r\n")
        let joined = try scratch.file("joined.csv", Program.text(of: week1) + rows + "\r\n")
        let taken = try zicha("import", "2026", joined)
        #expect(taken.messages.contains("20 行和前面的行编号相同、每格都一样"))
        #expect(taken.messages.contains("导入 35 份"))
        let scored = try Program.run([
            "score", "--survey", "\(Self.folder)/survey.zicha", "--responses", joined, "--part", "scores",
        ])
        #expect(scored.status == 0 && scored.messages.contains("20 行和前面的行编号相同"), "\(scored.messages)")
        #expect(scored.messages.contains("35 行，有 35 份答卷"))
    }

    @Test func `a file without numbers that holds every row of an earlier one is refused, and the remedies work`()
        throws
    {
        try open()
        try zicha("import", "2026", plain("a.csv", 0..<20))
        let b = try plain("b.csv", 0..<28)
        let refused = try zicha("import", "2026", b, fails: true)
        #expect(refused.messages.contains("28 份里有 20 份和库里的逐题相同，日志第 2 条（2026-11-20）导入的答卷一份不少"))
        #expect(refused.messages.contains("没有导入") && refused.messages.contains("--again"))
        #expect(try zicha("status", "2026").output.contains("20 / 65"))
        // Only the new rows.
        try zicha("import", "2026", plain("new.csv", 20..<28))
        #expect(try zicha("status", "2026").output.contains("28 / 65"))
        // All of it, instead of both.
        try zicha("import", "2026", "--undo", "3")
        try zicha("import", "--undo", scratch.path("a.csv"), "2026")
        #expect(try zicha("status", "2026").output.contains("0 / 65"))
        try zicha("import", "2026", b)
        #expect(try zicha("status", "2026").output.contains("28 / 65"))
        // A few equal answers are no proof; they are counted and said.
        let few = try zicha("import", "2026", plain("few.csv", 25..<31))
        #expect(few.messages.contains("其中 3 份和库里的答卷逐题相同") && few.messages.contains("导入 6 份"))
    }

    @Test func `with --again all rows are taken, and who sees the status sees that they are too many`() throws {
        try open()
        try zicha("import", "2026", week1)
        let again = try zicha("import", "2026", week2, "--again")
        #expect(again.messages.contains("按 --again 再收 20 行") && again.messages.contains("导入 35 份"))
        #expect(again.messages.contains("2026 年答卷比人多：办公室 20 人有 55 份"))
        let status = try zicha("status", "2026")
        #expect(status.output.contains("55 / 20  275%  ← 答卷比人多"))
        #expect(status.messages.contains("办公室 20 人有 55 份") && status.messages.contains("zicha import 2026 --undo"))
        #expect(try zicha("status").messages.contains("办公室 20 人有 55 份"))
        // And in English.
        let words = ["status", "2026", "--store", store, "--lang", "en"]
        let english = try Program.run(words)
        #expect(english.output.contains("← more responses than people"))
        #expect(english.messages.contains("more responses than people in 2026 (办公室, 55 from 20 people)"))
        try zicha("import", "2026", "--undo", week2)
        let cured = try zicha("status", "2026")
        #expect(cured.output.contains("20 / 20  100%") && cured.messages.isEmpty)
    }

    @Test func `a report names all units with more responses than people before it stops at the first`() throws {
        let roster = try scratch.file("roster.csv", "处室,人数\n办公室,5\n人事处,50\n业务一处,30\n")
        let answers = try plain("answers.csv", 0..<40, first: 7)
        let survey = ["--survey", "\(Self.folder)/survey.zicha", "--roster", roster]
        let store = ["--store", store, "--on", "2026-11-20", "--lang", "zh"]
        #expect(try Program.run(["open", "2026"] + survey + store).status == 0)
        try zicha("import", "2026", answers)
        for words in [["score"], ["report", "-o", "-"]] {
            let files = try Program.run(words + survey + ["--responses", answers, "--lang", "zh"])
            #expect(files.messages.contains("看看文件里是不是有重复的行"), "\(files.messages)")
            let stored = try Program.run([words[0], "2026"] + words.dropFirst() + store)
            #expect(stored.messages.contains("zicha import 2026 --undo"), "\(stored.messages)")
            for outcome in [files, stored] {
                #expect(outcome.status == 1 && outcome.output.isEmpty)
                #expect(outcome.messages.contains("2026 年答卷比人多：办公室 5 人有 7 份、业务一处 30 人有 33 份；"))
                #expect(outcome.messages.contains("错误：2026 年“办公室”有 7 份答卷，名册上只有 5 人；请查同一批答卷是不是收了两次"))
            }
        }
    }

    @Test func `what cannot be taken back is said with its reason`() throws {
        try open()
        let none = try zicha("import", "2026", "--undo", week1, fails: true)
        #expect(none.messages.contains("没有导入过内容和这个文件一样的文件"))
        try zicha("import", "2026", week1)
        let other = try zicha("import", "2026", "--undo", week2, fails: true)
        #expect(other.messages.contains("可以写日志里的编号：2 (2026-11-20)"))
        #expect(try zicha("import", "2026", "--undo", "1", fails: true).messages.contains("日志第 1 条不是 2026 年的导入"))
        try zicha("forms", "2026", "--unit", "办公室", "--count", "1", "-o", scratch.path("forms"))
        let forms = try zicha("import", "2026", "--undo", scratch.path("forms"), fails: true)
        #expect(forms.messages.contains("填报表不能撤回"))
        try zicha("report", "2026", "-o", scratch.path("report.txt"))
        let reported = try zicha("import", "2026", "--undo", week1, fails: true)
        #expect(reported.messages.contains("在那以后出过报告"))
        try zicha("import", "2026", week2)
        try zicha("close", "2026")
        try zicha("reopen", "2026", "--reason", "延期")
        #expect(try zicha("import", "2026", "--undo", week2, fails: true).messages.contains("截止过"))
        #expect(try zicha("status", "2026").output.contains("35 / 65"))
    }

    @Test(arguments: [
        ["import", "2026"], ["import", "2026", "a.csv", "--undo", "2"], ["import", "2026", "--undo", "2", "--again"],
        ["status", "--clock-reason", " "],
    ])
    func `wrong usage ends with status 64`(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }
}
