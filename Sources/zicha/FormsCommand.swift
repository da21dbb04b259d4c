import ArgumentParser
import Digests
import Forms
import Surveys

/// Forms that are filled in without a network: one workbook a person, out and back.
struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "离线填写的 Excel 填报表 | Excel forms that are filled in without a network",
        subcommands: [FormsMakeCommand.self, FormsReadCommand.self], defaultSubcommand: FormsMakeCommand.self)
}

/// The survey that forms are made from and held to.
struct FormsOptions: ParsableArguments {
    @Option(name: .customLong("survey"), help: "问卷文件 | The survey.", completion: .file(extensions: ["zicha"]))
    var surveyPath: String

    @Option(
        name: .customLong("roster"), help: "名册 CSV：处室、人数，可加年份 | The units with their headcounts.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    /// The survey with its fingerprint, its year and that year's roster.
    func read(_ console: Console) throws -> (survey: Survey, hash: String, year: Int, roster: Roster?) {
        let bytes = try Files.bytes(of: surveyPath, atMost: SurveyFile.longest)
        let survey = try SurveyFile(surveyPath, bytes: bytes, console).survey
        guard let year = survey.year else {
            throw Complaint(at: surveyPath, Wording("问卷没有写版本，请补上年份", "the survey states no version; add the year"))
        }
        let roster = try rosterPath.map { try RosterFile($0).roster(of: year) }
        return (survey, SHA256.hexadecimal(of: bytes), year, roster)
    }
}

struct FormsMakeCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "从问卷做出填报表 | Make forms from a survey")

    @OptionGroup var options: FormsOptions

    @Option(help: "份数 | How many.")
    var count = 1

    @Option(name: .customLong("form-lang"), help: "填报表的语言，不写则取问卷的第一种 | Language of the forms.")
    var language: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("新文件夹 | A new folder.", valueName: "folder"))
    var output: String

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard !(1...99_999).contains(count) else { return }
        throw ValidationError("--count 要在 1 和 99999 之间 | --count lies between 1 and 99999")
    }

    func perform(_ console: Console) throws {
        let folder = OutputFolder(output)
        try folder.check()
        let (survey, hash, year, roster) = try options.read(console)
        if let language, !survey.languages.contains(language) {
            let known = survey.languages.joined(separator: "、")
            throw Complaint(
                "问卷没有语言“\(language)”，只有 \(known)", "the survey has no language \"\(language)\", only \(known)")
        }
        let form = WorkbookForm(survey: survey, surveyHash: hash, year: year, roster: roster, language: language)
        try folder.fill { part in
            for serial in 1...count {
                let path = "\(part)/\(form.fileName(serial: serial))"
                try form.write(to: path, code: nil, serial: serial, madeOn: .today)
            }
        }
        console.say(Wording("\(output)：\(count) 份填报表", "\(output): forms: \(count)"))
    }
}

struct FormsReadCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "读回填好的表，写成答卷 CSV | Read forms that were filled in, and write the responses as CSV",
        discussion: "有一处不合问卷的表整份不收，并说明原因。| A form with any fault is left out whole, with the reason.")

    @OptionGroup var options: FormsOptions

    @Argument(help: "放着交回的表的文件夹 | The folder of forms that came back.")
    var folder: String

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("CSV 文件，- 打印 | The CSV, or - for the screen.", valueName: "file"))
    var output: String

    @Flag(help: "-o 的文件已经有了也照样写 | Write -o even when the file exists.")
    var overwrite = false

    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        try target.check(sparing: [options.surveyPath] + [options.rosterPath].compactMap { $0 })
        if !overwrite { try target.checkIsNew() }
        let (survey, hash, _, roster) = try options.read(console)
        let batch = FormBatch.read(
            try FormFolder.files(in: folder), with: FormReader(survey: survey, surveyHash: hash, roster: roster))
        for file in batch.skipped { console.say(Complaint(at: file.path, file.reason).wording) }
        for reading in batch.readings { for fault in reading.faults { console.say(fault) } }
        let responses = batch.readings.compactMap(\.response)
        try target.write(CSVTable(responses, survey: survey).text, console)
        let refused = batch.readings.count - responses.count
        console.say(
            Wording(
                "收下 \(responses.count) 份，不收 \(refused) 份，另有 \(batch.skipped.count) 个文件不是填报表",
                "taken: \(responses.count), not taken: \(refused), files that are no forms: \(batch.skipped.count)"))
    }
}
