import ArgumentParser
import Disclosure
import Forms
import Scoring
import Surveys

struct CommentsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "comments",
        abstract: "开放题的答案写成编码表，供人工归纳主题 | Write the open answers into a workbook for coding by hand",
        discussion: """
            编码表里是填答人的原话，只供编码人员使用，不外发。填好后用 zicha report … --comments 文件 读回，报告里只有主题、份数和概述。
            先封存再做编码表：再来一份答卷，编好的表就读不回来了。
            The workbook holds people's own words, for the coder only. Give it back to zicha report with --comments FILE;
            the report tells of themes, numbers of responses and summaries. Seal the round first: a coding workbook belongs to
            the responses that it was made from.
            """)

    @OptionGroup var input: InputOptions

    @Option(
        name: .customLong("question"),
        help: ArgumentHelp(
            "要编码的开放题，可写几次；不写则为全部长文本题 | An open question; may be repeated. Every long text by default.",
            valueName: "code"))
    var questions: [String] = []

    @Option(help: "打乱次序的种子 | Seed of the order.")
    var seed: UInt64 = 1

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("新的 .xlsx 文件，只有本人能读 | A new .xlsx, readable by its owner only.", valueName: "file"))
    var output: String

    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard max(input.years.count, input.responses.count) == 1 else {
            throw ValidationError("编码表一次做一年，请只写一年 | one year at a time: name a single one")
        }
        guard output.lowercased().hasSuffix(".xlsx") else {
            throw ValidationError("-o 要写 .xlsx 文件 | -o takes a name that ends in .xlsx")
        }
    }

    func perform(_ console: Console) throws {
        let target = Output.workbook(output)
        try target.check(sparing: input.paths)
        try target.checkIsNew(
            instead: Wording("里面可能有编好的主题；请换一个名字", "it may hold coded themes; choose another name"))
        let inputs = try input.rounds(console)
        guard let year = inputs.history.latest?.year else { return }
        let round = try inputs.responses(of: year)
        let answers = try round.openAnswers(year: year, seed: seed, questions: questions)
        let k = Disclosure(k: inputs.smallestGroup).k
        let book = CodingWorkbook(answers, language: language(of: round.survey), k: k)
        try inputs.recordExport(of: year, detail: "comments", on: input.store.today)
        try book.write(to: output, madeOn: input.store.today)
        console.say(
            Wording(
                "已写成 \(output)：\(answers.responses) 份答卷的 \(answers.entries.count) 条意见，只供编码人员，不外发",
                "written: \(output), \(answers.entries.count) comments of \(answers.responses) responses, for the coder only"
            ))
        if answers.responses < 2 * k {
            console.note(
                "写了意见的不足 \(2 * k) 份，报告不会显示主题",
                "fewer than \(2 * k) responses hold a comment: the report will show no theme")
        }
    }

    private func language(of survey: Survey) -> ReaderLanguage {
        switch reader.chosen {
        case .zh: .chinese
        case .en: .english
        case nil: survey.languages.first == "en" ? .english : .chinese
        }
    }
}
