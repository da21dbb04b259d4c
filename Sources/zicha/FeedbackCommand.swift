import ArgumentParser
import Disclosure
import Glibc
import Reports
import Scoring
import Storage
import Surveys
import Workbooks

struct FeedbackCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "feedback",
        abstract: "个人反馈：本人的得分、全局的中位数和建议，仅供本人 | A page for one person: own scores, medians of all, suggestions",
        discussion: """
            匿名的问卷，谁要反馈谁拿出自己填的那份表：库里的答卷认不出是谁的。
              zicha feedback 2026 --form 问卷_……00012.xlsx -o 我的反馈.xlsx
            写明“匿名：否”的问卷，可以给文件里每个人各出一份，答卷表要有“口令”一列：
              zicha feedback --survey 问卷.zicha --responses 答卷.csv --people 新文件夹
            In an anonymous survey everybody brings the own form; where it says `anonymous: no`, a column `code` tells people apart.
            """)

    @OptionGroup var input: InputOptions

    @Option(
        name: .customLong("form"),
        help: ArgumentHelp(
            "本人填好的表（.xlsx），或只有本人一行的 CSV | The person's own form, or a CSV with the own row only.",
            valueName: "file"), completion: .file())
    var form: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            ".xlsx 是工作簿，.html、.md、.txt 也可以，- 打印文字版；文件只有自己能读 | A file that only its owner can read, or - for text.",
            valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("people"),
        help: ArgumentHelp(
            "答卷里每个人一份，写进这个新文件夹；只用于不匿名的问卷 | A page for everybody, in this new folder; not in anonymous surveys.",
            valueName: "folder"))
    var folder: String?

    @Option(help: "编制单位 | The organisation that reports.")
    var organisation: String?

    @Option(
        help: ArgumentHelp("反馈日期，不写则为今天 | Day of the page; today by default.", valueName: "YYYY-MM-DD"),
        transform: Day.argument)
    var date: Day?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard input.years.count + input.responses.count == 1 else {
            throw ValidationError("个人反馈只对一年，请只写一个年份或一份答卷 | feedback is on one year; name one round or one file")
        }
        guard (form == nil) != (folder == nil), (form == nil) == (output == nil) else {
            throw ValidationError(
                """
                请写 --form 本人的表 和 -o 文件，或给每个人各一份：--people 新文件夹 \
                | write --form FILE and -o FILE for one person, or --people FOLDER for everybody
                """)
        }
        guard input.condition == nil else {
            throw ValidationError(
                "个人反馈和全体比，不能只取一部分行，请不写 --where | feedback is beside everybody: leave out --where")
        }
        guard output.map({ Output(report: $0) != nil }) ?? true else {
            throw ValidationError(Output.reportNames)
        }
    }

    func perform(_ console: Console) throws {
        // Everything that this command makes is about single people: nobody else may read it, from the first byte on.
        umask(0o077)
        if let form, let output {
            try write(form, to: output, console)
        } else if let folder {
            try write(to: OutputFolder(folder), console)
        }
    }

    // MARK: One person

    private func write(_ form: String, to output: String, _ console: Console) throws {
        guard let target = Output(report: output) else { return }
        try overwrite.check(target, sparing: input.paths + [form])
        let source = try source(console)
        let whole = try whole(source)
        let own = try OwnAnswers(form, of: source.latest(), input: input, console).response
        let report = try report(to: own, whole)
        try source.publish(whole.reference, of: whole.release, on: input.store.today)
        // A file of that name that others could read becomes its owner's before it is filled.
        if output != "-" { Files.makePrivate(output) }
        switch target {
        case .workbook(let path):
            let seal = try overwrite.writeWorkbook(path, console) { try report.write(to: path) }
            console.written(path, sha256: seal)
        case .page: try target.write(report.html, console)
        case .markdown: try target.write(report.markdown, console)
        case .screen, .text: try target.write(report.text, console)
        }
    }

    // MARK: Everybody

    private func write(to folder: OutputFolder, _ console: Console) throws {
        try folder.check()
        guard input.years.isEmpty else {
            throw Complaint(
                "库里的答卷和口令不相连，认不出哪一份是谁的；请本人拿着自己填的表来取：\(Self.remedy.chinese)",
                "the store keeps no link between responses and codes, so nobody's can be found in it; everybody brings the own form: \(Self.remedy.english)"
            )
        }
        guard let surveyPath = input.surveyPath, let responses = input.responses.first else { return }
        // Before any response is read: a column of codes beside them would be refused first.
        var surveys = try SurveySet(surveyPath, console)
        let survey = try surveys.reading(of: responses.year ?? surveys.year(), console).survey
        guard !survey.isAnonymous else {
            throw Complaint(
                at: surveyPath,
                Wording(
                    "问卷对填答人说是匿名的，不能按人出反馈；请本人拿着自己填的表来取：\(Self.remedy.chinese)",
                    "the survey says to be anonymous, so there are no pages by person; everybody brings the own form: \(Self.remedy.english)"
                ))
        }
        let inputs = try ReportInputs(input, console)
        let whole = try whole(inputs)
        let people = try MarkedPeople(inputs.people, at: responses.path)
        let reports = try people.all.map { (mark: $0.mark, report: try report(to: $0.response, whole, mark: $0.mark)) }
        let language = language(of: whole.release)
        try folder.fill { path in
            for (mark, report) in reports {
                let name = Wording("个人反馈_\(mark)", "feedback_\(mark)").text(in: language)
                do {
                    _ = try report.write(to: "\(path)/\(OutputFolder.fileName(name)).xlsx")
                } catch let error as WorkbookError {
                    // Not at the file's own path: its name is a part of somebody's code.
                    throw Complaint(at: folder.path, Wording(error.chinese, error.english))
                }
            }
        }
        console.say(
            Wording(
                "已写成 \(folder.path)：\(reports.count) 个人各一份；请逐份交给本人，交完销毁这个文件夹",
                "written: \(folder.path), a page for each of \(reports.count) people; hand each to its own, then destroy the folder"
            ))
    }

    private static let remedy = Wording(
        "zicha feedback … --form 本人的表 -o 文件", "zicha feedback … --form OWN-FORM -o FILE")

    // MARK: The whole

    private struct Whole {
        var plan: SurveyPlan
        var release: Release
        var reference: ReferenceGroup
    }

    /// A round of the store must never take answers again: two medians with one response between them tell of it, and a
    /// page for one person must not stand in the way of everybody's report.
    private func source(_ console: Console) throws -> any RoundSource {
        if let year = input.years.first {
            guard try input.store.opened().state(of: year) == .sealed else {
                throw Complaint(
                    "\(year) 年还没有封存，还可能再收答卷，个人反馈要等封存以后；请先 zicha close \(year)、zicha seal \(year)",
                    "the round \(year) is not sealed and may take more responses; feedback waits: first zicha close \(year) and zicha seal \(year)"
                )
            }
        }
        return try input.rounds(console)
    }

    private func whole(_ source: any RoundSource) throws -> Whole {
        let rounds = try source.rounds()
        let release = try source.release(of: rounds)
        guard let round = rounds.last, let reference = ReferenceGroup(of: release) else {
            throw ReportError.nothingToShow(k: release.k)
        }
        return Whole(plan: round.plan, release: release, reference: reference)
    }

    private func report(to response: Response, _ whole: Whole, mark: String? = nil) throws -> Report {
        let language = language(of: whole.release)
        let day = date ?? .today
        return try Report(
            to: PersonalAssessment(of: response, by: whole.plan), beside: whole.release, mark: mark, language: language,
            identity: ReportIdentity(
                organisation: organisation ?? Wording("本单位", "This organ").text(in: language),
                number: day.description, audience: Wording("本人", "this person").text(in: language), created: day,
                program: Zicha.program))
    }

    private func language(of release: Release) -> ReaderLanguage {
        switch reader.chosen {
        case .zh: .chinese
        case .en: .english
        case nil: release.rounds.last?.plan.survey.languages.first == "en" ? .english : .chinese
        }
    }
}
