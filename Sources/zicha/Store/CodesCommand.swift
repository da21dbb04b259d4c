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

    @Option(help: "只给这个处室发 | Only for this unit.")
    var unit: String?

    @Option(help: "发几个 | How many.")
    var count: Int?

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard outputs.allSatisfy({ $0.lowercased().hasSuffix(".xlsx") || $0.lowercased().hasSuffix(".csv") }) else {
            throw ValidationError("-o 要写 .xlsx 或 .csv 文件 | -o takes a name that ends in .xlsx or .csv")
        }
        if let count, !(1...1_000_000).contains(count) {
            throw ValidationError("--count 要写 1 到 1000000 的数 | --count is a number from 1 to 1000000")
        }
    }

    func perform(_ console: Console) throws {
        for output in outputs {
            try Files.checkTarget(output, sparing: [store.path])
            try Output.text(output).checkIsNew(instead: Wording("请换一个名字", "choose another name"))
        }
        let opened = try store.opened()
        let round = try opened.round(year)
        let wanted = try wanted(of: round, progress: opened.progress(of: year))
        var chance = SystemRandomNumberGenerator()
        let groups = wanted.map { (unit: $0.unit, codes: (0..<$0.count).map { _ in AccessCode(using: &chance) }) }
        let cards = CodeCards(survey: round.reading.survey, groups: groups, language: console.language)
        // The files first: a code that nobody can read any more would be counted and never used. Nobody can use one
        // before the store knows it.
        do {
            for output in outputs {
                try write(cards, to: output)
                Files.makePrivate(output)
            }
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
            return try Files.write(cards.table.spreadsheetText, to: output)
        }
        try cards.write(to: output, author: Zicha.program, created: store.today)
    }

    /// How many codes each unit gets.
    private func wanted(
        of round: StoredRound, progress: [UnitProgress]
    ) throws(Complaint) -> [(unit: String?, count: Int)] {
        if unit != nil || count != nil {
            guard unit != nil || round.roster == nil else {
                throw Complaint(
                    "有名册时请用 --unit 写明给哪个处室发", "the round has a roster; say with --unit whom the codes are for")
            }
            return [(unit, count ?? 1)]
        }
        guard round.roster != nil else {
            throw Complaint("这一轮没有名册，请用 --count 写明发几个", "the round has no roster; say with --count how many")
        }
        let lacking = progress.compactMap { unit in
            unit.headcount.map { (unit: unit.unit, count: $0 - unit.codes) }
        }.filter { $0.count > 0 }
        guard !lacking.isEmpty else {
            throw Complaint(
                "每个处室的口令都已按人数发完；要补发请写 --unit 处室 --count 个数",
                "every unit has as many codes as people; to make more, write --unit UNIT --count NUMBER")
        }
        return lacking
    }
}
