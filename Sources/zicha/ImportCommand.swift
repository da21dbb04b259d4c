import ArgumentParser
import Forms
import Surveys

/// Responses into a round, and surveys from other tools; each tool is a verb of its own, for each speaks another format.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "把答卷导入一轮，或把别的工具的问卷转成 .zicha | Take responses into a round, or turn another tool's survey into a .zicha file",
        subcommands: [ImportResponsesCommand.self, ImportWjxCommand.self],
        defaultSubcommand: ImportResponsesCommand.self)
}

struct ImportWjxCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "wjx",
        abstract: "问卷星 的文字转成问卷，并列出没有带过来的东西 | Read a text of 问卷星, and list what did not come over",
        discussion: "没有带过来的写在标准错误和问卷的备注里。| What did not come over stands on standard error and in comments.")

    @Argument(help: "问卷星 的问卷文字 | The text as it is pasted into 问卷星.", completion: .file(extensions: ["txt"]))
    var file: String

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("问卷文件 .zicha；不写则打印 | The survey (.zicha); the screen by default.", valueName: "file"))
    var output: String?

    @Option(help: "版本的年份，写进问卷 | The year that the survey belongs to.")
    var year: Int?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        // The years that 版本 takes.
        guard let year, !(1980...2100).contains(year) else { return }
        throw ValidationError("--year 要写四位数的年份，例如 2026 | --year is a year such as 2026")
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        try overwrite.check(target, sparing: [file])
        let bytes = try Files.bytes(of: file)
        let imported = try Complaint.naming(file) { () throws(FormError) in
            try ImportedSurvey.wjx(bytes: bytes, year: year)
        }
        try target.write(imported.text(in: console.language), console)
        for remark in imported.remarks { console.say(remark.sentence) }
        console.say(summary(of: imported))
    }

    /// `11 道题、1 个量表；没有带过来 2 处，改了写法 6 处，请看 2 处`
    private func summary(of imported: ImportedSurvey) -> Wording {
        let (questions, scales) = (imported.survey.questions.count, imported.survey.scales.count)
        func count(_ kind: ImportRemark.Kind) -> Int { imported.remarks.count { $0.kind == kind } }
        return Wording(
            "\(questions) 道题、\(scales) 个量表；没有带过来 \(count(.lost)) 处，改了写法 \(count(.changed)) 处，请看 \(count(.advice)) 处",
            "questions: \(questions), scales: \(scales); not carried over: \(count(.lost)), written in another way: \(count(.changed)), to decide: \(count(.advice))"
        )
    }
}
