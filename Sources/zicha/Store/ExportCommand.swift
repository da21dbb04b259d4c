import ArgumentParser
import Digests
import Forms
import Storage
import Surveys

struct ExportCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "导出答卷 CSV 和变量说明 | Write the responses as a CSV, and a codebook",
        discussion: """
            导出的是每个人的答卷，只供本机关统计人员使用，不要随报告分发。
            These are the responses of single people: keep them in the office, never beside the report.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("CSV 文件 | The CSV.", valueName: "file"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "变量说明 CSV，不写则为 <文件名>-codebook.csv | The codebook; beside the CSV by default.", valueName: "file"))
    var codebook: String?

    @Flag(help: "文件已经有了也照样写 | Write even when the files exist.")
    var overwrite = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let targets = [Output.text(output), .text(codebook ?? defaultCodebook)]
        for target in targets {
            try target.check(sparing: [store.path])
            if !overwrite { try target.checkIsNew() }
        }
        let opened = try store.opened()
        let survey = try opened.round(year).reading.survey
        var (responses, units): ([Response], [String]) = ([], [])
        try opened.forEachResponse(to: year) { response, unit in
            responses.append(response)
            units.append(unit ?? "")
        }
        var table = CSVTable(responses, survey: survey)
        // Where the survey does not ask for the unit, the codes know it.
        if !survey.variables.contains(where: { $0.domain == .unit }), units.contains(where: { !$0.isEmpty }) {
            table.addUnits(units)
        }
        try opened.record(.exported, year: year, detail: "\(responses.count)", on: store.today)
        let text = table.spreadsheetText
        try Files.writePrivately(text, to: output)
        console.written(output, sha256: SHA256.hexadecimal(of: Array(text.utf8)))
        try targets[1].write(CSVTable(codebookOf: survey).spreadsheetText, console)
    }

    private var defaultCodebook: String {
        (output.lowercased().hasSuffix(".csv") ? String(output.dropLast(4)) : output) + "-codebook.csv"
    }
}
