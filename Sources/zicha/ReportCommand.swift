import ArgumentParser
import Disclosure
import Reports
import Scoring
import Surveys
import Workbooks

struct ReportCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "由问卷和答卷生成委员会工作簿 | Make the committee's workbook from a survey and its responses")

    @OptionGroup var input: InputOptions

    @Option(help: "编制单位 | The organisation that reports.")
    var organisation: String?

    @Option(help: ArgumentHelp("报告编号，不写则用日期 | Number of the report; the day by default.", valueName: "text"))
    var number: String?

    @Option(help: ArgumentHelp("送审对象 | Who is to read it.", valueName: "text"))
    var audience: String?

    @Option(
        help: ArgumentHelp("报告日期，不写则为今天 | Day of the report; today by default.", valueName: "YYYY-MM-DD"),
        transform: Day.argument)
    var date: Day?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            """
            .xlsx 是工作簿，.html 是网页，.md 是 Markdown，.txt 是文字版，- 打印文字版 \
            | A workbook, a web page, Markdown, a text, or - for the text on screen.
            """, valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "审阅版 committee（默认）或机关完整版 office | The committee's book, or the office's with every sheet.",
            valueName: "committee|office"))
    var edition = ReportEdition.committee

    @Option(
        help: ArgumentHelp(
            "通用字体 general（默认）或公文字体 gongwen（方正小标宋、仿宋_GB2312，页边距按公文格式） | Fonts of any office program, or of official documents.",
            valueName: "general|gongwen"))
    var fonts = ReportFonts.general

    @Option(
        name: .customLong("units"),
        help: ArgumentHelp(
            "每个处室一份工作簿，写进这个新文件夹 | A workbook for each unit, in this new folder.", valueName: "folder"))
    var unitFolder: String?

    @Option(
        name: .customLong("followup"),
        help: ArgumentHelp(
            "去年的报告工作簿，读回整改清单的完成情况 | Last year's workbook, whose action list is read back.",
            valueName: "file"))
    var lastReport: String?

    @Option(
        name: .customLong("comments"),
        help: ArgumentHelp(
            "填好的编码表（见 zicha comments），读成“开放意见”一页 | The coded open answers, from zicha comments.",
            valueName: "file"))
    var codedComments: String?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard output != nil || unitFolder != nil else {
            throw ValidationError(
                "请用 -o 写出报告文件，或用 --units 写出处室文件夹 | name the report with -o, or a folder for the units with --units")
        }
        guard output.map({ Output(report: $0) != nil }) ?? true else {
            throw ValidationError(Output.reportNames)
        }
        guard codedComments == nil || output != nil else {
            throw ValidationError(
                "处室工作簿里没有开放意见；--comments 要和 -o 一起用 | no unit's workbook holds open answers: use --comments with -o")
        }
    }

    func perform(_ console: Console) throws {
        let target = output.flatMap { Output(report: $0) }
        let folder = unitFolder.map { OutputFolder($0) }
        if let target {
            try overwrite.check(target, sparing: input.paths + [lastReport, codedComments].compactMap { $0 })
        }
        try folder?.check()
        let followUp = try lastReport.map { path in
            guard Files.exists(path) else {
                throw Complaint(at: path, Wording("找不到这个文件，请核对路径", "there is no such file; check the path"))
            }
            return try FollowUp(contentsOf: path)
        }
        let coding = try codedComments.map { try CodedCommentsFile($0) }
        let inputs = try input.rounds(console)
        let release = try inputs.release(console)
        let comments = try coding?.released(by: release, of: inputs, console)
        let report = try Report(
            of: release, as: edition, language: language(of: release),
            identity: identity(in: language(of: release)), followUp: followUp, comments: comments)
        try inputs.publish(release, text: report.text, on: input.store.today)
        if let target {
            switch target {
            case .workbook(let path):
                let seal = try overwrite.writeWorkbook(path, console) { try report.write(to: path, fonts: fonts.set) }
                console.written(path, sha256: seal)
            case .page: try target.write(report.html, console)
            case .markdown: try target.write(report.markdown, console)
            case .screen, .text: try target.write(report.text, console)
            }
        }
        if let folder { try writeUnits(of: release, to: folder, console) }
    }

    /// A workbook for every unit that may be shown.
    private func writeUnits(of release: Release, to folder: OutputFolder, _ console: Console) throws {
        let books = Report.units(
            of: release, language: language(of: release), identity: identity(in: language(of: release)))
        guard let year = release.rounds.last?.year, !books.isEmpty else {
            throw Complaint(
                at: folder.path,
                Wording(
                    "本年不分处室显示，没有处室工作簿可写；原因见报告的“处室对比”",
                    "no unit is shown this year, so there is no workbook for any; the report says why"))
        }
        try folder.fill { path in
            var names = UnitFileNames()
            for book in books {
                _ = try book.report.write(
                    to: "\(path)/\(names.name(of: book.unit, year: year, language(of: release)))", fonts: fonts.set)
            }
        }
        console.say(
            Wording(
                "已写成 \(folder.path)：\(books.count) 个处室各一份工作簿",
                "written: \(folder.path), a workbook for each of \(books.count) units"))
    }

    /// Whoever reads the report need not share the language of the machine that makes it.
    private func language(of release: Release) -> ReaderLanguage {
        switch reader.chosen {
        case .zh: .chinese
        case .en: .english
        case nil: release.rounds.last?.plan.survey.languages.first == "en" ? .english : .chinese
        }
    }

    /// - Parameter language: of the report, for what nobody named.
    private func identity(in language: ReaderLanguage) -> ReportIdentity {
        let day = date ?? .today
        let committee = Wording("学习型机关建设委员会", "the committee for building a learning organ")
        return ReportIdentity(
            organisation: organisation ?? Wording("本单位", "This organ").text(in: language),
            number: number ?? day.description, audience: audience ?? committee.text(in: language), created: day,
            program: Zicha.program)
    }
}

extension ReportEdition: ExpressibleByArgument {
    init?(argument: String) {
        switch argument {
        case "committee": self = .committee
        case "office": self = .office
        default: return nil
        }
    }

    public var defaultValueDescription: String { self == .committee ? "committee" : "office" }
}

/// The names by which a font set is asked for.
enum ReportFonts: String, ExpressibleByArgument, CaseIterable {
    case general, gongwen

    var set: FontSet {
        switch self {
        case .general: .general
        case .gongwen: .gongwen
        }
    }
}
