import ArgumentParser
import Disclosure
import Forms
import Reports
import Scoring
import Storage

struct ScoreCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "打印得分、信度、题项、能力差距、处室与历年变化 | Print scores, reliability, items, gaps, units and changes")

    @OptionGroup var input: InputOptions

    @Option(help: "表格、JSON 或 CSV | Tables, JSON (docs/scores-json.md) or CSV (docs/scores-csv.md).")
    var format = Format.table

    @Option(
        name: .customLong("part"),
        help: ArgumentHelp("只要这一部分，可以写几次；JSON 总是全部 | Only this part; may be repeated. JSON has all.", valueName: "part")
    )
    var parts: [ScorePart] = []

    @Option(
        name: .customLong("explain"),
        help: ArgumentHelp(
            "写出一个维度的算式和代入的数 | Print the formulas of a dimension with its numbers filled in.", valueName: "dimension"))
    var explained: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("写入文件；不写则打印 | A file; the screen by default.", valueName: "file"))
    var output: String?

    @OptionGroup var reader: ReaderOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    func validate() throws {
        guard explained == nil || (format == .table && parts.isEmpty) else {
            throw ValidationError(
                "--explain 只打印算式，不和 --format、--part 一起用 | --explain prints formulas; leave out --format and --part")
        }
    }

    func perform(_ console: Console) throws {
        let target = Output(text: output)
        try target.check(sparing: input.paths)
        let inputs = try ReportInputs(input, console)
        let rounds = try inputs.rounds(in: MemoryStore())
        let assessment = try Assessment(of: rounds, history: inputs.history)
        let release = try Disclosure(k: inputs.smallestGroup).release(assessment)
        let listing = ScoreListing(of: release)
        if let explained {
            return try target.write(listing.explanation(of: explained, language: console.language), console)
        }
        let wanted = Set(parts.isEmpty ? ScorePart.allCases : parts)
        switch format {
        case .table: try target.write(listing.table(wanted, language: console.language), console)
        case .json: try target.write(listing.json, console)
        case .csv: try target.write(CSVTable(listing.lines(wanted)).text, console)
        }
    }
}

extension ScorePart: ExpressibleByArgument {}
