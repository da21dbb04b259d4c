import ArgumentParser
import Forms
import Reports
import Scoring
import Surveys

struct ScoreCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "打印得分、信度、题项、能力差距、处室与历年变化 | Print scores, reliability, items, gaps, units and changes")

    @OptionGroup var input: InputOptions

    @Option(help: "表格、JSON 或 CSV | Tables, JSON (docs/scores-json.md) or CSV (docs/scores-csv.md).")
    var format = Format.table

    @Option(
        name: .customLong("part"),
        help: ArgumentHelp(
            "只要这些部分，用逗号分开，中文名也可以；JSON 总是全部 | Only these parts, separated by commas. JSON has all.",
            discussion: ScorePart.allCases.filter(\.isProtected).map { "\($0.rawValue) \($0.shortName)" }.joined(
                separator: "  "),
            valueName: "part"))
    var parts: [String] = []

    @Flag(
        help: ArgumentHelp(
            "分析人员自用：另加 persons 个人得分这一部分，不论人数；库里会记一笔，不要外发 | For the analyst: adds the part persons, of groups of any size; a store logs it. Do not hand out."
        ))
    var unprotected = false

    @Option(
        name: .customLong("explain"),
        help: ArgumentHelp(
            "写出一个维度的算式和代入的数 | Print the formulas of a dimension with its numbers filled in.", valueName: "dimension"))
    var explained: String?

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("写入文件；不写则打印 | A file; the screen by default.", valueName: "file"))
    var output: String?

    @OptionGroup var overwrite: OverwriteOption
    @OptionGroup var reader: ReaderOptions

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, json, csv

        /// How the name of its file ends; a table is a text of any name.
        var ending: String? { self == .table ? nil : ".\(rawValue)" }
    }

    func validate() throws {
        guard explained == nil || (format == .table && parts.isEmpty && !unprotected) else {
            throw ValidationError(
                "--explain 只打印算式，不和 --format、--part、--unprotected 一起用 | --explain prints formulas; leave out --format, --part and --unprotected"
            )
        }
        if let output, let ending = format.ending, output != "-", !output.lowercased().hasSuffix(ending) {
            throw ValidationError(
                "--format \(format.rawValue) 的文件名要以 \(ending) 结尾，免得盖掉别的文件 | the file name must end in \(ending), lest another kind of file be overwritten"
            )
        }
    }

    func perform(_ console: Console) throws {
        let wanted = try Set(ScorePart.named(parts, unprotected: unprotected))
        let target = Output(text: output)
        try overwrite.check(target, sparing: input.paths)
        let inputs = try input.rounds(console)
        let rounds = try inputs.checkedRounds(console)
        let release = try inputs.release(of: rounds)
        if unprotected {
            for round in rounds {
                try inputs.recordExport(of: round.year, detail: "score --unprotected", on: input.store.today)
            }
            if format != .table { console.note("未作保护，不外发", "unprotected: do not hand out") }
        }
        let listing = ScoreListing(of: release, persons: unprotected ? rounds.map(UnprotectedScores.init(of:)) : nil)
        if let explained {
            return try target.write(listing.explanation(of: explained, language: console.language), console)
        }
        switch format {
        case .table: try target.write(listing.table(wanted, language: console.language), console)
        case .json: try target.write(listing.json, console)
        case .csv:
            // In a file for Excel, which knows UTF-8 by its mark; in a pipe for programs.
            let table = CSVTable(listing.lines(wanted))
            try target.write(target == .screen ? table.text : table.spreadsheetText, console)
        }
    }
}

extension ScorePart {
    /// The parts that are asked for, by their names in either language; all of them when none is.
    ///
    /// - Parameter unprotected: whether the persons' scores may be among them.
    static func named(_ lists: [String], unprotected: Bool) throws(Complaint) -> [ScorePart] {
        let names = lists.flatMap { $0.split { ",，、".contains($0) } }
            .map { $0.trimmingPrefix(while: \.isWhitespace) }.map { String($0) }.filter { !$0.isEmpty }
        guard !names.isEmpty else { return allCases.filter { $0.isProtected || unprotected } }
        var parts: [ScorePart] = []
        for name in names {
            guard let part = allCases.first(where: { $0.rawValue == name || $0.shortName == name }) else {
                throw unknown(name)
            }
            guard part.isProtected || unprotected else {
                throw Complaint(
                    "\(part.rawValue) \(part.shortName)不论人数，只给分析人员看：请加上 --unprotected，打印的不要外发",
                    "\(part.rawValue) tells of groups of any size and is for the analyst only: add --unprotected, and do not hand out what it prints"
                )
            }
            parts.append(part)
        }
        return parts
    }

    private static func unknown(_ name: String) -> Complaint {
        let guess = Suggestion.nearest(to: name, among: allCases.flatMap { [$0.rawValue, $0.shortName] })
        let chinese = allCases.map { "\($0.rawValue) \($0.shortName)" }.joined(separator: "、")
        let english = allCases.map(\.rawValue).joined(separator: ", ")
        return Complaint(
            "没有“\(name)”这一部分\(guess.map { "；您是不是想写“\($0)”？" } ?? "；")可以写：\(chinese)",
            "there is no part \"\(name)\"\(guess.map { "; did you mean \"\($0)\"?" } ?? ""); the parts are \(english)")
    }
}
