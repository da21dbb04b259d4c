import ArgumentParser
import Reports
import Surveys

struct DiffCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "列出两年问卷的不同，说明各维度能不能比较 | What changed between two surveys, and which trends hold")

    @Argument(help: "上一版问卷 | The earlier survey (.zicha).", completion: .file(extensions: ["zicha"]))
    var old: String

    @Argument(help: "这一版问卷 | The later survey (.zicha).", completion: .file(extensions: ["zicha"]))
    var new: String

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            """
            .xlsx 是给委员会的工作簿，.html 是网页，.md 是 Markdown，.txt 是文字版；不写则打印 \
            | A workbook for a committee, a web page, Markdown, or a text; the screen by default.
            """,
            valueName: "file"))
    var output: String?

    @Option(help: "文字或 JSON | Text, or JSON.")
    var format = Format.text

    @Option(help: "编制单位 | The organisation that revises.")
    var organisation = "本单位"

    @Option(
        help: ArgumentHelp("工作簿的日期，不写则为今天 | Day of the workbook; today by default.", valueName: "YYYY-MM-DD"),
        transform: Day.argument)
    var date: Day?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    func validate() throws {
        guard format == .json || Output(report: output ?? "-") != nil else {
            throw ValidationError(Output.reportNames)
        }
    }

    func perform(_ console: Console) throws {
        let target = format == .json ? Output(text: output) : Output(report: output ?? "-") ?? .screen
        try overwrite.check(target, sparing: [old, new])
        let (earlier, later) = try (SurveyFile(old, console).survey, SurveyFile(new, console).survey)
        if let first = earlier.year, let second = later.year, first > second {
            console.note(
                "前一份是 \(first) 版，后一份是 \(second) 版；旧的一份请写在前面",
                "the first survey is of \(first), the second of \(second); the older one goes first")
        }
        let revision = Revision(from: earlier, to: later)
        switch (format, target) {
        case (.json, _): try target.write(revision.json, console)
        case (.text, .page): try target.write(report(of: revision, console).html, console)
        case (.text, .markdown): try target.write(report(of: revision, console).markdown, console)
        case (.text, .workbook(let path)):
            let report = report(of: revision, console)
            let seal = try overwrite.writeWorkbook(path, console) { try report.write(to: path) }
            console.written(path, sha256: seal)
        case (.text, _): try target.write(revision.text(language: console.language), console)
        }
    }

    private func report(of revision: Revision, _ console: Console) -> Report {
        Report(of: revision, language: console.language, identity: identity)
    }

    private var identity: ReportIdentity {
        let day = date ?? .today
        return ReportIdentity(
            organisation: organisation, number: day.description, audience: "", created: day, program: Zicha.program)
    }
}
