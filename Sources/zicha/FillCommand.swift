import ArgumentParser
import Digests
import Forms
import Glibc
import Surveys

struct FillCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "在终端里填一份问卷 | Fill in a survey at the terminal",
        discussion: """
            每答一题就存一次草稿（-o 的名字加 .draft），中途离开下次接着填；提交后在 CSV 里添一行。
            Every answer is kept at once beside -o, in a .draft that is taken up again; submitting adds a row to the CSV.
            """)

    @Option(name: .customLong("survey"), help: "问卷文件 | The survey.", completion: .file(extensions: ["zicha"]))
    var surveyPath: String

    @Option(
        name: .customLong("roster"), help: "名册 CSV，处室从中选 | The units to choose from.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("添到哪个 CSV 文件 | The CSV to which the response is added.", valueName: "file"))
    var output: String

    @Flag(help: "逐行问答：用于读屏软件、管道和简单终端 | Line by line: for screen readers, pipes and dumb terminals.")
    var plain = false

    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        try Files.checkTarget(output, sparing: [surveyPath, rosterPath].compactMap { $0 })
        let survey = try SurveyFile(surveyPath, console).survey
        let roster = try rosterPath.map { try RosterFile($0).roster(of: survey.year) }
        let file = AnswersFile(path: output, survey: survey)
        try file.check()
        try file.lockDraft()
        defer { file.removeLock() }
        let interview = try interview(survey, roster, file)
        let filling = Filling(
            save: { try file.keep($0) },
            submit: { response in
                let count = try file.append(response)
                file.removeDraft()
                return Wording("\(output) 第 \(count) 份", "\(output), response \(count)").text(in: console.language)
            })
        switch try filling.run(interview, plain: plain || Filling.needsPlain) {
        case .submitted: break
        case .left:
            if Files.exists(file.draftPath) {
                console.note(
                    "草稿在 \(file.draftPath)，用同样的命令接着填", "the draft is \(file.draftPath); the same command goes on")
            }
        case .ended(let signal): throw ExitCode(128 + signal)
        }
    }

    private func interview(_ survey: Survey, _ roster: Roster?, _ file: AnswersFile) throws -> Interview {
        let hash = SHA256.hexadecimal(of: Array(survey.written().utf8))
        guard let draft = try file.draft() else {
            let language = reader.language.rawValue
            return Interview(
                survey, surveyHash: hash, roster: roster,
                language: survey.languages.contains(language) ? language : nil, seed: .random(in: .min ... .max))
        }
        do {
            return try Interview(resuming: draft, of: survey, surveyHash: hash, roster: roster)
        } catch {
            throw Complaint(at: file.draftPath, error.wording)
        }
    }
}
