import ArgumentParser
import Disclosure
import Reports
import Scoring
import Storage
import Surveys

struct ReportCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "由问卷和答卷生成委员会工作簿 | Make the committee's workbook from a survey and its responses")

    @OptionGroup var input: InputOptions

    @Option(help: "编制单位 | The organisation that reports.")
    var organisation = "本单位"

    @Option(help: ArgumentHelp("报告编号，不写则用日期 | Number of the report; the day by default.", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("送审对象 | Who is to read it.", valueName: "text"))
    var audience = "学习型机关建设委员会"

    @Option(
        help: ArgumentHelp("报告日期，不写则为今天 | Day of the report; today by default.", valueName: "YYYY-MM-DD"),
        transform: Day.argument)
    var date: Day?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            ".xlsx 是工作簿，.txt 是文字版，- 打印文字版 | A workbook, a text, or - for the text on screen.", valueName: "file"))
    var output: String

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard Output(report: output) != nil else {
            throw ValidationError("-o 要写 .xlsx 或 .txt 文件，或 - | -o takes a name that ends in .xlsx or .txt, or -")
        }
    }

    func perform(_ console: Console) throws {
        guard let target = Output(report: output) else { preconditionFailure("validated before") }
        try target.check(sparing: input.paths)
        let inputs = try ReportInputs(input, console)
        let rounds = try inputs.rounds(in: MemoryStore())
        let assessment = try Assessment(of: rounds, history: inputs.history)
        let release = try Disclosure(k: inputs.smallestGroup).release(assessment)
        let report = try Report(of: release, identity: identity)
        switch target {
        case .workbook(let path):
            let seal = try report.write(to: path)
            console.written(path, sha256: seal)
        case .screen, .text: try target.write(report.text, console)
        }
    }

    private var identity: ReportIdentity {
        let day = date ?? .today
        return ReportIdentity(
            organisation: organisation, number: number ?? day.description, audience: audience, created: day,
            program: Zicha.program)
    }
}
