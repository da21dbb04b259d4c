import ArgumentParser
import Surveys

struct NewCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "写出一份带说明的起步问卷 | Write a questionnaire to begin from, with remarks that explain it",
        discussion: """
            写了名称就存成 名称.zicha（有 --year 时是 名称-年份.zicha）；什么都不写就打印。| With a name it is saved as NAME.zicha, or \
            NAME-YEAR.zicha with --year; without one it is printed.
            """)

    @Argument(help: "名称，也作总标题 | A name for the file, and its title.")
    var name: String?

    @Option(help: "总标题 | The title.")
    var title: String?

    @Option(help: "年份，写成版本 | The year that it is for.")
    var year: Int?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("问卷文件，- 打印 | The survey file, or - for the screen.", valueName: "file"))
    var output: String?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard name == nil || output == nil else {
            throw ValidationError("名称和 -o 只写一个 | write a name or -o, not both")
        }
        guard ![name, title].contains(where: { $0?.allSatisfy(\.isWhitespace) == true }) else {
            throw ValidationError("名称和总标题不能空着 | a name or title is not empty")
        }
        guard name?.contains("/") != true, name?.hasPrefix(".") != true else {
            throw ValidationError("名称里不写文件夹；要存到别处请用 -o | a name has no folder in it; use -o for a path")
        }
        guard year.map((1980...2100).contains) != false else {
            throw ValidationError("--year 写四位数的年份 | --year is a year of four digits")
        }
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output ?? path)
        try overwrite.check(target, sparing: [])
        let survey = StartingSurvey(language: console.language, title: title ?? stem, year: year)
        try target.write(survey.text, console)
        if case .text(let path) = target {
            console.note("改好题目后运行：zicha check \(path)", "put in your questions, then run: zicha check \(path)")
        }
    }

    /// A name may be written with its ending.
    private var stem: String? {
        name.map { $0.hasSuffix(".zicha") ? String($0.dropLast(6)) : $0 }
    }

    private var path: String? {
        stem.map { stem in year.map { "\(stem)-\($0).zicha" } ?? "\(stem).zicha" }
    }
}
