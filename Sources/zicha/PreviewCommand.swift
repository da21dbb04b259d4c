import ArgumentParser
import Forms
import Surveys

struct PreviewCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "按答题人看到的样子显示问卷 | Show a survey as a respondent sees it",
        discussion: """
            不写 -o 就打印成文字；写成 .html 是一个网页文件，不用联网就能看、能印。有错误的问卷不显示。| Text on the screen, or one web \
            page that needs nothing beside it. A survey with errors is not shown.
            """)

    @Argument(help: "问卷文件 | The survey (.zicha).", completion: .file(extensions: ["zicha"]))
    var file: String

    @Option(
        help: ArgumentHelp("用哪种语言显示；不写时文字用主语言，网页各种语言都有 | Language to show; the page has all.", valueName: "code"))
    var language: String?

    @Option(
        name: .customLong("roster"), help: "名册 CSV，用来填处室名单 | The roster that fills the list of units.",
        completion: .file(extensions: ["csv"]))
    var rosterPath: String?

    @Flag(help: "把代码也显示出来 | Show the codes too.")
    var codes = false

    @Flag(help: "把校验、提醒和随机顺序也写出来 | Say the checks and warnings too.")
    var logic = false

    @Option(help: "文字的行宽 | Columns of the text.")
    var width = 80

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            "网页 .html 或文字 .txt，- 打印 | A page (.html), a text (.txt), or - for the screen.", valueName: "file"))
    var output: String?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard (40...400).contains(width) else {
            throw ValidationError("--width 要在 40 和 400 之间 | --width lies between 40 and 400")
        }
        guard isPage || output.map({ $0 == "-" || $0.lowercased().hasSuffix(".txt") }) != false else {
            throw ValidationError("-o 要以 .html 或 .txt 结尾，或写 - | -o ends in .html or .txt, or is -")
        }
    }

    private var isPage: Bool {
        guard let name = output?.lowercased() else { return false }
        return name.hasSuffix(".html") || name.hasSuffix(".htm")
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        try overwrite.check(target, sparing: [file] + [rosterPath].compactMap { $0 })
        let survey = try SurveyFile(file, console).survey
        if let language, !survey.languages.contains(language) {
            throw Complaint(
                at: file,
                Wording(
                    "问卷没有语言“\(language)”；有：\(survey.languages.joined(separator: "、"))",
                    "the survey is not in \"\(language)\" but in: \(survey.languages.joined(separator: ", "))"))
        }
        var settings = Preview.Settings()
        settings.showsCodes = codes
        settings.showsRules = logic
        settings.roster = try rosterPath.map { try RosterFile($0).roster(of: survey.year) }
        let languages = language.map { [$0] } ?? (isPage ? survey.languages : [survey.languages[0]])
        let previews = languages.map { Preview(survey, language: $0, settings: settings) }
        try target.write(isPage ? PreviewPage(previews).html : previews[0].text(width: width), console)
    }
}
