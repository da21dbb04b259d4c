import ArgumentParser
import Forms
import Storage
import Surveys

struct CodesCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "发口令：每人一个，按处室打印 | Make access codes: one a person, printed unit by unit",
        discussion: """
            口令只在这里出现一次，库里只存它的散列，事后查不出来。不写 --unit 时按名册补足每个处室的人数。
            Codes are shown here once; the store keeps hashes. Without --unit, each unit gets as many as it still lacks.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp(
            ".xlsx 供打印剪开，.csv 供别的程序；可写两次 | A workbook to print or a CSV; may be given twice.", valueName: "file"))
    var outputs: [String]

    @OptionGroup var addressees: AddresseeOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard outputs.allSatisfy({ $0.lowercased().hasSuffix(".xlsx") || $0.lowercased().hasSuffix(".csv") }) else {
            throw ValidationError("-o 要写 .xlsx 或 .csv 文件 | -o takes a name that ends in .xlsx or .csv")
        }
    }

    func perform(_ console: Console) throws {
        for output in outputs {
            try Files.checkTarget(output, sparing: [store.path])
            try Output.text(output).checkIsNew(instead: Wording("请换一个名字", "choose another name"))
        }
        let opened = try store.opened()
        let round = try opened.round(year)
        let groups = try addressees.codes(of: round, progress: opened.progress(of: year))
        let cards = CodeCards(survey: round.reading.survey, groups: groups, language: console.language)
        // The files first: a code that nobody can read any more would be counted and never used. Nobody can use one
        // before the store knows it.
        do {
            for output in outputs { try write(cards, to: output) }
            try opened.admit(
                groups.flatMap { group in group.codes.map { AdmittedCode($0, unit: group.unit) } }, to: year,
                on: store.today)
        } catch {
            for output in outputs { Files.remove(output) }
            throw error
        }
        let total = groups.reduce(0) { $0 + $1.codes.count }
        console.say(
            Wording(
                "发出口令 \(total) 个，写在 \(outputs.joined(separator: "、"))；发完请妥善保管或销毁",
                "codes made: \(total), in \(outputs.joined(separator: ", ")); keep the file safe, or destroy it once they are handed out"
            ))
    }

    private func write(_ cards: CodeCards, to output: String) throws {
        guard output.lowercased().hasSuffix(".xlsx") else {
            return try Files.writePrivately(cards.table.spreadsheetText, to: output)
        }
        try cards.write(to: output, author: Zicha.program, created: store.today)
    }
}
