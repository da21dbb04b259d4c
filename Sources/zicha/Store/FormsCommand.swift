import ArgumentParser
import Forms
import Storage
import Surveys

struct FormsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "发离线填报表：每人一份 Excel，各带口令 | Make Excel forms to fill in offline, each with a code",
        discussion: """
            不写 --unit 时按名册补足每个处室的人数，和 zicha codes 一样。收回的表放进一个文件夹，用 zicha import 年份 文件夹 导入。
            Without --unit, each unit gets as many as it still lacks, as with codes. Take them back in with zicha import YEAR FOLDER.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("新文件夹 | A new folder.", valueName: "folder"))
    var output: String

    @Flag(
        name: .customLong("without-codes"),
        help: "只做一份不带口令的空表，复制给大家；重复交的看不出来 | One form without a code, to be copied; doubles cannot be told.")
    var isWithoutCodes = false

    @Option(name: .customLong("form-lang"), help: "填报表的语言，不写则取问卷的第一种 | Language of the forms.")
    var language: String?

    @OptionGroup var addressees: AddresseeOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let folder = OutputFolder(output)
        try folder.check()
        let opened = try store.opened()
        let round = try opened.round(year)
        let survey = round.reading.survey
        if let language, !survey.languages.contains(language) {
            let known = survey.languages.joined(separator: "、")
            throw Complaint(
                "问卷没有语言“\(language)”，只有 \(known)", "the survey has no language \"\(language)\", only \(known)")
        }
        let form = WorkbookForm(
            survey: survey, surveyHash: round.surveyHash, year: year, roster: round.roster, language: language)
        if isWithoutCodes {
            try folder.fill(isPrivate: true) { part in
                try form.write(to: "\(part)/\(form.fileName(serial: 1))", code: nil, serial: 1, madeOn: store.today)
            }
            return console.say(
                Wording("\(output)：一份不带口令的填报表，请复制给每个人", "\(output): one form without a code; give everybody a copy"))
        }
        let progress = try opened.progress(of: year)
        let groups = try addressees.codes(of: round, progress: progress)
        let earlier = progress.reduce(0) { $0 + $1.codes }
        let codes = groups.flatMap { group in group.codes.map { AdmittedCode($0, unit: group.unit) } }
        // The store learns of the codes last, while the folder has not got its name: either both are there or neither.
        try folder.fill(isPrivate: true) { part in
            for (index, admitted) in codes.enumerated() {
                let serial = earlier + index + 1
                let unit = admitted.unit.map { OutputFolder.fileName($0) + "_" } ?? ""
                try form.write(
                    to: "\(part)/\(unit)\(form.fileName(serial: serial))", code: admitted.code.text, serial: serial,
                    madeOn: store.today)
            }
            try opened.admit(codes, to: year, on: store.today)
        }
        console.say(
            Wording(
                "\(output)：\(codes.count) 份填报表，一人一份；发完请把这个文件夹销毁",
                "\(output): \(codes.count) forms, one a person; destroy the folder once they are handed out"))
    }
}
