import ArgumentParser
import Disclosure
import Reports
import Scoring
import Storage

struct ScoreCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "打印得分表或 JSON，数字与工作簿相同 | Print the numbers of the workbook as a table or as JSON")

    @OptionGroup var input: InputOptions

    @Option(help: "表格或 JSON | A table, or JSON (docs/scores-json.md).")
    var format = Format.table

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("写入文件；不写则打印 | A file; the screen by default.", valueName: "file"))
    var output: String?

    @OptionGroup var reader: ReaderOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        try target.check(sparing: input.paths)
        let inputs = try ReportInputs(input, console)
        let rounds = try inputs.rounds(in: MemoryStore())
        let assessment = try Assessment(of: rounds, history: inputs.history)
        let release = try Disclosure(k: inputs.smallestGroup).release(assessment)
        let listing = ScoreListing(of: release)
        switch format {
        case .table: try target.write(listing.table(language: console.language), console)
        case .json: try target.write(listing.json, console)
        }
    }
}
